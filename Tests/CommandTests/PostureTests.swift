// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// `posture`, `history`, `coverage` and `waivers`.
@Suite struct PostureTests {
  private static let day = ["--as-of", "2026-11-21"]

  @Test func `posture shows systems, what begins and what ends`() async throws {
    let example = try Example("credit-scoring")
    let packs = ["essentials", "eu-ai-act-high-risk"].flatMap { ["--pack", $0] }
    let arguments = ["posture", "--within", "400"] + packs + Self.day
    let outcome = try await Program.run(arguments, in: example.path)
    #expect(outcome.status == 0)
    #expect(outcome.words.contains("credit-scoring high pass"))
    #expect(outcome.words.contains("1 accepted gap"))
    #expect(outcome.words.contains("next 2027-03-31"))
    #expect(outcome.words.contains("2027-12-02 credit-scoring EUH-020 begins to apply:"))
    #expect(outcome.words.contains("last day of the waiver"))
    let soon = try await Program.run(
      ["posture", "--within", "30"] + packs + Self.day,
      in: example.path
    )
    #expect(soon.words.contains("to come within 30 days nothing changes by itself"))
  }

  @Test func `posture puts the reports of several repositories together`() async throws {
    let (one, two) = (try Example("credit-scoring"), try Monorepo())
    let folder = try TemporaryDirectory()
    for (name, path) in [("one", one.path), ("two", two.path)] {
      let output = "json=\(folder.path)/\(name).json"
      _ = try await Program.run(["check", "--output", output] + Self.day, in: path)
    }
    let reports = ["one.json", "two.json"]
    let outcome = try await Program.run(["posture", "--output", "json"] + reports, in: folder.path)
    #expect(outcome.status == 0)
    let posture = try JSONDecoder().decode(Posture.self, from: Data(outcome.output))
    #expect(posture.systems.map(\.id) == ["credit-scoring", "other", "ticket-router"])
    #expect(posture.systems[0].verdict == "pass" && posture.systems[0].accepted == 1)
    #expect(posture.days.contains { $0.date == "2027-03-31" && $0.system == "credit-scoring" })
    try folder.write("{}", to: "none.json")
    let refused = try await Program.run(["posture", "none.json"], in: folder.path)
    #expect(refused.status == 2)
    #expect(refused.error.contains("'none.json' is no report of this program"))
  }

  private struct Posture: Decodable {
    struct System: Decodable { let id, verdict: String, accepted: Int }
    struct Day: Decodable { let date: String, system: String? }
    let systems: [System]
    let days: [Day]
  }

  @Test func `history judges first parents, the newest first`() async throws {
    let repository = try Monorepo()
    try repository.commit(removing: ["a/MODEL_CARD.md"])
    try repository.commit(["modelgate.yml": "version: 1\nfail_onn: warn\n"])
    let all = try await repository.run(["history"] + Self.day)
    let lines = all.text.split(separator: "\n")
    #expect(all.status == 0 && lines.count == 4)
    #expect(lines[0].contains("unknown key 'fail_onn'"))
    #expect(lines[1].contains("fail") && lines[1].contains("1 new, 0 gone"))
    #expect(lines[2].contains("pass") && lines[3] == "there is nothing older")
    let last = try await repository.run(["history", "--limit", "1"])
    #expect(last.words.contains("older commits are left out; --limit shows more of them"))
    let since = try await repository.run(["history", "--since", "HEAD~1", "--output", "json"])
    #expect(since.text.components(separatedBy: "\"commit\"").count == 2)
    let beside = try await repository.run(["history", "--rev", "HEAD~1", "--since", "HEAD"])
    #expect(beside.status == 2 && beside.error.contains("is not among the first parents"))
  }

  @Test func `a cut-off history says so`() async throws {
    let repository = try Monorepo()
    let first = try repository.commit(["note.txt": "one"])
    let second = try repository.commit(["note.txt": "two"])
    try repository.makeShallow(at: second, without: [first])
    let outcome = try await repository.run(["history"])
    #expect(outcome.status == 0)
    #expect(outcome.words.contains("the history is cut off here: the clone is shallow"))
  }

