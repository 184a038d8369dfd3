// SPDX-License-Identifier: Apache-2.0

import Assessment
import Documents
import GateModel
import Survey
import Testing

/// A declaration as people type it, with the tier that must come out and nothing open.
struct SmallDeclaration: CustomTestStringConvertible, Sendable {
  let name: String
  var day = "2026-11-28"
  let text: String
  let tier: RiskTier
  var flags: [String] = []

  var testDescription: String { name }

  func read() throws -> (facts: SystemFacts, problems: [Problem]) {
    let head = """
      version: 1
      id: small
      name: Small
      answered: {on: 2026-11-21, owner: Service Desk, email: desk@firm.example}

      """
    let node = try YAMLReader.read(
      Array((head + text + "\nmodels: [{name: m, version: 1}]\n").utf8)
    )
    let (declaration, problems) = SystemDeclaration.read(node, path: "ai-system.yml")
    return (try #require(declaration).facts, problems)
  }

  func derivation(on day: String? = nil, maximumDays: Int? = nil) throws -> TierDerivation {
    Tiering.derive(
      from: try read().facts,
      asOf: try #require(CalendarDate(day ?? self.day)),
      maximumDays: maximumDays
    )
  }

  static let router = SmallDeclaration(
    name: "a router of tickets",
    text: """
      deployed_to: [EU-DE]
      natural_persons_affected: false
      interacts_with_humans: false
      practices: none
      annex_i: none
      annex_iii: none
      biometric: none
      generative: none
      personal_data: false
      """,
    tier: .minimal
  )

  static let chatbot = SmallDeclaration(
    name: "a chatbot",
    text: """
      deployed_to: [EU-DE]
      natural_persons_affected: false
      interacts_with_humans: true
      practices: none
      annex_i: none
      annex_iii: none
      biometric: none
      generative: {modalities: [text], deepfake: false, public_interest_text: false}
      gpai: none
      personal_data: {value: true, wp248: [w5]}
      """,
    tier: .limited,
    flags: ["transparency"]
  )

  static let credit = SmallDeclaration(
    name: "credit scoring",
    text: """
      deployed_to: [EU-DE]
      interacts_with_humans: false
      role: [provider]
      annex_iii: [5b]
      profiling: true
      adm: {automation: partial, legal_or_similar_effect: true, human_can_override: true, reviewer_trained: true}
      practices: none
      biometric: none
      generative: none
      personal_data: true
      protected_attributes: [sex, age_band]
      """,
    tier: .high,
    flags: ["dpia_required"]
  )

  static let model = SmallDeclaration(
    name: "a fine-tuned model",
    text: """
      deployed_to: [EU-DE]
      natural_persons_affected: false
      role: [gpai_provider]
      interacts_with_humans: false
      practices: none
      annex_i: none
      annex_iii: none
      biometric: none
      generative: {modalities: [text], deepfake: false, public_interest_text: false}
      gpai: {is_model: true, training_flops: 3e22, base: some-7b, licence_free_open: true, weights_public: true, architecture_public: true, usage_info_public: true}
      personal_data: {value: true, wp248: [w5]}
      """,
    tier: .limited,
    flags: ["gpai", "transparency"]
  )

  static let all = [router, chatbot, credit, model]
}

@Suite("Small declarations")
struct SmallDeclarationTests {
  @Test(arguments: SmallDeclaration.all)
  func `a short file gets its tier without mistakes and open questions`(
    _ example: SmallDeclaration
  ) throws {
    #expect(try example.read().problems == [])
    let derivation = try example.derivation()
    #expect(derivation.tier == example.tier)
    #expect(derivation.flags.names == example.flags)
    #expect(derivation.unresolved == [])
    #expect(derivation.questions == [])
    #expect(derivation.contradictions == [])
  }

