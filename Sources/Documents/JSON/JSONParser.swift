// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// A recursive descent over the bytes of one JSON text; the depth limit bounds the recursion.
struct JSONParser {
  private let limits: DocumentLimits
  let bytes: [UInt8]
  var index: Int
  private var line = 1
  /// The offset at which the line would start if all its characters so far had one byte.
  var lineStart: Int
  var tree: NodeTreeBuilder

  init(_ text: SourceText, limits: DocumentLimits) {
    self.limits = limits
    bytes = text.bytes
    index = text.start
    lineStart = text.start
    tree = NodeTreeBuilder(text.bytes, limits: limits)
  }

  /// The byte to read next, or NUL at the end, as the text itself holds no NUL.
  var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  @inline(__always) var position: SourcePosition {
    SourcePosition(line: line, column: index - lineStart + 1)
  }

  mutating func document() throws(Problem) -> Node {
    skipWhitespace()
    guard index < bytes.count else { throw JSONFlaw.empty.error(at: position) }
    try value(NodeLink(), depth: 0, after: nil)
    skipWhitespace()
    guard index == bytes.count else { throw JSONFlaw.trailing.error(at: position) }
    return tree.root
  }

  /// Reads a value; `sibling` is the one before it in the same list.
  private mutating func value(
    _ link: NodeLink,
    depth: Int,
    after sibling: Int?
  ) throws(Problem) {
    let start = position
    guard tree.hasRoom(for: 1) else { throw limits.tooManyNodes(at: start) }
    switch current {
    case UInt8(ascii: "{"): try map(link, at: start, depth: depth + 1, after: sibling)
    case UInt8(ascii: "["): try list(link, at: start, depth: depth + 1)
    case ASCII.quote: tree.append(.string, link, at: start, text: try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      tree.append(.number, link, at: start, text: try number())
    default: try word(link, at: start)
    }
  }

  private mutating func list(
    _ link: NodeLink,
    at start: SourcePosition,
    depth: Int
  ) throws(Problem) {
    let list = tree.next
    try open(.list, link, at: start, depth: depth)
    var count: UInt32 = 0
    var last: Int?
    if current != UInt8(ascii: "]") {
      repeat {
        skipWhitespace()
        guard current != UInt8(ascii: "]") else { throw JSONFlaw.extraComma.error(at: position) }
        guard index < bytes.count else { throw truncated(.list, openedAt: start) }
        let element = tree.next
        try value(tree.link(to: list, key: count), depth: depth, after: last)
        last = element
        count += 1
      } while try anotherFollows(in: .list, openedAt: start)
    }
    index += 1
    tree.close(list, count: Int(count), endLine: line)
  }

  private mutating func map(
    _ link: NodeLink,
    at start: SourcePosition,
    depth: Int,
    after sibling: Int?
  ) throws(Problem) {
    let map = tree.next
    try open(.map, link, at: start, depth: depth)
    var seen = SeenKeys()
    var expected: NodeTreeBuilder.Keys?
    if let sibling { expected = tree.keys(of: sibling) }
    var count = 0
    if current != UInt8(ascii: "}") {
      repeat {
        skipWhitespace()
        guard current != UInt8(ascii: "}") else { throw JSONFlaw.extraComma.error(at: position) }
        guard index < bytes.count else { throw truncated(.map, openedAt: start) }
        let keyPosition = position
        let key: UInt32
        if let known = expectedKey(&expected) {
          key = known
        } else {
          key = try self.key(of: map, seen: &seen)
        }
        try skipColon(behind: key)
        try value(tree.link(to: map, key: key, at: keyPosition), depth: depth, after: nil)
        count += 1
      } while try anotherFollows(in: .map, openedAt: start)
    }
    index += 1
    tree.close(map, count: count, endLine: line)
  }

  /// Begins a container: steps over its bracket and the white space behind it.
  private mutating func open(
    _ kind: NodeSlot.Kind,
    _ link: NodeLink,
    at start: SourcePosition,
    depth: Int
  ) throws(Problem) {
    guard depth <= limits.depth else { throw limits.tooDeep(at: start) }
    tree.append(kind, link, at: start)
    index += 1
    skipWhitespace()
  }

  /// Steps over the key that the map before had at this place, if it is here too.
  ///
  /// The maps of a list mostly have the same keys. As long as they do, none can be there twice.
  private mutating func expectedKey(_ expected: inout NodeTreeBuilder.Keys?) -> UInt32? {
    guard var keys = expected else { return nil }
    let found = tree.next(of: &keys, ifQuotedAt: index)
    expected = found == nil ? nil : keys
    guard let found else { return nil }
    index += found.length + 2
    return found.key
  }

  /// Reads a key.
  private mutating func key(of map: Int, seen: inout SeenKeys) throws(Problem) -> UInt32 {
    let start = position
    guard current == ASCII.quote else { throw JSONFlaw.unquotedKey(current).error(at: start) }
    let key = tree.key(at: try string())
    if let earlier = tree.node(under: key, of: map, &seen) {
      let first = tree.slots[earlier].link.keyPosition
      throw Problem.duplicateKey(name(of: key), at: start, first: first)
    }
    return key
  }

  /// Steps over the colon behind a key, up to the value.
  private mutating func skipColon(behind key: UInt32) throws(Problem) {
    skipWhitespace()
    guard current == UInt8(ascii: ":") else {
      guard index < bytes.count else {
        throw JSONFlaw.missingValue(name(of: key)).error(at: position)
      }
      throw JSONFlaw.missingColon.error(at: position)
    }
    index += 1
    skipWhitespace()
    guard index < bytes.count else {
      throw JSONFlaw.missingValue(name(of: key)).error(at: position)
    }
  }

  private func name(of key: UInt32) -> String { tree.keys.names[key] }

  /// Steps over a comma, or stops at the closing bracket.
  private mutating func anotherFollows(
    in container: JSONFlaw.Container,
    openedAt start: SourcePosition
  ) throws(Problem) -> Bool {
    skipWhitespace()
    if current == UInt8(ascii: ",") {
      index += 1
      return true
    }
    if current == container.closing { return false }
    guard index < bytes.count else { throw truncated(container, openedAt: start) }
    throw JSONFlaw.missingComma(container).error(at: position)
  }

  /// The error where the text ends inside a container.
  private func truncated(
    _ container: JSONFlaw.Container,
    openedAt start: SourcePosition
  ) -> Problem {
    JSONFlaw.truncated(container, start).error(at: position)
  }

  private mutating func skipWhitespace() {
    // Compact texts have none at all at most places.
    if current <= ASCII.space { skipSpaces() }
  }

  private mutating func skipSpaces() {
    while true {
      switch current {
      case ASCII.space, ASCII.tab: index += 1
      case ASCII.lineFeed: endLine(length: 1)
      case ASCII.carriageReturn:
        let isPair = index + 1 < bytes.count && bytes[index + 1] == ASCII.lineFeed
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

/// Reads JSON (RFC 8259) with the place of every value and key.
///
/// Beyond the standard, `NaN`, `Infinity` and `-Infinity` are numbers, since Python writes them.
/// Stricter than the standard, duplicate keys and unpaired surrogates are errors.
package enum JSONReader {
  /// The document that a UTF-8 text holds.
  ///
  /// - Throws: The first flaw of the text: wrong encoding, wrong syntax, a duplicate key, or more
  ///   than the limits allow.
  package static func read(
    _ bytes: [UInt8],
    limits: DocumentLimits = DocumentLimits()
  ) throws(Problem) -> Node {
    var parser = JSONParser(try SourceText(bytes, limits: limits), limits: limits)
    return try parser.document()
  }
}
