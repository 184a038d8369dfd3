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
  package var problems: [BundleProblem]
  /// What the bundle holds, to judge it again; nil unless everything was found right.
  package var record: BundleRecord?

  /// Creates the result of a verification.
  package init(
    commit: ObjectID?,
    evidenceDigest: ContentDigest?,
    fileCount: Int,
    problems: [BundleProblem],
    record: BundleRecord? = nil
  ) {
    self.commit = commit
    self.evidenceDigest = evidenceDigest
    self.fileCount = fileCount
    self.problems = problems
    self.record = record
  }
}

/// One thing that is wrong with a bundle.
package struct BundleProblem: Hashable, Sendable {
  /// The file in the bundle that it concerns.
  package var path: String
  /// What is wrong, as a lower-case phrase.
  package var what: String
  /// What the user can do about it.
  package var help: String

  /// Creates a problem of one file.
  package init(path: String, what: String, help: String) {
    self.path = path
    self.what = what
    self.help = help
  }
}

extension BundleProblem: CustomStringConvertible {
  /// The path, what is wrong and what to do, on one line.
  package var description: String { "\(path): \(what); \(help)" }
}
