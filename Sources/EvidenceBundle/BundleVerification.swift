// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// What came of verifying a bundle.
public struct BundleVerification: Hashable, Sendable {
  /// The commit that the bundle states, or nil when it states none.
  public var commit: ObjectID?
  /// The SHA-256 of `manifest-sha256.txt`, or nil when there is no such file.
  public var evidenceDigest: ContentDigest?
  /// The number of files that were read.
  public var fileCount: Int
  /// Everything that is wrong; the bundle is intact when there is nothing.
  public var problems: [BundleProblem]

  /// Creates the result of a verification.
  public init(
    commit: ObjectID?,
    evidenceDigest: ContentDigest?,
    fileCount: Int,
    problems: [BundleProblem]
  ) {
    self.commit = commit
    self.evidenceDigest = evidenceDigest
    self.fileCount = fileCount
    self.problems = problems
  }
}

/// One thing that is wrong with a bundle.
public struct BundleProblem: Hashable, Sendable {
  /// The file in the bundle that it concerns.
  public var path: String
  /// What is wrong, as a lower-case phrase.
  public var what: String
  /// What the user can do about it.
  public var help: String

  /// Creates a problem of one file.
  public init(path: String, what: String, help: String) {
    self.path = path
    self.what = what
    self.help = help
  }
}

extension BundleProblem: CustomStringConvertible {
  /// The path, what is wrong and what to do, on one line.
  public var description: String { "\(path): \(what); \(help)" }
}
