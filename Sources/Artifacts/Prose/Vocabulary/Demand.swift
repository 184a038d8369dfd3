// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// What a text is asked for, which decides how much it has to say to be evidence.
///
/// Words are counted as `WordSieve` does: different ones, without those that join others or are
/// hollow.
package enum Demand: Hashable, Sendable {
  /// A name, a date, a license, a rating, a cell: anything but filler.
  case value
  /// Yes, no, or more: anything that answers a question.
  case answer
  /// A list of whom or what: one word.
  case enumeration
  /// When, how long or how much: a number, such as a day or a measured value, or one word.
  case figure
  /// Where something is published: an address, or what a statement says.
  case address
  /// What names data, a tool or a method: one word, which does not stand alone.
  case source
  /// What a document says of a topic, and what is done about a risk: two words.
  case statement
  /// How high a risk is: a rating, or two words.
  case rating
  /// Why something is so: two words.
  case reason
  /// Why a gap is accepted for a time: two words, which may well speak of the work on a document.
  case acceptance
  /// What GDPR Art. 35(7) and AI Act Art. 27(1) want described: three words.
  case description

  /// The number of words that have to say something.
  var contentWords: Int {
    switch self {
    case .value, .answer: 0
    case .enumeration, .figure, .source: 1
    case .statement, .address, .rating, .reason, .acceptance: 2
    case .description: 3
    }
  }

  /// Whether words that may speak of the work on the document count like others: when something is due
  /// is told in them, and why a document lacks something.
  var sparesDeskWords: Bool { self == .figure || self == .acceptance }

  /// Whether words that fit any document say nothing: who or what is listed, how high, when and where
  /// may be told in any word.
  var refusesCreeds: Bool {
    switch self {
    case .statement, .description, .source, .reason: true
    case .value, .answer, .enumeration, .figure, .address, .rating, .acceptance: false
    }
  }

  /// Whether sentences are asked for, and no name, number or address.
  var isProse: Bool {
    switch self {
    case .value, .answer, .figure, .address: false
    case .enumeration, .source, .statement, .rating, .reason, .acceptance, .description: true
    }
  }

  /// Whether something is to be told of the matter, and not of the gate that asks.
  var asksWhy: Bool { self == .reason || self == .acceptance }

  /// The number of different words at all.
  var words: Int { self == .source ? 2 : contentWords }
}

extension Demand {
  /// What is asked for where an artifact speaks of a topic.
  package init(_ topic: Topic) {
    switch topic {
    case .dataConsent, .personalData, .dpiaConsent, .screeningScoring, .screeningAutomatedDecision,
      .screeningMonitoring, .screeningSensitiveData, .screeningLargeScale, .screeningMatching,
      .screeningVulnerable, .screeningInnovative, .screeningPreventsRight:
      self = .answer
    case .modelType, .users, .factors, .friaGroups, .dpiaLegalBasis, .dpiaProcessors,
      .dpiaRetention, .dataRetention, .dpiaTransfers, .instructionsProvider, .monitoringOwner,
      .incidentContacts, .incidentAuthorities, .ropaController, .ropaSubjects, .ropaCategories,
      .ropaRecipients, .ropaTransfers, .contestAuthority, .copyrightContact, .auditAuditor,
      .auditTool, .literacyAudience, .monitoringMetrics, .qualityResponsibility:
      self = .enumeration
    case .dpiaResidualRisk, .riskFileResidual: self = .rating
    case .trainingData, .evaluationData, .dataAnnotators, .environment, .riskFileMethod,
      .auditSource, .monitoringSources:
      self = .source
    // A section of metrics may be nothing but their table.
    case .metricsRationale, .friaPeriod, .dpiaReview, .riskFileReview, .auditDate, .literacyDate,
      .auditUnknown, .logRetention, .ropaRetention, .monitoringCadence, .contestDeadline,
      .rightsDeadline, .incidentClocks:
      self = .figure
    case .summaryURL, .auditURL, .contestChannel, .rightsChannel, .safetyMisuseChannel:
      self = .address
    case .dpiaDescription, .dpiaPurposes, .dpiaNecessity, .dpiaRisks, .dpiaMeasures, .friaProcesses,
      .friaHarms, .friaOversight, .friaRemedies:
      self = .description
    default: self = .statement
    }
  }
}
