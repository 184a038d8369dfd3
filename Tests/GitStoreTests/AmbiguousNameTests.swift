// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct AmbiguousNameTests {
  /// A repository with two commits on `main`.
  private static func history() throws -> (fixture: FixtureRepository, ids: [String]) {
    let fixture = try FixtureRepository()
    let ids = try (1...2).map { try fixture.commit(["a.md": .text("\($0)")]) }
    return (fixture, ids)
  }

  private static func error(_ revision: String, in fixture: FixtureRepository) -> GitError? {
    gitError { () throws(GitError) in try Repository(at: fixture.path).commit(for: revision) }
  }

  @Test(arguments: [
    ("refs/tags/main", "main", "refs/heads/main"),
    ("refs/remotes/main/HEAD", "main~1", "refs/heads/main"),
    ("refs/heads/tags/main", "tags/main", "refs/tags/main"),
  ])
  func `a name with two meanings is refused and both are named`(
    second: String,
    revision: String,
    first: String
  ) throws {
    let (fixture, ids) = try Self.history()
    try fixture.reference(second, to: ids[0])
    if first != "refs/heads/main" { try fixture.reference(first, to: ids[1]) }
    let error = try #require(Self.error(revision, in: fixture))
    #expect(error.kind == .ambiguousRevision)
    #expect(error.reason.contains(first))
    #expect(error.reason.contains(second))
    #expect(error.help.hasPrefix("give the full name: 'refs/"))
    #expect(try Repository(at: fixture.path).commit(for: first).id.hex == ids[1])
    #expect(try Repository(at: fixture.path).commit(for: second).id.hex == ids[0])
  }

  @Test func `a tag beside a remote branch takes nobody over`() throws {
    let (fixture, ids) = try Self.history()
    try fixture.reference("refs/remotes/origin/main", to: ids[1])
    #expect(try Repository(at: fixture.path).commit(for: "origin/main").id.hex == ids[1])
    try fixture.reference("refs/tags/origin/main", to: ids[0])
    #expect(Self.error("origin/main", in: fixture)?.kind == .ambiguousRevision)
  }

  @Test func `a short id that is a name as well is refused`() throws {
    let (fixture, ids) = try Self.history()
    let short = String(ids[0].prefix(7))
    try fixture.reference("refs/heads/\(short)", to: ids[1])
    let error = Self.error(short, in: fixture)
    #expect(error?.kind == .ambiguousRevision)
    #expect(error?.help == "give the full name: 'refs/heads/\(short)'")
    #expect(Self.error("refs/heads/\(short)", in: fixture) == nil)
    // A name of hexadecimal digits that starts no id is a name like any other.
    try fixture.reference("refs/heads/fffffff", to: ids[1])
    #expect(try Repository(at: fixture.path).commit(for: "fffffff").id.hex == ids[1])
  }

  @Test func `HEAD, full ids and full names always win`() throws {
    let (fixture, ids) = try Self.history()
    try fixture.reference("refs/tags/HEAD", to: ids[0])
    try fixture.reference("refs/heads/\(ids[0])", to: ids[1])
    try fixture.reference("refs/heads/refs/heads/main", to: ids[0])
    let repository = try Repository(at: fixture.path)
    for (revision, expected) in [
      ("HEAD", ids[1]), ("@", ids[1]), ("HEAD~1", ids[0]), (ids[0], ids[0]),
      ("refs/heads/main", ids[1]),
    ] {
      #expect(try repository.commit(for: revision).id.hex == expected, "\(revision)")
    }
  }

  @Test func `a revision tells the full name that it starts with`() throws {
    let (fixture, ids) = try Self.history()
    try fixture.reference("refs/remotes/origin/next", to: ids[1])
    let repository = try Repository(at: fixture.path)
    for (revision, expected) in [
      ("main~1", "refs/heads/main"), ("HEAD", "refs/heads/main"), ("@", "refs/heads/main"),
      ("origin/next", "refs/remotes/origin/next"), (ids[0], nil), (":/Change", nil),
      (String(ids[0].prefix(9)), nil),
    ] as [(String, String?)] {
      #expect(repository.reference(for: revision) == expected, "\(revision)")
    }
    try fixture.detachHead(at: ids[0])
    #expect(try Repository(at: fixture.path).reference(for: "HEAD") == "HEAD")
  }
}
