// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import Survey
import Testing

/// Two answers that cannot both be right, and what counts then.
struct ContradictionCase: CustomTestStringConvertible, Sendable {
  let name: String
  let changes: [String: String]
  /// The facts of the finding.
  let facts: [Fact]
  var tier: RiskTier = .minimal
  var systemName = "Sample"

  var testDescription: String { name }

  func derivation() throws -> TierDerivation {
    Tiering.derive(
      from: try SampleDeclaration.harmless(changes).read().facts,
      words: systemName,
      asOf: try #require(CalendarDate("2026-11-28"))
    )
  }

  static let all = [
    ContradictionCase(
      name: "remote identification and an empty Annex III",
      changes: ["biometric.remote_identification": "post"],
      facts: [.annexIII, .biometricRemoteIdentification],
      tier: .high
    ),
    ContradictionCase(
      name: "a domain of employment and an empty Annex III",
      changes: ["domain": "[employment]", "natural_persons_affected": "true"],
      facts: [.annexIII, .domain],
      tier: .high
    ),
    ContradictionCase(
      name: "a name that says hiring and an empty Annex III",
      changes: [:],
      facts: [.annexIII],
      tier: .high,
      systemName: "CV ranking for applicants"
    ),
    ContradictionCase(
      name: "a name that says credit scoring and an empty Annex III",
      changes: [:],
      facts: [.annexIII],
      tier: .high,
      systemName: "credit-scoring"
    ),
    ContradictionCase(
      name: "profiling without personal data",
      changes: ["profiling": "true"],
      facts: [.personalData, .profiling]
    ),
    ContradictionCase(
      name: "special categories without personal data",
      changes: ["special_categories": "[health]"],
      facts: [.personalData, .specialCategories]
    ),
    ContradictionCase(
      name: "an automated decision with effect that is no criterion",
      changes: [
        "personal_data": "true", "adm.automation": "solely",
        "adm.legal_or_similar_effect": "true", "natural_persons_affected": "true",
      ],
      facts: [.wp248W2, .admAutomation]
    ),
    ContradictionCase(
      name: "an automated decision with effect on nobody",
      changes: ["adm.automation": "solely", "adm.legal_or_similar_effect": "true"],
      facts: [.naturalPersonsAffected, .admLegalOrSimilarEffect]
    ),
    ContradictionCase(
      name: "scoring without profiling",
      changes: ["personal_data": "true", "wp248.w1": "true"],
      facts: [.profiling, .wp248W1]
    ),
    ContradictionCase(
      name: "monitoring that is no criterion",
      changes: ["personal_data": "true", "monitoring.systematic": "true"],
      facts: [.wp248W3, .monitoringSystematic]
    ),
    ContradictionCase(
      name: "a domain of credit, used elsewhere by a deployer in the Union",
      changes: [
        "domain": "[credit]", "natural_persons_affected": "true", "role": "[deployer]",
        "deployed_to": "[US-TX]", "output_used_in": "[US-TX]", "established_in": "[EU-DE]",
      ],
      facts: [.annexIII, .domain],
      tier: .high
    ),
    ContradictionCase(
      name: "a designated model that is none",
      changes: ["gpai.designated_systemic": "true"],
      facts: [.gpaiIsModel, .gpaiDesignatedSystemic]
    ),
    ContradictionCase(
      name: "a deep fake that nothing generates",
      changes: ["generative.deepfake": "true"],
      facts: [.generativeModalities, .generativeDeepfake],
      tier: .limited
    ),
  ]
}

@Suite("Contradictions in declarations")
struct ContradictionTests {
  @Test(arguments: ContradictionCase.all)
  func `a pair is a finding, and the stricter answer decides the tier`(
    _ example: ContradictionCase
  ) throws {
    let derivation = try example.derivation()
    #expect(derivation.contradictions.map(\.facts).contains(example.facts))
    #expect(derivation.tier == example.tier)
    #expect(derivation.reasons.contains { $0.text.hasPrefix("contradiction: ") })
  }

  @Test(arguments: [
    ("false", "solely", true), ("false", "partial", false), ("unknown", "partial", false),
  ])
  func `a decision that a person takes part in may be no criterion, once somebody says so`(
    answer: String,
    automation: String,
    isFinding: Bool
  ) throws {
    let changes = [
      "personal_data": "true", "adm.automation": automation, "natural_persons_affected": "true",
      "adm.legal_or_similar_effect": "true", "wp248.w2": answer,
    ]
    let derivation = try ContradictionCase(name: "", changes: changes, facts: []).derivation()
    let found = derivation.contradictions.map(\.facts).contains([.wp248W2, .admAutomation])
    #expect(found == isFinding)
    #expect((derivation.facts.flag(.wp248W2) == .no) == (answer == "false" && !isFinding))
  }

