// SPDX-License-Identifier: Apache-2.0

internal import Crypto
internal import CryptoExtras

/// A public key of RSA, for the signatures that older OpenPGP keys make: RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2).
struct RSAKey: Sendable {
  /// How many bytes a modulus may have: 2048 bits are the least (NIST SP 800-57 part 1, revision 5, §5.6.1),
  /// and more than 8192 nobody uses.
  private static let sizes = 256...1024

  private let key: _RSA.Signing.PublicKey
  private let size: Int

  /// Takes two numbers, their highest byte first.
  init?(modulus: [UInt8], exponent: [UInt8]) {
    guard Self.sizes.contains(modulus.count),
      case .success(let key) = Result(catching: {
        try _RSA.Signing.PublicKey(n: modulus, e: exponent)
      })
    else { return nil }
    (self.key, size) = (key, modulus.count)
  }

  /// Whether a number is the signature of a text.
  func isValid(_ signature: [UInt8], for text: [UInt8], hashedBy hash: OpenPGPHash) -> Bool {
    guard signature.count <= size else { return false }
    let padded = [UInt8](repeating: 0, count: size - signature.count) + signature
    let stated = _RSA.Signing.RSASignature(rawRepresentation: padded)
    func isValid(_ digest: some Digest) -> Bool {
      key.isValidSignature(stated, for: digest, padding: .insecurePKCS1v1_5)
    }
    return switch hash {
    case .sha256: isValid(SHA256.hash(data: text))
    case .sha384: isValid(SHA384.hash(data: text))
    case .sha512: isValid(SHA512.hash(data: text))
    }
  }
}
