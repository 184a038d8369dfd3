// SPDX-License-Identifier: Apache-2.0

import GateModel
import RulePacks
import TestSupport
import Testing

/// A mistake in a rule file, and how it is reported.
struct Mistake: CustomTestStringConvertible, Sendable {
  let name: String
  var lines: [String] = []
  var removed: [String] = []
  /// The line and column.
  let place: String
  let message: String
  let help: String

  var testDescription: String { name }

  static let missing: [Mistake] = [
    "id", "title", "controls", "rationale", "remedy", "severity", "require", "message",
  ].map { key in
    Mistake(
      name: "no \(key)",
      removed: [key],
      place: "1:1",
      message: "the file has no '\(key)'",
      help: "add '\(key)':"
    )
  }

  static let keys = [
    Mistake(
      name: "an unknown key",
      lines: ["sevrity: error"],
      place: "10:1",
      message: "unknown key 'sevrity'",
      help: "did you mean 'severity'?"
    ),
    Mistake(
      name: "a key like no other",
      lines: ["zzzzzz: 1"],
      place: "10:1",
      message: "unknown key 'zzzzzz'",
      help: "known keys are id, code, title"
    ),
    Mistake(
      name: "a text that is none",
      lines: ["title: [a, b]"],
      place: "3:8",
      message: "'title' must be a text, not a list",
      help: "write a text"
    ),
    Mistake(
      name: "a bad severity",
      lines: ["severity: eror"],
      place: "7:11",
      message:
        "'severity' must be one of: block, error, warn, info, or a map, or a list, each element a map, not 'eror'",
      help: "did you mean 'error'?"
    ),
    Mistake(
      name: "a bad status",
      lines: ["status: final"],
      place: "10:9",
      message: "'final' is no value of 'status'",
      help: "write one of: preview, stable, deprecated"
    ),
    Mistake(
      name: "a bad confidence",
      lines: ["controls: [{scheme: gdpr, id: Art. 5, confidence: C3}]"],
      place: "4:51",
      message: "'C3' is no value of 'confidence'",
      help: "did you mean 'C1'?"
    ),
    Mistake(
      name: "a bad origin",
      lines: ["origin: laws"],
      place: "10:9",
      message: "'laws' is no value of 'origin'",
      help: "did you mean 'law'?"
    ),
    Mistake(
      name: "a day that is not in the calendar",
      lines: ["from: 2026-02-30"],
      place: "10:7",
      message: "'from' must be a day as YYYY-MM-DD, or one of: by_route, or a list",
      help: "write a day as YYYY-MM-DD"
    ),
    Mistake(
      name: "a flag that is none",
      lines: ["waivable: maybe"],
      place: "10:11",
      message: "'waivable' must be true or false, not 'maybe'",
      help: "write true or false"
    ),
    Mistake(
      name: "an id that is not the name of the file",
      lines: ["id: other-rule"],
      place: "1:5",
      message: "the rule 'other-rule' stands in a file of another name",
      help: "name the file other-rule.yaml"
    ),
  ]

