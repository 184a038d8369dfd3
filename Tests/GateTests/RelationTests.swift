// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// A pack in a repository whose rules displace and bound each other.
@Suite("Rules about rules, from a pack to the bundle")
struct RelationTests {
  private static let folder = "policy/acme"

  private static func rule(_ id: String, _ lines: String...) -> (String, FixtureFile) {
    let head = [
      "id: \(id)", "title: A title", "controls: []", "rationale: A test.", "remedy: Nothing.",
      "severity: error", "message: it does not hold",
    ]
    let text = (head + lines).joined(separator: "\n") + "\n"
    return ("\(folder)/rules/\(id).yaml", .text(text))
  }

  /// An example with the pack, and a policy that selects it alone.
  private func gate(
    _ rules: [(String, FixtureFile)],
    beside packs: String = "",
    waivers: String? = nil,
    declared line: String = ""
  ) throws -> Gate {
    var files: [String: FixtureFile] = [
      "modelgate.yml": .text(
        "version: 1\npacks: [\(packs){path: policy/acme}]\nunasked_duties: warn\n"
      ),
      "\(Self.folder)/pack.yaml": "id: acme\nversion: '1'\ntitle: Acme\nsummary: Ours.\n",
    ]
    for (path, file) in rules { files[path] = file }
    if let waivers { files["modelgate-waivers.yml"] = .text(waivers) }
    let declaration = try ExampleFiles.text("ai-system.yml", of: "credit-scoring")
    files["ai-system.yml"] = .text(declaration + line)
    return try Gate("credit-scoring", files)
  }

  private static let general = rule("general", "require: 'false'")
  private static let replaces = "displaces: [{rule: general, cite: Art. 26(5), effect: replaces}]"

  @Test
  func `a displaced rule says by what, in every report that reads it back`() async throws {
    let record = try await gate([
      Self.general, Self.rule("special", "require: 'true'", Self.replaces),
    ])
    .record()
    let general = try #require(record.report.results.first { $0.rule == "general" })
    #expect(general.outcome == .notApplicable)
    #expect(general.displacedBy == "acme/special")
    #expect(record.report.verdict == .pass)
    let text = try record.text(as: .json)
    #expect(text.contains(#""displacedBy":"acme/special""#))
    let read = try Report.read(Array(text.utf8))
    #expect(read.results.first { $0.rule == "general" }?.displacedBy == "acme/special")
  }

  @Test func `a rule of a repository takes the place of no shipped rule`() async throws {
    let displaces = "displaces: [{rule: ESS-001, cite: Ours, effect: replaces}]"
    let report = try await gate(
      [Self.rule("special", "require: 'true'", displaces)],
      beside: "essentials, "
    )
    .report()
    #expect(report.outcome("special") == .passed)
    let shipped = report.results.filter { $0.pack == "essentials" }
    #expect(shipped.contains { $0.code == "ESS-001" && $0.outcome == .passed })
    #expect(shipped.allSatisfy { $0.displacedBy == nil })
  }

  @Test
  func `a waived rule displaces nothing, and a waiver of a displaced one is unused`()
    async throws
  {
    func waiver(_ rule: String) -> String {
      """
      version: 1
      waivers:
        - rule: \(rule)
          subject: "*"
          reason: A known gap that is being closed.
          owner: Lending Team
          approved_by: R. Chen
          created: 2026-10-01
          expires: 2026-12-31

      """
    }
    let rules = [Self.general, Self.rule("special", "require: 'false'", Self.replaces)]
    let special = try await gate(rules, waivers: waiver("acme/special")).report()
    #expect(special.outcome("special") == .waived)
    #expect(special.outcome("general") == .failed)
    let general = try await gate(rules, waivers: waiver("acme/general")).report()
    #expect(general.outcome("special") == .failed)
    #expect(general.outcome("general") == .notApplicable)
    #expect(general.waivers.map(\.state) == [.unused])
  }

  @Test
  func `bounds that leave no value are undecided, with both clauses, and a bundle replays them`()
    async throws
  {
    func limit(_ bound: String, _ value: Int, _ cite: String) -> String {
      "limits: [{parameter: retention.logs_days, bound: \(bound), value: \(value), cite: \(cite)}]"
    }
    let gate = try gate([
      Self.rule("least", "require: 'true'", limit("min", 184, "AI Act Art. 19(1)")),
      Self.rule("most", "require: 'true'", limit("max", 90, "GDPR Art. 5(1)(e)")),
      Self.general, Self.rule("special", "require: 'true'", Self.replaces),
    ])
    let record = try await gate.record(collectsEvidence: true)
    let report = record.report
    #expect(report.verdict == .undecided)
    let conflict = try #require(report.results.first { $0.rule == "limits-conflict" })
    #expect(conflict.outcome == .undecided)
    #expect(conflict.message.contains("at least 184 (AI Act Art. 19(1))"))
    #expect(conflict.message.contains("at most 90 (GDPR Art. 5(1)(e))"))
    #expect(report.systems[0].limits.map(\.value) == ["184", "90"])
    #expect(report.systems[0].limits.map(\.governs) == [true, true])
    let settings = try #require(report.packs.first { $0.id == "acme" }).parameters
    #expect(settings.map(\.name) == ["retention.logs_days (min)", "retention.logs_days (max)"])
    #expect(settings.map(\.cite) == ["AI Act Art. 19(1)", "GDPR Art. 5(1)(e)"])
    for format in [ReportFormat.console, .markdown] {
      let words = try record.text(as: format).split { $0.isWhitespace || $0 == "`" }
      let text = words.joined(separator: " ").replacing(" :", with: ":")
      #expect(text.contains("retention.logs_days: at most 90 (GDPR Art. 5(1)(e)), which governs"))
      #expect(text.contains("gives way: acme/special is asked instead (Art. 26(5))"))
    }
    let page = try record.text(as: .html)
    #expect(
      page.contains("retention.logs_days: at least 184 (AI Act Art. 19(1)), which governs")
    )
    let folder = try TemporaryDirectory()
    try record.write(
      outputs: [],
      evidence: folder.path + "/out",
      style: ConsoleStyle(),
      toStandardOutput: { _ in }
    )
    let check = try await BundleCheck.verify(
      folder.path + "/out",
      tool: Report.Tool(name: "modelgate", version: "0.0.0")
    )
    #expect(check.isSound, "\(check.problems)")
    #expect(check.text.hasPrefix("UNDECIDED: the bundle is sound"))
  }

  @Test(arguments: [("max", 90, true), ("max", 400, false), ("min", 400, true), ("min", 90, false)])
  func `a declared number outside of the bound that governs is a finding`(
    bound: String,
    value: Int,
    isBroken: Bool
  ) async throws {
    let limit =
      "limits: [{parameter: retention.logs_days, bound: \(bound), value: \(value), cite: GDPR Art. 5(1)(e)}]"
    let report = try await gate(
      [Self.rule("bounded", "require: 'true'", limit)],
      declared: "retention: {logs_days: 365}\n"
    )
    .report()
    let found = report.results.filter { $0.rule == "limit-broken" }
    #expect(found.map(\.outcome) == (isBroken ? [.failed] : []))
    let side = bound == "max" ? "at most" : "at least"
    let words = "retention.logs_days is 365, and must be \(side) \(value) (GDPR Art. 5(1)(e))"
    #expect(found.map(\.message) == (isBroken ? [words] : []))
    #expect(report.verdict == (isBroken ? .fail : .pass))
  }
}
