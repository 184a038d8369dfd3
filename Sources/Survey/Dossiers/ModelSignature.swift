// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import Documents
internal import GateModel

/// The OpenSSF Model Signing signature beside the weights of a model (model-signing-spec, v1.0).
package struct ModelSignature: Hashable, Sendable {
  /// What was found.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// There is none.
    case absent
    /// A key of the policy made it, and it names the weights with their digest.
    case good
    /// It is damaged, names other weights, or the key that it names did not make it.
    case bad
    /// Its key is none of the policy, or it rests on certificates, which are not verified here.
    case unverified
  }

  /// What was found.
  package var state: State
  /// The id of the key that made it: the SHA-256 of the key in DER.
  package var key: String?
  /// The roles to which the policy binds that key without an end; the signature states no day.
  package var roles: [String]

  /// Creates what was found.
  package init(state: State, key: String? = nil, roles: [String] = []) {
    (self.state, self.key, self.roles) = (state, key, roles)
  }

  /// No signature.
  package static let absent = ModelSignature(state: .absent)

  /// The names of a signature: what the reference implementation writes, and one beside a single file.
  private static func paths(of weights: String) -> [String] {
    let folder = TreePath.folder(of: weights)
    let near = folder.isEmpty ? "model.sig" : "\(folder)/model.sig"
    return ["\(weights).sig", "\(weights)/model.sig", near]
  }

  /// The largest signature that is read, in bytes; it has a line for each file of the model.
  private static let byteLimit = 4 << 20

  /// Looks for the signature of a model in a tree.
  ///
  /// - Parameters:
  ///   - model: The model as declared.
  ///   - digest: The SHA-256 of its weights, as the tree proves it.
  ///   - signers: The keys that the policy binds to roles.
  ///   - entries: The entries of the tree, by path.
  ///   - tree: The tree.
  /// - Returns: What is there.
  /// - Throws: When the file cannot be read.
  static func find(
    _ model: DeclaredModel,
    of digest: ContentDigest?,
    by signers: [PolicySigner],
    among entries: EntryIndex,
    in tree: borrowing some SourceTree & ~Copyable
  ) throws(Problem) -> ModelSignature {
    guard let weights = model.weights,
      let entry = paths(of: weights).lazy.compactMap({ entries[$0] }).first,
      [.file, .executable].contains(entry.kind)
    else { return .absent }
    guard try tree.byteCount(of: entry) <= byteLimit else {
      return ModelSignature(state: .unverified)
    }
    let bytes = try tree.bytes(of: entry)
    guard let file = SignatureFile(bytes) else { return ModelSignature(state: .bad) }
    guard let digest else { return ModelSignature(state: .unverified) }
    guard file.names(weights, digest, from: TreePath.folder(of: entry.path)) else {
      return ModelSignature(state: .bad)
    }
    return file.verified(by: signers)
  }
}

/// A Sigstore bundle with a signed list of the files of a model.
private struct SignatureFile {
  private let payload: [UInt8]
  private let payloadType: String
  private let signature: [UInt8]
  /// The SHA-256 of the key in PEM; nil where a certificate stands for it.
  private let hint: String?
  private let statement: Node

  init?(_ bytes: [UInt8]) {
    do throws(Problem) {
      let node = try JSONReader.read(bytes)
      let envelope = node["dsseEnvelope"]
      guard let payload = (envelope?["payload"]?.text).flatMap({ Base64.bytes(of: $0) }),
        let type = envelope?["payloadType"]?.text,
        let list = envelope?["signatures"]?.list, list.count == 1,
        let signature = (list.first?["sig"]?.text).flatMap({ Base64.bytes(of: $0) })
      else { return nil }
      (self.payload, payloadType, self.signature) = (payload, type, signature)
      hint = node.at("verificationMaterial", "publicKey", "hint")?.text
      statement = try JSONReader.read(payload)
    } catch {
      return nil
    }
    guard statement["predicateType"]?.text == "https://model_signing/signature/v1.0" else {
      return nil
    }
  }

  /// Whether the list names a file with its digest, by its path from the folder of the signature.
  func names(_ path: String, _ digest: ContentDigest, from folder: String) -> Bool {
    let name = folder.isEmpty ? path : String(path.dropFirst(folder.count + 1))
    let resources = statement.at("predicate", "resources")?.list ?? .empty
    return resources.contains { resource in
      resource["name"]?.text == name && resource["algorithm"]?.text == "sha256"
        && resource["digest"]?.text == digest.hex
    }
  }

  func verified(by signers: [PolicySigner]) -> ModelSignature {
    let named = signers.filter { signer in
      signer.key.plain.map { ContentDigest(sha256Of: Array($0.pem.utf8)).hex } == hint
    }
    guard let key = named.first?.key.plain else { return ModelSignature(state: .unverified) }
    let signed = SignedPayload.encoding(of: payload, type: payloadType)
    guard key.isValid(signature, for: signed) else { return ModelSignature(state: .bad) }
    let roles = Set(named.filter { $0.until == nil }.map(\.role)).sorted()
    return ModelSignature(state: .good, key: key.id, roles: roles)
  }
}
