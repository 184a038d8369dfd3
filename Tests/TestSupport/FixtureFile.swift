// SPDX-License-Identifier: Apache-2.0

import CGit2

/// One entry of a fixture's tree.
package struct FixtureFile: ExpressibleByStringLiteral, Sendable {
  let mode: git_filemode_t
  let bytes: [UInt8]
  let commit: String?

  private init(_ mode: git_filemode_t, _ bytes: [UInt8], commit: String? = nil) {
    (self.mode, self.bytes, self.commit) = (mode, bytes, commit)
  }

  /// A file with a text.
  package init(stringLiteral text: String) { self = .text(text) }

  /// A file with a text.
  package static func text(_ text: String) -> Self { .bytes(Array(text.utf8)) }

  /// A file with any bytes.
  package static func bytes(_ bytes: [UInt8]) -> Self { Self(GIT_FILEMODE_BLOB, bytes) }

  /// A file that may be executed.
  package static func executable(_ text: String) -> Self {
    Self(GIT_FILEMODE_BLOB_EXECUTABLE, Array(text.utf8))
  }

  /// A symbolic link.
  package static func symlink(to target: String) -> Self {
    Self(GIT_FILEMODE_LINK, Array(target.utf8))
  }

  /// A submodule at a commit of another repository.
  package static func submodule(at commit: String) -> Self {
    Self(GIT_FILEMODE_COMMIT, [], commit: commit)
  }

  /// What Git LFS commits in place of a large file.
  package static func lfsPointer(sha256: String, byteCount: Int) -> Self {
    .text(
      """
      version https://git-lfs.github.com/spec/v1
      oid sha256:\(sha256)
      size \(byteCount)

      """
    )
  }

  /// A file of a given size, with content that does not repeat within a block of zlib.
  package static func huge(byteCount: Int) -> Self {
    .bytes((0..<byteCount).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 16) })
  }
}
