// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite("modelgate verify")
struct VerifyTests {
  @Test(arguments: ["e.tar", "e.tar.gz"])
  func `a bundle is sound, and one with another byte is not`(name: String) async throws {
    let folder = try TemporaryDirectory()
    let path = "\(folder.path)/\(name)"
    let check = try await Example("credit-scoring").check("--evidence", path, "--quiet")
    #expect(check.status == 0)
    let sound = try await Program.run(["verify", path])
    #expect(sound.status == 0)
    #expect(sound.error.isEmpty)
    #expect(sound.text.contains("the bundle is sound"))
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    bytes[bytes.count / 2] ^= 1
    try folder.write(bytes, to: name)
    let changed = try await Program.run(["verify", path])
    #expect(changed.status != 0)
    #expect(!changed.text.contains("the bundle is sound"))
  }

  @Test func `a file that was added, taken away or changed is named`() async throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/bundle"
    _ = try await Example("credit-scoring").check("--evidence", path, "--quiet")
    #expect(try await Program.run(["verify", path]).status == 0)
    let report = "\(path)/data/report.json"
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
    let file = try #require(names.first { $0.hasSuffix("report.json") }, "\(names)")
    let bytes = try Data(contentsOf: URL(filePath: "\(path)/\(file)"))
    try Data(bytes + [0x20]).write(to: URL(filePath: "\(path)/\(file)"))
    let changed = try await Program.run(["verify", path])
    #expect(changed.status == 1, "\(report)")
    #expect(changed.text.contains("wrong: \(file)"))
  }

  @Test func `what is no bundle is status 3`() async throws {
    let folder = try TemporaryDirectory()
    let missing = try await Program.run(["verify", folder.path + "/e.tar"])
    #expect(missing.status == 3)
    #expect(missing.output.isEmpty)
    #expect(missing.error.contains("help: "))
  }
}

@Suite("modelgate explain and list")
struct LookupTests {
  @Test(arguments: ["essentials/card-missing-limitations", "card-missing-limitations", "ESS-023"])
  func `a rule is found by its full name, its id and its code`(name: String) async throws {
    let outcome = try await Program.run(["explain", name])
    #expect(outcome.status == 0)
    try expectGolden(outcome.text, named: "explain-card-missing-limitations.txt")
  }

