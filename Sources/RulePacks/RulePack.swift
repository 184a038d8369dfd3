// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A folder of rules with one id and one version.
package struct RulePack: Sendable {
  /// The id, which is the name of the folder.
  package var id: String
  /// The version as written, such as `2026.11`.
  package var version: String
  /// One line.
  package var title: String
  /// What the pack covers and what it does not.
  package var summary: String
  /// The law that it is about, where it is about one.
  package var law: String?
  /// The day up to which that law was looked up.
  package var statusDay: CalendarDate?
  /// The parameters that all rules share, with the values in force.
  package var parameters: [RuleParameter]
  /// The rules, sorted by id.
  package var rules: [Rule]
  /// The little trees that examples start from, by name.
  package var fixtures: [String: [PackFile]]
  /// The exact files of the pack, sorted by path: what its digest covers.
  package var files: [PackFile]
}

/// One file of a pack, with its path from the pack's folder.
package struct PackFile: Hashable, Sendable {
  /// The path.
  package let path: String
  /// The exact bytes.
  package let bytes: [UInt8]
  /// The SHA-256 of the bytes, where it was known before they were read: for files that are part of the
  /// program.
  package let sha256: ContentDigest?

  /// Creates a file.
  package init(path: String, bytes: [UInt8]) { self.init(path: path, bytes: bytes, sha256: nil) }

  init(path: String, bytes: [UInt8], sha256: ContentDigest?) {
    (self.path, self.bytes, self.sha256) = (path, bytes, sha256)
  }

  /// The file under another path.
  package func placed(at path: String) -> PackFile {
    PackFile(path: path, bytes: bytes, sha256: sha256)
  }

  package static func == (left: PackFile, right: PackFile) -> Bool {
    left.path == right.path && left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(bytes)
  }
}

/// Every mistake of every pack that was loaded, in one go.
package struct PackProblems: Error, Hashable, Sendable {
  /// The problems, sorted by place.
  package var problems: [Problem]

  /// Creates the list, sorted.
  package init(_ problems: [Problem]) {
    self.problems = problems.sorted()
  }
}
