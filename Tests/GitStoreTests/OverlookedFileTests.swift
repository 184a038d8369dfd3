// SPDX-License-Identifier: Apache-2.0

import Foundation
import GateModel
import GitStore
import TestSupport
import Testing

@Suite(.enabled(if: Git.isInstalled, "git is not installed"))
struct OverlookedFileTests {
  private static func workTree(_ attributes: String = "") throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try Git.must("init", "-q", "-b", "main", in: folder.path)
    try folder.write("one\n", to: "a.md")
    try folder.write(attributes, to: ".gitattributes")
    try Git.must("add", "-A", in: folder.path)
    try Git.must("commit", "-q", "-m", "Start", in: folder.path)
    return folder
  }

  /// The text of a file on disk, or why and with what remedy it is not read.
  private static func reading(_ folder: borrowing TemporaryDirectory) throws -> String {
    let snapshot = try Repository(at: folder.path).worktreeSnapshot()
    let entry = try #require(snapshot.entries.first { $0.path == "a.md" })
    do throws(Problem) {
      return String(decoding: try snapshot.bytes(of: entry), as: UTF8.self)
    } catch {
      return "\(error.message); \(error.help)"
    }
  }

  @Test func `a changed file that git assumes unchanged is named as such`() throws {
    let folder = try Self.workTree()
    try Git.must("update-index", "--assume-unchanged", "a.md", in: folder.path)
    #expect(try Self.reading(folder) == "one\n")
    try folder.write("two, longer\n", to: "a.md")
    #expect(
      try Self.reading(folder)
        == "git is told to assume that it is unchanged, and the file on disk is another one; "
        + "run: git update-index --no-assume-unchanged 'a.md'"
    )
    try FileManager.default.removeItem(atPath: folder.path + "/a.md")
    #expect(try Self.reading(folder).contains("--no-assume-unchanged"))
  }

  @Test func `a file that git skips is read as it is recorded, unless another one stands there`()
    throws
  {
    let folder = try Self.workTree()
    try Git.must("update-index", "--skip-worktree", "a.md", in: folder.path)
    try FileManager.default.removeItem(atPath: folder.path + "/a.md")
    #expect(try Self.reading(folder) == "one\n")
    try folder.write("two, longer\n", to: "a.md")
    #expect(try Self.reading(folder).contains("git update-index --no-skip-worktree 'a.md'"))
  }

  @Test func `a changed file behind a filter is named as such`() throws {
    let folder = try Self.workTree("a.md filter=lfs\n")
    #expect(try Self.reading(folder) == "one\n")
    try folder.write("two, longer\n", to: "a.md")
    #expect(
      try Self.reading(folder)
        == "git passes it through the filter 'lfs' before it records it, and no program of a "
        + "repository is run here; run: git add 'a.md', then check with --staged"
    )
  }

  @Test func `an unchanged file behind a filter is read as it is recorded`() throws {
    let folder = try Self.workTree("a.md filter=turn\n")
    try Git.must("config", "filter.turn.clean", "tr a-z n-za-m", in: folder.path)
    // An old date lets git trust time and size of the file.
    try folder.write("one\n", to: "a.md")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)],
      ofItemAtPath: folder.path + "/a.md"
    )
    try Git.must("add", "--renormalize", "a.md", in: folder.path)
    try Git.must("add", "a.md", in: folder.path)
    #expect(try Git.call("show", ":a.md", in: folder.path).text == "bar\n")
    #expect(try Self.reading(folder) == "bar\n")
  }
}