  @Test(arguments: [
    ("EUH-002", ["affected_group: affected group", "severity: severity, impact", "residual: "]),
    ("GDP-025", ["mitigation: mitigation", "residual: residual risk"]),
  ])
  func `a rule on the rows of a table names the columns that are understood`(
    name: String,
    columns: [String]
  ) async throws {
    let text = try await Program.run(["explain", name]).text
    for column in columns { #expect(text.contains("headings        risk.\(column)"), "\(text)") }
    #expect(!text.contains("risk.status"))
  }

  @Test func `an unknown rule is status 2, with a suggestion`() async throws {
    let outcome = try await Program.run(["explain", "card-mising-limitations"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("did you mean 'card-missing-limitations'?"))
  }

  @Test(arguments: [
    ("rules", "essentials/card-missing-limitations"), ("packs", "essentials"),
    ("functions", "fairness("), ("systems", "credit-scoring"),
    ("artifacts", "evaluation/2026-09-holdout.json"), ("waivers", "expires 2027-03-31"),
  ])
  func `a list shows what there is`(what: String, text: String) async throws {
    let outcome = try await Example("credit-scoring").run("list", what, "--as-of", "2026-11-21")
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
    #expect(outcome.text.contains(text))
    #expect(outcome.text.hasSuffix("\n"))
  }

  @Test func `lists about a repository need one; lists about rules do not`() async throws {
    let folder = try TemporaryDirectory()
    #expect(try await Program.run(["list", "systems"], in: folder.path).status == 3)
    #expect(try await Program.run(["list", "packs"], in: folder.path).status == 0)
  }
}

@Suite("modelgate inspect, eval and fairness")
struct RecordCommandTests {
  @Test func `inspect prints the records of the dossiers as JSON`() async throws {
    let outcome = try await Example("credit-scoring").run("inspect")
    #expect(outcome.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
    )
    #expect(object["schema"] as? String == "modelgate/inspect/v1")
    let documents = try #require(object["documents"] as? [[String: Any]])
    let kinds = documents.compactMap { $0["kind"] as? String }
    #expect(Set(kinds) == ["modelCard", "datasheet", "evaluation", "dpia", "fria"])
  }

  @Test func `inspect prints only the dossiers of the systems that are asked for`() async throws {
    let repository = try Monorepo()
    func paths(_ arguments: String...) async throws -> [String] {
      let outcome = try await Program.run(["inspect"] + arguments, in: repository.path)
      let json = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
      return (json?["documents"] as? [[String: Any]] ?? []).compactMap { document in
        (document["source"] as? [String: Any])?["path"] as? String
      }
    }
    let all = try await paths()
    #expect(all == all.sorted())
    let other = try await paths("--system", "other")
    #expect(!other.isEmpty)
    #expect(other == all.filter { $0.hasPrefix("b/") })
    #expect(try await paths("--system", "other", "--system", "ticket-router") == all)
    let none = try await Program.run(["inspect", "--system", "undeclared"], in: repository.path)
    #expect(none.status == 2)
    #expect(none.output.isEmpty)
  }

  @Test func `inspect says when something could not be read`() async throws {
    let example = try Example("credit-scoring", ["dpia.yaml": "a: ["])
    #expect(try await example.run("inspect").status == 3)
    #expect(try await example.run("inspect", "MODEL_CARD.md").status == 0)
    let missing = try await example.run("inspect", "MODEL_CRAD.md")
    #expect(missing.status == 2)
    #expect(missing.error.contains("did you mean 'MODEL_CARD.md'?"))
  }

  @Test(arguments: [
    ("1 + 2 * 3", 0, "7\n"), ("[1, 2].map(x, x * 2)", 0, "[2,4]\n"), ("1 / 0", 1, ""),
    ("1 +", 1, ""), ("nothing", 1, ""),
  ])
  func `eval prints a value, or says what is wrong`(
    expression: String,
    status: Int32,
    text: String
  ) async throws {
    let outcome = try await Program.run(["eval", "--", expression])
    #expect(outcome.status == status)
    #expect(outcome.text == text)
    #expect(outcome.error.isEmpty == (status == 0))
  }

  @Test func `eval tries a condition on a system as a rule would see it`() async throws {
    let example = try Example("credit-scoring")
    let count = try await example.run(
      "eval",
      "--system",
      "credit-scoring",
      "--",
      "dossier.dpias.size()"
    )
    #expect(count.text == "1\n", "\(count.error)")
    let wrong = try await example.run("eval", "--system", "credit-scoring", "--", "dossier.cards")
    #expect(wrong.status == 1)
    #expect(wrong.error.contains("cards"))
    let nobody = try await example.run("eval", "--system", "nobody", "--", "true")
    #expect(nobody.status == 2)
    let both = try await example.run("eval", "--rev", "HEAD", "--input", "-", "true")
    #expect(both.status == 2)
  }

  @Test func `eval works on what inspect prints`() async throws {
    let facts = try await Example("credit-scoring").run("inspect").text
    let outcome = try await Program.run(
      ["eval", "--input", "-", "documents.exists(d, d.kind == 'dpia')"],
      input: facts
    )
    #expect(outcome.text == "true\n")
    let explained = try await Program.run(
      ["eval", "--explain", "--input", "-", "documents.exists(d, d.kind == 'dpia')"],
      input: "{\"documents\": [\n  {\"kind\": \"card\"},\n  {\"kind\": \"dpia\"}\n]}"
    )
    #expect(explained.text.contains("d.kind = 'dpia' [-:3:12]"), "\(explained.text)")
    let broken = try await Program.run(["eval", "--input", "-", "1"], input: "{")
    #expect(broken.status == 2)
  }

  @Test
  func `fairness judges the groups of an evaluation by the limits that are given`() async throws {
    let example = try Example("credit-scoring")
    let file = "evaluation/2026-09-holdout.json"
    let fair = try await example.run(
      "fairness",
      file,
      "--limit",
      "demographic_parity_ratio=0.8",
      "--output",
      "json"
    )
    #expect(fair.status == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(fair.output)) is [String: Any])
    let strict = try await example.run(
      "fairness",
      file,
      "--limit",
      "demographic_parity_ratio=0.999"
    )
    #expect(strict.status != 0)
    #expect(try await example.run("fairness", "nowhere.json").status == 2)
  }
}

@Suite("modelgate init, new and test")
struct AuthoringTests {
  @Test func `init writes a first policy and declaration, once`() async throws {
    let folder = try TemporaryDirectory()
    let untyped = try await Program.run(["new", "record", "-"], in: folder.path)
    #expect(untyped.status == 2 && untyped.error.contains("risk_management"))
    let first = try await Program.run(["init", "--id", "my-bot", "--name", "Bot"], in: folder.path)
    #expect(first.status == 0)
    #expect(first.output.isEmpty)
    let listing = try folder.listing()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "ai-system.yml", "modelgate.yml",
      ]
    )
    let second = try await Program.run(["init"], in: folder.path)
    #expect(second.status == 0)
    #expect(second.error.contains("kept ai-system.yml"))
    #expect(try folder.listing() == listing)
  }

  @Test func `a repository of fresh templates is never a pass`() async throws {
    let folder = try TemporaryDirectory()
    _ = try await Program.run(["init", "--id", "my-bot"], in: folder.path)
    for kind in ["model-card", "datasheet", "evaluation", "dpia", "waivers"] {
      let outcome = try await Program.run(["new", kind, "--name", "bot"], in: folder.path)
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    let repository = try FixtureRepository()
    var files: [String: FixtureFile] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[name] = .bytes(Array(try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)"))))
    }
    #expect(files.count == 7)
    try repository.commit(files)
    let outcome = try await Program.run(
      ["check", "--repo", repository.path, "--as-of", "2026-11-21"])
    #expect(outcome.status == 1 || outcome.status == 3, "\(outcome.error)")
    #expect(outcome.text.contains("my-bot"))
  }

  @Test(arguments: ["model-card", "datasheet", "evaluation", "dpia", "system", "waivers"])
  func `new writes a document, prints it, and replaces none unasked`(kind: String) async throws {
    let folder = try TemporaryDirectory()
    let printed = try await Program.run(["new", kind, "-"], in: folder.path)
    #expect(printed.status == 0)
    #expect(!printed.output.isEmpty)
    let path = "\(folder.path)/docs/file"
    let written = try await Program.run(["new", kind, path], in: folder.path)
    #expect(written.status == 0)
    #expect(written.output.isEmpty)
    #expect(Array(try Data(contentsOf: URL(filePath: path))) == printed.output)
    try folder.write("mine", to: "docs/file")
    let refused = try await Program.run(["new", kind, path], in: folder.path)
    #expect(refused.status == 2)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    #expect(try await Program.run(["new", kind, path, "--force"]).status == 0)
    #expect(Array(try Data(contentsOf: URL(filePath: path))) == printed.output)
  }

  @Test
  func `test runs the examples of a pack and fails when one comes out otherwise`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      "id: acme\nversion: '1'\ntitle: Acme\nsummary: Ours.\nexamples_as_of: 2026-11-21\n",
      to: "acme/pack.yaml"
    )
    func write(expecting outcome: String) throws {
      try folder.write(
        """
        id: our-rule
        title: Ours
        controls: []
        rationale: A test.
        remedy: Nothing.
        severity: error
        require: dossier.model_cards.size() == 1
        message: there is no card
        examples:
          - name: a card
            expect: \(outcome)
            files: {MODEL_CARD.md: "# Model Card: x"}

        """,
        to: "acme/rules/our-rule.yaml"
      )
    }
    try write(expecting: "passed")
    let good = try await Program.run(["test", "acme"], in: folder.path)
    #expect(good.status == 0)
    #expect(good.text == "1 rule, 1 passed, 0 failed\n")
    try write(expecting: "failed")
    let bad = try await Program.run(["test", "acme"], in: folder.path)
    #expect(bad.status == 1)
    #expect(bad.text.contains("expected failed, got passed"))
    try folder.write("id: [", to: "acme/rules/our-rule.yaml")
    let broken = try await Program.run(["test", "acme"], in: folder.path)
    #expect(broken.status == 2)
    #expect(broken.output.isEmpty)
  }
}

