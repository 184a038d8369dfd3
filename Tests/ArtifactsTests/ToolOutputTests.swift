// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

/// What tools write beside the libraries that have a suite of their own.
@Suite struct ToolOutputTests {
  @Test func `splits, steps and losses of DVCLive are no groups`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"train": {"accuracy": 0.9}, "eval": {"accuracy": 0.8}, "loss": 0.3, "step": 3}"#,
      path: "dvclive/metrics.json",
      as: .evaluation
    )
    #expect(
      artifact.numbers == [
        "accuracy[] 0.9 unknown", "accuracy[] 0.8 unknown", "loss[] 0.3 unknown",
      ]
    )
    #expect(artifact.measurements.map(\.split) == ["train", "validation", nil])
  }

  @Test func `times of a run of MLflow are no metrics, and where they stand is no part of a name`()
    throws
  {
    let run = try EvaluationFixture.parse(
      #"""
      {"info": {"run_id": "a1", "status": "FINISHED", "start_time": 1700000000000},
       "data": {"metrics": {"accuracy": 0.91}, "params": {"seed": "42"}, "tags": {}}}
      """#,
      path: "run.json",
      as: .evaluation
    )
    #expect(run.numbers == ["accuracy[] 0.91 unknown"])
  }

  @Test func `models side by side are no groups, and which is ours is asked`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"LogReg": {"accuracy": 0.81, "recall": 0.6}, "XGB": {"accuracy": 0.84, "recall": 0.7}}"#,
      path: "results/metrics.json",
      as: .evaluation
    )
    #expect(artifact.measurements.allSatisfy { $0.slice.isEmpty })
    #expect(artifact.issues.map(\.code) == ["several-models"])
  }

  @Test func `what was measured before measures is no claim about the system`() throws {
    let artifact = try EvaluationFixture.parse(
      #"""
      {"baseline": {"demographic_parity_difference": 0.2, "accuracy": 0.8},
       "mitigated": {"demographic_parity_difference": 0.03, "accuracy": 0.79}}
      """#,
      path: "fairness.json",
      as: .evaluation
    )
    #expect(
      artifact.measurements.compactMap(\.value) == [0.03]
        || artifact.measurements.compactMap(\.value) == [0.03, 0.79]
    )
    #expect(artifact.measurements.allSatisfy { $0.slice.allSatisfy { $0.attribute != "baseline" } })
  }

  @Test(
    arguments: [
      (
        "classification_report.txt",
        """
                      precision    recall  f1-score   support

                   0       0.89      0.95      0.92       150
                   1       0.80      0.62      0.70        50

            accuracy                           0.87       200
           macro avg       0.84      0.79      0.81       200
        weighted avg       0.87      0.87      0.86       200
        """
      ),
      (
        "classification_report.csv",
        """
        ,precision,recall,f1-score,support
        0,0.89,0.95,0.92,150
        1,0.80,0.62,0.70,50
        accuracy,0.87,0.87,0.87,0.87
        macro avg,0.84,0.79,0.81,200
        weighted avg,0.87,0.87,0.86,200
        """
      ),
      (
        "classification_report.csv",
        """
        ,0,1,accuracy,macro avg,weighted avg
        precision,0.89,0.80,0.87,0.84,0.87
        recall,0.95,0.62,0.87,0.79,0.87
        f1-score,0.92,0.70,0.87,0.81,0.86
        support,150,50,0.87,200,200
        """
      ),
      (
        "classification_report.json",
        """
        {"precision": {"0": 0.89, "1": 0.80, "accuracy": 0.87, "macro avg": 0.84, "weighted avg": 0.87},
         "recall": {"0": 0.95, "1": 0.62, "accuracy": 0.87, "macro avg": 0.79, "weighted avg": 0.87},
         "f1-score": {"0": 0.92, "1": 0.70, "accuracy": 0.87, "macro avg": 0.81, "weighted avg": 0.86},
         "support": {"0": 150, "1": 50, "accuracy": 0.87, "macro avg": 200, "weighted avg": 200}}
        """
      ),
    ]
  )
  func `a classification report is the same in all forms`(name: String, text: String) throws {
    let artifact = try EvaluationFixture.parse(text, path: "reports/\(name)")
    #expect(artifact.format == "sklearn-report-table")
    #expect(
      artifact.numbers.sorted() == [
        "accuracy[] 0.87 fraction", "f1_score[class_label=0] 0.92 fraction",
        "f1_score[class_label=1] 0.7 fraction", "macro_avg_f1_score[] 0.81 fraction",
        "macro_avg_precision[] 0.84 fraction", "macro_avg_recall[] 0.79 fraction",
        "precision[class_label=0] 0.89 fraction", "precision[class_label=1] 0.8 fraction",
        "recall[class_label=0] 0.95 fraction", "recall[class_label=1] 0.62 fraction",
        "weighted_avg_f1_score[] 0.86 fraction", "weighted_avg_precision[] 0.87 fraction",
        "weighted_avg_recall[] 0.87 fraction",
      ]
    )
    #expect(artifact.measurements.first { $0.metric == "accuracy" }?.n == 200)
  }

  @Test func `lists of audits are read, and what cannot be read is said`() throws {
    let artifact = try EvaluationFixture.parse(
      #"""
      {"audits": [{"attribute": "sex", "metric": "disparate_impact", "value": 0.91},
                  {"attribute": "age", "metric": "disparate_impact", "value": 0.85},
                  {"who": "us", "value": 0.7}]}
      """#,
      path: "audits.json",
      as: .evaluation
    )
    #expect(
      artifact.numbers == [
        "disparate_impact[sex=] 0.91 unknown", "disparate_impact[age=] 0.85 unknown",
      ]
    )
    #expect(artifact.issues.map(\.code) == ["unread-numbers"])
  }

  @Test func `bias metrics of Clarify are read by facet, SHAP values are none`() throws {
    let artifact = try EvaluationFixture.parse(
      #"""
      {"version": "1.0",
       "pre_training_bias_metrics": {"label": "approved", "facets": {"sex": [
         {"value_or_threshold": "F", "metrics": [{"name": "CI", "description": "", "value": 0.2}]}]}},
       "post_training_bias_metrics": {"label": "approved", "facets": {"sex": [
         {"value_or_threshold": "F", "metrics": [{"name": "DI", "description": "", "value": 0.93}]}]}},
       "explanations": {"kernel_shap": {"label0": {"global_shap_values": {"age": 0.4}}}}}
      """#,
      path: "clarify/analysis.json"
    )
    #expect(
      artifact.numbers == [
        "class_imbalance[sex=F] 0.2 unknown", "disparate_impact[sex=F] 0.93 unknown",
      ]
    )
    #expect(artifact.measurements.map(\.split) == ["pre-training data", nil])
  }

  @Test func `results of lighteval are those of its tasks, not of all of them`() throws {
    let artifact = try EvaluationFixture.read("lighteval/results_2026-10-01T09-00-00.000000.json")
    #expect(artifact.format == "lighteval")
    #expect(artifact.models.map(\.name) == ["example-bank/letter-model"])
    #expect(artifact.numbers == ["acc[] 0.91 unknown", "truthfulqa_mc2[] 0.532 unknown"])
    #expect(artifact.measurements.map(\.uncertainty?.standardError) == [0.0091, 0.0152])
    #expect(
      artifact.measurements.map(\.task) == [
        "helm|bbq:Gender_identity|0", "leaderboard|truthfulqa:mc|0",
      ]
    )
  }

  @Test func `scores of MTEB are read, how long it took is none`() throws {
    let artifact = try EvaluationFixture.parse(
      #"""
      {"dataset_revision": "1", "task_name": "STS12", "mteb_version": "1.14.0", "evaluation_time": 12.5,
       "scores": {"test": [{"cosine_spearman": 0.72, "main_score": 0.72, "hf_subset": "default"}]}}
      """#,
      path: "mteb/STS12.json"
    )
    #expect(artifact.numbers == ["cosine_spearman[] 0.72 unknown", "main_score[] 0.72 unknown"])
    #expect(artifact.measurements.map(\.dataset) == ["STS12", "STS12"])
  }

  @Test func `models of promptfoo and settings of Evidently tell numbers apart`() throws {
    let prompts = try EvaluationFixture.parse(
      #"""
      {"results": {"version": 3, "stats": {"successes": 11, "failures": 9, "errors": 0}, "prompts": [
        {"provider": "small", "metrics": {"testPassCount": 9, "testFailCount": 1,
         "testErrorCount": 0, "namedScores": {"faithful": 0.8}}},
        {"provider": "large", "metrics": {"testPassCount": 2, "testFailCount": 8,
         "testErrorCount": 0}}]}}
      """#,
      path: "promptfoo.json"
    )
    #expect(
      prompts.numbers == ["pass_rate[=large] 0.2 fraction", "pass_rate[=small] 0.9 fraction"]
    )
    #expect(prompts.issueCodes == ["several-models", "unread-numbers"])
    let drift = try EvaluationFixture.parse(
      #"""
      {"metrics": [
        {"id": "a", "metric_name": "QuantileValue(column=weight,quantile=0.25)", "value": 3.1,
         "config": {"type": "evidently:metric_v2:QuantileValue", "column": "weight", "quantile": 0.25}},
        {"id": "b", "metric_name": "ValueDrift(column=weight,method=K-S p_value)", "value": 0.01,
         "config": {"type": "evidently:metric_v2:ValueDrift", "column": "weight", "method": "ks"}}]}
      """#,
      path: "evidently.json"
    )
    #expect(
      drift.measurements.map(\.metric) == ["quantilevalue_weight_0_25", "valuedrift_weight_ks"]
    )
  }

  @Test func `Great Expectations, promptfoo and Weights and Biases are read`() throws {
    let expectations = try EvaluationFixture.parse(
      #"""
      {"success": true, "statistics": {"evaluated_expectations": 10, "successful_expectations": 9,
       "success_percent": 90.0}, "results": []}
      """#,
      path: "validation_result.json"
    )
    #expect(expectations.numbers == ["expectations_success[] 90.0 percent"])
    let prompts = try EvaluationFixture.parse(
      #"{"results": {"version": 3, "stats": {"successes": 8, "failures": 1, "errors": 1}}}"#,
      path: "promptfoo.json"
    )
    #expect(prompts.numbers == ["pass_rate[] 0.8 fraction"])
    let run = try EvaluationFixture.parse(
      #"{"_runtime": 12, "_step": 4, "_timestamp": 1.7, "val/accuracy": 0.9, "epoch": 3}"#,
      path: "wandb/wandb-summary.json"
    )
    #expect(run.numbers == ["accuracy[] 0.9 unknown"])
    #expect(run.measurements.map(\.split) == ["validation"])
  }
}

@Suite struct EarlyCardTests {
  private func outcome(_ text: String, at path: String) -> String {
    switch Reader.outcome(text, at: path) {
    case .recognized(let artifacts, _): artifacts.first.map { "\($0.kind)" } ?? "-"
    case .notRecognized: "none"
    case .fault: "fault"
    }
  }

  @Test(
    arguments: [
      (
        "---\nlanguage:\n- russian\n---\n\n# rubert-base-cased\n\nRuBERT was trained on Wikipedia.",
        "model_cards/DeepPavlov/rubert-base-cased/README.md"
      ),
      (
        "# opus-2019-12-18.zip\n\n* dataset: opus\n\n## Benchmarks\n\n| testset | BLEU |\n|---|---|\n| a | 60.8 |",
        "model_cards/Helsinki-NLP/af-en/README.md"
      ),
      (
        "---\nlanguage: no\nthumbnail: x.png\n---\n\n# Norwegian BERT\n\n## Training data\n\nBooks.",
        "models/nb-bert/README.md"
      ),
      (
        "# GPT-2 poetry\n\n## Model description\n\nWrites poems.\n\n## Training data\n\nPoems.\n\n## Eval results\n\nNone.",
        "README.md"
      ),
      (
        "# Scorer Overview\n\n## Description:\n\nRanks loans.\n\n### License/Terms of Use:\n\nMIT\n\n### Deployment Geography:\n\nGlobal\n\n## Model Version(s):\n\nv1.2\n\n## Training Dataset:\n\nLoans.\n",
        "scorer/README.md"
      ),
      (
        "# Sentiment model\n\n## How to use\n\n```python\nAutoModel.from_pretrained('x')\n```\n\n## Training data\n\nTweets.",
        "models/sentiment/README.md"
      ),
    ]
  )
  func `cards of the early hub are known by signs together`(text: String, path: String) {
    #expect(outcome(text, at: path) == "modelCard")
  }

  @Test(
    arguments: [
      (
        "# alexnet\n\n## Use Case and High-Level Description\n\nThe model.\n\n## Specification\n\n| Metric | Value |\n|---|---|\n| GFlops | 1.5 |\n\n## Accuracy\n\n| Metric | Value |\n|---|---|\n| Top 1 | 56% |\n\n## Legal Information\n\nBSD.",
        "models/public/alexnet/README.md"
      ),
      (
        "# transformers\n\n## Installation\n\npip\n\n## Usage\n\n```python\npipeline('x')\n```\n\n## Contributing\n\nYes.",
        "README.md"
      ),
      (
        "---\nlayout: page\ntitle: Models\n---\n\n# Models\n\n## Training\n\nText.",
        "docs/models/README.md"
      ),
      (
        "# Model zoo\n\n## Models\n\n| Model | Accuracy |\n|---|---|\n| a | 0.9 |",
        "models/README.md"
      ),
      ("# Model cards\n\nThis folder holds cards.", "model_cards/README.md"),
    ]
  )
  func `READMEs of libraries, zoos and pages are no cards`(text: String, path: String) {
    #expect(outcome(text, at: path) == "none")
  }

  @Test(
    arguments: [
      (
        "# Modellkarte: Kreditscore\n\n## Verwendungszweck\n\nBewertet Kreditanträge.",
        ArtifactKind.modelCard
      ),
      ("# Fiche de modèle : score\n\n## Utilisation prévue\n\nClasse les demandes.", .modelCard),
      ("# モデルカード：与信\n\n## 制限事項\n\n未成年者には使用しない。", .modelCard),
      (
        "# Ficha de datos: créditos\n\n## Composición\n\nSolicitudes.\n\n## Recogida\n\nSucursal.",
        .datasheet
      ),
      (
        "# Datablad: ärenden\n\n## Motivering\n\nFör sortering.\n\n## Insamlingsprocess\n\nFrån kontoret.",
        .datasheet
      ),
      ("# Datenschutz-Folgenabschätzung\n\n## Zweck\n\nBewertung von Anträgen.", .dpia),
      ("# Ocena skutków dla ochrony danych\n\n## Cele\n\nOcena wniosków kredytowych.", .dpia),
      (
        "# Analyse d'impact sur les droits fondamentaux\n\n## Processus\n\nTri des demandes.", .fria
      ),
    ]
  )
  func `documents are known by their names in many languages`(
    text: String,
    kind: ArtifactKind
  ) {
    #expect(outcome(text, at: "docs/x.md") == "\(kind)")
  }
}
