// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The members of a map while it is read.
struct YAMLMembers {
  struct Key {
    let text: String
    /// Whether this is the merge key `<<` of YAML 1.1.
    let isMerge: Bool
  }

  private var members: [Node.Member] = []
  private var keys = KeyIndex()
  private var merge: Node.Member?

  mutating func append(
    _ key: Key,
    at position: SourcePosition,
    value: Node
  ) throws(DocumentError) {
    let member = Node.Member(key: key.text, keyPosition: position, value: value)
    let earlier = key.isMerge ? merge : keys.member(for: key.text, in: members)
    if let earlier {
      throw DocumentError.duplicateKey(key.text, at: position, first: earlier.keyPosition)
    }
    guard key.isMerge else { return members.append(member) }
    let sources = value.list ?? [value]
    guard sources.allSatisfy({ $0.map != nil }) else {
      throw YAMLFlaw.mergeOfNoMap.error(at: value.position)
    }
    merge = member
  }

  /// The map's own members, then what it merges in; the first to name a key wins.
  mutating func merged() -> [Node.Member] {
    guard let value = merge?.value else { return members }
    for member in (value.list ?? [value]).flatMap({ $0.map ?? [] })
    where keys.member(for: member.key, in: members) == nil {
      members.append(member)
    }
    return members
  }
}
