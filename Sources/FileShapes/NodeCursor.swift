// SPDX-License-Identifier: Apache-2.0

package import Documents
package import GateModel
internal import Texts

/// A node of a JSON or YAML document that knows its file and its RFC 6901 pointer.
package struct NodeCursor: Sendable {
  package let node: Node
  package let file: FileIdentity

  /// A cursor at a node of a file, such as the root of its document.
  package init(_ node: Node, of file: FileIdentity) {
    self.node = node
    self.file = file
  }

  /// The RFC 6901 pointer.
  package var pointer: String { node.pointer }

  /// Where the node stands.
  package var source: SourceReference {
    file.reference(at: node.position, endLine: node.endLine, pointer: pointer)
  }

  /// The value of a key; nil for a key that is missing or null, since null means absent.
  package subscript(key: String) -> NodeCursor? {
    guard let value = node[key], !value.isNull else { return nil }
    return NodeCursor(value, of: file)
  }

  /// The elements of a list; none for anything else.
  package var elements: [NodeCursor] { (node.list ?? .empty).map { NodeCursor($0, of: file) } }

  /// The elements of a list, or the node itself where one value may stand for a list of one.
  package var oneOrMore: [NodeCursor] {
    if node.isList { return elements }
    return node.isNull ? [] : [self]
  }

  /// The members of a map in the order of the text; none for anything else.
  package var members: [(key: String, value: NodeCursor)] {
    (node.map ?? .empty).map { ($0.key, NodeCursor($0.value, of: file)) }
  }

  /// The source text of a scalar without surrounding white space, or nil where none is left.
  package var text: String? { node.trimmedText }

  /// Whether the node is a scalar with nothing but white space in it.
  package var isBlankText: Bool { node.isBlank }

  /// The texts of a scalar or of a list of scalars; anything else is passed over.
  package var texts: [String] { oneOrMore.compactMap(\.text) }

  /// The texts by the keys of a map; those of a list, which has no keys, under an empty one.
  package var groupedTexts: [String: [String]] {
    guard node.isMap else { return ["": texts] }
    return Dictionary(members.map { ($0.key, $0.value.texts) }) { $0 + $1 }
  }
}

extension Node {
  /// The source text of a scalar without surrounding white space, or nil where none is left.
  package var trimmedText: String? {
    guard let text = text?.trimmed, !text.isEmpty else { return nil }
    return text
  }
}
