// SPDX-License-Identifier: Apache-2.0

import GateModel
import RulePacks
import Testing

@Suite("Reading rule packs")
struct RuleReadingTests {
  @Test func `a short rule gets the defaults`() throws {
    let pack = try SamplePack().load()
    #expect(pack.id == "sample")
    #expect(pack.version == "1")
    let rule = try #require(pack.rules.first)
    #expect(rule.status == .stable)
    #expect(rule.isWaivable)
    #expect(!rule.allowsVacuous)
    #expect(rule.period.from.text == nil)
    #expect(rule.period.until == nil)
    #expect(rule.iteration == nil)
    #expect(rule.when == nil)
    #expect(rule.location.description == "sample/rules/sample-rule.yaml:1:1")
  }

  @Test func `every key of a rule is read`() throws {
    let pack = try SamplePack(changing: [
      "severity: block", "status: preview", "from: 2026-08-02", "until: 2027-08-02",
      "alt_from: 2026-02-02", "origin: law", "asks: dpo",
      "controls: [{scheme: gdpr, id: Art. 35(7)(d), from: 2018-05-25, confidence: C2}]",
      "for_each: {c: dossier.model_cards}", "if_empty: failed", "when: system.is_declared",
      "require: words(c.format) > parameters.least",
      "parameters: {least: {value: 2, summary: The least., origin: convention}}",
      "waivable: false", "allow_vacuous: true", "message: 'no words in {c.source.path}'",
      "examples:", "  - {name: a, expect: failed, base: b, remove: [x.md]}",
      "accepted_mutants:", "  - {change: x, reason: It makes no difference.}",
    ]).load()
    let rule = try #require(pack.rules.first)
    #expect(rule.severity.text == "block")
    #expect(rule.status == .preview)
    #expect(rule.period.from.text == "2026-08-02")
    #expect(rule.period.until == CalendarDate("2027-08-02"))
    #expect(rule.period.contestedFrom == CalendarDate("2026-02-02"))
    #expect(rule.controls.map(\.control) == [Self.clause])
    #expect(rule.asks == .dpo)
    #expect(rule.origin == .law)
    #expect(rule.iteration?.variable == "c")
    #expect(rule.iteration?.ifEmpty == .failed)
    #expect(rule.allowsVacuous)
    #expect(!rule.isWaivable)
    #expect(rule.parameters.first?.summary == "The least.")
    #expect(rule.examples.first?.removed == ["x.md"])
    #expect(rule.examples.first?.asOf == CalendarDate("2026-11-21"))
    #expect(rule.acceptedMutants.first?.change == "x")
    #expect(rule.needsDeclaration)
  }

  @Test func `a severity may hang on conditions`() throws {
    let rule = try #require(
      SamplePack(changing: [
        "severity: [{when: system.is_declared, is: {high: block}}, {is: warn}]"
      ]).load().rules.first
    )
    #expect(rule.severity.text.hasPrefix("block for high when "))
    #expect(rule.severity.text.hasSuffix("; else warn"))
    #expect(rule.severity.strictest == .block)
    #expect(rule.needsDeclaration)
  }

  private static let clause = Control(
    scheme: "gdpr",
    id: "Art. 35(7)(d)",
    from: CalendarDate("2018-05-25"),
    confidence: .secondary
  )

  @Test func `rules are sorted by id, and documentation beside them decides nothing`() throws {
    var pack = SamplePack()
    for id in ["z-rule", "a-rule"] {
      pack.files["rules/\(id).yaml"] = SamplePack.rule
        .map { $0.hasPrefix("id:") ? "id: \(id)" : $0 }.filter { !$0.hasPrefix("code:") }
        .joined(separator: "\n")
    }
    pack.files["README.md"] = "about"
    pack.files["fixtures/small/docs/card.md"] = "a card"
    let loaded = try pack.load()
    #expect(loaded.rules.map(\.id) == ["a-rule", "sample-rule", "z-rule"])
    #expect(loaded.fixtures["small"]?.map(\.path) == ["docs/card.md"])
    #expect(loaded.files.map(\.path) == pack.files.keys.filter { $0 != "README.md" }.sorted())
  }

  @Test func `an example is a fixture with its changes`() throws {
    let example = try self.example([
      "base: small", "remove: [b.md]", "files: {c.md: new}",
      "edits: [{file: a.md, find: one, replace: two}]",
    ])
    let tree = try example.tree(fixtures: Self.fixtures)
    #expect(tree.map(\.path) == ["a.md", "c.md"])
    #expect(tree.map { String(decoding: $0.bytes, as: UTF8.self) } == ["two and two", "new"])
  }

  @Test(arguments: [
    ("base: smal", "which does not exist", "did you mean 'small'?"),
    ("base: other-one", "which does not exist", "add the folder fixtures/other-one"),
    ("edits: [{file: a.md, find: two, replace: x}]", "which is not in its tree", "name a file"),
    (
      "base: small, edits: [{file: a.md, find: nothing, replace: x}]", "occurs 0 times",
      "exactly once"
    ),
    (
      "base: small, edits: [{file: b.md, find: bb, replace: x}]", "occurs 2 times",
      "exactly once"
    ),
  ])
  func `an example that cannot be built says why`(
    text: String,
    message: String,
    help: String
  ) throws {
    let example = try self.example([text])
    let problem = #expect(throws: Problem.self) {
      try example.tree(fixtures: Self.fixtures)
    }
    #expect(try #require(problem).message.contains(message))
    #expect(try #require(problem).help.contains(help))
    #expect(try #require(problem).location?.path == "sample/rules/sample-rule.yaml")
  }

  private static let fixtures = [
    "small": [
      PackFile(path: "a.md", bytes: Array("one and two".utf8)),
      PackFile(path: "b.md", bytes: Array("bbb".utf8)),
    ]
  ]

  private func example(_ members: [String]) throws -> RuleExample {
    let text = (["name: a", "expect: passed"] + members).joined(separator: ", ")
    let pack = try SamplePack(changing: ["examples:", "  - {\(text)}"]).load()
    return try #require(pack.rules.first?.examples.first)
  }
}
