// SPDX-License-Identifier: Apache-2.0

/// What a text fact is about.
///
/// Names follow Mitchell et al. (model cards), Gebru et al. (datasheets), the CNIL question
/// catalogue and GDPR Art. 35(7) (impact assessments), AI Act Art. 27(1) (fundamental-rights
/// assessments) and WP 248 rev.01 (screening criteria).
package enum Topic: String, Hashable, Sendable, CaseIterable {
  case modelDescription = "model.description"
  case modelType = "model.type"
  case intendedUse = "use.intended"
  case users = "use.users"
  case outOfScopeUse = "use.outOfScope"
  case prohibitedUse = "use.prohibited"
  case factors
  case metricsRationale = "metrics.rationale"
  case trainingData = "data.training"
  case evaluationData = "data.evaluation"
  case dataMotivation = "data.motivation"
  case dataComposition = "data.composition"
  case dataCollection = "data.collection"
  case dataConsent = "data.consent"
  case dataPreprocessing = "data.preprocessing"
  case dataAnnotation = "data.annotation"
  case dataAnnotators = "data.annotators"
  case dataDistribution = "data.distribution"
  case dataMaintenance = "data.maintenance"
  case dataRetention = "data.retention"
  case personalData = "data.personal"
  case dataSubpopulations = "data.subpopulations"
  case fairness
  case bias
  case limitations
  case tradeoffs
  case ethics
  case recommendations
  case environment
  case oversight
  case monitoring
  case security
  case dpiaDescription = "dpia.description"
  case dpiaPurposes = "dpia.purposes"
  case dpiaLegalBasis = "dpia.legalBasis"
  case dpiaMinimisation = "dpia.minimisation"
  case dpiaAccuracy = "dpia.accuracy"
  case dpiaRetention = "dpia.retention"
  case dpiaInformation = "dpia.information"
  case dpiaConsent = "dpia.consent"
  case dpiaAccess = "dpia.access"
  case dpiaErasure = "dpia.erasure"
  case dpiaObjection = "dpia.objection"
  case dpiaProcessors = "dpia.processors"
  case dpiaTransfers = "dpia.transfers"
  case dpiaNecessity = "dpia.necessity"
  case dpiaRisks = "dpia.risks"
  case dpiaMeasures = "dpia.measures"
  case dpiaConsultation = "dpia.consultation"
  case dpiaDPOAdvice = "dpia.dpoAdvice"
  case dpiaResidualRisk = "dpia.residualRisk"
  case dpiaReview = "dpia.review"
  case friaProcesses = "fria.processes"
  case friaPeriod = "fria.period"
  case friaGroups = "fria.groups"
  case friaHarms = "fria.harms"
  case friaOversight = "fria.oversight"
  case friaRemedies = "fria.remedies"
  case screeningScoring = "screening.evaluation_or_scoring"
  case screeningAutomatedDecision = "screening.automated_decision_legal_or_similar_effect"
  case screeningMonitoring = "screening.systematic_monitoring"
  case screeningSensitiveData = "screening.sensitive_or_highly_personal_data"
  case screeningLargeScale = "screening.large_scale"
  case screeningMatching = "screening.matching_or_combining_datasets"
  case screeningVulnerable = "screening.vulnerable_data_subjects"
  case screeningInnovative = "screening.innovative_technology"
  case screeningPreventsRight = "screening.prevents_right_service_or_contract"
}
