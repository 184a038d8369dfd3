// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A recursive descent over the bytes of one JSON text; the depth limit bounds the recursion.
struct JSONParser {
  private let limits: DocumentLimits
  let bytes: [UInt8]
  var index: Int
  private var line = 1
  /// The offset at which the line would start if all its characters so far had one byte.
  var lineStart: Int
  private var nodes = 0
  var texts = ShortTexts()
  /// How many nodes the last list or map had, by depth: its neighbour often has as many.
  private var sizes: [Int] = []

  init(_ text: SourceText, limits: DocumentLimits) {
    self.limits = limits
    bytes = text.bytes
    index = text.start
    lineStart = text.start
  }

  /// The byte to read next, or NUL at the end, as the text itself holds no NUL.
  var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  var position: SourcePosition {
    SourcePosition(line: line, column: index - lineStart + 1)
  }

  mutating func document() throws(DocumentError) -> Node {
    skipWhitespace()
    guard index < bytes.count else { throw JSONFlaw.empty.error(at: position) }
    let node = try value(depth: 0)
    skipWhitespace()
    guard index == bytes.count else { throw JSONFlaw.trailing.error(at: position) }
    return node
  }

  private mutating func value(depth: Int) throws(DocumentError) -> Node {
    let start = position
    nodes += 1
    guard nodes <= limits.maximumNodes else { throw limits.tooManyNodes(at: start) }
    switch current {
    case UInt8(ascii: "{"): return try map(at: start, depth: depth + 1)
    case UInt8(ascii: "["): return try list(at: start, depth: depth + 1)
    case Byte.quote: return Node(.string(try string()), at: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return Node(.number(try number()), at: start)
    default: return Node(try word(), at: start)
    }
  }

  private mutating func list(at start: SourcePosition, depth: Int) throws(DocumentError) -> Node {
    try open(depth: depth, at: start)
    var elements: [Node] = []
    elements.reserveCapacity(expectedSize(atDepth: depth))
    if current != UInt8(ascii: "]") {
      repeat {
        skipWhitespace()
        guard current != UInt8(ascii: "]") else { throw JSONFlaw.extraComma.error(at: position) }
        try refuseEnd(of: .list, openedAt: start)
        elements.append(try value(depth: depth))
      } while try anotherFollows(in: .list, openedAt: start)
    }
    index += 1
    sizes[depth] = elements.count
    return Node(.list(elements), at: start, endLine: line)
  }

  private mutating func map(at start: SourcePosition, depth: Int) throws(DocumentError) -> Node {
    try open(depth: depth, at: start)
    var members: [Node.Member] = []
    members.reserveCapacity(expectedSize(atDepth: depth))
    var keys = KeyIndex()
    if current != UInt8(ascii: "}") {
      repeat {
        skipWhitespace()
        guard current != UInt8(ascii: "}") else { throw JSONFlaw.extraComma.error(at: position) }
        try refuseEnd(of: .map, openedAt: start)
        let keyPosition = position
        let key = try key(of: members, keys: &keys)
        let value = try value(depth: depth)
        members.append(Node.Member(key: key, keyPosition: keyPosition, value: value))
      } while try anotherFollows(in: .map, openedAt: start)
    }
    index += 1
    sizes[depth] = members.count
    return Node(.map(members), at: start, endLine: line)
  }

  /// How many nodes room is made for; a document with one large list may have many small ones.
  private mutating func expectedSize(atDepth depth: Int) -> Int {
    while sizes.count <= depth { sizes.append(0) }
    return min(sizes[depth], Self.mostExpected)
  }

  private static let mostExpected = 16

  /// Steps over an opening bracket and the white space behind it.
  private mutating func open(depth: Int, at start: SourcePosition) throws(DocumentError) {
    guard depth <= limits.depth else { throw limits.tooDeep(at: start) }
    index += 1
    skipWhitespace()
  }

  /// Reads a key and its colon up to the value.
  private mutating func key(
    of members: [Node.Member],
    keys: inout KeyIndex
  ) throws(DocumentError) -> String {
    let start = position
    guard current == Byte.quote else { throw JSONFlaw.unquotedKey(current).error(at: start) }
    let key = try string()
    if let earlier = keys.member(for: key, in: members) {
      throw DocumentError.duplicateKey(key, at: start, first: earlier.keyPosition)
    }
    skipWhitespace()
    guard current == UInt8(ascii: ":") else {
      guard index < bytes.count else { throw JSONFlaw.missingValue(key).error(at: position) }
      throw JSONFlaw.missingColon.error(at: position)
    }
    index += 1
    skipWhitespace()
    guard index < bytes.count else { throw JSONFlaw.missingValue(key).error(at: position) }
    return key
  }

  /// Steps over a comma, or stops at the closing bracket.
  private mutating func anotherFollows(
    in container: JSONFlaw.Container,
    openedAt start: SourcePosition
  ) throws(DocumentError) -> Bool {
    skipWhitespace()
    if current == UInt8(ascii: ",") {
      index += 1
      return true
    }
    if current == container.closing { return false }
    try refuseEnd(of: container, openedAt: start)
    throw JSONFlaw.missingComma(container).error(at: position)
  }

  private func refuseEnd(
    of container: JSONFlaw.Container,
    openedAt start: SourcePosition
  ) throws(DocumentError) {
    guard index < bytes.count else {
      throw JSONFlaw.truncated(container, start).error(at: position)
    }
  }

  private mutating func skipWhitespace() {
    while true {
      switch current {
      case Byte.space, Byte.tab: index += 1
      case Byte.lineFeed: endLine(length: 1)
      case Byte.carriageReturn:
        let isPair = index + 1 < bytes.count && bytes[index + 1] == Byte.lineFeed
        endLine(length: isPair ? 2 : 1)
      default: return
      }
    }
  }

  private mutating func endLine(length: Int) {
    index += length
    line += 1
    lineStart = index
  }
}
