// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Survey

extension Fact {
  /// How the English of a rule speaks of the fact; nil where its name will do.
  var phrase: String? {
    switch self {
    case .naturalPersonsAffected: "the system affects natural persons"
    case .profiling: "the system is profiling natural persons"
    case .personalData: "the system processes personal data"
    case .placedOnMarket: "the day the system was placed on the market"
    case .domain: "the system's domains"
    case .art63Claimed: "the derogation of Article 6(3) is claimed"
    case .art63Condition: "the conditions of Article 6(3) that are claimed"
    case .art63MateriallyInfluencesDecision: "the output is a material influence on decisions"
    case .art63Assessment: "the assessment under Article 6(3)"
    case .admAutomation: "the degree of automation"
    case .admLegalOrSimilarEffect: "decisions are of legal or similar effect"
    case .admHumanCanOverride: "a person can overrule the output"
    case .admReviewerTrained: "that person is trained for it"
    default: nil
    }
  }
}
