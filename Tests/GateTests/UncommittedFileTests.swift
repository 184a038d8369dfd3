// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import GateModel
import TestSupport
import Testing

@Suite("Files that are not committed")
struct UncommittedFileTests {
  @Test func `a declaration and a declared file on disk are named, and no report says so`()
    async throws
  {
    let repository = try FixtureRepository(isBare: false)
    try repository.commit(["README.md": FixtureFile.text("Nothing yet.\n")])
    let none = try await record(of: repository)
    #expect(none.remarks == [])
    let text = "version: 1\nid: a\nname: A\nartifacts: {model_cards: CARD.md}\n"
    try text.write(toFile: "\(repository.path)/ai-system.yml", atomically: true, encoding: .utf8)
    let undeclared = try await record(of: repository)
    #expect(undeclared.remarks.map { $0.prefix(26) } == ["ai-system.yml is there on "])
    #expect(undeclared.report == none.report)
    try repository.commit(["ai-system.yml": FixtureFile.text(text)])
    try "# Card".write(toFile: "\(repository.path)/CARD.md", atomically: true, encoding: .utf8)
    let unclaimed = try await record(of: repository)
    #expect(unclaimed.remarks.count { $0.hasPrefix("CARD.md is there on disk") } == 1)
  }

  private func record(of repository: FixtureRepository) async throws -> RunRecord {
    try await GateRun(try Gate(repository).request).run()
  }
}
