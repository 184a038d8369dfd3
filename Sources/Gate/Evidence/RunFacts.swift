// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Documents
internal import GateModel
internal import Texts

/// What an evaluation saw beyond the files that it read: `data/facts.json` of a bundle.
///
/// The request says what was asked. Everything else is believed unless a repository is at hand to
/// compute it again.
struct RunFacts: Hashable, Sendable {
  static let schema = "modelgate/facts/v1"

  /// What was asked.
  var request: ReplayRequest
  /// Whether the history was cut off.
  var isShallow: Bool
  /// What history tells of files, by path.
  var files: [String: FileFacts]
  /// How often models were evaluated on the same data, where a rule asked and history tells.
  var looks: LookFacts?
  /// Which answers of declarations were changed, by system, where a rule asked and history tells.
  var factChanges: [String: [FactChange]]?
  /// The sizes of files that were not read, by path.
  var sizes: [String: Int]
  /// The SHA-256 of weights, which no bundle holds, by path.
  var digests: [String: ContentDigest]
  /// What could not be read, by path.
  var failures: [String: Problem]
  /// The files near declarations that were looked into, and of which none called itself an artifact.
  var lookedAt: Set<String>
  /// What changed since the base that the run was compared with, where it was.
  var change: ChangedRange?
  /// What earlier revisions had and the judged one lacks, where there was something to compare with.
  var lostGroups: [LostGroups]
  /// The signatures of the judged commit and of its tags, where a rule asked.
  var signatures: [SignatureFacts]?

  /// How many facts have to be believed without a repository.
  var count: Int {
    let earlier = lostGroups.reduce(0) { $0 + 1 + $1.groups.count }
    // Whether the history is whole.
    let history = 1 + lookedAt.count + (change == nil ? 0 : 1) + files.count
    return history + (looks?.counts.count ?? 0) + (factChanges?.count ?? 0)
      + (signatures?.count ?? 0)
      + sizes.count + digests.count + failures.count
      + earlier
  }

  init(
    _ request: ReplayRequest,
    _ revision: RevisionFacts,
    _ readings: TreeReadings,
    _ change: ChangedRange?,
    _ lostGroups: [LostGroups]
  ) {
    self.change = change
    self.request = request
    self.lostGroups = lostGroups
    isShallow = revision.isShallow
    files = revision.files ?? [:]
    signatures = revision.signatures
    (looks, factChanges) = (revision.looks, revision.factChanges)
    sizes = readings.sizesAlone
    digests = readings.digestsAlone
    failures = readings.failures
    lookedAt = readings.glimpsesAlone
  }

  /// The same with what is stated about some paths, which only files tell that are not there.
  func completed(from stated: RunFacts, about paths: Set<String>) -> RunFacts {
    func merged<Value>(_ own: [String: Value], _ other: [String: Value]) -> [String: Value] {
      own.filter { !paths.contains($0.key) }
        .merging(other.filter { paths.contains($0.key) }) { first, _ in first }
    }
    var copy = self
    copy.files = merged(files, stated.files)
    copy.sizes = merged(sizes, stated.sizes)
    copy.digests = merged(digests, stated.digests)
    copy.failures = merged(failures, stated.failures)
    copy.lookedAt = lookedAt.subtracting(paths)
    if let other = stated.looks?.counts {
      copy.looks?.counts = merged(looks?.counts ?? [:], other)
    }
    return copy
  }

  /// What rules may know about the revision.
  func revision(commit: ObjectID, time: Int64?) -> RevisionFacts {
    RevisionFacts(
      commit: commit,
      commitTime: time,
      isShallow: isShallow,
      files: files,
      signatures: signatures,
      looks: looks,
      factChanges: factChanges
    )
  }
}

extension RunFacts {
  /// The canonical bytes of the file.
  var bytes: [UInt8] { CanonicalJSON.bytes(of: json) }

  private var json: JSONValue {
    .object(present: [
      ("schema", .string(Self.schema)),
      ("request", request.json),
      ("change", change?.json),
      ("history", history),
      ("digests", Self.list(digests) { ("sha256", .string($0.hex)) }),
      ("sizes", Self.list(sizes) { ("size", .int($0)) }),
      ("unread", unread),
      ("lookedAt", lookedAt.isEmpty ? nil : .strings(lookedAt.sorted())),
      ("earlierGroups", lostGroups.isEmpty ? nil : .array(lostGroups.map(\.json))),
    ])
  }

  private var unread: JSONValue {
    .array(
      failures.sorted { $0.key < $1.key }.map { path, failure in
        [
          "path": .string(path), "reason": .string(failure.message),
          "help": .string(failure.help),
        ]
      }
    )
  }

  fileprivate static func list<Value>(
    _ values: [String: Value],
    member: (Value) -> (String, JSONValue)
  ) -> JSONValue {
    .array(
      values.sorted { $0.key < $1.key }.map { path, value in
        .object(present: [("path", .string(path)), member(value)])
      }
    )
  }

  /// Reads the file; what it does not say is caught when the file is written again and compared.
  init(reading bytes: [UInt8]) throws(Problem) {
    let node = try JSONReader.read(bytes)
    request = ReplayRequest(reading: node["request"])
    change = ChangedRange(reading: node["change"])
    isShallow = node.at("history", "shallow")?.value == .bool(true)
    signatures = node.at("history", "signatures")?.list?.compactMap(SignatureFacts.init(reading:))
    files = Self.files(node["history"])
    looks = node.at("history", "looks").flatMap(LookFacts.init(reading:))
    factChanges = node.at("history", "factChanges").map { list in
      Self.values(list, by: "system") { Self.changes($0["changes"]) }
    }
    sizes = Self.values(node["sizes"]) { $0["size"]?.int }
    digests = Self.values(node["digests"]) { entry in
      (entry["sha256"]?.text).flatMap { ContentDigest(hex: $0) }
    }
    failures = Self.values(node["unread"]) { entry in
      Problem(
        path: entry["path"]?.text ?? "",
        message: entry["reason"]?.text ?? "",
        help: entry["help"]?.text ?? ""
      )
    }
    lookedAt = Set((node["lookedAt"]?.list ?? .empty).compactMap(\.text))
    lostGroups = (node["earlierGroups"]?.list ?? .empty).compactMap(LostGroups.init(reading:))
  }

