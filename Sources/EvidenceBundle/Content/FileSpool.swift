// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// Keeps the files of a bundle in the making as they are made, so that no two of them are in memory
/// at once where they are large.
package final class FileSpool {
  private var spool = Spool()
  private var parts: [(path: String, range: Range<Int>, sha256: ContentDigest)] = []
  private var failure: Problem?

  /// Starts with no files.
  package init() {}

  /// Keeps a file.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - making: Hands on the bytes in their order, in as many pieces as it likes.
  /// - Throws: When no disk takes what does not fit into memory.
  package func keep(
    at path: String,
    _ making: (_ handOn: @escaping ([UInt8]) -> Void) -> Void
  ) throws(Problem) {
    let start = spool.count
    let hashing = Hashing()
    making { [self] piece in
      hashing.hasher.append(piece[...])
      take(piece)
    }
    if let failure { throw failure }
    parts.append((path, start..<spool.count, hashing.hasher.digest))
  }

  /// What was kept; nothing may be kept after that.
  ///
  /// - Throws: When no disk takes it.
  package func finish() throws(Problem) -> [PlacedFile] {
    let store = try spool.finish()
    return parts.map { part in
      PlacedFile(
        path: part.path,
        content: .stored(StoredBytes(part.range, of: store, sha256: part.sha256))
      )
    }
  }

  /// The first failure is kept: who makes a file cannot be stopped.
  private func take(_ piece: [UInt8]) {
    guard failure == nil else { return }
    do {
      try spool.append(piece)
    } catch {
      failure = error
    }
  }

  private final class Hashing {
    var hasher = ContentHasher()
  }
}
