// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel
internal import Texts

/// Assessment results of OSCAL 1.2.1 (NIST): an observation and a finding for each check that had
/// something to judge, and for each fault.
///
/// `satisfied` says that the evidence was there; a gap that a waiver accepts is not satisfied, with the
/// waiver in the remarks. The plan that the results refer to is the policy, in the back matter.
struct OSCALReport {
  private static let namespace = "urn:modelgate:report"

  private let report: Report
  private let rules: RuleTexts

  init(_ report: Report) {
    self.report = report
    rules = RuleTexts(report)
  }

  func bytes() -> [UInt8] {
    CanonicalJSON.prettyBytes(of: ["assessment-results": document])
  }

  private var document: JSONValue {
    [
      "uuid": .string(uuid(["document"])),
      "metadata": [
        "title": "Check of AI documentation by modelgate",
        "last-modified": .string(day),
        "version": .string(text(report.tool.version)),
        "oscal-version": "1.2.1",
      ],
      "import-ap": ["href": .string("#\(uuid(["policy"]))")],
      "results": [result],
      "back-matter": [
        "resources": [
          [
            "uuid": .string(uuid(["policy"])),
            "title": "The policy that was followed",
            "description": .string(text("policy digest sha256:\(report.policy.digest.hex)")),
          ]
        ]
      ],
    ]
  }

  private var result: JSONValue {
    let parts = parts
    let words = VerdictWords(report)
    var members = [
      JSONMember("uuid", .string(uuid(["result"]))),
      JSONMember("title", .string("Verdict: \(report.verdict.rawValue)")),
      JSONMember(
        "description",
        .string(
          text("\(words.sentence). \(words.counts). \(report.standing) \(report.asked)")
        )
      ),
      JSONMember("start", .string(day)),
      JSONMember(
        "props",
        .array([
          property("verdict", report.verdict.rawValue),
          property("commit", report.repository.commit?.hex ?? "uncommitted"),
        ])
      ),
      JSONMember("reviewed-controls", ["control-selections": [["include-all": [:]]]]),
    ]
    // The format has no empty lists.
    if !parts.isEmpty {
      members.append(JSONMember("observations", .array(parts.map(\.observation))))
      members.append(JSONMember("findings", .array(parts.map(\.finding))))
    }
    return .object(members)
  }

  private var parts: [OSCALPart] {
    var names = UniqueNames()
    let faults = report.faults.map { fault in
      let place = fault.location?.description ?? ""
      let key = names.claim("fault\n\(place)\n\(fault.message)") { " (\($0))" }
      return OSCALPart(
        uuids: (uuid(["observation", key]), uuid(["finding", key])),
        title: "Something could not be read or judged",
        description: text("\(place.isEmpty ? "" : "\(place): ")\(fault.message); \(fault.help)"),
        target: "modelgate.fault",
        outcome: .undecided,
        place: fault.location.map(href),
        day: day
      )
    }
    return faults + report.results.compactMap { part($0, &names) }
  }

  private func part(_ result: CheckResult, _ names: inout UniqueNames) -> OSCALPart? {
    guard result.outcome != .notApplicable, result.outcome != .upcoming else { return nil }
    let rule = rules[result]
    let identity = [result.system, result.pack, result.rule, result.subject]
    let key = names.claim(identity.joined(separator: "\n")) { " (\($0))" }
    let name = result.code ?? result.ruleName
    var description = "\(result.system), \(result.subject): \(result.message)"
    if !rule.clause.isEmpty { description += " (asked for by \(rule.clause))" }
    return OSCALPart(
      uuids: (uuid(["observation", key]), uuid(["finding", key])),
      title: text("\(name) \(rule.title)"),
      description: text(description),
      target: token("\(result.pack).\(result.rule)"),
      outcome: result.outcome,
      remarks: result.waiver.flatMap {
        result.outcome == .waived ? text(Wording.waiver($0)) : nil
      },
      place: result.locations.first.map(href),
      day: day
    )
  }

  /// The day of the check; results have no other time.
  private var day: String { "\(report.asOf)T00:00:00Z" }

  private func href(of place: SourceLocation) -> String {
    let path = URIPath.encoded(report.pathFromRepositoryRoot(place.path))
    return "./" + path + (place.position.map { "#L\($0.line)" } ?? "")
  }

  private func property(_ name: String, _ value: String) -> JSONValue {
    [
      "name": .string(name), "ns": .string(Self.namespace), "value": .string(text(value)),
    ]
  }

  /// A text that is never empty.
  private func text(_ text: String) -> String {
    let line = VisibleText.line(text, limit: 2_000)
    return line.isEmpty ? "-" : line
  }

  /// A token as OSCAL defines it: a letter or `_`, then letters, digits, `.`, `_`, `-`.
  private func token(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
      let isKept =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains(scalar))
      return isKept ? Character(scalar) : "-"
    }
    let name = String(kept)
    let isNamed = name.first.map { $0.isLetter || $0 == "_" } ?? false
    return isNamed ? name : "_\(name)"
  }

  /// A UUID by name (RFC 9562 §5.5) in the namespace of this run: commit, policy, day.
  private func uuid(_ parts: [String]) -> String {
    let run = [
      report.repository.commit?.hex ?? "", report.policy.digest.hex, report.asOf.description,
    ]
    return NameUUID.text(of: (run + parts).joined(separator: "\u{0}"))
  }
}

/// What was observed in one check, and what follows.
private struct OSCALPart {
  var uuids: (observation: String, finding: String)
  var title: String
  var description: String
  var target: String
  var outcome: Outcome
  var remarks: String?
  var place: String?
  var day: String

  var observation: JSONValue {
    var members = [
      JSONMember("uuid", .string(uuids.observation)),
      JSONMember("description", .string(description)),
      JSONMember("methods", ["TEST"]),
      JSONMember("collected", .string(day)),
    ]
    if let place {
      let evidence: JSONValue = ["href": .string(place), "description": "where it was seen"]
      members.append(JSONMember("relevant-evidence", [evidence]))
    }
    return .object(members)
  }

  var finding: JSONValue {
    var members = [
      JSONMember("uuid", .string(uuids.finding)),
      JSONMember("title", .string(title)),
      JSONMember("description", .string(description)),
      JSONMember(
        "target",
        ["type": "objective-id", "target-id": .string(target), "status": status]
      ),
      JSONMember("related-observations", [["observation-uuid": .string(uuids.observation)]]),
    ]
    if let remarks { members.append(JSONMember("remarks", .string(remarks))) }
    return .object(members)
  }

  private var status: JSONValue {
    let reason =
      switch outcome {
      case .passed: "pass"
      case .failed: "fail"
      case .undecided, .waived, .notApplicable, .upcoming: "other"
      }
    let state = outcome == .passed ? "satisfied" : "not-satisfied"
    return ["state": .string(state), "reason": .string(reason)]
  }
}
