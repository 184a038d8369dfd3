// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A model that a system declares, with what fixes its bytes.
package struct ModelReport: Sendable, Hashable {
  /// Where the digest of a model comes from.
  package enum Origin: String, Sendable, Hashable, CaseIterable {
    /// From the bytes of the file in the tree.
    case tree
    /// From the Git LFS pointer in the tree.
    case lfs
    /// From the declaration; nothing in the tree was compared with it.
    case declaration
    /// Nothing states it.
    case none
  }

  /// The id of the system.
  package var system: String
  /// The name, as declared.
  package var name: String
  /// The version, as declared.
  package var version: String?
  /// The path of the weights from the root of the checked tree.
  package var path: String?
  /// The SHA-256 of the weights.
  package var sha256: ContentDigest?
  /// The number of bytes of the weights.
  package var size: Int?
  /// Where the digest comes from.
  package var origin: Origin

  /// Creates the description of a model.
  package init(
    system: String,
    name: String,
    version: String? = nil,
    path: String? = nil,
    sha256: ContentDigest? = nil,
    size: Int? = nil,
    origin: Origin = .none
  ) {
    self.system = system
    self.name = name
    self.version = version
    self.path = path
    self.sha256 = sha256
    self.size = size
    self.origin = origin
  }
}
