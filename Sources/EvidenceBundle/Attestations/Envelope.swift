// SPDX-License-Identifier: Apache-2.0

package import Digests
package import GateModel
internal import Texts

/// A DSSE envelope (secure-systems-lab/dsse, envelope.md and protocol.md v1.0.2) around an in-toto
/// statement, with the signature of one key, which stands there once for each id of the key.
package struct Envelope: Hashable, Sendable {
  /// The type of in-toto statements.
  package static let payloadType = "application/vnd.in-toto+json"

  /// The statement, byte for byte.
  package let payload: [UInt8]
  /// The ids of the key that claims to have signed: hints, no proof.
  private let keyIDs: [String]
  /// The signature over the pre-authentication encoding.
  package let signature: [UInt8]

  /// The id of the key that claims to have signed, as `PublicKey.id`.
  package var keyID: String { keyIDs[0] }

  /// Signs a statement.
  package init(signing payload: [UInt8], with key: SigningKey) throws(KeyError) {
    self.payload = payload
    keyIDs = key.publicKey.ids
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
    guard let raw = try Self.signature(in: signatures) else {
      throw MalformedBytes("has not the signature of one key")
    }
    keyIDs = raw.keyIDs
    (self.payload, self.signature) = (payload, raw.bytes)
  }

  /// The signature, and the ids under which it is listed; nil where there is not one alone.
  private static func signature(
    in list: [JSONValue]
  ) throws(MalformedBytes) -> (keyIDs: [String], bytes: [UInt8])? {
    var keyIDs: [String] = []
    var texts: Set<String> = []
    for value in list {
      var fields = try IndexFields(value, of: "the signature")
      keyIDs.append(try fields.string("keyid"))
      texts.insert(try fields.string("sig"))
      try fields.requireNoOthers()
    }
    guard let text = texts.first, texts.count == 1, Set(keyIDs).count == keyIDs.count else {
      return nil
    }
    guard let bytes = Base64.bytes(of: text) else {
      throw MalformedBytes("has a signature that is not base64")
    }
    return (keyIDs, bytes)
  }

  /// The canonical bytes of the envelope.
  package var bytes: [UInt8] {
    let text = Base64.text(of: signature)
    return CanonicalJSON.bytes(of: [
      "payloadType": .string(Self.payloadType),
      "payload": .string(Base64.text(of: payload)),
      "signatures": .array(keyIDs.map { ["keyid": .string($0), "sig": .string(text)] }),
    ])
  }

  /// Whether a key made the signature, which is listed under its ids and no others.
  package func isSigned(by key: PublicKey) -> Bool {
    keyIDs == key.ids && key.isValid(signature, for: Self.encoding(of: payload))
  }

  /// What is signed (protocol.md, "PAE"): type and payload, each after its length.
  package static func encoding(of payload: [UInt8], type: String = payloadType) -> [UInt8] {
    SignedPayload.encoding(of: payload, type: type)
  }
}
