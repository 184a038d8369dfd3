// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The members of a map while it is read.
struct YAMLMembers {
  struct Key {
    let text: String
    /// Whether this is the merge key `<<` of YAML 1.1.
    let isMerge: Bool
  }

  private let map: Int
  private var seen = SeenKeys()
  /// Where the value of the merge key stands.
  private var merge: Int?
  /// How many members there are.
  private(set) var count = 0

  init(of map: Int) {
    self.map = map
  }

  /// How the value of a key, which comes next, hangs in the map.
  mutating func link(
    for key: Key,
    at position: SourcePosition,
    in tree: inout NodeTreeBuilder
  ) throws(Problem) -> NodeLink {
    if let flaw = flaw(of: key, at: position, in: &tree) { throw flaw }
    if key.isMerge { merge = tree.next } else { count += 1 }
    return tree.link(to: map, key: tree.key(key.text), at: position)
  }

  /// That a key stands in the map already; nil for one that does not.
  mutating func flaw(
    of key: Key,
    at position: SourcePosition,
    in tree: inout NodeTreeBuilder
  ) -> Problem? {
    let number = tree.key(key.text)
    guard let earlier = key.isMerge ? merge : tree.node(under: number, of: map, &seen) else {
      return nil
    }
    let first = tree.slots[earlier].link.keyPosition
    return Problem.duplicateKey(key.text, at: position, first: first)
  }

  /// Takes the value of the merge key, which was written last, out of the map.
  func endMerge(in tree: inout NodeTreeBuilder) throws(Problem) {
    guard let merge else { return }
    guard Self.sources(of: merge, in: tree).allSatisfy({ tree.slots[$0].kind == .map }) else {
      throw YAMLFlaw.mergeOfNoMap.error(at: tree.slots[merge].position)
    }
    tree.hide(merge)
  }

  /// Adds to the map's own members what it merges in; the first to name a key wins.
  mutating func merge(
    in tree: inout NodeTreeBuilder,
    limits: DocumentLimits
  ) throws(Problem) {
    guard let merge else { return }
    for member in Self.sources(of: merge, in: tree).flatMap({ tree.children(of: $0) }) {
      let slot = tree.slots[member]
      guard tree.node(under: slot.link.key, of: map, &seen) == nil else { continue }
      guard tree.hasRoom(for: Int(slot.size)) else {
        throw limits.tooManyNodes(at: tree.slots[merge].position)
      }
      let link = tree.link(to: map, key: slot.link.key, at: slot.link.keyPosition)
      tree.copy(member, link)
      count += 1
    }
  }

  private static func sources(of merge: Int, in tree: NodeTreeBuilder) -> [Int] {
    tree.slots[merge].kind == .list ? tree.children(of: merge) : [merge]
  }
}
