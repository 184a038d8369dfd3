// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The text of a declaration as blocks of its top-level keys, so that one answer can be changed without
/// touching what people wrote around it.
struct DeclarationText {
  /// A top-level key with its lines, and the comments and blank lines above it.
  struct Block {
    var key: String
    var lead: [String]
    var lines: [String]
  }

  private(set) var blocks: [Block] = []
  private var tail: [String] = []

  /// Cuts a text into blocks.
  init(_ text: String) {
    var lead: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let key = Self.key(of: line) {
        blocks.append(Block(key: key, lead: lead, lines: [line]))
        lead = []
      } else if !lead.isEmpty || blocks.isEmpty || line.trimmed.isEmpty || line.hasPrefix("#") {
        lead.append(line)
      } else {
        blocks[blocks.count - 1].lines.append(line)
      }
      // A line that goes on after a comment or a blank belongs to the block above.
      if let last = lead.last, last.hasPrefix(" "), !last.trimmed.isEmpty, !blocks.isEmpty {
        blocks[blocks.count - 1].lines += lead
        lead = []
      }
    }
    tail = lead
  }

  /// The text with all its blocks.
  var text: String {
    (blocks.flatMap { $0.lead + $0.lines } + tail).joined(separator: "\n")
  }

  /// Writes the value of a key, `group.key` for one in a group; a new key comes before the models.
  mutating func set(_ key: String, to value: String) {
    let parts = key.split(separator: ".").map(String.init)
    guard parts.count == 2 else { return setWhole(key, to: value) }
    guard let index = blocks.firstIndex(where: { $0.key == parts[0] }) else {
      return setWhole(parts[0], to: "{\(parts[1]): \(value)}")
    }
    blocks[index].set(parts[1], to: value)
  }

  /// Takes a key away with the comments above it.
  mutating func remove(_ key: String) {
    blocks.removeAll { $0.key == key }
  }

  private mutating func setWhole(_ key: String, to value: String) {
    let line = "\(key): \(value)"
    if let index = blocks.firstIndex(where: { $0.key == key }) {
      blocks[index].lines = [line + blocks[index].comment]
      return
    }
    let place = blocks.firstIndex { ["artifacts", "models"].contains($0.key) } ?? blocks.endIndex
    blocks.insert(Block(key: key, lead: [], lines: [line]), at: place)
  }

  private static func key(of line: String) -> String? {
    guard let first = line.first, !" #-\"'{[".contains(first),
      let colon = line.firstIndex(of: ":")
    else { return nil }
    return String(line[..<colon])
  }
}

extension DeclarationText.Block {
  /// The comment at the end of the only line.
  fileprivate var comment: String {
    guard lines.count == 1, let mark = lines[0].firstRange(of: " #") else { return "" }
    return "  " + lines[0][mark.lowerBound...].trimmed
  }

  /// Writes one key of a group, in a flow map or in a block map.
  fileprivate mutating func set(_ member: String, to value: String) {
    for index in lines.indices.dropFirst() where lines[index].trimmed.hasPrefix("\(member):") {
      let indent = lines[index].prefix { $0 == " " }
      lines[index] = "\(indent)\(member): \(value)"
      return
    }
    guard let open = lines[0].firstIndex(of: "{") else {
      return lines.isEmpty ? () : lines.insert("  \(member): \(value)", at: 1)
    }
    let whole = lines.joined(separator: "\n")
    let before = whole[...open]
    let inside = whole[whole.index(after: open)...]
    if let range = Self.range(of: member, in: inside) {
      let line = before + inside[..<range.lowerBound] + "\(member): \(value)"
      lines = [String(line + inside[range.upperBound...])]
    } else {
      lines = [String(before + "\(member): \(value), " + inside)]
    }
    lines = lines[0].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Where `member: value` stands in the inside of a flow map, up to the comma or brace behind it.
  private static func range(of member: String, in text: Substring) -> Range<String.Index>? {
    var depth = 0
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      let ends = depth == 0 && (character == "," || character == "}")
      if ends {
        let entry = text[start..<index]
        let first = entry.firstIndex { !$0.isWhitespace } ?? entry.startIndex
        if text[first..<index].hasPrefix("\(member):") { return first..<index }
        start = text.index(after: index)
      }
      if "{[".contains(character) { depth += 1 }
      if "}]".contains(character) { depth -= 1 }
      index = text.index(after: index)
    }
    return nil
  }
}