  @Test(arguments: [
    ("false", true), ("{value: false, reason: TODO, owner: M. Keller}", true),
    ("{value: false, reason: nobody loses a right by it, owner: M. Keller}", false),
  ])
  func `a criterion that only mostly follows gives way to a reason`(
    answer: String,
    isFinding: Bool
  ) throws {
    let changes = [
      "personal_data": "true", "adm.automation": "partial", "natural_persons_affected": "true",
      "adm.legal_or_similar_effect": "true", "wp248.w2": "false", "wp248.w9": answer,
    ]
    let derivation = try ContradictionCase(name: "", changes: changes, facts: []).derivation()
    let found = derivation.contradictions.map(\.facts).contains([
      .wp248W9, .admLegalOrSimilarEffect,
    ])
    #expect(found == isFinding, "\(derivation.contradictions)")
  }

  @Test func `answers that agree are no finding`() throws {
    let example = ContradictionCase(name: "harmless", changes: [:], facts: [])
    #expect(try example.derivation().contradictions == [])
  }

  @Test(arguments: [
    ("1a", "Recognises faces of passers-by with cameras in the street."),
    ("1a", "Erkennt die Gesichter von Passanten; Gesichtserkennung im Bahnhof."),
    ("1c", "Infers emotions of callers from their voice."),
    ("3b", "Grades the exams of pupils and decides who passes."),
    ("3b", "Bewertet Prüfungen und Klausuren von Schülern."),
    ("4a", "Bewertet Bewerber und sortiert Bewerbungen aus."),
    ("4a", "Trie les candidatures et rejette les candidats."),
    ("4a", "Decides which workers are dismissed by their productivity."),
    ("5a", "Detects fraud of people who claim welfare benefits."),
    ("5b", "Estimates how likely a consumer loan is to be repaid."),
    ("5c", "Sets the premium of a life insurance by the risk of the person."),
    ("5d", "Sorts emergency calls by their urgency."),
    ("6d", "Predicts which offenders will reoffend."),
    ("7b", "Assesses asylum applications and the credibility of applicants."),
    ("8a", "Proposes sentences to judges in criminal courts."),
    ("4a", "Rejects applicants without a review by people."),
    ("8a", "Picks messages that influence voters before an election."),
  ])
  func `a use that the description tells governs an empty Annex III`(
    area: String,
    sentence: String
  ) throws {
    let example = ContradictionCase(
      name: "described",
      changes: [:],
      facts: [.annexIII],
      tier: .high,
      systemName: "sample Sample\nRuns every night. \(sentence)"
    )
    let derivation = try example.derivation()
    #expect(derivation.contradictions.map(\.facts).contains([.annexIII]))
    #expect(derivation.facts.texts(.annexIII) == [area])
    #expect(derivation.tier == .high)
  }

  @Test(arguments: [
    "Puts internal IT tickets into one of nine queues; anybody can move a ticket.",
    "It is not used for hiring. It never scores applicants.",
    "Answers questions of the recruiting department about the holiday rules.",
    "Liest Rechnungen aus; Kreditnehmer sind keine dabei.",
    "Migrates the database of borrowers to a new schema.",
    "Forecasts the demand for emergency power supplies.",
    "Finds scratches on the faces of gear wheels.",
    "Recommends films by what people watched before.",
    "Translates judgements of courts into plain language.",
    "Counts vehicles at the border of the car park.",
  ])
  func `a description of something else is no finding`(description: String) throws {
    let example = ContradictionCase(
      name: "described",
      changes: [:],
      facts: [],
      systemName: "sample Sample\n\(description)"
    )
    #expect(try example.derivation().contradictions == [])
  }

  @Test func `a name denies nothing`() throws {
    let example = ContradictionCase(
      name: "named",
      changes: [:],
      facts: [.annexIII],
      systemName: "sample No-code credit scoring"
    )
    #expect(try example.derivation().contradictions.map(\.facts).contains([.annexIII]))
  }

  @Test func `scores of citizens contradict that nobody is scored socially`() throws {
    let example = ContradictionCase(
      name: "scores",
      changes: [:],
      facts: [],
      systemName: "sample Sample\nGives citizens a trust score from their behaviour in social life."
    )
    #expect(try example.derivation().contradictions.map(\.facts) == [[.practicesSocialScoring]])
  }

  @Test func `a use that the name tells is ruled out by reason and owner`() throws {
    let example = ContradictionCase(
      name: "ruled out",
      changes: ["annex_iii": justified("[]")],
      facts: [],
      systemName: "Hiring statistics"
    )
    #expect(try example.derivation().contradictions == [])
    #expect(try example.derivation().tier == .minimal)
  }
}
