// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite("modelgate init and ask")
struct AskTests {
  @Test(arguments: ["minimal", "chatbot", "image", "credit", "hiring", "gpai"])
  func `init writes the declaration of a kind, with ? for what must be answered`(
    kind: String
  ) async throws {
    let repository = try FixtureRepository(isBare: false)
    let outcome = try await Program.run(
      ["init", "--kind", kind, "--id", "mine"],
      in: repository.path
    )
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.text.contains("mine"))
    let text = try String(contentsOfFile: repository.path + "/ai-system.yml", encoding: .utf8)
    #expect(text.contains("id: \"mine\"") && text.contains("\"?\"") && !text.contains("{{"))
    let asked = try await Program.run(["ask"], in: repository.path)
    #expect(asked.status == 0)
    #expect(asked.text.contains("deployed_to (AI Act Art. 2(1))"), "\(asked.text)")
  }

  @Test func `init uses what the repository tells`() async throws {
    let example = try Example("credit-scoring")
    let path = example.path
    for name in ["ai-system.yml", "modelgate.yml"] {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    let outcome = try await example.run("init", "--kind", "credit")
    #expect(outcome.status == 0, "\(outcome.error)")
    let text = try String(contentsOfFile: "\(path)/ai-system.yml", encoding: .utf8)
    #expect(text.contains("model_cards: [\"MODEL_CARD.md\"]"))
    #expect(text.contains("dpias: [\"dpia.yaml\"]"))
    #expect(text.contains("name: \"credit-scorer\""))
  }

  @Test func `init takes models from MLmodel files and weights that no card describes`()
    async throws
  {
    let digest = String(repeating: "ab", count: 32)
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:\(digest)\nsize 12\n"
    let repository = try FixtureRepository(isBare: false)
    try repository.commit([
      "churn/artifacts/MLmodel": .text(
        "flavors: {sklearn: {}}\nmlflow_version: 2.9.0\nrun_id: r1\n"
      ),
      "churn/artifacts/model.pkl": .text(pointer), "weights/small.safetensors": .text(pointer),
    ])
    try repository.checkOut()
    let outcome = try await Program.run(["init"], in: repository.path)
    #expect(outcome.status == 0, "\(outcome.error)")
    let text = try String(contentsOfFile: repository.path + "/ai-system.yml", encoding: .utf8)
    let weights = "weights: \"churn/artifacts/model.pkl\", sha256: \(digest)"
    #expect(text.contains("{name: \"churn\", \(weights)}"), "\(text)")
    #expect(text.contains("{name: \"small\", weights: \"weights/small.safetensors\""))
  }

  @Test(arguments: ["ai-system.yml", "modelgate.yml"])
  func `what init writes tells editors its schema`(file: String) async throws {
    let folder = try TemporaryDirectory()
    _ = try await Program.run(["init", "--id", "mine"], in: folder.path)
    let text = try String(contentsOfFile: "\(folder.path)/\(file)", encoding: .utf8)
    let lines = text.split(separator: "\n").filter {
      $0.hasPrefix("# yaml-language-server: $schema=")
    }
    #expect(lines.count == 1)
  }

  @Test func `init writes no policy into a folder below the root`() async throws {
    let repository = try FixtureRepository(isBare: false)
    let outcome = try await Program.run(["init", "services/x"], in: repository.path)
    #expect(outcome.status == 0, "\(outcome.error)")
    let names = try FileManager.default.contentsOfDirectory(atPath: repository.path + "/services/x")
    #expect(names == ["ai-system.yml"])
  }

  @Test func `ask says that nothing is open, or names mistakes first`() async throws {
    #expect(try await Example("ticket-router").run("ask").text.contains("nothing is open"))
    let wrong = [
      "ai-system.yml": FixtureFile.text("version: 1\nid: a\nname: A\ndeployed_to: [Germany]\n")
    ]
    let outcome = try await Example("ticket-router", wrong).run("ask")
    #expect(outcome.text.contains("did you mean EU-DE?"))
    #expect(outcome.text.contains("nothing is derived before these are corrected"))
  }

  @Test(arguments: ["credit-scoring", "recruiting-screening"])
  func `ask --shorten keeps what a long declaration says`(name: String) async throws {
    let example = try Example(name)
    let before = try await example.check("--worktree", "--output", "json=-", "--quiet")
    let long = try Self.lengthen(example.path + "/ai-system.yml")
    let outcome = try await example.run(
      "ask",
      "--shorten",
      "ai-system.yml",
      "--as-of",
      "2026-11-21"
    )
    #expect(outcome.status == 0, "\(outcome.error)")
    let short = try String(contentsOfFile: example.path + "/ai-system.yml", encoding: .utf8)
    #expect(short.count < long.count)
    let after = try await example.check("--worktree", "--output", "json=-", "--quiet")
    #expect(after.status == before.status)
    #expect(try await example.run("ask", "--as-of", "2026-11-21").text.contains("nothing is open"))
  }

  /// Answers in full what an example says in a word or a list, and gives the text.
  private static func lengthen(_ path: String) throws -> String {
    let short = try String(contentsOfFile: path, encoding: .utf8)
    let long = [
      (
        "practices",
        """
        {manipulation: false, exploits_vulnerability: false, ncii: false, csam: false, social_scoring: false,
          predictive_policing_profiling_only: false, untargeted_face_scraping: false, emotion_work_edu: false,
          emotion_exception: none, sensitive_biometric_categorisation: false, biometric_carveout: none,
          realtime_rbi_le: false, rbi_authorised: false}
        """
      ),
      (
        "biometric",
        "{face: false, identification: false, remote_identification: none, categorisation: false}"
      ),
      ("generative", "{modalities: [], deepfake: false, public_interest_text: false}"),
      ("gpai", "{is_model: false, designated_systemic: false}"),
      ("annex_i", "{section: none, safety_function: false}"),
    ].reduce(short) { text, answer in
      ["none", "[]"].reduce(text) {
        $0.replacing("\n\(answer.0): \($1)\n", with: "\n\(answer.0): \(answer.1)\n")
      }
    }.replacing("\nbiometric:", with: "\nemotion_recognition: false\nbiometric:")
    try long.write(toFile: path, atomically: true, encoding: .utf8)
    return long
  }

  @Test func `ask --shorten makes up no statement of who answers, and says what it would change`()
    async throws
  {
    let example = try Example("recruiting-screening")
    let path = example.path + "/ai-system.yml"
    _ = try Self.lengthen(path)
    let outcome = try await example.run("ask", "--shorten", "--as-of", "2026-11-21")
    #expect(outcome.status == 0, "\(outcome.error)")
    let short = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!short.contains("answered:") && !short.contains("practices: none"))
    #expect(short.contains("practices: []") && short.contains("annex_iii: [4a]"))
    #expect(outcome.error.contains("answered: {on: …, owner: …}"))
  }

  @Test func `new schema exports a schema and says how editors find it`() async throws {
    let folder = try TemporaryDirectory()
    let outcome = try await Program.run(["new", "schema", "ai-system"], in: folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("yaml-language-server"))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/ai-system.schema.json"))
    #expect(try await Program.run(["new", "schema", "ai-sytem"], in: folder.path).status == 2)
  }
}
