// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// Whether the weights of a declared model are in the tree.
package enum WeightsState: Hashable, Sendable {
  /// The bytes themselves, with their SHA-256.
  case present(byteCount: Int, digest: ContentDigest)
  /// A folder that holds something: shards, or a saved model.
  case folder
  /// A file that is meant to be a Git LFS pointer and is none, such as one with more behind it.
  case brokenPointer(byteCount: Int)
  /// A Git LFS pointer to them.
  case lfs(digest: ContentDigest, byteCount: Int)
  /// A path is declared, and nothing is there, or a file without a byte.
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
    case .present, .folder, .brokenPointer: .present
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

  /// The SHA-256 of the weights, as the tree or a Git LFS pointer proves it.
  package var digest: ContentDigest? {
    switch self {
    case .present(_, let digest), .lfs(let digest, _): digest
    case .folder, .brokenPointer, .missing, .undeclared: nil
    }
  }

  /// Why a declared digest cannot be compared with the weights, or nil where it can.
  package var doubt: String? {
    switch self {
    case .folder: "a folder has no digest"
    case .brokenPointer: "the file reads like a Git LFS pointer and is none"
    case .present, .lfs, .missing, .undeclared: nil
    }
  }

  /// Up to which size a file that starts like a pointer is taken for a broken one, in bytes.
  private static let brokenPointerLimit = 1 << 16

  /// Looks for the weights of a model in a tree; only small files are loaded.
  ///
  /// - Parameters:
  ///   - model: The model as declared.
  ///   - entries: The entries of the tree, by path.
  ///   - tree: The tree.
  /// - Returns: What is there under the declared path.
  /// - Throws: When the tree cannot tell the size or the bytes of the file.
  package static func find(
    _ model: DeclaredModel,
    among entries: EntryIndex,
    in tree: borrowing some SourceTree & ~Copyable
  ) throws(Problem) -> WeightsState {
    guard let path = model.weights else { return .undeclared }
    guard let entry = entries[path] else {
      // A folder of weights (shards, a saved model) is there when anything below it is.
      return entries.holdsSomething(below: path) ? .folder : .missing
    }
    guard entry.kind == .file || entry.kind == .executable else { return .missing }
    let byteCount = try tree.byteCount(of: entry)
    guard byteCount > 0 else { return .missing }
    if byteCount <= brokenPointerLimit {
      let bytes = try tree.bytes(of: entry)
      if let pointer = LFSPointer(bytes: bytes), pointer.isProof {
        return .lfs(digest: pointer.oid, byteCount: pointer.byteCount)
      }
      if resemblesPointer(bytes) { return .brokenPointer(byteCount: byteCount) }
    }
    return .present(byteCount: byteCount, digest: try tree.sha256(of: entry))
  }

  /// Whether a file was meant as a pointer, however it is written.
  private static func resemblesPointer(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes.prefix(LFSPointer.sizeLimit), as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    return start.hasPrefix("version http") || start.hasPrefix("oid sha")
      || start.hasPrefix("size ") && start.contains("oid sha")
  }
}