  @Test func `what follows from an answer is printed with its source`() throws {
    let reasons = try SmallDeclaration.router.derivation().reasons
    let emotions = try #require(reasons.first { $0.text.contains("emotion_recognition") })
    #expect(
      [emotions.fact, emotions.answer, emotions.article] == [
        "biometric", "none", "AI Act Art. 3(39)",
      ]
    )
    #expect(emotions.location?.position?.line == 11)
  }

  @Test
  func `an impact assessment follows from profiling and legal effect, with nothing else asked`()
    throws
  {
    let facts = try SmallDeclaration.credit.derivation().facts
    #expect(facts.flag(.wp248W1) == .yes)
    #expect(facts.flag(.wp248W9) == .yes)
    #expect(facts.flag(.naturalPersonsAffected) == .yes)
    #expect(facts.answer(.wp248W9)?.entailedBy == "adm.legal_or_similar_effect")
  }

  @Test(arguments: [
    "", "answered: {on: 2026-11-21, owner: TODO}", "answered: {on: 2026-11-21, owner: '?'}",
    "answered: {on: 2026-11-21, owner: Desk, email: '?'}",
  ])
  func `words for groups that nobody stands for are one question, beside all others`(
    answered: String
  ) throws {
    let text =
      "id: a\nversion: 1\nname: A\n\(answered)\n"
      + SmallDeclaration.router.text.replacing("personal_data: false", with: "")
    let (declaration, _) = SystemDeclaration.read(
      try YAMLReader.read(Array(text.utf8)),
      path: "ai-system.yml"
    )
    let derivation = Tiering.derive(
      from: try #require(declaration).facts,
      asOf: try #require(CalendarDate("2026-11-28"))
    )
    #expect(derivation.tier == .unresolved)
    #expect(derivation.openQuestions.map(\.key) == ["answered", "personal_data"])
  }

  @Test(arguments: [
    "answered: {on: 2026-12-24, owner: Desk}"
  ])
  func `a word for a group needs a day that has come`(answered: String) throws {
    let text = "version: 1\nid: a\nname: A\n\(answered)\n\(SmallDeclaration.router.text)"
    let (declaration, problems) = SystemDeclaration.read(
      try YAMLReader.read(Array(text.utf8)),
      path: "ai-system.yml"
    )
    #expect(problems == [])
    let derivation = Tiering.derive(
      from: try #require(declaration).facts,
      asOf: try #require(CalendarDate("2026-11-28"))
    )
    #expect(derivation.tier == .unresolved)
    #expect(derivation.questions.count { $0.hasPrefix("practices (") } == 1)
  }

  @Test func `a word from before a practice was listed does not cover it`() throws {
    let text = SmallDeclaration.chatbot.text
    let old = "version: 1\nid: a\nname: A\nanswered: {on: 2026-07-23, owner: Desk}\n\(text)"
    let (declaration, _) = SystemDeclaration.read(
      try YAMLReader.read(Array(old.utf8)),
      path: "ai-system.yml"
    )
    let derivation = Tiering.derive(
      from: try #require(declaration).facts,
      asOf: try #require(CalendarDate("2026-11-28"))
    )
    #expect(derivation.tier == .unresolved)
    #expect(derivation.unresolved == [.practicesNCII, .practicesCSAM])
    #expect(derivation.questions.contains { $0.contains("2026-07-24") })
  }

  @Test func `a policy says how old such answers may be`() throws {
    let fresh = try SmallDeclaration.router.derivation(on: "2027-01-20", maximumDays: 60)
    #expect(fresh.tier == .minimal)
    let stale = try SmallDeclaration.router.derivation(on: "2027-01-21", maximumDays: 60)
    #expect(stale.tier == .unresolved)
  }

