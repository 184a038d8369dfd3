// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A node of a JSON or YAML document, with its place in the text.
///
/// A node is a place in the tree of its document: copying one costs next to nothing.
package struct Node: Sendable {
  /// What the node is, as far as the syntax tells.
  package enum Value: Hashable, Sendable {
    /// JSON `null`, or a YAML null (`~`, `null`, nothing).
    case null
    /// JSON `true` or `false`.
    case bool(Bool)
    /// A JSON number as written, `NaN`, `Infinity` and `-Infinity` included.
    case number(String)
    /// A JSON string, or a quoted or block scalar of YAML.
    case string(String)
    /// A plain scalar of YAML as written: `no` stays `no`, `1.10` stays `1.10`.
    case plain(String)
    case list(Elements)
    /// The members in the order of the text; keys are unique.
    case map(Members)
  }

  /// The document that the node is a part of.
  package let tree: NodeTree
  /// Where it stands there.
  package let place: Index

  init(_ place: Index, of tree: NodeTree) {
    self.tree = tree
    self.place = place
  }

  /// What the node is.
  package var value: Value {
    switch tree[place].kind {
    case .null: .null
    case .false: .bool(false)
    case .true: .bool(true)
    case .number: .number(tree.writtenText(of: place))
    case .string: .string(tree.writtenText(of: place))
    case .plain: .plain(tree.writtenText(of: place))
    case .list: .list(Elements(of: self))
    case .map: .map(Members(of: self))
    }
  }

  /// Where the node starts.
  package var position: SourcePosition { tree.position(of: place) }

  /// The last line of the node.
  package var endLine: Int { tree.endLine(of: place) }

  /// How many values there are in the node, itself included.
  package var valueCount: Int { Int(tree[place].size) }
}

extension Node {
  /// Whether the node is a null.
  package var isNull: Bool { tree.isNull(place) }

  /// Whether the node is a list.
  package var isList: Bool { tree.isList(place) }

  /// Whether the node is a map.
  package var isMap: Bool { tree.isMap(place) }

  /// Whether the node is a JSON number.
  package var isNumber: Bool { tree[place].kind == .number }

  /// Whether the node is a scalar with a text: anything but a null, a list or a map.
  package var isText: Bool { tree.isText(place) }

  /// Whether the node is a scalar with nothing but white space in it.
  package var isBlank: Bool { tree.isBlank(place) }

  /// The text of a scalar as written: a string, a plain scalar, a number or a truth value.
  package var text: String? { tree.text(of: place) }

  /// A truth value: JSON `true` or `false`, or a plain scalar of YAML 1.2's core schema that is one.
  package var bool: Bool? { tree.bool(place) }

  /// A number: JSON numbers and plain YAML scalars; `NaN` and infinities are returned as such.
  ///
  /// Strings are never taken for numbers here; readers that allow that say so.
  package var double: Double? { tree.double(place) }

  /// An integer that a JSON number or a plain YAML scalar states exactly (`3`, `3.0`).
  package var int: Int? { tree.int(place) }

  /// The elements of a list, or nil for anything else.
  package var list: Elements? { isList ? Elements(of: self) : nil }

  /// The members of a map, or nil for anything else.
  package var map: Members? { isMap ? Members(of: self) : nil }

  /// The value of a key, or nil when the node is no map or has no such key.
  package subscript(key: String) -> Node? {
    tree.value(of: key, in: place).map { Node($0, of: tree) }
  }

  /// Whether the node is a map with a value for a key that is not null.
  package func has(_ key: String) -> Bool {
    tree.value(of: key, in: place).map { !tree.isNull($0) } ?? false
  }

  /// The node that a path of keys leads to.
  package func at(_ keys: String...) -> Node? {
    var node: Node? = self
    for key in keys { node = node?[key] }
    return node
  }
}

extension Node: Hashable {
  /// Whether two nodes say the same at the same places of their texts.
  package static func == (left: Node, right: Node) -> Bool {
    let (one, other) = (left.tree[left.place], right.tree[right.place])
    guard one.kind == other.kind, one.position == other.position, one.endLine == other.endLine
    else { return false }
    switch one.kind {
    case .list: return Elements(of: left) == Elements(of: right)
    case .map: return Members(of: left) == Members(of: right)
    case .number, .string, .plain: return left.text == right.text
    case .null, .false, .true: return true
    }
  }

  /// Hashes what the node itself says.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(tree[place].kind)
    hasher.combine(position)
    hasher.combine(text)
  }
}
