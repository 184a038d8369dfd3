// SPDX-License-Identifier: Apache-2.0

package import EvidenceBundle
package import GateModel
internal import Reporting
package import Survey

/// What a bundle says, after it was judged again.
package struct BundleStatement: Hashable, Sendable {
  /// A judged system.
  package struct System: Hashable, Sendable {
    /// The id.
    package let id: String
    /// The name for people.
    package let name: String
    /// The risk tier.
    package let tier: String
  }

  /// An applied rule pack.
  package struct Pack: Hashable, Sendable {
    /// The id.
    package let id: String
    /// The version.
    package let version: String
    /// The digest of its files.
    package let digest: ContentDigest
    /// Whether it bears the name of a shipped pack and is another one than this program ships.
    let isAltered: Bool
  }

  /// A list of known findings, and how many of them are there still.
  package struct Baseline: Hashable, Sendable {
    /// The path of the list.
    package let path: String
    /// How many findings it excuses.
    package let count: Int
  }

  /// The verdict of judging again; that of the report where inputs are missing.
  package private(set) var verdict: Verdict
  /// The verdict if no finding were excused for being known before.
  package let verdictWithoutBaseline: Verdict
  /// The file of known findings that counted for nothing, and their number; nil without one.
  package let baseline: Baseline?
  /// The day of the check.
  package let asOf: CalendarDate
  /// The checked commit.
  package let commit: ObjectID
  /// The day on which it was committed, where the bundle says it.
  package let commitDay: CalendarDate?
  /// The checked folder; empty for the whole tree.
  package let root: String
  /// The program that made the bundle, with its version.
  package let softwareAgent: String
  /// All that was asked, in words.
  let asked: String
  /// The digest of policy, packs and waivers.
  package let policyDigest: ContentDigest
  /// The revision that they were read from, where it is not the checked one.
  package let policyRevision: String?
  /// The commit of that revision.
  package let policyCommit: ObjectID?
  /// Whether policy or packs came from a disk, so that no commit proves them.
  package let isPolicyFromDisk: Bool
  /// The threshold of failure.
  package let failOn: String
  /// The threshold of the policy, where the caller set a weaker one.
  let weakenedThreshold: FailureThreshold?
  /// Whether a failed rule of the severity `error` does not fail the run.
  let toleratesErrors: Bool
  /// The judged systems.
  package let systems: [System]
  /// The applied packs.
  package let packs: [Pack]
  /// The models of the judged systems.
  package let models: [BundleModel]
  /// The git blobs of their weights, by path, where the commit holds these.
  let weightBlobs: [String: ObjectID]
  /// The keys that the policy binds to roles.
  package let signers: [PolicySigner]
  /// How many facts are believed because no repository was at hand.
  package var trustedFacts: Int
  /// The files of which is believed that they call themselves no artifact; none with a repository.
  package var lookedAt: [String]
  /// How many facts a repository contradicts.
  package var contradictedFacts = 0
  /// Whether another version of the program made the bundle.
  package var isByOtherVersion = false
  /// The inputs that are not here, sorted by path, so that what rests on them was not judged again.
  package private(set) var notReplayed: [RedactedInput] = []
  /// The attestations in the bundle.
  let attestations: [BundleFile]

  init(_ record: BundleRecord, _ outcome: Rejudgement.Outcome) {
    let report = outcome.report
    verdict = report.verdict
    verdictWithoutBaseline = report.verdictWithoutBaseline
    baseline = report.request.baseline.map { path in
      Baseline(path: path, count: report.results.count { $0.knownSince != nil })
    }
    (asOf, asked) = (report.asOf, report.asked)
    (commit, root, softwareAgent) = (record.commit, record.root, record.softwareAgent)
    commitDay = record.commitTime.flatMap { CalendarDate(unixSeconds: $0) }
    policyDigest = report.policy.digest
    (policyRevision, policyCommit) = (report.policy.ref, record.policyCommit)
    isPolicyFromDisk = outcome.facts.request.isFromDisk
    failOn = report.policy.failOn.rawValue
    toleratesErrors = !report.policy.failOn.includes(.error)
    let own = outcome.governance.policy.failOn
    weakenedThreshold =
      FailureThreshold.stricter(own, report.policy.failOn) == report.policy.failOn ? nil : own
    systems = report.systems.map { System(id: $0.id, name: $0.name, tier: $0.tier.rawValue) }
    packs = report.packs.map { pack in
      let own = pack.source == .shipped ? Governance.digest(ofShipped: pack.id) : nil
      return Pack(
        id: pack.id,
        version: pack.version,
        digest: pack.digest,
        isAltered: pack.source == .shipped && own != pack.digest
      )
    }
    models = outcome.survey.bundleModels
    let weights = Set(models.compactMap(\.path))
    weightBlobs = Dictionary(
      record.entries.filter { weights.contains($0.path) }.map { ($0.path, $0.id) },
      uniquingKeysWith: { first, _ in first }
    )
    signers = outcome.governance.policy.signers
    trustedFacts = outcome.facts.count
    lookedAt = outcome.facts.lookedAt.sorted()
    attestations = record.attestations
  }

  /// The packs that a program of this version would not have applied under their name.
  var alteredPacks: [Problem] {
    packs.filter(\.isAltered).map { pack in
      Problem(
        path: "data/policy",
        message: "applies a pack '\(pack.id)' that is not the one of this program",
        help: "do not rely on the bundle: make it anew from the commit"
      )
    }
  }

  /// Takes the verdict of the report itself, because judging again lacks inputs.
  mutating func take(_ stated: Verdict?, of record: BundleRecord) {
    verdict = stated ?? .undecided
    notReplayed = record.redacted
  }
}

extension Report {
  /// The verdict if no finding were excused for being known before.
  fileprivate var verdictWithoutBaseline: Verdict {
    guard results.contains(where: { $0.knownSince != nil }) else { return verdict }
    var results = results
    for index in results.indices where results[index].knownSince != nil {
      results[index].knownSince = nil
    }
    return VerdictRule(failOn: policy.failOn).verdict(on: results, faults: faults)
  }
}

extension Survey {
  /// The models of all systems, with the strongest thing that says which bytes they are.
  var bundleModels: [BundleModel] {
    dossiers.flatMap { dossier in
      dossier.models.map { BundleModel($0, of: dossier.systemID) }
    }
  }
}

extension BundleModel {
  fileprivate init(_ model: Dossier.Model, of system: String) {
    self.init(
      system: system,
      name: model.model.name,
      version: model.model.version,
      path: model.model.weights,
      sha256: model.model.sha256.flatMap { ContentDigest(hex: $0) },
      size: nil,
      origin: .declared
    )
    switch model.weights {
    case .lfs(let digest, let byteCount): (sha256, size, origin) = (digest, byteCount, .lfs)
    case .present(let byteCount, let digest): (sha256, size, origin) = (digest, byteCount, .tree)
    case .folder, .brokenPointer, .missing, .undeclared: break
    }
  }
}

extension ReplayRequest {
  /// Whether policy or packs came from a disk.
  var isFromDisk: Bool {
    if case .file = policy { return true }
    return packs.contains { $0.name.contains("/") }
  }
}