  @Test func `everything that is open is asked in one round, in the order of the law`() throws {
    let empty = SmallDeclaration(name: "nothing answered", text: "", tier: .unresolved)
    let keys = try empty.derivation().openQuestions.map(\.key)
    #expect(
      keys == [
        "deployed_to", "natural_persons_affected", "practices", "annex_i", "annex_iii",
        "interacts_with_humans", "biometric", "generative", "gpai", "personal_data",
      ]
    )
  }

  @Test(arguments: Fact.allCases)
  func `each question says what every answer changes`(_ fact: Fact) throws {
    #expect(!fact.choices.isEmpty && fact.choices.allSatisfy { !$0.effect.isEmpty })
    let asked = GateModel.OpenQuestion.all(about: [fact], in: SystemFacts())
    #expect(
      asked.allSatisfy { !$0.choices.isEmpty && $0.choices.allSatisfy { !$0.effect.isEmpty } }
    )
  }

  @Test func `an empty list answers a group without anybody who stands for it`() throws {
    let text = Self.undated.replacing(": none", with: ": []")
    let derivation = try Self.derivation(of: text)
    #expect(derivation.tier == .minimal)
    #expect(derivation.openQuestions == [])
  }

  @Test func `an empty list without a day does not cover what was listed later`() throws {
    let text = Self.undated.replacing(": none", with: ": []")
      .replacing("generative: []", with: "generative: {modalities: [code], deepfake: false}")
    let derivation = try Self.derivation(of: text)
    #expect(derivation.unresolved.contains(.practicesNCII))
    #expect(!derivation.unresolved.contains(.practicesManipulation))
    #expect(derivation.openQuestions.contains { $0.question.contains("2026-07-24") })
    let dated = "answered: {on: 2026-07-24, owner: Desk}\n\(text)"
    #expect(try !Self.derivation(of: dated).unresolved.contains(.practicesNCII))
  }

  @Test func `output and people are where the system is, outside the Union as well`() throws {
    let elsewhere = SmallDeclaration(
      name: "in Switzerland",
      text: SmallDeclaration.router.text.replacing("[EU-DE]", with: "[CH]") + "\nrole: [provider]",
      tier: .notInScope
    )
    let derivation = try elsewhere.derivation()
    #expect(derivation.tier == .notInScope)
    #expect(derivation.openQuestions == [])
    #expect(derivation.facts.answer(.outputUsedIn)?.entailedBy == "deployed_to")
  }

  @Test func `a role that is left open is asked for, and one that nobody names is not`() throws {
    let open = SmallDeclaration(
      name: "an open role",
      text: SmallDeclaration.router.text + "\nrole: '?'",
      tier: .minimal
    )
    let derivation = try open.derivation()
    #expect(derivation.tier == .minimal)
    #expect(derivation.openQuestions.map(\.key) == ["role"])
    #expect(try SmallDeclaration.router.derivation().openQuestions == [])
  }

  @Test func `with open personal data it is open whether an assessment is due`() throws {
    let open = SmallDeclaration(
      name: "open personal data",
      text: SmallDeclaration.credit.text.replacing(
        "personal_data: true",
        with: "personal_data: '?'"
      ),
      tier: .high
    )
    let derivation = try open.derivation()
    #expect(derivation.tier == .high)
    #expect(derivation.flags.names == ["dpia_open"])
    #expect(derivation.openQuestions.map(\.key) == ["personal_data"])
  }

  private static let undated = "version: 1\nid: a\nname: A\n" + SmallDeclaration.router.text

  private static func derivation(of text: String) throws -> TierDerivation {
    let (declaration, problems) = SystemDeclaration.read(
      try YAMLReader.read(Array(text.utf8)),
      path: "ai-system.yml"
    )
    #expect(problems == [])
    return Tiering.derive(
      from: try #require(declaration).facts,
      asOf: try #require(CalendarDate("2026-11-28"))
    )
  }

  @Test func `long declarations stay as they are: single answers need no day`() throws {
    let facts = try SampleDeclaration.harmless().read().facts
    let day = try #require(CalendarDate("2026-11-28"))
    #expect(Tiering.derive(from: facts, asOf: day).tier == .minimal)
  }
}