@Suite("What reaches the terminal")
struct DoorTests {
  private static let hostile = "a\n::error::x\u{1B}[31m ##[add-mask]y ##vso[task.z]\u{202E}"

  /// Nothing steers the terminal, hides, or is a command of a CI runner.
  private func expectHarmless(_ bytes: [UInt8], _ what: String) {
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"), "\(what): \(text)")
    #expect(!text.contains("##[") && !text.contains("##vso["), "\(what): \(text)")
    for line in text.split(separator: "\n") {
      #expect(!line.drop(while: \.isWhitespace).hasPrefix("::"), "\(what): \(text)")
    }
  }

  private func expectHarmless(_ arguments: [String], in folder: String) async throws {
    let outcome = try await Program.run(arguments, in: folder)
    let what = arguments.joined(separator: " ")
    expectHarmless(outcome.output, what)
    expectHarmless(Array(outcome.error.utf8), what)
  }

  @Test func `no option or argument of any verb is echoed raw`() async throws {
    let example = try Example("ticket-router")
    let text = Self.hostile
    let calls = [
      [text], ["help", text], ["check", text], ["check", "--rev", text], ["check", "--path", text],
      ["check", "--repo", text], ["check", "--policy", text], ["check", "--policy-ref", text],
      ["check", "--pack", text], ["check", "--system", text], ["check", "--as-of", text],
      ["check", "--fail-on", text], ["check", "--output", text],
      ["check", "--output", "json=/\(text)"],
      ["check", "--evidence", "/dev/null/\(text)"], ["check", "--\(text)"], ["verify", text],
      ["test", text], ["explain", text], ["explain", "--pack", text, "x"], ["list", text],
      ["list", "rules", "--pack", text], ["inspect", text], ["inspect", "--file", text],
      ["eval", text], ["eval", "--input", text, "1"], ["eval", "--bindings", text, "1"],
      ["fairness", text], ["fairness", "--limit", text, "x"],
      ["fairness", "--reference", text, "x"],
      ["init", "--id", text], ["new", text], ["new", "dpia", "--name", text, "-"],
      ["new", "system", "--id", text, "-"],
    ]
    for call in calls { try await expectHarmless(call, in: example.path) }
  }

