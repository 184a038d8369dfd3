// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// The state of a log: how many entries it has, and the hash over them (C2SP tlog-checkpoint,
/// unsigned).
package struct Checkpoint: Hashable, Sendable {
  /// The first line of every checkpoint.
  private static let origin = "modelgate/log/v1"

  /// The checkpoint of a log without entries.
  package static let empty = Checkpoint(count: 0, root: MerkleTree(of: []).root(ofFirst: 0))

  /// How many entries there are.
  package let count: Int
  /// The hash of the tree over them (RFC 6962 §2.1).
  package let root: ContentDigest

  /// Creates a checkpoint.
  package init(count: Int, root: ContentDigest) {
    (self.count, self.root) = (count, root)
  }

  /// Reads the one text that a checkpoint has; nil for any other.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, let count = Int(lines[1]), count >= 0,
      let root = Base64.bytes(of: String(lines[2])), root.count == 32
    else { return nil }
    self.init(count: count, root: ContentDigest(bytes: root))
    guard self.text == text else { return nil }
  }

  /// Origin, number and hash, each on a line.
  package var text: String { "\(Self.origin)\n\(count)\n\(Base64.text(of: root.bytes))\n" }
}
