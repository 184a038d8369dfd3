// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// A change of the passing example after which something cannot be read.
struct Damage: CustomTestStringConvertible, Sendable {
  let name: String
  let path: String
  let change: @Sendable (String) throws -> FixtureFile
  var verdict = Verdict.undecided
  let message: String
  /// The file, with the line where the fault has one.
  let place: String
  var help = ""

  var testDescription: String { name }

  private static let evaluation = "evaluation/2026-09-holdout.json"

  private static func text(
    _ change: @escaping @Sendable (String) -> String
  ) -> @Sendable (String) throws -> FixtureFile {
    { .text(change($0)) }
  }

  static let entries = [
    Damage(
      name: "a symbolic link",
      path: "DATASHEET.md",
      change: { _ in .symlink(to: "../elsewhere/DATASHEET.md") },
      message: "it is a symbolic link",
      place: "DATASHEET.md",
      help: "commit the file itself"
    ),
    Damage(
      name: "a submodule",
      path: "DATASHEET.md",
      change: { _ in .submodule(at: String(repeating: "d", count: 40)) },
      message: "it is a submodule",
      place: "DATASHEET.md",
      help: "check that repository"
    ),
    Damage(
      name: "a Git LFS pointer",
      path: evaluation,
      change: { _ in .lfsPointer(sha256: String(repeating: "e", count: 64), byteCount: 99) },
      message: "Git LFS pointer to 99 bytes",
      place: evaluation,
      help: "git lfs untrack"
    ),
    Damage(
      name: "more bytes than an artifact may have",
      path: "MODEL_CARD.md",
      change: { _ in .bytes([UInt8](repeating: 32, count: 64 << 20 + 1)) },
      message: "it has 67108865 bytes",
      place: "MODEL_CARD.md",
      help: "commit a summary"
    ),
  ]

