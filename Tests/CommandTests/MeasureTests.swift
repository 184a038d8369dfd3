// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Pictures of what rules judge fairness by.
@Suite struct MeasureTests {
  /// A check of the credit example by one rule of its own, as the report has it.
  private func check(
    _ condition: String,
    format: String,
    changing change: (String) -> String = { $0 }
  ) async throws -> String {
    let repository = try FixtureRepository()
    defer { withExtendedLifetime(repository) {} }
    var files = try ExampleFiles.of("credit-scoring")
    let evaluation = "evaluation/2026-09-holdout.json"
    files[evaluation] = .text(change(try ExampleFiles.text(evaluation, of: "credit-scoring")))
    files.merge(Monorepo.pack(require: condition)) { _, own in own }
    try repository.commit(files)
    let outcome = try await Program.run(
      ["check", "--as-of", "2026-11-21", "--output", format],
      in: repository.path
    )
    return outcome.text
  }

  @Test(arguments: [
    "dossier.evaluations.all(e, fairness(e, 'sex', 'demographic_parity_ratio', 0.75, 0.95, 30).verdict"
      + " == 'pass')",
    "fairness_of(dossier, system, 'demographic_parity_ratio', 0.75, 0.95, 30, 'two_key')"
      + ".all(c, c.verdict == 'pass')",
  ])
  func `a rule with numbers in place of parameters has its picture`(condition: String) async throws
  {
    let report = try await check(condition, format: "json")
    #expect(report.contains(#""metric":"demographic_parity_ratio""#))
    #expect(report.contains(#""limit":0.75"#))
    let page = try await check(condition, format: "html")
    #expect(page.contains("demographic parity ratio, at least 0.75"))
    #expect(page.contains("sex: the groups behind demographic parity ratio"))
  }

  @Test func `a score around an ideal is drawn with its tolerance, also below zero`() async throws {
    let condition =
      "stated_values(dossier, ['amb_bias_score'], 0.0, 0.05, 0.95).all(c, c.verdict == 'pass')"
    let stated = { (text: String) in
      text.replacing(
        #""metrics": ["#,
        with: #""metrics": [{"name": "amb_bias_score", "value": -0.08, "n": 900, "ci": "#
          + #"{"lower": -0.1, "upper": -0.06, "level": 0.95}},"#
      )
    }
    let report = try await check(condition, format: "json", changing: stated)
    #expect(report.contains(#""metric":"amb_bias_score""#))
    #expect(report.contains(#""tolerance":0.05"#))
    let page = try await check(condition, format: "html", changing: stated)
    #expect(page.contains("amb bias score, within 0.05 of 0.00"))
    #expect(page.contains(">-0.10</text>"))
  }

  @Test func `gaps between stated values are drawn with the groups that they are between`()
    async throws
  {
    let page = try await check(
      "stated_gaps(dossier, system, ['accuracy'], 'difference', 0.05, 0.95).size() > 0",
      format: "html"
    )
    #expect(page.contains("accuracy difference, at most 0.05"))
    #expect(page.contains("sex: the groups behind accuracy difference"))
  }

  @Test func `what no rule judges has no picture`() async throws {
    let report = try await check("dossier.evaluations.size() > 0", format: "json")
    #expect(report.contains(#""measures":[]"#))
  }
}
