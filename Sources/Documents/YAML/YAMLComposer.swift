// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Builds nodes from events; the depth limit bounds the recursion.
struct YAMLComposer: ~Copyable {
  private let stream: YAMLEventStream
  private let limits: DocumentLimits
  private var anchors = YAMLAnchors()
  private var tree: NodeTreeBuilder
  /// The keys that stood there already, whose values are left out; nil where the first one ends it.
  private(set) var duplicates: [Problem]?
  /// The nodes that aliases have added so far.
  private var repeated = 0

  init(
    _ stream: consuming YAMLEventStream,
    limits: DocumentLimits,
    collectsDuplicates: Bool = false
  ) {
    self.stream = stream
    self.limits = limits
    duplicates = collectsDuplicates ? [] : nil
    tree = NodeTreeBuilder(limits: limits)
  }

  /// The next document, or nil at the end of the stream.
  mutating func nextDocument() throws(Problem) -> Node? {
    anchors = YAMLAnchors()
    tree = NodeTreeBuilder(limits: limits)
    repeated = 0
    while true {
      switch try stream.next().step {
      case .streamEnd: return nil
      case .documentStart:
        try value(try stream.next(), NodeLink(), depth: 0)
        _ = try stream.next()
        return tree.root
      default: continue
      }
    }
  }

  /// Throws when another document follows.
  func refuseSecondDocument() throws(Problem) {
    let event = try stream.next()
    guard case .documentStart = event.step else { return }
    throw YAMLFlaw.secondDocument.error(at: event.position)
  }

  private mutating func value(
    _ event: YAMLEvent,
    _ link: NodeLink,
    depth: Int
  ) throws(Problem) {
    switch event.step {
    case .alias(let name): try expand(name, link, at: event.position, depth: depth)
    case .listStart(let properties):
      try YAMLTag.check(properties.tag, allowed: "seq", at: event.position)
      let list = try open(.list, properties.anchor, link, at: event.position, depth: depth + 1)
      try fill(list: list, depth: depth + 1)
      anchors.define(properties.anchor, as: .node(list))
    case .mapStart(let properties):
      try YAMLTag.check(properties.tag, allowed: "map", at: event.position)
      let map = try open(.map, properties.anchor, link, at: event.position, depth: depth + 1)
      try fill(map: map, depth: depth + 1)
      anchors.define(properties.anchor, as: .node(map))
    case .scalar(let scalar):
      let place = tree.next
      try append(YAMLText(scalar, of: event), link)
      anchors.define(scalar.properties.anchor, as: .node(place))
    default: tree.append(.null, link, at: event.position)
    }
  }

  private mutating func append(_ text: YAMLText, _ link: NodeLink) throws(Problem) {
    try refuseMore(than: 1, at: text.position)
    let place = tree.next
    switch text.kind {
    case .null: tree.append(.null, link, at: text.position)
    default: tree.append(text.kind, link, at: text.position, text: tree.keep(text.text.utf8))
    }
    if let line = text.endLine { tree.end(place, atLine: line) }
  }

  /// Begins a list or map, and returns its place.
  private mutating func open(
    _ kind: NodeSlot.Kind,
    _ anchor: String?,
    _ link: NodeLink,
    at position: SourcePosition,
    depth: Int
  ) throws(Problem) -> Int {
    guard depth <= limits.depth else { throw limits.tooDeep(at: position) }
    try refuseMore(than: 1, at: position)
    anchors.open(anchor)
    let place = tree.next
    tree.append(kind, link, at: position)
    return place
  }

  private mutating func fill(list: Int, depth: Int) throws(Problem) {
    var count: UInt32 = 0
    var lastLine = 0
    while true {
      let event = try stream.next()
      if case .containerEnd = event.step {
        return tree.close(list, count: Int(count), endLine: event.endLine ?? lastLine)
      }
      let place = tree.next
      try value(event, tree.link(to: list, key: count), depth: depth)
      lastLine = Int(tree.slots[place].endLine)
      count += 1
    }
  }

  private mutating func fill(map: Int, depth: Int) throws(Problem) {
    var members = YAMLMembers(of: map)
    var lastLine = 0
    while true {
      let event = try stream.next()
      if case .containerEnd = event.step {
        try members.merge(in: &tree, limits: limits)
        return tree.close(map, count: members.count, endLine: event.endLine ?? lastLine)
      }
      let key = try key(event)
      let place = tree.next
      let isRepeated = try isRepeated(key, at: event.position, in: &members)
      let link =
        isRepeated
        ? tree.link(to: map, key: tree.key(key.text), at: event.position)
        : try members.link(for: key, at: event.position, in: &tree)
      try value(try stream.next(), link, depth: depth)
      lastLine = Int(tree.slots[place].endLine)
      if isRepeated { tree.hide(place) } else if key.isMerge { try members.endMerge(in: &tree) }
    }
  }

  /// Notes a key that the map has already, where such are collected.
  private mutating func isRepeated(
    _ key: YAMLMembers.Key,
    at position: SourcePosition,
    in members: inout YAMLMembers
  ) throws(Problem) -> Bool {
    guard let known = duplicates, known.count < Self.mostDuplicates,
      let flaw = members.flaw(of: key, at: position, in: &tree)
    else { return false }
    duplicates?.append(flaw)
    return true
  }

  /// More of them than this are no slip.
  private static let mostDuplicates = 100

  private mutating func key(_ event: YAMLEvent) throws(Problem) -> YAMLMembers.Key {
    switch event.step {
    case .scalar(let scalar):
      anchors.define(scalar.properties.anchor, as: .key(try YAMLText(scalar, of: event)))
      return YAMLMembers.Key(text: scalar.text, isMerge: scalar.isPlain && scalar.text == "<<")
    case .alias(let name):
      let text = try anchoredText(name, at: event.position)
      return YAMLMembers.Key(text: text, isMerge: false)
    default: throw YAMLFlaw.keyIsNoScalar.error(at: event.position)
    }
  }

  /// The text of an anchored scalar that is used as a key.
  private func anchoredText(
    _ name: String,
    at position: SourcePosition
  ) throws(Problem) -> String {
    switch try anchors.value(of: name, at: position) {
    case .key(let text): return text.kind == .null ? "null" : text.text
    case .node(let place):
      guard !tree.slots[place].kind.isContainer else {
        throw YAMLFlaw.keyIsNoScalar.error(at: position)
      }
      return tree.slots[place].kind == .null ? "null" : tree.text(of: place)
    }
  }

  /// Repeats an anchored value.
  private mutating func expand(
    _ name: String,
    _ link: NodeLink,
    at position: SourcePosition,
    depth: Int
  ) throws(Problem) {
    let copy = tree.next
    switch try anchors.value(of: name, at: position) {
    case .key(let text): try append(text, link)
    case .node(let place):
      guard depth + tree.height(of: place) <= limits.depth else {
        throw limits.tooDeep(at: position)
      }
      repeated += Int(tree.slots[place].size)
      guard repeated <= limits.maximumRepeatedNodes else {
        throw YAMLFlaw.expansion(name, limit: limits.maximumRepeatedNodes).error(at: position)
      }
      try refuseMore(than: Int(tree.slots[place].size), at: position)
      tree.copy(place, link)
    }
    // The value is used here, so here is its place; what it contains keeps its own.
    tree.place(copy, at: position)
  }

  private func refuseMore(than added: Int, at position: SourcePosition) throws(Problem) {
    guard tree.hasRoom(for: added) else { throw limits.tooManyNodes(at: position) }
  }
}
