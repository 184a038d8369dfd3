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
  /// The digest of those files that decide anything, where it was known before they were read.
  package var knownDigest: ContentDigest?
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
