// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

extension Fact {
  /// Transparency; nil for any other fact.
  var transparencyChoices: [OpenQuestion.Choice]? {
    switch self {
    case .interactsWithHumans: Self.flags("people are told, tier limited", "no notice is due")
    case .obviousAI: Self.flags("with reason and owner no notice is due", "people are told")
    case .emotionRecognition: Self.flags("Annex III 1c, Art. 50(3)", "neither")
    case .biometricFace: Self.flags("Annex III 1 is looked at", "nothing follows")
    case .biometricIdentification: Self.flags("Annex III 1a may apply", "it does not")
    case .biometricRemoteIdentification:
      [
        .init("none", "Annex III 1a asks nothing"),
        .init("post or realtime", "Annex III 1a applies"),
      ]
    case .biometricVerificationOnly: Self.flags("Annex III 1a leaves it out", "it may apply")
    case .biometricCategorisation: Self.flags("Annex III 1b, Art. 50(3)", "neither")
    case .twoPersonVerification:
      Self.flags("Art. 14(5) is met as far as stated", "Art. 14(5) is not met, where it applies")
    case .generativeModalities:
      [
        .init("[]", "nothing is marked or disclosed"),
        .init("such as [text, image]", "that output is marked (Art. 50(2))"),
      ]
    case .generativeAssistiveEditingOnly, .generativeNoSubstantialAlteration,
      .generativeMachineToMachineOnly:
      Self.flags("with reason and owner nothing is marked", "output is marked (Art. 50(2))")
    case .generativeDeepfake: Self.flags("each is disclosed (Art. 50(4))", "nothing is disclosed")
    case .generativePublicInterestText:
      Self.flags("the texts are disclosed, unless somebody edits them", "nothing is disclosed")
    case .generativeEditorialControl:
      Self.flags("with reason and owner nothing is disclosed", "the texts are disclosed")
    default: nil
    }
  }

  /// General-purpose models; nil for any other fact.
  var modelChoices: [OpenQuestion.Choice]? {
    switch self {
    case .gpaiIsModel: Self.flags("the duties of Art. 53 apply", "they do not")
    case .gpaiBase: Self.words("a name", "the share of the modification is asked for")
    case .gpaiTrainingFLOPs: Self.words("a number", "above 1e25 systemic risk is presumed")
    case .gpaiFLOPsMethod: Self.words("a text", "the estimate counts once its method is known")
    case .gpaiModificationFLOPs:
      Self.words("a number", "from one third of the original's on you are its provider")
    case .gpaiDesignatedSystemic: Self.flags("the duties of Art. 55 apply", "not for this reason")
    case .gpaiThresholdMetOn, .gpaiNotifiedOn:
      Self.days(
        "within 14 days of each other Art. 52(1) is met",
        "Art. 52(1) is not met, where it applies"
      )
    case .gpaiRebuttal:
      [
        .init("none, submitted or rejected", "systemic risk stays presumed"),
        .init("accepted", "with the decision as evidence it does not"),
      ]
    case .gpaiPlacedOnMarket:
      Self.days("before 2025-08-02 the duties wait until 2027-08-02", "they apply from the start")
    case .gpaiLicenceFreeOpen, .gpaiWeightsPublic, .gpaiArchitecturePublic, .gpaiUsageInfoPublic:
      Self.flags("with evidence, and all four, Art. 53(2) relieves", "it does not relieve")
    case .gpaiEURepresentative:
      Self.words("name and date of the mandate", "a maker outside the Union needs one (Art. 54)")
    case .gpaiComplianceMeans:
      Self.words("code_of_practice, harmonised_standard or other", "duties are shown by that means")
    default: nil
    }
  }

  /// Decisions about people; nil for any other fact.
  var decisionChoices: [OpenQuestion.Choice]? {
    switch self {
    case .admAutomation:
      [
        .init("none or partial", "a person decides"),
        .init("solely", "GDPR Art. 22 applies where effects are legal or similar"),
      ]
    case .admLegalOrSimilarEffect:
      Self.flags(
        "oversight and an impact assessment are asked for",
        "they are not, for this reason"
      )
    case .admHumanCanOverride:
      Self.flags("oversight is there as far as stated", "oversight is missing (Art. 14(4)(d))")
    case .admReviewerTrained:
      Self.flags("Art. 26(2) is met as far as stated", "training is missing (Art. 26(2))")
    case .admGateway:
      [
        .init("none", "no such decision is allowed"),
        .init("contract, law or explicit_consent", "GDPR Art. 22(2) allows it, with safeguards"),
      ]
    case .admSpecialCategoryGround:
      [
        .init("none", "no such decision is allowed on special categories"),
        .init("explicit_consent or public_interest", "GDPR Art. 22(4) allows it"),
      ]
    case .continualLearning:
      Self.flags("feedback loops are looked at (Art. 15(4))", "nothing is asked about them")
    case .controlsInputData:
      Self.flags(
        "input data are relevant and representative (Art. 26(4))",
        "nothing is asked of them"
      )
    case .biasDetectionUsesSpecialCategories:
      Self.flags("the conditions of Art. 4a are asked for", "they are not")
    default: nil
    }
  }
}