  /// What nobody asked has no key.
  private var history: JSONValue {
    let starts = files.compactMapValues(\.firstSeen)
    let signed = files.compactMapValues(\.isSigned)
    let bounds = files.compactMapValues(\.followsBounds)
    let signers = files.compactMapValues(\.signature)
    let authors = files.compactMapValues(\.author)
    return .object(present: [
      ("shallow", .bool(isShallow)),
      ("lastChanges", Self.list(files) { ("time", .int(Int($0.lastChanged))) }),
      ("firstSeen", starts.isEmpty ? nil : Self.list(starts) { ("time", .int(Int($0))) }),
      ("signed", signed.isEmpty ? nil : Self.list(signed) { ("holds", .bool($0)) }),
      ("lastSigners", signers.isEmpty ? nil : Self.list(signers) { ("signature", $0.json) }),
      ("authors", authors.isEmpty ? nil : Self.list(authors) { ("author", .string($0)) }),
      ("signatures", (signatures?.map(\.json)).map { .array($0) }),
      ("afterBounds", bounds.isEmpty ? nil : Self.list(bounds) { ("holds", .bool($0)) }),
      ("looks", looks?.json),
      ("factChanges", factChanges.map(Self.json)),
    ])
  }

  private static func files(_ node: Node?) -> [String: FileFacts] {
    let changes = values(node?["lastChanges"]) { $0["time"]?.int.map(Int64.init) }
    let starts = values(node?["firstSeen"]) { $0["time"]?.int.map(Int64.init) }
    let bounds = values(node?["afterBounds"]) { $0["holds"]?.bool }
    let signed = values(node?["signed"]) { $0["holds"]?.bool }
    let signers = values(node?["lastSigners"]) { SignatureFacts(reading: $0["signature"]) }
    let authors = values(node?["authors"]) { $0["author"]?.text }
    return changes.reduce(into: [:]) { files, entry in
      files[entry.key] = FileFacts(
        lastChanged: entry.value,
        isSigned: signed[entry.key],
        firstSeen: starts[entry.key],
        followsBounds: bounds[entry.key],
        signature: signers[entry.key],
        author: authors[entry.key]
      )
    }
  }

  fileprivate static func values<Value>(
    _ list: Node?,
    by key: String = "path",
    value: (Node) -> Value?
  ) -> [String: Value] {
    (list?.list ?? .empty).reduce(into: [:]) { values, entry in
      guard let name = entry[key]?.text else { return }
      values[name] = value(entry)
    }
  }

  private static func json(_ changes: [String: [FactChange]]) -> JSONValue {
    .array(
      changes.sorted { $0.key < $1.key }.map { system, changes in
        [
          "system": .string(system),
          "changes": .array(
            changes.map { ["on": .string("\($0.on)"), "facts": .strings($0.facts)] }
          ),
        ]
      }
    )
  }

  private static func changes(_ node: Node?) -> [FactChange] {
    (node?.list ?? .empty).compactMap { entry in
      (entry["on"]?.text).flatMap { CalendarDate($0) }.map {
        FactChange(on: $0, facts: (entry["facts"]?.list ?? .empty).compactMap(\.text))
      }
    }
  }
}

extension ChangedRange {
  fileprivate var json: JSONValue {
    [
      "base": .string(base.hex), "since": .string(since.hex), "paths": .strings(paths.sorted()),
      "hasBefore": .bool(hasBefore), "changesLinks": .bool(changesLinks),
    ]
  }

  fileprivate init?(reading node: Node?) {
    guard let node, let base = (node["base"]?.text).flatMap(ObjectID.init(hex:)),
      let since = (node["since"]?.text).flatMap(ObjectID.init(hex:))
    else { return nil }
    self.init(
      base: base,
      since: since,
      paths: Set((node["paths"]?.list ?? .empty).compactMap(\.text)),
      hasBefore: node["hasBefore"]?.value == .bool(true),
      changesLinks: node["changesLinks"]?.value == .bool(true)
    )
  }
}

extension SignatureFacts {
  fileprivate var json: JSONValue {
    .object(present: [
      ("tag", tag.map { .string($0) }), ("state", .string(state.rawValue)),
      ("key", key.map { .string($0) }), ("day", day.map { .string($0.description) }),
      ("by", by.map { .string($0) }),
    ])
  }

  fileprivate init?(reading node: Node?) {
    guard let node, let state = (node["state"]?.text).flatMap(State.init) else { return nil }
    self.init(
      tag: node["tag"]?.text,
      state: state,
      key: node["key"]?.text,
      day: (node["day"]?.text).flatMap { CalendarDate($0) },
      by: node["by"]?.text
    )
  }
}

extension LookFacts {
  fileprivate var json: JSONValue {
    .object(present: [
      ("since", since.map { .string($0.hex) }),
      ("tag", tag.map { .string($0) }),
      ("counts", RunFacts.list(counts) { ("count", .int($0)) }),
    ])
  }

  fileprivate init(reading node: Node) {
    self.init(
      since: (node["since"]?.text).flatMap(ObjectID.init(hex:)),
      tag: node["tag"]?.text,
      counts: RunFacts.values(node["counts"]) { $0["count"]?.int }
    )
  }
}
