// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// Keeps the bytes of blobs as they are read, so that a bundle need not read them again.
///
/// Few bytes stay in memory, many go to a nameless file that its owner alone may read.
package struct BlobSpool: ~Copyable {
  private var spool = Spool()
  private var places: [ObjectID: Range<Int>] = [:]

  /// Starts with no blobs.
  package init() {}

  /// Keeps a blob, unless it is there already.
  ///
  /// - Throws: When no disk takes what does not fit into memory.
  package mutating func keep(_ bytes: [UInt8], as id: ObjectID) throws(Problem) {
    guard places[id] == nil else { return }
    places[id] = spool.count..<spool.count + bytes.count
    try spool.append(bytes)
  }

  /// What was kept so far; nothing may be kept after that.
  ///
  /// - Throws: When no disk takes it.
  package mutating func finish() throws(Problem) -> KeptBlobs {
    KeptBlobs(store: try spool.finish(), places: places)
  }
}

/// Blobs whose bytes can be read as often as somebody needs them.
package struct KeptBlobs: Sendable {
  private let store: any ByteStore
  private let places: [ObjectID: Range<Int>]

  fileprivate init(store: any ByteStore, places: [ObjectID: Range<Int>]) {
    (self.store, self.places) = (store, places)
  }

  /// The bytes of a blob.
  ///
  /// - Throws: When it was not kept.
  func part(_ id: ObjectID) throws(Problem) -> StorePart {
    guard let range = places[id] else {
      throw Problem(
        path: store.path,
        message: "the blob \(id) was not kept when it was read",
        help: "check the commit again"
      )
    }
    return StorePart(store: store, range: range)
  }

  /// What a blob holds.
  ///
  /// - Throws: When it was not kept, or cannot be read.
  package func content(of id: ObjectID) throws(Problem) -> FileContent {
    let part = try part(id)
    return .stored(try StoredBytes(hashing: part.range, of: store, asBlob: false))
  }
}

/// A part of a store.
struct StorePart: Sendable {
  let store: any ByteStore
  let range: Range<Int>

  init(store: any ByteStore, range: Range<Int>) {
    (self.store, self.range) = (store, range)
  }

  /// A part that is in memory.
  init(_ bytes: [UInt8]) { self.init(store: MemoryStore(bytes), range: 0..<bytes.count) }

  /// Some of its bytes.
  func read(_ part: Range<Int>) throws(Problem) -> [UInt8] {
    try store.read(range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound)
  }
}
