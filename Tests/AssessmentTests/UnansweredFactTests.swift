// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import GateModel
import Survey
import Testing

/// What leaving one question open must do to a system.
struct OpenQuestion: CustomTestStringConvertible, Sendable {
  let fact: Fact
  var others: [String: String] = [:]
  let tier: RiskTier
  /// Whether the fact must be listed as one that nobody answered.
  var isListed = true

  var testDescription: String {
    let setting = others.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "\(fact.rawValue) is open, \(setting.joined(separator: ", "))"
  }

  static let practices: [OpenQuestion] = [
    .practicesManipulation, .practicesExploitsVulnerability, .practicesNCII, .practicesCSAM,
    .practicesSocialScoring, .practicesPredictivePolicingProfilingOnly,
    .practicesUntargetedFaceScraping, .practicesEmotionWorkEdu,
    .practicesSensitiveBiometricCategorisation, .practicesRealtimeRBILE,
  ].map { OpenQuestion(fact: $0, tier: .unresolved) }

  static let exceptions = [
    OpenQuestion(
      fact: .practicesEmotionException,
      others: ["practices.emotion_work_edu": "true"],
      tier: .prohibited,
      isListed: false
    ),
    OpenQuestion(
      fact: .practicesBiometricCarveout,
      others: ["practices.sensitive_biometric_categorisation": "true"],
      tier: .prohibited,
      isListed: false
    ),
    OpenQuestion(
      fact: .practicesRBIAuthorised,
      others: ["practices.realtime_rbi_le": "true"],
      tier: .prohibited,
      isListed: false
    ),
  ]

  private static let claim = [
    "annex_iii": "[4a]", "art6_3.claimed": "true", "art6_3.condition": "[d]",
    "art6_3.assessment": "docs/derogation.md", "art6_3.reason": "Sorts files only.",
    "art6_3.owner": "Legal",
  ]

  private static let component = [
    "annex_i.section": "A", "annex_i.safety_function": "true",
    "annex_i.third_party_assessment_required": "true",
  ]

  static let highRisk = [
    OpenQuestion(fact: .profiling, others: claim, tier: .high),
    OpenQuestion(
      fact: .art63MateriallyInfluencesDecision,
      others: claim,
      tier: .high,
      isListed: false
    ),
    OpenQuestion(fact: .art63Claimed, others: claim, tier: .high, isListed: false),
    OpenQuestion(fact: .art63Assessment, others: claim, tier: .high, isListed: false),
    OpenQuestion(fact: .annexIII, tier: .unresolved),
    OpenQuestion(fact: .annexISection, tier: .unresolved),
    OpenQuestion(
      fact: .annexISafetyFunction,
      others: ["annex_i.section": "A", "annex_i.third_party_assessment_required": "true"],
      tier: .high
    ),
    OpenQuestion(
      fact: .annexIFailureEndangersHealthSafety,
      others: ["annex_i.section": "A", "annex_i.third_party_assessment_required": "true"],
      tier: .high
    ),
    OpenQuestion(
      fact: .annexIThirdPartyAssessmentRequired,
      others: component,
      tier: .high
    ),
    OpenQuestion(
      fact: .annexIOnlyNonSafetyBenefit,
      others: component,
      tier: .high,
      isListed: false
    ),
    OpenQuestion(
      fact: .carveouts1aVerificationOnly,
      others: ["annex_iii": "[1a]"],
      tier: .high,
      isListed: false
    ),
    OpenQuestion(
      fact: .carveouts5bFraudDetection,
      others: ["annex_iii": "[5b]"],
      tier: .high,
      isListed: false
    ),
    OpenQuestion(
      fact: .carveouts7dTravelDocuments,
      others: ["annex_iii": "[7d]"],
      tier: .high,
      isListed: false
    ),
    OpenQuestion(
      fact: .carveouts8bLogisticsOnly,
      others: ["annex_iii": "[8b]"],
      tier: .high,
      isListed: false
    ),
  ]

  static let transparency = [
    OpenQuestion(fact: .interactsWithHumans, tier: .limited),
    OpenQuestion(
      fact: .obviousAI,
      others: ["interacts_with_humans": "true"],
      tier: .limited,
      isListed: false
    ),
    OpenQuestion(fact: .generativeModalities, tier: .limited),
    OpenQuestion(
      fact: .generativeAssistiveEditingOnly,
      others: ["generative.modalities": "[text]"],
      tier: .limited,
      isListed: false
    ),
    OpenQuestion(fact: .generativeDeepfake, tier: .limited),
    OpenQuestion(fact: .generativePublicInterestText, tier: .limited),
    OpenQuestion(fact: .emotionRecognition, tier: .limited),
    OpenQuestion(fact: .biometricCategorisation, tier: .limited),
  ]

  static let others = [
    OpenQuestion(fact: .deployedTo, tier: .unresolved),
    OpenQuestion(
      fact: .establishedIn,
      others: ["deployed_to": "[US-CA]", "output_used_in": "[US-CA]", "role": "[deployer]"],
      tier: .unresolved
    ),
    OpenQuestion(
      fact: .gpaiTrainingFLOPs,
      others: ["gpai.is_model": "true"],
      tier: .minimal
    ),
    OpenQuestion(fact: .personalData, tier: .minimal),
    OpenQuestion(
      fact: .wp248W3,
      others: ["personal_data": "true", "wp248.w1": "true"],
      tier: .minimal
    ),
  ]

