// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel

/// One verification in progress: what the bundle states, and what was found wrong so far.
struct Examination {
  private let bag: StoredBag
  private let limits: BundleLimits
  private let metadata: Reading<BagMetadata>
  private let inputs: Reading<InputIndex>
  private let policy: Reading<PolicyIndex>
  private var problems: [Problem]
  private var chain: BundleChain?
  private var provenTrees: [String] = []
  private var record: BundleRecord?
  private let frame: ArchiveFrame?

  init(of listing: BundleListing, limits: BundleLimits) {
    self.limits = limits
    frame = listing.frame
    bag = StoredBag(listing)
    metadata = bag.read(BagLayout.metadata, with: BagMetadata.init(reading:))
    inputs = bag.read(BagLayout.inputIndex, with: InputIndex.init(reading:))
    policy = bag.read(BagLayout.policyIndex, with: PolicyIndex.init(reading:))
    problems = listing.problems + metadata.problems + inputs.problems + policy.problems
  }

  /// The result of all checks that were made.
  var result: BundleVerification {
    BundleVerification(
      commit: metadata.value?.commit ?? inputs.value?.commit,
      evidenceDigest: bag.digests[BagLayout.payloadManifest],
      fileCount: bag.files.count,
      problems: problems,
      record: problems.isEmpty ? record : nil,
      frame: frame
    )
  }

  /// Checks that the bag is complete, unchanged and without additions.
  mutating func checkBag() {
    problems += LayoutCheck.problems(of: bag, inputs: inputs.value, policy: policy.value)
    problems += ManifestCheck.problems(of: bag)
    if let metadata = metadata.value {
      problems += MetadataCheck.problems(of: metadata, index: inputs.value, in: bag)
    }
    if let inputs = inputs.value { problems += IndexCheck.problems(of: inputs, in: bag) }
    if let policy = policy.value { problems += IndexCheck.problems(of: policy, in: bag) }
  }

  /// Checks that what the bundle says of earlier ones is proven by its own log.
  mutating func checkChain() {
    guard bag.files[BagLayout.logCheckpoint] != nil else { return }
    for path in BundleChain.paths where bag.files[path] == nil {
      problems.append(.damaged(path, "is missing, although there is a checkpoint"))
    }
    guard BundleChain.paths.allSatisfy({ bag.files[$0] != nil }) else { return }
    let reading = bag.read(BagLayout.logCheckpoint) { [bag] bytes throws(MalformedBytes) in
      guard let checkpoint = Checkpoint(String(decoding: bytes, as: UTF8.self)) else {
        throw MalformedBytes("is no checkpoint of a log")
      }
      return try BundleChain(
        checkpoint: checkpoint,
        inclusion: bag.held(BagLayout.logInclusion) ?? [],
        consistency: bag.held(BagLayout.logConsistency) ?? []
      )
    }
    problems += reading.problems
    problems += (reading.value?.faults ?? []).map { .unproven($0.path, $0.what) }
    chain = reading.value
  }

  /// Checks that the pack leads from the commit to every input.
  mutating func checkRepository() {
    guard let objects = packedObjects(), let index = inputs.value else { return }
    var proof = RepositoryProof(objects, of: index, policyCommit: policy.value?.commit)
    problems += proof.findProblems()
    let held = index.entries.filter { $0.file != nil }.map(\.blob)
    let known = Set((held + (policy.value?.blobs ?? [])).map(\.hex))
    problems += objects.filter { $0.value.kind == .blob && !known.contains($0.key) }.keys.sorted()
      .map { .unproven(BagLayout.pack, "holds a blob \($0) that no index names a file for") }
    provenTrees = proof.checkedTrees
    record = BundleRecord(bag, metadata.value, index, policy.value, proof, objects, chain)
  }

  private mutating func packedObjects() -> [String: PackedObject]? {
    guard let pack = bag.files[BagLayout.pack] else { return nil }
    do throws(MalformedBytes) {
      return try PackReader.objects(in: pack, limits: limits)
    } catch {
      problems.append(.damaged(BagLayout.pack, error.what))
      return nil
    }
  }

  /// Checks that the report agrees with what is proven.
  mutating func checkReport(_ reader: ([UInt8]) throws -> ReportFacts) {
    guard let report = bag.files[BagLayout.report] else { return }
    do {
      let facts = try reader(try report.bytes())
      guard let index = inputs.value else { return }
      problems += ReportAgreement(facts, with: index)
        .problems(trees: provenTrees, policy: policy.value?.digest)
    } catch {
      problems.append(.damaged(BagLayout.report, "cannot be read: \(error)"))
    }
  }
}
