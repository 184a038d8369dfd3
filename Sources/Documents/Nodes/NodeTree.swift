// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// The nodes of one JSON or YAML document in the order of its text: a container, then all that is
/// in it.
///
/// One array holds a whole document, and scalars are ranges of its bytes, so that reading a large
/// file takes a few allocations and not one for every list, map and text. What looks at every node
/// of a document asks the tree, which spares it a `Node` for each.
package final class NodeTree: Sendable {
  let slots: [NodeSlot]
  let keys: KeyNames
  /// The bytes that were read.
  private let source: [UInt8]
  /// The texts that do not stand in the source as they are, such as those with escapes.
  private let decoded: [UInt8]

  init(slots: [NodeSlot], keys: KeyNames, source: [UInt8], decoded: [UInt8]) {
    self.slots = slots
    self.keys = keys
    self.source = source
    self.decoded = decoded
  }

  /// The node at a place of this tree.
  package func node(at place: Node.Index) -> Node { Node(place, of: self) }

  /// Gives the bytes of a scalar's text.
  private func withBytes<Result>(
    of place: Node.Index,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = Int(self[place].start)
    let length = Int(self[place].length)
    if start < source.count {
      return source.withUnsafeBufferPointer { buffer in
        body(UnsafeBufferPointer(rebasing: buffer[start..<start + length]))
      }
    }
    // The decoded texts count on where the source ends.
    let offset = start - source.count
    return decoded.withUnsafeBufferPointer { buffer in
      body(UnsafeBufferPointer(rebasing: buffer[offset..<offset + length]))
    }
  }

  subscript(place: Node.Index) -> NodeSlot {
    _read { yield slots[place.slot] }
  }
}

extension NodeTree {
  /// Where a node starts.
  package func position(of place: Node.Index) -> SourcePosition { self[place].position }

  /// The last line of a node.
  package func endLine(of place: Node.Index) -> Int { Int(self[place].endLine) }

  /// Whether a node is a null.
  package func isNull(_ place: Node.Index) -> Bool { self[place].kind == .null }

  /// Whether a node is a list.
  package func isList(_ place: Node.Index) -> Bool { self[place].kind == .list }

  /// Whether a node is a map.
  package func isMap(_ place: Node.Index) -> Bool { self[place].kind == .map }

  /// Whether a node is a scalar with a text: anything but a null, a list or a map.
  package func isText(_ place: Node.Index) -> Bool {
    self[place].kind != .null && !self[place].kind.isContainer
  }

  /// Whether a node is a scalar with nothing but white space in it.
  package func isBlank(_ place: Node.Index) -> Bool {
    guard self[place].kind == .string || self[place].kind == .plain else { return false }
    return withBytes(of: place) { text in
      // Nearly every text begins with a letter or digit.
      guard let first = text.first else { return true }
      if first > ASCII.space, first < 0x80 { return false }
      return String(decoding: text, as: UTF8.self).trimmed.isEmpty
    }
  }

  /// The text of a scalar as written: a string, a plain scalar, a number or a truth value.
  package func text(of place: Node.Index) -> String? {
    switch self[place].kind {
    case .string, .plain, .number: writtenText(of: place)
    case .false: "false"
    case .true: "true"
    case .null, .list, .map: nil
    }
  }

  /// The bytes of a scalar as text; none for a truth value.
  func writtenText(of place: Node.Index) -> String {
    withBytes(of: place) { String(decoding: $0, as: UTF8.self) }
  }

  /// A truth value: JSON `true` or `false`, or the plain scalars of YAML 1.2's core schema (10.3.2):
  /// `true`, `True`, `TRUE`, and so for `false`.
  package func bool(_ place: Node.Index) -> Bool? {
    switch self[place].kind {
    case .false: return false
    case .true: return true
    case .plain where 4...5 ~= self[place].length:
      switch writtenText(of: place) {
      case "true", "True", "TRUE": return true
      case "false", "False", "FALSE": return false
      default: return nil
      }
    case .plain, .null, .number, .string, .list, .map: return nil
    }
  }

  /// A number: JSON numbers and plain YAML scalars; `NaN` and infinities are returned as such.
  ///
  /// Strings are never taken for numbers here; readers that allow that say so.
  package func double(_ place: Node.Index) -> Double? {
    guard self[place].kind == .number || self[place].kind == .plain else { return nil }
    return withBytes(of: place) { NumberText.double($0) }
  }

