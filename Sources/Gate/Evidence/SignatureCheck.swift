// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import Documents
internal import EvidenceBundle
internal import GateModel

/// Checks the attestations of a bundle: what they are about, and which trusted keys signed.
struct SignatureCheck {
  private(set) var problems: [BundleProblem] = []
  /// One line for each signature.
  private(set) var signers: [String] = []
  /// The ids of trusted keys whose gate result says what judging again found.
  private(set) var trusted: Set<String> = []

  private let statement: BundleStatement
  private let evidenceDigest: ContentDigest
  private let sealed: (digests: [String: ContentDigest], name: String)
  private let keys: [PublicKey]

  init(
    _ statement: BundleStatement,
    _ evidenceDigest: ContentDigest,
    sealed: (digests: [String: ContentDigest], name: String),
    trusting keys: [PublicKey]
  ) {
    (self.statement, self.evidenceDigest, self.keys) = (statement, evidenceDigest, keys)
    self.sealed = sealed
    for file in statement.attestations { check(file) }
  }

  private mutating func check(_ file: BundleFile) {
    let path = "attestations/\(file.path)"
    guard file.path.hasSuffix(".dsse.json") else { return checkSeal(file, at: path) }
    do {
      let envelope = try Envelope(reading: file.bytes)
      let statement = try JSONReader.read(envelope.payload)
      check(statement, in: envelope, at: path)
    } catch let error as BundleError {
      report(path, error.reason)
    } catch {
      report(path, "holds a statement that cannot be read")
    }
  }

  private mutating func checkSeal(_ file: BundleFile, at path: String) {
    switch Seal.isSound(file.bytes, for: sealed.digests, named: sealed.name, keys: keys) {
    case true?: signers.append("OpenSSF Model Signing seal by a trusted key")
    case false?: report(path, "is not a seal of this bundle by the key that it names")
    case nil: signers.append("OpenSSF Model Signing seal by an unknown key")
    }
  }

  private mutating func check(_ node: Node, in envelope: Envelope, at path: String) {
    let type = node["predicateType"]?.text ?? ""
    guard node["_type"]?.text == Attestation.statementType, names(evidence: node, type) else {
      return report(path, "is about something else than this bundle")
    }
    if type == Attestation.gateResult, !agrees(node["predicate"]) {
      return report(path, "says something else than judging again finds")
    }
    let known = keys.filter { $0.id == envelope.keyID }
    if known.isEmpty {
      signers.append("\(type) by an unknown key \(envelope.keyID)")
      return
    }
    guard known.contains(where: envelope.isSigned) else {
      return report(path, "has a signature that the key \(envelope.keyID) did not make")
    }
    signers.append("\(type) by the trusted key \(envelope.keyID)")
    if type == Attestation.gateResult { trusted.insert(envelope.keyID) }
  }

  /// Whether a statement is about the evidence digest; a summary is about a model, on that evidence.
  private func names(evidence node: Node, _ type: String) -> Bool {
    let list =
      type == Attestation.summary
      ? node.at("predicate", "inputAttestations")?.list : node["subject"]?.list
    return (list ?? .empty).contains { $0.at("digest", "sha256")?.text == evidenceDigest.hex }
  }

  private func agrees(_ predicate: Node?) -> Bool {
    let stated = [
      ("verdict", statement.verdict.rawValue), ("asOf", statement.asOf.description),
      ("commit", statement.commit.hex), ("policyDigest", statement.policyDigest.hex),
    ]
    return stated.allSatisfy { predicate?[$0.0]?.text == $0.1 }
  }

  private mutating func report(_ path: String, _ what: String) {
    problems.append(
      BundleProblem(path: path, what: what, help: "remove it, or have the bundle signed again")
    )
  }
}
