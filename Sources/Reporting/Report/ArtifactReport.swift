// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// One governed document that was read, and what proves which bytes were read.
package struct ArtifactReport: Sendable, Hashable {
  /// The id of the system it belongs to.
  package var system: String
  /// What the document is.
  package var kind: ArtifactKind
  /// The kebab-case name of the format.
  package var format: String
  /// The path from the root of the checked tree.
  package var path: String
  /// The git blob, or nil for a file outside a repository.
  package var blob: ObjectID?
  /// The digest of the bytes.
  package var sha256: ContentDigest
  /// The number of bytes.
  package var size: Int
  /// What it says, by topic.
  package var statements: [StatementReport]
  /// The risks that it describes.
  package var risks: [RiskReport]

  /// Creates the description of a document.
  package init(
    system: String,
    kind: ArtifactKind,
    format: String,
    path: String,
    blob: ObjectID?,
    sha256: ContentDigest,
    size: Int,
    statements: [StatementReport] = [],
    risks: [RiskReport] = []
  ) {
    self.system = system
    self.kind = kind
    self.format = format
    self.path = path
    self.blob = blob
    self.sha256 = sha256
    self.size = size
    self.statements = statements
    self.risks = risks
  }
}
