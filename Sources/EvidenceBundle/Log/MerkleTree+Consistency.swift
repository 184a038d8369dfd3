// SPDX-License-Identifier: Apache-2.0

package import GateModel

extension MerkleTree {
  /// The proof that the tree over the first entries is a part of this one (RFC 6962 §2.1.2); empty
  /// for none of them and for all.
  package func consistencyProof(fromFirst count: Int) -> [ContentDigest] {
    guard count > 0, count < self.count else { return [] }
    return Self.proof(count, in: leaves[...], isWhole: true)
  }

  /// Whether a proof shows that a later tree has an earlier one's entries, unchanged and in their
  /// places (RFC 9162 §2.1.4.2).
  package static func isConsistent(
    _ earlier: Checkpoint,
    with later: Checkpoint,
    proof: [ContentDigest]
  ) -> Bool {
    guard earlier.count >= 0, earlier.count <= later.count else { return false }
    if earlier.count == 0 || earlier.count == later.count {
      let isKnown = earlier.count == later.count ? earlier == later : earlier == .empty
      return proof.isEmpty && isKnown
    }
    let isFull = earlier.count & (earlier.count - 1) == 0
    let path = isFull ? [earlier.root] + proof : proof
    guard let first = path.first else { return false }
    var (old, new) = (first, first)
    var (oldPlace, newPlace) = (earlier.count - 1, later.count - 1)
    while oldPlace & 1 == 1 { (oldPlace, newPlace) = (oldPlace >> 1, newPlace >> 1) }
    for sibling in path.dropFirst() {
      guard newPlace > 0 else { return false }
      if oldPlace & 1 == 1 || oldPlace == newPlace {
        (old, new) = (node(sibling, old), node(sibling, new))
        while oldPlace & 1 == 0 && oldPlace > 0 {
          (oldPlace, newPlace) = (oldPlace >> 1, newPlace >> 1)
        }
      } else {
        new = node(new, sibling)
      }
      (oldPlace, newPlace) = (oldPlace >> 1, newPlace >> 1)
    }
    return newPlace == 0 && old == earlier.root && new == later.root
  }

  private static func proof(
    _ count: Int,
    in leaves: ArraySlice<ContentDigest>,
    isWhole: Bool
  ) -> [ContentDigest] {
    guard count < leaves.count else { return isWhole ? [] : [hash(leaves)] }
    let split = split(leaves.count)
    let middle = leaves.startIndex + split
    return count <= split
      ? proof(count, in: leaves[..<middle], isWhole: isWhole) + [hash(leaves[middle...])]
      : proof(count - split, in: leaves[middle...], isWhole: false) + [hash(leaves[..<middle])]
  }
}
