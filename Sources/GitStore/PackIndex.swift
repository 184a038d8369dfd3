// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The index of a pack, which tells where its objects are: version 2 (gitformat-pack(5)).
struct PackIndex: ~Copyable {
  /// Magic number and version.
  private static let magic: [UInt8] = [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]
  /// Where the ids start: behind a table of 256 counts.
  private static let idsStart = 8 + 256 * 4
  /// The checksums of pack and index.
  private static let trailerSize = 2 * ObjectID.byteCount

  private let file: PieceFile
  /// How many objects it tells of.
  private let count: Int

  /// Opens an index; nil when it is none of version 2, or shorter than its objects need.
  init?(_ path: String) {
    guard let file = PieceFile(path), file.read(0..<8) == Self.magic,
      let count = file.number(at: Self.idsStart - 4, byteCount: 4),
      file.byteCount >= Self.idsStart + count * (ObjectID.byteCount + 8) + Self.trailerSize
    else { return nil }
    self.file = file
    self.count = count
  }

  /// Where an object starts in the pack; nil when it is not there, or nothing tells where.
  func offset(of id: ObjectID) -> Int? {
    guard let position = position(of: id) else { return nil }
    let offsets = Self.idsStart + count * (ObjectID.byteCount + 4)
    guard let offset = file.number(at: offsets + position * 4, byteCount: 4) else { return nil }
    // The highest bit says that the rest counts in the table of offsets of eight bytes.
    guard offset & 0x8000_0000 != 0 else { return offset }
    return file.number(at: offsets + count * 4 + (offset & 0x7FFF_FFFF) * 8, byteCount: 8)
  }

  /// Which of the sorted ids one is; the table of counts says between which to look.
  private func position(of id: ObjectID) -> Int? {
    let first = Int(id.bytes[0])
    let before = first == 0 ? 0 : file.number(at: 8 + (first - 1) * 4, byteCount: 4)
    guard var low = before, var high = file.number(at: 8 + first * 4, byteCount: 4),
      high <= count
    else { return nil }
    while low < high {
      let middle = (low + high) / 2
      let start = Self.idsStart + middle * ObjectID.byteCount
      guard let bytes = file.read(start..<start + ObjectID.byteCount) else { return nil }
      let found = ObjectID(bytes: bytes)
      if found == id { return middle }
      if found < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
