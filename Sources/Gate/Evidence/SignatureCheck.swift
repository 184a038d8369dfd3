// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import Documents
internal import EvidenceBundle
internal import GateModel
internal import Survey

/// Checks the attestations of a bundle: what they are about, and which trusted keys signed.
struct SignatureCheck {
  private(set) var problems: [Problem] = []
  /// Each signature that is not wrong.
  private(set) var signatures: [BundleSignature] = []
  /// The ids of trusted keys whose gate result says what judging again found.
  private(set) var trusted: Set<String> = []

  private let statement: BundleStatement
  private let evidenceDigest: ContentDigest
  private let sealed: (digests: [String: ContentDigest], name: String)
  private let keys: [PublicKey]
  /// The day on which the bundle is relied on.
  private let today: CalendarDate?
  /// The keys that the policy binds to roles; who relies on them has to know the policy.
  private var policyKeys: [PublicKey] { statement.signers.compactMap(\.key.plain) }

  init(
    _ statement: BundleStatement,
    _ evidenceDigest: ContentDigest,
    sealed: (digests: [String: ContentDigest], name: String),
    trusting keys: [PublicKey],
    on today: CalendarDate?
  ) {
    self.today = today
    (self.statement, self.evidenceDigest, self.keys) = (statement, evidenceDigest, keys)
    self.sealed = sealed
    for file in statement.attestations { check(file) }
  }

  private mutating func check(_ file: BundleFile) {
    let path = "attestations/\(file.path)"
    guard file.path.hasSuffix(".dsse.json") else { return checkSeal(file, at: path) }
    let envelope: Envelope
    do throws(Problem) {
      envelope = try Envelope(reading: file.bytes)
    } catch {
      return report(path, error.message)
    }
    do throws(Problem) {
      check(try JSONReader.read(envelope.payload), in: envelope, at: path)
    } catch {
      report(path, "holds a statement that cannot be read: \(error.message)")
    }
  }

  private mutating func checkSeal(_ file: BundleFile, at path: String) {
    for (standing, keys) in [(BundleSignature.Standing.trusted, keys), (.policy, policyKeys)] {
      switch Seal.isSound(file.bytes, for: sealed.digests, named: sealed.name, keys: keys) {
      case true?: return addSeal(standing, file.path)
      case false?: return report(path, "is not a seal of this bundle by the key that it names")
      case nil: continue
      }
    }
    addSeal(.unknown, file.path)
  }

  private mutating func addSeal(_ standing: BundleSignature.Standing, _ file: String) {
    signatures.append(
      BundleSignature(
        file: file,
        type: "OpenSSF Model Signing seal",
        keyID: nil,
        standing: standing,
        bindings: [],
        day: nil,
        doubt: nil
      )
    )
  }

  private mutating func check(_ node: Node, in envelope: Envelope, at path: String) {
    let type = node["predicateType"]?.text ?? ""
    guard node["_type"]?.text == Attestation.statementType, names(evidence: node, type) else {
      return report(path, "is about something else than this bundle")
    }
    guard agrees(node, type) else {
      return report(path, "says something else than judging again finds")
    }
    let standing = standing(of: envelope.keyID)
    let known = (keys + policyKeys).filter { $0.id == envelope.keyID }
    guard standing == .unknown || known.contains(where: envelope.isSigned) else {
      return report(path, "has a signature that the key \(envelope.keyID) did not make")
    }
    let signedAt = node.at("predicate", "signedAt")?.text
    let day = signedAt.flatMap { CalendarDate(String($0.prefix(10))) }
    signatures.append(
      BundleSignature(
        file: TreePath.name(of: path),
        type: type,
        keyID: envelope.keyID,
        standing: standing,
        bindings: statement.signers.filter { $0.key.id == envelope.keyID },
        day: day,
        doubt: day.flatMap(doubt)
      )
    )
    if type == Attestation.gateResult, standing == .trusted { trusted.insert(envelope.keyID) }
  }

  /// Why nobody can have signed on a day: what is signed was not there yet, or the day is yet to come.
  ///
  /// Signers write the day themselves, so that a key that counts no more could choose one on which it did.
  private func doubt(about day: CalendarDate) -> String? {
    if let made = statement.commitDay, day < made {
      return "says that it signed before the commit was made"
    }
    if day < statement.asOf { return "says that it signed before the day of the check" }
    guard let today, today < day else { return nil }
    return "says that it signed on a day that is yet to come"
  }

  private func standing(of keyID: String) -> BundleSignature.Standing {
    if keys.contains(where: { $0.id == keyID }) { return .trusted }
    return policyKeys.contains { $0.id == keyID } ? .policy : .unknown
  }

  /// Whether a statement is about the evidence digest; a summary is about a model, on that evidence.
  private func names(evidence node: Node, _ type: String) -> Bool {
    let list =
      type == Attestation.summary
      ? node.at("predicate", "inputAttestations")?.list : node["subject"]?.list
    return (list ?? .empty).contains { $0.at("digest", "sha256")?.text == evidenceDigest.hex }
  }

  /// Whether a statement says of the verdict what judging again finds, whoever signed it.
  private func agrees(_ node: Node, _ type: String) -> Bool {
    let predicate = node["predicate"]
    switch type {
    case Attestation.gateResult: return agrees(predicate)
    case Attestation.testResult:
      let failed = predicate?["result"]?.text == "FAILED"
      return statement.verdict != .undecided && failed == (statement.verdict == .fail)
    case Attestation.summary:
      let result = statement.verdict == .pass ? "PASSED" : "FAILED"
      let models = Set(statement.models.compactMap { $0.sha256?.hex })
      return statement.verdict != .undecided && predicate?["verificationResult"]?.text == result
        && (node["subject"]?.list ?? .empty).allSatisfy { subject in
          subject.at("digest", "sha256")?.text.map(models.contains) ?? false
        }
    default: return true
    }
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
      Problem(path: path, message: what, help: "remove it, or have the bundle signed again")
    )
  }
}
