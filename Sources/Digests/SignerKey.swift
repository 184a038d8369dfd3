// SPDX-License-Identifier: Apache-2.0

/// A public key as a policy names it.
package enum SignerKey: Hashable, Sendable {
  /// One that signs bundles and weights, and in the form of OpenSSH commits and tags.
  case plain(PublicKey)
  /// One that signs commits and tags.
  case openPGP(OpenPGPKey)

  /// Reads a key as people hand it on: SubjectPublicKeyInfo in PEM, the one line of OpenSSH, or a key block
  /// of OpenPGP.
  package init(text: String) throws(KeyError) {
    self =
      text.contains(OpenPGPKey.heading)
      ? .openPGP(try OpenPGPKey(armored: text)) : .plain(try PublicKey(text: text))
  }

  /// The id: the SHA-256 of the key in DER, or the fingerprint of OpenPGP.
  package var id: String {
    switch self {
    case .plain(let key): key.id
    case .openPGP(let key): key.fingerprint
    }
  }

  /// The key, where it signs bundles.
  package var plain: PublicKey? {
    guard case .plain(let key) = self else { return nil }
    return key
  }

  /// The key, where it is one of OpenPGP.
  package var openPGP: OpenPGPKey? {
    guard case .openPGP(let key) = self else { return nil }
    return key
  }
}
