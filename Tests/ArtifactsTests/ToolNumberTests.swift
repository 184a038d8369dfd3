// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Numbers of tools under their right names")
struct ToolNumberTests {
  private func evaluation(_ text: String, at path: String) throws -> Artifact {
    try Reader.artifact(text, at: path, as: .evaluation)
  }

  @Test(arguments: [
    ("difference", Measurement.Kind.difference), ("ratio", .ratio), ("group_min", .level),
  ])
  func `a file named after a method of MetricFrame compares groups`(
    name: String,
    kind: Measurement.Kind
  ) throws {
    let artifact = try evaluation(#"{"accuracy": 0.98, "count": 10.0}"#, at: "fl/\(name).json")
    #expect(artifact.measurements.map(\.metric) == ["accuracy_\(name)"])
    #expect(artifact.measurements.map(\.kind) == [kind])
    let table = try evaluation(
      "age,accuracy,selection_rate,count\n18-29,0.04,0.15,3.0\n",
      at: "fl/\(name)_control.csv"
    )
    #expect(table.measurements.map(\.metric) == ["accuracy_\(name)", "selection_rate_\(name)"])
    #expect(table.measurements.compactMap(\.n) == [])
    #expect(table.groups == [])
  }

  @Test func `the folds of a cross validation are no groups of people`() {
    let text = ",fit_time,score_time,test_accuracy\n0,0.02,0.01,0.78\n1,0.08,0.02,0.84\n"
    guard case .recognized = Reader.outcome(text, at: "evaluation/cv.csv", as: .evaluation) else {
      return
    }
    Testing.Issue.record("the table was read")
  }

  @Test func `how data were split is a setting`() throws {
    let artifact = try evaluation(#"{"accuracy": 0.9, "test_size": 0.33}"#, at: "metrics.json")
    #expect(artifact.measurements.map(\.metric) == ["accuracy"])
  }

  @Test func `numbers in lists are named where nobody reads them`() throws {
    let artifact = try evaluation(
      #"{"best_score": 0.9, "mean_test_score": [0.8, 0.9], "param_C": [1, 2]}"#,
      at: "metrics.json"
    )
    #expect(artifact.issues.map(\.code) == ["unread-numbers"])
    #expect(artifact.issues.first?.message.contains("mean_test_score") == true)
  }

  @Test func `metrics of the current Evidently keep their names`() throws {
    let artifact = try evaluation(
      #"""
      {"metrics": [
        {"id": "a", "metric_name": "Accuracy(classification_name=default)", "value": 0.78},
        {"id": "b", "metric_name": "F1Score(conf_matrix=True)", "value": 0.75},
        {"id": "c", "metric_name": "RowCount()", "value": {"count": 500}},
        {"id": "d", "metric_name": "F1ByLabel()", "value": {"0": 0.7, "1": 0.8}}], "tests": []}
      """#,
      at: "report.json"
    )
    #expect(artifact.format == "evidently")
    #expect(artifact.measurements.map(\.metric) == ["accuracy", "f1", "f1", "f1"])
    #expect(artifact.measurements.last?.slice == [SlicePair(attribute: "class_label", group: "1")])
  }

  @Test func `counts that do not give the difference beside them count labels`() throws {
    func explanation(_ positives: Int) -> String {
      """
      {"metric": "Mean Difference", "message": "Mean difference: -0.17", "ideal": "0",
       "numPositivesUnprivileged": \(positives), "numInstancesUnprivileged": 100,
       "numPositivesPrivileged": 50, "numInstancesPrivileged": 100}
      """
    }
    let labels = try evaluation(explanation(44), at: "aif/mean_difference.json")
    #expect(labels.groups == [])
    #expect(labels.issues.map(\.code) == ["contradicting-counts"])
    let decisions = try evaluation(explanation(33), at: "aif/mean_difference.json")
    #expect(decisions.groups.map(\.counts).count == 2)
    #expect(decisions.issues == [])
  }
}
