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

  @Test func `groups in a map under the trait that tells them apart are groups of that trait`()
    throws
  {
    let artifact = try Reader.artifact(
      #"""
      {"accuracy": 0.85, "recall": {"race": {"black": 0.5, "white": 0.75}},
       "test": {"sex": {"F": {"accuracy": 0.9, "n": 50}, "M": {"accuracy": 0.8, "n": 40}}},
       "age_band": {"<40": {"tp": 1, "fp": 2, "tn": 3, "fn": 4},
        "40+": {"tp": 4, "fp": 3, "tn": 2, "fn": 1}}}
      """#,
      at: "metrics.json",
      as: .evaluation
    )
    #expect(artifact.format == "flat-metrics")
    #expect(
      artifact.readings == [
        Reading("recall", 0.5, "race=black"), Reading("recall", 0.75, "race=white"),
        Reading("accuracy", 0.9, "sex=F", n: 50), Reading("accuracy", 0.8, "sex=M", n: 40),
        Reading("accuracy", 0.85),
      ]
    )
    #expect(artifact.measurements.map(\.split) == [nil, nil, "test", "test", nil])
    #expect(
      artifact.groups.map(\.counts) == [
        .confusion(tp: 1, fp: 2, tn: 3, fn: 4), .confusion(tp: 4, fp: 3, tn: 2, fn: 1),
      ]
    )
    #expect(artifact.groups.flatMap(\.slice).map(\.attribute) == ["age_band", "age_band"])
    #expect(artifact.issues.isEmpty)
  }

  @Test func `a key that says by what groups are told apart is no part of a metric`() throws {
    let artifact = try Reader.artifact(
      #"""
      {"overall_roc_auc": 0.8, "fnr_by_quartile": {"1": 0.2, "2": 0.3},
       "per_lang_f1": {"en": 0.8, "vi": 0.7}, "sample_counts": {"en": 10, "vi": 20},
       "warn_gap": 0.1, "best_params": {"subsample": 0.7, "min_child_weight": 3}}
      """#,
      at: "metrics.json",
      as: .evaluation
    )
    #expect(
      artifact.readings == [
        Reading("fnr", 0.2, "quartile=1"), Reading("fnr", 0.3, "quartile=2"),
        Reading("f1", 0.8, "lang=en", n: 10), Reading("f1", 0.7, "lang=vi", n: 20),
        Reading("roc_auc", 0.8),
      ]
    )
    #expect(artifact.issues.isEmpty)
  }

  @Test func `what stands beside a report by class is read, and classes are no names`() throws {
    let artifact = try Reader.artifact(
      #"""
      {"roc_auc": 0.93, "log_loss": 0.4, "classification_report": {
        "0": {"precision": 0.9, "recall": 0.8, "f1-score": 0.85, "support": 60},
        "1": {"precision": 0.7, "recall": 0.6, "f1-score": 0.65, "support": 40},
        "accuracy": 0.8}}
      """#,
      at: "metrics.json",
      as: .evaluation
    )
    #expect(artifact.format == "sklearn-report")
    #expect(artifact.readings.count == 9)
    #expect(artifact.readings.first == Reading("precision", 0.9, "class_label=0", n: 60))
    #expect(
      artifact.readings.suffix(3) == [
        Reading("accuracy", 0.8), Reading("roc_auc", 0.93), Reading("log_loss", 0.4),
      ]
    )
  }

  @Test func `frames by attribute and shortened disparities beside them are read`() throws {
    let artifact = try EvaluationFixture.parse(
      #"""
      {"overall": {"accuracy": 0.75}, "dpd": 0.11, "by_group": {"sex": {
        "F": {"accuracy": 0.7, "count": 10}, "M": {"accuracy": 0.8, "count": 10}}}}
      """#,
      path: "fairness.json"
    )
    #expect(artifact.format == "fairlearn")
    #expect(
      artifact.readings.filter { !$0.metric.hasPrefix("count") } == [
        Reading("accuracy", 0.75), Reading("accuracy", 0.7, "sex=F", n: 10),
        Reading("accuracy", 0.8, "sex=M", n: 10), Reading("dpd", 0.11),
      ]
    )
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
