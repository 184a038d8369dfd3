// SPDX-License-Identifier: Apache-2.0

/// A public key of OpenPGP with those of its subkeys that it vouches for (RFC 9580 §10.1; version 4 alone).
///
/// No keyring and no program is asked: whoever judges has the same keys, wherever that is.
package struct OpenPGPKey: Sendable {
  /// The first line of such a key, as `gpg --armor --export` writes it.
  package static let heading = "-----BEGIN PGP PUBLIC KEY BLOCK-----"

  /// The fingerprint in lower-case digits, as `gpg --fingerprint` shows it.
  package let fingerprint: String
  /// The keys that may sign documents.
  private let signers: [Part]

  /// The primary key or a subkey.
  private struct Part {
    let body: [UInt8]
    let fingerprint: [UInt8]
    let created: Int
    let material: OpenPGPMaterial
    /// The moment from which on it counts no more.
    var end: Int?

    init?(_ body: [UInt8]) {
      var octets = Octets(body)
      guard octets.number(of: 1) == 4, let created = octets.number(of: 4),
        let material = OpenPGPMaterial(&octets)
      else { return nil }
      (self.body, self.created, self.material) = (body, created, material)
      fingerprint = GitHash.digest(Self.framed(body)[...])
    }

    /// A key as signatures about it hash it (RFC 9580 §5.2.4).
    static func framed(_ body: [UInt8]) -> [UInt8] {
      [0x99] + Octets.bytes(of: body.count, 2) + body
    }

    var framed: [UInt8] { Self.framed(body) }

    func ending(by signature: OpenPGPSignature) -> Part {
      var copy = self
      copy.end = signature.keyLifetime.map { created + $0 }
      return copy
    }
  }

  /// Reads a key block.
  package init(armored text: String) throws(KeyError) {
    guard let packets = OpenPGPPacket.all(in: text, labelled: "PGP PUBLIC KEY BLOCK"),
      let first = packets.first, first.tag == OpenPGPPacket.Tag.publicKey,
      packets.filter({ $0.tag == OpenPGPPacket.Tag.publicKey }).count == 1
    else { throw KeyError(reason: "it is no block of one OpenPGP key") }
    guard let primary = Part(first.body) else {
      throw KeyError(reason: "it is an OpenPGP key of another kind than RSA, Ed25519 and P-256")
    }
    fingerprint = GitHash.hex(primary.fingerprint)
    var reading = Reading(primary)
    for packet in packets.dropFirst() { reading.take(packet) }
    reading.finishSubkey()
    guard !reading.isRevoked else { throw KeyError(reason: "it says that it was revoked") }
    signers = reading.signers
    guard !signers.isEmpty else {
      throw KeyError(reason: "it holds no key that may sign and that the primary key vouches for")
    }
  }

  /// Whether this key made a signature over some bytes while it counted; nil where the signature names
  /// another key, or says of itself that it ends.
  package func made(_ signature: OpenPGPSignature, over bytes: [UInt8]) -> Bool? {
    guard let signer = signers.first(where: { signature.names($0.fingerprint) }), !signature.ends
    else { return nil }
    guard signature.kind == OpenPGPSignature.Kind.document, signature.created >= signer.created,
      signer.end.map({ signature.created < $0 }) ?? true
    else { return false }
    return signature.isValid(by: signer.material, over: bytes)
  }

  /// What the packets of a block say, one after the other.
  private struct Reading {
    private let primary: Part
    /// What a certification is over, beyond the primary key.
    private var certified: [UInt8] = []
    private var subkey: Part?
    private var binding: OpenPGPSignature?
    /// The latest of what the primary key says of itself.
    private var own: OpenPGPSignature?
    private var subkeys: [Part] = []
    private(set) var isRevoked = false

    init(_ primary: Part) { self.primary = primary }

    mutating func take(_ packet: OpenPGPPacket) {
      switch packet.tag {
      case OpenPGPPacket.Tag.userID: certify(0xB4, packet.body)
      case OpenPGPPacket.Tag.userAttribute: certify(0xD1, packet.body)
      case OpenPGPPacket.Tag.subkey:
        finishSubkey()
        (subkey, certified) = (Part(packet.body), [])
      case OpenPGPPacket.Tag.signature:
        if let signature = OpenPGPSignature(packet.body) { take(signature) }
      default: break
      }
    }

    private mutating func certify(_ mark: UInt8, _ body: [UInt8]) {
      certified = [mark] + Octets.bytes(of: body.count, 4) + body
    }

    private mutating func take(_ signature: OpenPGPSignature) {
      typealias Kind = OpenPGPSignature.Kind
      func holds(_ more: [UInt8]) -> Bool {
        signature.isValid(by: primary.material, over: primary.framed + more)
      }
      switch signature.kind {
      case Kind.certifications where !certified.isEmpty && holds(certified),
        Kind.directKey where holds([]):
        if own.map({ $0.created <= signature.created }) ?? true { own = signature }
      case Kind.subkeyBinding:
        guard let subkey, holds(subkey.framed) else { return }
        if binding.map({ $0.created <= signature.created }) ?? true { binding = signature }
      // Heeded whoever made it: a key of which somebody says so has to be looked at by people.
      case Kind.keyRevocation: isRevoked = true
      case Kind.subkeyRevocation: subkey = nil
      default: break
      }
    }

    /// Keeps the subkey that was read last, if it may sign and both keys vouch for each other.
    mutating func finishSubkey() {
      defer { (subkey, binding) = (nil, nil) }
      guard let subkey, let binding, binding.allowsSigning == true, !binding.ends,
        let back = binding.embedded, back.kind == OpenPGPSignature.Kind.primaryBinding,
        back.isValid(by: subkey.material, over: primary.framed + subkey.framed)
      else { return }
      subkeys.append(subkey.ending(by: binding))
    }

    /// The keys that may sign; a subkey ends with its primary key at the latest.
    var signers: [Part] {
      guard let own, !own.ends else { return [] }
      let whole = primary.ending(by: own)
      let bounded = subkeys.map { part in
        var part = part
        part.end = [part.end, whole.end].compactMap(\.self).min()
        return part
      }
      return (own.allowsSigning ?? true ? [whole] : []) + bounded
    }
  }
}

