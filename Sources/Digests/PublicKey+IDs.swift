// SPDX-License-Identifier: Apache-2.0

internal import Crypto

extension PublicKey {
  /// The ids by which programs look for the key, the one that `openssl` gives first.
  ///
  /// The id in a DSSE signature is a hint without a format (DSSE v1.0.2, envelope.md), yet verifiers
  /// pass over a signature whose hint is another one than they compute themselves.
  package var ids: [String] { [id, metadataID, fingerprint] }

  /// The SHA-256 of the key's metadata in canonical JSON (TUF specification 1.0, §4.2), by which
  /// securesystemslib for Python looks.
  private var metadataID: String {
    let (type, scheme, value) =
      switch algorithm {
      case .ed25519: ("ed25519", "ed25519", GitHash.hex(der.suffix(32)))
      case .p256: ("ecdsa", "ecdsa-sha2-nistp256", pem)
      }
    let metadata =
      #"{"keytype":"\#(type)","keyval":{"public":"\#(value)"},"scheme":"\#(scheme)"}"#
    return GitHash.hex(SHA256.hash(data: Array(metadata.utf8)))
  }

  /// The fingerprint of OpenSSH (ssh-keygen(1), `-E sha256`), by which go-securesystemslib looks, and
  /// with it what checks images before they run.
  private var fingerprint: String {
    let digest = Array(SHA256.hash(data: sshBlob))
    return "SHA256:" + Base64.text(of: digest).prefix { $0 != "=" }
  }

  /// The key in the form of the SSH protocol (RFC 8709 §4, RFC 5656 §3.1).
  private var sshBlob: [UInt8] {
    switch algorithm {
    case .ed25519: [Array("ssh-ed25519".utf8), der.suffix(32)].flatMap(SSHFields.framed)
    case .p256:
      [Array("ecdsa-sha2-nistp256".utf8), Array("nistp256".utf8), der.suffix(65)]
        .flatMap(SSHFields.framed)
    }
  }
}