  @Test func `coverage shows what stands where and what has no place`() async throws {
    let coverage = """
      coverage:
        gdpr_30_1:
          a: MODEL_CARD.md#intended-use
          b: MODEL_CARD.md#nowhere
          c: {not_applicable: "The routing looks at words of a ticket, not at people"}

      """
    let declaration = try ExampleFiles.text("ai-system.yml", of: "ticket-router") + coverage
    let example = try Example("ticket-router", ["ai-system.yml": .text(declaration)])
    let outcome = try await example.run("coverage")
    #expect(outcome.status == 0)
    let name = "ticket-router gdpr_30_1"
    #expect(outcome.words.contains("\(name) a there MODEL_CARD.md#intended-use controller"))
    let lack = "'MODEL_CARD.md' has no heading or key 'nowhere'"
    #expect(outcome.words.contains("\(name) b nothing there \(lack) purposes"))
    #expect(outcome.words.contains("\(name) c does not apply The routing looks at words"))
    #expect(outcome.words.contains("\(name) g no place measures of security"))
    #expect(outcome.words.contains("ticket-router: 2 of 7 contents of gdpr_30_1 accounted for"))
    let unknown = try await example.run("coverage", "--scheme", "annex_4")
    #expect(unknown.status == 2 && unknown.error.contains("did you mean 'annex_v'?"))
    #expect(try await example.run("coverage", "--scheme", "annex_iv").text.contains("0 of 23"))
  }
}

/// `waivers`, which writes into the file on disk.
@Suite struct WaiversCommandTests {
  private static let people = ["--approved-by", "Dana Okafor", "--as-of", "2026-11-21"]
  private static let words = [
    "--owner", "Credit Models", "--reason", "The card is written anew after the retraining",
  ]

  /// The example without its model card.
  private static func gap() throws -> Example {
    let example = try Example("credit-scoring")
    try FileManager.default.removeItem(atPath: example.path + "/MODEL_CARD.md")
    return example
  }

  private static func new(
    _ rule: String,
    until day: String = "2027-03-01",
    _ words: [String] = words,
    in example: Example
  ) async throws -> Program.Outcome {
    let arguments = ["waivers", "new", rule, "--expires", day] + words + people
    return try await Program.run(arguments, in: example.path)
  }

  private static func file(of example: Example) throws -> String {
    try String(contentsOfFile: example.path + "/modelgate-waivers.yml", encoding: .utf8)
  }