extension OpenPGPKey: Hashable {
  package static func == (one: Self, other: Self) -> Bool { one.fingerprint == other.fingerprint }

  package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}

/// The numbers of a public key (RFC 9580 §5.5.5).
enum OpenPGPMaterial: Sendable {
  case rsa(RSAKey)
  case other(PublicKey)

  private static let p256: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]
  private static let ed25519: [UInt8] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x0F, 0x01]

  /// Takes the algorithm and the numbers; nil for an algorithm that is not verified here.
  init?(_ octets: inout Octets) {
    switch octets.number(of: 1) {
    case 1, 3:
      guard let modulus = octets.largeNumber(), let exponent = octets.largeNumber(),
        let key = RSAKey(modulus: modulus, exponent: exponent)
      else { return nil }
      self = .rsa(key)
    case 19, 22:
      guard let curve = octets.number(of: 1).flatMap({ octets.take($0) }),
        let point = octets.largeNumber(), let key = Self.key(on: curve, point)
      else { return nil }
      self = .other(key)
    case 27:
      guard let point = octets.take(32), let key = PublicKey(ed25519: point) else { return nil }
      self = .other(key)
    default: return nil
    }
    guard octets.isAtEnd else { return nil }
  }

  private static func key(on curve: [UInt8], _ point: [UInt8]) -> PublicKey? {
    // A point of Ed25519 stands after the mark of its form.
    if curve == ed25519, point.first == 0x40 { return PublicKey(ed25519: Array(point.dropFirst())) }
    return curve == p256 ? PublicKey(p256: point) : nil
  }
}
