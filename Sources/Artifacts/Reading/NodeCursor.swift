// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// A node of a JSON or YAML document that knows its file and its RFC 6901 pointer.
struct NodeCursor: Sendable {
  /// What leads from a list or map to one of its nodes.
  private enum Step: Sendable {
    case key(String)
    case index(Int)
  }

  let node: Node
  let file: FileIdentity
  /// The pointer to the list or map that the node stands in; its own at the root.
  private let base: String
  /// The last step of the pointer; nil at the root.
  private let step: Step?

  /// A cursor at the root of a document.
  init(root node: Node, of file: FileIdentity) {
    self.init(node, of: file, below: "", step: nil)
  }

  private init(_ node: Node, of file: FileIdentity, below base: String, step: Step?) {
    self.node = node
    self.file = file
    self.base = base
    self.step = step
  }

  /// The RFC 6901 pointer; it is built when it is asked for, as most nodes are read without.
  var pointer: String {
    switch step {
    case .key(let key): PointerPath.text(base, appending: key)
    case .index(let index): PointerPath.text(base, appending: index)
    case nil: base
    }
  }

  /// Where the node stands.
  var source: SourceReference {
    file.reference(at: node.position, endLine: node.endLine, pointer: pointer)
  }

  /// The value of a key; nil for a key that is missing or null, since null means absent.
  subscript(key: String) -> NodeCursor? {
    guard let value = node[key], !value.isNull else { return nil }
    return NodeCursor(value, of: file, below: pointer, step: .key(key))
  }

  /// The elements of a list; none for anything else.
  var elements: [NodeCursor] {
    guard let elements = node.list else { return [] }
    let base = pointer
    return elements.indices.map { index in
      NodeCursor(elements[index], of: file, below: base, step: .index(index))
    }
  }

  /// The elements of a list, or the node itself where one value may stand for a list of one.
  var oneOrMore: [NodeCursor] {
    if node.list != nil { return elements }
    return node.isNull ? [] : [self]
  }

  /// The members of a map in the order of the text; none for anything else.
  var members: [(key: String, value: NodeCursor)] {
    guard let members = node.map else { return [] }
    let base = pointer
    return members.map { member in
      let step = Step.key(member.key)
      return (member.key, NodeCursor(member.value, of: file, below: base, step: step))
    }
  }

  /// The source text of a scalar without surrounding white space, or nil where none is left.
  var text: String? { node.trimmedText }

  /// Whether the node is a scalar with nothing but white space in it.
  var isBlankText: Bool { node.isBlankText }

  /// The texts of a scalar or of a list of scalars; anything else is passed over.
  var texts: [String] { oneOrMore.compactMap(\.text) }
}

extension Node {
  /// The source text of a scalar without surrounding white space, or nil where none is left.
  var trimmedText: String? {
    text.map(Trimmed.text).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether the node is a scalar with nothing but white space in it.
  var isBlankText: Bool { text != nil && trimmedText == nil }
}
