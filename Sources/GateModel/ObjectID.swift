// SPDX-License-Identifier: Apache-2.0

/// The name of a git object: 40 lower-case hexadecimal digits (SHA-1).
public struct ObjectID: Hashable, Sendable, Comparable {
  /// The 40 lower-case hexadecimal digits.
  public let hex: String

  /// Creates an object id, or nil when `hex` is not 40 lower-case hexadecimal digits.
  public init?(hex: String) {
    guard hex.utf8.count == 40, hex.utf8.allSatisfy(isLowerHexDigit) else { return nil }
    self.hex = hex
  }

  /// The id as a user would abbreviate it in a message: the first 12 digits.
  public var short: String { String(hex.prefix(12)) }

  /// Orders ids by their digits.
  public static func < (left: ObjectID, right: ObjectID) -> Bool { left.hex < right.hex }
}

extension ObjectID: CustomStringConvertible {
  /// The 40 digits.
  public var description: String { hex }
}

/// A SHA-256 digest (FIPS 180-4), kept as 64 lower-case hexadecimal digits.
public struct ContentDigest: Hashable, Sendable, Comparable {
  /// The 64 lower-case hexadecimal digits.
  public let hex: String

  /// Creates a digest, or nil when `hex` is not 64 lower-case hexadecimal digits.
  public init?(hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy(isLowerHexDigit) else { return nil }
    self.hex = hex
  }

  /// Creates a digest from the 32 bytes of a finished SHA-256 computation.
  public init(bytes: some Collection<UInt8>) {
    precondition(bytes.count == 32, "a SHA-256 digest has 32 bytes")
    hex = bytes.reduce(into: "") { text, byte in
      let digits = String(byte, radix: 16)
      text += digits.utf8.count == 1 ? "0" + digits : digits
    }
  }

  /// Orders digests by their digits.
  public static func < (left: ContentDigest, right: ContentDigest) -> Bool { left.hex < right.hex }
}

extension ContentDigest: CustomStringConvertible {
  /// The 64 digits.
  public var description: String { hex }
}

private func isLowerHexDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}
