// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import Digests
package import GateModel

extension Snapshot {
  /// The most bytes of a packed blob that are loaded to be hashed; loose ones are read in pieces.
  ///
  /// 512 MiB, above which git itself stops to make deltas (git-config(1), core.bigFileThreshold).
  private static let loadedLimit = 512 << 20

  /// The SHA-256 of a file, read in pieces as far as the repository allows.
  package func sha256(of entry: TreeEntry) throws(Problem) -> ContentDigest {
    if origin != .workTree, let digest = streamedDigest(of: entry.id) { return digest }
    let size = try byteCount(of: entry)
    guard size <= Self.loadedLimit else {
      throw Problem(
        path: entry.path,
        message: "it has \(size) bytes in a pack, and \(Self.loadedLimit) are loaded at most",
        help: "store the weights with Git LFS, whose pointer states the digest"
      )
    }
    return ContentDigest(sha256Of: try bytes(of: entry))
  }

  /// The digest of a loose object; nil when libgit2 cannot read the object in pieces.
  private func streamedDigest(of id: ObjectID) -> ContentDigest? {
    var stream: UnsafeMutablePointer<git_odb_stream>?
    var size = 0
    var type = GIT_OBJECT_ANY
    var raw = id.raw
    guard git_odb_open_rstream(&stream, &size, &type, repository.database, &raw) == 0,
      type == GIT_OBJECT_BLOB
    else { return nil }
    defer { git_odb_stream_free(stream) }
    var hasher = ContentHasher()
    var buffer = [CChar](repeating: 0, count: 1 << 18)
    var rest = size
    while rest > 0 {
      let count = Int(git_odb_stream_read(stream, &buffer, buffer.count))
      guard count > 0, count <= rest else { return nil }
      buffer.withUnsafeBytes { hasher.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      rest -= count
    }
    return hasher.digest
  }
}
