// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

/// The forms in which fairness libraries and monitoring tools write their tables, own-written in their shape.
@Suite struct ToolExportTests {
  private func read(_ text: String, at path: String = "evaluation/x.json") throws -> Artifact {
    try EvaluationFixture.parse(text, path: path, as: .evaluation)
  }

  @Test(
    arguments: [
      (
        "a.json",
        #"{"sex": {"0": "F", "1": "M"}, "accuracy": {"0": 0.5, "1": 0.75}, "count": {"0": 4, "1": 8}}"#
      ),
      (
        "b.json",
        #"{"0": {"sex": "F", "accuracy": 0.5, "count": 4}, "1": {"sex": "M", "accuracy": 0.75, "count": 8}}"#
      ),
      (
        "c.json",
        #"{"columns": ["sex", "accuracy", "count"], "index": [0, 1], "data": [["F", 0.5, 4], ["M", 0.75, 8]]}"#
      ),
      (
        "d.json",
        #"""
        {"schema": {"fields": [{"name": "index"}, {"name": "sex"}, {"name": "accuracy"}, {"name": "count"}],
         "primaryKey": ["index"]}, "data": [{"index": 0, "sex": "F", "accuracy": 0.5, "count": 4},
         {"index": 1, "sex": "M", "accuracy": 0.75, "count": 8}]}
        """#
      ),
      ("e.csv", ",sex,accuracy,count\n0,F,0.5,4\n1,M,0.75,8\n"),
      (
        "f.json",
        #"""
        {"index": ["F", "M"], "columns": ["accuracy", "count"], "data": [[0.5, 4], [0.75, 8]],
         "index_names": ["sex"], "column_names": [null]}
        """#
      ),
    ]
  )
  func `a frame without its index keeps the attribute`(name: String, text: String) throws {
    let artifact = try read(text, at: "evaluation/\(name)")
    #expect(
      artifact.readings.filter { $0.metric == "accuracy" } == [
        Reading("accuracy", 0.5, "sex=F", n: 4), Reading("accuracy", 0.75, "sex=M", n: 8),
      ]
    )
    #expect(artifact.measurements.allSatisfy { $0.metric != "sex" && $0.metric != "index" })
  }

  @Test func `one metric with its name and the labels beside it is read`() throws {
    let artifact = try read(
      #"{"name": "accuracy_score", "index": ["F", "M"], "data": [0.5, 0.75]}"#
    )
    #expect(
      artifact.readings == [
        Reading("accuracy_score", 0.5, "=F"), Reading("accuracy_score", 0.75, "=M"),
      ]
    )
  }

  @Test func `a placeholder of Fairlearn is no attribute`() throws {
    let artifact = try read(
      "sensitive_feature_0,accuracy,selection_rate\nF,0.5,0.25\nM,0.75,0.5\n",
      at: "by_group.csv"
    )
    #expect(artifact.measurements.allSatisfy { $0.slice.map(\.attribute) == [""] })
  }

  @Test func `averages among groups are of everybody`() throws {
    let artifact = try read(
      "sex,accuracy,selection_rate,count\nF,0.5,0.25,4\nM,0.75,0.5,8\noverall,0.75,0.5,12\nstd,0.1767766952966369,0.1767766952966369,2.8284271247461903\n",
      at: "by_group.csv"
    )
    #expect(
      artifact.readings.filter { $0.metric == "accuracy" } == [
        Reading("accuracy", 0.5, "sex=F", n: 4), Reading("accuracy", 0.75, "sex=M", n: 8),
        Reading("accuracy", 0.75, n: 12),
      ]
    )
    #expect(artifact.issueCodes == ["left-out"])
    #expect(
      artifact.groups.map(\.slice) == ["F", "M"].map { [SlicePair(attribute: "sex", group: $0)] }
    )
  }

  @Test func `the accuracy of counted people has an interval`() throws {
    let artifact = try read(#"{"accuracy": {"F": 0.5, "M": 0.75}, "count": {"F": 4, "M": 8}}"#)
    let accuracy = artifact.measurements.filter { $0.metric == "accuracy" }
    #expect(accuracy.map(\.numerator) == [2, 6])
    #expect(accuracy.map(\.denominator) == [4, 8])
    // Wilson (1927): 2 of 4 lies between 0.1500 and 0.8500.
    let interval = try #require(accuracy[0].uncertainty)
    #expect(interval.method == .wilson)
    #expect(interval.level == 0.95)
    #expect(abs((interval.lower ?? 0) - 0.150039) < 1e-6)
    #expect(abs((interval.upper ?? 0) - 0.849961) < 1e-6)
  }

  @Test func `an accuracy that is no whole number of people has none`() throws {
    let artifact = try read(#"{"accuracy": {"F": 0.55, "M": 0.75}, "count": {"F": 4, "M": 8}}"#)
    #expect(artifact.measurements.first { $0.metric == "accuracy" }?.uncertainty == nil)
  }

  @Test func `the rates behind a lone explanation are those of its two groups`() throws {
    let artifact = try read(
      #"""
      {"metric": "True Positive Rate Difference", "message": "True positive rate difference (…): 0.25",
       "numTruePositivesUnprivileged": 3.0, "numPositivesUnprivileged": 4.0,
       "numTruePositivesPrivileged": 4.0, "numPositivesPrivileged": 8.0,
       "description": "Computed as a difference.", "ideal": "The ideal value is 0."}
      """#
    )
    #expect(
      artifact.readings == [
        Reading("true_positive_rate_difference", 0.25, "=unprivileged"),
        Reading("true_positive_rate", 0.75, "=unprivileged", n: 4),
        Reading("true_positive_rate", 0.5, "=privileged", n: 8),
      ]
    )
    #expect(artifact.measurements[1].uncertainty?.method == .wilson)
    #expect(artifact.groups.isEmpty)
  }

  @Test func `the text of AIF360 has the names of its explanations`() throws {
    let artifact = try read(
      """
      Classification accuracy (ACC): 0.7825
      Average odds difference (average of TPR difference and FPR difference, 0 = equality of odds): 0.0128
      Consistency (Zemel, et al. 2013): [0.6265]
      Error rate (ERR = 1 - ACC): 0.2175
      Number of false positive instances (FP): 42.0
      Statistical parity difference (probability of favorable outcome for unprivileged instances - \
      probability of favorable outcome for privileged instances): 0.049
      Classification accuracy (ACC): 0.7825
      """,
      at: "evaluation/explainer.txt"
    )
    #expect(artifact.format == "aif360")
    #expect(
      artifact.readings == [
        Reading("accuracy", 0.7825), Reading("average_odds_difference", 0.0128, "=unprivileged"),
        Reading("consistency", 0.6265), Reading("error_rate", 0.2175),
        Reading("number_of_false_positive_instances", 42),
        Reading("statistical_parity_difference", 0.049, "=unprivileged"),
      ]
    )
    #expect(artifact.issues.isEmpty)
  }

  @Test func `a remark in brackets is no part of a metric's name`() throws {
    let artifact = try read("Accuracy (ACC): 0.75\nRecall (sex=F): 0.5\n", at: "evaluation/m.txt")
    #expect(artifact.readings == [Reading("accuracy", 0.75), Reading("recall", 0.5, "sex=F")])
  }

  @Test func `Aequitas by rows counts its groups`() throws {
    let artifact = try read(
      #"""
      {"0": {"model_id": 0, "attribute_name": "sex", "attribute_value": "F", "tp": 1, "fp": 2, "tn": 3,
             "fn": 4, "group_size": 10, "tpr": 0.2},
       "1": {"model_id": 0, "attribute_name": "sex", "attribute_value": "M", "tp": 4, "fp": 3, "tn": 2,
             "fn": 1, "group_size": 10, "tpr": 0.8}}
      """#
    )
    #expect(artifact.format == "aequitas")
    #expect(artifact.groups.count == 2)
    #expect(artifact.readings.map(\.slice) == ["sex=F", "sex=M"])
  }

  @Test(
    arguments: [
      #"{"model_id": {"0": 0, "1": 0}, "attribute_name": {"0": "race", "1": "sex"}, "TPR Parity": {"0": true, "1": false}}"#,
      #"[{"model_id": 0, "attribute_name": "race", "TPR Parity": true}]"#,
    ]
  )
  func `verdicts of Aequitas are no numbers, and that is said`(text: String) throws {
    let artifact = try read(text)
    #expect(artifact.measurements.isEmpty)
    #expect(artifact.issueCodes == ["no-results"])
    #expect(artifact.issues[0].message.contains("get_crosstabs"))
  }

  @Test func `how often a value occurs in Evidently's data is no metric`() throws {
    let artifact = try read(
      #"""
      {"metrics": [{"metric_name": "UniqueValueCount(column=sex)", "config": {"column": "sex"},
        "value": {"counts": {"M": 157, "F": 143}, "shares": {"M": 0.52, "F": 0.48}}},
       {"metric_name": "MeanValue(column=age)", "config": {"column": "age"}, "value": 47.9}]}
      """#
    )
    #expect(artifact.readings == [Reading("meanvalue_age", 47.9)])
    #expect(artifact.issueCodes == ["left-out"])
  }

  @Test func `the drift of a target is read, and distributions are named as not read`() throws {
    let artifact = try read(
      #"""
      {"metrics": [{"metric": "ColumnDriftMetric", "result": {"column_name": "target", "drift_score": 0.51,
        "stattest_threshold": 0.05, "current": {"small_distribution": {"x": [0, 1], "y": [144, 156]}}}},
       {"metric": "ColumnCorrelationsMetric", "result": {"column_name": "target",
        "current": {"cramer_v": {"values": {"x": ["sex"], "y": [0.018]}}}}}]}
      """#
    )
    #expect(artifact.readings == [Reading("drift_score_target", 0.51)])
    #expect(artifact.issueCodes.contains("unread-numbers"))
  }

  @Test(
    arguments: [
      (
        "r.csv",
        "user_input,retrieved_contexts,response,exact_match\nq,['a'],b,0.0\nr,['c'],d,1.0\n"
      ),
      (
        "r.json",
        #"[{"user_input": "q", "response": "b", "exact_match": 0}, {"user_input": "r", "response": "d", "exact_match": 1}]"#
      ),
      ("s.json", #"{"results": [{"prompt": "q", "accuracy": 0}, {"prompt": "r", "accuracy": 1}]}"#),
    ]
  )
  func `the questions of a test are no groups of people`(name: String, text: String) {
    let file = SourceFile(path: "evaluation/\(name)", bytes: Array(text.utf8))
    switch ArtifactReader().read(file, as: .evaluation) {
    case .recognized(let artifacts, _):
      #expect(artifacts.flatMap(\.measurements).isEmpty)
      #expect(artifacts.flatMap(\.issues).map(\.message).allSatisfy { $0.contains("single cases") })
    case .fault(let fault): #expect(fault.help.contains("export"))
    case .notRecognized: Testing.Issue.record("a declared file was passed over")
    }
  }

  @Test(
    arguments: [
      #"{"auc": {"doubleValue": 0.75}, "example_count": {"doubleValue": 40.0}}"#,
      #"{"()": {"auc": {"doubleValue": 0.75}, "example_count": {"doubleValue": 40.0}}}"#,
    ]
  )
  func `the metrics of all slices of TFMA are of everybody`(text: String) throws {
    #expect(try read(text).readings == [Reading("auc", 0.75, n: 40)])
  }

  @Test func `keys that TFMA writes as tuples name attribute and group`() throws {
    let artifact = try read(
      #"{"(('sex', 'F'), ('land', \"Côte d'Or\"))": {"auc": {"doubleValue": 0.5}}, "()": {"auc": {"doubleValue": 0.75}}}"#
    )
    #expect(
      artifact.readings == [Reading("auc", 0.5, "land=Côte d'Or,sex=F"), Reading("auc", 0.75)]
    )
  }

  @Test func `tables and clocks of Weights and Biases are no metrics`() throws {
    let run = try read(
      #"{"_wandb": {"runtime": 9}, "f1": 0.5, "cm": {"_type": "table-file", "nrows": 4, "ncols": 3}}"#
    )
    #expect(run.readings == [Reading("f1", 0.5)])
    #expect(run.issueCodes == ["unread-numbers"])
    let empty = try read(#"{"_wandb": {"runtime": 9}}"#)
    #expect(empty.readings.isEmpty)
    #expect(empty.issueCodes == ["no-results"])
  }

  @Test func `the results of a model in MTEB are those of its tasks`() throws {
    let artifact = try read(
      #"""
      {"model_name": "bank/letters", "model_revision": "r1", "task_results": [
        {"task_name": "STS12", "mteb_version": "2.2.0", "scores": {"test": [{"main_score": 0.5}]}},
        {"task_name": "STS13", "mteb_version": "2.2.0", "scores": {"test": [{"main_score": 0.75}]}}]}
      """#
    )
    #expect(artifact.format == "mteb")
    #expect(artifact.measurements.map(\.task) == ["STS12", "STS13"])
    #expect(artifact.models.map(\.name) == ["bank/letters"])
  }

  @Test func `the table of a deepchecks result is read under its own names`() throws {
    let artifact = try read(
      #"""
      {"type": "CheckResult", "header": "Train Test Performance", "check": {"name": "Train Test Performance"},
       "value": "[{\"Dataset\": \"Train\", \"Class\": 0, \"Metric\": \"F1\", \"Value\": 0.5, \"Number of samples\": 114}, {\"Dataset\": \"Test\", \"Class\": null, \"Metric\": \"Accuracy\", \"Value\": 0.75, \"Number of samples\": 80}]"}
      """#
    )
    #expect(
      artifact.readings == [
        Reading("f1", 0.5, "class_label=0", n: 114), Reading("accuracy", 0.75, n: 80),
      ]
    )
    #expect(artifact.measurements.map(\.split) == ["train", "test"])
  }
}
