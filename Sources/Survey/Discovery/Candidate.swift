// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A file that may be an artifact, and why.
package struct Candidate: Hashable, Sendable {
  /// The file.
  package var entry: TreeEntry
  /// What a declaration says the file is, or nil when its name drew attention.
  package var declaredKind: ArtifactKind?
  /// What a declaration says a record documents.
  package var declaredRecord: RecordKind?
  /// What another file of the tree, such as a pipeline, takes the file for: enough for a format that
  /// fits many files, and no fault where none fits.
  package var expectedKind: ArtifactKind?
  /// The ids of the systems that claim it, sorted; empty for an unclaimed file.
  package var systems: [String]
  /// Why it is looked at, as a lower-case phrase.
  package var reason: String
  /// The paths of the links that lead to it.
  package var links: [String] = []

  /// Creates a candidate.
  package init(
    entry: TreeEntry,
    declaredKind: ArtifactKind? = nil,
    declaredRecord: RecordKind? = nil,
    expectedKind: ArtifactKind? = nil,
    systems: [String] = [],
    reason: String
  ) {
    self.entry = entry
    self.declaredKind = declaredKind
    self.declaredRecord = declaredRecord
    self.expectedKind = expectedKind
    self.systems = systems
    self.reason = reason
  }
}

extension [Candidate] {
  /// The candidates by path; those of one path stay in their order.
  var inPathOrder: [Candidate] {
    enumerated()
      .sorted { ($0.element.entry.path, $0.offset) < ($1.element.entry.path, $1.offset) }
      .map(\.element)
  }
}
