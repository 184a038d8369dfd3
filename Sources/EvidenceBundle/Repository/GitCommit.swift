// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The parts of a commit object that a proof needs (git-commit-tree(1)).
enum GitCommit {
  /// The 40 digits of the tree's id, which the first line of a commit names.
  static func tree(of commit: [UInt8]) -> String? {
    guard commit.starts(with: Array("tree ".utf8)), commit.count > 45, commit[45] == 0x0A else {
      return nil
    }
    return ObjectID(hex: String(decoding: commit[5..<45], as: UTF8.self))?.hex
  }

  /// When it was committed, in seconds since 1970-01-01T00:00:00Z.
  static func time(of commit: [UInt8]) -> Int64? {
    for line in commit.split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard !line.isEmpty else { return nil }
      guard line.starts(with: Array("committer ".utf8)) else { continue }
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count >= 3 else { return nil }
      return Int64(String(decoding: words[words.count - 2], as: UTF8.self))
    }
    return nil
  }
}
