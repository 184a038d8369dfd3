// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite struct SklearnFormatTests {
  @Test func `a classification report gives each number with its class and its cases`() throws {
    let report = try EvaluationFixture.read("sklearn/classification_report.json")
    #expect(report.format == "sklearn-report")
    #expect(report.kind == .evaluation)
    #expect(report.issues.isEmpty)
    #expect(
      report.readings == [
        Reading("precision", 0.91, "class_label=no", n: 8000),
        Reading("recall", 0.95, "class_label=no", n: 8000),
        Reading("f1_score", 0.93, "class_label=no", n: 8000),
        Reading("precision", 0.74, "class_label=yes", n: 2000),
        Reading("recall", 0.6, "class_label=yes", n: 2000),
        Reading("f1_score", 0.66, "class_label=yes", n: 2000),
        Reading("accuracy", 0.88, n: 10000),
        Reading("macro_avg_precision", 0.825, n: 10000),
        Reading("macro_avg_recall", 0.775, n: 10000),
        Reading("macro_avg_f1_score", 0.795, n: 10000),
        Reading("weighted_avg_precision", 0.876, n: 10000),
        Reading("weighted_avg_recall", 0.88, n: 10000),
        Reading("weighted_avg_f1_score", 0.876, n: 10000),
      ]
    )
    #expect(report.measurements.allSatisfy { $0.unit == .fraction && $0.higherIsBetter == true })
  }

  @Test func `a number keeps its pointer, its place and its text`() throws {
    let report = try EvaluationFixture.read("sklearn/classification_report.json")
    let recall = try #require(report.measurement(at: "/yes/recall"))
    #expect(recall.raw == "0.60")
    #expect(recall.source.position == SourcePosition(line: 2, column: 39))
    #expect(report.measurement(at: "/macro avg/f1-score")?.source.position.line == 4)
  }

  @Test func `of reports under the names of two models it is asked which is ours`() throws {
    let row = #"{"precision":1,"recall":1,"f1-score":1,"support":3}"#
    let report = #"{"a":\#(row),"accuracy":1,"macro avg":\#(row),"weighted avg":\#(row)}"#
    let artifact = try EvaluationFixture.parse(#"{"Forest A":\#(report),"LogReg":\#(report)}"#)
    #expect(artifact.issues.map(\.code) == ["several-models"])
    #expect(artifact.measurement(at: "/Forest A/accuracy")?.metric == "forest_a_accuracy")
    #expect(artifact.measurement(at: "/LogReg/a/recall")?.metric == "logreg_recall")
    let alone = try EvaluationFixture.parse(#"{"Forest A":\#(report),"seed":3}"#)
    #expect(alone.measurement(at: "/Forest A/accuracy")?.metric == "accuracy")
  }

  @Test func `reports under the names of splits are read with their split`() throws {
    let row = #"{"precision":1,"recall":1,"f1-score":1,"support":3}"#
    let report = #"{"a":\#(row),"accuracy":1,"macro avg":\#(row),"weighted avg":\#(row)}"#
    let artifact = try EvaluationFixture.parse(
      #"{"test":\#(report),"model":"m","validation":\#(report)}"#
    )
    #expect(artifact.format == "sklearn-report")
    #expect(Set(artifact.measurements.map(\.split)) == ["test", "validation"])
    #expect(artifact.measurement(at: "/test/a/recall")?.n == 3)
  }

  @Test func `a label subset has a micro average in place of accuracy`() throws {
    let row = #"{"precision":0.5,"recall":0.5,"f1-score":0.5,"support":4.0}"#
    let artifact = try EvaluationFixture.parse(
      #"{"a":\#(row),"micro avg":\#(row),"macro avg":\#(row),"weighted avg":\#(row)}"#
    )
    #expect(artifact.readings.contains(Reading("micro_avg_recall", 0.5, n: 4)))
    #expect(!artifact.readings.contains { $0.metric == "accuracy" })
    #expect(artifact.issues.isEmpty)
  }

  @Test func `a class that an average overwrote is noticed by its missing cases`() throws {
    let row = #"{"precision":1,"recall":1,"f1-score":1,"support":3}"#
    let total = #"{"precision":1,"recall":1,"f1-score":1,"support":5}"#
    let artifact = try EvaluationFixture.parse(
      #"{"a":\#(row),"accuracy":1,"macro avg":\#(total),"weighted avg":\#(total)}"#
    )
    #expect(artifact.issueCodes == ["support-mismatch"])
  }

  @Test(arguments: [
    (#"{"precision":"x","recall":1,"f1-score":1,"support":3}"#, "malformed-results"),
    (#"{"recall":1,"f1-score":1,"support":3}"#, "malformed-results"),
    (#"{"precision":[1],"recall":1,"f1-score":1,"support":3}"#, "malformed-results"),
    (#"{"precision":1,"recall":1,"f1-score":1,"support":-3}"#, "bad-count"),
    (#"{"precision":1,"recall":1,"f1-score":1,"support":2.5}"#, "bad-count"),
    (#"{"precision":1,"recall":1,"f1-score":1,"support":NaN}"#, "bad-count"),
  ])
  func `what a row promises and does not hold is an issue`(row: String, code: String) throws {
    let average = #"{"precision":1,"recall":1,"f1-score":1,"support":3}"#
    let artifact = try EvaluationFixture.parse(
      #"{"a":\#(row),"accuracy":1,"macro avg":\#(average),"weighted avg":\#(average)}"#
    )
    #expect(artifact.issueCodes.contains(code))
  }

  @Test func `an undefined precision has no value, never zero`() throws {
    let row = #"{"precision":NaN,"recall":null,"f1-score":Infinity,"support":3}"#
    let average = #"{"precision":1,"recall":1,"f1-score":1,"support":3}"#
    let artifact = try EvaluationFixture.parse(
      #"{"a":\#(row),"macro avg":\#(average),"weighted avg":\#(average)}"#
    )
    #expect(artifact.measurements.prefix(3).map(\.value) == [nil, nil, nil])
    #expect(artifact.measurements.prefix(3).map(\.raw) == ["NaN", "null", "Infinity"])
  }
}
