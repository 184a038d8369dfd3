// SPDX-License-Identifier: Apache-2.0

extension Fact {
  /// What the declaration may answer, and what the fact means.
  ///
  /// One table as a switch, so that the compiler finds a fact without a definition. The facts are
  /// those that decide tier, duties and applicability under Regulation (EU) 2024/1689 (AI Act) as
  /// amended by Regulation (EU) 2026/1744, Regulation (EU) 2016/679 (GDPR), WP 248 rev.01, and the
  /// state law of the United States.
  package var definition: FactDefinition {
    switch self {
    case .role:
      .choices(
        "provider deployer gpai_provider importer distributor developer",
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
      .texts(
        "the places where the system is used, such as EU-DE or US-NY-NYC",
        "AI Act Art. 2(1)"
      )
    case .outputUsedIn: .texts("the places where its output is used", "AI Act Art. 2(1)(c)")
    case .dataSubjectsIn:
      .texts(
        "the places where the people live whose data it uses",
        "GDPR Art. 3"
      )
    case .exclusion:
      .choice(
        "none military research_only pre_market_rnd personal_use third_country_coop",
        "why the AI Act would not apply",
        "AI Act Art. 2(3) to 2(12)"
      )
    case .exclusionRationale: .text("why that exclusion holds", "AI Act Art. 2")
    case .exclusionOwner: .text("who answers for that exclusion", "AI Act Art. 2")
    case .placedOnMarket:
      .date(
        "when the system was placed on the market or put into service",
        "AI Act Art. 3(9), 111"
      )
    case .substantiallyModified:
      .date(
        "when the system was last substantially modified",
        "AI Act Art. 3(23)"
      )
    case .naturalPersonsAffected:
      .flag(
        "the output of the system affects natural persons",
        "AI Act Art. 6(2), GDPR Art. 4(1)"
      )
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
    case .annexISection:
      .choice(
        "none A B",
        "the section of Annex I that lists the product law",
        "AI Act Art. 6(1)"
      )
    case .annexISafetyFunction:
      .flag(
        "the system has a safety function in the product",
        "AI Act Art. 3(14)"
      )
    case .annexIFailureEndangersHealthSafety:
      .flag(
        "its failure endangers health and safety",
        "AI Act Art. 3(14)"
      )
    case .annexIThirdPartyAssessmentRequired:
      .flag(
        "the product needs a third-party conformity assessment",
        "AI Act Art. 6(1)(b)"
      )
    case .annexIOnlyNonSafetyBenefit:
      .flag(
        "the system only adds a benefit that has nothing to do with safety",
        "AI Act Art. 6(1)"
      )
    case .annexIII:
      .choices(
        "1a 1b 1c 2 3a 3b 3c 3d 4a 4b 5a 5b 5c 5d 6a 6b 6c 6d 6e 7a 7b 7c 7d 8a 8b",
        "the uses of Annex III that the system comes under",
        "AI Act Art. 6(2)"
      )
    case .carveouts1aVerificationOnly:
      .flag(
        "only confirms that a person is who they claim to be",
        "AI Act Annex III 1(a)"
      )
    case .carveouts5bFraudDetection: .flag("only detects financial fraud", "AI Act Annex III 5(b)")
    case .carveouts7dTravelDocuments:
      .flag(
        "only verifies travel documents",
        "AI Act Annex III 7(d)"
      )
    case .carveouts8bLogisticsOnly:
      .flag(
        "only organises campaigns, without output that voters meet",
        "AI Act Annex III 8(b)"
      )
    case .profiling:
      .flag(
        "evaluates personal aspects of natural persons",
        "GDPR Art. 4(4), AI Act Art. 6(3)"
      )
    case .art63Claimed:
      .flag(
        "no significant risk is claimed, so that an Annex III use is not high-risk",
        "AI Act Art. 6(3)"
      )
    case .art63Condition:
      .choices(
        "a b c d",
        "the condition that the claim rests on",
        "AI Act Art. 6(3)(a) to (d)"
      )
    case .art63MateriallyInfluencesDecision:
      .flag(
        "the output materially influences a decision",
        "AI Act Art. 6(3)"
      )
    case .art63SeparableFromHighRiskSystem:
      .flag(
        "the component can be separated from a high-risk system",
        "AI Act Art. 6(3)"
      )
    case .art63Assessment: .text("the path of the documented assessment", "AI Act Art. 6(4)")
    case .art63Registered: .text("the reference of the registration", "AI Act Art. 49(2)")
    case .art63Reason: .text("why the claim holds", "AI Act Art. 6(3)")
    case .art63Owner: .text("who answers for the claim", "AI Act Art. 6(3)")
    case .interactsWithHumans:
      .flag(
        "people interact with the system directly",
        "AI Act Art. 50(1)"
      )
    case .obviousAI:
      .flag(
        "it is obvious to those people that it is an AI system",
        "AI Act Art. 50(1)"
      )
    case .emotionRecognition:
      .flag(
        "infers emotions or intentions from biometric data",
        "AI Act Art. 3(39), 50(3)"
      )
    case .biometricFace: .flag("processes images of faces", "AI Act Art. 3(34)")
    case .biometricIdentification: .flag("identifies people by biometric data", "AI Act Art. 3(35)")
    case .biometricRemoteIdentification:
      .choice(
        "none post realtime",
        "identifies people at a distance, afterwards or in real time",
        "AI Act Art. 3(41) to 3(43)"
      )
    case .biometricVerificationOnly:
      .flag(
        "compares a person with their own template only",
        "AI Act Art. 3(36)"
      )
    case .biometricCategorisation:
      .flag(
        "assigns people to categories by biometric data",
        "AI Act Art. 3(40), 50(3)"
      )
    case .generativeModalities:
      .choices(
        "text image audio video",
        "what kinds of content the system generates",
        "AI Act Art. 50(2)"
      )
    case .generativeAssistiveEditingOnly:
      .flag(
        "only assists with standard editing",
        "AI Act Art. 50(2)"
      )
    case .generativeDeepfake:
      .flag(
        "generates or alters content into deep fakes",
        "AI Act Art. 50(4)"
      )
    case .generativePublicInterestText:
      .flag(
        "texts are published to inform the public",
        "AI Act Art. 50(4)"
      )
    case .generativeEditorialControl:
      .flag(
        "a person reviews those texts and answers for them",
        "AI Act Art. 50(4)"
      )
    case .gpaiIsModel: .flag("a general-purpose AI model is provided", "AI Act Art. 3(63)")
    case .gpaiTrainingFLOPs:
      .number(
        "the compute used for training, in floating-point operations",
        "AI Act Art. 51(2)"
      )
    case .gpaiFLOPsMethod: .text("how that compute was estimated", "AI Act Annex XI")
    case .gpaiDesignatedSystemic:
      .flag(
        "the Commission designated the model as one with systemic risk",
        "AI Act Art. 51(1)(b)"
      )
    case .gpaiRebuttal:
      .choice(
        "none submitted accepted rejected",
        "how far a rebuttal of systemic risk is",
        "AI Act Art. 52(2) to 52(4)"
      )
    case .gpaiPlacedOnMarket: .date("when the model was placed on the market", "AI Act Art. 111(3)")
    case .gpaiLicenceFreeOpen:
      .flag(
        "released under a free and open-source licence",
        "AI Act Art. 53(2)"
      )
    case .gpaiWeightsPublic: .flag("the parameters are public", "AI Act Art. 53(2)")
    case .gpaiArchitecturePublic: .flag("the architecture is public", "AI Act Art. 53(2)")
    case .gpaiUsageInfoPublic: .flag("information on usage is public", "AI Act Art. 53(2)")
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
    case .personalData: .flag("personal data are processed", "GDPR Art. 4(1)")
    case .specialCategories:
      .texts(
        "the special categories of personal data, such as health",
        "GDPR Art. 9, 10"
      )
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
    case .dpiaAuthorityListHit:
      .flag(
        "the processing is on the list of the supervisory authority",
        "GDPR Art. 35(4)"
      )
    case .deployerPublicBody: .flag("the deployer is governed by public law", "AI Act Art. 27(1)")
    case .deployerPublicService: .flag("the deployer provides public services", "AI Act Art. 27(1)")
    case .deployerWorkplaceUse: .flag("the system is used at the workplace", "AI Act Art. 26(7)")
    case .deployerGovernment:
      .flag(
        "the deployer is a government agency",
        "AI Act Art. 26(8), 49(3)"
      )
    case .usAEDT: .flag("an automated employment decision tool", "NYC Admin. Code 20-870")
    case .usCCPABusiness: .flag("a business under the CCPA", "Cal. Civ. Code 1798.140")
    case .usHIPAAEntity: .flag("a covered entity under HIPAA", "45 CFR 160.103")
    case .usBank: .flag("a bank under supervision of the United States", "SR 11-7")
    case .protectedAttributes:
      .texts(
        "the attributes that fairness is judged by",
        "AI Act Art. 10(2)(f)"
      )
    case .intersections:
      .listOfLists(
        "the crossings of these attributes that are judged too",
        "AI Act Art. 10(2)(f)"
      )
    }
  }
}
