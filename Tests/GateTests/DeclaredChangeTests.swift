// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// Whether an impact assessment is older than a change of what it assessed.
///
/// Commits of fixtures are made on one day; an assessment of the day before does not know them.
@Suite("Changes of declared facts") struct DeclaredChangeTests {
  private static let policy = FixtureFile.text("version: 1\npacks: [eu-gdpr]\n")

  /// The declaration of the example, changed.
  private static func declaration(_ text: String, becomes other: String) throws -> String {
    let declaration = try ExampleFiles.text("ai-system.yml", of: "credit-scoring")
    try #require(declaration.contains(text))
    return declaration.replacingOccurrences(of: text, with: other)
  }

  /// A gate before the example as it stands, where other versions of its declaration came before.
  private static func gate(
    assessedOn day: String,
    after versions: [String],
    isBare: Bool = true
  ) throws -> Gate {
    try gate(assessedOn: day, isBare: isBare, after: versions.map { ["ai-system.yml": $0] })
  }

  /// A gate before the example as it stands, where its repository had other files before; those of the
  /// last commit are gone.
  private static func gate(
    assessedOn day: String,
    isBare: Bool = true,
    after commits: [[String: String?]]
  ) throws -> Gate {
    let repository = try FixtureRepository(isBare: isBare)
    for files in commits {
      let removed = files.filter { $0.value == nil }.map(\.key).sorted()
      try repository.commit(files.compactMapValues { $0.map { .text($0) } }, removing: removed)
    }
    let gone = (commits.last ?? [:]).filter {
      $0.value != nil && $0.key.hasSuffix("/ai-system.yml")
    }
    var files = try ExampleFiles.of("credit-scoring")
    let assessment = try ExampleFiles.text("dpia.yaml", of: "credit-scoring")
    files["dpia.yaml"] = .text(
      assessment.replacingOccurrences(of: "\ndate: 2026-09-20", with: "\ndate: \(day)")
    )
    files["modelgate.yml"] = policy
    try repository.commit(files, removing: gone.map(\.key).sorted())
    if !isBare { try repository.checkOut() }
    return try Gate(repository)
  }

  private static func finding(_ gate: Gate) async throws -> CheckResult? {
    try await gate.report().results.first { $0.code == "GDP-028" && $0.subject == "dpia.yaml" }
  }

  @Test func `another answer after the assessment asks for a review`() async throws {
    let before = try Self.declaration("wp248: [w2, w4, w5, w8]", becomes: "wp248: [w2, w4, w5]")
    let finding = try await Self.finding(Self.gate(assessedOn: "2023-01-01", after: [before]))
    #expect(finding?.outcome == .failed)
    #expect(finding?.message.contains("wp248.w8 on 20") == true, "\(finding?.message ?? "")")
    let reviewed = try await Self.finding(Self.gate(assessedOn: "2026-11-21", after: [before]))
    #expect(reviewed?.outcome == .passed)
  }

  @Test func `a version that nobody could read hides no change`() async throws {
    let before = try Self.declaration("wp248: [w2, w4, w5, w8]", becomes: "wp248: [w2, w4, w5]")
    let versions = [before, "version: 1\nid: ["]
    let finding = try await Self.finding(Self.gate(assessedOn: "2023-01-01", after: versions))
    #expect(finding?.outcome == .failed)
  }

