// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Structured model cards")
struct CardFormatTests {
  @Test func `a Model Card Toolkit card of 0.0.2 is read in full`() throws {
    let card = try CardFixture.artifact("mct/model_card.json")
    #expect(card.kind == .modelCard)
    #expect(card.format == "model-card-toolkit")
    #expect(card.formatVersion == "0.0.2")
    #expect(card.title == "loan-default-clf")
    let model = try #require(card.models.first)
    #expect(model.version == "1.4.0")
    #expect(model.versionDate?.date == CalendarDate(year: 2026, month: 10, day: 1))
    #expect(model.type == "gradient boosted trees")
    #expect(model.licenses == ["Apache-2.0"])
    #expect(model.source.place == "/model_details@3:20")
    #expect(card.people == ["owner Credit Risk Team <credit-risk@example.org>"])
    #expect(card.numbers == ["accuracy[] 0.884 unknown", "accuracy[sex=F] 0.871 unknown"])
    let sliced = card.measurements[1]
    #expect(sliced.uncertainty == Uncertainty(lower: 0.861, upper: 0.881))
    #expect(sliced.raw == "0.871")
    #expect(sliced.source.place == "/quantitative_analysis/performance_metrics/1@22:7")
    #expect(card.datasets.map(\.name) == ["loans-2025/train", "loans-2025/test"])
    #expect(card.datasets.map(\.personalData) == [.yes, .unknown])
    #expect(card.datasets[0].sensitiveAttributes == ["sex", "age"])
    #expect(card.said(.intendedUse) == ["substantive Prioritising manual review"])
    #expect(card.said(.outOfScopeUse).isEmpty)
    #expect(card.risks.map(\.mitigation) == ["Postcode removed"])
    #expect(card.issues.isEmpty)
  }

  @Test func `an older card with VerifyML's additions is read, and its doubts are kept`() throws {
    let card = try CardFixture.artifact("mct/model_card_0_0_1.json")
    #expect(card.models[0].licenses == ["Apache-2.0"])
    #expect(card.models[0].versionDate?.date == nil)
    #expect(card.models[0].versionDate?.raw == "12/10/2025")
    #expect(card.said(.modelDescription) == ["placeholder TODO"])
    #expect(card.datasets.map(\.role) == [.training])
    #expect(card.datasets[0].personalData == .yes)
    #expect(card.said(.trainingData) == ["substantive 40 000 rows"])
    #expect(
      card.numbers == [
        "accuracy[] 0.9781 unknown", "accuracy[=Women] 0.9932 unknown",
        "four_fifths_rule[sex=F] 0.83 unknown",
      ]
    )
    #expect(card.measurements[0].decisionThreshold == 0.5)
    #expect(card.risks.map(\.affectedGroup) == ["Applicants aged 18-25"])
    #expect(card.said(.fairness) == ["substantive Women get fewer loans."])
    #expect(card.issueLines == ["ambiguous-date:6", "implausible-interval:20"])
  }

  @Test func `a card with the sections of Mitchell et al. keeps null apart from filler`() throws {
    let card = try CardFixture.artifact("mitchell-json/loan-default.json")
    #expect(card.format == "mitchell-json")
    #expect(card.title == "Loan default classifier")
    #expect(card.models[0].name == "loan-default-clf")
    #expect(card.models[0].version == "1.4.0")
    #expect(card.models[0].task == "tabular-classification")
    #expect(
      card.people == ["developer Credit Risk Team <->", "contact - <credit-risk@example.org>"]
    )
    #expect(card.said(.outOfScopeUse) == ["placeholder TBD"])
    #expect(card.said(.fairness).isEmpty)
    #expect(card.said(.modelDescription).count == 1)
    #expect(card.said(.evaluationData) == ["substantive loans-2025/test\n10 000 rows"])
    #expect(card.datasets.map(\.name) == ["loans-2025/train", "loans-2025/test"])
    #expect(card.datasets.map(\.role) == [.training, .evaluation])
    #expect(
      card.statements.first { $0.topic == .users }?.source.place
        == "/intended_use/primary_users@18:22"
    )
    #expect(card.issues.isEmpty)
  }

  @Test
  func `a SageMaker card has a risk rating, and slices in the names of metric groups`() throws {
    let card = try CardFixture.artifact("sagemaker/model_card.json")
    #expect(card.format == "sagemaker-card")
    #expect(card.kind == .modelCard)
    #expect(card.people == ["owner Credit Risk Team <->", "developer A. Author <->"])
    #expect(card.risks.map(\.level) == ["High"])
    #expect(card.risks.map(\.description) == ["Creditworthiness of natural persons"])
    #expect(card.numbers == ["accuracy[sex=F] 0.871 unknown"])
    #expect(card.measurements[0].dataset == "s3://example/loans-2025/test")
    #expect(
      card.said(.intendedUse) == [
        "substantive Prioritise manual review", "substantive Loan officers only",
      ]
    )
    #expect(card.said(.limitations) == ["substantive Not for applicants under 21."])
    #expect(card.datasets.map(\.role) == [.evaluation])
    #expect(card.issues.isEmpty)
  }

  @Test func `a MONAI bundle's metrics are read, with those of its parts`() throws {
    let card = try CardFixture.artifact("monai/metadata.json")
    #expect(card.format == "monai-bundle")
    #expect(card.models[0].version == "1.1.2")
    #expect(card.numbers == ["mean_dice[] 0.96 unknown", "mean_dice[=tumour] 0.71 unknown"])
    #expect(card.said(.intendedUse).count == 1)
    #expect(card.measurements[0].source.place == "/eval_metrics/mean_dice@12:33")
  }

  @Test func `an MLmodel file gives identity, provenance and the team's metadata`() throws {
    let card = try CardFixture.artifact("mlflow/MLmodel")
    #expect(card.format == "mlmodel")
    #expect(card.formatVersion == "3.18.0")
    #expect(card.models[0].name == nil)
    #expect(card.models[0].type == "sklearn")
    #expect(card.created?.date == CalendarDate(year: 2026, month: 10, day: 1))
    #expect(card.people == ["owner credit-risk@example.org <->"])
    #expect(card.parties[0].source.place == "/metadata/owner@17:10")
  }
}
