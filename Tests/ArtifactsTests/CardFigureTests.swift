// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

/// The figures of a card are those of its model: classes, averages, remarks and other models beside it are no
/// groups of people, and none is lost.
@Suite struct CardFigureTests {
  private func lines(_ table: String, title: String = "Model card: m") throws -> [String] {
    try Reader.artifact("# \(title)\n\n## Metrics\n\n\(table)\n", at: "MODEL_CARD.md").measurements
      .map { measurement in
        let slice = measurement.slice.map { "\($0.attribute)=\($0.group)" }.joined(separator: ",")
        let data = measurement.dataset.map { " on \($0)" } ?? ""
        return "\(measurement.metric) \(measurement.raw) {\(slice)}\(data)"
      }
  }

  @Test(arguments: ["Class", "Klasse", "Classe", "Clase", "クラス"])
  func `classes are those of the target, and their averages are no class`(heading: String) throws {
    let found = try lines(
      """
      | \(heading) | Precision | F1 |
      |---|---|---|
      | ham | 0.80 | 0.82 |
      | **Macro avg** | 0.86 | 0.85 |
      | Weighted average | 0.87 | 0.86 |
      | accuracy | | 0.84 |
      """
    )
    #expect(
      found == [
        "precision 0.80 {class_label=ham}", "f1 0.82 {class_label=ham}",
        "macro_avg_precision 0.86 {}", "macro_avg_f1 0.85 {}",
        "weighted_avg_precision 0.87 {}", "weighted_avg_f1 0.86 {}", "accuracy 0.84 {}",
      ]
    )
  }

  @Test(arguments: [
    ("Métrica", "Valor", "Nota", "Média ponderada entre classes."),
    ("Metrik", "Wert", "Anmerkung", "gewichtet über alle Klassen"),
    ("Metric", "Value", "Reading", "weighted over all classes"),
  ])
  func `a remark beside a figure is no group`(
    metric: String,
    value: String,
    heading: String,
    remark: String
  ) throws {
    let table = """
      | \(metric) | \(value) | \(heading) |
      |---|---|---|
      | F1 | 0.88 | \(remark) |
      | AUC | 0.91 | x |
      """
    #expect(try lines(table) == ["f1 0.88 {}", "auc 0.91 {}"])
  }

  @Test func `words that tell two figures of one metric apart are groups, and so are traits`()
    throws
  {
    let table = """
      | Metric | Value | Branch |
      |---|---|---|
      | F1 | 0.88 | the old town of Kiel |
      | F1 | 0.91 | x |
      """
    #expect(try lines(table) == ["f1 0.88 {branch=the old town of Kiel}", "f1 0.91 {branch=x}"])
    let people =
      "| Metric | Value | Gender |\n|---|---|---|\n| F1 | 0.8 | women in the first year |"
    #expect(try lines(people) == ["f1 0.8 {gender=women in the first year}"])
  }

  @Test func `models above their figures are not lost, and one of them is that of the card`() throws
  {
    let found = try lines(
      """
      | Metric | Baseline | Our model | Best model |
      |---|---|---|---|
      | Accuracy | 0.60 | 0.95 | 0.96 |
      """
    )
    #expect(
      found == ["accuracy 0.60 {=Baseline}", "accuracy 0.95 {}", "accuracy 0.96 {=Best model}"]
    )
    let runs = "| Metric | Run | Value |\n|---|---|---|\n| Accuracy | 3 | 0.95 |"
    #expect(try lines(runs) == ["accuracy 0.95 {=3}"])
  }

  @Test func `the row of the card's own model is that of the card`() throws {
    let table = """
      | Model | Accuracy |
      |---|---|
      | LogReg | 0.60 |
      | Parcel sorter | 0.95 |
      | Hybrid (this model) | 0.96 |
      """
    #expect(
      try lines(table, title: "Model card: Parcel sorter")
        == ["accuracy 0.60 {=LogReg}", "accuracy 0.95 {}", "accuracy 0.96 {}"]
    )
  }

  @Test func `a corpus is a dataset`() throws {
    let table = "| Test Corpus | WER | CER |\n|---|---|---|\n| Common Voice | 53.9% | 22.9% |"
    #expect(try lines(table) == ["wer 53.9% {} on Common Voice", "cer 22.9% {} on Common Voice"])
  }

  @Test func `energy and money are units, and variants of a metric are metrics`() throws {
    let found = try lines(
      """
      | Métrica | HGB |
      |---|---|
      | MAE | 12,5 MWh |
      | RMSE | 19,2 MWh |
      """
    )
    #expect(found == ["mae_mwh 12,5 MWh {=HGB}", "rmse_mwh 19,2 MWh {=HGB}"])
    let strict = "| split | strict micro F1 |\n|---|---|\n| test | 0.54 |"
    #expect(try lines(strict) == ["strict_micro_f1 0.54 {}"])
  }
}
