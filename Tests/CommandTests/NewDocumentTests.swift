// SPDX-License-Identifier: Apache-2.0

import Foundation
import GateModel
import TestSupport
import Testing

@Suite("modelgate new record and coverage")
struct NewDocumentTests {
  @Test(arguments: RecordKind.allCases)
  func `a new record is read as one of its type, and says nothing yet`(
    kind: RecordKind
  ) async throws {
    let example = try Example("ticket-router")
    let made = try await example.run("new", "record", "--type", kind.rawValue)
    #expect(made.status == 0, "\(made.error)")
    let inspected = try await example.run("inspect", "--worktree")
    let json = try JSONSerialization.jsonObject(with: Data(inspected.output)) as? [String: Any]
    let documents = json?["documents"] as? [[String: Any]] ?? []
    let record = try #require(
      documents.first { $0["kind"] as? String == "record" },
      "\(made.error)"
    )
    let statements = record["statements"] as? [[String: Any]] ?? []
    #expect(!statements.isEmpty)
    let said = statements.filter { $0["state"] as? String == "substantive" }
    // The owner stands in the declaration.
    #expect(said.allSatisfy { $0["text"] as? String == "service-desk@firm.example" })
  }

  @Test
  func `a new card holds what is known where it is no evidence, and says what is asked of it`()
    async throws
  {
    let example = try Example("credit-scoring")
    let made = try await example.run("new", "model-card", "--force")
    #expect(made.status == 0, "\(made.error)")
    #expect(made.error.contains("at the tier 'high' the rules ask of it:\n  error  ESS-032"))
    let card = try String(contentsOfFile: example.path + "/MODEL_CARD.md", encoding: .utf8)
    for known in [
      "**Version:** 2.3.0", "| accuracy | 0.8498 | 12000 |", "Protected: sex, age_band.",
      "Named so far: consumer-loans-2025.",
    ] {
      #expect(card.contains(known))
    }
    let inspected = try await example.run("inspect", "--worktree", "MODEL_CARD.md")
    #expect(!inspected.text.contains("\"substantive\""), "\(inspected.error)")
  }

  @Test func `a new document that the declaration does not name is to be named there`() async throws
  {
    let example = try Example("credit-scoring")
    let made = try await example.run("new", "dpia", "DPIA.md")
    #expect(made.status == 0, "\(made.error)")
    #expect(made.error.contains("next: name DPIA.md under 'artifacts: dpias' of the declaration"))
  }

  @Test func `a new pack is a folder with a first rule, and a document goes into a folder`()
    async throws
  {
    let folder = try TemporaryDirectory()
    let made = try await Program.run(["new", "pack", "policy/ours"], in: folder.path)
    #expect(made.status == 0, "\(made.error)")
    let pack = try String(contentsOfFile: folder.path + "/policy/ours/pack.yaml", encoding: .utf8)
    #expect(pack.contains("id: ours\n"))
    let tested = try await Program.run(["test", "policy/ours"], in: folder.path)
    #expect([0, 1].contains(tested.status), "\(tested.error)")
    let card = try await Program.run(["new", "model-card", "docs/"], in: folder.path)
    #expect(card.error.contains("wrote docs/MODEL_CARD.md"))
  }

  @Test
  func `a coverage names the headings that speak of its contents, and leaves the others open`()
    async throws
  {
    let made = try await Example("credit-scoring").run("new", "coverage", "--scheme", "annex_iv")
    #expect(made.status == 0, "\(made.error)")
    #expect(made.text.contains("\"1a\": \"MODEL_CARD.md#intended-use\""), "\(made.text)")
    #expect(made.text.contains("# \"1f\": path.md#heading"))
    #expect(made.text.contains("  annex_iv:\n    version: \""))
    #expect(made.text.split(separator: "\n").count == 23 + 4)
  }

  @Test(arguments: CoverageScheme.allCases)
  func `what coverage prints is accepted in a declaration`(scheme: CoverageScheme) async throws {
    let example = try Example("credit-scoring")
    let made = try await example.run("new", "coverage", "--scheme", scheme.rawValue)
    #expect(made.status == 0, "\(made.error)")
    let path = example.path + "/ai-system.yml"
    let text = try String(contentsOfFile: path, encoding: .utf8) + "\n" + made.text
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try await example.run("ask").text.contains("nothing is open"))
  }

  @Test
  func `a record needs a type, a coverage a scheme, and nothing else takes them`() async throws {
    for call in [
      ["new", "record"], ["new", "coverage"], ["new", "dpia", "--type", "ropa"],
      ["new", "record", "--type", "ropa", "--scheme", "annex_iv"],
    ] {
      #expect(try await Program.run(call).status == 2, "\(call)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions for each shell are printed`(shell: String) async throws {
    let script = try await Program.run(["--generate-completion-script", shell])
    #expect(script.status == 0)
    for word in ["modelgate", "check", "--output", "prometheus"] {
      #expect(script.text.contains(word))
    }
  }
}
