// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

extension Fact {
  /// Personal data; nil for any other fact.
  var dataChoices: [OpenQuestion.Choice]? {
    switch self {
    case .personalData:
      [
        .init("false", "the GDPR asks nothing"),
        .init(
          "{value: true, wp248: […]}",
          "with those that hold of \(Self.criteria), or []; with two an impact assessment is due; add "
            + "lawful_basis, processors_used, processed_in, retention, and special_categories with w4"
        ),
      ]
    case .lawfulBasisCollection, .lawfulBasisTraining, .lawfulBasisEvaluation,
      .lawfulBasisInference:
      [
        .init("a, b, c, d or e", "that point of Art. 6(1) covers it; with a consent is looked at"),
        .init("f", "add lawful_basis.balancing_test"), .init("none", "nothing allows it"),
      ]
    case .lawfulBasisBalancingTest: Self.words("a path", "without the test point (f) does not hold")
    case .specialCategories:
      [.init("[]", "none"), .init("categories such as [health]", "GDPR Art. 9 applies")]
    case .art9Exceptions:
      Self.words("such as [[health, training, a]]", "without one Art. 9(1) prohibits it")
    case .art9NationalNote: Self.words("a path", "national conditions are looked at (Art. 9(4))")
    case .monitoringSystematic:
      Self.flags("on a large scale an impact assessment is due", "not for this reason")
    case .wp248Note: Self.words("a text", "with one criterion it says why no assessment is due")
    case .dpiaAuthorityListHit: Self.flags("an impact assessment is due", "not for this reason")
    case .dpoDesignated: Self.flags("the assessment has the officer's advice", "no advice is asked")
    case .processorsUsed: Self.flags("a contract with each is asked for (Art. 28)", "none is")
    case .processedIn:
      [
        .init("EEA codes", "no transfer"), .init("others", "safeguards are asked for"),
      ]
    case .modelClaimedAnonymous:
      Self.flags("the claim is tested", "the model counts as personal data where it holds them")
    case .protectedAttributes: Self.words("attributes such as [sex]", "groups are compared by them")
    case .intersections: Self.words("such as [[sex, age_band]]", "these crossings are compared too")
    default:
      Self.screening.contains(self)
        ? Self.flags("one of two that make an impact assessment due", "not for this reason") : nil
    }
  }

  /// The criteria of WP 248, each in a word or two.
  private static let criteria =
    "w1 scoring, w2 automated legal decision, w3 monitoring, w4 special categories, w5 large scale, "
    + "w6 matched data, w7 vulnerable people, w8 new technology, w9 barred from a right or service"

  /// What shows that duties are met, deployers, and places outside the Union; nil for any other fact.
  var dutyChoices: [OpenQuestion.Choice]? {
    switch self {
    case .conformityRoute:
      [
        .init("internal_control", "no body takes part (Annex VI)"),
        .init("notified_body", "its number is asked for (Annex VII)"),
        .init("sectoral", "the act of the product governs it"), .init("none", "none was chosen"),
      ]
    case .conformityNotifiedBody: Self.words("its number", "it stands beside the CE marking")
    case .conformityAssessedVersion:
      Self.words("a version", "one that differs from the model was not assessed")
    case .conformityCEMark: Self.words("a place", "without it the system is not marked")
    case .registrationDatabase:
      [
        .init("eu, eu_restricted or national", "the entry is asked for (Art. 49)"),
        .init("none", "it is in none"),
      ]
    case .registrationReference:
      Self.words("a reference", "without it the system is not registered")
    case .registrationDate: Self.days("registered since then", "not registered yet")
    case .retentionTechnicalDocumentationYears:
      Self.words("a number", "Art. 18 asks for ten years")
    case .retentionLogsDays: Self.words("a number", "Art. 19(1) and 26(6) ask for six months")
    case .retentionDecisionRecordsDays: Self.words("a number", "the period is compared to its need")
    case .retentionPersonalData:
      Self.words(
        "such as [[applications, P6M, contract]]",
        "without a period Art. 5(1)(e) is not met"
      )
    case .deployerPublicBody, .deployerPublicService:
      Self.flags("the impact assessment of Art. 27 is asked for", "not for this reason")
    case .deployerWorkplaceUse: Self.flags("workers are told (Art. 26(7))", "nobody is told")
    case .deployerGovernment: Self.flags("the use is registered (Art. 49(3))", "it is not")
    case .friaNotifiedOn: Self.days("the authority was told (Art. 27(3))", "not told yet")
    default:
      group == FactGroup.us.rawValue
        ? Self.flags("\(definition.article) may apply", "it does not") : nil
    }
  }
}