  static let texts = [
    Damage(
      name: "truncated JSON",
      path: evaluation,
      change: text { String($0.prefix($0.count / 2)) },
      message: "cannot read \(evaluation)",
      place: evaluation
    ),
    Damage(
      name: "JSON of 10,000 levels",
      path: evaluation,
      change: text { _ in
        String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
      },
      message: "nested more than 128 levels deep",
      place: "\(evaluation):1:129",
      help: "flatten the document"
    ),
    Damage(
      name: "JSON of another kind",
      path: evaluation,
      change: text { _ in #"{"colours": ["red"]}"# },
      message: "is declared as an evaluation",
      place: evaluation
    ),
    Damage(
      name: "a YAML alias bomb",
      path: "dpia.yaml",
      change: text { _ in
        let levels = (1...30).map { level in
          "l\(level): &l\(level) [\(Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", "))]"
        }
        return (["schema: modelgate/dpia/v1", "l0: &l0 [x, x]"] + levels).joined(separator: "\n")
      },
      message: "more than 500000 values",
      place: "dpia.yaml",
      help: "instead of repeating aliases"
    ),
    Damage(
      name: "YAML that breaks off",
      path: "dpia.yaml",
      change: text { $0 + "\nrisks2: {a: [1\n" },
      message: "cannot read dpia.yaml",
      place: "dpia.yaml"
    ),
    Damage(
      name: "a key that appears twice",
      path: "dpia.yaml",
      change: text { $0 + "\nschema: modelgate/dpia/v1\n" },
      message: "the key 'schema' appears twice",
      place: "dpia.yaml"
    ),
    Damage(
      name: "a byte that is no UTF-8",
      path: "MODEL_CARD.md",
      change: { .bytes(Array($0.utf8) + [0xFF, 0x0A]) },
      message: "UTF-8",
      place: "MODEL_CARD.md"
    ),
  ]

  static let declarations = [
    Damage(
      name: "an unknown key of the declaration",
      path: "ai-system.yml",
      change: text { $0 + "\nprofilling: true\n" },
      message: "unknown key 'profilling'",
      place: "ai-system.yml:59:1",
      help: "did you mean 'profiling'?"
    ),
    Damage(
      name: "a declaration that is no YAML",
      path: "ai-system.yml",
      change: text { $0 + "\nbroken: [\n" },
      message: "ai-system.yml",
      place: "ai-system.yml"
    ),
    Damage(
      name: "an artifact that is not there",
      path: "ai-system.yml",
      change: text { $0.split(separator: "frias: fria.yaml").joined(separator: "frias: fra.yaml") },
      message: "declared as 'fra.yaml', and no file of the tree matches",
      place: "ai-system.yml:42",
      help: "did you mean 'fria.yaml'?"
    ),
    Damage(
      name: "a declaration that is a link",
      path: "ai-system.yml",
      change: { _ in .symlink(to: "elsewhere.yml") },
      message: "regular file",
      place: "ai-system.yml"
    ),
  ]

  static let all = entries + texts + declarations

  func gate() throws -> Gate {
    let file = try change(try ExampleFiles.text(path, of: "credit-scoring"))
    return try Gate("credit-scoring", [path: file])
  }
}

@Suite("Evidence that cannot be read")
struct FaultTests {
  @Test(arguments: Damage.all)
  func `what cannot be read is undecided, with its place and a way out`(
    _ damage: Damage
  ) async throws {
    let report = try await damage.gate().report()
    #expect(report.verdict == damage.verdict, "\(report.failedRules)")
    let fault = try #require(
      report.faults.first { $0.message.contains(damage.message) },
      "\(report.faults.map(\.message))"
    )
    #expect(
      try #require(fault.location).description.hasPrefix(damage.place),
      "\(fault.location as Any)"
    )
    #expect(fault.help.contains(damage.help), "\(fault.help)")
    #expect(!fault.help.isEmpty)
  }

  @Test
  func `a rule that needs the unreadable evidence is undecided, others still judge`() async throws {
    let gate = try Gate("credit-scoring", ["dpia.yaml": .bytes([0xFF])])
    let report = try await gate.report()
    #expect(report.outcome("dpia-missing") == .undecided)
    #expect(report.outcome("card-missing-limitations") == .passed)
  }

  @Test func `two systems with one id are a fault that names both files`() async throws {
    let text = try ExampleFiles.text("ai-system.yml", of: "ticket-router")
      .split(separator: "id: ticket-router").joined(separator: "id: credit-scoring")
    let report = try await Gate("credit-scoring", ["zz/ai-system.yml": .text(text)]).report()
    #expect(report.verdict == .undecided)
    let fault = try #require(report.faults.first { $0.message.contains("is already declared") })
    #expect(fault.message.contains("ai-system.yml"))
    #expect(fault.location?.path == "zz/ai-system.yml")
    #expect(report.systems.map(\.id) == ["credit-scoring"])
  }

  @Test(arguments: [true, false])
  func `an object that is missing or damaged is a fault`(isMissing: Bool) async throws {
    let gate = try Gate()
    let card = try #require(
      try await gate.report().artifacts.first { $0.path == "MODEL_CARD.md" }?.blob
    )
    if isMissing {
      try gate.repository.deleteObject(card.hex)
    } else {
      try gate.repository.damageObject(card.hex)
    }
    let report = try await gate.report()
    #expect(report.verdict == .undecided)
    #expect(report.faults.contains { $0.location?.path == "MODEL_CARD.md" })
  }

  @Test
  func `a fact that nobody could read stops a pass also where no rule judges what was unread`()
    async throws
  {
    let path = "evaluation/2026-09-holdout.json"
    let text = try ExampleFiles.text(path, of: "credit-scoring")
    let pair = """
      "paired": [{"metric": "accuracy", "against": "baseline", "both": "many", "this_only": 1, \
      "other_only": 40, "neither": 3}], "groups": [
      """
    let broken = text.replacing("\"groups\": [", with: pair)
    #expect(broken != text)
    var gate = try Gate("credit-scoring", [path: .bytes(Array(broken.utf8))])
    gate.request.packs = ["fairness-quality"]
    gate.request.failOn = .block
    let report = try await gate.report()
    #expect(report.verdict == .undecided)
    let fault = try #require(report.faults.first)
    #expect(report.faults.count == 1 && fault.location?.path == path)
    #expect(fault.message.hasPrefix("a fact could not be read: "))
    gate.request.packs = ["essentials"]
    let judged = try await gate.report()
    #expect(judged.faults.isEmpty)
    #expect(judged.results.contains { $0.code == "ESS-034" && $0.outcome == .failed })
  }

  @Test func `a file that nobody declared and nobody can read still stops a pass`() async throws {
    let gate = try Gate("ticket-router", ["other/MODEL_CARD.md": .bytes([0xC0, 0xAF])])
    let report = try await gate.report()
    #expect(report.verdict == .undecided)
    #expect(report.faults.contains { $0.location?.path == "other/MODEL_CARD.md" })
  }

  @Test func `a fault of a system that is not asked for does not count`() async throws {
    let gate = try Gate(try FixtureRepository(isBare: true))
    try gate.repository.commit(try ExampleFiles.of("ticket-router", below: "router"))
    var credit = try ExampleFiles.of("credit-scoring", below: "credit")
    credit["credit/dpia.yaml"] = .bytes([0xFF])
    try gate.repository.commit(credit)
    var selected = gate
    selected.request.systems = ["ticket-router"]
    #expect(try await gate.report().verdict != .pass)
    #expect(try await selected.report().verdict == .pass)
  }

  @Test func `packs of which no rule applies leave a fault that every format shows`() async throws {
    var gate = try Gate("ticket-router")
    gate.request.packs = ["eu-ai-act-high-risk"]
    let record = try await gate.record()
    #expect(record.report.verdict == .undecided)
    #expect(
      record.report.faults.map(\.message).contains { $0.contains("no selected rule applies") }
    )
    #expect(try record.text(as: .sarif).contains("no selected rule applies"))
    #expect(try record.text(as: .codequality).contains("no selected rule applies"))
    #expect(try record.text(as: .github).contains("no selected rule applies"))
  }
}
