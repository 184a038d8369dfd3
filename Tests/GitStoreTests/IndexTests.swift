// SPDX-License-Identifier: Apache-2.0

import Foundation
import GateModel
import GitStore
import TestSupport
import Testing

@Suite(.enabled(if: Git.isInstalled, "git is not installed"))
struct IndexTests {
  /// A work tree with two files that stock git has committed.
  private static func workTree() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try Git.must("init", "-q", "-b", "main", in: folder.path)
    try folder.write("one\n", to: "a.md")
    try folder.write("two\n", to: "models/deep/b.md")
    try Git.must("add", "-A", in: folder.path)
    try Git.must("commit", "-q", "-m", "Start", in: folder.path)
    return folder
  }

  private static func paths(_ folder: borrowing TemporaryDirectory) throws -> [String] {
    try Repository(at: folder.path).indexSnapshot().entries.map(\.path)
  }

  @Test(arguments: ["2", "3", "4"])
  func `every version of the index is read`(version: String) throws {
    let folder = try Self.workTree()
    try folder.write("new", to: "announced.md")
    if version == "3" { try Git.must("add", "-N", "announced.md", in: folder.path) }
    try Git.must("update-index", "--index-version", version, in: folder.path)
    #expect(try Self.paths(folder) == ["a.md", "models/deep/b.md"])
  }

  @Test func `an index without a checksum is read, one with a wrong checksum is not`() throws {
    let folder = try Self.workTree()
    let path = folder.path + "/.git/index"
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    bytes.replaceSubrange((bytes.count - 20)..., with: [UInt8](repeating: 0, count: 20))
    try folder.write(bytes, to: ".git/index")
    #expect(try Self.paths(folder) == ["a.md", "models/deep/b.md"])
    let disk = try Repository(at: folder.path).worktreeSnapshot().entries.map(\.path)
    #expect(disk == ["a.md", "models/deep/b.md"])
    bytes[bytes.count - 1] = 1
    try folder.write(bytes, to: ".git/index")
    let error = gitError { () throws(GitError) in
      try Repository(at: folder.path).indexSnapshot()
    }
    #expect(error?.kind == .corrupt)
    #expect(error?.reason == "the index is damaged: its checksum is wrong")
  }

  @Test func `an index cut short or changed anywhere is never read as something else`() throws {
    let folder = try Self.workTree()
    let bytes = Array(try Data(contentsOf: URL(filePath: folder.path + "/.git/index")))
    for count in stride(from: 0, to: bytes.count, by: 7) {
      // Without a checksum nothing but the form of the index speaks against it.
      try folder.write(Array(bytes[..<count]) + [UInt8](repeating: 0, count: 20), to: ".git/index")
      let error = gitError { () throws(GitError) in
        try Repository(at: folder.path).indexSnapshot()
      }
      let isWhole = error == nil
      #expect(!isWhole || count >= bytes.count - 60, "\(count) bytes")
    }
  }

  @Test func `folders of a sparse index are read as the files that they hold`() throws {
    let folder = try Self.workTree()
    try folder.write("other\n", to: "other/c.md")
    try Git.must("add", "-A", in: folder.path)
    try Git.must("commit", "-q", "-m", "More", in: folder.path)
    try Git.must("sparse-checkout", "set", "--cone", "--sparse-index", "other", in: folder.path)
    let raw = try Git.call("ls-files", "--sparse", in: folder.path).text
    #expect(raw.contains("models/\n"), "the index must hold a folder")
    let staged = try Repository(at: folder.path).indexSnapshot()
    #expect(staged.entries.map(\.path) == ["a.md", "models/deep/b.md", "other/c.md"])
    #expect(try text(at: "models/deep/b.md", in: staged) == "two\n")
    let disk = try Repository(at: folder.path).worktreeSnapshot()
    #expect(disk.entries == staged.entries)
    #expect(try text(at: "models/deep/b.md", in: disk) == "two\n")
  }

  @Test func `a split index names the command that helps`() throws {
    let folder = try Self.workTree()
    try Git.must("update-index", "--split-index", in: folder.path)
    let error = gitError { () throws(GitError) in
      try Repository(at: folder.path).indexSnapshot()
    }
    #expect(error?.reason == "the index is split over two files (core.splitIndex)")
    #expect(error?.help.hasSuffix("git update-index --no-split-index") == true)
    try Git.must("update-index", "--no-split-index", in: folder.path)
    #expect(try Self.paths(folder).count == 2)
  }

  @Test(arguments: [true, false])
  func `the index that the environment names is the one that counts`(isRelative: Bool) throws {
    let folder = try Self.workTree()
    try Git.must("read-tree", "--index-output=.git/other", "--empty", in: folder.path)
    let named = isRelative ? ".git/other" : folder.path + "/.git/other"
    let repository = try Repository(
      at: folder.path,
      environment: GitEnvironment(["GIT_INDEX_FILE": named])
    )
    #expect(try repository.indexSnapshot().entries.isEmpty)
    #expect(try Self.paths(folder).count == 2)
  }
}
