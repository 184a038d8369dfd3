// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// What it takes to add an entry to a hash tree without knowing its entries: the hashes of its full
/// subtrees, the largest first, one for each bit of the number of entries.
package struct MerkleFrontier: Hashable, Sendable {
  /// How many entries the tree has.
  package private(set) var count: Int
  private var subtrees: [ContentDigest]

  /// The frontier of a tree without entries.
  package init() { (count, subtrees) = (0, []) }

  /// The frontier of a tree by the audit path of its last entry; nil when it cannot be one.
  package init?(of entry: [UInt8], last count: Int, path: [ContentDigest]) {
    guard count > 0, path.count == (count - 1).nonzeroBitCount else { return nil }
    (self.count, subtrees) = (count - 1, path.reversed())
    append(entry)
  }

  /// The number of entries and the hash over them.
  package var checkpoint: Checkpoint {
    guard let last = subtrees.last else { return .empty }
    let root = subtrees.dropLast().reversed().reduce(last) { MerkleTree.node($1, $0) }
    return Checkpoint(count: count, root: root)
  }

  /// The audit path (RFC 6962 §2.1.1) of the entry that is added next, in the tree with it.
  package var nextPath: [ContentDigest] { subtrees.reversed() }

  /// The proof that the tree with one more entry has all of this one's (RFC 6962 §2.1.2).
  package func consistencyProof(adding entry: [UInt8]) -> [ContentDigest] {
    guard let last = subtrees.last else { return [] }
    let leaf = MerkleTree.leaf(entry)
    return subtrees.count == 1
      ? [leaf] : [last, leaf] + subtrees.dropLast().reversed()
  }

  /// Adds an entry.
  package mutating func append(_ entry: [UInt8]) {
    var subtree = MerkleTree.leaf(entry)
    var completed = count
    while completed & 1 == 1, let sibling = subtrees.popLast() {
      subtree = MerkleTree.node(sibling, subtree)
      completed >>= 1
    }
    subtrees.append(subtree)
    count += 1
  }
}
