// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Home-made cards in JSON and YAML")
struct KeyedCardTests {
  @Test func `keys are read like the headings and labels of a card`() throws {
    let card = try CardFixture.artifact("keyed/model_card.json")
    #expect(card.kind == .modelCard)
    #expect(card.title == "leak-finder")
    let model = try #require(card.models.first)
    #expect(
      [model.name, model.version, model.type] == ["leak-finder", "2.1.0", "gradient-boosted trees"]
    )
    #expect(model.licenses == ["MIT"])
    #expect(card.created?.date?.description == "2026-03-04")
    #expect(card.people == ["owner Water Team <->", "contact Data Desk <data@example.org>"])
    #expect(card.datasets.map(\.name) == ["pipes-2025"])
    #expect(card.datasets.map(\.role) == [.training])
    #expect(card.statement(.intendedUse)?.source.pointer == "/intended_use")
    #expect(card.statement(.limitations)?.items == ["Only one town.", "Few old pipes."])
    #expect(card.statement(.fairness)?.text.contains("note: Two districts.") == true)
  }

  @Test func `numbers are measurements where their key or section says so`() throws {
    let card = try CardFixture.artifact("keyed/model_card.json")
    let lines = card.measurements.map { measurement in
      let slice = measurement.slice.map { "\($0.attribute)=\($0.group)" }.joined(separator: ",")
      let n = measurement.n.map { " n=\($0)" } ?? ""
      return "\(measurement.metric) \(measurement.raw) \(measurement.unit) {\(slice)} "
        + "\(measurement.split ?? "-")\(n) \(measurement.source.pointer ?? "")"
    }
    #expect(
      lines == [
        "test_roc_auc 0.84 unknown {} - /test_roc_auc",
        "f1 0.7 unknown {} test n=200 /metrics/test/f1",
        "coverage_percent 91.5 percent {} - /metrics/coverage_percent",
        "recall 0.6 unknown {=alarms} - /metrics/alarms/recall",
        "recall 0.63 unknown {class=leak} - /per_class_recall/leak",
        "recall 0.9 unknown {class=burst} - /per_class_recall/burst",
        "demographic_parity_diff 0.12 unknown {} - /fairness_audit/demographic_parity_diff",
        "disparate_impact_ratio 0.94 unknown {=old_to_new} - "
          + "/fairness_audit/disparate_impact_ratios/old_to_new",
      ]
    )
  }

  @Test func `metadata may hold disparities, one for each attribute`() throws {
    let card = try CardFixture.artifact(
      of: """
        {"name": "m", "license": "MIT", "data": {"description": "Rows."}, "metadata":
         {"fairness_metrics": {"sex": {"demographic_parity_difference": 0.3}}}}
        """,
      at: "model_card.json"
    )
    #expect(card.measurements.map(\.slice) == [[SlicePair(attribute: "sex", group: "")]])
    #expect(card.measurements.map(\.metric) == ["demographic_parity_difference"])
    #expect(card.statement(.modelDescription) == nil)
  }

  @Test(arguments: [
    ("model_card.yaml", "model: m\nlimitations: none known\n", true),
    ("docs/model-card-v2.json", #"{"accuracy": 0.6, "auc": 0.68}"#, true),
    ("model_card_schema.json", #"{"model_name": {"type": "text"}, "license": {}}"#, false),
    ("model_card.json", #"{"random_state": 42, "penalty": "l2"}"#, false),
    ("model_card.json", #"{"title": "Model card", "properties": {"license": {}}}"#, false),
    (
      "info.json",
      #"{"model_name": "m", "intended_use": "a", "limitations": ["b"], "name": "c"}"#, true
    ),
    ("package.json", #"{"name": "m", "version": "1", "license": "MIT", "author": "A"}"#, false),
    ("dataset_card.json", #"{"dataset_name": "d", "license": "MIT"}"#, true),
    ("data_card.json", #"{"pipeline": "1", "columns": 3}"#, false),
  ])
  func `a name and two keys, or keys that only cards have, make a card`(
    path: String,
    text: String,
    isCard: Bool
  ) {
    if case .recognized = CardFixture.outcome(of: text, at: path) {
      #expect(isCard)
    } else {
      #expect(!isCard)
    }
  }
}
