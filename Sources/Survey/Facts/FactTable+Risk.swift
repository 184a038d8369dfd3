// SPDX-License-Identifier: Apache-2.0

extension Fact {
  /// The facts about high risk; nil for any other.
  var riskDefinition: FactDefinition? {
    switch self {
    case .annexISection:
      .choice(
        "none A B",
        "the section of Annex I that lists the product law",
        "AI Act Art. 6(1)"
      )
    case .annexIIsProduct:
      .flag(
        "the system is itself the product that the law of Annex I covers",
        "AI Act Art. 6(1)(a)"
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
    case .annexIThirdPartyOnlyOtherRisks:
      .flag(
        "that third-party assessment only concerns risks other than those of the system",
        "AI Act Art. 6(1c)"
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
    case .art63Assessment: .path("the path of the documented assessment", "AI Act Art. 6(4)")
    case .art63Registered: .text("the reference of the registration", "AI Act Art. 49(2)")
    case .art63Reason: .text("why the claim holds", "AI Act Art. 6(3)")
    case .art63Owner: .text("who answers for the claim", "AI Act Art. 6(3)")
    case .conformityRoute:
      .choice(
        "none internal_control notified_body sectoral",
        "the conformity assessment that was chosen",
        "AI Act Art. 43"
      )
    case .conformityNotifiedBody: .text("the number of the notified body", "AI Act Art. 43, 48(3)")
    case .conformityAssessedVersion: .text("the version that was assessed", "AI Act Art. 43(4)")
    case .conformityCEMark: .text("where the CE marking is shown", "AI Act Art. 48")
    case .registrationDatabase:
      .choice(
        "none eu eu_restricted national",
        "where the system is registered",
        "AI Act Art. 49, 71"
      )
    case .registrationReference: .text("the reference of the registration", "AI Act Art. 49")
    case .registrationDate: .date("when the system was registered", "AI Act Art. 49")
    default: nil
    }
  }

  /// The facts about transparency; nil for any other.
  var transparencyDefinition: FactDefinition? {
    switch self {
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
    case .twoPersonVerification:
      .flag(
        "two people confirm an identification before anything follows from it",
        "AI Act Art. 14(5)"
      )
    case .generativeModalities:
      .choices(
        "text image audio video code",
        "what kinds of content the system generates",
        "AI Act Art. 50(2)"
      )
    case .generativeAssistiveEditingOnly:
      .flag(
        "only assists with standard editing",
        "AI Act Art. 50(2)"
      )
    case .generativeNoSubstantialAlteration:
      .flag("the input is not substantially altered", "AI Act Art. 50(2)")
    case .generativeMachineToMachineOnly:
      .flag("the output only reaches other machines", "AI Act Art. 50(2), guidelines C(2026) 5054")
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
    default: nil
    }
  }

  /// The facts about general-purpose models; nil for any other.
  var modelDefinition: FactDefinition? {
    switch self {
    case .gpaiIsModel: .flag("a general-purpose AI model is provided", "AI Act Art. 3(63)")
    case .gpaiBase: .text("the general-purpose model that was modified", "AI Act Art. 3(63), 25(4)")
    case .gpaiTrainingFLOPs:
      .number(
        "the compute used for training, in floating-point operations",
        "AI Act Art. 51(2)"
      )
    case .gpaiFLOPsMethod: .text("how that compute was estimated", "AI Act Annex XI")
    case .gpaiModificationFLOPs:
      .number(
        "the compute used for the modification, in floating-point operations",
        "guidelines C(2025) 7719, points 57 to 63"
      )
    case .gpaiDesignatedSystemic:
      .flag(
        "the Commission designated the model as one with systemic risk",
        "AI Act Art. 51(1)(b)"
      )
    case .gpaiThresholdMetOn:
      .date(
        "when the compute for a presumption of systemic risk was reached",
        "AI Act Art. 51(2), 52(1)"
      )
    case .gpaiNotifiedOn: .date("when the Commission was notified of that", "AI Act Art. 52(1)")
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
    case .gpaiEURepresentative:
      .text(
        "the authorised representative in the Union, with the date of the mandate",
        "AI Act Art. 54"
      )
    case .gpaiComplianceMeans:
      .choice(
        "none code_of_practice harmonised_standard other",
        "by which means the duties are met",
        "AI Act Art. 53(4), 55(2)"
      )
    default: nil
    }
  }
}