  @Test func `no name, id, key or value of the tree is printed raw`() async throws {
    let text = Self.hostile
    let repository = try FixtureRepository()
    try repository.commit([
      "modelgate.yml": "version: 1\nfail_on: \"\\e[31mwarn\"\npacks: [{path: acme}]\n",
      "acme/pack.yaml": "id: acme\nversion: '1'\ntitle: A\nsummary: x.\n",
      "acme/rules/\(text).yaml": "id: x\n",
    ])
    try await expectHarmless(["check"], in: repository.path)
    let other = try FixtureRepository()
    try other.commit([
      "\(text)/MODEL_CARD.md": "# Model card: x\n\n## Intended use\nRanks things for people.\n",
      "b/ai-system.yml": "version: 1\nid: \"\\e[31mx\"\nname: \"##[error]::warning::\"\n",
      "c/ai-system.yml": "version: 1\nid: c\nname: \"\\n::error::x ##[x]\"\n\"##[key]\": 1\n",
    ])
    for call in [
      ["check"], ["check", "--explain"], ["list", "systems"], ["list", "artifacts"],
      ["list", "artifacts", "--output", "json"], ["list", "waivers"], ["inspect"],
      ["check", "--output", "github"], ["check", "--output", "markdown"],
      ["check", "--output", "json"], ["check", "--output", "junit"], ["check", "--output", "html"],
      ["check", "--output", "sarif"], ["check", "--output", "codequality"],
      ["check", "--output", "csv"], ["check", "--output", "prometheus"],
      ["check", "--output", "oscal"],
    ] {
      let outcome = try await Program.run(call, in: other.path)
      // Workflow commands of our own are what the format `github` is for.
      if call.last != "github" { expectHarmless(outcome.output, "\(call)") }
      expectHarmless(Array(outcome.error.utf8), "\(call)")
    }
  }

  @Test(arguments: [
    (["chek"], "did you mean 'check'?"), (["help", "chek"], "did you mean 'check'?"),
    (["check", "--pack", "essentails"], "did you mean 'essentials'?"),
    (["check", "--output", "jsn"], "did you mean 'json'?"),
    (["check", "--output", "juni=x.xml"], "did you mean 'junit'?"),
    (["check", "--fail-on", "eror"], "did you mean 'error'?"),
    (["new", "modelcard"], "did you mean 'model-card'?"),
    (["new", "record", "--type", "risk_managment"], "did you mean 'risk_management'?"),
    (["new", "coverage", "--scheme", "anex_iv"], "did you mean 'annex_iv'?"),
    (["hook", "pre-comit"], "did you mean 'pre-commit'?"),
    (["log", "verfy"], "did you mean 'verify'?"),
    (["ask", "ticket-ruter"], "did you mean 'ticket-router'?"),
  ])
  func `a mistyped name gets a suggestion, and help for no command is an error`(
    arguments: [String],
    suggestion: String
  ) async throws {
    let example = try Example("ticket-router")
    let outcome = try await Program.run(arguments, in: example.path)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("error: "))
    #expect(outcome.error.contains(suggestion), "\(outcome.error)")
  }

  @Test func `lists are JSON for programs, and say so when they are empty`() async throws {
    let functions = try await Program.run(["list", "functions", "--output", "json"])
    let rows = try JSONSerialization.jsonObject(with: Data(functions.output)) as? [[String: Any]]
    let first = try #require(rows?.first)
    #expect((first["signature"] as? String)?.contains("statement(") == true)
    #expect(first["summary"] is String && first["example"] is String)
    let packs = try await Program.run(["list", "packs", "--output", "json"])
    let objects = try JSONSerialization.jsonObject(with: Data(packs.output)) as? [[String: Any]]
    #expect(objects?.first?["id"] is String)
    #expect(objects?.first?["ruleCount"] is Int)
    let none = try await Example("ticket-router").run("list", "waivers")
    #expect(none.text == "there is no waiver\n")
  }
}
