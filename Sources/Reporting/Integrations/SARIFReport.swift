// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// SARIF 2.1.0 (OASIS Standard) for code scanning: open findings only.
///
/// GitHub shows results of kind `pass` and suppressed results as open alerts, so that neither is
/// written.
struct SARIFReport {
  /// GitHub keeps the top 5,000 results of a run.
  private static let maximumResults = 5_000
  /// GitHub keeps 100 locations of a result.
  private static let maximumLocations = 100

  private let report: Report
  private let places: FindingPlaces
  private let results: [CheckResult]
  private let rules: SARIFRules
  private let texts: RuleTexts

  init(_ report: Report) {
    self.report = report
    places = FindingPlaces(report)
    results = Self.gravest(report.openResults)
    texts = RuleTexts(report)
    rules = SARIFRules(results, texts, hasFaults: !report.faults.isEmpty)
  }

  func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    withoutActuallyEscaping({ bytes += $0 }, do: write)
    return bytes
  }

  /// Hands on the bytes piece by piece; the results are made one by one, for they are many.
  func write(handingOn handOn: @escaping ([UInt8]) -> Void) {
    let (faults, marks) = (faultValues(), fingerprints())
    CanonicalJSON.writePretty(
      [
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
      ],
      filling: (
        "results", faults.count + results.count,
        { index in
          guard index >= faults.count else { return faults[index] }
          return value(of: results[index - faults.count], marks[index - faults.count])
        }
      ),
      handingOn: handOn
    )
  }

  /// The gravest results when there are too many, still in the fixed order.
  private static func gravest(_ results: [CheckResult]) -> [CheckResult] {
    guard results.count > maximumResults else { return results }
    let ranked = results.enumerated().sorted { left, right in
      if left.element.severity == right.element.severity { return left.offset < right.offset }
      return left.element.severity > right.element.severity
    }
    return ranked.prefix(maximumResults).sorted { $0.offset < $1.offset }.map(\.element)
  }

  private var run: JSONValue {
    let revision = report.repository.commit?.hex ?? "uncommitted"
    return [
      "tool": [
        "driver": [
          "name": .string(report.tool.name),
          "version": .string(report.tool.version),
          "rules": rules.json,
        ]
      ],
      "automationDetails": ["id": .string("modelgate/\(revision)")],
      "columnKind": "unicodeCodePoints",
      "properties": [
        "verdict": .string(report.verdict.rawValue), "sentence": .string(report.countedSentence),
        "standing": .string(report.standing), "request": .string(report.asked),
      ],
      "invocations": [
        [
          "executionSuccessful": .bool(report.faults.allSatisfy { $0.knownSince != nil }),
          "toolExecutionNotifications": .array(notifications),
        ]
      ],
      "results": [],
    ]
  }

  private var notifications: [JSONValue] {
    let faults = report.faults.map { fault -> JSONValue in
      .object(present: [
        ("level", "error"),
        ("message", Self.message("\(fault.agedMessage); \(fault.help)")),
        ("locations", fault.location.map { [location(places.place(of: $0))] }),
      ])
    }
    let omitted = report.openResults.count - results.count
    guard omitted > 0 else { return faults }
    let remark = "\(omitted) less severe results are left out, see report.json"
    return faults + [["level": "warning", "message": Self.message(remark)]]
  }

  /// A fault is a result of a rule of its own: without one, platforms would close all alerts.
  private func faultValues() -> [JSONValue] {
    var fingerprints = UniqueNames()
    return report.faults.map { fault in
      let place = places.place(of: fault)
      let identity = Fingerprint.hash(["fault", place.path, fault.message])
      return [
        "ruleId": .string(SARIFRules.faultID),
        "ruleIndex": .int(rules.faultIndex),
        "level": "error",
        "message": Self.message("\(fault.agedMessage); \(fault.help)"),
        "locations": [location(place)],
        "partialFingerprints": [
          "modelgateCheckIdentity/v1": .string(fingerprints.claim(identity) { ":\($0)" })
        ],
      ]
    }
  }

  /// The fingerprints of the results, each once.
  private func fingerprints() -> [String] {
    var fingerprints = UniqueNames()
    return results.map { result in
      let fingerprint = Fingerprint.of(result, path: places.place(of: result).path)
      return fingerprints.claim(fingerprint) { ":\($0)" }
    }
  }

  private func value(of result: CheckResult, _ fingerprint: String) -> JSONValue {
    let others = result.locations.dropFirst().prefix(Self.maximumLocations)
      .map { location(places.place(of: $0)) }
    return .object(present: [
      ("ruleId", .string(SARIFRules.id(of: result))),
      ("ruleIndex", .int(rules.index(of: result))),
      ("level", .string(SARIFRules.level(result.severity))),
      ("message", Self.message(result.headline(texts[result], limit: 1_000))),
      ("locations", [location(places.place(of: result))]),
      ("relatedLocations", others.isEmpty ? nil : .array(others)),
      // `primaryLocationLineHash` is left to the uploader, which warns about any other value.
      ("partialFingerprints", ["modelgateCheckIdentity/v1": .string(fingerprint)]),
      ("baselineState", baselineState(of: result)),
      ("properties", properties(of: result)),
    ])
  }

  /// Whether the finding is new, where the run tells new ones from others (SARIF 2.1.0 §3.27.24).
  private func baselineState(of result: CheckResult) -> JSONValue? {
    guard report.request.baseline != nil || report.request.change?.newOnly == true else {
      return nil
    }
    return result.knownSince == nil ? "new" : "unchanged"
  }

  private func properties(of result: CheckResult) -> JSONValue {
    [
      "system": .string(result.system),
      "subject": .string(result.subject),
      "outcome": .string(result.outcome.rawValue),
      "severity": .string(result.severity.rawValue),
      "control": .string(texts[result].clause),
    ]
  }

  private func location(_ place: SourceLocation) -> JSONValue {
    let line = max(1, place.position?.line ?? 1)
    let column = max(1, place.position?.column ?? 1)
    let end = column == .max ? column : column + 1
    return [
      "physicalLocation": [
        "artifactLocation": ["uri": .string(URIPath.encoded(place.path))],
        "region": [
          "startLine": .int(line), "startColumn": .int(column),
          "endLine": .int(line), "endColumn": .int(end),
        ],
      ]
    ]
  }

  private static func message(_ text: String) -> JSONValue {
    ["text": .string(VisibleText.line(text, limit: 1_000))]
  }
}
