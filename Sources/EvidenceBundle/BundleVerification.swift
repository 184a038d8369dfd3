// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// What came of verifying a bundle.
package struct BundleVerification: Hashable, Sendable {
  /// The commit that the bundle states, or nil when it states none.
  package var commit: ObjectID?
  /// The SHA-256 of `manifest-sha256.txt`, or nil when there is no such file.
  package var evidenceDigest: ContentDigest?
  /// The number of files that were read.
  package var fileCount: Int
  /// Everything that is wrong; the bundle is intact when there is nothing.
  package var problems: [Problem]
  /// What the bundle holds, to judge it again; nil unless everything was found right.
  package var record: BundleRecord?
  /// What the archive says around the files; nil for a folder.
  package var frame: ArchiveFrame?

  /// Creates the result of a verification.
  package init(
    commit: ObjectID?,
    evidenceDigest: ContentDigest?,
    fileCount: Int,
    problems: [Problem],
    record: BundleRecord? = nil,
    frame: ArchiveFrame? = nil
  ) {
    self.commit = commit
    self.evidenceDigest = evidenceDigest
    self.fileCount = fileCount
    self.problems = problems
    self.record = record
    self.frame = frame
  }
}
