// SPDX-License-Identifier: Apache-2.0

internal import Crypto

extension PublicKey {
  /// Reads a key as people hand it on: SubjectPublicKeyInfo in PEM, or the one line of OpenSSH.
  package init(text: String) throws(KeyError) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let type = words.first, words.count >= 2, Self.sshTypes.contains(String(type)) else {
      try self.init(pem: text)
      return
    }
    guard let blob = Base64.bytes(of: String(words[1])), let key = PublicKey(sshBlob: blob) else {
      throw KeyError(reason: "it is no OpenSSH key that can be read")
    }
    self = key
  }

  private static let sshTypes: Set<String> = ["ssh-ed25519", "ecdsa-sha2-nistp256"]

  /// Reads a key in the form of the SSH protocol (RFC 8709 §4, RFC 5656 §3.1); nil for any other kind
  /// of key.
  init?(sshBlob blob: [UInt8]) {
    var fields = SSHFields(blob)
    switch fields.word() {
    case "ssh-ed25519":
      guard let raw = fields.string(), fields.isAtEnd else { return nil }
      self.init(ed25519: raw)
    case "ecdsa-sha2-nistp256":
      guard fields.word() == "nistp256", let point = fields.string(), fields.isAtEnd else {
        return nil
      }
      self.init(p256: point)
    default: return nil
    }
  }

  /// Reads the 32 bytes of an Ed25519 key; nil where they are none.
  init?(ed25519 bytes: [UInt8]) {
    do {
      self.init(.ed25519(try Curve25519.Signing.PublicKey(rawRepresentation: bytes)))
    } catch {
      return nil
    }
  }

  /// Reads a point of P-256 (SEC 1 §2.3.3); nil where it is none.
  init?(p256 point: [UInt8]) {
    do {
      self.init(.p256(try P256.Signing.PublicKey(x963Representation: point)))
    } catch {
      return nil
    }
  }
}

extension PublicKey: Hashable {
  package static func == (one: PublicKey, other: PublicKey) -> Bool { one.id == other.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
