// SPDX-License-Identifier: Apache-2.0

package import GateModel

extension MerkleTree {
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
}
