// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

/// One good file of each format, for tests that damage it.
struct FormatSample: Sendable, CustomTestStringConvertible {
  let format: String
  /// Where the file stands, so that its name is that of the format.
  let path: String
  /// What a declaration calls the file, where the content alone does not tell.
  var kind: ArtifactKind?
  private var fixture: String?
  private var text = ""

  var testDescription: String { format }

  init(_ format: String, _ fixture: String, at path: String? = nil, as kind: ArtifactKind? = nil) {
    self.format = format
    self.path = path ?? fixture
    self.kind = kind
    self.fixture = fixture
  }

  init(_ format: String, text: String, at path: String) {
    self.format = format
    self.path = path
    self.text = text
  }

  func bytes() throws -> [UInt8] {
    try fixture.map { try Fixture.bytes($0) } ?? Array(text.utf8)
  }

  func outcome(_ bytes: [UInt8]) -> ReadOutcome {
    ArtifactReader().read(SourceFile(path: path, bytes: bytes), as: kind)
  }

  var isJSON: Bool { path.hasSuffix(".json") }

  static let all: [FormatSample] = [
    FormatSample("modelgate-evaluation", "system/evaluation.json"),
    FormatSample("modelgate-dpia", "system/dpia.yaml"),
    FormatSample(
      "modelgate-fria",
      text: "schema: modelgate/fria/v1\ntitle: Scoring\nsections:\n  processes: Each loan.\n",
      at: "fria.yaml"
    ),
    FormatSample("aequitas", "aequitas/full.csv", at: "aequitas.csv"),
    FormatSample("aif360", "aif360/disparate_impact.json", at: "aif360.json"),
    FormatSample("dvc-pipeline", "dvc/dvc.yaml", at: "dvc.yaml"),
    FormatSample(
      "every-eval-ever",
      text: #"""
        {"schema_version": "0.2.2", "evaluation_id": "x/1", "model_info": {"name": "m", "id": "o/m"},
         "source_metadata": {"source_organization_name": "Lab"},
         "evaluation_results": [{"evaluation_name": "BBQ", "metric_config": {"metric_id": "accuracy"},
           "score_details": {"score": 0.75}}]}
        """#,
      at: "every_eval_ever.json"
    ),
    FormatSample("fairlearn", "fairlearn/fairness.json", at: "fairness.json"),
    FormatSample("helm-run-spec", "helm/run/run_spec.json"),
    FormatSample("helm-stats", "helm/run/stats.json"),
    FormatSample("hf-evaluate", "evaluate/result-2026_10_01-09_00_00.json"),
    FormatSample("hf-trainer", "trainer/all_results.json"),
    FormatSample("hf-eval-results", "hf-eval-results/fairness.yaml", at: ".eval_results/f.yaml"),
    FormatSample(
      "inspect-log",
      "inspect/2026-10-01T09-00-00+00-00_bias-qa_abc.json",
      at: "logs/a.json"
    ),
    FormatSample("lm-eval", "lm_eval/results_2026-10-01T09-00-00.000000.json"),
    FormatSample(
      "mlflow-metric",
      text: "1791000000000 0.5 0\n1791000001000 0.75 1\n",
      at: "mlruns/0/abc/metrics/accuracy"
    ),
    FormatSample("sklearn-report", "sklearn/classification_report.json"),
    FormatSample("sklearn-report-table", "sklearn/classification_report.csv"),
    FormatSample("sagemaker-clarify", "clarify/analysis.json"),
    FormatSample("mteb", "mteb/LetterClassification.json"),
    FormatSample("lighteval", "lighteval/results_2026-10-01T09-00-00.000000.json"),
    FormatSample("wandb-summary", "wandb/wandb-summary.json"),
    FormatSample("great-expectations", "great-expectations/validation.json"),
    FormatSample("evidently", "evidently/drift.json"),
    FormatSample("promptfoo", "promptfoo/results.json"),
    FormatSample(
      "deepeval",
      text: #"""
        {"testPassed": 1, "metricsScores": [{"metric": "Bias", "scores": [0.5], "passes": 1,
         "fails": 0, "errors": 0}]}
        """#,
      at: "deepeval.json"
    ),
    FormatSample(
      "garak",
      text: #"""
        {"entry_type": "init", "garak_version": "0.17.1", "run": "r"}
        {"entry_type": "eval", "probe": "dan.Dan", "detector": "d", "passed": 3, "total_evaluated": 4}
        """#,
      at: "garak.r.report.jsonl"
    ),
    FormatSample("deepchecks", "deepchecks/suite.json"),
    FormatSample("tfma", "tfma/tfma_metrics.json"),
    FormatSample("vertex-evaluation", "vertex/evaluation.json"),
    FormatSample("ars-assessment-card", "ars/assessments/iama.yaml"),
    FormatSample("ars-model-card", "ars/model_card.yaml"),
    FormatSample(
      "ars-system-card",
      text: "schema_version: 0.1a14\nname: Pre-screening\nowners: [{name: A. Owner}]\n"
        + "description: Ranks applications.\nai_act_profile: {risk_group: hoog-risico AI}\n",
      at: "system_card.yaml"
    ),
    FormatSample("cnil-pia", "cnil-pia/pia.json"),
    FormatSample("croissant", "croissant/croissant.json"),
    FormatSample("cyclonedx-mlbom", "cyclonedx/aibom.cdx.json"),
    FormatSample("data-card", "data-card/DATA_CARD.md"),
    FormatSample("nl-dpia", "nl-dpia/full.json", at: "dpia.json"),
    FormatSample("frictionless", "frictionless/datapackage.json"),
    FormatSample("mitchell-json", "mitchell-json/loan-default.json", at: "model_card.json"),
    FormatSample("mlmodel", "mlflow/MLmodel"),
    FormatSample("model-card-toolkit", "mct/model_card.json"),
    FormatSample("monai-bundle", "monai/metadata.json", at: "configs/metadata.json"),
    FormatSample("sagemaker-card", "sagemaker/model_card.json"),
    FormatSample("spdx-ai", "spdx/ai.spdx3.json"),
    FormatSample("hf-dataset-card", "hfds/README.md", at: "README.md"),
    FormatSample("hf-model-card", "hf/README.md", at: "README.md"),
    FormatSample("markdown-dpia", "dpia/DPIA.md"),
    FormatSample(
      "markdown-fria",
      text: "# Fundamental rights impact assessment: scoring\n\n## Processes\n\nEach loan.\n",
      at: "FRIA.md"
    ),
    FormatSample("markdown-datasheet", "datasheet/DATASHEET.md"),
    FormatSample("markdown-card", "mitchell/MODEL_CARD.md"),
    FormatSample("plain-model-card", "models/loan-notes/README.md"),
    FormatSample("markdown-record", "records/risk_management.md"),
    FormatSample("keyed-record", "records/ropa.yaml"),
    FormatSample("keyed-model-card", "keyed/model_card.json"),
    FormatSample("keyed-data-card", "keyed/data_card.json"),
    FormatSample("flat-metrics", "dvc/metrics/eval.json", at: "metrics.json", as: .evaluation),
    FormatSample("metric-list", "lists/metrics.csv", at: "metrics.csv", as: .evaluation),
  ]
}
