// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel

/// A tree that remembers what was asked of it, so that a bundle can answer the same questions.
struct RecordedTree<Base: SourceTree & ~Copyable>: ~Copyable, SourceTree {
  /// The tree that answers.
  let base: Base
  private let record: Record

  /// Records what is asked of a tree.
  ///
  /// - Parameters:
  ///   - base: The tree.
  ///   - keepsBytes: Whether the bytes that are read are kept, for a bundle that holds them.
  init(_ base: consuming Base, keepsBytes: Bool = false) {
    self.base = base
    record = Record(keepsBytes ? BlobSpool() : nil)
  }

  var entries: [TreeEntry] { base.entries }

  /// What was asked so far.
  var readings: TreeReadings { record.readings }

  /// The blobs that were read so far; none may be read after that.
  ///
  /// - Throws: When no disk took them.
  func keptBlobs() throws(Problem) -> KeptBlobs? { try record.keptBlobs() }

  func byteCount(of entry: TreeEntry) throws(Problem) -> Int {
    do {
      let size = try base.byteCount(of: entry)
      record.readings.sizes[entry.path] = size
      return size
    } catch {
      record.readings.failures[entry.path] = error
      throw error
    }
  }

  func bytes(of entry: TreeEntry) throws(Problem) -> [UInt8] {
    do {
      let bytes = try base.bytes(of: entry)
      record.readings.entries[entry.path] = entry
      record.keep(bytes, as: entry.id)
      return bytes
    } catch {
      record.readings.failures[entry.path] = error
      throw error
    }
  }

  func sha256(of entry: TreeEntry) throws(Problem) -> ContentDigest {
    do {
      let digest = try base.sha256(of: entry)
      record.readings.digests[entry.path] = digest
      return digest
    } catch {
      record.readings.failures[entry.path] = error
      throw error
    }
  }

  func hashAhead(_ entries: [TreeEntry], width: Int) async {
    await base.hashAhead(entries, width: width)
  }

  func glimpse(of entry: TreeEntry, limit: Int) throws(Problem) -> Glimpse {
    do {
      let glimpse = try base.glimpse(of: entry, limit: limit)
      switch glimpse {
      case .tooLarge(let size): record.readings.sizes[entry.path] = size
      case .bytes: record.readings.glimpses.insert(entry.path)
      }
      return glimpse
    } catch {
      record.readings.failures[entry.path] = error
      throw error
    }
  }

  /// A place that methods of a borrowed tree may write to; one task alone reads a tree.
  private final class Record {
    var readings = TreeReadings()
    private var spool: BlobSpool?
    /// Why bytes could not be kept: no fault of the tree, so that its reading goes on.
    private var failure: Problem?

    init(_ spool: consuming BlobSpool?) { self.spool = spool }

    func keep(_ bytes: [UInt8], as id: ObjectID) {
      guard failure == nil else { return }
      do throws(Problem) {
        try spool?.keep(bytes, as: id)
      } catch {
        failure = error
      }
    }

    func keptBlobs() throws(Problem) -> KeptBlobs? {
      if let failure { throw failure }
      guard var spool = spool.take() else { return nil }
      return try spool.finish()
    }
  }
}

/// What was asked of a tree.
struct TreeReadings: Sendable {
  /// The files whose bytes were read, by path.
  var entries: [String: TreeEntry] = [:]
  /// The sizes that were asked for, by path.
  var sizes: [String: Int] = [:]
  /// The digests of files whose bytes were not kept, by path.
  var digests: [String: ContentDigest] = [:]
  /// What could not be read, by path.
  var failures: [String: Problem] = [:]
  /// The files that were looked into for what they call themselves.
  var glimpses: Set<String> = []

  /// The files that were looked into and then not read: they were nothing.
  var glimpsesAlone: Set<String> { glimpses.filter { entries[$0] == nil } }

  /// The digests of files whose bytes were not read.
  var digestsAlone: [String: ContentDigest] { digests.filter { entries[$0.key] == nil } }

  /// The sizes of files whose bytes were not read.
  var sizesAlone: [String: Int] { sizes.filter { entries[$0.key] == nil } }
}
