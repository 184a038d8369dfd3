// SPDX-License-Identifier: Apache-2.0

internal import Crypto

/// A signature of OpenSSH, as git keeps it in commits and tags (OpenSSH, PROTOCOL.sshsig).
package struct SSHSignature: Sendable {
  /// The first line of such a signature.
  package static let heading = "-----BEGIN SSH SIGNATURE-----"

  /// The key that claims to have signed.
  package let key: PublicKey
  private let namespace: String
  private let hashName: String
  private let signature: [UInt8]

  /// Reads a signature with its armour; nil for a key or hash of another kind than are verified here.
  package init?(armored text: String) {
    guard let block = PEM.blocks(in: text).first(where: { $0.label == "SSH SIGNATURE" }),
      block.bytes.starts(with: Self.magic)
    else { return nil }
    var fields = SSHFields(Array(block.bytes.dropFirst(Self.magic.count)))
    guard fields.number() == 1, let blob = fields.string(), let key = PublicKey(sshBlob: blob),
      let namespace = fields.word(), let reserved = fields.string(), reserved.isEmpty,
      let hashName = fields.word(), ["sha256", "sha512"].contains(hashName),
      let wrapped = fields.string(), fields.isAtEnd,
      let signature = key.signature(inSSHForm: wrapped)
    else { return nil }
    self.key = key
    self.namespace = namespace
    self.hashName = hashName
    self.signature = signature
  }

  /// Whether the key made the signature over a message for a purpose, which is `git` for commits and
  /// tags.
  package func isValid(for message: [UInt8], as purpose: String) -> Bool {
    guard namespace == purpose else { return false }
    let digest =
      hashName == "sha512" ? Array(SHA512.hash(data: message)) : Array(SHA256.hash(data: message))
    let parts = [Array(namespace.utf8), [], Array(hashName.utf8), digest]
    return key.isValid(signature, for: Self.magic + parts.flatMap(SSHFields.framed))
  }

  private static let magic = Array("SSHSIG".utf8)
}

extension PublicKey {
  /// The signature as `isValid` takes it; nil where it is of another kind than the key.
  fileprivate func signature(inSSHForm blob: [UInt8]) -> [UInt8]? {
    var fields = SSHFields(blob)
    guard let type = fields.word(), let body = fields.string(), fields.isAtEnd else { return nil }
    switch algorithm {
    case .ed25519: return type == "ssh-ed25519" ? body : nil
    case .p256:
      // RFC 5656 §3.1.2: two numbers, each with a zero before a first bit that is set.
      var numbers = SSHFields(body)
      guard type == "ecdsa-sha2-nistp256", let r = numbers.string(), let s = numbers.string(),
        numbers.isAtEnd
      else { return nil }
      return Self.derSignature(r, s)
    }
  }

  /// Two numbers as ASN.1 DER; nil where they are too large for P-256.
  static func derSignature(_ r: [UInt8], _ s: [UInt8]) -> [UInt8]? {
    let parts = [r, s].map { Array($0.drop { $0 == 0 }) }
    guard parts.allSatisfy({ $0.count <= 32 }) else { return nil }
    let raw = parts.flatMap { [UInt8](repeating: 0, count: 32 - $0.count) + $0 }
    do {
      return Array(try P256.Signing.ECDSASignature(rawRepresentation: raw).derRepresentation)
    } catch {
      return nil
    }
  }
}

/// Takes the fields of an SSH message apart: each string stands after its length in four bytes, the
/// highest first (RFC 4251 §5).
struct SSHFields {
  private var rest: Octets

  init(_ bytes: [UInt8]) { rest = Octets(bytes) }

  /// Whether nothing is left.
  var isAtEnd: Bool { rest.isAtEnd }

  /// Takes a number of four bytes; nil when it is cut off.
  mutating func number() -> Int? { rest.number(of: 4) }

  /// Takes a string; nil when it is cut off.
  mutating func string() -> [UInt8]? { number().flatMap { rest.take($0) } }

  /// A string after its length.
  static func framed(_ bytes: [UInt8]) -> [UInt8] { Octets.bytes(of: bytes.count, 4) + bytes }

  /// Takes a string that is a word.
  mutating func word() -> String? {
    string().flatMap { String(validating: $0, as: UTF8.self) }
  }
}