  static let conditions = [
    Mistake(
      name: "an unknown field",
      lines: ["require: system.teir == 'high'"],
      place: "8:17",
      message: "in 'require': unknown field `teir` of System",
      help: "did you mean `tier`?"
    ),
    Mistake(
      name: "an unknown name",
      lines: ["when: dosier.artifacts.size() > 0"],
      place: "10:7",
      message: "in 'when':",
      help: "did you mean `dossier`?"
    ),
    Mistake(
      name: "an unknown function",
      lines: ["require: word('a') > 0"],
      place: "8:10",
      message: "in 'require':",
      help: "did you mean `words`?"
    ),
    Mistake(
      name: "one equals sign",
      lines: ["require: system.tier = 'high'"],
      place: "8:22",
      message: "in 'require':",
      help: "`==`"
    ),
    Mistake(
      name: "a condition that is no truth value",
      lines: ["require: system.id"],
      place: "8:10",
      message: "in 'require':",
      help: ""
    ),
    Mistake(
      name: "a text that the field never has",
      lines: ["require: system.tier == 'hihg'"],
      place: "8:25",
      message: "in 'require':",
      help: "did you mean 'high'?"
    ),
    Mistake(
      name: "a quoted condition",
      lines: [#"require: "system.teir == 'high'""#],
      place: "8:18",
      message: "in 'require': unknown field `teir` of System",
      help: "did you mean `tier`?"
    ),
    Mistake(
      name: "a mistake in a hole of the message",
      lines: ["message: 'in {dossier.cards}'"],
      place: "9:23",
      message: "in 'message': unknown field `cards` of Dossier",
      help: ""
    ),
    Mistake(
      name: "a list of nothing",
      lines: ["for_each: {c: system.id}"],
      place: "10:15",
      message: "'for_each' needs a list",
      help: "dossier.model_cards"
    ),
    Mistake(
      name: "two variables",
      lines: ["for_each: {c: dossier.dpias, d: dossier.frias}"],
      place: "10:12",
      message: "'for_each' names 2 variables",
      help: "name one variable"
    ),
    Mistake(
      name: "a condition that is a list",
      lines: ["require: [a]"],
      place: "8:10",
      message: "'require' must be a single value, or a map, not a list",
      help: "write a single value"
    ),
  ]

  static let parameters = [
    Mistake(
      name: "a parameter that nothing uses",
      lines: ["parameters: {limit: 3}"],
      place: "10:13",
      message: "the parameter 'limit' is not used by the rule",
      help: "use it as parameters.limit, or remove it"
    ),
    Mistake(
      name: "a parameter without a value",
      lines: ["parameters: {limit: {type: int}}"],
      place: "10:21",
      message: "parameters.limit has no 'value'",
      help: "add 'value'"
    ),
    Mistake(
      name: "an unknown key of a parameter",
      lines: [
        "require: dossier.artifacts.size() > parameters.limit",
        "parameters: {limit: {value: 5, sumary: x}}",
      ],
      place: "10:32",
      message: "unknown key 'sumary'",
      help: "did you mean 'summary'?"
    ),
  ]

  static let examples = [
    Mistake(
      name: "an example without a name",
      lines: ["examples:", "  - {expect: passed}"],
      place: "11:5",
      message: "examples[0] has no 'name'",
      help: "add 'name'"
    ),
    Mistake(
      name: "an example without an expectation",
      lines: ["examples:", "  - {name: a}"],
      place: "11:5",
      message: "examples[0] has no 'expect'",
      help: "add 'expect'"
    ),
    Mistake(
      name: "an example with an unknown key",
      lines: ["examples:", "  - {name: a, expect: passed, bases: x}"],
      place: "11:31",
      message: "unknown key 'bases'",
      help: "did you mean 'base'?"
    ),
    Mistake(
      name: "an edit without a text to find",
      lines: ["examples:", "  - {name: a, expect: passed, edits: [{file: x.md}]}"],
      place: "11:39",
      message: "edits[0] has no 'find'",
      help: "add 'find'"
    ),
    Mistake(
      name: "examples that are no list",
      lines: ["examples: passed"],
      place: "10:11",
      message: "'examples' must be a list, each element a map, not 'passed'",
      help: "write a list"
    ),
  ]

  static let all = missing + keys + conditions + parameters + examples
}

@Suite("Mistakes in rule packs")
struct PackProblemTests {
  @Test(arguments: Mistake.all)
  func `a mistake is reported once, with its place and its remedy`(_ mistake: Mistake) throws {
    let problems = SamplePack(changing: mistake.lines, removing: mistake.removed).problems()
    #expect(problems.count == 1, "\(problems.map(\.message))")
    let problem = try #require(problems.first)
    #expect(problem.location?.description == "sample/rules/sample-rule.yaml:\(mistake.place)")
    #expect(problem.message.contains(mistake.message), "\(problem.message)")
    #expect(problem.help.contains(mistake.help), "\(problem.help)")
    #expect(!problem.help.isEmpty)
  }

  @Test func `an example with an unknown outcome names the known ones`() throws {
    let problems = SamplePack(changing: ["examples:", "  - {name: a, expect: pased}"]).problems()
    #expect(
      problems.map(\.message).contains("'pased' is no value of 'expect'")
    )
    #expect(problems.map(\.help).contains("did you mean 'passed'?"))
  }