  /// An integer that a JSON number or a plain YAML scalar states exactly (`3`, `3.0`).
  package func int(_ place: Node.Index) -> Int? {
    guard self[place].kind == .number || self[place].kind == .plain else { return nil }
    return withBytes(of: place) { NumberText.int($0) }
  }
}

extension NodeTree {
  /// The nodes in a list or map, in the order of the text; none in a scalar.
  package func children(of place: Node.Index) -> NodeChildren { NodeChildren(of: place, in: self) }

  /// The key of a node that stands in a map.
  package func key(of place: Node.Index) -> String { keys[self[place].link.key] }

  /// Where the key of a node that stands in a map starts.
  package func keyPosition(of place: Node.Index) -> SourcePosition { self[place].link.keyPosition }

  /// Where the value of a key stands, or nil when a node is no map or has no such key.
  package func value(of key: String, in place: Node.Index) -> Node.Index? {
    guard isMap(place) else { return nil }
    let name = KeyName(key)
    return child(of: place) { keys.matches($0, name, key) }
  }

  /// A key of the document, for a look into many maps; nil when no map has it.
  package func key(_ text: String) -> NodeKey? { keys.number(of: text).map { NodeKey(number: $0) } }

  /// Where the value of a key stands, or nil when a node is no map or has no such key.
  package func value(of key: NodeKey?, in place: Node.Index) -> Node.Index? {
    guard let key, isMap(place) else { return nil }
    return child(of: place) { $0 == key.number }
  }

  /// The integer under a key of a map, as `int` understands it.
  package func int(_ key: NodeKey?, in place: Node.Index) -> Int? {
    value(of: key, in: place).flatMap { int($0) }
  }

  /// The first node of a map whose key is wanted.
  private func child(of map: Node.Index, where isWanted: (UInt32) -> Bool) -> Node.Index? {
    slots.withUnsafeBufferPointer { slots in
      let end = map.slot + Int(slots[map.slot].size)
      var child = map.slot + 1
      while child < end {
        if !slots[child].isHidden, isWanted(slots[child].link.key) {
          return Node.Index(slot: child)
        }
        child += Int(slots[child].size)
      }
      return nil
    }
  }
}

/// A key of one document.
package struct NodeKey: Sendable {
  let number: UInt32
}

/// The places of the nodes in a list or map.
package struct NodeChildren: Sequence, IteratorProtocol {
  let tree: NodeTree
  let end: Int
  private var slot: Int

  init(of place: Node.Index, in tree: NodeTree) {
    self.tree = tree
    end = place.slot + Int(tree[place].size)
    slot = place.slot + 1
    skipHidden()
  }

  /// The place that comes next; the end of the container where there is none.
  var place: Node.Index { Node.Index(slot: slot) }

  /// The next place.
  package mutating func next() -> Node.Index? {
    guard slot < end else { return nil }
    let place = place
    step()
    return place
  }

  private mutating func step() {
    slot += Int(tree.slots[slot].size)
    skipHidden()
  }

  private mutating func skipHidden() {
    while slot < end, tree.slots[slot].isHidden { slot += Int(tree.slots[slot].size) }
  }
}

/// One node of a tree; whatever points to other slots is a distance, so that nodes can be copied.
struct NodeSlot: Sendable {
  enum Kind: UInt8, Sendable {
    case null
    case `false`
    case `true`
    case number
    case string
    case plain
    case list
    case map

    /// Whether the node is a list or a map.
    var isContainer: Bool { self == .list || self == .map }
  }

  var kind: Kind
  /// Whether the node is left out of its map: the value of a merge key.
  var isHidden = false
  /// How the node hangs in its container.
  var link: NodeLink
  /// Where the node starts.
  var position: SourcePosition
  /// The last line.
  var endLine: Int32
  /// The slots of the node with all that is in it.
  var size: Int32 = 1
  /// Where the text of a scalar starts; how many nodes a container has.
  var start: UInt32 = 0
  /// The bytes of a scalar's text.
  var length: UInt32 = 0
}

/// How a node hangs in its container.
struct NodeLink: Sendable {
  /// The slots back to the container; 0 for the root.
  var distance: Int32 = 0
  /// The number of the key in a map, the index in a list.
  var key: UInt32 = 0
  /// Where the key starts; in a list, where the document does.
  var keyPosition = SourcePosition.start
}
