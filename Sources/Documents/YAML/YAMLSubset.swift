// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension YAMLReader {
  /// The document of a text that keeps to the part of YAML in which rules are mostly written, read
  /// without libyaml's events; nil for any other text, which `read` takes.
  ///
  /// It is for texts that were read both ways before, such as those that are part of the program.
  package static func readSubset(_ bytes: [UInt8]) -> Node? {
    do throws(YAMLSubset.Departure) {
      var subset = YAMLSubset(bytes)
      return try subset.document()
    } catch {
      return nil
    }
  }
}

/// Block maps and lists of keys without quotes, scalars and flow collections on one line, and folded
/// texts without blank lines.
struct YAMLSubset: ~Copyable {
  /// A text goes beyond the subset.
  struct Departure: Error {}

  let bytes: [UInt8]
  var tree: NodeTreeBuilder
  /// Where reading goes on: inside a line, or at the start of the next.
  var offset = 0
  private(set) var line = 1
  private(set) var lineStart = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tree = NodeTreeBuilder(bytes, limits: DocumentLimits())
  }

  mutating func document() throws(Departure) -> Node {
    guard try skipBlankLines() == 0 else { throw Departure() }
    _ = try map(NodeLink(), indent: 0)
    guard offset == bytes.count else { throw Departure() }
    return tree.root
  }

  // MARK: Blocks

  /// Reads a map whose first key stands here; the last line of it.
  private mutating func map(_ link: NodeLink, indent: Int) throws(Departure) -> Int {
    let place = tree.next
    tree.append(.map, link, at: position)
    var (count, lastLine) = (0, line)
    repeat {
      let keyPosition = position
      // Found before, so that the tree is not copied while it changes.
      let key = tree.key(at: try key())
      let link = tree.link(to: place, key: key, at: keyPosition)
      lastLine = try blockValue(link, indent: indent)
      count += 1
    } while try goesOn(at: indent)
    tree.close(place, count: count, endLine: lastLine)
    return lastLine
  }

  /// Goes to the next entry of a map or a list, where there is one.
  private mutating func goesOn(at indent: Int) throws(Departure) -> Bool {
    guard let next = try skipBlankLines(), next >= indent else { return false }
    guard next == indent else { throw Departure() }
    offset += indent
    return true
  }

  private mutating func list(_ link: NodeLink, indent: Int) throws(Departure) -> Int {
    let place = tree.next
    tree.append(.list, link, at: position)
    var (count, lastLine) = (0, line)
    repeat {
      guard at("-"), byte(1) == UInt8(ascii: " "), byte(2) != UInt8(ascii: " ") else {
        throw Departure()
      }
      offset += 2
      let link = tree.link(to: place, key: UInt32(count))
      lastLine =
        startsMap ? try map(link, indent: indent + 2) : try scalarOrFlow(link, indent: indent)
      count += 1
    } while try goesOn(at: indent)
    tree.close(place, count: count, endLine: lastLine)
    return lastLine
  }

  /// Reads what stands behind a key and its colon, up to the start of another line.
  private mutating func blockValue(_ link: NodeLink, indent: Int) throws(Departure) -> Int {
    guard at("\n") else {
      guard at(" ") else { throw Departure() }
      offset += 1
      return at(">") ? try folded(link, indent: indent) : try scalarOrFlow(link, indent: indent)
    }
    endLine()
    guard let next = try skipBlankLines(), next > indent else { throw Departure() }
    offset += next
    return at("-") ? try list(link, indent: next) : try map(link, indent: next)
  }

  /// Reads a value that ends with its line, or a flow collection; nothing deeper may follow.
  private mutating func scalarOrFlow(_ link: NodeLink, indent: Int) throws(Departure) -> Int {
    try flowValue(link, isInFlow: false)
    guard at("\n") else { throw Departure() }
    let last = line
    endLine()
    if let next = try skipBlankLines(), next > indent { throw Departure() }
    return last
  }

  /// Reads a folded text without its last line break.
  private mutating func folded(_ link: NodeLink, indent: Int) throws(Departure) -> Int {
    let start = position
    guard byte(1) == UInt8(ascii: "-"), byte(2) == UInt8(ascii: "\n") else { throw Departure() }
    offset += 2
    endLine()
    let place = tree.next
    var text: [UInt8] = []
    let depth = leadingSpaces
    guard depth > indent else { throw Departure() }
    while leadingSpaces == depth {
      let end = endOfLine
      guard bytes[end - 1] > UInt8(ascii: " ") else { throw Departure() }
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      text += bytes[offset + depth..<end]
      offset = end
      endLine()
    }
    guard leadingSpaces <= indent, !at("\n") else { throw Departure() }
    tree.append(.string, link, at: start, text: tree.keep(text))
    tree.end(place, atLine: line - 1)
    return line - 1
  }
}

// MARK: Lines

