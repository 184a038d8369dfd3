// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct LastTagTests {
  private static func tag(
    before commit: String,
    in fixture: FixtureRepository,
    orOfItself itself: Bool = false
  ) throws -> TaggedCommit? {
    let repository = try Repository(at: fixture.path)
    return try repository.lastTag(before: .required(commit), orOfItself: itself)
  }

  @Test func `the nearest tagged commit counts, and that of the commit itself only where asked`()
    throws
  {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a": "1"])
    let second = try fixture.commit(["a": "2"])
    let third = try fixture.commit(["a": "3"])
    try fixture.reference("refs/tags/v1", to: first)
    try fixture.annotatedTag("v2", of: second)
    try fixture.reference("refs/tags/v3", to: third)
    #expect(try Self.tag(before: third, in: fixture)?.commit.hex == second)
    #expect(try Self.tag(before: third, in: fixture)?.tag == "v2")
    #expect(try Self.tag(before: second, in: fixture)?.tag == "v1")
    #expect(try Self.tag(before: first, in: fixture) == nil)
    #expect(try Self.tag(before: third, in: fixture, orOfItself: true)?.tag == "v3")
  }

  @Test func `of several tags of one commit the highest version counts`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a": "1"])
    let second = try fixture.commit(["a": "2"])
    for name in ["v1.9", "v1.10", "v1.09", "a", "v1.10-rc"] {
      try fixture.reference("refs/tags/\(name)", to: first)
    }
    #expect(try Self.tag(before: second, in: fixture)?.tag == "v1.10-rc")
  }

  @Test func `a tag of a line that was not merged, or of no commit, is none`() throws {
    let fixture = try FixtureRepository()
    let base = try fixture.commit(["a": "1"])
    try fixture.switchBranch(to: "side", at: base)
    let side = try fixture.commit(["b": "1"])
    try fixture.reference("refs/tags/side", to: side)
    try fixture.switchBranch(to: "main")
    try fixture.reference("refs/tags/tree", to: fixture.tree(of: ["a": "1"]))
    let main = try fixture.commit(["a": "2"])
    #expect(try Self.tag(before: main, in: fixture) == nil)
    let merge = try fixture.commit(["b": "1"], merging: [side])
    #expect(try Self.tag(before: merge, in: fixture)?.tag == "side")
  }

  @Test func `a tag of an object that is not there leaves the question open`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a": "1"])
    try fixture.reference("refs/tags/v1", to: first)
    let second = try fixture.commit(["a": "2"])
    let gone = try fixture.blob("gone")
    try fixture.reference("refs/tags/v2", to: gone)
    try fixture.deleteObject(gone)
    let error = #expect(throws: GitError.self) { try Self.tag(before: second, in: fixture) }
    #expect(error?.kind == .missingObject)
    #expect(error?.reason.contains("'v2'") == true)
  }

  @Test func `a tag of a commit that is not there is none of the history`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a": "1"])
    try fixture.reference("refs/tags/v1", to: first)
    let second = try fixture.commit(["a": "2"])
    try fixture.annotatedTag("v2", of: String(repeating: "5", count: 40))
    #expect(try Self.tag(before: second, in: fixture)?.tag == "v1")
  }

  @Test func `a history that is cut off tells none`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a": "1"])
    let second = try fixture.commit(["a": "2"])
    try fixture.reference("refs/tags/v2", to: second)
    let third = try fixture.commit(["a": "3"])
    try fixture.makeShallow(at: second, without: [first])
    #expect(try Self.tag(before: third, in: fixture) == nil)
  }
}

@Suite struct FileVersionTests {
  private static func versions(
    upTo commit: String,
    since base: String? = nil,
    in fixture: FixtureRepository
  ) throws -> [String] {
    let repository = try Repository(at: fixture.path)
    let since = try base.map { try ObjectID.required($0) }
    return try repository.versions(upTo: .required(commit), since: since) { $0.hasSuffix("e.json") }
      .new.map(\.path)
  }

  @Test func `each content counts once, wherever and however often it stood`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a/e.json": "1", "a/other": "x"])
    try fixture.commit(["a/e.json": "2"])
    try fixture.commit(["a/e.json": "1", "a/other": "y"])
    try fixture.commit(["b/e.json": "3"], removing: ["a/e.json"])
    let last = try fixture.commit(["b/e.json": "2"])
    #expect(try Self.versions(upTo: last, in: fixture) == ["a/e.json", "a/e.json", "b/e.json"])
    #expect(try Self.versions(upTo: last, since: first, in: fixture) == ["a/e.json", "b/e.json"])
    #expect(try Self.versions(upTo: last, since: last, in: fixture) == [])
  }

  @Test func `branches that were merged count, and a cut history is an error`() throws {
    let fixture = try FixtureRepository()
    let base = try fixture.commit(["e.json": "1"])
    try fixture.switchBranch(to: "side", at: base)
    let side = try fixture.commit(["e.json": "2"])
    try fixture.switchBranch(to: "main")
    try fixture.commit(["e.json": "3"])
    let merge = try fixture.commit(["e.json": "4"], merging: [side])
    #expect(try Self.versions(upTo: merge, since: base, in: fixture).count == 3)
    try fixture.makeShallow(at: merge, without: [base])
    let error = #expect(throws: GitError.self) { try Self.versions(upTo: merge, in: fixture) }
    #expect(error?.kind == .shallow)
  }
}
