// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct SnapshotTests {
  @Test func `a snapshot lists every file by the bytes of its path`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit([
      "a/b.md": "1", "a-b.md": "2", "a.md": "3", "a/c/d.md": "4", "Z.md": "5", "é.md": "6",
    ])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    #expect(
      snapshot.entries.map(\.path) == ["Z.md", "a-b.md", "a.md", "a/b.md", "a/c/d.md", "é.md"]
    )
    let isCommitted = snapshot.isCommitted
    #expect(isCommitted)
    #expect(snapshot.commit?.tree == snapshot.rootTree)
  }

  @Test func `links, submodules and executable files are told apart`() throws {
    let fixture = try FixtureRepository()
    let other = "89abcdef0123456789abcdef0123456789abcdef"
    try fixture.commit([
      "run.sh": .executable("#!/bin/sh\n"), "link.md": .symlink(to: "card.md"),
      "vendor": .submodule(at: other), "card.md": "# Card\n",
    ])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    #expect(snapshot.entries.map(\.kind) == [.file, .symlink, .executable, .submodule])
    #expect(
      snapshot.entries.map(\.id.hex) == [
        "9efb2139bc6b95ddfecd34389a01a09c05cdb23a", "61ddd4e9322f7a01049ee219995b54dcf6b4675c",
        "1a2485251c33a70432394c93fb89330ef214bfc9", other,
      ]
    )
    #expect(try text(at: "link.md", in: snapshot) == "card.md")
    let submodule = snapshot.entries[3]
    #expect(throws: Problem.self) { try snapshot.bytes(of: submodule) }
    #expect(throws: Problem.self) { try snapshot.byteCount(of: submodule) }
  }

  @Test func `the size of a huge file is known without reading it`() throws {
    let fixture = try FixtureRepository()
    let count = 3_000_001
    try fixture.commit(["weights.bin": .huge(byteCount: count)])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    #expect(try snapshot.byteCount(of: snapshot.entries[0]) == count)
    #expect(try snapshot.bytes(of: snapshot.entries[0]).count == count)
    #expect(snapshot.entries[0].id.hex == "ee8349d1f4d90b4d7f6938aea6256eb97ed86e21")
  }

  @Test func `a pointer of Git LFS is read as the text that git keeps`() throws {
    let fixture = try FixtureRepository()
    let digest = String(repeating: "ab", count: 32)
    try fixture.commit(["model.bin": .lfsPointer(sha256: digest, byteCount: 77)])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    let pointer = LFSPointer(bytes: try snapshot.bytes(of: snapshot.entries[0]))
    #expect(pointer?.oid.hex == digest)
    #expect(pointer?.isCanonical == true)
  }

  @Test func `an empty commit has no files`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit()
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    #expect(snapshot.entries.isEmpty)
    #expect(snapshot.rootTree?.hex == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
  }

  @Test(arguments: ["models/a", "models/a/", "./models/a", "models/./a"])
  func `a folder can stand for the root`(directory: String) throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["models/a/card.md": "a", "models/ab/card.md": "b", "card.md": "c"])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD", under: directory)
    #expect(snapshot.entries.map(\.path) == ["card.md"])
    #expect(snapshot.directory == "models/a")
    #expect(snapshot.repositoryPath(of: "card.md") == "models/a/card.md")
    #expect(snapshot.rootTree != snapshot.commit?.tree)
    #expect(try text(at: "card.md", in: snapshot) == "a")
  }

  @Test(arguments: ["", ".", "./"])
  func `an empty folder name means the whole tree`(directory: String) throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a/card.md": "a"])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD", under: directory)
    #expect(snapshot.entries.map(\.path) == ["a/card.md"])
    #expect(snapshot.directory == nil)
  }

  @Test func `a snapshot outlives the repository that made it`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["card.md": "# Card\n"])
    func snapshot() throws -> Snapshot {
      let repository = try Repository(at: fixture.path)
      return try repository.snapshot(of: "HEAD")
    }
    let kept = try snapshot()
    #expect(try text(at: "card.md", in: kept) == "# Card\n")
  }

  @Test func `objects of another repository that this one borrows are read`() throws {
    let lender = try FixtureRepository()
    let commit = try lender.commit(["card.md": "# Card\n"])
    let borrower = try FixtureRepository()
    try borrower.directory.write(
      lender.gitDirectory + "/objects\n",
      to: ".git/objects/info/alternates"
    )
    let snapshot = try Repository(at: borrower.path).snapshot(of: commit)
    #expect(try text(at: "card.md", in: snapshot) == "# Card\n")
  }
}
