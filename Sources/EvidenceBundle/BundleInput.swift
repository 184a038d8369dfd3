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
  /// What the file is to the check, such as the raw value of an `ArtifactKind`.
  package var kind: String
  /// The id of the system that the file belongs to.
  package var system: String
  /// The exact bytes of the blob.
  package var bytes: [UInt8]
  /// The object that the blob points to, where the blob is a Git LFS pointer.
  package var lfsObject: ContentDigest?

  /// Creates an input.
  package init(
    path: String,
    mode: TreeEntry.Kind,
    blob: ObjectID,
    kind: String,
    system: String,
    bytes: [UInt8],
    lfsObject: ContentDigest? = nil
  ) {
    self.path = path
    self.mode = mode
    self.blob = blob
    self.kind = kind
    self.system = system
    self.bytes = bytes
    self.lfsObject = lfsObject
  }
}
