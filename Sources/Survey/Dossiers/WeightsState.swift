// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// Whether the weights of a declared model are in the tree.
package enum WeightsState: Hashable, Sendable {
  /// The bytes themselves.
  case present(byteCount: Int)
  /// A Git LFS pointer to them.
  case lfs(digest: ContentDigest, byteCount: Int)
  /// A path is declared, and nothing is there.
  case missing
  /// The declaration names no path.
  case undeclared

  /// The states without what is known about them.
  package enum Label: String, Hashable, Sendable, CaseIterable {
    case present
    case lfs
    case missing
    case undeclared
  }

  /// The state without what is known about it.
  package var label: Label {
    switch self {
    case .present: .present
    case .lfs: .lfs
    case .missing: .missing
    case .undeclared: .undeclared
    }
  }

  /// The SHA-256 that a Git LFS pointer states, as 64 hexadecimal digits.
  package var lfsDigest: String? {
    guard case .lfs(let digest, _) = self else { return nil }
    return digest.hex
  }

  /// Looks for the weights of a model in a tree; only files as small as a pointer are read.
  ///
  /// - Parameters:
  ///   - model: The model as declared.
  ///   - entries: The entries of the tree, by path.
  ///   - tree: The tree.
  /// - Returns: What is there under the declared path.
  /// - Throws: When the tree cannot tell the size or the bytes of the file.
  package static func find(
    _ model: DeclaredModel,
    among entries: [String: TreeEntry],
    in tree: borrowing some SourceTree & ~Copyable
  ) throws(SourceTreeError) -> WeightsState {
    guard let path = model.weights else { return .undeclared }
    guard let entry = entries[path] else {
      // A folder of weights (shards, a saved model) is there when anything below it is.
      let isFolder = entries.keys.contains { TreePath.lies($0, below: path) }
      return isFolder ? .present(byteCount: 0) : .missing
    }
    guard entry.kind == .file || entry.kind == .executable else { return .missing }
    let byteCount = try tree.byteCount(of: entry)
    guard byteCount < LFSPointer.sizeLimit else { return .present(byteCount: byteCount) }
    guard let pointer = LFSPointer(bytes: try tree.bytes(of: entry)) else {
      return .present(byteCount: byteCount)
    }
    return .lfs(digest: pointer.oid, byteCount: pointer.byteCount)
  }
}
