// SPDX-License-Identifier: Apache-2.0

/// What a governance record documents; the raw values are the keys of `artifacts.records`.
package enum RecordKind: String, Hashable, Sendable, CaseIterable {
  /// AI Act Art. 9.
  case riskManagement = "risk_management"
  /// AI Act Art. 13.
  case instructionsForUse = "instructions_for_use"
  /// AI Act Art. 14.
  case humanOversight = "human_oversight"
  /// AI Act Art. 12, 19.
  case logSpecification = "log_specification"
  /// AI Act Art. 72.
  case postMarketPlan = "post_market_plan"
  /// AI Act Art. 73; GDPR Art. 33.
  case incidentRunbook = "incident_runbook"
  /// AI Act Art. 26(7), 26(11), 50; GDPR Art. 13, 14.
  case notices
  /// GDPR Art. 30.
  case processingRegister = "ropa"
  /// AI Act Art. 86; GDPR Art. 22(3).
  case contestProcedure = "contest_procedure"
  /// GDPR Art. 12, 15-22.
  case rightsProcedure = "rights_procedure"
  /// AI Act Art. 25(4).
  case supplierRegister = "supplier_register"
  /// AI Act Art. 53(1)(c).
  case copyrightPolicy = "copyright_policy"
  /// AI Act Art. 53(1)(d).
  case trainingSummary = "training_summary"
  /// New York City Local Law 144 of 2021.
  case biasAudit = "bias_audit"
  /// AI Act Art. 4.
  case aiLiteracy = "ai_literacy"
  /// AI Act Art. 26.
  case deploymentRecord = "deployment_record"
  /// AI Act Art. 15(5), 55(1)(d); GDPR Art. 32.
  case securityAssessment = "security_assessment"
  /// AI Act Art. 15(5); GDPR Art. 32.
  case securityMeasures = "security_measures"
  /// AI Act Art. 55(1)(a).
  case redTeamReport = "red_team_report"
  /// AI Act Art. 4a, 10(5).
  case specialCategoryRecord = "special_category_record"
  /// AI Act Art. 17.
  case qualityManagement = "quality_management"
}
