// SPDX-License-Identifier: Apache-2.0

/// The name of a git object: 20 bytes (SHA-1), written as 40 lower-case hexadecimal digits.
///
/// A tree has one for each of its files, so that it is kept without memory of its own.
package struct ObjectID: Hashable, Sendable {
  /// The bytes in words, the first byte in the highest place: words compare as digits do.
  private var words: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0)

  /// How many bytes an id has.
  package static let byteCount = 20

  /// Creates an object id, or nil when `hex` is not 40 lower-case hexadecimal digits.
  package init?(hex: String) {
    guard hex.utf8.count == 2 * Self.byteCount, hex.utf8.allSatisfy(isLowerHexDigit) else {
      return nil
    }
    self.init(bytes: bytesOfHex(hex))
  }

  /// Creates an object id from the 20 bytes of a SHA-1 name, as git's own files hold it.
  package init(bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ObjectID(bytes: $0) }
  }

  /// Creates an object id from 20 bytes in memory.
  package init(bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count == Self.byteCount, "the name of a git object has 20 bytes")
    func word(_ index: Int) -> UInt32 {
      UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
    }
    words = (word(0), word(1), word(2), word(3), word(4))
  }

  /// The 20 bytes.
  package var bytes: [UInt8] {
    let big = (
      words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian, words.4.bigEndian
    )
    return withUnsafeBytes(of: big) { Array($0) }
  }

  /// The 40 lower-case hexadecimal digits.
  package var hex: String { lowerHex(bytes) }

  /// The id as a user would abbreviate it in a message: the first 12 digits.
  package var short: String { String(hex.prefix(12)) }

  package static func == (left: ObjectID, right: ObjectID) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) {
    // Ids are digests: any part of one is as good as the whole.
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

extension ObjectID: Comparable {
  /// Orders ids by their digits.
  package static func < (left: ObjectID, right: ObjectID) -> Bool { left.words < right.words }
}

extension ObjectID: CustomStringConvertible {
  /// The 40 digits.
  package var description: String { hex }
}

/// A SHA-256 digest (FIPS 180-4), kept as 64 lower-case hexadecimal digits.
package struct ContentDigest: Hashable, Sendable, Comparable {
  /// The 64 lower-case hexadecimal digits.
  package let hex: String

  /// Creates a digest, or nil when `hex` is not 64 lower-case hexadecimal digits.
  package init?(hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy(isLowerHexDigit) else { return nil }
    self.hex = hex
  }

  /// Creates a digest from the 32 bytes of a finished SHA-256 computation.
  package init(bytes: [UInt8]) {
    precondition(bytes.count == 32, "a SHA-256 digest has 32 bytes")
    hex = lowerHex(bytes)
  }

  /// The 32 bytes.
  package var bytes: [UInt8] { bytesOfHex(hex) }

  /// Orders digests by their digits.
  package static func < (left: ContentDigest, right: ContentDigest) -> Bool { left.hex < right.hex }
}

extension ContentDigest: CustomStringConvertible {
  /// The 64 digits.
  package var description: String { hex }
}

/// Two lower-case digits for each byte.
private func lowerHex(_ bytes: [UInt8]) -> String {
  let digits: StaticString = "0123456789abcdef"
  return String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
    let digits = digits.utf8Start
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<bytes.count {
        let byte = bytes[index]
        text[2 * index] = digits[Int(byte >> 4)]
        text[2 * index + 1] = digits[Int(byte & 15)]
      }
    }
    return 2 * bytes.count
  }
}

private func isLowerHexDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}

/// The bytes that pairs of lower-case digits stand for.
private func bytesOfHex(_ hex: String) -> [UInt8] {
  func value(of digit: UInt8) -> UInt8 {
    digit < UInt8(ascii: "a") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
  }
  let digits = Array(hex.utf8)
  return stride(from: 0, to: digits.count, by: 2).map { index in
    value(of: digits[index]) << 4 | value(of: digits[index + 1])
  }
}
