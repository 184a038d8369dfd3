// SPDX-License-Identifier: Apache-2.0

import Foundation
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

  @Test func `a score without an interval beside counts keeps a pass away`() throws {
    func report(_ metrics: [[String: Any]]) throws -> FairnessReport {
      try EvaluationFile(
        groups: ["F", "M"].map { (["sex": $0], ["n": 5000, "selected": 2500]) },
        metrics: metrics
      ).report(FairnessRequest())
    }
    let bare = try report([["name": "pct_stereotype", "value": 0.9]])
    #expect(bare.verdict == .undecided && bare.console.contains("- not evaluable pct_stereotype"))
    let unknown = try report([
      ["name": "stereotype_score", "value": 0.9], ["name": "selection_rate_ratio", "value": 1.0],
      ["name": "demographic_parity_difference", "value": 0.9],
      ["name": "auc", "value": 0.2, "slice": ["sex": "F"]], ["name": "accuracy", "value": 0.9],
    ])
    let line = "Stated and not judged, since the counts do not give it: auc, "
    #expect(
      unknown.console.replacingOccurrences(of: "\n", with: " ")
        .contains("\(line)demographic_parity_difference, stereotype_score.")
    )
    #expect(unknown.verdict == .pass)
  }

  @Test func `a limit says how far from its ideal a score may be`() throws {
    let file = try Self.scores([("pct_stereotype", 0.565, margin: 0.01)])
    #expect(try file.report(FairnessRequest()).verdict == .fail)
    #expect(try file.report(FairnessRequest(limits: ["pct_stereotype=0.08"])).verdict == .pass)
    #expect(throws: RunFailure.self) {
      try file.report(FairnessRequest(limits: ["winobias_gap=0.08"]))
    }
  }

  @Test func `the interval of a difference judges it where no group has one`() throws {
    func report(_ difference: String, _ limits: [String] = []) throws -> FairnessReport {
      let folder = try TemporaryDirectory()
      try folder.write(
        #"{"by_group": {"selection_rate": {"F": 0.5, "M": 0.3}}, "ci_quantiles": [0.025, 0.975], "#
          + #""difference": {"selection_rate": 0.2}, "difference_ci": \#(difference)}"#,
        to: "fairlearn.json"
      )
      let path = folder.path + "/fairlearn.json"
      return try FairnessReport(path: path, request: FairnessRequest(limits: limits))
    }
    let clear = #"[{"selection_rate": 0.15}, {"selection_rate": 0.25}]"#
    #expect(try report(clear).verdict == .fail)
    #expect(try report(clear).console.contains("stated by the team, not recomputable"))
    #expect(try report(clear, ["selection_rate_difference=0.3"]).verdict == .pass)
    let wide = #"[{"selection_rate": 0.05}, {"selection_rate": 0.35}]"#
    #expect(try report(wide).verdict == .undecided)
  }

  @Test func `a difference that an evaluation states with its interval is judged by it`() throws {
    func verdict(
      _ name: String,
      _ value: Double,
      _ lower: Double,
      _ upper: Double
    ) throws -> Verdict {
      let metric: [String: Any] = [
        "name": name, "value": value, "n": 900,
        "ci": ["lower": lower, "upper": upper, "level": 0.95],
      ]
      return try EvaluationFile(groups: [], metrics: [metric]).report(FairnessRequest()).verdict
    }
    #expect(try verdict("demographic_parity_difference", 0.3, 0.25, 0.35) == .fail)
    #expect(try verdict("demographic_parity_difference", -0.02, -0.05, 0.01) == .pass)
    #expect(try verdict("demographic_parity_ratio", 0.6, 0.5, 0.7) == .fail)
    #expect(try verdict("demographic_parity_ratio", 0.9, 0.85, 0.95) == .pass)
    #expect(try verdict("demographic_parity_ratio", 0.8, 0.7, 0.9) == .undecided)
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
