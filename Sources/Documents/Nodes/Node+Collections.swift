// SPDX-License-Identifier: Apache-2.0

package import GateModel

extension Node {
  /// One key with its value.
  package struct Member: Hashable, Sendable {
    /// The value.
    package let value: Node

    fileprivate init(_ value: Node) {
      self.value = value
    }

    /// The key.
    package var key: String { value.tree.keys[link.key] }

    /// Where the key starts.
    package var keyPosition: SourcePosition { link.keyPosition }

    private var link: NodeLink { value.tree[value.place].link }

    /// Whether two members have the same key and value at the same places.
    package static func == (left: Member, right: Member) -> Bool {
      left.key == right.key && left.keyPosition == right.keyPosition && left.value == right.value
    }

    /// Hashes the key and the value.
    package func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(value)
    }
  }

  /// Where a node stands in its document.
  package struct Index: Comparable, Hashable, Sendable {
    let slot: Int

    /// Orders places as they follow each other in the text.
    package static func < (left: Index, right: Index) -> Bool { left.slot < right.slot }
  }

  /// The elements of a list, in the order of the text.
  package struct Elements: Collection, Hashable, Sendable {
    private let children: Children

    init(of list: Node) {
      children = Children(of: list)
    }

    /// No elements at all.
    package static let empty = Elements(of: Node.null(at: .start))

    /// The number of elements.
    package var count: Int { children.count }
    /// The place of the first element.
    package var startIndex: Index { children.first }
    /// The place behind the last element.
    package var endIndex: Index { children.end }
    /// The place behind another.
    package func index(after index: Index) -> Index { children.place(after: index) }
    /// The element at a place.
    package subscript(index: Index) -> Node { Node(index, of: children.tree) }

    /// Whether two of them are equal one by one.
    package static func == (left: Elements, right: Elements) -> Bool { left.elementsEqual(right) }

    /// Hashes each element.
    package func hash(into hasher: inout Hasher) {
      for element in self { hasher.combine(element) }
    }
  }

  /// The members of a map, in the order of the text; keys are unique.
  package struct Members: Collection, Hashable, Sendable {
    private let children: Children

    init(of map: Node) {
      children = Children(of: map)
    }

    /// No members at all.
    package static let empty = Members(of: Node.null(at: .start))

    /// The number of members.
    package var count: Int { children.count }
    /// The place of the first member.
    package var startIndex: Index { children.first }
    /// The place behind the last member.
    package var endIndex: Index { children.end }
    /// The place behind another.
    package func index(after index: Index) -> Index { children.place(after: index) }
    /// The member at a place.
    package subscript(index: Index) -> Member { Member(Node(index, of: children.tree)) }

    /// Whether two of them are equal one by one.
    package static func == (left: Members, right: Members) -> Bool { left.elementsEqual(right) }

    /// Hashes each member.
    package func hash(into hasher: inout Hasher) {
      for member in self { hasher.combine(member) }
    }
  }
}

/// The nodes in a list or map; none in a scalar.
private struct Children: Sendable {
  let tree: NodeTree
  let first: Node.Index
  let end: Node.Index
  let count: Int

  init(of node: Node) {
    let places = node.tree.children(of: node.place)
    tree = node.tree
    first = places.place
    end = Node.Index(slot: places.end)
    count = tree[node.place].kind.isContainer ? Int(tree[node.place].start) : 0
  }

  func place(after place: Node.Index) -> Node.Index {
    var slot = place.slot + Int(tree[place].size)
    while slot < end.slot, tree.slots[slot].isHidden { slot += Int(tree.slots[slot].size) }
    return Node.Index(slot: slot)
  }
}
