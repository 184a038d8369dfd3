// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

/// Numbers of tools keep what they are: shapes as the tools write them, with values of our own.
@Suite struct ToolNamesTests {
  private func read(_ text: String, at path: String) throws -> Artifact {
    try EvaluationFixture.parse(text, path: path, as: .evaluation)
  }

  static let evidently = #"""
    {"metrics": [
      {"id": "a", "metric_name": "Accuracy(classification_name=default)",
       "config": {"type": "evidently:metric_v2:Accuracy"}, "value": 0.75},
      {"id": "b", "metric_name": "F1Score(conf_matrix=True)",
       "config": {"type": "evidently:metric_v2:F1Score", "conf_matrix": true}, "value": 0.7},
      {"id": "c", "metric_name": "RocAuc()", "value": 0.8},
      {"id": "d", "metric_name": "RecallByLabel()", "value": {"0": 0.6, "1": 0.8}},
      {"id": "e", "metric_name": "RowCount()", "value": 500.0},
      {"id": "f", "metric_name": "ValueDrift(column=age,threshold=0.05)",
       "config": {"type": "evidently:metric_v2:ValueDrift", "column": "age"}, "value": 0.3}],
     "tests": []}
    """#

  @Test func `metrics of the current Evidently have their names, classes and columns`() throws {
    let report = try EvaluationFixture.parse(Self.evidently, path: "evaluation/summary.json")
    #expect(report.format == "evidently")
    #expect(
      report.readings == [
        Reading("accuracy", 0.75), Reading("f1", 0.7), Reading("roc_auc", 0.8),
        Reading("recall", 0.6, "class_label=0"), Reading("recall", 0.8, "class_label=1"),
        Reading("valuedrift_age", 0.3),
      ]
    )
    #expect(report.issueCodes == ["left-out"])
  }

  @Test func `what Evidently left out is named, and its matrix counts the cases`() throws {
    let report = try read(
      #"""
      {"version": "0.4.40", "metrics": [
        {"metric": "ClassificationQualityMetric", "result": {
          "current": {"accuracy": 0.75}, "reference": {"accuracy": 0.8}}},
        {"metric": "ClassificationConfusionMatrix", "result": {
          "current_matrix": {"labels": [0, 1], "values": [[20, 5], [5, 10]]}}},
        {"metric": "DataDriftTable", "result": {"drift_share": 0.5, "number_of_columns": 2,
          "drift_by_columns": {"age": {"drift_score": 0.02, "stattest_threshold": 0.05}}}},
        {"metric": "ColumnSummaryMetric", "result": {"column_name": "age",
          "current_characteristics": {"mean": 40.5, "std": 3.1}}}]}
      """#,
      at: "report.json"
    )
    #expect(
      report.readings == [Reading("accuracy", 0.75, n: 40), Reading("drift_score_age", 0.02)]
    )
    #expect(report.issueCodes == ["left-out", "left-out", "unread-numbers"])
    #expect(report.issues.last?.message.contains("current_characteristics") == true)
  }

  @Test func `a list of names and values is none of Evidently`() throws {
    let list = try read(
      #"{"metrics": [{"metric": "accuracy", "value": 0.9, "n": 40}]}"#,
      at: "metrics.json"
    )
    #expect(list.readings == [Reading("accuracy", 0.9, n: 40)])
  }

  @Test(
    arguments: [
      ("validation_metrics", "test_metrics"), ("val_scores", "holdout_results"),
      ("dev_set", "results_on_test"),
    ]
  )
  func `parts of the data are no groups, and thresholds no metrics`(
    validation: String,
    test: String
  ) throws {
    let artifact = try read(
      """
      {"\(validation)": {"recall": 0.9, "fpr": 0.1, "threshold": 0.02},
       "\(test)": {"recall": 0.8, "fpr": 0.2, "threshold": 0.02}}
      """,
      at: "artifacts/metrics_v1.json"
    )
    #expect(
      artifact.readings == [
        Reading("recall", 0.9), Reading("fpr", 0.1), Reading("recall", 0.8), Reading("fpr", 0.2),
      ]
    )
    #expect(artifact.measurements.map(\.split) == ["validation", "validation", "test", "test"])
    #expect(artifact.groups.isEmpty)
  }

  @Test(arguments: [(44, false), (33, true)])
  func `positives that do not give the difference beside them are labels`(
    positives: Int,
    areDecisions: Bool
  ) throws {
    let artifact = try read(
      """
      {"metric": "Mean Difference", "message": "Mean difference: -0.17", "ideal": "0",
       "numPositivesUnprivileged": \(positives).0, "numInstancesUnprivileged": 100.0,
       "numPositivesPrivileged": 50.0, "numInstancesPrivileged": 100.0}
      """,
      at: "mean_difference.json"
    )
    #expect(artifact.groups.count == (areDecisions ? 2 : 0))
    #expect(artifact.issueCodes == (areDecisions ? [] : ["contradicting-counts"]))
  }

  @Test(
    arguments: [
      ("difference", Measurement.Kind.difference), ("sex_ratio", .ratio), ("group_min", .level),
    ]
  )
  func `a file named after a comparison of groups holds no metric itself`(
    name: String,
    kind: Measurement.Kind
  ) throws {
    let suffix = name.replacing("sex_", with: "")
    let map = try read(#"{"accuracy": 0.98, "count": 10.0}"#, at: "evaluation/\(name).json")
    #expect(map.readings == [Reading("accuracy_\(suffix)", 0.98)])
    #expect(map.measurements.map(\.kind) == [kind])
    let table = try read(
      "age,accuracy,selection_rate,count\n<40,0.04,0.15,3.0\n40+,0.02,0.2,7.0\n",
      at: "evaluation/\(name).csv"
    )
    #expect(
      table.readings == [
        Reading("accuracy_\(suffix)", 0.04, "age=<40"),
        Reading("selection_rate_\(suffix)", 0.15, "age=<40"),
        Reading("accuracy_\(suffix)", 0.02, "age=40+"),
        Reading("selection_rate_\(suffix)", 0.2, "age=40+"),
      ]
    )
    #expect(table.groups.isEmpty)
  }

  @Test func `a rate that gives no whole number of cases is doubted`() throws {
    let doubted = try read(
      "age,accuracy,selection_rate,count\n<40,0.04495690,0.15932914,3.0\n",
      at: "evaluation/by_age.csv"
    )
    #expect(doubted.issueCodes == ["contradicting-counts"])
    let rounded = try read(
      "age,accuracy,selection_rate,count\n<40,0.77,0.15,93\n",
      at: "evaluation/by_age.csv"
    )
    #expect(rounded.issueCodes == [])
  }

  @Test func `folds, durations and decimals are no groups`() throws {
    let folds = ",fit_time,score_time,test_accuracy\n0,0.02,0.01,0.78\n1,0.08,0.02,0.84\n"
    let source = SourceFile(path: "evaluation/cv.csv", bytes: Array(folds.utf8))
    guard case .fault = ArtifactReader().read(source, as: .evaluation) else {
      Testing.Issue.record("folds were read as groups")
      return
    }
    let people = try read(
      "sex,weight,fit_time,accuracy\nF,0.51,0.02,0.78\nM,0.49,0.08,0.84\n",
      at: "evaluation/by_group.csv"
    )
    #expect(people.measurements.allSatisfy { $0.slice.map(\.attribute) == ["sex"] })
    #expect(people.measurements.allSatisfy { $0.metric != "fit_time" })
  }

  @Test(arguments: ["test_size", "validation_fraction", "train_split", "holdout_size"])
  func `how data were split is a setting`(name: String) throws {
    let artifact = try read(#"{"accuracy": 0.9, "\#(name)": 0.33}"#, at: "metrics.json")
    #expect(artifact.readings == [Reading("accuracy", 0.9)])
  }

  @Test func `the examples of MLflow are the cases of its metrics`() throws {
    let artifact = try read(#"{"example_count": 100, "accuracy_score": 0.5}"#, at: "metrics.json")
    #expect(artifact.readings == [Reading("accuracy_score", 0.5, n: 100)])
  }

  @Test func `numbers in lists are named with their place`() throws {
    let artifact = try read(
      #"""
      {"mean_fit_time": [0.1, 0.2], "param_C": [1, 2], "params": [{"C": 1}, {"C": 2}],
       "mean_test_score": [0.8, 0.9]}
      """#,
      at: "cv_results.json"
    )
    #expect(artifact.issueCodes == ["unread-numbers"])
    #expect(artifact.issues.first?.message.contains("/mean_test_score") == true)
  }

  @Test func `a baseline that is left out is named`() throws {
    for metric in ["accuracy", "statistical_parity_difference", "demographic_parity_difference"] {
      let artifact = try read(
        #"{"baseline": {"\#(metric)": 0.2}, "mitigated": {"\#(metric)": 0.1}}"#,
        at: "mitigation.json"
      )
      #expect(artifact.measurements.map(\.value) == [0.1])
      #expect(artifact.issueCodes == ["left-out"])
    }
  }

  @Test func `the number of cases and the intervals belong to the overall values`() throws {
    let overall = try read(#"{"accuracy": 0.9, "count": 1000.0}"#, at: "overall.json")
    #expect(overall.readings == [Reading("accuracy", 0.9, n: 1000)])
    let frame = try read(
      #"""
      {"overall": {"accuracy": 0.9, "count": 1000.0}, "ci_quantiles": [0.025, 0.975],
       "overall_ci": [{"accuracy": 0.85}, {"accuracy": 0.95}],
       "by_group": {"F": {"accuracy": 0.9}, "M": {"accuracy": 0.9}}}
      """#,
      at: "ci.json"
    )
    #expect(frame.measurements.first?.n == 1000)
    #expect(frame.measurements.first?.uncertainty?.lower == 0.85)
    #expect(frame.measurements.first?.uncertainty?.upper == 0.95)
  }

  @Test func `Great Expectations names columns, observed values and failures`() throws {
    let expectations = #"""
      [{"expectation_type": "expect_column_values_to_not_be_null", "success": true,
        "kwargs": {"column": "age"}, "result": {"element_count": 12, "missing_count": 2,
          "unexpected_percent": 10.0}},
       {"expectation_type": "expect_column_mean_to_be_between", "success": false,
        "kwargs": {"column": "sex"}, "result": {"observed_value": 0.5}},
       {"expectation_type": "expect_table_columns_to_match_set", "success": false,
        "kwargs": {}, "result": {"observed_value": ["age"]}}]
      """#
    let described = #"""
      {"success": false, "statistics": {"evaluated_expectations": 3, "success_percent": 33.3},
       "expectations": \#(expectations)}
      """#
    for text in [described, #"{"success": false, "validation_results": [\#(described)]}"#] {
      let artifact = try EvaluationFixture.parse(text, path: "evaluation/describe.json")
      #expect(
        artifact.readings == [
          Reading("expectations_success", 33.3, n: 3),
          Reading("unexpected_share_expect_column_values_to_not_be_null_age", 10, n: 10),
          Reading("observed_expect_column_mean_to_be_between_sex", 0.5),
        ]
      )
      #expect(artifact.measurements.allSatisfy { $0.dataset == nil })
      #expect(artifact.issueCodes == ["unread-numbers"])
    }
  }
}
