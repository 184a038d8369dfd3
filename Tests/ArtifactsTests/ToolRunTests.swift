// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

/// Runs of tools and of folds: what is one metric has one name, and nothing else has it.
@Suite struct ToolRunTests {
  private func read(_ text: String, at path: String = "evaluation/x.json") throws -> Artifact {
    try EvaluationFixture.parse(text, path: path, as: .evaluation)
  }

  private func told(_ artifact: Artifact) -> [String] {
    artifact.measurements.map { found in
      let slice = found.slice.map { "\($0.attribute)=\($0.group)" }.joined(separator: ",")
      return "\(found.metric)[\(slice)] \(found.raw) \(found.split ?? "-")"
    }
  }

  @Test(
    arguments: [
      #"{"fold_1_f1": 0.5, "fold_2_f1": 0.75, "mean_f1": 0.625, "std_f1": 0.125}"#,
      #"{"f1_fold1": 0.5, "f1_fold2": 0.75, "f1_mean": 0.625, "f1_std": 0.125}"#,
      #"{"fold_1": {"f1": 0.5}, "fold_2": {"f1": 0.75}, "mean": {"f1": 0.625}, "std": {"f1": 0.125}}"#,
    ]
  )
  func `folds are parts of the data, their mean is the metric and their spread its bounds`(
    text: String
  ) throws {
    let artifact = try read(text)
    #expect(told(artifact) == ["f1[] 0.5 fold 1", "f1[] 0.75 fold 2", "f1[] 0.625 -"])
    #expect(artifact.measurements.last?.uncertainty == Uncertainty(lower: 0.5, upper: 0.75))
  }

