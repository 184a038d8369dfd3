// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// GitLab Code Quality: a JSON array of the findings that are open.
///
/// There is no notion of a waived finding, so that those are left out. The reader stops at the first
/// object it cannot read and keeps one of several with one fingerprint; none is sent that would
/// trigger either. The list holds findings alone: each says what was asked in the `content` that the
/// specification of Code Climate has for explanations, and an empty list has no place for it; a finding that
/// is none would stand in every merge request.
struct CodeQualityReport {
  private let report: Report
  private let rules: RuleTexts

  init(_ report: Report) {
    self.report = report
    rules = RuleTexts(report)
  }

  func bytes() -> [UInt8] {
    let places = FindingPlaces(report)
    var fingerprints = UniqueNames()
    let findings = report.openResults.map { result in
      let place = places.place(of: result)
      let fingerprint = Fingerprint.of(result, path: place.path)
      return finding(result, at: place, fingerprints.claim(fingerprint) { ":\($0)" })
    }
    let faults = report.faults.map { fault in
      let place = places.place(of: fault)
      let identity = Fingerprint.hash(["fault", place.path, fault.message])
      return self.fault(fault, at: place, fingerprints.claim(identity) { ":\($0)" })
    }
    return CanonicalJSON.prettyBytes(of: .array(faults + findings))
  }

  private func fault(
    _ fault: Fault,
    at place: SourceLocation,
    _ fingerprint: String
  ) -> JSONValue {
    [
      "description": .string(VisibleText.line("\(fault.agedMessage); \(fault.help)", limit: 1_000)),
      "check_name": "modelgate/fault",
      "fingerprint": .string(fingerprint),
      "severity": "blocker",
      "content": content,
      "location": [
        "path": .string(VisibleText.line(place.path)),
        "lines": ["begin": .int(max(1, place.position?.line ?? 1))],
      ],
    ]
  }

  private func finding(
    _ result: CheckResult,
    at place: SourceLocation,
    _ fingerprint: String
  ) -> JSONValue {
    [
      "description": .string("\(label(result)): \(result.headline(rules[result], limit: 1_000))"),
      "check_name": .string(VisibleText.line(result.ruleName, limit: 200)),
      "fingerprint": .string(fingerprint),
      "severity": .string(severity(result.severity)),
      "content": content,
      "location": [
        "path": .string(VisibleText.line(place.path)),
        "lines": ["begin": .int(max(1, place.position?.line ?? 1))],
      ],
    ]
  }

  private var content: JSONValue { ["body": .string(VisibleText.line(report.asked))] }

  private func label(_ result: CheckResult) -> String {
    VisibleText.line("\(result.code ?? result.rule) \(result.subject)", limit: 200)
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .block: "blocker"
    case .error: "critical"
    case .warn: "minor"
    case .info: "info"
    }
  }
}
