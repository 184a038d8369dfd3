// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import Digests
package import GateModel

/// The digests that were worked out so far, by blob: one task alone reads a snapshot.
final class KnownDigests {
  var digests: [ObjectID: ContentDigest] = [:]
}

extension Snapshot {
  /// The most bytes that are loaded to be hashed, where they cannot be read in pieces.
  ///
  /// 512 MiB, above which git itself stops to make deltas (git-config(1), core.bigFileThreshold).
  private static let loadedLimit = 512 << 20
  /// From how many bytes on it pays to hash on several cores, in bytes.
  private static let largeSize = 1 << 16

  /// The SHA-256 of a file, read in pieces and once a blob.
  package func sha256(of entry: TreeEntry) throws(Problem) -> ContentDigest {
    try requireFile(entry)
    if let digest = known.digests[entry.id] { return digest }
    let digest = try isOnDisk(entry) ? digestOnDisk(entry) : storedDigest(of: entry)
    known.digests[entry.id] = digest
    return digest
  }

  /// Works out the digests of large files that somebody will ask for, on several cores.
  package func hashAhead(_ entries: [TreeEntry], width: Int) async {
    guard width > 1, origin != .workTree else { return }
    let large = Set(entries.filter { isLarge($0) }.map(\.id))
      .subtracting(known.digests.keys).sorted()
    guard large.count > 1 else { return }
    let reader = BlobReader(repository)
    let digests = await concurrentMap(large, width: width) { id -> ContentDigest? in
      do throws(BlobReader.Unread) {
        return try reader.sha256(of: id)
      } catch {
        return nil
      }
    }
    for (id, digest) in zip(large, digests) { known.digests[id] = digest }
  }

  private func isLarge(_ entry: TreeEntry) -> Bool {
    do throws(Problem) {
      return try byteCount(of: entry) > Self.largeSize
    } catch {
      return false
    }
  }

  private func storedDigest(of entry: TreeEntry) throws(Problem) -> ContentDigest {
    do throws(BlobReader.Unread) {
      return try BlobReader(repository).sha256(of: entry.id)
    } catch {
      return try loadedDigest(of: entry, because: error)
    }
  }

  /// The digest of what libgit2 loads as a whole: deltas, and what it alone can read or find fault with.
  private func loadedDigest(
    of entry: TreeEntry,
    because reason: BlobReader.Unread
  ) throws(Problem) -> ContentDigest {
    let size = try byteCount(of: entry)
    if size <= Self.loadedLimit {
      return try withStoredBytes(of: entry) { bytes in
        var hasher = ContentHasher()
        hasher.append(bytes)
        return hasher.digest
      }
    }
    let bound = "of its \(size) bytes at most \(Self.loadedLimit) are loaded"
    throw reason.problem(with: entry, bound: bound)
  }
}

extension BlobReader.Unread {
  fileprivate func problem(with entry: TreeEntry, bound: String) -> Problem {
    let (message, help) =
      switch self {
      case .absent:
        (
          "it is in a pack without an index of version 2, and \(bound)",
          "run: git repack -ad, or store the weights with Git LFS"
        )
      case .delta:
        (
          "it is in a pack as a change to another object (a delta), and \(bound)",
          "run: git -c core.bigFileThreshold=256m repack -adF, or store the weights with Git LFS"
        )
      case .damaged(let how):
        ("the object \(entry.id) is damaged: \(how)", GitError.Kind.corrupt.remedy)
      }
    return Problem(path: entry.path, message: message, help: help)
  }
}
