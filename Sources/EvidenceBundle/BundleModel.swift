// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A declared model that a bundle is about, with the digest of its weights.
package struct BundleModel: Hashable, Sendable {
  /// What says which bytes the weights are.
  package enum Origin: String, Hashable, Sendable {
    /// The file in the checked tree.
    case tree
    /// A Git LFS pointer in the checked tree.
    case lfs
    /// The declaration alone.
    case declared
  }

  /// The system that it belongs to.
  package var system: String
  /// The name.
  package var name: String
  /// The version, as declared.
  package var version: String?
  /// The path of the weights below the checked folder.
  package var path: String?
  /// The SHA-256 of the weights.
  package var sha256: ContentDigest?
  /// The size of the weights in bytes, where it is known.
  package var size: Int?
  /// What says so.
  package var origin: Origin

  /// Creates a model.
  package init(
    system: String,
    name: String,
    version: String?,
    path: String?,
    sha256: ContentDigest?,
    size: Int?,
    origin: Origin
  ) {
    (self.system, self.name, self.version, self.path) = (system, name, version, path)
    (self.sha256, self.size, self.origin) = (sha256, size, origin)
  }
}
