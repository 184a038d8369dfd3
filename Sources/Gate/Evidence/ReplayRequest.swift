// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Reporting
internal import Texts

/// What a run was asked, as far as it can be asked again without the repository.
struct ReplayRequest: Hashable, Sendable {
  /// The day of the check.
  var asOf: CalendarDate?
  /// How that day was set.
  var daySource: DaySource?
  /// Whether the day may lie before that of the commit.
  var allowsDayBeforeCommit: Bool
  /// The threshold of failure that the caller set, if any.
  var failOn: FailureThreshold?
  /// The systems that were selected; none for all.
  var systems: [String]
  /// The packs that the caller named, under names that do not tell where they lay, with their ids.
  var packs: [Pack]
  /// Where policy, packs and waivers came from.
  var policy: RunRequest.PolicySource
  /// The file of the findings that do not count, among those of the policy.
  var baseline: String?
  /// Which inputs the bundle does not hold.
  var redaction: Redaction

  /// How the day of a check was set.
  enum DaySource: String {
    case clock
    case day
    case commit
  }

  struct Pack: Hashable, Sendable {
    var name: String
    var id: String
  }

  /// What a run is asked, in words that hold on every machine.
  ///
  /// A day before that of the commit is allowed where the day is one: nobody can say of a bundle that
  /// something was allowed which did not happen.
  init(of judging: Judging) {
    let (request, day, packIDs) = (judging.request, judging.asOf, judging.governance.packIDs)
    let commitDay = judging.repository.commitTime.flatMap { CalendarDate(unixSeconds: $0) }
    asOf = day
    daySource =
      switch request.asOf {
      case .clock: .clock
      case .day: .day
      case .commit: .commit
      }
    let isEarlier = commitDay.map { day < $0 } ?? false
    allowsDayBeforeCommit = request.allowsDayBeforeCommit && isEarlier
    failOn = request.failOn
    systems = request.systems
    packs = request.packs.map { Pack(name: Self.label(ofPack: $0), id: packIDs[$0] ?? $0) }
    switch request.policySource {
    case .file(let path): policy = .file(TreePath.name(of: path))
    case let source: policy = source
    }
    (baseline, redaction) = (request.baselineName, request.redaction)
  }

  /// The name of a pack without the place on the disk where it lay.
  static func label(ofPack name: String) -> String {
    guard name.contains("/") else { return name }
    let parts = name.split(separator: "/")
    return "./\(parts.last ?? "pack")"
  }

  /// The request again, with a program of the same name and version.
  func runRequest(tool: Report.Tool, directory: String?) -> RunRequest? {
    guard let asOf else { return nil }
    var request = RunRequest(repository: "", asOf: asOf, tool: tool)
    switch daySource {
    case .clock: request.asOf = .clock(asOf)
    case .commit: request.asOf = .commit
    case .day, nil: break
    }
    request.allowsDayBeforeCommit = allowsDayBeforeCommit
    request.failOn = failOn
    request.systems = systems
    request.packs = packs.map(\.name)
    request.policySource = policy
    (request.baseline, request.redaction) = (baseline, redaction)
    request.directory = directory
    return request
  }

  /// The ids of packs by the names under which they were asked for.
  var packIDs: [String: String] {
    Dictionary(packs.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ReplayRequest {
  var json: JSONValue {
    .object(present: [
      ("asOf", asOf.map { .string($0.description) }),
      ("asOfSource", daySource.map { .string($0.rawValue) }),
      ("beforeCommit", .bool(allowsDayBeforeCommit)),
      ("failOn", failOn.map { .string($0.rawValue) }),
      ("systems", .strings(systems)),
      ("packs", .array(packs.map { ["name": .string($0.name), "id": .string($0.id)] })),
      ("policy", policy.json),
      ("baseline", baseline.map(JSONValue.string)),
      ("redact", redaction == .none ? nil : .strings(redaction.selectors)),
    ])
  }

  /// Reads the request; selectors that select nothing are caught when it is written again.
  init(reading node: Node?) {
    asOf = (node?["asOf"]?.text).flatMap { CalendarDate($0) }
    daySource = (node?["asOfSource"]?.text).flatMap(DaySource.init)
    allowsDayBeforeCommit = node?["beforeCommit"]?.value == .bool(true)
    failOn = (node?["failOn"]?.text).flatMap(FailureThreshold.init)
    systems = (node?["systems"]?.list ?? .empty).compactMap(\.text)
    packs = (node?["packs"]?.list ?? .empty).map { pack in
      Pack(name: pack["name"]?.text ?? "", id: pack["id"]?.text ?? "")
    }
    policy = RunRequest.PolicySource(reading: node?["policy"])
    (baseline, redaction) = (node?["baseline"]?.text, Redaction(reading: node?["redact"]))
  }
}

extension RunRequest.PolicySource {
  fileprivate var json: JSONValue {
    switch self {
    case .checkedTree: ["source": "tree"]
    case .revision(let name): ["source": "revision", "name": .string(name)]
    case .file(let name): ["source": "file", "name": .string(name)]
    }
  }

  fileprivate init(reading node: Node?) {
    let name = node?["name"]?.text ?? ""
    switch node?["source"]?.text {
    case "revision": self = .revision(name)
    case "file": self = .file(name)
    default: self = .checkedTree
    }
  }
}

extension Redaction {
  fileprivate init(reading node: Node?) {
    do {
      self = try Redaction((node?.list ?? .empty).compactMap(\.text))
    } catch {
      self = .none
    }
  }
}
