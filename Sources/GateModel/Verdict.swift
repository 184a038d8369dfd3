// SPDX-License-Identifier: Apache-2.0

/// How much an unsatisfied rule matters; `block` outranks `error`.
package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  case block
  case error
  case warn
  case info

  /// Orders severities so that the graver one is the greater one.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .block: 3
    case .error: 2
    case .warn: 1
    case .info: 0
    }
  }
}

/// What came of one rule on one subject.
package enum Outcome: String, Hashable, Sendable, CaseIterable {
  case passed
  case failed
  /// The rule's condition of application does not hold.
  case notApplicable = "not_applicable"
  /// The rule is not in force yet on the date of the check.
  case upcoming
  /// The rule failed, and a valid waiver accepts that.
  case waived
  /// The rule could not be judged.
  case undecided
}

/// What a whole run says: fail beats undecided beats pass; a part of a run says none of them.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
  case pass
  case fail
  case undecided
  /// One shard of a run was judged; only all of them together have a verdict.
  case partial
}

/// The lowest severity of a failed rule that fails the run.
package enum FailureThreshold: String, Hashable, Sendable, CaseIterable {
  case block
  case error
  case warn
  /// No failed rule fails the run; what could not be decided still leaves it undecided.
  case never

  /// Whether a failed rule of this severity fails the run.
  package func includes(_ severity: Severity) -> Bool {
    switch self {
    case .block: severity >= .block
    case .error: severity >= .error
    case .warn: severity >= .warn
    case .never: false
    }
  }
}

extension FailureThreshold {
  /// The one of two thresholds that more failures reach.
  package static func stricter(_ one: Self, _ other: Self) -> Self {
    [.warn, .error, .block].first { $0 == one || $0 == other } ?? .never
  }
}
