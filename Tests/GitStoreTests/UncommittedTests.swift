// SPDX-License-Identifier: Apache-2.0

import Foundation
import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct UncommittedTests {
  private static func checkedOut(_ files: [String: FixtureFile]) throws -> FixtureRepository {
    let fixture = try FixtureRepository()
    try fixture.commit(files)
    try fixture.checkOut()
    return fixture
  }

  @Test func `the index is what the next commit would record`() throws {
    let fixture = try Self.checkedOut(["a.md": "1", "models/b.md": "1", "run": .executable("x")])
    try fixture.directory.write("staged", to: "a.md")
    try fixture.stage("a.md")
    try fixture.directory.write("on disk", to: "a.md")
    try fixture.directory.write("untracked", to: "c.md")
    let snapshot = try Repository(at: fixture.path).indexSnapshot()
    #expect(snapshot.entries.map(\.path) == ["a.md", "models/b.md", "run"])
    #expect(snapshot.entries.map(\.kind) == [.file, .file, .executable])
    #expect(try text(at: "a.md", in: snapshot) == "staged")
    #expect(try snapshot.byteCount(of: snapshot.entries[0]) == 6)
    let isCommitted = snapshot.isCommitted
    #expect(!isCommitted)
    #expect(snapshot.commit == nil)
    #expect(snapshot.rootTree == nil)
  }

  @Test func `an index with a conflict is refused`() throws {
    let fixture = try Self.checkedOut(["a.md": "1"])
    try fixture.stageConflict(at: "a.md")
    let repository = try Repository(at: fixture.path)
    let error = gitError { () throws(GitError) in try repository.indexSnapshot() }
    #expect(error?.kind == .unmergedIndex)
    #expect(error?.reason == "'a.md' has an unresolved merge conflict")
    #expect(error?.help == "resolve the conflicts and add the files, or check a commit")
  }

  @Test func `the files on disk are those that a commit could record`() throws {
    let fixture = try Self.checkedOut([
      "kept.md": "1", "changed.md": "1", "removed.md": "1", "tracked.log": "1",
      ".gitignore": "*.log\nbuild/\n", "link": .symlink(to: "kept.md"),
    ])
    try fixture.directory.write("2, longer", to: "changed.md")
    try FileManager.default.removeItem(atPath: fixture.path + "/removed.md")
    try fixture.directory.write("new", to: "new/deep/file.md")
    try fixture.directory.write("ignored", to: "ignored.log")
    try fixture.directory.write("ignored", to: "build/out.md")
    let snapshot = try Repository(at: fixture.path).worktreeSnapshot()
    #expect(
      snapshot.entries.map(\.path) == [
        ".gitignore", "changed.md", "kept.md", "link", "new/deep/file.md", "tracked.log",
      ]
    )
    #expect(snapshot.entries[3].kind == .symlink)
    #expect(try text(at: "link", in: snapshot) == "kept.md")
    #expect(try text(at: "changed.md", in: snapshot) == "2, longer")
    #expect(try snapshot.byteCount(of: snapshot.entries[1]) == 9)
    let isCommitted = snapshot.isCommitted
    #expect(!isCommitted)
  }

  @Test func `the files on disk have the ids that a commit gives them`() throws {
    let fixture = try Self.checkedOut([".gitattributes": "*.md text\n", "a.md": "x\n"])
    try fixture.directory.write("one\r\ntwo\r\n", to: "a.md")
    try fixture.directory.write("one\r\ntwo\r\n", to: "b.bin")
    try fixture.directory.write([0xFF, 0x00], to: "c.bin")
    let disk = try Repository(at: fixture.path).worktreeSnapshot()
    try fixture.stage("a.md", "b.bin", "c.bin")
    let staged = try Repository(at: fixture.path).indexSnapshot()
    #expect(disk.entries == staged.entries)
    #expect(try text(at: "a.md", in: disk) == "one\ntwo\n")
    #expect(try disk.byteCount(of: disk.entries[1]) == 8)
    #expect(try text(at: "b.bin", in: disk) == "one\r\ntwo\r\n")
  }

  @Test func `the user's own ignore file and settings do not count`() throws {
    let fixture = try Self.checkedOut(["a.md": "1"])
    try fixture.directory.write("one\r\n", to: "b.md")
    let snapshot = try Repository(at: fixture.path).worktreeSnapshot()
    #expect(snapshot.entries.map(\.path) == ["a.md", "b.md"])
    #expect(try text(at: "b.md", in: snapshot) == "one\r\n")
  }

  @Test func `a file that changes after it was listed is not read`() throws {
    let fixture = try Self.checkedOut(["a.md": "1", "b.md": "1"])
    let snapshot = try Repository(at: fixture.path).worktreeSnapshot()
    try fixture.directory.write("2", to: "a.md")
    try FileManager.default.removeItem(atPath: fixture.path + "/b.md")
    let reasons = snapshot.entries.map { entry in
      do throws(Problem) {
        _ = try snapshot.bytes(of: entry)
        return ""
      } catch {
        return error.message
      }
    }
    #expect(reasons == ["the file changed while it was checked", "the file is no longer there"])
  }

  @Test func `a folder can stand for the root`() throws {
    let fixture = try Self.checkedOut(["models/a.md": "1", "b.md": "1"])
    let repository = try Repository(at: fixture.path)
    let staged = try repository.indexSnapshot(under: "models")
    let disk = try repository.worktreeSnapshot(under: "models/")
    #expect(staged.entries.map(\.path) == ["a.md"])
    #expect(disk.entries == staged.entries)
    #expect(try text(at: "a.md", in: disk) == "1")
    let error = gitError { () throws(GitError) in try repository.indexSnapshot(under: "b.md") }
    #expect(error?.kind == .noSuchDirectory)
    #expect(error?.reason == "'b.md' is a file")
  }

  @Test func `a repository without a commit has an index and files`() throws {
    let fixture = try FixtureRepository()
    try fixture.directory.write("new", to: "a.md")
    let repository = try Repository(at: fixture.path)
    #expect(try repository.indexSnapshot().entries.isEmpty)
    #expect(try repository.worktreeSnapshot().entries.map(\.path) == ["a.md"])
  }

  @Test func `a repository inside the repository and a pipe are left out`() throws {
    let fixture = try Self.checkedOut(["a.md": "1"])
    let nested = try FixtureRepository(in: fixture.path)
    try nested.commit(["inner.md": "1"])
    try nested.checkOut()
    #expect(mkfifo(fixture.path + "/pipe", 0o600) == 0)
    let snapshot = try Repository(at: fixture.path).worktreeSnapshot()
    #expect(snapshot.entries.map(\.path) == ["a.md"])
  }
}
