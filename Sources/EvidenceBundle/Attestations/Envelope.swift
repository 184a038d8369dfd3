// SPDX-License-Identifier: Apache-2.0

package import Digests
package import GateModel
internal import Texts

/// A DSSE envelope (secure-systems-lab/dsse, envelope.md and protocol.md v1.0.2) around an in-toto
/// statement, with one signature.
package struct Envelope: Hashable, Sendable {
  /// The type of in-toto statements.
  package static let payloadType = "application/vnd.in-toto+json"

  /// The statement, byte for byte.
  package let payload: [UInt8]
  /// The id of the key that claims to have signed: a hint, no proof.
  package let keyID: String
  /// The signature over the pre-authentication encoding.
  package let signature: [UInt8]

  /// Signs a statement.
  package init(signing payload: [UInt8], with key: SigningKey) throws(KeyError) {
    self.payload = payload
    keyID = key.publicKey.id
    signature = try key.signature(for: Self.encoding(of: payload))
  }

  /// Reads an envelope in the one form that `bytes` writes.
  package init(reading bytes: [UInt8]) throws(Problem) {
    do {
      try self.init(parsing: bytes)
    } catch {
      throw Problem(
        path: "attestation",
        message: error.what,
        help: "sign the bundle again with 'modelgate sign'"
      )
    }
  }

  private init(parsing bytes: [UInt8]) throws(MalformedBytes) {
    var fields = try IndexFields(CanonicalJSONReader.value(of: bytes), of: "the envelope")
    guard try fields.string("payloadType") == Self.payloadType else {
      throw MalformedBytes("holds no in-toto statement")
    }
    guard let payload = Base64.bytes(of: try fields.string("payload")) else {
      throw MalformedBytes("has a payload that is not base64")
    }
    let signatures = try fields.array("signatures")
    try fields.requireNoOthers()
    guard signatures.count == 1 else { throw MalformedBytes("has not one signature") }
    var signature = try IndexFields(signatures[0], of: "the signature")
    keyID = try signature.string("keyid")
    guard let raw = Base64.bytes(of: try signature.string("sig")) else {
      throw MalformedBytes("has a signature that is not base64")
    }
    try signature.requireNoOthers()
    (self.payload, self.signature) = (payload, raw)
  }

  /// The canonical bytes of the envelope.
  package var bytes: [UInt8] {
    CanonicalJSON.bytes(of: [
      "payloadType": .string(Self.payloadType),
      "payload": .string(Base64.text(of: payload)),
      "signatures": [["keyid": .string(keyID), "sig": .string(Base64.text(of: signature))]],
    ])
  }

  /// Whether a key made the signature.
  package func isSigned(by key: PublicKey) -> Bool {
    key.isValid(signature, for: Self.encoding(of: payload))
  }

  /// What is signed (protocol.md, "PAE"): type and payload, each after its length.
  package static func encoding(of payload: [UInt8], type: String = payloadType) -> [UInt8] {
    SignedPayload.encoding(of: payload, type: type)
  }
}
