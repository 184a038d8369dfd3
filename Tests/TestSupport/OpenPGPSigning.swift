// SPDX-License-Identifier: Apache-2.0

package import Digests
internal import GateModel

/// Signing as `gpg` does with Ed25519 keys (RFC 9580, version 4), byte for byte by hand.
package enum OpenPGPSigning {
  /// How a primary key and a subkey vouch for each other.
  package enum Binding: Sendable {
    case mutual
    case primaryAlone
    case subkeyAlone
    case withoutSigning
    case revoked
  }

  private static let curve: [UInt8] = [9, 0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x0F, 0x01]
  private static let moment = Int(FixtureRepository.firstSecond) - 86_400

  /// The block of a key, with its name or without, withdrawn or not.
  package static func block(
    of key: SigningKey,
    isCertified: Bool = true,
    isRevoked: Bool = false,
    subkey: SigningKey? = nil,
    _ binding: Binding = .mutual
  ) -> String {
    let (own, name) = (framed(publicKey(key)), Array("A key".utf8))
    var packets = packet(6, publicKey(key))
    if isRevoked { packets += packet(2, signature(of: own, kind: 0x20, by: key)) }
    packets += packet(13, name)
    let certified = own + [0xB4] + number(name.count, 4) + name
    if isCertified { packets += packet(2, signature(of: certified, kind: 0x13, by: key)) }
    if let subkey { packets += Self.packets(of: subkey, below: key, binding) }
    return armored(packets, "PGP PUBLIC KEY BLOCK")
  }

  private static func packets(
    of subkey: SigningKey,
    below key: SigningKey,
    _ binding: Binding
  ) -> [UInt8] {
    let both = framed(publicKey(key)) + framed(publicKey(subkey))
    let back = signature(of: both, kind: 0x19, by: binding == .primaryAlone ? key : subkey)
    let flags: [UInt8] = [2, 27, binding == .withoutSigning ? 0x0C : 0x02]
    let embedded = [255] + number(back.count + 1, 4) + [32] + back
    let signer = binding == .subkeyAlone ? subkey : key
    let bound = signature(of: both, kind: 0x18, by: signer, more: flags + embedded)
    let revocation = packet(2, signature(of: both, kind: 0x28, by: key))
    return packet(14, publicKey(subkey)) + packet(2, bound)
      + (binding == .revoked ? revocation : [])
  }

  /// The signature of a message.
  package static func armored(_ message: String, _ key: SigningKey) -> String {
    armored(packet(2, signature(of: Array(message.utf8), kind: 0, by: key)), "PGP SIGNATURE")
  }

  private static func publicKey(_ key: SigningKey) -> [UInt8] {
    let lines = key.publicKey.pem.split(separator: "\n").filter { !$0.hasPrefix("-") }
    let point = [0x40] + (Base64.bytes(of: lines.joined()) ?? []).suffix(32)
    return [4] + number(moment, 4) + [22] + curve + largeNumber(point)
  }

  private static func signature(
    of bytes: [UInt8],
    kind: UInt8,
    by key: SigningKey,
    more: [UInt8] = []
  ) -> [UInt8] {
    let fingerprint = GitHash.digest(framed(publicKey(key))[...])
    let subpackets = [5, 2] + number(moment, 4) + [22, 33, 4] + fingerprint + more
    let hashed = [4, kind, 22, 8] + number(subpackets.count, 2) + subpackets
    let digest = ContentDigest(sha256Of: bytes + hashed + [4, 255] + number(hashed.count, 4)).bytes
    do {
      let made = try key.signature(for: digest)
      return hashed + [0, 0] + digest.prefix(2) + largeNumber(Array(made.prefix(32)))
        + largeNumber(Array(made.suffix(32)))
    } catch {
      return []
    }
  }

  private static func framed(_ body: [UInt8]) -> [UInt8] { [0x99] + number(body.count, 2) + body }

  private static func packet(_ tag: UInt8, _ body: [UInt8]) -> [UInt8] {
    [0xC0 | tag, 255] + number(body.count, 4) + body
  }

  private static func largeNumber(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array(bytes.drop { $0 == 0 })
    return number(digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0), 2) + digits
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func armored(_ bytes: [UInt8], _ label: String) -> String {
    "-----BEGIN \(label)-----\n\n\(Base64.text(of: bytes))\n-----END \(label)-----\n"
  }
}
