// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import GateModel
import Testing

/// The log's hash tree is that of Certificate Transparency.
@Suite struct MerkleTests {
  /// The leaves of the tests of the Certificate Transparency implementations.
  private static let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
    [
      0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E,
      0x6F,
    ],
  ]

  /// The consistency proof by its recursive definition (RFC 6962 §2.1.2), which no verifier needs.
  private static func proof(
    _ first: Int,
    of leaves: ArraySlice<[UInt8]>,
    isWhole: Bool = true
  )
    -> [ContentDigest]
  {
    func root(_ part: ArraySlice<[UInt8]>) -> ContentDigest {
      MerkleTree(of: Array(part)).root(ofFirst: part.count)
    }
    guard first > 0 else { return [] }
    guard first < leaves.count else { return isWhole ? [] : [root(leaves)] }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let middle = leaves.startIndex + split
    return first <= split
      ? proof(first, of: leaves[..<middle], isWhole: isWhole) + [root(leaves[middle...])]
      : proof(first - split, of: leaves[middle...], isWhole: false) + [root(leaves[..<middle])]
  }

  @Test func `the roots are those that Certificate Transparency tests with`() {
    let tree = MerkleTree(of: Self.leaves)
    #expect(
      tree.root(ofFirst: 0).hex
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
    #expect(
      tree.root(ofFirst: 1).hex
        == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    )
    #expect(
      tree.root(ofFirst: 8).hex
        == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    )
  }

  @Test func `an audit path leads to the root from its own entry and place alone`() {
    for count in 1...Self.leaves.count {
      let tree = MerkleTree(of: Array(Self.leaves.prefix(count)))
      for index in 0..<count {
        let proof = tree.inclusionProof(of: index)
        func root(_ entry: [UInt8], _ index: Int) -> ContentDigest? {
          MerkleTree.root(from: entry, at: index, of: count, proof: proof)
        }
        #expect(root(Self.leaves[index], index) == tree.root(ofFirst: count))
        #expect(root([0xFF], index) != tree.root(ofFirst: count))
        if count > 1 {
          #expect(root(Self.leaves[index], (index + 1) % count) != tree.root(ofFirst: count))
        }
      }
    }
  }

  @Test
  func `a consistency proof leads from every earlier tree to every later one, and from no other`() {
    let tree = MerkleTree(of: Self.leaves)
    func checkpoint(_ count: Int) -> Checkpoint {
      Checkpoint(count: count, root: tree.root(ofFirst: count))
    }
    for later in 1...Self.leaves.count {
      for earlier in 0...later {
        let proof = Self.proof(earlier, of: Self.leaves.prefix(later))
        func holds(_ earlier: Checkpoint, _ later: Checkpoint, _ proof: [ContentDigest]) -> Bool {
          MerkleTree.isConsistent(earlier, with: later, proof: proof)
        }
        #expect(holds(checkpoint(earlier), checkpoint(later), proof), "\(earlier) to \(later)")
        let other = Checkpoint(count: earlier, root: tree.root(ofFirst: (earlier + 1) % 8))
        #expect(!holds(other, checkpoint(later), proof), "\(earlier) to \(later)")
        #expect(!holds(checkpoint(earlier), checkpoint(later), proof + [other.root]))
        if let last = proof.last {
          #expect(!holds(checkpoint(earlier), checkpoint(later), proof.dropLast()))
          #expect(!holds(checkpoint(earlier), checkpoint(later), [last] + proof))
        }
      }
    }
  }

  @Test func `the consistency proof of Certificate Transparency's own test is given`() {
    // RFC 6962 §2.1.3, with seven leaves: PROOF(3, D[7]) = [c, d, g, l].
    let seven = Self.leaves.prefix(7)
    func root(_ range: Range<Int>) -> ContentDigest {
      MerkleTree(of: Array(Self.leaves[range])).root(ofFirst: range.count)
    }
    #expect(
      Self.proof(3, of: seven) == [root(2..<3), root(3..<4), root(0..<2), root(4..<7)]
    )
    #expect(Self.proof(4, of: seven) == [root(4..<7)])
    #expect(
      Self.proof(6, of: seven) == [root(4..<6), root(6..<7), root(0..<4)]
    )
  }

  @Test func `a tree grows by its frontier alone`() throws {
    var frontier = MerkleFrontier()
    for (index, entry) in Self.leaves.enumerated() {
      let tree = MerkleTree(of: Array(Self.leaves.prefix(index + 1)))
      #expect(frontier.nextPath == tree.inclusionProof(of: index))
      #expect(
        frontier.consistencyProof(adding: entry)
          == Self.proof(index, of: Self.leaves.prefix(index + 1))
      )
      frontier.append(entry)
      #expect(
        frontier.checkpoint == Checkpoint(count: index + 1, root: tree.root(ofFirst: index + 1))
      )
      let read = MerkleFrontier(of: entry, last: index + 1, path: tree.inclusionProof(of: index))
      #expect(read == frontier)
    }
  }
}
