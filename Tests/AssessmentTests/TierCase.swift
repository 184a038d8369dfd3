// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import GateModel
import Survey
import Testing

/// A system and the tier that the questionnaire must give it.
struct TierCase: CustomTestStringConvertible, Sendable {
  let number: Int
  let name: String
  let changes: [String: String]
  var day = "2026-11-21"
  let tier: RiskTier
  var route: TierDerivation.Route?
  var flags: [String] = []
  /// An article that must be among the reasons.
  var article: String?
  /// A part of a question that must be asked.
  var question: String?

  var testDescription: String { "\(number): \(name)" }

  func derivation() throws -> TierDerivation {
    Tiering.derive(
      from: try SampleDeclaration.harmless(changes).read().facts,
      asOf: try #require(CalendarDate(day))
    )
  }

  private static let claim = [
    "annex_iii": "[4a]", "art6_3.claimed": "true", "art6_3.condition": "[d]",
    "art6_3.assessment": "docs/derogation.md", "art6_3.reason": "Sorts incoming files only.",
    "art6_3.owner": "Legal",
  ]

  private static func claim(_ changes: [String: String]) -> [String: String] {
    claim.merging(changes) { _, change in change }
  }

  private static let open = [
    "gpai.is_model": "true", "gpai.licence_free_open": shown, "gpai.weights_public": shown,
    "gpai.architecture_public": shown, "gpai.usage_info_public": shown,
  ]

  private static let shown = "{value: true, evidence: 'https://models.example/small'}"

  private static func open(_ changes: [String: String]) -> [String: String] {
    open.merging(changes) { _, change in change }
  }

  static let highRisk: [TierCase] = [
    TierCase(
      number: 1,
      name: "CV ranking that profiles, whatever Art. 6(3) is claimed",
      changes: claim(["domain": "[employment]", "profiling": "true"]),
      tier: .high,
      route: .annexIII,
      flags: ["dpia_required"],
      article: "AI Act Art. 6(3) third subparagraph"
    ),
    TierCase(
      number: 2,
      name: "a justified derogation",
      changes: claim,
      tier: .derogated,
      flags: ["derogated"],
      article: "AI Act Art. 6(3), 6(4), 49(2)"
    ),
    TierCase(
      number: 3,
      name: "a derogation while profiling is open",
      changes: claim(["profiling": "unknown"]),
      tier: .high,
      route: .annexIII,
      question: "profiling (GDPR Art. 4(4)"
    ),
    TierCase(
      number: 4,
      name: "a derogation without a condition",
      changes: claim(["art6_3.condition": "[]"]),
      tier: .high,
      route: .annexIII,
      article: "AI Act Art. 6(3)"
    ),
    TierCase(
      number: 5,
      name: "a derogation that influences decisions",
      changes: claim(["art6_3.materially_influences_decision": "true"]),
      tier: .high,
      route: .annexIII,
      article: "AI Act Art. 6(3)"
    ),
    TierCase(
      number: 6,
      name: "fraud detection with a reason",
      changes: ["annex_iii": "[5b]", "carveouts.5b_fraud_detection": justified("true")],
      tier: .minimal,
      article: "AI Act Annex III 5b"
    ),
    TierCase(
      number: 6,
      name: "fraud detection with a reason that people talk to",
      changes: [
        "annex_iii": "[5b]", "carveouts.5b_fraud_detection": justified("true"),
        "interacts_with_humans": "true",
      ],
      tier: .limited,
      flags: ["transparency"]
    ),
    TierCase(
      number: 7,
      name: "fraud detection without a reason",
      changes: ["annex_iii": "[5b]", "carveouts.5b_fraud_detection": "true"],
      tier: .high,
      route: .annexIII,
      question: "carveouts.5b_fraud_detection"
    ),
    TierCase(
      number: 8,
      name: "verification of faces",
      changes: [
        "annex_iii": "[1a]", "carveouts.1a_verification_only": justified("true"),
        "biometric.face": "true",
      ],
      tier: .minimal,
      question: "faces are processed"
    ),
    TierCase(
      number: 20,
      name: "a safety component of a product",
      changes: [
        "annex_i.section": "A", "annex_i.safety_function": "true",
        "annex_i.third_party_assessment_required": "true",
      ],
      tier: .high,
      route: .annexI,
      article: "AI Act Art. 6(1), Annex I Section A"
    ),
    TierCase(
      number: 21,
      name: "machinery",
      changes: [
        "annex_i.section": "B", "annex_i.safety_function": "true",
        "annex_i.third_party_assessment_required": "true",
      ],
      tier: .highSectoral,
      article: "AI Act Art. 2(2), Annex I Section B"
    ),
    TierCase(
      number: 31,
      name: "the logistics of a campaign",
      changes: ["annex_iii": "[8b]", "carveouts.8b_logistics_only": justified("true")],
      tier: .minimal,
      article: "AI Act Annex III 8b"
    ),
    TierCase(
      number: 33,
      name: "marking of exams through a chatbot",
      changes: ["annex_iii": "[3b]", "interacts_with_humans": "true"],
      tier: .high,
      route: .annexIII,
      flags: ["transparency"],
      article: "AI Act Art. 50(1)"
    ),
    TierCase(
      number: 34,
      name: "a private bank that deploys a credit score",
      changes: ["role": "[deployer]", "domain": "[credit]", "annex_iii": "[5b]"],
      tier: .high,
      route: .annexIII,
      article: "AI Act Art. 6(2), Annex III 5b"
    ),
    TierCase(
      number: 35,
      name: "a private shop that deploys a ranking of applications",
      changes: ["role": "[deployer]", "domain": "[employment]", "annex_iii": "[4a]"],
      tier: .high,
      route: .annexIII,
      article: "AI Act Art. 6(2), Annex III 4a"
    ),
  ]

