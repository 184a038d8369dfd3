// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// One file of the checked tree that the verdict rests on.
package struct BundleInput: Hashable, Sendable {
  /// The path below the checked folder, as the report states it.
  package var path: String
  /// What the entry is in its git tree; a submodule cannot be an input, because it has no bytes.
  package var mode: TreeEntry.Kind
  /// The git blob that holds the bytes.
  package var blob: ObjectID
  /// What the file is to the check, such as the raw value of an `ArtifactKind`; `seen` for a file
  /// that was looked at and taken for nothing.
  package var role: String
  /// The kebab-case name of the format that it was read as, or nil when it was not.
  package var format: String?
  /// The ids of the systems that the file belongs to.
  package var systems: [String]
  /// The digest of the bytes.
  package var sha256: ContentDigest
  /// The number of bytes.
  package var size: Int
  /// The exact bytes of the blob; nil where the bundle names them by their digest alone.
  package var content: FileContent?
  /// The object that the blob points to, where the blob is a Git LFS pointer.
  package var lfsObject: ContentDigest?

  /// Whether the bundle does not hold the bytes.
  package var isRedacted: Bool { content == nil }

  /// Creates an input.
  package init(
    path: String,
    mode: TreeEntry.Kind,
    blob: ObjectID,
    role: String,
    format: String? = nil,
    systems: [String],
    sha256: ContentDigest,
    size: Int,
    content: FileContent?,
    lfsObject: ContentDigest? = nil
  ) {
    self.path = path
    self.mode = mode
    self.blob = blob
    self.role = role
    self.format = format
    self.systems = systems.sorted()
    self.sha256 = sha256
    self.size = size
    self.content = content
    self.lfsObject = lfsObject
  }
}
