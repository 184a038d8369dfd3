// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import TestSupport
import Testing

@Suite("The order of a report")
struct ReportOrderTests {
  @Test(arguments: ReportFormat.allCases)
  func `shuffled parts leave every byte as it was`(format: ReportFormat) {
    let expected = render(Sample.full, as: format)
    for seed in UInt64(1)...20 {
      var generator = SeededGenerator(seed: seed)
      let shuffled = Sample.report(
        systems: Sample.full.systems.shuffled(using: &generator),
        packs: Sample.full.packs.shuffled(using: &generator),
        artifacts: Sample.full.artifacts.shuffled(using: &generator),
        models: Sample.full.models.shuffled(using: &generator),
        rules: Sample.full.rules.shuffled(using: &generator),
        results: Sample.full.results.shuffled(using: &generator),
        waivers: Sample.full.waivers.shuffled(using: &generator),
        faults: Sample.full.faults.shuffled(using: &generator),
        verdict: .fail
      )
      #expect(render(shuffled, as: format) == expected, "seed \(seed)")
    }
  }

  @Test func `results with equal keys, or keys that Unicode calls equal, have one order`() {
    let results = ["b", "a", "e\u{301}", "\u{e9}"].flatMap { message in
      ["e\u{301}", "\u{e9}"].map { subject in
        var result = Sample.result("p", "r", subject, .failed)
        result.message = message
        return result
      }
    }
    let expected = render(Sample.report(results: results), as: .json)
    for seed in UInt64(1)...20 {
      var generator = SeededGenerator(seed: seed)
      let shuffled = Sample.report(results: results.shuffled(using: &generator))
      #expect(render(shuffled, as: .json) == expected, "seed \(seed)")
    }
  }

  @Test func `results are sorted by system, pack, rule, subject`() {
    let keys = Sample.full.results.map { "\($0.system)/\($0.pack)/\($0.rule)/\($0.subject)" }
    #expect(
      keys == [
        "credit-default/eu-ai-act/fria-missing/system",
        "credit-default/eu-gdpr/dpia-missing-consultation/DPIA.md",
        "credit-default/eu-gdpr/dpia-missing-measures/DPIA-2.md",
        "credit-default/eu-gdpr/dpia-missing-measures/DPIA.md",
        "credit-default/eu-gdpr/dpia-missing-residual-risk/DPIA.md",
        "credit-default/eu-gdpr/dpia-stale/DPIA.md",
        "credit-default/eu-gdpr/transfer-missing/system",
        "undeclared/base/model-card-missing/system",
      ]
    )
  }

  @Test func `the subject decides before anything else that differs`() {
    let results = [("a", "z"), ("b", "y"), ("c", "x")].map { subject, message in
      var result = Sample.result("p", "r", subject, .failed)
      (result.message, result.code) = (message, message)
      return result
    }
    let report = Sample.report(results: results.reversed())
    #expect(report.results.map(\.subject) == ["a", "b", "c"])
  }

  @Test func `faults of one file are sorted by line, not by digits`() {
    let faults = [10, 9, 100].map { line in
      Fault(
        message: "line \(line)",
        location: SourceLocation(path: "a", position: SourcePosition(line: line, column: 1)),
        help: ""
      )
    }
    let report = Sample.report(faults: faults)
    #expect(report.faults.map(\.message) == ["line 9", "line 10", "line 100"])
  }

  @Test func `the summary counts every result once`() {
    let summary = Sample.full.summary
    #expect(summary.total == Sample.full.results.count)
    #expect(summary.passed == 2)
    #expect(summary.failed == 2)
    #expect(summary.undecided == 1)
    #expect(summary.waived == 1)
    #expect(summary.notApplicable == 1)
    #expect(summary.upcoming == 1)
  }
}
