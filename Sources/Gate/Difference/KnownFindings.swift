// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A finding of a rule on a subject, whatever it says.
struct FindingKey: Hashable {
  private let parts: [String]

  init(_ result: CheckResult) {
    self.init(
      system: result.system,
      pack: result.pack,
      rule: result.rule,
      subject: result.subject
    )
  }

  init(system: String, pack: String, rule: String, subject: String) {
    parts = [system, pack, rule, subject]
  }
}

extension CheckResult {
  /// Whether it stands for a gap: something is not satisfied or could not be judged.
  var isFinding: Bool { outcome == .failed || outcome == .undecided }
}

/// How bad a finding was; what gets worse on the same subject is new.
struct FindingGravity: Hashable, Sendable {
  let outcome: Outcome
  let severity: Severity

  /// Whether another finding is no worse: neither graver, nor failed where this one was undecided.
  func covers(_ other: FindingGravity) -> Bool {
    (outcome == .failed || other.outcome == .undecided) && other.severity <= severity
  }
}

extension CheckResult {
  /// How bad the finding is.
  var gravity: FindingGravity { FindingGravity(outcome: outcome, severity: severity) }
}

/// What could not be read, wherever in its file that stands.
struct FaultKey: Hashable {
  private let message: String
  private let help: String
  private let path: String?
  private let system: String?

  init(_ fault: Fault) {
    (message, help, path, system) = (fault.message, fault.help, fault.location?.path, fault.system)
  }
}

/// The findings that a report has, to tell which of another one are new.
struct KnownFindings {
  private let known: [FindingKey: [FindingGravity]]

  init(_ results: [CheckResult]) {
    known = results.filter(\.isFinding).reduce(into: [:]) { known, result in
      known[FindingKey(result), default: []].append(result.gravity)
    }
  }

  /// Whether a finding was there before, and no less bad.
  func contains(_ result: CheckResult) -> Bool {
    known[FindingKey(result)]?.contains { $0.covers(result.gravity) } ?? false
  }

  /// Whether there was any finding of the same rule on the same subject.
  func concerns(_ result: CheckResult) -> Bool { known[FindingKey(result)] != nil }
}
