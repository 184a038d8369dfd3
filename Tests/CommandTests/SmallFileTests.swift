// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// One of the four short declarations that must suffice, with its tier and what its owner answers next.
struct SmallFile: CustomTestStringConvertible, Sendable {
  let id: String
  let facts: String
  let tier: String
  /// Answers to everything that `ask` lists.
  let answers: String

  var testDescription: String { id }

  func text(answered: Bool) -> String {
    """
    version: 1
    id: \(id)
    name: \(id)
    answered: {on: 2026-11-21, owner: Service Desk, email: desk@firm.example}
    deployed_to: [EU-DE]
    practices: none
    biometric: none
    \(facts)
    models: [{name: \(id), version: 1.0.0}]
    \(answered ? answers : "")

    """
  }

  private static let personalData = """
    lawful_basis: {collection: b, training: b, evaluation: b, inference: b}
    processors_used: false
    processed_in: [EU-DE]
    """

  static let all = [
    SmallFile(
      id: "ticket-router",
      facts: """
        natural_persons_affected: false
        interacts_with_humans: false
        annex_i: none
        annex_iii: none
        generative: none
        personal_data: false
        """,
      tier: "minimal",
      answers: ""
    ),
    SmallFile(
      id: "chatbot",
      facts: """
        natural_persons_affected: false
        interacts_with_humans: true
        annex_i: none
        annex_iii: none
        generative: {modalities: [text], deepfake: false, public_interest_text: false}
        gpai: none
        personal_data: {value: true, wp248: [w5]}
        """,
      tier: "limited",
      answers: personalData
    ),
    SmallFile(
      id: "credit-scoring",
      facts: """
        interacts_with_humans: false
        generative: none
        role: [provider]
        annex_iii: [5b]
        profiling: true
        adm: {automation: partial, legal_or_similar_effect: true, human_can_override: true, reviewer_trained: true}
        personal_data: true
        protected_attributes: [sex, age_band]
        """,
      tier: "high",
      answers: personalData + """

        special_categories: []
        bias_detection_uses_special_categories: false
        continual_learning: false
        change: {class: none}
        conformity: {route: internal_control}
        """
    ),
    SmallFile(
      id: "tuned-model",
      facts: """
        natural_persons_affected: false
        interacts_with_humans: false
        annex_i: none
        annex_iii: none
        role: [gpai_provider]
        generative: {modalities: [text], deepfake: false, public_interest_text: false}
        gpai: {is_model: true, training_flops: 3e22, base: some-7b, licence_free_open: true, weights_public: true, architecture_public: true, usage_info_public: true}
        personal_data: {value: true, wp248: [w5]}
        """,
      tier: "limited",
      answers: personalData + "\nestablished_in: [EU-DE]"
    ),
  ]
}

@Suite("The four short declarations that suffice")
struct SmallFileTests {
  private static let card = """
    # Model card

    **Version:** 1.0.0
    **Owner:** Desk <desk@firm.example>
    **License:** Apache-2.0

    ## Intended use
    Puts internal tickets into one of nine queues so that people find them.

    ## Out-of-scope use
    Anything that decides about a person.

    ## Limitations
    Tickets in other languages than German are often put into the wrong queue.

    """

  @Test(arguments: SmallFile.all)
  func `the tier comes out, and ask lists in one round what tier and rules ask`(
    _ file: SmallFile
  ) async throws {
    let report = try await check(file, answered: false, on: "2026-11-28")
    let system = try #require((report["systems"] as? [[String: Any]])?.first)
    #expect(system["tier"] as? String == file.tier)
    #expect((report["faults"] as? [Any])?.isEmpty == true)
    #expect((system["questions"] as? [Any])?.isEmpty == true)
    #expect((report["verdict"] as? String == "pass") == (file.tier == "minimal"))
    let asked = try await ask(file)
    for reason in undecided(report) {
      let fact = try #require(reason.split(separator: "'").dropFirst().first.map(String.init))
      #expect(asked.contains(fact), "\(fact) is open and not asked for")
    }
    #expect(asked.contains("nothing is open") == (file.tier == "minimal"))
  }

