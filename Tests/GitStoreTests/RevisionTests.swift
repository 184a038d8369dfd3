// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct RevisionTests {
  private static func history() throws -> (fixture: FixtureRepository, ids: [String]) {
    let fixture = try FixtureRepository()
    let ids = try (1...3).map { number in
      try fixture.commit(["card.md": .text("version \(number)\n")], message: "Version \(number)")
    }
    return (fixture, ids)
  }

  @Test func `the ids of a fixture are constants`() throws {
    // As stock git names the same commits.
    #expect(
      try Self.history().ids == [
        "8ac80c2d50f7997cf742ea8a8b1311070c5fe600",
        "68c9335c550409138aadaf1602ed5dcf5c48438e",
        "ac57ca3b7fc0c3db5c83f4b3552d7beca4965998",
      ]
    )
  }

  @Test(arguments: [
    ("HEAD", 2), ("main", 2), ("refs/heads/main", 2), ("@", 2), ("HEAD~2", 0), ("HEAD^", 1),
    ("v1", 0), ("light", 1), ("main@{0}^{commit}", 2), ("refs/tags/v1", 0),
  ])
  func `a revision names a commit`(revision: String, expected: Int) throws {
    let (fixture, ids) = try Self.history()
    try fixture.annotatedTag("v1", of: ids[0])
    try fixture.reference("refs/tags/light", to: ids[1])
    let repository = try Repository(at: fixture.path)
    #expect(try repository.commit(for: revision).id.hex == ids[expected])
  }

  @Test func `a full or a short id names a commit`() throws {
    let (fixture, ids) = try Self.history()
    let repository = try Repository(at: fixture.path)
    #expect(try repository.commit(for: ids[1]).id.hex == ids[1])
    #expect(try repository.commit(for: String(ids[1].prefix(8))).id.hex == ids[1])
  }

  @Test func `a detached head is a commit like any other`() throws {
    let (fixture, ids) = try Self.history()
    try fixture.detachHead(at: ids[1])
    #expect(try Repository(at: fixture.path).commit(for: "HEAD").id.hex == ids[1])
  }

  @Test func `a commit states its tree, parents, people, times and summary`() throws {
    let (fixture, ids) = try Self.history()
    let facts = try Repository(at: fixture.path).commit(for: "HEAD")
    #expect(facts.parents.map(\.hex) == [ids[1]])
    #expect(facts.tree.hex == "9b67da6de311c8b2a38097a5128d6c3a2c780b5f")
    #expect(facts.summary == "Version 3")
    #expect(facts.author.name == "Ada Fixture")
    #expect(facts.author.email == "ada@example.org")
    #expect(facts.author.unixSeconds == FixtureRepository.firstSecond + 120)
    #expect(facts.author.offsetMinutes == 0)
    #expect(facts.committer == facts.author)
    #expect(!facts.hasSignature)
  }

  @Test func `a merge has its parents in order`() throws {
    let (fixture, ids) = try Self.history()
    try fixture.switchBranch(to: "side", at: ids[0])
    let side = try fixture.commit(["side.md": "side\n"])
    try fixture.switchBranch(to: "main")
    try fixture.commit(merging: [side], message: "Merge side")
    let facts = try Repository(at: fixture.path).commit(for: "HEAD")
    #expect(facts.parents.map(\.hex) == [ids[2], side])
  }

  @Test(arguments: ["gpgsig", "gpgsig-sha256"])
  func `a signature is noticed, not judged`(header: String) throws {
    let fixture = try FixtureRepository()
    let tree = try fixture.rawTree([])
    let commit = """
      tree \(tree)
      author Bo <bo@example.org> 1700000000 +0530
      committer Cy <cy@example.org> 1700000060 -0800
      \(header) -----BEGIN SSH SIGNATURE-----
       bm90IGEgc2lnbmF0dXJl
       -----END SSH SIGNATURE-----

      Signed
      """
    let id = try fixture.write(Array(commit.utf8), as: .commit)
    let facts = try Repository(at: fixture.path).commit(for: id)
    #expect(facts.hasSignature)
    #expect(facts.author.offsetMinutes == 330)
    #expect(facts.committer.offsetMinutes == -480)
    #expect(facts.committer.name == "Cy")
  }

  @Test func `a name that is not UTF-8 keeps its bytes`() throws {
    let fixture = try FixtureRepository()
    let tree = try fixture.rawTree([])
    let before = Array("tree \(tree)\nauthor J".utf8)
    let after = Array(
      "rg <j@example.org> 0 +0000\ncommitter J <j@example.org> 0 +0000\n\nx\n".utf8
    )
    let id = try fixture.write(before + [0xF6] + after, as: .commit)
    #expect(try Repository(at: fixture.path).commit(for: id).author.name == #"J\xF6rg"#)
  }
}
