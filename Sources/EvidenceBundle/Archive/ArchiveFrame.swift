// SPDX-License-Identifier: Apache-2.0

/// What an archive says around the files of a bundle; it follows from the bundle, so that it says nothing
/// of its own.
package struct ArchiveFrame: Hashable, Sendable {
  /// The folder that holds everything.
  package let topDirectory: String
  /// The time of each entry, in seconds since 1970-01-01T00:00:00Z.
  package let modified: Int64

  /// The frame that ``BundleWriter`` gives the files of a commit.
  package init(topDirectory: String, modified: Int64) {
    self.topDirectory = topDirectory
    self.modified = TarHeader.clamped(modified)
  }
}
