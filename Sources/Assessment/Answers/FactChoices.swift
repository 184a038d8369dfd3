// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Survey

extension Fact {
  /// What may be answered to a question about the fact alone, and what each answer changes.
  package var choices: [OpenQuestion.Choice] {
    scopeChoices ?? practiceChoices ?? riskChoices ?? transparencyChoices ?? modelChoices
      ?? decisionChoices ?? dataChoices ?? dutyChoices ?? []
  }

  /// Yes and no, and what each changes.
  static func flags(_ yes: String, _ no: String) -> [OpenQuestion.Choice] {
    [.init("true", yes), .init("false", no)]
  }

  /// A day or none yet, and what each changes.
  static func days(_ day: String, _ null: String) -> [OpenQuestion.Choice] {
    [.init("a day such as 2026-11-21", day), .init("null", null)]
  }

  /// What only counts once it says something.
  static func words(_ form: String, _ effect: String) -> [OpenQuestion.Choice] {
    [.init(form, effect)]
  }

  /// Place, role and scope; nil for any other fact.
  private var scopeChoices: [OpenQuestion.Choice]? {
    switch self {
    case .role:
      [
        .init(
          "provider",
          "the duties of whoever makes it: Art. 9 to 15 of high risk, Art. 50(1), (2)"
        ),
        .init("deployer", "those of whoever uses it: Art. 26 and 27 of high risk, Art. 50(3), (4)"),
        .init("gpai_provider", "those of Art. 53 to 55"),
        .init("importer, distributor, …", "those of Art. 22 to 25"),
        .init("left out", "read as provider and deployer"),
      ]
    case .domain:
      [
        .init(
          "employment or education",
          "people there count as vulnerable (w7), and Art. 5(1)(f) protects them"
        ),
        .init("another area, general or none", "neither follows"),
      ]
    case .deployedTo: Self.words("codes such as [EU-DE]", "they decide which law applies")
    case .outputUsedIn: Self.words("codes", "output used in the Union brings the AI Act with it")
    case .dataSubjectsIn: Self.words("codes", "people in the EEA bring the GDPR with them")
    case .establishedIn:
      [
        .init("codes such as [EU-DE]", "a deployer in the Union is under the AI Act"),
        .init(
          "codes outside the Union",
          "a maker of a general-purpose model names a representative"
        ),
      ]
    case .exclusion:
      [
        .init("none", "the AI Act applies"),
        .init("military, research_only, …", "with rationale and owner the system is excluded"),
      ]
    case .exclusionRationale, .exclusionOwner:
      Self.words("a text", "without it the exclusion does not count")
    case .realWorldTesting:
      Self.flags("the exclusion for research does not hold", "it may hold")
    default: timeChoices
    }
  }

  /// When the system came and changed, and whom it affects; nil for any other fact.
  private var timeChoices: [OpenQuestion.Choice]? {
    switch self {
    case .placedOnMarket, .putIntoService:
      Self.days(
        "before the day of its duties the system may stay as it is (Art. 111(2))",
        "it is not there yet"
      )
    case .substantiallyModified:
      Self.days("from then on the duties apply to an older system too", "it is unchanged")
    case .changeClass:
      [
        .init("none, editorial or minor", "the assessment of conformity still holds"),
        .init("substantial", "it is done again (Art. 43(4))"),
      ]
    case .roleChangeRebranded, .roleChangePurposeChanged:
      Self.flags("you become its provider (Art. 25)", "you do not")
    case .naturalPersonsAffected:
      Self.flags(
        "add adm: {automation: none|partial|solely, legal_or_similar_effect: true|false}",
        "nothing is asked about decisions"
      )
    default: nil
    }
  }

  /// Prohibited practices; nil for any other fact.
  private var practiceChoices: [OpenQuestion.Choice]? {
    switch self {
    case .practicesEmotionException, .practicesBiometricCarveout:
      [
        .init("none", "the prohibition holds"),
        .init(
          definition.members.dropFirst().joined(separator: " or "),
          "with reason and owner it does not"
        ),
      ]
    case .practicesRBIAuthorised:
      Self.flags("with reason and owner the prohibition does not hold", "it holds")
    case .practicesRBIObjective:
      [
        .init("none", "no objective allows it"),
        .init("victim_search, …", "authorisation is asked for"),
      ]
    case .practicesRBIAuthorisation:
      Self.words("reference and date", "without it the identification is not authorised")
    default: group == FactGroup.practices.rawValue ? Self.flags("prohibited", "nothing of it") : nil
    }
  }

  /// High risk; nil for any other fact.
  private var riskChoices: [OpenQuestion.Choice]? {
    switch self {
    case .annexISection:
      [.init("none", "Annex I asks nothing"), .init("A or B", "Art. 6(1) may apply")]
    case .annexIIsProduct, .annexISafetyFunction, .annexIFailureEndangersHealthSafety:
      Self.flags("high-risk, where a third party assesses it", "not for this reason")
    case .annexIThirdPartyAssessmentRequired:
      Self.flags("high-risk, where safety depends on it", "Art. 6(1) does not apply")
    case .annexIThirdPartyOnlyOtherRisks, .annexIOnlyNonSafetyBenefit:
      Self.flags("with reason and owner Art. 6(1) does not apply", "it may apply")
    case .annexIII: [.init("none", "nothing of it"), FactGroup.annexIII.some]
    case .carveouts1aVerificationOnly, .carveouts5bFraudDetection, .carveouts7dTravelDocuments,
      .carveouts8bLogisticsOnly:
      Self.flags("with reason and owner the point does not apply", "it applies")
    case .profiling: Self.flags("high-risk whatever Art. 6(3) says", "Art. 6(3) may be claimed")
    default: derogationChoices
    }
  }

  /// The derogation of Article 6(3); nil for any other fact.
  private var derogationChoices: [OpenQuestion.Choice]? {
    switch self {
    case .art63Claimed:
      Self.flags("with all that Art. 6(3) takes it is not high-risk", "it is high-risk")
    case .art63Condition: Self.words("a, b, c or d", "without one the claim is refused")
    case .art63MateriallyInfluencesDecision: Self.flags("the claim is refused", "it may hold")
    case .art63SeparableFromHighRiskSystem: Self.flags("the claim may hold", "it is doubtful")
    case .art63Assessment: Self.words("a path", "without an assessment the claim is refused")
    case .art63Registered:
      Self.words("a reference", "Art. 49(2) asks for it from the day of the duties on")
    case .art63Reason, .art63Owner: Self.words("a text", "without it the claim is refused")
    default: nil
    }
  }
}
