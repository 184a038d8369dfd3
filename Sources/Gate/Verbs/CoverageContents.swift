// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// What the contents of a scheme are, in a few words of our own, and which topics of documents speak of
/// them.
enum CoverageContents {
  typealias Content = (summary: String, topics: [Topic])

  /// What an id of a scheme asks for; nil where only the id is known.
  static func content(of id: String, in scheme: CoverageScheme) -> Content? {
    switch scheme {
    case .annexIV: annexIV[id]
    case .art13: art13[id]
    case .art17: art17[id]
    case .annexVIIIB: annexVIIIB[id]
    case .gdpr30: gdpr30[id]
    default: nil
    }
  }

  /// The technical documentation, AI Act Annex IV.
  private static let annexIV: [String: Content] = [
    "1a": ("intended purpose, provider, version", [.intendedUse, .instructionsPurpose]),
    "1b": ("how it works together with other hardware and software", []),
    "1c": ("versions of software and firmware, and what updates need", [.instructionsChanges]),
    "1d": ("the forms in which it is put on the market", []),
    "1e": ("the hardware that it is meant to run on", [.instructionsResources]),
    "1f": ("for products: pictures of outside, marking, inside", []),
    "1g": ("the user interface of the deployer", []),
    "1h": ("instructions for use", [.instructionsInterpretation, .instructionsPerformance]),
    "2a": ("methods and steps of development, tools of others", [.modelDescription]),
    "2b": ("design: logic, choices, trade-offs", [.tradeoffs, .modelType]),
    "2c": ("architecture, and the compute that was used", [.modelType]),
    "2d": ("data: origin, selection, labelling, cleaning", [.trainingData, .dataCollection]),
    "2e": ("measures of human oversight", [.oversight, .oversightOverride]),
    "2f": ("changes that were planned beforehand", [.instructionsChanges]),
    "2g": ("validation and testing: data, metrics, reports", [.evaluationData]),
    "2h": ("measures of security", [.security]),
    "3": ("monitoring, functioning, control; limits of accuracy", [.limitations, .monitoring]),
    "4": ("why the metrics fit", [.metricsRationale]),
    "5": ("the risk management system", [.riskFileScope, .riskFileRows]),
    "6": ("changes over the life of the system", []),
    "7": ("harmonised standards that were applied", []),
    "8": ("the EU declaration of conformity", []),
    "9": ("the plan for monitoring on the market", [.monitoringSources, .monitoringMetrics]),
  ]

  /// The instructions for use, AI Act Article 13(3).
  private static let art13: [String: Content] = [
    "a": ("the provider and how to reach it", [.instructionsProvider]),
    "b.i": ("intended purpose", [.instructionsPurpose, .intendedUse]),
    "b.ii": ("accuracy, robustness, security, and what changes them", [.instructionsPerformance]),
    "b.iii": ("uses and misuses that bring risks", [.instructionsMisuse, .outOfScopeUse]),
    "b.iv": ("what it can explain of its output", [.instructionsInterpretation]),
    "b.v": ("performance for groups of people", [.instructionsGroups, .fairness]),
    "b.vi": ("input data, and what is known of the data behind it", [.instructionsInput]),
    "b.vii": ("how to interpret the output", [.instructionsInterpretation]),
    "c": ("changes that were planned beforehand", [.instructionsChanges]),
    "d": ("measures of human oversight", [.instructionsOversight, .oversight]),
    "e": ("hardware, lifetime, maintenance", [.instructionsResources]),
    "f": ("how logs are collected and kept", [.instructionsLogs]),
  ]

  /// The quality management system, AI Act Article 17(1).
  private static let art17: [String: Content] = [
    "a": ("the strategy for meeting the law, changes included", [.qualityStrategy]),
    "b": ("design, and how it is controlled and verified", [.qualityDesign]),
    "c": ("development, and how quality is controlled and assured", []),
    "d": ("tests before, during and after development, and how often", [.qualityTesting]),
    "e": ("technical specifications, where no standard is applied in full", []),
    "f": ("management of data", [.qualityData]),
    "g": ("the risk management system", [.riskFileScope, .riskFileRows]),
    "h": ("monitoring on the market", [.monitoringSources, .monitoringMetrics]),
    "i": ("reports of serious incidents", [.incidentClocks]),
    "j": ("how authorities, customers and others are talked to", [.incidentAuthorities]),
    "k": ("how records are kept", []),
    "l": ("resources, supplies included", []),
    "m": ("who answers for each of these", [.qualityResponsibility]),
  ]

  /// The registration of a derogated system, AI Act Annex VIII Section B.
  private static let annexVIIIB: [String: Content] = [
    "1": ("name and address of the provider", [.instructionsProvider]),
    "2": ("who submits it for the provider", []),
    "3": ("the authorised representative", []),
    "4": ("the trade name of the system", []),
    "5": ("the intended purpose", [.instructionsPurpose, .intendedUse]),
    "6": ("the condition of Article 6(3), and why it is met", []),
    "8": ("the status of the system on the market", []),
  ]

  /// The register of processing, GDPR Article 30(1).
  private static let gdpr30: [String: Content] = [
    "a": ("controller, representative, data protection officer", [.ropaController]),
    "b": ("purposes", [.ropaPurposes]),
    "c": ("people and categories of data", [.ropaSubjects, .ropaCategories]),
    "d": ("recipients", [.ropaRecipients]),
    "e": ("transfers and their safeguards", [.ropaTransfers]),
    "f": ("periods after which data are erased", [.ropaRetention]),
    "g": ("measures of security", [.ropaSecurity]),
  ]
}
