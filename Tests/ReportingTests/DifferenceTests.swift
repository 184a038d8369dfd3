// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import TestSupport
import Testing

@Suite struct DifferenceTests {
  private static let passed = Sample.result("eu-gdpr", "dpia-missing", "DPIA.md", .passed)

  /// What a run with some results adds to one that passes, all findings being new.
  private static func difference(
    _ results: [CheckResult],
    failOn: FailureThreshold = .error
  ) -> DifferenceReport {
    DifferenceReport(
      between: Sample.report(failOn: failOn, results: [passed], verdict: .pass),
      and: Sample.report(failOn: failOn, results: results, verdict: .undecided),
      findings: results.filter { $0.outcome == .failed || $0.outcome == .undecided }
        .map { DifferenceReport.Finding(change: .new, result: $0) },
      movements: [],
      settings: [],
      stale: [],
      newFaults: []
    )
  }

  @Test(arguments: [nil, .notApplicable, .upcoming] as [Outcome?])
  func `a comparison with a commit at which nothing was judged is no pass`(outcome: Outcome?) {
    let results = outcome.map { [Sample.result("eu-gdpr", "dpia-missing", "DPIA.md", $0)] } ?? []
    let difference = Self.difference(results)
    #expect(difference.verdict == .undecided)
    #expect(String(utf8: render(difference, as: .console)).hasPrefix("UNDECIDED: "))
    #expect(Self.difference([Self.passed]).verdict == .pass)
  }

  @Test(
    arguments: [(.block, .undecided), (.error, .undecided), (.warn, .pass)] as [(Severity, Verdict)]
  )
  func `what is new and could not be judged leaves it open under never as well`(
    severity: Severity,
    verdict: Verdict
  ) {
    let open = Sample.result("base", "open", "system", .undecided, severity: severity)
    #expect(Self.difference([Self.passed, open], failOn: .never).verdict == verdict)
  }
}
