// SPDX-License-Identifier: Apache-2.0

internal import Compression

/// The central directory of a ZIP archive (PKWARE APPNOTE 6.3.10 §4.3).
///
/// Entries are only looked up by their exact name and never written anywhere, so that a name like
/// `../header.json` is nothing but another name. Of two entries with one name the later one counts,
/// as in Python's `zipfile`, which appends what replaces an entry.
struct ZIPDirectory {
  private struct Entry {
    let name: ArraySlice<UInt8>
    let flags: Int
    let method: Int
    let checksum: UInt32
    let compressedSize: Int
    let size: Int
    let offset: Int
  }

  private static let endSignature: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let entrySignature: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let localSignature: [UInt8] = [0x50, 0x4B, 3, 4]
  private static let endSize = 22
  private static let entrySize = 46
  private static let localSize = 30

  private let bytes: [UInt8]
  private let entries: [Entry]
  /// Where the directory begins; no entry reaches beyond it.
  private let start: Int

  /// Reads the directory.
  ///
  /// - Throws: When the bytes are no archive, or one that cannot be read with certainty.
  init(_ bytes: [UInt8]) throws(ZIPError) {
    guard bytes.starts(with: Self.localSignature) || bytes.starts(with: Self.endSignature),
      let end = Self.end(of: bytes)
    else { throw .noArchive }
    self.bytes = bytes
    let count = Self.number(bytes, end + 10, 2)
    let size = Self.number(bytes, end + 12, 4)
    start = Self.number(bytes, end + 16, 4)
    guard count != 0xFFFF, start != 0xFFFF_FFFF else { throw .unsupported("ZIP64") }
    guard start + size == end else {
      throw .malformed("the directory of the archive is not where its end says")
    }
    entries = try Self.entries(bytes, in: start..<end, count: count)
  }

  /// Whether there is an entry of exactly this name.
  func has(_ name: String) -> Bool {
    entries.contains { $0.name.elementsEqual(name.utf8) }
  }

  /// The bytes of an entry.
  ///
  /// - Parameters:
  ///   - name: The exact name.
  ///   - maximumSize: The most bytes that the entry may have, whatever it says of itself.
  /// - Returns: The bytes, whose size and checksum are those of the directory.
  /// - Throws: When there is no such entry, or it cannot be read with certainty.
  func contents(of name: String, maximumSize: Int) throws(ZIPError) -> [UInt8] {
    guard let entry = entries.last(where: { $0.name.elementsEqual(name.utf8) }) else {
      throw .malformed("the archive has no entry named \(name)")
    }
    guard entry.flags & 1 == 0 else { throw .unsupported("encryption") }
    guard entry.size <= maximumSize else { throw .tooLarge(limit: maximumSize) }
    let contents = try decompressed(entry, try compressed(entry))
    guard contents.count == entry.size, Checksum(of: contents).value == entry.checksum else {
      throw .malformed("the size or checksum of \(name) is wrong")
    }
    return contents
  }

  private func decompressed(
    _ entry: Entry,
    _ compressed: ArraySlice<UInt8>
  ) throws(ZIPError) -> [UInt8] {
    do {
      switch entry.method {
      case 0: return Array(compressed)
      case 8:
        var inflater = try Inflater(.none)
        return try inflater.unpack(compressed, maximumBytes: entry.size).bytes
      case 93: return try Zstandard.unpack(compressed, maximumBytes: entry.size)
      default: break
      }
    } catch {
      throw ZIPError(error)
    }
    throw .unsupported("compression method \(entry.method)")
  }

  /// The compressed bytes, behind the local header, which must name the same entry.
  private func compressed(_ entry: Entry) throws(ZIPError) -> ArraySlice<UInt8> {
    let header = entry.offset
    guard header + Self.localSize <= start,
      bytes[header...].starts(with: Self.localSignature)
    else { throw .malformed("an entry does not begin where the directory says") }
    let nameLength = Self.number(bytes, header + 26, 2)
    let nameStart = header + Self.localSize
    let first = nameStart + nameLength + Self.number(bytes, header + 28, 2)
    guard first + entry.compressedSize <= start,
      bytes[nameStart..<nameStart + nameLength].elementsEqual(entry.name)
    else { throw .malformed("an entry contradicts the directory") }
    return bytes[first..<first + entry.compressedSize]
  }
}

extension ZIPDirectory {
  /// The end record: it stands last, before a comment of at most 65,535 bytes.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= endSize else { return nil }
    let last = bytes.count - endSize
    for place in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where bytes[place...].starts(with: endSignature)
      && place + endSize + number(bytes, place + 20, 2) == bytes.count
    {
      return place
    }
    return nil
  }

  private static func entries(
    _ bytes: [UInt8],
    in directory: Range<Int>,
    count: Int
  ) throws(ZIPError) -> [Entry] {
    var entries: [Entry] = []
    var place = directory.lowerBound
    while place < directory.upperBound {
      guard let (entry, next) = entry(bytes, at: place, before: directory.upperBound) else {
        throw .malformed("the directory of the archive is damaged")
      }
      entries.append(entry)
      place = next
    }
    guard entries.count == count else {
      throw .malformed("the archive has \(entries.count) entries, but its end says \(count)")
    }
    return entries
  }

  private static func entry(
    _ bytes: [UInt8],
    at place: Int,
    before end: Int
  ) -> (entry: Entry, next: Int)? {
    guard place + entrySize <= end, bytes[place...].starts(with: entrySignature) else {
      return nil
    }
    let field = { (offset: Int, width: Int) in number(bytes, place + offset, width) }
    let nameEnd = place + entrySize + field(28, 2)
    let next = nameEnd + field(30, 2) + field(32, 2)
    guard next <= end else { return nil }
    let entry = Entry(
      name: bytes[place + entrySize..<nameEnd],
      flags: field(8, 2),
      method: field(10, 2),
      checksum: UInt32(truncatingIfNeeded: field(16, 4)),
      compressedSize: field(20, 4),
      size: field(24, 4),
      offset: field(42, 4)
    )
    return (entry, next)
  }

  /// A little-endian number; the caller has checked that its bytes are there.
  private static func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> Int {
    bytes[at..<at + width].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
