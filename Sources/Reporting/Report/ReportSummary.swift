// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// How many checks came out in which way; always counted from the results.
package struct ReportSummary: Sendable, Hashable {
  /// The rules that hold.
  package private(set) var passed = 0
  /// The rules that do not hold and that no waiver accepts.
  package private(set) var failed = 0
  /// The rules that could not be judged.
  package private(set) var undecided = 0
  /// The rules that do not hold, which a waiver accepts.
  package private(set) var waived = 0
  /// The rules whose condition of application does not hold.
  package private(set) var notApplicable = 0
  /// The rules that are not in force yet.
  package private(set) var upcoming = 0

  /// Counts results by outcome.
  package init(_ results: some Sequence<CheckResult>) {
    for result in results { count(result.outcome) }
  }

  /// The number of results.
  package var total: Int { passed + failed + undecided + waived + notApplicable + upcoming }

  private mutating func count(_ outcome: Outcome) {
    switch outcome {
    case .passed: passed += 1
    case .failed: failed += 1
    case .undecided: undecided += 1
    case .waived: waived += 1
    case .notApplicable: notApplicable += 1
    case .upcoming: upcoming += 1
    }
  }
}
