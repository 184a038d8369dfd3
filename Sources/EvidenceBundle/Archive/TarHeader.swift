// SPDX-License-Identifier: Apache-2.0

/// The header of one ustar entry (POSIX.1-2017, `pax`, "ustar Interchange Format"): 512 bytes.
struct TarHeader: Hashable {
  /// The size of headers, and the unit to which contents are padded.
  static let blockSize = 512

  /// The type flags that a bundle may have; POSIX writes a regular file as `0` or as NUL.
  static let regularFile = UInt8(ascii: "0")
  static let oldRegularFile: UInt8 = 0
  static let directory = UInt8(ascii: "5")

  let path: [UInt8]
  let size: Int
  /// When the file was changed last, in seconds since 1970.
  let modified: Int
  let type: UInt8
  private let block: [UInt8]

  /// The largest number of eleven octal digits.
  private static let maximumNumber: Int64 = 0o777_7777_7777

  /// The time that an archive can hold, next to one in seconds since 1970.
  static func clamped(_ time: Int64) -> Int64 { min(max(time, 0), maximumNumber) }

  /// The bytes of a regular file's header: mode 0644, no owner, no device.
  ///
  /// The time is in seconds since 1970, clamped to what ustar holds (1970 to 2242). A path that
  /// cannot be split into 155 and 100 bytes is refused, as is a size of 8 GiB or more.
  static func bytes(
    path: String,
    size: Int,
    modified: Int64
  ) throws(MalformedBytes) -> [UInt8] {
    guard let (prefix, name) = split(Array(path.utf8)) else {
      throw MalformedBytes("has a path too long for a ustar archive")
    }
    guard size <= maximumNumber else {
      throw MalformedBytes("is too large for a ustar archive")
    }
    var header: [UInt8] = []
    header += padded(name, to: 100)
    for number in [0o644, 0, 0] { header += octal(Int64(number), digits: 7) }
    header += octal(Int64(size), digits: 11)
    header += octal(clamped(modified), digits: 11)
    header += [UInt8](repeating: UInt8(ascii: " "), count: 8)
    header += padded([regularFile], to: 101)
    header += padded(Array("ustar\u{0}00".utf8), to: 8 + 64)
    for _ in 0..<2 { header += octal(0, digits: 7) }
    header += padded(padded(prefix, to: 155), to: 167)
    header.replaceSubrange(checksumRange, with: checksumField(of: header))
    return header
  }

  /// Reads a header and checks its checksum; whether its other fields are those of a bundle, `isCanonical`
  /// tells.
  init(reading block: [UInt8]) throws(MalformedBytes) {
    guard block[257..<265].elementsEqual("ustar\u{0}00".utf8) else {
      throw MalformedBytes("is not a ustar archive")
    }
    guard block[Self.checksumRange].elementsEqual(Self.checksumField(of: block)) else {
      throw MalformedBytes("has an entry whose header is damaged")
    }
    let name = block[0..<100].prefix { $0 != 0 }
    let prefix = block[345..<500].prefix { $0 != 0 }
    path = prefix.isEmpty ? Array(name) : Array(prefix) + [UInt8(ascii: "/")] + Array(name)
    size = try Self.number(block[124..<136])
    modified = try Self.number(block[136..<148])
    type = block[156]
    self.block = block
  }

  /// Whether the header has no bit that ``bytes(path:size:modified:)`` would write otherwise.
  var isCanonical: Bool {
    do throws(MalformedBytes) {
      let text = String(decoding: path, as: UTF8.self)
      return try Self.bytes(path: text, size: size, modified: Int64(modified)) == block
    } catch {
      return false
    }
  }

  private static let checksumRange = 148..<156

  /// The sum of all bytes, the checksum's own counted as blanks: six digits, NUL, blank.
  private static func checksumField(of header: [UInt8]) -> [UInt8] {
    let blanks = checksumRange.count * Int(UInt8(ascii: " "))
    let sum = header.enumerated().reduce(blanks) { sum, byte in
      checksumRange.contains(byte.offset) ? sum : sum + Int(byte.element)
    }
    return octal(Int64(sum), digits: 6) + [UInt8(ascii: " ")]
  }

  /// Whether an archive can hold a path.
  static func fits(_ path: String) -> Bool { split(Array(path.utf8)) != nil }

  /// Splits a path at a `/`, so that at most 155 bytes stand before it and 100 behind.
  private static func split(_ path: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
    guard path.count > 100 else { return ([], path) }
    let earliest = path.count - 101
    guard earliest <= 155,
      let slash = path[earliest...].prefix(156 - earliest).firstIndex(of: UInt8(ascii: "/"))
    else { return nil }
    return (Array(path[..<slash]), Array(path[(slash + 1)...]))
  }

  private static func padded(_ bytes: [UInt8], to count: Int) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: max(0, count - bytes.count))
  }

  private static func octal(_ number: Int64, digits: Int) -> [UInt8] {
    let text = String(number, radix: 8)
    return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8) + [0]
  }

  /// Reads octal digits up to a NUL or blank; eleven of them cannot overflow.
  private static func number(_ field: ArraySlice<UInt8>) throws(MalformedBytes) -> Int {
    let digits = field.prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
    guard digits.count <= 11,
      let number = Int(String(decoding: digits, as: UTF8.self), radix: 8), number >= 0
    else { throw MalformedBytes("has an entry with a number that is none") }
    return number
  }
}