extension YAMLSubset {
  var position: SourcePosition {
    let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: line, column: column + 1)
  }

  func at(_ character: Unicode.Scalar) -> Bool {
    offset < bytes.count && bytes[offset] == UInt8(ascii: character)
  }

  /// The byte behind some others, or 0 at the end of the text.
  func byte(_ count: Int) -> UInt8 {
    offset + count < bytes.count ? bytes[offset + count] : 0
  }

  private var leadingSpaces: Int {
    bytes[offset...].prefix { $0 == UInt8(ascii: " ") }.count
  }

  private var endOfLine: Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  /// Goes from the end of a line to the start of the next.
  mutating func endLine() {
    guard offset < bytes.count else { return }
    offset += 1
    line += 1
    lineStart = offset
  }

  /// Goes to the next line that says something, and tells how far it is indented; nil at the end.
  private mutating func skipBlankLines() throws(Departure) -> Int? {
    while offset < bytes.count {
      let spaces = leadingSpaces
      switch byte(spaces) {
      case UInt8(ascii: "\n"), UInt8(ascii: "#"):
        offset = endOfLine
        endLine()
      // Tabs, other line breaks, and the marks of documents and directives.
      case 0..<UInt8(ascii: " "), UInt8(ascii: "%"), UInt8(ascii: "."): throw Departure()
      default: return spaces
      }
    }
    return nil
  }

  /// Whether a key without quotes stands here.
  private var startsMap: Bool {
    let length = bytes[offset...].prefix(while: Self.isKeyByte).count
    let follower = byte(length + 1)
    return length > 0 && byte(length) == UInt8(ascii: ":")
      && (follower == UInt8(ascii: " ") || follower == UInt8(ascii: "\n"))
  }

  /// Reads a key and the colon behind it.
  private mutating func key() throws(Departure) -> Range<Int> {
    guard startsMap else { throw Departure() }
    let start = offset
    offset += bytes[offset...].prefix(while: Self.isKeyByte).count + 1
    return start..<offset - 1
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

// MARK: Scalars and flow collections

extension YAMLSubset {
  /// Reads a scalar or a flow collection.
  mutating func flowValue(_ link: NodeLink, isInFlow: Bool) throws(Departure) {
    switch byte(0) {
    case UInt8(ascii: "{"): try flow(.map, link, end: "}")
    case UInt8(ascii: "["): try flow(.list, link, end: "]")
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try quoted(link)
    default: try plain(link, isInFlow: isInFlow)
    }
  }

  private mutating func flow(
    _ kind: NodeSlot.Kind,
    _ link: NodeLink,
    end: Unicode.Scalar
  ) throws(Departure) {
    let place = tree.next
    tree.append(kind, link, at: position)
    var count = 0
    repeat {
      offset += 1
      skipSpace()
      if count == 0, at(end) { break }
      var link = tree.link(to: place, key: UInt32(count))
      if kind == .map {
        let keyPosition = position
        let key = tree.key(at: try key())
        link = tree.link(to: place, key: key, at: keyPosition)
        skipSpace()
      }
      try flowValue(link, isInFlow: true)
      count += 1
      skipSpace()
    } while at(",")
    guard at(end) else { throw Departure() }
    tree.close(place, count: count, endLine: line)
    offset += 1
  }

  private mutating func skipSpace() {
    while true {
      if at(" ") { offset += 1 } else if at("\n") { endLine() } else { return }
    }
  }

  private mutating func quoted(_ link: NodeLink) throws(Departure) {
    let (start, quote) = (position, bytes[offset])
    let escape = quote == UInt8(ascii: "\"") ? UInt8(ascii: "\\") : 0
    offset += 1
    let first = offset
    while byte(0) != quote {
      guard byte(0) >= UInt8(ascii: " "), byte(0) != escape else { throw Departure() }
      offset += 1
    }
    let text = first..<offset
    offset += 1
    // Two quotes are one, and a quoted key is none of the subset.
    guard byte(0) != quote, byte(0) != UInt8(ascii: ":") else { throw Departure() }
    tree.append(.string, link, at: start, text: text)
  }

  private mutating func plain(_ link: NodeLink, isInFlow: Bool) throws(Departure) {
    let (start, first) = (position, offset)
    guard Self.mayStartPlain(byte(0)) || byte(0) == UInt8(ascii: "-") && byte(1) > 0x2F else {
      throw Departure()
    }
    while offset < bytes.count, !at("\n"), !(isInFlow && Self.endsInFlow(byte(0))) {
      let isComment = at("#") && bytes[offset - 1] == UInt8(ascii: " ")
      let isKey = at(":") && (byte(1) <= UInt8(ascii: " ") || isInFlow && Self.endsInFlow(byte(1)))
      guard byte(0) >= UInt8(ascii: " "), byte(0) != 0x7F, !isComment, !isKey else {
        throw Departure()
      }
      offset += 1
    }
    // What goes on in the next line is folded.
    guard !isInFlow || !at("\n") else { throw Departure() }
    var end = offset
    while bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let isShort = end - first <= 4
    if isShort, YAMLTag.isNull(String(decoding: bytes[first..<end], as: UTF8.self)) {
      return tree.append(.null, link, at: start)
    }
    tree.append(.plain, link, at: start, text: first..<end)
  }

  private static func mayStartPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...UInt8(ascii: " "), UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "#"),
      UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"),
      UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"),
      UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), 0x7F:
      false
    default: true
    }
  }

  private static func endsInFlow(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
