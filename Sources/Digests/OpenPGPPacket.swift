// SPDX-License-Identifier: Apache-2.0

/// A packet of OpenPGP (RFC 9580 §4.2).
struct OpenPGPPacket {
  /// What the packet is.
  enum Tag {
    static let signature = 2
    static let publicKey = 6
    static let userID = 13
    static let subkey = 14
    static let userAttribute = 17
  }

  let tag: Int
  let body: [UInt8]

  /// The packets of the first block of an armoured text (RFC 9580 §6.2); nil where there is none, or one
  /// cannot be read.
  static func all(in text: String, labelled label: String) -> [OpenPGPPacket]? {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { $0 != " " } }
    guard let start = lines.firstIndex(of: fence("BEGIN", label)),
      let end = lines[start...].firstIndex(of: fence("END", label))
    else { return nil }
    // Headers have a colon, the checksum begins with an equals sign, and base64 has neither there.
    let body = lines[(start + 1)..<end].filter { !$0.contains(":") && !$0.hasPrefix("=") }
    guard let bytes = Base64.bytes(of: body.joined()) else { return nil }
    var octets = Octets(bytes)
    var packets: [OpenPGPPacket] = []
    while !octets.isAtEnd {
      guard let packet = next(&octets) else { return nil }
      packets.append(packet)
    }
    return packets
  }

  /// A line before or after a block, without its blanks.
  private static func fence(_ word: String, _ label: String) -> String {
    "-----\(word)\(label.filter { $0 != " " })-----"
  }

  /// Takes a packet with its header, old or new; keys and signatures have no partial lengths.
  private static func next(_ octets: inout Octets) -> OpenPGPPacket? {
    guard let first = octets.number(of: 1), first & 0x80 != 0 else { return nil }
    if first & 0x40 != 0 {
      guard let count = length(&octets), let body = octets.take(count) else { return nil }
      return OpenPGPPacket(tag: first & 0x3F, body: body)
    }
    guard first & 3 != 3, let count = octets.number(of: 1 << (first & 3)),
      let body = octets.take(count)
    else { return nil }
    return OpenPGPPacket(tag: first >> 2 & 15, body: body)
  }

  /// Takes a length of one, two or five octets (RFC 9580 §4.2.1); nil for a partial one.
  static func length(_ octets: inout Octets, isSubpacket: Bool = false) -> Int? {
    guard let first = octets.number(of: 1) else { return nil }
    switch first {
    case ..<192: return first
    case 255: return octets.number(of: 4)
    case ..<224: return octets.number(of: 1).map { (first - 192) << 8 + $0 + 192 }
    // Subpackets have no partial lengths (RFC 9580 §5.2.3.7).
    default: return isSubpacket ? octets.number(of: 1).map { (first - 192) << 8 + $0 + 192 } : nil
    }
  }
}

/// Takes bytes apart from their front; numbers have their highest byte first.
struct Octets {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Whether nothing is left.
  var isAtEnd: Bool { rest.isEmpty }

  /// What is left.
  var remainder: [UInt8] { Array(rest) }

  /// Takes some bytes; nil when there are not as many.
  mutating func take(_ count: Int) -> [UInt8]? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// Takes a number of at most four bytes; nil when it is cut off.
  mutating func number(of count: Int) -> Int? {
    take(count).map { $0.reduce(0) { $0 << 8 | Int($1) } }
  }

  /// Takes a large number after the count of its bits (RFC 9580 §3.2); nil when it is cut off.
  mutating func largeNumber() -> [UInt8]? { number(of: 2).flatMap { take(($0 + 7) / 8) } }

  /// A number of some bytes.
  static func bytes(of number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
