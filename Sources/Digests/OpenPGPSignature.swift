// SPDX-License-Identifier: Apache-2.0

internal import Crypto

/// A signature of OpenPGP, as git keeps it in commits and tags (RFC 9580 §5.2; version 4 alone).
package struct OpenPGPSignature: Sendable {
  /// The first line of such a signature.
  package static let heading = "-----BEGIN PGP SIGNATURE-----"

  /// What a signature is over (RFC 9580 §5.2.1).
  enum Kind {
    static let document = 0x00
    static let certifications = 0x10...0x13
    static let subkeyBinding = 0x18
    static let primaryBinding = 0x19
    static let directKey = 0x1F
    static let keyRevocation = 0x20
    static let subkeyRevocation = 0x28
  }

  /// The subpackets that are heeded or tell nothing that matters here (RFC 9580 §5.2.3.7); any other that is
  /// critical makes a signature one that is not verified.
  private enum Subpacket {
    static let creation = 2
    static let expiration = 3
    static let keyExpiration = 9
    static let issuer = 16
    static let keyFlags = 27
    static let embedded = 32
    static let fingerprint = 33
    static let known: Set<Int> = [2, 3, 9, 11, 16, 21, 22, 23, 24, 25, 26, 27, 28, 30, 32, 33, 34]
  }

  let kind: Int
  /// When it was made, in seconds since 1970.
  package let created: Int
  private let algorithm: Int
  private let hash: OpenPGPHash
  /// What is hashed of it.
  private let hashed: [UInt8]
  private let checkBytes: [UInt8]
  private let values: [UInt8]
  private let subpackets: [Int: [UInt8]]
  private let hints: [Int: [UInt8]]

  /// Reads a signature with its armour; nil for one of another kind than are verified here.
  package init?(armored text: String) {
    guard let packets = OpenPGPPacket.all(in: text, labelled: "PGP SIGNATURE"), packets.count == 1,
      packets[0].tag == OpenPGPPacket.Tag.signature
    else { return nil }
    self.init(packets[0].body)
  }

  /// Reads a packet.
  init?(_ body: [UInt8]) {
    var octets = Octets(body)
    guard octets.number(of: 1) == 4, let kind = octets.number(of: 1),
      let algorithm = octets.number(of: 1),
      let hash = octets.number(of: 1).flatMap(OpenPGPHash.init),
      let count = octets.number(of: 2), let own = octets.take(count),
      let hintCount = octets.number(of: 2), let others = octets.take(hintCount),
      let checkBytes = octets.take(2),
      let subpackets = Self.subpackets(own), let hints = Self.subpackets(others),
      let created = subpackets[Subpacket.creation].flatMap(Self.number)
    else { return nil }
    (self.kind, self.created, self.algorithm, self.hash) = (kind, created, algorithm, hash)
    hashed = Array(body.prefix(6 + count))
    (self.checkBytes, values) = (checkBytes, octets.remainder)
    (self.subpackets, self.hints) = (subpackets, hints)
  }

  /// The subpackets by type, each without its flag; nil when they cannot be read or one of them is critical
  /// and unknown.
  private static func subpackets(_ bytes: [UInt8]) -> [Int: [UInt8]]? {
    var octets = Octets(bytes)
    var found: [Int: [UInt8]] = [:]
    while !octets.isAtEnd {
      guard let count = OpenPGPPacket.length(&octets, isSubpacket: true), count > 0,
        let type = octets.number(of: 1), let body = octets.take(count - 1)
      else { return nil }
      guard type & 0x80 == 0 || Subpacket.known.contains(type & 0x7F) else { return nil }
      found[type & 0x7F] = found[type & 0x7F] ?? body
    }
    return found
  }

  private static func number(_ bytes: [UInt8]) -> Int? {
    bytes.count == 4 ? bytes.reduce(0) { $0 << 8 | Int($1) } : nil
  }

  /// Whether it says of itself that it ends.
  var ends: Bool { (subpackets[Subpacket.expiration].flatMap(Self.number) ?? 0) > 0 }

  /// For how many seconds the key counts that it is about; nil without an end.
  var keyLifetime: Int? {
    subpackets[Subpacket.keyExpiration].flatMap(Self.number).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether the key that it is about may sign documents; nil where it does not say.
  var allowsSigning: Bool? { subpackets[Subpacket.keyFlags].map { ($0.first ?? 0) & 2 != 0 } }

  /// The signature within it, by which a subkey vouches for its primary key.
  var embedded: OpenPGPSignature? {
    (subpackets[Subpacket.embedded] ?? hints[Subpacket.embedded]).flatMap { OpenPGPSignature($0) }
  }

  /// Whether it names a key by its fingerprint or the end of it; whether that key made it is another
  /// question.
  func names(_ fingerprint: [UInt8]) -> Bool {
    for found in [subpackets, hints] {
      if let stated = found[Subpacket.fingerprint] { return stated == [4] + fingerprint }
      if let stated = found[Subpacket.issuer] { return stated == Array(fingerprint.suffix(8)) }
    }
    return false
  }

  /// Whether a key made it over some bytes.
  func isValid(by key: OpenPGPMaterial, over bytes: [UInt8]) -> Bool {
    let signed = bytes + hashed + [4, 0xFF] + Octets.bytes(of: hashed.count, 4)
    let digest = hash.digest(of: signed)
    guard digest.starts(with: checkBytes) else { return false }
    var numbers = Octets(values)
    switch (key, algorithm) {
    case (.rsa(let key), 1), (.rsa(let key), 3):
      guard let value = numbers.largeNumber(), numbers.isAtEnd else { return false }
      return key.isValid(value, for: signed, hashedBy: hash)
    case (.other(let key), 22) where key.algorithm == .ed25519:
      guard let r = numbers.largeNumber(), let s = numbers.largeNumber(), numbers.isAtEnd,
        r.count <= 32, s.count <= 32
      else { return false }
      let raw = [r, s].flatMap { [UInt8](repeating: 0, count: 32 - $0.count) + $0 }
      return key.isValid(raw, for: digest)
    case (.other(let key), 27) where key.algorithm == .ed25519:
      return key.isValid(values, for: digest)
    case (.other(let key), 19) where key.algorithm == .p256 && hash == .sha256:
      guard let r = numbers.largeNumber(), let s = numbers.largeNumber(), numbers.isAtEnd,
        let signature = PublicKey.derSignature(r, s)
      else { return false }
      return key.isValid(signature, for: signed)
    default: return false
    }
  }
}

/// The hashes that are taken (RFC 9580 §9.5); SHA-1 and older ones are not, since they can be forged.
enum OpenPGPHash: Int {
  case sha256 = 8
  case sha384 = 9
  case sha512 = 10

  func digest(of bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .sha256: Array(SHA256.hash(data: bytes))
    case .sha384: Array(SHA384.hash(data: bytes))
    case .sha512: Array(SHA512.hash(data: bytes))
    }
  }
}
