// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

/// Tables and texts as tools wrote them: Fairlearn 0.13 and 0.15, AIF360 0.6.1, Aequitas 1.1, pandas 3.1.
@Suite struct ExportedTableTests {
  @Test(arguments: [
    "fairlearn/by_group_turned.csv", "fairlearn/by_group_table.json",
    "fairlearn/metricframe_intervals.json",
  ])
  func `a MetricFrame counts its groups, whichever way pandas turned it`(name: String) throws {
    let artifact = try EvaluationFixture.read(name)
    #expect(artifact.format == "fairlearn")
    #expect(artifact.groups.map { $0.slice.map(\.group) } == [["F"], ["M"]])
    #expect(
      artifact.groups.map(\.counts) == [
        .confusion(tp: 71, fp: 22, tn: 77, fn: 17), .confusion(tp: 90, fp: 20, tn: 74, fn: 29),
      ]
    )
    #expect(artifact.issues.isEmpty)
  }

  @Test func `a difference has the interval of its bootstrap`() throws {
    let artifact = try EvaluationFixture.read("fairlearn/metricframe_intervals.json")
    let found = try #require(
      artifact.measurements.first { $0.metric == "selection_rate_difference" }
    )
    let interval = try #require(found.uncertainty)
    #expect(interval.method == .bootstrap)
    #expect(try #require(interval.lower) < (try #require(interval.upper)))
  }

  @Test func `an interval without quantiles is an issue`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"by_group": {"accuracy": {"F": 0.5, "M": 0.6}}, "difference": {"accuracy": 0.1}, "difference_ci": [1]}"#,
      path: "fairness.json"
    )
    #expect(artifact.issueCodes == ["unknown-quantiles"])
  }

  @Test func `rows without a name are no overall values`() throws {
    let artifact = try EvaluationFixture.read(
      "fairlearn/by_group_nameless.json",
      as: .evaluation
    )
    #expect(artifact.measurements.isEmpty)
    #expect(artifact.issueCodes == ["unnamed-groups"])
  }

  @Test func `explanations of AIF360 below an attribute are about it`() throws {
    let artifact = try EvaluationFixture.read("aif360/explained_by_attribute.json")
    #expect(artifact.format == "aif360")
    #expect(
      artifact.groups.map(\.counts) == [
        .confusion(tp: 60, fp: 21, tn: 84, fn: 22), .confusion(tp: 111, fp: 16, tn: 63, fn: 23),
      ]
    )
    #expect(
      artifact.groups.map(\.slice) == [
        [SlicePair(attribute: "sex", group: "unprivileged")],
        [SlicePair(attribute: "sex", group: "privileged")],
      ]
    )
  }

  @Test func `values of AIF360 are about the attribute that stands beside them`() throws {
    let artifact = try EvaluationFixture.read("aif360/values.json")
    #expect(artifact.readings.map(\.slice) == ["sex=unprivileged", "sex=unprivileged"])
  }

  @Test func `the confusion matrix of an Aequitas audit counts groups of its attributes`() throws {
    let artifact = try EvaluationFixture.read("aequitas/confusion_matrix.csv")
    #expect(artifact.format == "aequitas")
    #expect(
      artifact.groups.map { $0.slice.map(\.attribute) } == [["sex"], ["sex"], ["age"], ["age"]]
    )
    #expect(artifact.groups.first?.counts == .confusion(tp: 71, fp: 22, tn: 77, fn: 17))
  }

  @Test(arguments: ["classification_report.txt", "classification_report_by_row.csv"])
  func `accuracy and averages of a report are overall values`(name: String) throws {
    let artifact = try EvaluationFixture.read("sklearn/\(name)")
    let overall = artifact.measurements.filter(\.slice.isEmpty)
    #expect(overall.first?.metric == "accuracy")
    #expect(overall.count == 7)
    #expect(
      Set(artifact.measurements.flatMap(\.slice)) == [
        SlicePair(attribute: "class_label", group: "churn"),
        SlicePair(attribute: "class_label", group: "stay"),
      ]
    )
  }

  @Test(arguments: [
    "metric,value\naccuracy,0.91\nf1,0.88\nn_samples,300\n",
    "name;value\naccuracy;0,91\nf1;0,88\nn_samples;300\n",
    ",0\naccuracy,0.91\nf1,0.88\nn_samples,300\n",
    "accuracy,0.91\nf1,0.88\nn_samples,300\n",
  ])
  func `a table of names and values is read once declared`(text: String) throws {
    let artifact = try EvaluationFixture.parse(text, path: "scores.csv", as: .evaluation)
    #expect(
      artifact.readings == [Reading("accuracy", 0.91, n: 300), Reading("f1", 0.88, n: 300)]
    )
    #expect(EvaluationFixture.outcome(text, path: "scores.csv").isRecognized == false)
  }

  @Test func `the columns of splits are splits`() throws {
    let artifact = try EvaluationFixture.parse(
      "metric,train,test\naccuracy,0.99,0.91\n",
      path: "scores.csv",
      as: .evaluation
    )
    #expect(artifact.measurements.map(\.split) == ["train", "test"])
    #expect(artifact.measurements.map(\.value) == [0.99, 0.91])
  }

  @Test func `lines of names and values are read, and a line that is none is said`() throws {
    let artifact = try EvaluationFixture.parse(
      "Accuracy = 0.91\nROC AUC: 0.88\nseed: 7\n3 of 4 folds\n",
      path: "scores.txt",
      as: .evaluation
    )
    #expect(artifact.readings == [Reading("accuracy", 0.91), Reading("roc_auc", 0.88)])
    #expect(artifact.issueCodes == ["unread-numbers"])
    #expect(artifact.issues.first?.source.position.line == 4)
  }

  @Test(arguments: [
    "metric,sex,value\naccuracy,F,0.9\n", "model,accuracy,f1\nLogReg,0.9,0.8\nXGB,0.9,0.8\n",
  ])
  func `a table with more than names and values is no list of metrics`(text: String) throws {
    let outcome = ArtifactReader().read(
      SourceFile(path: "scores.csv", bytes: Array(text.utf8)),
      as: .evaluation
    )
    guard case .recognized(let artifacts, _) = outcome else { return }
    #expect(artifacts.allSatisfy { $0.format != "metric-list" })
  }

  @Test(arguments: [
    ("eval.ipynb", #"{"cells": [], "nbformat": 4, "nbformat_minor": 5}"#),
    ("report.html", "<table><tr><td>accuracy</td><td>0.9</td></tr></table>"),
    ("garak.report.jsonl", #"{"entry_type": "eval", "passed": 8, "total": 10}"#),
    ("models.csv", "model,accuracy\nLogReg,0.81\nXGB,0.84\n"),
  ])
  func `what cannot be read for certain is not read, with what to export`(
    path: String,
    text: String
  ) throws {
    let file = SourceFile(path: path, bytes: Array(text.utf8))
    guard case .fault(let fault) = ArtifactReader().read(file, as: .evaluation) else {
      Issue.record("\(path) was read")
      return
    }
    #expect(fault.message.contains("not read") || fault.message.contains("no known format"))
    #expect(fault.help.contains("export"))
    #expect(!ArtifactReader().read(file).isRecognized)
  }

  @Test func `the metadata of a Kaggle dataset describes a dataset`() throws {
    let text =
      #"{"title": "Loans", "id": "me/loans", "licenses": [{"name": "CC0-1.0"}], "subtitle": "x"}"#
    let file = SourceFile(path: "data/dataset-metadata.json", bytes: Array(text.utf8))
    guard case .recognized(let artifacts, _) = ArtifactReader().read(file) else {
      Issue.record("not recognized")
      return
    }
    #expect(artifacts.map(\.kind) == [.datasheet])
    #expect(artifacts.first?.datasets.first?.licenses == ["CC0-1.0"])
  }
}

extension ReadOutcome {
  fileprivate var isRecognized: Bool {
    if case .recognized = self { true } else { false }
  }
}
