// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// A node of a JSON or YAML document that knows its file and its RFC 6901 pointer.
struct NodeCursor: Sendable {
  let node: Node
  let pointer: String
  let file: FileIdentity

  /// A cursor at the root of a document.
  init(root node: Node, of file: FileIdentity) {
    self.init(node: node, pointer: "", file: file)
  }

  private init(node: Node, pointer: String, file: FileIdentity) {
    self.node = node
    self.pointer = pointer
    self.file = file
  }

  /// Where the node stands.
  var source: SourceReference {
    file.reference(at: node.position, endLine: node.endLine, pointer: pointer)
  }

  /// The value of a key; nil for a key that is missing or null, since null means absent.
  subscript(key: String) -> NodeCursor? {
    guard let value = node[key], !value.isNull else { return nil }
    return child(value, key)
  }

  /// The elements of a list; none for anything else.
  var elements: [NodeCursor] {
    (node.list ?? []).enumerated().map { child($1, String($0)) }
  }

  /// The elements of a list, or the node itself where one value may stand for a list of one.
  var oneOrMore: [NodeCursor] {
    if node.list != nil { return elements }
    return node.isNull ? [] : [self]
  }

  /// The members of a map in the order of the text; none for anything else.
  var members: [(key: String, value: NodeCursor)] {
    (node.map ?? []).map { ($0.key, child($0.value, $0.key)) }
  }

  /// The source text of a scalar without surrounding white space, or nil where none is left.
  var text: String? {
    node.text.map(Trimmed.text).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether the node is a scalar with nothing but white space in it.
  var isBlankText: Bool { node.text != nil && text == nil }

  /// The texts of a scalar or of a list of scalars; anything else is passed over.
  var texts: [String] { oneOrMore.compactMap(\.text) }

  private func child(_ node: Node, _ step: String) -> NodeCursor {
    NodeCursor(node: node, pointer: "\(pointer)/\(PointerPath.escaped(step))", file: file)
  }
}
