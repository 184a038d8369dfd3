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
  let type: UInt8

  /// The largest number of eleven octal digits.
  private static let maximumNumber: Int64 = 0o777_7777_7777

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
    header += octal(min(max(modified, 0), maximumNumber), digits: 11)
    header += [UInt8](repeating: UInt8(ascii: " "), count: 8)
    header += padded([regularFile], to: 101)
    header += padded(Array("ustar\u{0}00".utf8), to: 8 + 64)
    for _ in 0..<2 { header += octal(0, digits: 7) }
    header += padded(padded(prefix, to: 155), to: 167)
    header.replaceSubrange(checksumRange, with: checksumField(of: header))
    return header
  }

  /// Reads a header and checks its checksum.
  ///
  /// Owner, time and permissions may be those of whoever packed a bundle again; fields that an entry of
  /// a bundle has no use for have to be empty, as every tar leaves them.
  init(reading block: ArraySlice<UInt8>) throws(MalformedBytes) {
    let bytes = Array(block)
    guard bytes[257..<265].elementsEqual("ustar\u{0}00".utf8) else {
      throw MalformedBytes("is not a ustar archive")
    }
    guard bytes[Self.checksumRange].elementsEqual(Self.checksumField(of: bytes)) else {
      throw MalformedBytes("has an entry whose header is damaged")
    }
    let name = bytes[0..<100].prefix { $0 != 0 }
    let prefix = bytes[345..<500].prefix { $0 != 0 }
    path = prefix.isEmpty ? Array(name) : Array(prefix) + [UInt8(ascii: "/")] + Array(name)
    size = try Self.number(bytes[124..<136])
    type = bytes[156]
    let devices = [bytes[329..<337], bytes[337..<345]].joined()
    guard try Self.number(bytes[100..<108]) <= 0o777, Self.isBlank(bytes[157..<257]),
      devices.allSatisfy({ $0 == 0 || $0 == UInt8(ascii: "0") }), Self.isBlank(bytes[500..<512]),
      Self.isBlank(bytes[0..<100].drop { $0 != 0 }),
      Self.isBlank(bytes[345..<500].drop { $0 != 0 })
    else { throw MalformedBytes("has an entry with fields that no file of a bundle has") }
  }

  private static func isBlank(_ field: ArraySlice<UInt8>) -> Bool { field.allSatisfy { $0 == 0 } }

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
