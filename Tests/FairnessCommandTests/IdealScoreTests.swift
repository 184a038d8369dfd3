// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import TestSupport
import Testing

/// Scores with an ideal, and intervals that a file states without counts.
@Suite struct IdealScoreTests {
  private static func scores(_ values: [(String, Double, margin: Double)]) throws -> EvaluationFile
  {
    try EvaluationFile(
      groups: [],
      metrics: values.map { name, value, margin in
        [
          "name": name, "value": value, "n": 1500, "slice": ["bias_type": "gender"],
          "ci": ["lower": value - margin, "upper": value + margin, "level": 0.95],
        ]
      }
    )
  }

  @Test(arguments: [
    ("pct_stereotype", 0.62, 0.025, Verdict.fail), ("pct_stereotype", 0.38, 0.025, .fail),
    ("pct_stereotype", 0.505, 0.025, .pass), ("pct_stereotype", 0.52, 0.1, .undecided),
    ("bbq_ambiguous_bias", 0.2, 0.025, .fail), ("winobias_gap", 0.01, 0.02, .pass),
  ])
  func `a score is judged on both sides of its ideal`(
    name: String,
    value: Double,
    margin: Double,
    verdict: Verdict
  ) throws {
    let report = try Self.scores([(name, value, margin)]).report(FairnessRequest())
    #expect(report.verdict == verdict)
    #expect(report.console.contains("of gender, ideal 0"))
  }

  @Test func `a limit says how far from its ideal a score may be`() throws {
    let file = try Self.scores([("pct_stereotype", 0.565, margin: 0.01)])
    #expect(try file.report(FairnessRequest()).verdict == .fail)
    #expect(try file.report(FairnessRequest(limits: ["pct_stereotype=0.08"])).verdict == .pass)
    #expect(throws: RunFailure.self) {
      try file.report(FairnessRequest(limits: ["winobias_gap=0.08"]))
    }
  }

  @Test func `intervals without their quantiles are refused for that reason`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      """
      {"by_group": {"selection_rate": {"F": 0.5, "M": 0.3}}, "by_group_ci": [
       {"selection_rate": {"F": 0.4, "M": 0.2}}, {"selection_rate": {"F": 0.6, "M": 0.4}}]}
      """,
      to: "fairlearn.json"
    )
    let failure = try #require(throws: RunFailure.self) {
      try FairnessReport(path: folder.path + "/fairlearn.json", request: FairnessRequest())
    }
    #expect("\(failure)".contains("'ci_quantiles' must name one rising quantile per element"))
  }
}
