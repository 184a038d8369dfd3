// SPDX-License-Identifier: Apache-2.0

package import Digests
package import GateModel
internal import Texts

/// An OpenSSF Model Signing signature over the folder of a bundle (model-signing-spec, v1.0): a DSSE
/// envelope in a Sigstore bundle, which `model_signing verify key` accepts.
///
/// It leaves out the attestations and their manifest, so that signers may come one after the other.
package struct Seal: Hashable, Sendable {
  private static let mediaType = "application/vnd.dev.sigstore.bundle.v0.3+json"
  private static let predicateType = "https://model_signing/signature/v1.0"
  private static let ignoredPaths = ["attestations", BagLayout.tagManifest]

  private let payload: [UInt8]
  private let signature: [UInt8]
  /// The SHA-256 of the key in PEM, by which verifiers tell a wrong key early.
  private let hint: String

  /// Seals the files of a bundle by their digests.
  package init(
    of digests: [String: ContentDigest],
    named name: String,
    with key: SigningKey
  ) throws(KeyError) {
    payload = Self.statement(of: digests, named: name)
    signature = try key.signature(for: Envelope.encoding(of: payload))
    hint = ContentDigest(sha256Of: Array(key.publicKey.pem.utf8)).hex
  }

  /// Whether some bytes are the seal of these files, by one of the keys; nil where no key is known.
  package static func isSound(
    _ bytes: [UInt8],
    for digests: [String: ContentDigest],
    named name: String,
    keys: [PublicKey]
  ) -> Bool? {
    guard let seal = Seal(reading: bytes), seal.payload == statement(of: digests, named: name)
    else {
      return false
    }
    let known = keys.filter { ContentDigest(sha256Of: Array($0.pem.utf8)).hex == seal.hint }
    guard !known.isEmpty else { return nil }
    return known.contains { $0.isValid(seal.signature, for: Envelope.encoding(of: seal.payload)) }
  }

  private init?(reading bytes: [UInt8]) {
    guard let value = Self.value(bytes),
      let envelope = value["dsseEnvelope"],
      case .string(let payload)? = envelope["payload"], let body = Base64.bytes(of: payload),
      case .array(let signatures)? = envelope["signatures"], signatures.count == 1,
      case .string(let text)? = signatures[0]["sig"], let signature = Base64.bytes(of: text),
      case .string(let hint)? = value["verificationMaterial"]?["publicKey"]?["hint"]
    else { return nil }
    (self.payload, self.signature, self.hint) = (body, signature, hint)
    guard self.bytes == bytes else { return nil }
  }

  private static func value(_ bytes: [UInt8]) -> JSONValue? {
    do {
      return try CanonicalJSONReader.value(of: bytes)
    } catch {
      return nil
    }
  }

  /// The canonical bytes of the signature file.
  package var bytes: [UInt8] {
    CanonicalJSON.bytes(of: [
      "mediaType": .string(Self.mediaType),
      "verificationMaterial": ["publicKey": ["hint": .string(hint)], "tlogEntries": []],
      "dsseEnvelope": [
        "payload": .string(Base64.text(of: payload)),
        "payloadType": .string(Envelope.payloadType),
        "signatures": [["sig": .string(Base64.text(of: signature))]],
      ],
    ])
  }

  /// The in-toto statement: each file with its digest, and a digest over all digests in order.
  private static func statement(
    of digests: [String: ContentDigest],
    named name: String
  ) -> [UInt8] {
    let files = digests.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let all = ContentDigest(sha256Of: files.flatMap(\.value.bytes))
    return CanonicalJSON.bytes(of: [
      "_type": "https://in-toto.io/Statement/v1",
      "subject": [["name": .string(name), "digest": ["sha256": .string(all.hex)]]],
      "predicateType": .string(predicateType),
      "predicate": [
        "serialization": [
          "method": "files", "hash_type": "sha256", "allow_symlinks": false,
          "ignore_paths": .strings(ignoredPaths),
        ],
        "resources": .array(
          files.map {
            [
              "name": .string($0.key), "digest": .string($0.value.hex), "algorithm": "sha256",
            ]
          }
        ),
      ],
    ])
  }
}
