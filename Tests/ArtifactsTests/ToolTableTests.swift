// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

/// What pandas, TensorFlow Model Analysis, Vertex AI and Evidently write, shaped as they write it.
@Suite struct ToolTableTests {
  /// `MetricFrame.by_group.T.to_csv()` of two sensitive features.
  private static let turned = """
    sex,F,F,M,M
    age_band,40+,<40,40+,<40
    accuracy,0.76,0.83,0.81,0.82
    selection_rate,0.49,0.51,0.48,0.50
    count,93.0,86.0,113.0,108.0
    """

  @Test func `a MetricFrame that was turned round names the groups of both attributes`() throws {
    let frame = try EvaluationFixture.parse(Self.turned, path: "by_group.csv", as: .evaluation)
    #expect(frame.format == "fairlearn")
    #expect(
      frame.numbers.filter { $0.hasPrefix("accuracy") } == [
        "accuracy[sex=F,age_band=40+] 0.76 fraction", "accuracy[sex=F,age_band=<40] 0.83 fraction",
        "accuracy[sex=M,age_band=40+] 0.81 fraction", "accuracy[sex=M,age_band=<40] 0.82 fraction",
      ]
    )
    #expect(frame.issues.isEmpty)
  }

  @Test(arguments: [
    // A pair of groups that stands twice.
    "sex,F,F\nage_band,40+,40+\naccuracy,0.7,0.8\nselection_rate,0.4,0.5\n",
    // Names of columns that are no groups.
    ",accuracy,accuracy\nage_band,40+,<40\nF,0.7,0.8\n",
    "name,a,a\nkind,x,y\nheight,1,2\n",
  ])
  func `other tables may not repeat the names of columns`(text: String) {
    let file = SourceFile(path: "by_group.csv", bytes: Array(text.utf8))
    guard case .fault(let fault) = ArtifactReader().read(file, as: .evaluation) else {
      Issue.record("the table was read")
      return
    }
    #expect(fault.message.contains("appears twice"))
  }

  @Test(arguments: [
    #"""
    {"no": {"precision": 0.89, "recall": 0.95, "f1-score": 0.92, "support": 150.0},
     "yes": {"precision": 0.8, "recall": 0.62, "f1-score": 0.7, "support": 50.0},
     "accuracy": {"precision": 0.87, "recall": 0.87, "f1-score": 0.87, "support": 0.87},
     "macro avg": {"precision": 0.84, "recall": 0.79, "f1-score": 0.81, "support": 200.0}}
    """#,
    #"""
    [{"index": "no", "precision": 0.89, "recall": 0.95, "f1-score": 0.92, "support": 150.0},
     {"index": "yes", "precision": 0.8, "recall": 0.62, "f1-score": 0.7, "support": 50.0},
     {"index": "accuracy", "precision": 0.87, "recall": 0.87, "f1-score": 0.87, "support": 0.87},
     {"index": "macro avg", "precision": 0.84, "recall": 0.79, "f1-score": 0.81, "support": 200.0}]
    """#,
    #"""
    {"columns": ["precision", "recall", "f1-score", "support"],
     "index": ["no", "yes", "accuracy", "macro avg"],
     "data": [[0.89, 0.95, 0.92, 150.0], [0.8, 0.62, 0.7, 50.0], [0.87, 0.87, 0.87, 0.87],
              [0.84, 0.79, 0.81, 200.0]]}
    """#,
    #"""
    {"schema": {"fields": [{"name": "index", "type": "string"}], "primaryKey": ["index"]},
     "data": [
     {"index": "no", "precision": 0.89, "recall": 0.95, "f1-score": 0.92, "support": 150.0},
     {"index": "yes", "precision": 0.8, "recall": 0.62, "f1-score": 0.7, "support": 50.0},
     {"index": "accuracy", "precision": 0.87, "recall": 0.87, "f1-score": 0.87, "support": 0.87},
     {"index": "macro avg", "precision": 0.84, "recall": 0.79, "f1-score": 0.81, "support": 200.0}]}
    """#,
  ])
  func `however pandas writes a report, accuracy is no class`(text: String) throws {
    let report = try EvaluationFixture.parse(text, path: "report.json", as: .evaluation)
    #expect(
      report.numbers.sorted() == [
        "accuracy[] 0.87 fraction", "f1_score[class_label=no] 0.92 fraction",
        "f1_score[class_label=yes] 0.7 fraction", "macro_avg_f1_score[] 0.81 fraction",
        "macro_avg_precision[] 0.84 fraction", "macro_avg_recall[] 0.79 fraction",
        "precision[class_label=no] 0.89 fraction", "precision[class_label=yes] 0.8 fraction",
        "recall[class_label=no] 0.95 fraction", "recall[class_label=yes] 0.62 fraction",
      ]
    )
    #expect(report.issues.filter { $0.severity == .error }.isEmpty)
  }

  @Test(arguments: [
    #"""
    [{"slice": "Overall", "metrics": {"accuracy": {"doubleValue": 0.87}}},
     {"slice": "sex:F", "metrics": {"accuracy": {"doubleValue": 0.85}}}]
    """#,
    #"""
    {"slicingMetrics": [
     {"slice": "Overall", "metrics": {"accuracy": {"boundedValue": {"value": 0.87}}}},
     {"slice": "sex:F", "sliceValue": "F", "metrics": {"accuracy": {"doubleValue": 0.85}}}]}
    """#,
    #"""
    [[[], {"": {"": {"accuracy": {"doubleValue": 0.87}}}}],
     [["sex", "F"], {"": {"": {"accuracy": {"doubleValue": 0.85}}}}]]
    """#,
  ])
  func `slices of TensorFlow Model Analysis keep their attribute`(text: String) throws {
    let slices = try EvaluationFixture.parse(text, path: "slices.json", as: .evaluation)
    #expect(slices.numbers == ["accuracy[] 0.87 unknown", "accuracy[sex=F] 0.85 unknown"])
  }

  @Test func `what Vertex AI measured is of no group, and its thresholds are named as not read`()
    throws
  {
    let evaluation = try EvaluationFixture.parse(
      #"""
      {"metricsSchemaUri": "gs://google-cloud-aiplatform/schema/modelevaluation/classification.yaml",
       "metrics": {"auPrc": 0.9, "auRoc": 0.93,
                   "confidenceMetrics": [{"confidenceThreshold": 0.5, "recall": 0.62}]}}
      """#,
      path: "evaluation.json",
      as: .evaluation
    )
    #expect(evaluation.numbers == ["auprc[] 0.9 unknown", "auroc[] 0.93 unknown"])
    #expect(evaluation.issues.map(\.code) == ["unread-numbers"])
  }

  @Test func `slices of Vertex AI are of a class or of columns, listed or one by one`() throws {
    let schema =
      #""metricsSchemaUri": "gs://google-cloud-aiplatform/schema/modelevaluation/c.yaml""#
    let listed = try EvaluationFixture.parse(
      #"""
      {\#(schema), "metrics": {"auPrc": 0.9},
       "slicedMetrics": [
         {"singleOutputSlicingSpec": {"stringValue": "yes"},
          "metrics": {"classification": {"auPrc": 0.8}}},
         {"singleOutputSlicingSpec": {}, "metrics": {"classification": {"auRoc": 0.7}}}]}
      """#,
      path: "evaluation.json",
      as: .evaluation
    )
    #expect(
      listed.numbers == [
        "auprc[] 0.9 unknown", "auprc[class_label=yes] 0.8 unknown", "auroc[] 0.7 unknown",
      ]
    )
    let spec = #"{"configs": {"sex": {"value": {"stringValue": "F"}}}}"#
    for (slice, group) in [
      (#"{"dimension": "annotationSpec", "value": "yes"}"#, "class_label=yes"),
      (#"{"dimension": "slice", "sliceSpec": \#(spec)}"#, "sex=F"),
    ] {
      let one = try EvaluationFixture.parse(
        #"{\#(schema), "slice": \#(slice), "metrics": {"auPrc": 0.9}}"#,
        path: "evaluation.json",
        as: .evaluation
      )
      #expect(one.numbers == ["auprc[\(group)] 0.9 unknown"])
    }
  }

  @Test func `Evidently gives metrics their own names, and classes are no groups of people`() throws
  {
    let report = try EvaluationFixture.parse(
      #"""
      {"metrics": [
       {"metric": "ClassificationQualityMetric",
        "result": {"current": {"accuracy": 0.87}, "reference": {"accuracy": 0.9}}},
       {"metric": "ClassificationQualityByClass",
        "result": {"current": {"metrics": {"yes": {"recall": 0.62, "support": 50},
                                           "macro avg": {"recall": 0.79}}}}},
       {"metric_id": "RecallByLabel()", "value": {"no": 0.95}},
       {"metric": "DatasetDriftMetric", "result": {"share_of_drifted_columns": 0.3}}]}
      """#,
      path: "report.json",
      as: .evaluation
    )
    #expect(
      report.numbers == [
        "accuracy[] 0.87 unknown", "recall[class_label=yes] 0.62 unknown",
        "macro_avg_recall[] 0.79 unknown", "recall[class_label=no] 0.95 unknown",
        "datasetdriftmetric_share_of_drifted_columns[] 0.3 unknown",
      ]
    )
  }
}