  @Test func `a parameter that does not have its stated type is refused`() {
    let problems = SamplePack(changing: [
      "require: dossier.artifacts.size() > parameters.limit",
      "parameters: {limit: {value: 0.5, type: int}}",
    ]).problems()
    let problem = problems.first { $0.message == "the parameter 'limit' is no int" }
    #expect(problem?.location?.description == "sample/rules/sample-rule.yaml:10:29")
    #expect(problem?.help == "types are: bool, int, double, string, pattern, list")
  }

  @Test func `a condition is shown with a caret below what is wrong with it`() throws {
    let problem = try #require(
      SamplePack(changing: ["require: system.teir == 'high'"]).problems().first
    )
    let lines = try #require(problem.excerpt).split(separator: "\n")
    #expect(lines.count == 2)
    let text = try #require(lines.first)
    let carets = try #require(lines.last)
    let place = try #require(text.firstRange(of: "teir")?.lowerBound)
    let offset = text.distance(from: text.startIndex, to: place)
    #expect(carets.prefix { $0 == " " }.count == offset)
  }

  @Test func `all mistakes of all files are reported in one go, sorted by place`() {
    var pack = SamplePack(changing: [
      "severity: eror", "require: system.teir == 'high'", "sevrity: error",
    ])
    pack.files["rules/broken.yaml"] = "id: [\n"
    pack.files["pack.yaml"] = "id: sample\nversion: 1\ntitel: Sample\nsummary: Rules.\n"
    #expect(pack.problems() == pack.problems().sorted())
    let places = pack.problems().map { "\($0.location?.description ?? "")" }
    #expect(places.filter { $0.contains("sample-rule") }.count == 3)
    #expect(places.contains { $0.hasPrefix("sample/rules/broken.yaml:") })
    #expect(places.filter { $0.hasPrefix("sample/pack.yaml:") }.count == 2)
  }

  @Test func `a pack needs a manifest`() {
    var pack = SamplePack()
    pack.files["pack.yaml"] = nil
    #expect(pack.problems().map(\.message) == ["the pack has no pack.yaml"])
    #expect(pack.problems().map(\.location?.path) == ["sample/pack.yaml"])
  }

  @Test(arguments: ["SMP-1", "sample-rule"])
  func `ids and codes are unique within a pack`(code: String) throws {
    var pack = SamplePack()
    let text = try #require(pack.files["rules/sample-rule.yaml"])
    pack.files["rules/zz-rule.yaml"] = text.split(separator: "\n").map { line in
      line.hasPrefix("id:") ? "id: zz-rule" : line.hasPrefix("code:") ? "code: \(code)" : line
    }.joined(separator: "\n")
    let problem = try #require(pack.problems().first)
    #expect(pack.problems().count == 1)
    #expect(problem.message.contains("two rules are called '\(code)'"))
    #expect(problem.message.contains("sample/rules/sample-rule.yaml:1:1"))
    #expect(problem.location?.description == "sample/rules/zz-rule.yaml:1:1")
  }

  @Test(arguments: ["- a\n", "text\n", "\n"])
  func `a rule file that holds no map is refused`(text: String) {
    var pack = SamplePack()
    pack.files["rules/sample-rule.yaml"] = text
    let messages = pack.problems().map(\.message)
    #expect(messages.count == 1)
    #expect(messages.allSatisfy { $0.contains("must be a map") }, "\(messages)")
  }

  @Test func `no bytes of a rule file crash the loader`() throws {
    let text = try #require(SamplePack().files["rules/sample-rule.yaml"])
    forAll(count: 150) { generator -> [UInt8] in
      var bytes = Array(text.utf8)
      for _ in 0..<generator.number(in: 1...4) {
        let place = generator.number(in: 0...bytes.count - 1)
        switch generator.number(in: 0...2) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: generator.bytes(count: 2), at: place)
        }
      }
      return bytes
    } holds: { bytes in
      var files = [PackFile(path: "rules/sample-rule.yaml", bytes: bytes)]
      files.append(PackFile(path: "pack.yaml", bytes: Array(SamplePack.manifest.utf8)))
      return try Self.isLoadedOrExplained(files)
    }
  }

  private static func isLoadedOrExplained(_ files: [PackFile]) throws -> Bool {
    do throws(PackProblems) {
      return try SamplePack.loader.pack(files: files, folder: "sample").rules.count == 1
    } catch {
      return !error.problems.isEmpty && error.problems.allSatisfy { !$0.help.isEmpty }
    }
  }
}
