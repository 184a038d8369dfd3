// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A tree that remembers what was asked of it, so that a bundle can answer the same questions.
struct RecordedTree<Base: SourceTree & ~Copyable>: ~Copyable, SourceTree {
  /// The tree that answers.
  let base: Base
  private let record = Record()

  init(_ base: consuming Base) { self.base = base }

  var entries: [TreeEntry] { base.entries }

  /// What was asked so far.
  var readings: TreeReadings { record.readings }

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

  /// A place that methods of a borrowed tree may write to; one task alone reads a tree.
  private final class Record {
    var readings = TreeReadings()
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

  /// The digests of files whose bytes were not read.
  var digestsAlone: [String: ContentDigest] { digests.filter { entries[$0.key] == nil } }

  /// The sizes of files whose bytes were not read.
  var sizesAlone: [String: Int] { sizes.filter { entries[$0.key] == nil } }
}