  @Test func `a new waiver leaves the rest of the file as it is`() async throws {
    let example = try Self.gap()
    let before = try Self.file(of: example)
    let outcome = try await Self.new("ESS-020", in: example)
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("it accepts 1 finding of essentials/model-card-missing"))
    let after = try Self.file(of: example)
    #expect(after.hasPrefix(before))
    #expect(after.contains("  - rule: \"essentials/model-card-missing\"\n"))
    let check = ["waivers", "check", "--worktree", "--as-of", "2026-11-21"]
    let uses = try await Program.run(check, in: example.path)
    #expect(uses.words.contains("applied essentials/model-card-missing"))
    let ending = try await Program.run(check + ["--expires-within", "120"], in: example.path)
    #expect(ending.status == 1)
  }

  @Test(arguments: [
    ("ESS-20", "2027-03-01", Self.words, "did you mean 'ESS-020'?"),
    ("ESS-021", "2027-03-01", Self.words, "nothing failed by"),
    ("ESS-020", "2029-03-01", Self.words, "the policy allows 180"),
    ("ESS-020", "2027-03-01", ["--owner", "Credit Models", "--reason", "TODO"], "filler 'TODO'"),
    (
      "ESS-020", "2027-03-01", ["--owner", "Dana Okafor"] + Self.words.suffix(2), "their own waiver"
    ),
  ])
  func `a waiver that would count for nothing is not written`(
    rule: String,
    day: String,
    words: [String],
    reason: String
  ) async throws {
    let example = try Self.gap()
    let before = try Self.file(of: example)
    let outcome = try await Self.new(rule, until: day, words, in: example)
    #expect(outcome.status == 2)
    #expect(outcome.error.split { $0.isWhitespace }.joined(separator: " ").contains(reason))
    #expect(try Self.file(of: example) == before)
  }

  @Test func `the first waiver makes the file`() async throws {
    let example = try Example("ticket-router")
    try FileManager.default.removeItem(atPath: example.path + "/MODEL_CARD.md")
    #expect(try await Self.new("ESS-020", in: example).status == 0)
    #expect(try Self.file(of: example).hasPrefix("version: 1\nwaivers:\n  - rule: "))
    let empty = try Example("ticket-router")
    try FileManager.default.removeItem(atPath: empty.path + "/MODEL_CARD.md")
    let path = empty.path + "/modelgate-waivers.yml"
    try "version: 1\nwaivers: []\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try await Self.new("ESS-020", in: empty).status == 0)
    #expect(try Self.file(of: empty) == Self.file(of: example))
  }

  @Test func `a renewal changes days and approver, and nothing else`() async throws {
    let example = try Example("credit-scoring")
    let before = try Self.file(of: example)
    let arguments = ["waivers", "renew", "evaluation-group-too-small", "--expires", "2027-04-30"]
    let outcome = try await Program.run(arguments + Self.people, in: example.path)
    #expect(outcome.status == 0)
    let changed = zip(
      before.split(separator: "\n"),
      try Self.file(of: example).split(separator: "\n")
    ).filter { $0 != $1 }.map { String($1) }
    let expected = [
      #"    approved_by: "Dana Okafor""#, "    created: 2026-11-21", "    expires: 2027-04-30",
    ]
    #expect(changed == expected)
    let none = ["waivers", "renew", "ESS-020", "--expires", "2027-04-30"]
    let missing = try await Program.run(none + Self.people, in: example.path)
    #expect(missing.status == 2 && missing.error.contains("has no such waiver"))
  }

  @Test func `a renewal never changes a line that only looks like the key`() async throws {
    let example = try Example("ticket-router")
    let path = example.path + "/modelgate-waivers.yml"
    let text = """
      version: 1
      waivers:
        - rule: ESS-020
          reason: |
            The form of the card is agreed with legal by
            expires: the end of the year, says their plan
          owner: Service Desk
          approved_by: "Ana #1 Ruiz"  # by phone
          created: 2026-11-01
          expires: 2027-01-01

      """
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let arguments = ["waivers", "renew", "ESS-020", "--expires", "2027-02-01"]
    let refused = try await Program.run(arguments + Self.people, in: example.path)
    #expect(refused.status == 2 && refused.error.split { $0.isWhitespace }.contains("changed"))
    #expect(try Self.file(of: example) == text)
    let plain = text.replacing("expires: the end", with: "the end")
    try plain.write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try await Program.run(arguments + Self.people, in: example.path)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try Self.file(of: example).contains("approved_by: \"Dana Okafor\"  # by phone\n"))
  }

  @Test func `a list in brackets is not touched, and the lines to write are shown`() async throws {
    let example = try Example("ticket-router")
    try FileManager.default.removeItem(atPath: example.path + "/MODEL_CARD.md")
    let text = """
      version: 1
      waivers: [{rule: ESS-021, reason: The form of the card is being agreed with legal,
        owner: Service Desk, approved_by: Ana Ruiz, created: 2026-11-01, expires: 2027-01-01}]

      """
    let path = example.path + "/modelgate-waivers.yml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try await Self.new("ESS-020", in: example)
    #expect(outcome.status == 2)
    #expect(try Self.file(of: example) == text)
  }
}
