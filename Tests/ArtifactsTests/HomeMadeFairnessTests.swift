// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

/// Reports that teams write around the metrics of Fairlearn and AIF360.
@Suite struct HomeMadeFairnessTests {
  @Test func `attributes under a key of their own, with rates by group, are read`() throws {
    let artifact = try EvaluationFixture.parse(
      #"""
      {"n_test_rows": 90, "thresholds": {"demographic_parity_threshold": 0.2},
       "metrics": {"sex": {"demographic_parity_difference": 0.05,
        "selection_rate_by_group": {"f": 0.4, "m": 0.45}, "group_counts": {"m": 60, "f": 30}}}}
      """#,
      path: "reports/fairness_report.json"
    )
    #expect(artifact.format == "fairlearn")
    #expect(
      artifact.readings == [
        Reading("demographic_parity_difference", 0.05, "sex="),
        Reading("selection_rate", 0.4, "sex=f", n: 30),
        Reading("selection_rate", 0.45, "sex=m", n: 60),
      ]
    )
    #expect(
      artifact.measurements[1].source.pointer == "/metrics/sex/selection_rate_by_group/f"
    )
    #expect(artifact.measurements[1].unit == .fraction)
    #expect(artifact.issues.isEmpty)
  }

  @Test(arguments: ["groups", "per_group"])
  func `groups under another name than by_group are read with their cases`(key: String) throws {
    let artifact = try EvaluationFixture.parse(
      #"""
      {"region": {"\#(key)": {"north": {"n": 12, "selection_rate": 0.1, "recall": 0.5},
        "south": {"n": 34, "selection_rate": 0.2, "recall": null}},
        "demographic_parity_difference": 0.1}}
      """#,
      path: "fairness.json"
    )
    #expect(
      artifact.readings == [
        Reading("selection_rate", 0.1, "region=north", n: 12),
        Reading("recall", 0.5, "region=north", n: 12),
        Reading("selection_rate", 0.2, "region=south", n: 34),
        Reading("recall", nil, "region=south", n: 34),
        Reading("demographic_parity_difference", 0.1, "region="),
      ]
    )
  }

  @Test func `counts of groups in a list are read, and those without a group are named`() throws {
    let artifact = try Reader.artifact(
      #"""
      {"accuracy": 0.8, "positive_means": "benefit",
       "audit": [{"slice": {"sex": "F"}, "tp": 1, "fp": 2, "tn": 3, "fn": 4},
        {"attribute": "sex", "group": "M", "n": 10, "selected": 4}],
       "rest": [{"true_positives": 1, "false_positives": 2, "true_negatives": 3,
        "false_negatives": 4}],
       "figures": [{"name": "recall", "value": 0.5, "slice": {"sex": "F"}}]}
      """#,
      at: "metrics.json",
      as: .evaluation
    )
    #expect(artifact.format == "flat-metrics")
    #expect(artifact.groups.map { $0.slice.map(\.group) } == [["F"], ["M"]])
    #expect(artifact.groups.allSatisfy { $0.slice.map(\.attribute) == ["sex"] })
    #expect(
      artifact.groups.map(\.counts)
        == [.confusion(tp: 1, fp: 2, tn: 3, fn: 4), .selection(selected: 4, n: 10)]
    )
    #expect(artifact.positiveMeans == "benefit")
    #expect(artifact.readings.last == Reading("recall", 0.5, "sex=F"))
    #expect(artifact.issues.map(\.code) == ["unread-numbers"])
    #expect(artifact.issues.map(\.severity) == [.error])
  }

  @Test func `what holds for the privileged group keeps that group`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"age": {"n_rows": 9, "recall_privileged": 0.6, "recall_unprivileged": 0.5, "#
        + #""statistical_parity_difference": -0.02}}"#,
      path: "fairness.json"
    )
    #expect(artifact.format == "aif360")
    #expect(
      artifact.readings == [
        Reading("recall", 0.6, "age=privileged"), Reading("recall", 0.5, "age=unprivileged"),
        Reading("statistical_parity_difference", -0.02, "age=unprivileged"),
      ]
    )
  }

  @Test(arguments: [
    ("demographic_parity_difference_age_group", "demographic_parity_difference[age_group=]"),
    ("sex_equalized_odds_ratio", "equalized_odds_ratio[sex=]"),
    ("Disparate impact (region)", "disparate_impact[region=]"),
    ("test_equalized_odds_difference", "test_equalized_odds_difference[]"),
    ("disparate_impact", "disparate_impact[=unprivileged]"), ("max_depth_gap", "max_depth_gap[]"),
  ])
  func `a disparity in a flat file is about the attribute in its name`(
    key: String,
    expected: String
  ) throws {
    let artifact = try EvaluationFixture.parse(
      #"{"auc": 0.7, "\#(key)": 0.5}"#,
      path: "metrics.json",
      as: .evaluation
    )
    let reading = try #require(artifact.readings.last)
    #expect("\(reading)".hasPrefix(expected))
  }

  @Test func `a table of counts alone is none of metrics by group`() {
    let text = "tier,count,percentage\nHIGH,40,70.3%\nLOW,12,29.7%\n"
    guard case .notRecognized = EvaluationFixture.outcome(text, path: "fairness.csv") else {
      Testing.Issue.record("a table of counts was taken for metrics")
      return
    }
  }

  @Test func `a rate by group that is no number is an issue`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"demographic_parity_ratio": 1, "fpr_by_group": {"a": [], "b": "x"}, "counts": {"a": -1}}"#,
      path: "fairness.json"
    )
    #expect(artifact.issueCodes == ["bad-count", "malformed-results", "malformed-results"])
  }
}
