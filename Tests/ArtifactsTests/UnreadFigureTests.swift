// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

/// Every figure of the results of a card is a measurement or named, in whatever form it stands.
@Suite struct UnreadFigureTests {
  /// The figures of a card that are neither.
  private func lost(_ figures: [String], of text: String) throws -> [String] {
    let card = try Reader.artifact(text, at: "MODEL_CARD.md")
    let told =
      card.measurements.map(\.raw)
      + card.issues.filter { $0.code == "figure-in-sentence" }.map(\.message)
    return figures.filter { figure in !told.contains { $0.contains(figure) } }
  }

  @Test(arguments: [
    "- Accuracy: 0.911\n- Rank-1 identification rate: 0.488\n- Top-1 / top-5: 0.701 / 0.902",
    "- Classification\n  - Recall\n    - fraud: 0.822\n    - other: 0.733",
    "1. fraud: precision 0.755, recall 0.866\n2. other: precision 0.577, recall 0.488",
    "Accuracy: 0.301; F1: 0.302; AUC: 0.303",
    "Performance: 0.577 F1, 0.488 recall.\nThe model gets 91.7 percent of the cases right.",
    "> Accuracy on hard cases is 0.415.",
    "| Class | P / R / F1 |\n|---|---|\n| fraud | 0.644 / 0.655 / 0.666 |",
    "| Dataset | Score |\n|---|---|\n| Old letters | 88.11 |",
    "| Metric | Value |\n|---|---|\n| CV(RMSE) | 0.577 |\n| Our own index | 0.399 |",
    "The F1 (spam) is 82.2 %, macro recall 0.733 (95% CI 0.7-0.8).",
  ])
  func `no figure of results is lost`(results: String) throws {
    let intervals: Set<Substring> = ["95", "0.7", "0.8"]
    let figures = results.split { !$0.isNumber && $0 != "." }
      .map { $0.last == "." ? $0.dropLast() : $0 }
      .filter { $0.contains(".") && $0.count > 2 && !intervals.contains($0) }.map(String.init)
    #expect(!figures.isEmpty)
    let text = "# Model card: Toy\n\n## Evaluation results\n\n\(results)\n"
    #expect(try lost(figures, of: text) == [])
  }

  @Test(arguments: [
    ("# Modellkarte: Toy\n\n## Ergebnisse\n\nDie Genauigkeit beträgt 0,488.", "0,488"),
    ("# Fiche de modèle : Toy\n\n## Résultats\n\nLe score F1 atteint 0,488 au test.", "0,488"),
    ("# Ficha del modelo: Toy\n\n## Resultados\n\nLa exhaustividad alcanza 0,488.", "0,488"),
    ("# Ficha do modelo: Toy\n\n## Resultados\n\nA acurácia é de 48,8 %.", "48,8"),
    ("# Scheda del modello: Toy\n\n## Risultati\n\nIl richiamo è pari a 0,488.", "0,488"),
    ("# Modelkaart: Toy\n\n## Resultaten\n\nDe F1-score bedraagt 0,488.", "0,488"),
    ("# Karta modelu: Toy\n\n## Wyniki\n\nDokładność osiąga 0,488.", "0,488"),
    ("# Modellkort: Toy\n\n## Resultat\n\nNoggrannheten är 0,488.", "0,488"),
    ("# モデルカード: Toy\n\n## 評価結果\n\n正解率は0.488でした。", "0.488"),
    ("# 模型卡: Toy\n\n## 评估结果\n\n测试集上的准确率为0.488。", "0.488"),
  ])
  func `nor in another language`(text: String, figure: String) throws {
    #expect(try lost([figure], of: text) == [])
  }

  @Test(arguments: [
    "Decisions are made at a threshold of 0.5.", "Version 2.3 of the data, release 1.2.3.",
    "| Metric | Value | 95% CI |\n|---|---|---|\n| Accuracy | 0.577 | 0.55-0.60 |",
    "On 12.11.2026 1,234 letters were read.",
  ])
  func `bounds, thresholds, versions, days and counts are no figures`(results: String) throws {
    let text = "# Model card: Toy\n\n## Evaluation results\n\n\(results)\n"
    let card = try Reader.artifact(text, at: "MODEL_CARD.md")
    #expect(card.issues.filter { $0.code == "figure-in-sentence" }.map(\.message) == [])
  }

  @Test func `a figure that is said twice is compared once, and another metric is not hidden`()
    throws
  {
    let text = """
      # Model card: Toy

      ## Evaluation results

      | Metric | Value |
      |---|---|
      | Accuracy | 0.91 |

      As the accuracy of 0.91 shows, it works; recall is 0.91 as well.
      """
    let card = try Reader.artifact(text, at: "MODEL_CARD.md")
    let named = card.issues.filter { $0.code == "figure-in-sentence" }.map(\.message)
    #expect(named == ["recall 0.91"])
  }

  @Test func `the coefficient of variation of an error is no part of the data`() throws {
    let text = """
      # Model card: Toy

      ## Evaluation results

      | Building | CV(RMSE) | RMSE |
      |---|---|---|
      | Office | 12.1% | 3.2 |
      """
    let found = try Reader.artifact(text, at: "MODEL_CARD.md").measurements
    #expect(found.map { "\($0.metric) \($0.split ?? "-")" } == ["cv_rmse -", "rmse -"])
  }

  @Test func `the sign of percent of a number in the name of a metric is no unit`() throws {
    let text =
      "# Model card: Toy\n\n## Metrics\n\n| Metric | Value |\n|---|---|\n| P@30% | 0.91 |\n"
    let found = try Reader.artifact(text, at: "MODEL_CARD.md").measurements
    #expect(found.map(\.unit) == [.unknown])
  }
}
