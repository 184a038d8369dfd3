// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// The hash tree of an append-only log (RFC 6962 §2.1): whoever keeps an older root can tell whether
/// anything before it was changed, dropped or reordered.
package struct MerkleTree: Hashable, Sendable {
  private let leaves: [ContentDigest]

  /// The tree over some entries, in their order.
  package init(of entries: [[UInt8]]) {
    leaves = entries.map(Self.leaf)
  }

  /// How many entries there are.
  package var count: Int { leaves.count }

  /// The hash of the first entries; that of none is the hash of nothing.
  package func root(ofFirst count: Int) -> ContentDigest {
    guard count > 0 else { return ContentDigest(sha256Of: []) }
    return Self.hash(leaves[..<count])
  }

  /// The audit path of an entry (RFC 6962 §2.1.1), from the leaf upwards.
  package func inclusionProof(of index: Int) -> [ContentDigest] {
    Self.path(to: index, in: leaves[...])
  }

  /// What an audit path leads to, for the entry at an index of a tree of some size.
  package static func root(
    from entry: [UInt8],
    at index: Int,
    of count: Int,
    proof: [ContentDigest]
  ) -> ContentDigest? {
    root(from: leaf(entry), index, count, proof[...])
  }

  private static func root(
    from leaf: ContentDigest,
    _ index: Int,
    _ count: Int,
    _ proof: ArraySlice<ContentDigest>
  ) -> ContentDigest? {
    guard count > 1 else { return proof.isEmpty ? leaf : nil }
    guard let sibling = proof.last else { return nil }
    let split = split(count)
    if index < split {
      return root(from: leaf, index, split, proof.dropLast()).map { node($0, sibling) }
    }
    return root(from: leaf, index - split, count - split, proof.dropLast())
      .map { node(sibling, $0) }
  }

  private static func hash(_ leaves: ArraySlice<ContentDigest>) -> ContentDigest {
    guard leaves.count > 1 else { return leaves[leaves.startIndex] }
    let middle = leaves.startIndex + split(leaves.count)
    return node(hash(leaves[..<middle]), hash(leaves[middle...]))
  }

  private static func path(
    to index: Int,
    in leaves: ArraySlice<ContentDigest>
  ) -> [ContentDigest] {
    guard leaves.count > 1 else { return [] }
    let split = split(leaves.count)
    let middle = leaves.startIndex + split
    return index < split
      ? path(to: index, in: leaves[..<middle]) + [hash(leaves[middle...])]
      : path(to: index - split, in: leaves[middle...]) + [hash(leaves[..<middle])]
  }

  /// The largest power of two below a number of leaves.
  private static func split(_ count: Int) -> Int {
    var split = 1
    while split * 2 < count { split *= 2 }
    return split
  }

  /// The hash of an entry, told apart from that of an inner node by its first byte.
  static func leaf(_ entry: [UInt8]) -> ContentDigest {
    ContentDigest(sha256Of: [0x00] + entry)
  }

  /// The hash of an inner node.
  static func node(_ left: ContentDigest, _ right: ContentDigest) -> ContentDigest {
    ContentDigest(sha256Of: [0x01] + left.bytes + right.bytes)
  }
}