  @Test(arguments: SmallFile.all)
  func `check lists what ask lists, in the same order`(_ file: SmallFile) async throws {
    let report = try await check(file, answered: false, on: "2026-11-28")
    let system = try #require((report["systems"] as? [[String: Any]])?.first)
    let listed = (system["openQuestions"] as? [[String: Any]] ?? []).compactMap {
      $0["key"] as? String
    }
    let asked = try await ask(file).split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && $0.contains(" (") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(listed == asked)
  }

  @Test func `what somebody has to sign is asked in the same round as what rules ask`() async throws
  {
    let file = try #require(SmallFile.all.first { $0.id == "chatbot" })
    let unsigned = SmallFile(id: file.id, facts: file.facts, tier: file.tier, answers: "")
    let text = unsigned.text(answered: false).split(separator: "\n")
      .filter { !$0.hasPrefix("answered") }.joined(separator: "\n")
    let repository = try FixtureRepository()
    try repository.commit(["ai-system.yml": .text(text), "MODEL_CARD.md": .text(Self.card)])
    try repository.checkOut()
    let asked = try await Program.run(["ask", "--as-of", "2026-11-28"], in: repository.path).text
    #expect(asked.contains("\n  answered (") && asked.contains("\n  lawful_basis ("))
    #expect(!asked.contains("\n  practices ("))
    #expect(asked.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `the first check after init fits on a page`() async throws {
    let repository = try FixtureRepository(isBare: false)
    _ = try await Program.run(["init"], in: repository.path)
    let outcome = try await Program.run(["check", "--worktree"], in: repository.path)
    #expect(outcome.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 80)
    #expect(outcome.text.contains("12 open questions"))
  }

  @Test func `a claim that nobody makes is not asked for`() async throws {
    let asked = try await ask(try #require(SmallFile.all.first { $0.tier == "high" }))
    for claim in ["carveouts", "art6_3", "annex_i"] { #expect(!asked.contains(claim)) }
  }

  @Test(
    arguments: SmallFile.all,
    ["2026-11-28", "2027-12-02", "2028-08-02"]
  )
  func `with the answers to one round nothing is open, today and when the later duties apply`(
    _ file: SmallFile,
    day: String
  ) async throws {
    #expect(undecided(try await check(file, answered: true, on: day)) == [])
  }

  /// Why rules were, or on their day would be, undecided.
  private func undecided(_ report: [String: Any]) -> [String] {
    (report["results"] as? [[String: Any]] ?? []).compactMap { result in
      let message = result["message"] as? String ?? ""
      let isOpen =
        result["outcome"] as? String == "undecided" || message.contains("it would be undecided")
      return isOpen ? message : nil
    }
  }

  private func check(
    _ file: SmallFile,
    answered: Bool,
    on day: String
  ) async throws -> [String: Any] {
    let repository = try repository(file, answered: answered)
    defer { withExtendedLifetime(repository) {} }
    let outcome = try await Program.run(
      ["check", "--as-of", day, "--quiet", "--output", "json"],
      in: repository.path
    )
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output))
    return try #require(json as? [String: Any])
  }

  private func ask(_ file: SmallFile) async throws -> String {
    let repository = try repository(file, answered: false)
    defer { withExtendedLifetime(repository) {} }
    return try await Program.run(["ask", "--as-of", "2026-11-28"], in: repository.path).text
  }

  private func repository(_ file: SmallFile, answered: Bool) throws -> FixtureRepository {
    let repository = try FixtureRepository()
    try repository.commit([
      "ai-system.yml": .text(file.text(answered: answered)), "MODEL_CARD.md": .text(Self.card),
    ])
    try repository.checkOut()
    return repository
  }
}
