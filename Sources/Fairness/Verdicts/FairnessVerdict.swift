// SPDX-License-Identifier: Apache-2.0

/// What a metric says about its limit.
package enum FairnessVerdict: String, Hashable, Sendable, CaseIterable {
  /// The interval lies on the right side of the limit.
  case pass
  /// The interval lies beyond the limit, or, by two keys, the rates differ and miss it.
  case fail
  /// The data cannot tell; never a pass.
  case inconclusive
  /// There is no value to judge, or nothing to judge it by.
  case notEvaluable = "not_evaluable"

  /// The verdict when all of several claims must hold.
  ///
  /// One fail is a fail; then anything not evaluable, then anything inconclusive, prevails over a
  /// pass. Nothing at all is not evaluable.
  package static func all(_ verdicts: some Sequence<FairnessVerdict>) -> FairnessVerdict {
    verdicts.max { $0.rank < $1.rank } ?? .notEvaluable
  }

  /// What several looks at the same question say together: no fail in any, and a pass in one.
  package static func any(_ verdicts: some Sequence<FairnessVerdict>) -> FairnessVerdict {
    let verdicts = Array(verdicts)
    if verdicts.contains(.fail) { return .fail }
    return verdicts.contains(.pass) ? .pass : all(verdicts)
  }

  private var rank: Int {
    switch self {
    case .pass: 0
    case .inconclusive: 1
    case .notEvaluable: 2
    case .fail: 3
    }
  }
}

/// What it takes to call a limit missed.
package enum FailRule: String, Hashable, Sendable, CaseIterable {
  /// The printed interval lies beyond the limit.
  case interval
  /// That, or the rates differ significantly and the measured value is beyond the limit: the
  /// practice in adverse-impact cases, which asks another question.
  case twoKey = "two_key"
}
