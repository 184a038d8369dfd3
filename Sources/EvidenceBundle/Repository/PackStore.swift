// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A git pack that is put together whenever it is read, from what its objects are kept in.
///
/// The bytes of the objects stand somewhere already; a second copy of a large bundle's would cost as
/// much as writing the bundle.
struct PackStore: ByteStore {
  let path = "data/repo/objects.pack"
  let isPrivate = true

  private let start: [UInt8]
  private let objects: [Object]
  private let trailer: [UInt8]
  /// How many bytes the pack has.
  let count: Int

  /// An object in the form of a pack: a header, and its bytes in stored blocks.
  struct Object: Sendable {
    /// Where it starts.
    let offset: Int
    /// Type and size.
    let header: [UInt8]
    let content: StorePart
    /// The checksum at the end of the blocks.
    let checksum: [UInt8]

    var end: Int {
      offset + header.count + StoredZlib.byteCount(of: content.range.count)
    }
  }

  init(start: [UInt8], objects: [Object], trailer: [UInt8]) {
    (self.start, self.objects, self.trailer) = (start, objects, trailer)
    count = (objects.last?.end ?? start.count) + trailer.count
  }

  func read(_ range: Range<Int>) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    Self.add(start, at: 0, range, to: &bytes)
    var index = firstObject(endingBehind: range.lowerBound)
    while index < objects.count, objects[index].offset < range.upperBound {
      try add(objects[index], range, to: &bytes)
      index += 1
    }
    Self.add(trailer, at: count - trailer.count, range, to: &bytes)
    return bytes
  }

  /// The index of the first object of which something stands behind an offset.
  private func firstObject(endingBehind offset: Int) -> Int {
    var (low, high) = (0, objects.count)
    while low < high {
      let middle = (low + high) / 2
      if objects[middle].end > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func add(
    _ object: Object,
    _ range: Range<Int>,
    to bytes: inout [UInt8]
  ) throws(Problem) {
    Self.add(object.header + StoredZlib.start, at: object.offset, range, to: &bytes)
    var place = object.offset + object.header.count + StoredZlib.start.count
    for block in StoredZlib.blocks(of: object.content.range.count) {
      let data = place + StoredZlib.headerSize
      let end = data + block.range.count
      if end > range.lowerBound, place < range.upperBound {
        Self.add(block.header, at: place, range, to: &bytes)
        let wanted = range.clamped(to: data..<end)
        let shift = block.range.lowerBound - data
        bytes += try object.content.read(wanted.lowerBound + shift..<wanted.upperBound + shift)
      }
      place = end
    }
    Self.add(object.checksum, at: place, range, to: &bytes)
  }

  /// Adds as much of some bytes as stands in a range.
  private static func add(
    _ part: [UInt8],
    at place: Int,
    _ range: Range<Int>,
    to bytes: inout [UInt8]
  ) {
    let wanted = range.clamped(to: place..<place + part.count)
    bytes += part[wanted.lowerBound - place..<wanted.upperBound - place]
  }
}
