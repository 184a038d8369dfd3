// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Writes the nodes of a document one after the other.
struct NodeTreeBuilder {
  private(set) var slots: [NodeSlot] = []
  private(set) var keys = KeyTable()
  private let source: [UInt8]
  private var decoded: [UInt8] = []
  private let maximumNodes: Int

  /// Starts a tree over the bytes of a text.
  init(_ source: [UInt8] = [], limits: DocumentLimits) {
    self.source = source
    maximumNodes = limits.maximumNodes
    // Few documents have a node in less than eight bytes.
    slots.reserveCapacity(min(source.count / 8, maximumNodes))
  }

  /// The finished tree's root.
  var root: Node {
    Node(
      Node.Index(slot: 0),
      of: NodeTree(slots: slots, keys: keys.names, source: source, decoded: decoded)
    )
  }

  /// Where the next node goes.
  var next: Int { slots.count }

  /// Whether so many more nodes are allowed.
  func hasRoom(for added: Int) -> Bool { added <= maximumNodes - slots.count }

  /// How a node hangs in a container: under a key, or at an index of a list.
  func link(to container: Int, key: UInt32, at position: SourcePosition = .start) -> NodeLink {
    NodeLink(distance: Int32(slots.count - container), key: key, keyPosition: position)
  }

  /// Writes a node: a scalar without text, or a container whose nodes follow.
  mutating func append(_ kind: NodeSlot.Kind, _ link: NodeLink, at position: SourcePosition) {
    let line = Int32(clamping: position.line)
    slots.append(NodeSlot(kind: kind, link: link, position: position, endLine: line))
  }

  /// Writes a scalar whose text stands in the source.
  mutating func append(
    _ kind: NodeSlot.Kind,
    _ link: NodeLink,
    at position: SourcePosition,
    text: Range<Int>
  ) {
    let line = Int32(clamping: position.line)
    slots.append(
      NodeSlot(
        kind: kind,
        link: link,
        position: position,
        endLine: line,
        start: UInt32(text.lowerBound),
        length: UInt32(text.count)
      )
    )
  }

  /// Keeps a text that the source does not have as it is; its range counts on where that ends.
  mutating func keep(_ text: some Collection<UInt8>) -> Range<Int> {
    let start = source.count + decoded.count
    decoded.append(contentsOf: text)
    return start..<source.count + decoded.count
  }

  /// The number of a key whose text stands at a range.
  mutating func key(at text: Range<Int>) -> UInt32 {
    text.lowerBound < source.count
      ? keys.number(of: text, in: source)
      : keys.number(
        of: text.lowerBound - source.count..<text.upperBound - source.count,
        in: decoded
      )
  }

  /// The number of a key.
  mutating func key(_ text: String) -> UInt32 { keys.number(of: text) }

  /// Ends a container that has a number of nodes.
  mutating func close(_ container: Int, count: Int, endLine: Int) {
    slots[container].size = Int32(slots.count - container)
    slots[container].start = UInt32(count)
    slots[container].endLine = Int32(clamping: endLine)
  }

  /// Sets the last line of a node.
  mutating func end(_ slot: Int, atLine line: Int) {
    slots[slot].endLine = Int32(clamping: line)
  }

  /// Leaves a node out of its container.
  mutating func hide(_ slot: Int) { slots[slot].isHidden = true }

  /// Writes a node with all that is in it once more.
  mutating func copy(_ slot: Int, _ link: NodeLink) {
    let place = slots.count
    let copied = Array(slots[slot..<slot + Int(slots[slot].size)])
    slots.append(contentsOf: copied)
    slots[place].link = link
    slots[place].isHidden = false
  }

  /// Gives a node another place, on one line.
  mutating func place(_ slot: Int, at position: SourcePosition) {
    slots[slot].position = position
    slots[slot].endLine = Int32(clamping: position.line)
  }

  /// The keys of a finished map in their order.
  struct Keys {
    fileprivate var slot: Int
    fileprivate let end: Int
  }

  /// The keys of a finished map, or nil for anything else.
  func keys(of slot: Int) -> Keys? {
    guard slots[slot].kind == .map else { return nil }
    return Keys(slot: slot + 1, end: slot + Int(slots[slot].size))
  }

  /// The next of a map's keys with its length, if the source has it between quotes at an offset.
  func next(of keys: inout Keys, ifQuotedAt offset: Int) -> (key: UInt32, length: Int)? {
    guard keys.slot < keys.end else { return nil }
    let key = slots[keys.slot].link.key
    keys.slot += Int(slots[keys.slot].size)
    return self.keys.names.length(of: key, ifQuotedAt: offset, of: source).map { (key, $0) }
  }

  /// The levels of lists and maps in a node, 0 for a scalar; the depth limit bounds the recursion.
  func height(of slot: Int) -> Int {
    guard slots[slot].kind.isContainer else { return 0 }
    return 1 + (children(of: slot).map { height(of: $0) }.max() ?? 0)
  }

  /// The text of a scalar that was kept.
  func text(of slot: Int) -> String {
    let start = Int(slots[slot].start) - source.count
    return String(decoding: decoded[start..<start + Int(slots[slot].length)], as: UTF8.self)
  }

  /// The nodes in a container, which may still be open.
  func children(of container: Int) -> [Int] {
    let isOpen = slots[container].size == 1
    let end = isOpen ? slots.count : container + Int(slots[container].size)
    var children: [Int] = []
    var place = container + 1
    while place < end {
      if !slots[place].isHidden { children.append(place) }
      place += Int(slots[place].size)
    }
    return children
  }
}

extension Node {
  /// A document that says nothing.
  static func null(at position: SourcePosition) -> Node {
    let slot = NodeSlot(
      kind: .null,
      link: NodeLink(),
      position: position,
      endLine: Int32(clamping: position.line)
    )
    return Node(
      Node.Index(slot: 0),
      of: NodeTree(slots: [slot], keys: KeyNames(), source: [], decoded: [])
    )
  }
}

/// The keys that a map has so far; while they are few, its nodes are asked.
struct SeenKeys {
  fileprivate static let largestUnhashed = 32

  fileprivate var count = 0
  fileprivate var numbers: Set<UInt32> = []
}

extension NodeTreeBuilder {
  /// The node that already stands under a key of an open map, or nil: then the key is taken to be
  /// appended next.
  ///
  /// Keys that Unicode calls equivalent count as the same.
  func node(under key: UInt32, of map: Int, _ seen: inout SeenKeys) -> Int? {
    let key = keys.equivalents[Int(key)]
    defer { seen.count += 1 }
    guard seen.count >= SeenKeys.largestUnhashed else { return node(equivalentTo: key, of: map) }
    if seen.numbers.isEmpty {
      for child in children(of: map) {
        seen.numbers.insert(keys.equivalents[Int(slots[child].link.key)])
      }
    }
    return seen.numbers.insert(key).inserted ? nil : node(equivalentTo: key, of: map)
  }

  private func node(equivalentTo key: UInt32, of map: Int) -> Int? {
    var place = map + 1
    while place < slots.count {
      if !slots[place].isHidden, keys.equivalents[Int(slots[place].link.key)] == key {
        return place
      }
      place += Int(slots[place].size)
    }
    return nil
  }
}
