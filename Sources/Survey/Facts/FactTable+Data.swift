// SPDX-License-Identifier: Apache-2.0

extension Fact {
  /// The facts about decisions, personal data and deployers; nil for any other.
  var dataDefinition: FactDefinition? {
    switch self {
    case .admAutomation:
      .choice(
        "none partial solely",
        "how far decisions are automated",
        "GDPR Art. 22(1)"
      )
    case .admLegalOrSimilarEffect:
      .flag(
        "decisions have legal or similarly significant effects",
        "GDPR Art. 22(1), 35(3)(a)"
      )
    case .admHumanCanOverride:
      .flag(
        "a person can overrule the output",
        "AI Act Art. 14(4)(d), GDPR Art. 22(3)"
      )
    case .admReviewerTrained: .flag("that person is trained for it", "AI Act Art. 26(2)")
    case .admGateway:
      .choice(
        "none contract law explicit_consent",
        "what allows decisions without a person",
        "GDPR Art. 22(2)"
      )
    case .admSpecialCategoryGround:
      .choice(
        "none explicit_consent public_interest",
        "what allows such decisions on special categories",
        "GDPR Art. 22(4)"
      )
    case .continualLearning: .flag("the system goes on learning in use", "AI Act Art. 15(4)")
    case .controlsInputData: .flag("the deployer controls the input data", "AI Act Art. 26(4)")
    case .biasDetectionUsesSpecialCategories:
      .flag("special categories are processed to find or correct bias", "AI Act Art. 4a")
    case .personalData: .flag("personal data are processed", "GDPR Art. 4(1)")
    case .lawfulBasisCollection:
      .choice("none a b c d e f", "the point of Art. 6(1) that covers collection", "GDPR Art. 6(1)")
    case .lawfulBasisTraining:
      .choice("none a b c d e f", "the point of Art. 6(1) that covers training", "GDPR Art. 6(1)")
    case .lawfulBasisEvaluation:
      .choice("none a b c d e f", "the point of Art. 6(1) that covers evaluation", "GDPR Art. 6(1)")
    case .lawfulBasisInference:
      .choice("none a b c d e f", "the point of Art. 6(1) that covers inference", "GDPR Art. 6(1)")
    case .lawfulBasisBalancingTest:
      .path("the path of the balancing test for point (f)", "GDPR Art. 6(1)(f)")
    case .specialCategories:
      .texts(
        "the special categories of personal data, such as health",
        "GDPR Art. 9, 10"
      )
    case .art9Exceptions:
      .listOfLists(
        "for each special category: the category, the stage, the point of Art. 9(2)",
        "GDPR Art. 9(2)"
      )
    case .art9NationalNote: .path("the path of the note on national conditions", "GDPR Art. 9(4)")
    case .monitoringSystematic:
      .flag(
        "publicly accessible places are monitored systematically",
        "GDPR Art. 35(3)(c)"
      )
    case .wp248W1: .flag("evaluation or scoring", "WP 248 rev.01, criterion 1")
    case .wp248W2:
      .flag(
        "automated decisions with legal or similar effect",
        "WP 248 rev.01, criterion 2"
      )
    case .wp248W3: .flag("systematic monitoring", "WP 248 rev.01, criterion 3")
    case .wp248W4: .flag("sensitive or highly personal data", "WP 248 rev.01, criterion 4")
    case .wp248W5: .flag("data on a large scale", "WP 248 rev.01, criterion 5")
    case .wp248W6: .flag("datasets are matched or combined", "WP 248 rev.01, criterion 6")
    case .wp248W7: .flag("vulnerable data subjects", "WP 248 rev.01, criterion 7")
    case .wp248W8: .flag("innovative use of technology", "WP 248 rev.01, criterion 8")
    case .wp248W9:
      .flag(
        "processing that keeps people from a right, a service or a contract",
        "WP 248 rev.01, criterion 9"
      )
    case .wp248Note: .text("why one met criterion calls for no impact assessment", "WP 248 rev.01")
    case .dpiaAuthorityListHit:
      .flag(
        "the processing is on the list of the supervisory authority",
        "GDPR Art. 35(4)"
      )
    case .dpoDesignated: .flag("a data protection officer is designated", "GDPR Art. 35(2), 37")
    case .processorsUsed: .flag("processors handle the data", "GDPR Art. 28")
    case .processedIn: .places("the places where the data are processed", "GDPR Art. 44 to 46")
    case .modelClaimedAnonymous:
      .flag("the trained model is called anonymous", "GDPR Art. 4(1), EDPB Opinion 28/2024")
    case .retentionTechnicalDocumentationYears:
      .number("how many years the technical documentation is kept", "AI Act Art. 18")
    case .retentionLogsDays: .number("how many days the logs are kept", "AI Act Art. 19(1), 26(6)")
    case .retentionDecisionRecordsDays:
      .number("how many days the records of decisions are kept", "GDPR Art. 5(1)(e)")
    case .retentionPersonalData:
      .listOfLists(
        "for each category of personal data: the category, the period, the basis",
        "GDPR Art. 5(1)(e), 30(1)(f)"
      )
    case .deployerPublicBody: .flag("the deployer is governed by public law", "AI Act Art. 27(1)")
    case .deployerPublicService: .flag("the deployer provides public services", "AI Act Art. 27(1)")
    case .deployerWorkplaceUse: .flag("the system is used at the workplace", "AI Act Art. 26(7)")
    case .deployerGovernment:
      .flag(
        "the deployer is a government agency",
        "AI Act Art. 26(8), 49(3)"
      )
    case .friaNotifiedOn:
      .date(
        "when the market surveillance authority was notified of the assessment",
        "AI Act Art. 27(3)"
      )
    case .usAEDT: .flag("an automated employment decision tool", "NYC Admin. Code 20-870")
    case .usCCPABusiness: .flag("a business under the CCPA", "Cal. Civ. Code 1798.140")
    case .usHIPAAEntity: .flag("a covered entity under HIPAA", "45 CFR 160.103")
    case .usBank: .flag("a bank under supervision of the United States", "SR 11-7")
    case .protectedAttributes:
      .attributes(
        "the attributes that fairness is judged by, as a list or as a map to their groups",
        "AI Act Art. 10(2)(f)"
      )
    case .intersections:
      .listOfLists(
        "the crossings of these attributes that are judged too",
        "AI Act Art. 10(2)(f)"
      )
    default: nil
    }
  }
}
