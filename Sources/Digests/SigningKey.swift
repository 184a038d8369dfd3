// SPDX-License-Identifier: Apache-2.0

internal import Crypto

/// A private key; nothing prints it.
package struct SigningKey: Sendable {
  /// The kinds of keys: what `openssl`, `securesystemslib` and admission controllers verify.
  package enum Algorithm: String, Hashable, Sendable, CaseIterable {
    /// RFC 8032.
    case ed25519
    /// ECDSA over P-256 with SHA-256 (FIPS 186-5).
    case p256
  }

  private enum Key {
    case ed25519(Curve25519.Signing.PrivateKey)
    case p256(P256.Signing.PrivateKey)
  }

  /// Everything of an Ed25519 key in PKCS #8 that stands before its 32 bytes (RFC 8410 §7).
  private static let ed25519Prefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]

  private let key: Key

  /// A new key, of the system's random numbers.
  package init(generating algorithm: Algorithm) {
    switch algorithm {
    case .ed25519: key = .ed25519(Curve25519.Signing.PrivateKey())
    case .p256: key = .p256(P256.Signing.PrivateKey())
    }
  }

  /// Reads an unencrypted key: PKCS #8, or SEC 1 for P-256.
  package init(pem: String) throws(KeyError) {
    let blocks = PEM.blocks(in: pem)
    guard let block = blocks.first(where: { $0.label.hasSuffix("PRIVATE KEY") }) else {
      throw KeyError(reason: "it holds no private key in PEM")
    }
    guard block.label != "ENCRYPTED PRIVATE KEY" else {
      throw KeyError(reason: "it is encrypted; decrypt it first, for example with openssl pkey")
    }
    do {
      if block.bytes.starts(with: Self.ed25519Prefix) {
        let raw = block.bytes.dropFirst(Self.ed25519Prefix.count).prefix(32)
        key = .ed25519(try Curve25519.Signing.PrivateKey(rawRepresentation: Array(raw)))
      } else {
        key = .p256(try P256.Signing.PrivateKey(derRepresentation: block.bytes))
      }
    } catch {
      throw KeyError(reason: "it is neither an Ed25519 nor a P-256 key")
    }
  }

  /// Which kind of key it is.
  package var algorithm: Algorithm {
    switch key {
    case .ed25519: .ed25519
    case .p256: .p256
    }
  }

  /// The key as PKCS #8 in PEM, to be kept secret.
  package var pem: String {
    switch key {
    case .ed25519(let key):
      PEM(label: "PRIVATE KEY", bytes: Self.ed25519Prefix + Array(key.rawRepresentation)).text
    case .p256(let key):
      PEM(label: "PRIVATE KEY", bytes: Array(key.derRepresentation)).text
    }
  }

  /// The key that verifies what this one signs.
  package var publicKey: PublicKey {
    switch key {
    case .ed25519(let key): PublicKey(.ed25519(key.publicKey))
    case .p256(let key): PublicKey(.p256(key.publicKey))
    }
  }

  /// Signs: 64 bytes for Ed25519, ASN.1 DER for P-256, as DSSE verifiers expect.
  package func signature(for bytes: [UInt8]) throws(KeyError) -> [UInt8] {
    do {
      switch key {
      case .ed25519(let key): return Array(try key.signature(for: bytes))
      case .p256(let key): return Array(try key.signature(for: bytes).derRepresentation)
      }
    } catch {
      throw KeyError(reason: "signing failed")
    }
  }
}

/// A public key.
package struct PublicKey: Sendable {
  enum Key {
    case ed25519(Curve25519.Signing.PublicKey)
    case p256(P256.Signing.PublicKey)
  }

  /// Everything of an Ed25519 key's SubjectPublicKeyInfo before its 32 bytes (RFC 8410 §4).
  private static let ed25519Prefix: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  private let key: Key

  init(_ key: Key) { self.key = key }

  /// Reads a key: SubjectPublicKeyInfo in PEM.
  package init(pem: String) throws(KeyError) {
    guard let block = PEM.blocks(in: pem).first(where: { $0.label == "PUBLIC KEY" }) else {
      throw KeyError(reason: "it holds no public key in PEM")
    }
    do {
      if block.bytes.starts(with: Self.ed25519Prefix), block.bytes.count == 44 {
        let raw = Array(block.bytes.dropFirst(Self.ed25519Prefix.count))
        key = .ed25519(try Curve25519.Signing.PublicKey(rawRepresentation: raw))
      } else {
        key = .p256(try P256.Signing.PublicKey(derRepresentation: block.bytes))
      }
    } catch {
      throw KeyError(reason: "it is neither an Ed25519 nor a P-256 key")
    }
  }

  /// Which kind of key it is.
  package var algorithm: SigningKey.Algorithm {
    switch key {
    case .ed25519: .ed25519
    case .p256: .p256
    }
  }

  /// The key as SubjectPublicKeyInfo in DER.
  var der: [UInt8] {
    switch key {
    case .ed25519(let key): Self.ed25519Prefix + Array(key.rawRepresentation)
    case .p256(let key): Array(key.derRepresentation)
    }
  }

  /// The key as SubjectPublicKeyInfo in PEM.
  package var pem: String { PEM(label: "PUBLIC KEY", bytes: der).text }

  /// The SHA-256 of the key in DER, in hexadecimal: `openssl pkey -pubin -outform DER | sha256sum`.
  package var id: String { GitHash.hex(SHA256.hash(data: der)) }

  /// Whether a signature is one of this key over some bytes.
  package func isValid(_ signature: [UInt8], for bytes: [UInt8]) -> Bool {
    switch key {
    case .ed25519(let key):
      return key.isValidSignature(signature, for: bytes)
    case .p256(let key):
      do {
        let signature = try P256.Signing.ECDSASignature(derRepresentation: signature)
        return key.isValidSignature(signature, for: bytes)
      } catch {
        return false
      }
    }
  }
}

/// What a DSSE signature is made over (secure-systems-lab/dsse, protocol.md v1.0.2, "PAE").
package enum SignedPayload {
  /// The type and the payload, each after its length.
  package static func encoding(of payload: [UInt8], type: String) -> [UInt8] {
    Array("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload
  }
}