  @Test func `a mean that no spread stands beside keeps its name`() throws {
    let artifact = try read(#"{"mean_iou": 0.5, "loss": 0.25}"#)
    #expect(told(artifact) == ["mean_iou[] 0.5 -", "loss[] 0.25 -"])
  }

  @Test func `groups in the names of a run of Weights and Biases are groups`() throws {
    let artifact = try read(
      #"""
      {"_runtime": 3, "test/recall_by_group/F": 0.5, "test/recall_by_sex/M": 0.25,
       "eval/recall": 0.75, "epoch": 4}
      """#,
      at: "wandb-summary.json"
    )
    #expect(
      told(artifact) == [
        "recall[=F] 0.5 test", "recall[sex=M] 0.25 test", "recall[] 0.75 validation",
      ]
    )
  }

  @Test func `scores of DeepEval are means of cases, with the share that passed`() throws {
    let artifact = try read(
      #"""
      {"testCases": [{"name": "a", "success": true}], "testPassed": 1, "testFailed": 1,
       "metricsScores": [{"metric": "Answer Relevancy", "scores": [1.0, 0.5], "passes": 1, "fails": 1,
                          "errors": 0}]}
      """#
    )
    #expect(artifact.format == "deepeval")
    #expect(told(artifact) == ["answer_relevancy[] 0.75 -", "pass_rate[] 1 of 2 -"])
    #expect(artifact.measurements.map(\.n) == [2, 2])
  }

  @Test func `results of probes of garak are read and its attempts are not`() throws {
    let log = """
      {"entry_type": "start_run setup", "plugins.target_name": "m"}
      {"entry_type": "init", "garak_version": "0.17.1", "run": "r"}
      {"entry_type": "attempt", "uuid": "u", "prompt": "say \\"entry_type\\": \\"eval\\"", "outputs": ["y"]}
      {"entry_type": "eval", "probe": "dan.Dan_11_0", "detector": "dan.DAN", "passed": 3, "fails": 1, "nones": 0, "total_evaluated": 4, "total_processed": 4}
      {"entry_type": "eval", "probe": "encoding.Base64", "detector": "encoding.Match", "passed": 9, "total": 8}
      {"entry_type": "completion", "run": "r"}
      """
    let artifact = try read(log, at: "out/garak.r.report.jsonl")
    #expect(artifact.format == "garak")
    #expect(told(artifact) == ["pass_rate[] 3 of 4 -"])
    #expect(artifact.measurements[0].task == "dan.Dan_11_0 dan.DAN")
    #expect(artifact.measurements[0].source.position.line == 4)
    #expect(artifact.issues.map(\.code) == ["malformed-results"])
    #expect(artifact.issues[0].source.position.line == 5)
  }

  @Test func `a log of lines of something else is not read`() {
    let outcome = ArtifactReader().read(
      SourceFile(path: "out/run.report.jsonl", bytes: Array(#"{"entry_type": "x"}"#.utf8))
    )
    guard case .notRecognized(let reason) = outcome else { return #expect(Bool(false)) }
    #expect(reason.contains("export"))
  }

  @Test func `a slice of TensorFlow Model Analysis is one as Protocol Buffers write it`() throws {
    let artifact = try read(
      #"""
      {"sliceKey": {"singleSliceKeys": [{"column": "sex", "bytesValue": "Rg=="}]},
       "metricKeysAndValues": [
         {"key": {"name": "recall"}, "value": {"doubleValue": {"value": 0.5}}},
         {"key": {"name": "example_count"}, "value": {"doubleValue": {"value": 40}}}]}
      """#
    )
    #expect(told(artifact) == ["recall[sex=F] 0.5 -"])
    #expect(artifact.measurements[0].n == 40)
  }

  @Test func `models above the values of a card are a question, unless one is ours`() throws {
    func codes(_ heading: String) throws -> [String] {
      let text = """
        # Model card: loan-scorer

        ## Evaluation results

        | Metric | LightGBM | \(heading) |
        |---|---|---|
        | Accuracy | 0.75 | 0.5 |
        """
      return try Reader.artifact(text, at: "MODEL_CARD.md").issues.map(\.code)
    }
    #expect(try codes("Random Forest") == ["several-models"])
    #expect(try codes("loan-scorer") == [])
  }

  @Test(arguments: [
    ("It reaches an accuracy of 91% and an F1 of 0.95 here.", ["accuracy 91%", "F1 0.95"]),
    ("Die Genauigkeit ist 0,91.", ["Genauigkeit 0,91"]),
    ("In 2025 the recall of 3 models was compared.", []),
  ])
  func `figures in sentences of the results are named`(sentence: String, figures: [String]) throws {
    let text = "# Model card: a\n\n## Evaluation results\n\n\(sentence)\n"
    let card = try Reader.artifact(text, at: "MODEL_CARD.md")
    #expect(card.issues.filter { $0.code == "figure-in-sentence" }.map(\.message) == figures)
    let history = text.replacing("Evaluation results", with: "History")
    let other = try Reader.artifact(history, at: "MODEL_CARD.md")
    #expect(!other.issues.contains { $0.code == "figure-in-sentence" })
  }

  @Test func `a table of MLflow or of Weights and Biases is read where it holds metrics`() throws {
    let table = try read(
      #"{"columns": ["metric", "value"], "data": [["accuracy", 0.75], ["f1", 0.5]]}"#,
      at: "table.json"
    )
    #expect(told(table) == ["accuracy[] 0.75 -", "f1[] 0.5 -"])
  }

  @Test func `what MLflow and MTEB write of a run and of a model is no evaluation`() throws {
    let files = [
      (
        "evaluation/mlruns/0/4f/meta.yaml",
        "artifact_uri: runs\nend_time: 1764576000000\nrun_id: 4f\nstatus: 3\n"
      ),
      (
        "evaluation/mteb/model_meta.json",
        #"{"name": "acme/letters", "revision": "1", "n_parameters": 7, "embed_dim": 32, "max_tokens": 9}"#
      ),
    ]
    for (path, text) in files {
      let file = SourceFile(path: path, bytes: Array(text.utf8))
      switch ArtifactReader().read(file, as: .evaluation) {
      case .recognized(let artifacts, _): #expect(artifacts.flatMap(\.measurements).isEmpty)
      case .fault, .notRecognized: break
      }
    }
  }

  @Test func `what Clarify could not work out is said, and its newer names are known`() throws {
    let artifact = try read(
      #"""
      {"post_training_bias_metrics": {"label": "approved", "facets": {"sex": [
        {"value_or_threshold": "F", "metrics": [{"name": "DCA", "description": "", "value": 0.25},
         {"name": "FT", "description": "", "value": null, "error": "columns are not numeric"}]}]}}}
      """#,
      at: "clarify/analysis.json"
    )
    #expect(told(artifact) == ["difference_in_conditional_acceptance[sex=F] 0.25 -"])
    #expect(artifact.issues.map(\.code) == ["unread-numbers"])
    #expect(
      artifact.issues[0].message == "'flip_test' of 'sex' has no value: columns are not numeric"
    )
  }

  @Test func `the results of MTEB by model are read, and single runs are said to be left out`()
    throws
  {
    let task =
      #"{"task_name": "A", "mteb_version": "2.26.24", "scores": {"test": [{"accuracy": 0.5, "scores_per_experiment": [{"accuracy": 0.25}]}]}}"#
    let one = try read(
      #"{"model_results": [{"model_name": "acme/x", "task_results": [\#(task)]}]}"#
    )
    #expect(told(one) == ["accuracy[] 0.5 test"])
    #expect(one.models.map(\.name) == ["acme/x"])
    #expect(one.issues.map(\.code) == ["left-out"])
    let two = try read(
      #"{"model_results": [{"model_name": "x", "task_results": [\#(task)]}, {"model_name": "y", "task_results": [\#(task)]}]}"#
    )
    #expect(told(two) == ["x_accuracy[] 0.5 test", "y_accuracy[] 0.5 test"])
  }

  @Test func `bounds of TFMA are kept, and its matrices are named`() throws {
    let artifact = try read(
      #"""
      [[[], {"": {"": {"example_count": {"doubleValue": 300.0},
        "auc": {"boundedValue": {"lowerBound": 0.5, "upperBound": 1.0, "value": 0.75}},
        "confusion_matrix_at_thresholds": {"confusionMatrixAtThresholds": {"matrices": [{"threshold": 0.5, "recall": 0.7}]}}}}}]]
      """#
    )
    #expect(told(artifact) == ["auc[] 0.75 -"])
    #expect(artifact.measurements[0].uncertainty == Uncertainty(lower: 0.5, upper: 1))
    #expect(artifact.issues.map(\.code) == ["unread-numbers"])
  }

  @Test func `slices that the API of Vertex AI lists are of a class`() throws {
    let artifact = try read(
      #"""
      [{"name": "slices/4", "slice": {"dimension": "annotationSpec", "value": "yes"},
        "metricsSchemaUri": "gs://schema/classification.yaml",
        "metrics": {"auRoc": 0.75, "confusionMatrix": {"rows": [[4, 5], [6, 9]]}}}]
      """#
    )
    #expect(told(artifact) == ["auroc[class_label=yes] 0.75 -"])
    #expect(artifact.issues.map(\.code) == ["unread-numbers"])
  }
}
