// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct MissingObjectTests {
  private static func snapshotError(
    _ body: () throws(Problem) -> Void
  ) -> Problem? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func `a file whose object is missing says how to get it`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "1", "b.md": "2"])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    let entry = snapshot.entries[0]
    try fixture.deleteObject(entry.id.hex)
    let expected = Problem(
      path: "a.md",
      message: "the object \(entry.id) is not in the repository",
      help: "fetch the missing objects (git fetch --refetch), or find the damage with git fsck"
    )
    #expect(
      Self.snapshotError { () throws(Problem) in _ = try snapshot.bytes(of: entry) }
        == expected
    )
    #expect(
      Self.snapshotError { () throws(Problem) in _ = try snapshot.byteCount(of: entry) }
        == expected
    )
    #expect(try text(at: "b.md", in: snapshot) == "2")
  }

  @Test func `a file whose object is damaged is not read`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "1"])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    let entry = snapshot.entries[0]
    try fixture.damageObject(entry.id.hex)
    let error = Self.snapshotError { () throws(Problem) in
      _ = try snapshot.bytes(of: entry)
    }
    #expect(error?.help == "find the damage with git fsck, and check a fresh clone")
  }

  @Test func `a file whose object holds something else is not read`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "1"])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    let entry = snapshot.entries[0]
    try fixture.replaceObject(entry.id.hex, by: fixture.blob("2"))
    let error = Self.snapshotError { () throws(Problem) in
      _ = try snapshot.bytes(of: entry)
    }
    #expect(error?.help == "find the damage with git fsck, and check a fresh clone")
  }

  @Test func `an entry that names something else than a file is not read`() throws {
    let fixture = try FixtureRepository()
    let commit = try fixture.commit(["a.md": "1"])
    let tree = try fixture.rawTree([("100644", "odd.md", commit)])
    try fixture.commit(tree: tree, parents: [])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    let entry = snapshot.entries[0]
    for error in [
      Self.snapshotError { () throws(Problem) in _ = try snapshot.bytes(of: entry) },
      Self.snapshotError { () throws(Problem) in _ = try snapshot.byteCount(of: entry) },
    ] {
      #expect(error?.message == "the object \(entry.id.short) is not the content of a file")
    }
  }

  @Test func `a folder whose tree is missing cannot be listed`() throws {
    let fixture = try FixtureRepository()
    let tree = try fixture.rawTree([("100644", "a.md", fixture.blob("1"))])
    try fixture.commit(tree: fixture.rawTree([("40000", "models", tree)]), parents: [])
    try fixture.deleteObject(tree)
    let repository = try Repository(at: fixture.path)
    let error = gitError { () throws(GitError) in try repository.snapshot(of: "HEAD") }
    #expect(error?.kind == .missingObject)
  }

  @Test(arguments: 1...8)
  func `whichever object is lost, the answer is an error and never less`(lost: Int) throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a/b/c.md": "1", "d.md": "2"])
    let second = try fixture.commit(["a/b/c.md": "3"])
    let whole = try Repository(at: fixture.path)
    let commits = try [first, second].map { try ObjectID.required($0) }
    let objects = try commits.flatMap {
      try whole.proofObjects(for: ["a/b/c.md", "d.md"], commit: $0)
    }
    let ids = Array(Set(objects.map(\.id))).sorted()
    #expect(ids.count >= 8)
    try fixture.deleteObject(ids[lost - 1].hex)
    #expect(throws: (any Error).self) {
      let repository = try Repository(at: fixture.path)
      let snapshot = try repository.snapshot(of: "HEAD")
      for entry in snapshot.entries { _ = try snapshot.bytes(of: entry) }
      _ = try repository.lastChange(of: ["a/b/c.md", "d.md"], from: commits[1])
      _ = try repository.proofObjects(for: ["a/b/c.md", "d.md"], commit: commits[0])
    }
  }
}