  @Test(
    arguments: [
      // Moved, from wherever it was.
      (["old/ai-system.yml"], nil, .failed), (["x/old/ai-system.yml"], nil, .failed),
      // Another id at the same place.
      (["ai-system.yml"], "id: other", .failed),
      // Both at once: what went may have been it.
      (["old/ai-system.yml"], "id: other", .undecided),
      // Removed, and back in its place or elsewhere.
      (["ai-system.yml", ""], nil, .undecided), (["old/ai-system.yml", ""], nil, .undecided),
      (["ai-system.yml", ""], "id: other", .undecided),
      // Nothing was there, or something else.
      ([""], nil, .passed), (["old/ai-system.yml", "", ""], "id: other", .passed),
      (["README.md"], nil, .passed),
    ] as [([String], String?, Outcome)]
  )
  func `a declaration is followed under other names, and what nobody can follow is undecided`(
    places: [String],
    id: String?,
    outcome: Outcome
  ) async throws {
    var before = try Self.declaration("wp248: [w2, w4, w5, w8]", becomes: "wp248: [w2, w4, w5]")
    if let id { before = before.replacingOccurrences(of: "id: credit-scoring", with: id) }
    var commits: [[String: String?]] = [["LICENSE": "1"]]
    for (index, place) in places.enumerated() {
      let last = index > 0 ? places[index - 1] : ""
      var files: [String: String?] = ["NOTICE\(index)": "1"]
      if !place.isEmpty { files[place] = .some(before) }
      if place.isEmpty, !last.isEmpty { files[last] = .some(nil) }
      commits.append(files)
    }
    let gate = try Self.gate(assessedOn: "2023-01-01", after: commits)
    let finding = try await Self.finding(gate)
    #expect(finding?.outcome == outcome, "\(finding?.message ?? "")")
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    var requirements = BundleRequirements()
    requirements.repository = gate.repository.path
    let check = try await files.check(requirements)
    #expect(check.holds, "\(check.problems)")
  }

  @Test func `an older declaration of the line is no change after the assessment`() async throws {
    let before = try Self.declaration("wp248: [w2, w4, w5, w8]", becomes: "wp248: [w2, w4, w5]")
    let gate = try Self.gate(assessedOn: "2026-11-21", after: [["old/ai-system.yml": before]])
    #expect(try await Self.finding(gate)?.outcome == .passed)
  }

  @Test(arguments: [
    ("version: 2.3.0", "version: 2.2.0"), ("wp248: [w2, w4, w5, w8]", "wp248: unknown"),
    ("wp248: [w2, w4, w5, w8]", "wp248: [w8, w5, w4, w2]"),
    ("role: [", "description_of_old: ["),
  ])
  func `versions, closed questions, order and mistakes are no change`(
    text: String,
    other: String
  ) async throws {
    let before = try Self.declaration(text, becomes: other)
    let finding = try await Self.finding(Self.gate(assessedOn: "2023-01-01", after: [before]))
    #expect(finding?.outcome == .passed, "\(finding?.message ?? "")")
  }

  @Test func `what is not committed is a change of the day of the check`() async throws {
    var gate = try Self.gate(assessedOn: "2026-11-20", after: [], isBare: false)
    gate.request.source = .workingTree
    #expect(try await Self.finding(gate)?.outcome == .passed)
    let other = try Self.declaration("wp248: [w2, w4, w5, w8]", becomes: "wp248: [w2, w4, w5]")
    try other.write(
      toFile: "\(gate.repository.path)/ai-system.yml",
      atomically: true,
      encoding: .utf8
    )
    let finding = try await Self.finding(gate)
    #expect(finding?.outcome == .failed)
    #expect(finding?.message.contains("wp248.w8 on 2026-11-21") == true)
  }

  @Test func `a history that is cut off leaves the question open`() async throws {
    let repository = try FixtureRepository(isBare: true)
    let first = try repository.commit(["README.md": "1"])
    var files = try ExampleFiles.of("credit-scoring")
    files["modelgate.yml"] = Self.policy
    let last = try repository.commit(files)
    try repository.makeShallow(at: last, without: [first])
    #expect(try await Self.finding(Gate(repository))?.outcome == .undecided)
  }

  @Test func `a bundle states the changes, and a repository confirms them`() async throws {
    let before = try Self.declaration("wp248: [w2, w4, w5, w8]", becomes: "wp248: [w2, w4, w5]")
    let gate = try Self.gate(assessedOn: "2023-01-01", after: [before])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    var requirements = BundleRequirements()
    requirements.repository = gate.repository.path
    #expect(try await files.check().isSound)
    #expect(try await files.check(requirements).holds)
    let facts = files.text(of: "data/facts.json")
    try #require(facts.contains(#""facts":["wp248.w8"]"#))
    let forged = facts.replacingOccurrences(of: "wp248.w8", with: "wp248.w1")
    let problems = try await files.changing("data/facts.json", to: Array(forged.utf8)).resealed()
      .check(requirements).problems.map(\.message)
    #expect(problems.contains { $0.contains("answers of declarations") }, "\(problems)")
    withExtendedLifetime(gate.repository) {}
  }
}
