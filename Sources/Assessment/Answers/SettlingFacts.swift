// SPDX-License-Identifier: Apache-2.0

internal import Survey

extension Fact {
  /// The facts whose answers say whether this one is asked at all; while one of them is open, what its
  /// choices say to add is question enough.
  var settling: [Fact] {
    switch self {
    case .domain: [.emotionRecognition]
    case .admAutomation, .admLegalOrSimilarEffect: [.naturalPersonsAffected]
    case .deployerPublicBody, .deployerPublicService, .deployerWorkplaceUse, .deployerGovernment,
      .continualLearning, .controlsInputData, .changeClass, .conformityRoute, .protectedAttributes:
      [.annexIII]
    case .specialCategories: [.personalData, .wp248W4]
    case .biasDetectionUsesSpecialCategories: [.personalData, .wp248W4, .specialCategories]
    case .dpoDesignated: [.personalData] + Self.screening
    case .lawfulBasisCollection, .lawfulBasisTraining, .lawfulBasisEvaluation,
      .lawfulBasisInference, .lawfulBasisBalancingTest, .art9Exceptions, .art9NationalNote,
      .monitoringSystematic, .wp248Note, .dpiaAuthorityListHit, .processorsUsed, .processedIn,
      .modelClaimedAnonymous, .retentionPersonalData:
      [.personalData]
    default: []
    }
  }
}
