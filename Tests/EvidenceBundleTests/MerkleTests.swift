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
}