  static let practices: [TierCase] = [
    TierCase(
      number: 9,
      name: "emotions at work",
      changes: ["emotion_recognition": "true", "domain": "[employment]"],
      tier: .prohibited,
      flags: ["transparency"],
      article: "AI Act Art. 5(1)(f)"
    ),
    TierCase(
      number: 10,
      name: "emotions at work, for safety",
      changes: [
        "emotion_recognition": "true", "domain": "[employment]",
        "practices.emotion_exception": justified("safety"),
      ],
      tier: .high,
      route: .annexIII,
      flags: ["transparency"],
      article: "AI Act Annex III 1c"
    ),
    TierCase(
      number: 10,
      name: "emotions at work, for safety, without a reason",
      changes: [
        "emotion_recognition": "true", "domain": "[employment]",
        "practices.emotion_exception": "safety",
      ],
      tier: .prohibited,
      flags: ["transparency"],
      article: "AI Act Art. 5(1)(f)"
    ),
    TierCase(
      number: 11,
      name: "emotions in media",
      changes: ["emotion_recognition": "true", "domain": "[media]"],
      tier: .high,
      route: .annexIII,
      flags: ["transparency"],
      article: "AI Act Annex III 1c"
    ),
    TierCase(
      number: 14,
      name: "an image generator before the ban of intimate images",
      changes: ["generative.modalities": "[image]", "practices.ncii": "true"],
      tier: .limited,
      flags: ["transparency"],
      question: "from 2026-12-02: upcoming"
    ),
    TierCase(
      number: 15,
      name: "an image generator after the ban of intimate images",
      changes: ["generative.modalities": "[image]", "practices.ncii": "true"],
      day: "2026-12-02",
      tier: .prohibited,
      flags: ["transparency"],
      article: "AI Act Art. 5(1)(ba)"
    ),
    TierCase(
      number: 32,
      name: "crime prediction from profiling alone",
      changes: [
        "annex_iii": "[6d]", "profiling": "true",
        "practices.predictive_policing_profiling_only": "true",
      ],
      tier: .prohibited,
      article: "AI Act Art. 5(1)(d)"
    ),
  ]

