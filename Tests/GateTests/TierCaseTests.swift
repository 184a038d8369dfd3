// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// A row of `tier-cases.jsonl`: a declaration, and what the law makes of it.
///
/// Answers are YAML by the path of their fact; null takes the answer of the first row, `base`, away.
struct TierRow: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  var name: String?
  let changes: [String: String?]
  var day: String?
  var tier: String?
  var flags: [String]?
  var noFlags: [String]?
  /// Texts that a reason has to have, such as articles.
  var cites: [String]?
  /// Articles that no reason may have.
  var noCites: [String]?
  /// Texts that a reason, a question, a finding or a fault has to have.
  var says: [String]?

  var testDescription: String { id }

  static let all: [TierRow] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "tier-cases.jsonl")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.compactMap { try? JSONDecoder().decode(TierRow.self, from: Data($0.utf8)) }
  }()

  /// The day of the check.
  func date() throws -> CalendarDate { try #require(CalendarDate(day ?? "2026-11-28")) }

  /// The declaration.
  func declaration(from base: TierRow) -> String {
    var lines = ["version: 1", "id: \(id)", "name: \(name ?? id)"]
    let answers = base.changes.merging(changes) { _, change in change }.compactMapValues(\.self)
    let groups = Dictionary(grouping: answers.keys) { $0.split(separator: ".")[0] }
    for (group, paths) in groups.sorted(by: { $0.key < $1.key }) {
      let isGroup = paths.contains { $0.contains(".") }
      if isGroup { lines.append("\(group):") }
      for path in paths.sorted() {
        let key = path.split(separator: ".").last ?? group
        lines.append("\(isGroup ? "  " : "")\(key): \(answers[path] ?? "")")
      }
    }
    lines += [
      "models:", "  - {name: m, version: 1.0.0}", "contacts:",
      "  - {role: owner, name: M. Keller, email: m@example.org}",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}

@Suite struct TierCaseTests {
  /// One run per day over all rows.
  private static let reports = Task { () async throws -> [CalendarDate: Report] in
    let base = try #require(TierRow.all.first { $0.id == "base" })
    var files: [String: FixtureFile] = [:]
    for row in TierRow.all where row.id != base.id {
      files["\(row.id)/ai-system.yml"] = .bytes(Array(row.declaration(from: base).utf8))
      files["\(row.id)/docs/derogation.md"] =
        "# Assessment under Art. 6(4)\n\nThe system sorts incoming files by job number (4a).\n"
    }
    let repository = try FixtureRepository(isBare: true)
    try repository.commit(files)
    var gate = try Gate(repository)
    gate.request.packs = ["essentials"]
    var reports: [CalendarDate: Report] = [:]
    for day in try Set(TierRow.all.map { try $0.date() }).sorted() {
      gate.request.asOf = .day(day)
      reports[day] = try await gate.report()
    }
    return reports
  }

  @Test(arguments: TierRow.all.filter { $0.tier != nil })
  func `each declaration has the tier, the flags and the reasons of the law`(
    row: TierRow
  ) async throws {
    let report = try #require(try await Self.reports.value[try row.date()])
    let system = try #require(report.systems.first { $0.id == row.id })
    #expect(system.tier.rawValue == row.tier)
    for flag in row.flags ?? [] { #expect(system.flags.contains(flag), "\(system.flags)") }
    for flag in row.noFlags ?? [] { #expect(!system.flags.contains(flag), "\(system.flags)") }
    let reasons = system.tierReasons.map { "\($0.article): \($0.text) [\($0.fact)=\($0.value)]" }
    for article in row.cites ?? [] {
      #expect(reasons.contains { $0.contains(article) }, "\(article): \(reasons)")
    }
    for article in row.noCites ?? [] {
      #expect(!system.tierReasons.contains { $0.article.contains(article) }, "\(article)")
    }
    let findings = report.results.filter { $0.system == row.id }.map(\.message)
    let faults = report.faults.filter { $0.location?.path.hasPrefix("\(row.id)/") == true }
    let said = (reasons + system.questions + findings + faults.map(\.message))
      .joined(separator: "\n").lowercased()
    for text in row.says ?? [] { #expect(said.contains(text.lowercased()), "\(text): \(said)") }
  }

  @Test func `every row of the table is read`() throws {
    #expect(TierRow.all.count == 130)
    #expect(Set(TierRow.all.map(\.id)).count == 130)
  }
}
