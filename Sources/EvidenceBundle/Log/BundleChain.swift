// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// How a bundle follows those of earlier releases: it names the one before it, and proves that the log
/// of all of them (RFC 6962) has that one as its last entry and goes on from the log before.
package struct BundleChain: Hashable, Sendable {
  /// The bundle before.
  package let previous: LogEntry
  /// The log of all bundles before this one.
  package let checkpoint: Checkpoint
  /// The log when the bundle before was made, as that one states it.
  package let earlier: Checkpoint
  /// The audit path of the bundle before.
  package let inclusion: [ContentDigest]
  /// The proof that the log goes on from the earlier one.
  package let consistency: [ContentDigest]

  init(
    previous: LogEntry,
    checkpoint: Checkpoint,
    earlier: Checkpoint,
    inclusion: [ContentDigest],
    consistency: [ContentDigest]
  ) {
    (self.previous, self.checkpoint, self.earlier) = (previous, checkpoint, earlier)
    (self.inclusion, self.consistency) = (inclusion, consistency)
  }

  /// Goes on from a bundle, by what that one says of those before it; nil when its chain cannot be
  /// one.
  package init?(after previous: LogEntry, of chain: BundleChain?) {
    var frontier = MerkleFrontier()
    if let chain {
      guard let known = chain.frontier else { return nil }
      frontier = known
    }
    let consistency = frontier.consistencyProof(adding: previous.line)
    let (earlier, inclusion) = (frontier.checkpoint, frontier.nextPath)
    frontier.append(previous.line)
    self.init(
      previous: previous,
      checkpoint: frontier.checkpoint,
      earlier: earlier,
      inclusion: inclusion,
      consistency: consistency
    )
  }

  private var frontier: MerkleFrontier? {
    MerkleFrontier(of: previous.line, last: checkpoint.count, path: inclusion)
  }

  /// What is wrong with the proofs, as lower-case phrases by the files that hold them.
  var faults: [(path: String, what: String)] {
    var faults: [(String, String)] = []
    if frontier?.checkpoint != checkpoint {
      let what = "does not prove that the named bundle is the last entry of the log"
      faults.append((BagLayout.logInclusion, what))
    }
    let goesOn = MerkleTree.isConsistent(earlier, with: checkpoint, proof: consistency)
    if earlier.count != checkpoint.count - 1 || !goesOn {
      let what = "does not prove that the log goes on from the one that it names"
      faults.append((BagLayout.logConsistency, what))
    }
    return faults
  }
}
