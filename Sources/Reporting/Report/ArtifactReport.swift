// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// One governed document that was read, and what proves which bytes were read.
public struct ArtifactReport: Sendable, Hashable {
  /// The id of the system it belongs to.
  public var system: String
  /// What the document is.
  public var kind: ArtifactKind
  /// The kebab-case name of the format.
  public var format: String
  /// The path from the root of the checked tree.
  public var path: String
  /// The git blob, or nil for a file outside a repository.
  public var blob: ObjectID?
  /// The digest of the bytes.
  public var sha256: ContentDigest
  /// The number of bytes.
  public var size: Int

  /// Creates the description of a document.
  public init(
    system: String,
    kind: ArtifactKind,
    format: String,
    path: String,
    blob: ObjectID?,
    sha256: ContentDigest,
    size: Int
  ) {
    self.system = system
    self.kind = kind
    self.format = format
    self.path = path
    self.blob = blob
    self.sha256 = sha256
    self.size = size
  }
}