  static let scope: [TierCase] = [
    TierCase(
      number: 22,
      name: "a military system",
      changes: [
        "eu_scope.excluded": "military", "eu_scope.rationale": "Used by the navy only.",
        "eu_scope.owner": "Legal",
      ],
      tier: .excluded,
      article: "AI Act Art. 2(3)"
    ),
    TierCase(
      number: 22,
      name: "a military system without a reason",
      changes: ["eu_scope.excluded": "military"],
      tier: .minimal,
      question: "has no rationale and owner"
    ),
    TierCase(
      number: 23,
      name: "research that was placed on the market",
      changes: [
        "eu_scope.excluded": "research_only", "eu_scope.rationale": "A study.",
        "eu_scope.owner": "Legal", "placed_on_market": "2026-01-01", "annex_iii": "[4a]",
      ],
      tier: .high,
      route: .annexIII,
      question: "is void"
    ),
    TierCase(
      number: 24,
      name: "a hiring tool in New York City only",
      changes: [
        "deployed_to": "[US-NY-NYC]", "domain": "[employment]", "annex_iii": "[4a]",
        "us.aedt": "true",
      ],
      tier: .notInScope,
      article: "AI Act Art. 2(1)"
    ),
    TierCase(
      number: 25,
      name: "hiring in Illinois and in the Union",
      changes: ["deployed_to": "[US-IL, EU]", "domain": "[employment]", "annex_iii": "[4a]"],
      tier: .high,
      route: .annexIII
    ),
    TierCase(
      number: 26,
      name: "automated decisions of healthcare in California",
      changes: [
        "deployed_to": "[US-CA]", "domain": "[healthcare]", "annex_iii": "[5a]",
        "adm.automation": "solely",
      ],
      tier: .notInScope
    ),
    TierCase(
      number: 27,
      name: "automated decisions in Colorado",
      changes: ["deployed_to": "[US-CO]", "adm.automation": "solely"],
      tier: .notInScope
    ),
    TierCase(
      number: 30,
      name: "nowhere",
      changes: ["deployed_to": "[]"],
      tier: .unresolved,
      article: "AI Act Art. 2(1)"
    ),
  ]

  static let flagged: [TierCase] = [
    TierCase(
      number: 12,
      name: "a chatbot",
      changes: ["interacts_with_humans": "true"],
      tier: .limited,
      flags: ["transparency"],
      article: "AI Act Art. 50(1)"
    ),
    TierCase(
      number: 13,
      name: "a spelling corrector",
      changes: [
        "generative.modalities": "[text]", "generative.assistive_editing_only": justified("true"),
      ],
      tier: .minimal
    ),
    TierCase(
      number: 16,
      name: "a model of 3e25 FLOP",
      changes: ["gpai.is_model": "true", "gpai.training_flops": "3.0e25"],
      tier: .minimal,
      flags: ["gpai", "gpai_systemic"],
      article: "AI Act Art. 51(1)(a), 51(2), 55"
    ),
    TierCase(
      number: 17,
      name: "a model of exactly 1e25 FLOP",
      changes: ["gpai.is_model": "true", "gpai.training_flops": "1.0e25"],
      tier: .minimal,
      flags: ["gpai"]
    ),
    TierCase(
      number: 18,
      name: "an open model whose usage is not described",
      changes: open(["gpai.training_flops": "5.0e24", "gpai.usage_info_public": "unknown"]),
      tier: .minimal,
      flags: ["gpai"]
    ),
    TierCase(
      number: 18,
      name: "an open model",
      changes: open(["gpai.training_flops": "5.0e24"]),
      tier: .minimal,
      flags: ["gpai", "gpai_oss"]
    ),
    TierCase(
      number: 18,
      name: "an open model that shows nothing of it",
      changes: [
        "gpai.is_model": "true", "gpai.licence_free_open": "true", "gpai.weights_public": "true",
        "gpai.architecture_public": "true", "gpai.usage_info_public": "true",
        "gpai.training_flops": "5.0e24",
      ],
      tier: .minimal,
      flags: ["gpai"],
      article: "AI Act Art. 53(2)"
    ),
    TierCase(
      number: 19,
      name: "an open model of 2e25 FLOP",
      changes: open(["gpai.training_flops": "2.0e25"]),
      tier: .minimal,
      flags: ["gpai", "gpai_systemic"]
    ),
    TierCase(
      number: 28,
      name: "two criteria of WP 248",
      changes: ["personal_data": "true", "wp248.w1": "true", "wp248.w8": "true"],
      tier: .minimal,
      flags: ["dpia_required"],
      article: "WP 248 rev.01"
    ),
    TierCase(
      number: 29,
      name: "one criterion of WP 248",
      changes: ["personal_data": "true", "wp248.w8": "true"],
      tier: .minimal,
      article: "WP 248 rev.01"
    ),
  ]

  static let all = highRisk + practices + scope + flagged
}
