// SPDX-License-Identifier: Apache-2.0

/// One fact about an AI system that its declaration answers; the raw value is its dotted path there.
package enum Fact: String, Hashable, Sendable, CaseIterable {
  case role
  case domain
  case deployedTo = "deployed_to"
  case outputUsedIn = "output_used_in"
  case dataSubjectsIn = "data_subjects_in"
  case exclusion = "eu_scope.excluded"
  case exclusionRationale = "eu_scope.rationale"
  case exclusionOwner = "eu_scope.owner"
  case placedOnMarket = "placed_on_market"
  case substantiallyModified = "substantially_modified"
  case naturalPersonsAffected = "natural_persons_affected"
  case practicesManipulation = "practices.manipulation"
  case practicesExploitsVulnerability = "practices.exploits_vulnerability"
  case practicesNCII = "practices.ncii"
  case practicesCSAM = "practices.csam"
  case practicesSocialScoring = "practices.social_scoring"
  case practicesPredictivePolicingProfilingOnly = "practices.predictive_policing_profiling_only"
  case practicesUntargetedFaceScraping = "practices.untargeted_face_scraping"
  case practicesEmotionWorkEdu = "practices.emotion_work_edu"
  case practicesEmotionException = "practices.emotion_exception"
  case practicesSensitiveBiometricCategorisation = "practices.sensitive_biometric_categorisation"
  case practicesBiometricCarveout = "practices.biometric_carveout"
  case practicesRealtimeRBILE = "practices.realtime_rbi_le"
  case practicesRBIAuthorised = "practices.rbi_authorised"
  case annexISection = "annex_i.section"
  case annexISafetyFunction = "annex_i.safety_function"
  case annexIFailureEndangersHealthSafety = "annex_i.failure_endangers_health_safety"
  case annexIThirdPartyAssessmentRequired = "annex_i.third_party_assessment_required"
  case annexIOnlyNonSafetyBenefit = "annex_i.only_non_safety_benefit"
  case annexIII = "annex_iii"
  case carveouts1aVerificationOnly = "carveouts.1a_verification_only"
  case carveouts5bFraudDetection = "carveouts.5b_fraud_detection"
  case carveouts7dTravelDocuments = "carveouts.7d_travel_documents"
  case carveouts8bLogisticsOnly = "carveouts.8b_logistics_only"
  case profiling
  case art63Claimed = "art6_3.claimed"
  case art63Condition = "art6_3.condition"
  case art63MateriallyInfluencesDecision = "art6_3.materially_influences_decision"
  case art63SeparableFromHighRiskSystem = "art6_3.separable_from_highrisk_system"
  case art63Assessment = "art6_3.assessment"
  case art63Registered = "art6_3.registered"
  case art63Reason = "art6_3.reason"
  case art63Owner = "art6_3.owner"
  case interactsWithHumans = "interacts_with_humans"
  case obviousAI = "obvious_ai"
  case emotionRecognition = "emotion_recognition"
  case biometricFace = "biometric.face"
  case biometricIdentification = "biometric.identification"
  case biometricRemoteIdentification = "biometric.remote_identification"
  case biometricVerificationOnly = "biometric.verification_only"
  case biometricCategorisation = "biometric.categorisation"
  case generativeModalities = "generative.modalities"
  case generativeAssistiveEditingOnly = "generative.assistive_editing_only"
  case generativeDeepfake = "generative.deepfake"
  case generativePublicInterestText = "generative.public_interest_text"
  case generativeEditorialControl = "generative.editorial_control"
  case gpaiIsModel = "gpai.is_model"
  case gpaiTrainingFLOPs = "gpai.training_flops"
  case gpaiFLOPsMethod = "gpai.flops_method"
  case gpaiDesignatedSystemic = "gpai.designated_systemic"
  case gpaiRebuttal = "gpai.rebuttal"
  case gpaiPlacedOnMarket = "gpai.placed_on_market"
  case gpaiLicenceFreeOpen = "gpai.licence_free_open"
  case gpaiWeightsPublic = "gpai.weights_public"
  case gpaiArchitecturePublic = "gpai.architecture_public"
  case gpaiUsageInfoPublic = "gpai.usage_info_public"
  case admAutomation = "adm.automation"
  case admLegalOrSimilarEffect = "adm.legal_or_similar_effect"
  case admHumanCanOverride = "adm.human_can_override"
  case admReviewerTrained = "adm.reviewer_trained"
  case personalData = "personal_data"
  case specialCategories = "special_categories"
  case monitoringSystematic = "monitoring.systematic"
  case wp248W1 = "wp248.w1"
  case wp248W2 = "wp248.w2"
  case wp248W3 = "wp248.w3"
  case wp248W4 = "wp248.w4"
  case wp248W5 = "wp248.w5"
  case wp248W6 = "wp248.w6"
  case wp248W7 = "wp248.w7"
  case wp248W8 = "wp248.w8"
  case wp248W9 = "wp248.w9"
  case dpiaAuthorityListHit = "dpia_authority_list_hit"
  case deployerPublicBody = "deployer.public_body"
  case deployerPublicService = "deployer.public_service"
  case deployerWorkplaceUse = "deployer.workplace_use"
  case deployerGovernment = "deployer.government"
  case usAEDT = "us.aedt"
  case usCCPABusiness = "us.ccpa_business"
  case usHIPAAEntity = "us.hipaa_entity"
  case usBank = "us.us_bank"
  case protectedAttributes = "protected_attributes"
  case intersections
}

extension Fact {
  /// The key of the map that holds the fact, or nil for a fact at the top level.
  package var group: String? {
    let parts = rawValue.split(separator: ".")
    return parts.count == 2 ? String(parts[0]) : nil
  }

  /// The key of the fact in the map that holds it.
  package var key: String {
    rawValue.split(separator: ".").last.map(String.init) ?? rawValue
  }
}
