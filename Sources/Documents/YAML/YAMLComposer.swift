// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Builds nodes from events; the depth limit bounds the recursion.
struct YAMLComposer: ~Copyable {
  private let stream: YAMLEventStream
  private let limits: DocumentLimits
  private var anchors = YAMLAnchors()
  /// The values so far, each as often as aliases repeat it.
  private var nodes = 0
  private var pending: YAMLEvent?

  init(_ stream: consuming YAMLEventStream, limits: DocumentLimits) {
    self.stream = stream
    self.limits = limits
  }

  /// The next document, or nil at the end of the stream.
  mutating func nextDocument() throws(DocumentError) -> Node? {
    anchors = YAMLAnchors()
    while true {
      switch try stream.next().step {
      case .streamEnd: return nil
      case .documentStart:
        let document = try value(try stream.next(), depth: 0).node
        _ = try stream.next()
        return document
      default: continue
      }
    }
  }

  /// Throws when another document follows.
  func refuseSecondDocument() throws(DocumentError) {
    let event = try stream.next()
    guard case .documentStart = event.step else { return }
    throw YAMLFlaw.secondDocument.error(at: event.position)
  }

  private mutating func value(_ event: YAMLEvent, depth: Int) throws(DocumentError) -> YAMLValue {
    switch event.step {
    case .alias(let name): return try expand(name, at: event.position, depth: depth)
    case .listStart(let properties):
      try YAMLTag.check(properties.tag, allowed: "seq", at: event.position)
      return try container(properties.anchor, at: event.position, depth: depth + 1) {
        composer,
        depth throws(DocumentError) in
        try composer.list(at: event.position, depth: depth)
      }
    case .mapStart(let properties):
      try YAMLTag.check(properties.tag, allowed: "map", at: event.position)
      return try container(properties.anchor, at: event.position, depth: depth + 1) {
        composer,
        depth throws(DocumentError) in
        try composer.map(at: event.position, depth: depth)
      }
    case .scalar(let scalar): return try self.scalar(scalar, of: event)
    default: return YAMLValue(node: Node(.null, at: event.position))
    }
  }

  private mutating func scalar(
    _ scalar: YAMLScalar,
    of event: YAMLEvent
  ) throws(DocumentError) -> YAMLValue {
    try count(1, at: event.position)
    let content = try YAMLTag.value(of: scalar, at: event.position)
    let value = YAMLValue(node: Node(content, at: event.position, endLine: event.endLine))
    anchors.define(scalar.properties.anchor, as: value)
    return value
  }

  private mutating func container(
    _ anchor: String?,
    at position: SourcePosition,
    depth: Int,
    _ body: (inout YAMLComposer, Int) throws(DocumentError) -> YAMLValue
  ) throws(DocumentError) -> YAMLValue {
    guard depth <= limits.depth else { throw limits.tooDeep(at: position) }
    let before = nodes
    try count(1, at: position)
    anchors.open(anchor)
    var value = try body(&self, depth)
    value.size = nodes - before
    anchors.define(anchor, as: value)
    return value
  }

  private mutating func list(
    at position: SourcePosition,
    depth: Int
  ) throws(DocumentError) -> YAMLValue {
    var elements: [Node] = []
    var extent = YAMLExtent(line: position.line)
    while true {
      let event = try stream.next()
      if case .containerEnd = event.step {
        return extent.value(.list(elements), at: position, end: event)
      }
      let element = try value(event, depth: depth)
      extent.include(element)
      elements.append(element.node)
    }
  }

  private mutating func map(
    at position: SourcePosition,
    depth: Int
  ) throws(DocumentError) -> YAMLValue {
    var members = YAMLMembers()
    var extent = YAMLExtent(line: position.line)
    while true {
      let event = try stream.next()
      if case .containerEnd = event.step {
        return extent.value(.map(members.merged()), at: position, end: event)
      }
      let key = try key(event)
      let value = try value(try stream.next(), depth: depth)
      extent.include(value)
      try members.append(key, at: event.position, value: value.node)
    }
  }

  private mutating func key(_ event: YAMLEvent) throws(DocumentError) -> YAMLMembers.Key {
    switch event.step {
    case .scalar(let scalar):
      let content = try YAMLTag.value(of: scalar, at: event.position)
      anchors.define(
        scalar.properties.anchor,
        as: YAMLValue(node: Node(content, at: event.position, endLine: event.endLine))
      )
      return YAMLMembers.Key(text: scalar.text, isMerge: scalar.isPlain && scalar.text == "<<")
    case .alias(let name):
      let node = try anchors.value(of: name, at: event.position).node
      if let text = node.text { return YAMLMembers.Key(text: text, isMerge: false) }
      guard node.isNull else { throw YAMLFlaw.keyIsNoScalar.error(at: event.position) }
      return YAMLMembers.Key(text: "null", isMerge: false)
    default: throw YAMLFlaw.keyIsNoScalar.error(at: event.position)
    }
  }

  private mutating func expand(
    _ name: String,
    at position: SourcePosition,
    depth: Int
  ) throws(DocumentError) -> YAMLValue {
    var value = try anchors.value(of: name, at: position)
    guard depth + value.height <= limits.depth else { throw limits.tooDeep(at: position) }
    guard value.size <= limits.maximumNodes - nodes else {
      throw YAMLFlaw.expansion(name, limit: limits.maximumNodes).error(at: position)
    }
    nodes += value.size
    // The value is used here, so here is its place; what it contains keeps its own.
    value.node.position = position
    value.node.endLine = position.line
    return value
  }

  private mutating func count(_ added: Int, at position: SourcePosition) throws(DocumentError) {
    guard added <= limits.maximumNodes - nodes else { throw limits.tooManyNodes(at: position) }
    nodes += added
  }
}
