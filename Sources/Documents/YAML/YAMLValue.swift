// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A node with what an alias of it would cost.
struct YAMLValue {
  var node: Node
  /// The levels of lists and maps in the node, 0 for a scalar.
  var height = 0
  /// The values in the node, itself and repeated ones included.
  var size = 1
}

/// How far a list or map reaches, gathered from its elements.
struct YAMLExtent {
  private var height = 1
  private var endLine: Int

  init(line: Int) {
    endLine = line
  }

  mutating func include(_ element: YAMLValue) {
    height = max(height, element.height + 1)
    endLine = max(endLine, element.node.endLine)
  }

  /// The finished container; a block container ends with its last element.
  func value(_ content: Node.Value, at position: SourcePosition, end: YAMLEvent) -> YAMLValue {
    let node = Node(content, at: position, endLine: end.endLine ?? endLine)
    return YAMLValue(node: node, height: height)
  }
}

/// The anchors that a document has defined so far.
struct YAMLAnchors {
  private var values: [String: YAMLValue?] = [:]

  /// Notes that the value of an anchor is being read.
  mutating func open(_ name: String?) {
    guard let name else { return }
    values.updateValue(nil, forKey: name)
  }

  mutating func define(_ name: String?, as value: YAMLValue) {
    guard let name else { return }
    values.updateValue(value, forKey: name)
  }

  func value(of name: String, at position: SourcePosition) throws(DocumentError) -> YAMLValue {
    guard let entry = values[name] else {
      throw YAMLFlaw.unknownAlias(name).error(at: position)
    }
    guard let value = entry else { throw YAMLFlaw.recursiveAlias(name).error(at: position) }
    return value
  }
}

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
