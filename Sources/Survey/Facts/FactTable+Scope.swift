// SPDX-License-Identifier: Apache-2.0

extension Fact {
  /// The facts about place, role and scope; nil for any other.
  var scopeDefinition: FactDefinition? {
    switch self {
    case .role:
      .choices(
        "provider deployer gpai_provider importer distributor developer "
          + "authorised_representative product_manufacturer",
        "what the organisation is for this system",
        "AI Act Art. 3(3) to 3(8)"
      )
    case .domain:
      .choices(
        "employment education credit insurance healthcare law_enforcement migration "
          + "justice elections critical_infrastructure public_benefits emergency housing "
          + "product_safety media general none",
        "where the system is used",
        "AI Act Annex III"
      )
    case .deployedTo:
      .places(
        "the places where the system is used, such as EU-DE or US-NY-NYC",
        "AI Act Art. 2(1)"
      )
    case .outputUsedIn: .places("the places where its output is used", "AI Act Art. 2(1)(c)")
    case .dataSubjectsIn:
      .places(
        "the places where the people live whose data it uses",
        "GDPR Art. 3"
      )
    case .establishedIn:
      .places(
        "the places where the provider or deployer is established",
        "AI Act Art. 2(1)(b), 54, GDPR Art. 3(1)"
      )
    case .exclusion:
      .choice(
        "none military research_only pre_market_rnd personal_use third_country_coop open_source",
        "why the AI Act would not apply",
        "AI Act Art. 2(3) to 2(12)"
      )
    case .exclusionRationale: .text("why that exclusion holds", "AI Act Art. 2")
    case .exclusionOwner: .text("who answers for that exclusion", "AI Act Art. 2")
    case .realWorldTesting:
      .flag("the system is tested in real-world conditions", "AI Act Art. 2(8), 60")
    case .placedOnMarket:
      .date(
        "when the system was placed on the market or put into service",
        "AI Act Art. 3(9), 111"
      )
    case .putIntoService:
      .date("when the system was put into service for its first own use", "AI Act Art. 3(11), 111")
    case .substantiallyModified:
      .date(
        "when the system was last substantially modified",
        "AI Act Art. 3(23)"
      )
    case .changeClass:
      .choice(
        "none editorial minor substantial",
        "how large the latest change of the system is",
        "AI Act Art. 3(23), 43(4)"
      )
    case .roleChangeRebranded:
      .flag(
        "somebody else's system is offered under the own name or trade mark",
        "AI Act Art. 25(1)(a)"
      )
    case .roleChangePurposeChanged:
      .flag("the intended purpose was changed into a high-risk one", "AI Act Art. 25(1)(c)")
    case .naturalPersonsAffected:
      .flag(
        "the output of the system affects natural persons",
        "AI Act Art. 6(2), GDPR Art. 4(1)"
      )
    default: nil
    }
  }

  /// The facts about prohibited practices; nil for any other.
  var practiceDefinition: FactDefinition? {
    switch self {
    case .practicesManipulation:
      .flag(
        "manipulates or deceives people so that they come to significant harm",
        "AI Act Art. 5(1)(a)"
      )
    case .practicesExploitsVulnerability:
      .flag(
        "exploits age, disability or a social or economic situation",
        "AI Act Art. 5(1)(b)"
      )
    case .practicesNCII:
      .flag(
        "makes intimate images of identifiable people without their consent",
        "AI Act Art. 5(1)(ba)"
      )
    case .practicesCSAM: .flag("makes child sexual abuse material", "AI Act Art. 5(1)(bb)")
    case .practicesSocialScoring:
      .flag(
        "scores people by social behaviour, with unrelated or disproportionate effects",
        "AI Act Art. 5(1)(c)"
      )
    case .practicesPredictivePolicingProfilingOnly:
      .flag(
        "predicts crimes of a person from profiling alone",
        "AI Act Art. 5(1)(d)"
      )
    case .practicesUntargetedFaceScraping:
      .flag(
        "builds face databases by untargeted scraping",
        "AI Act Art. 5(1)(e)"
      )
    case .practicesEmotionWorkEdu:
      .flag(
        "infers emotions at work or in education",
        "AI Act Art. 5(1)(f)"
      )
    case .practicesEmotionException:
      .choice(
        "none medical safety",
        "the exception that allows inferring emotions",
        "AI Act Art. 5(1)(f)"
      )
    case .practicesSensitiveBiometricCategorisation:
      .flag(
        "infers sensitive traits from biometric data",
        "AI Act Art. 5(1)(g)"
      )
    case .practicesBiometricCarveout:
      .choice(
        "none labelling law_enforcement",
        "the exception that allows such categorisation",
        "AI Act Art. 5(1)(g)"
      )
    case .practicesRealtimeRBILE:
      .flag(
        "identifies people in public in real time for law enforcement",
        "AI Act Art. 5(1)(h)"
      )
    case .practicesRBIAuthorised:
      .flag(
        "that identification is authorised by law and authority",
        "AI Act Art. 5(2) to 5(5)"
      )
    case .practicesRBIObjective:
      .choice(
        "none victim_search threat_prevention suspect_localisation",
        "the objective that such identification serves",
        "AI Act Art. 5(1)(h)(i) to (iii)"
      )
    case .practicesRBIAuthorisation:
      .text("reference and date of the authorisation", "AI Act Art. 5(3)")
    default: nil
    }
  }
}