  static let emotions = [
    OpenQuestion(
      fact: .domain,
      others: ["emotion_recognition": "true"],
      tier: .unresolved
    ),
    OpenQuestion(
      fact: .domain,
      others: [
        "emotion_recognition": "true",
        "practices.emotion_exception": "{value: safety, reason: Drowsy drivers., owner: Legal}",
      ],
      tier: .high,
      isListed: false
    ),
    OpenQuestion(fact: .domain, tier: .minimal, isListed: false),
  ]

  static let all = emotions + practices + exceptions + highRisk + transparency + others

  func derivation(unknownFails: Bool = true) throws -> TierDerivation {
    let changes = others.merging([fact.rawValue: "unknown"]) { _, open in open }
    return Tiering.derive(
      from: try SampleDeclaration.harmless(changes).read().facts,
      asOf: try #require(CalendarDate("2026-12-02")),
      unknownFails: unknownFails
    )
  }
}

@Suite("Unanswered questions")
struct UnansweredFactTests {
  @Test(arguments: OpenQuestion.all)
  func `an open question counts against the system`(_ question: OpenQuestion) throws {
    let derivation = try question.derivation()
    #expect(derivation.tier == question.tier)
    #expect(derivation.unresolved.contains(question.fact) == question.isListed)
  }

  @Test(arguments: OpenQuestion.all)
  func `answering 'unknown' is the same as not answering`(_ question: OpenQuestion) throws {
    guard question.fact.definition.type == .flag else { return }
    let missing = try question.derivation()
    var sample = SampleDeclaration.harmless(question.others)
    sample.answers[question.fact.rawValue] = "unknown"
    let stated = Tiering.derive(
      from: try sample.read().facts,
      asOf: try #require(CalendarDate("2026-12-02"))
    )
    #expect(stated.tier == missing.tier)
    #expect(stated.flags == missing.flags)
    #expect(stated.unresolved == missing.unresolved)
  }

  @Test(arguments: OpenQuestion.practices)
  func `under unknown_is: warn an open practice is a question, not an unresolved tier`(
    _ question: OpenQuestion
  ) throws {
    let derivation = try question.derivation(unknownFails: false)
    #expect(derivation.tier == .minimal)
    #expect(derivation.questions.contains { $0.contains(question.fact.rawValue) })
  }

  @Test func `under unknown_is: warn, emotions in an unnamed domain are a question`() throws {
    let question = try #require(OpenQuestion.emotions.first)
    let derivation = try question.derivation(unknownFails: false)
    #expect(derivation.tier == .high)
    #expect(derivation.questions.contains { $0.contains("'domain' is unanswered") })
  }

  @Test(arguments: [
    ([:], false), (["generative.modalities": "[text]"], true),
    (["role": "[gpai_provider]"], true),
    (
      [
        "generative.modalities": "[text]", "deployed_to": "[US-CA]", "output_used_in": "[US-CA]",
      ], false
    ),
  ])
  func `nobody said whether it is a general-purpose model: a question, where Union law may apply`(
    others: [String: String],
    isAsked: Bool
  ) throws {
    let open = OpenQuestion(fact: .gpaiIsModel, others: others, tier: .minimal)
    let questions = try open.derivation().questions
    #expect(questions.contains { $0.hasPrefix("gpai.is_model") } == isAsked)
    let answered = try SampleDeclaration.harmless(others).read().facts
    let day = try #require(CalendarDate("2026-12-02"))
    #expect(
      !Tiering.derive(from: answered, asOf: day).questions.contains {
        $0.hasPrefix("gpai.is_model")
      }
    )
  }

  @Test
  func `whether an assessment is due is open as soon as open criteria could reach two`() throws {
    let facts = ["personal_data": "true", "wp248.w1": "true", "wp248.w3": "unknown"]
    let derivation = Tiering.derive(
      from: try SampleDeclaration.harmless(facts).read().facts,
      asOf: try #require(CalendarDate("2026-11-21"))
    )
    #expect(derivation.flags.dpiaRequired == .unknown)
    #expect(derivation.flags.names == ["dpia_open"])
    #expect(derivation.unresolved == [.wp248W3])
  }

  @Test func `a model without an estimate of its compute is not presumed systemic`() throws {
    let derivation = try OpenQuestion(
      fact: .gpaiTrainingFLOPs,
      others: ["gpai.is_model": "true"],
      tier: .minimal
    ).derivation()
    #expect(derivation.flags.names == ["gpai"])
  }

  @Test(arguments: Fact.allCases)
  func `leaving any single question open never lowers the tier`(_ fact: Fact) throws {
    let day = try #require(CalendarDate("2026-12-02"))
    let bases: [[String: String]] = [
      [:], ["annex_iii": "[4a]"], ["interacts_with_humans": "true"], ["annex_i.section": "B"],
    ]
    for base in bases where base[fact.rawValue] == nil && fact != .deployedTo {
      var sample = SampleDeclaration.harmless(base)
      let answered = Tiering.derive(from: try sample.read().facts, asOf: day)
      sample.answers[fact.rawValue] = nil
      let open = Tiering.derive(from: try sample.read().facts, asOf: day)
      #expect(TierOrder.rank(open.tier) >= TierOrder.rank(answered.tier))
      #expect(Set(open.flags.names).isSuperset(of: answered.flags.names))
    }
  }
}
