// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import TestSupport
import Testing

/// Every place that a reader reports must show what the reader says is there.
@Suite struct PlaceTests {
  /// The text of a file from a place to the end of its line.
  private struct Lines {
    private let lines: [[Unicode.Scalar]]

    init(_ bytes: [UInt8]) {
      let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
      lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        .map(Array.init)
    }

    func rest(at position: SourcePosition) -> String {
      guard lines.indices.contains(position.line - 1), position.column >= 1 else { return "" }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: lines[position.line - 1].dropFirst(position.column - 1))
      return String(view)
    }

    var count: Int { lines.count }
  }

  @Test func `keys and values of JSON files stand at their places`() throws {
    let files = try Corpus.files(["json"])
    try #require(files.count >= 15)
    for (path, bytes) in files {
      let lines = Lines(bytes)
      try JSONReader.read(bytes).visit { node, key in
        if let key { #expect(lines.rest(at: key.keyPosition).hasPrefix("\"\(key.key)"), "\(path)") }
        let rest = lines.rest(at: node.position)
        switch node.value {
        case .map: #expect(rest.hasPrefix("{"), "\(path) \(node.position)")
        case .list: #expect(rest.hasPrefix("["), "\(path) \(node.position)")
        case .string: #expect(rest.hasPrefix("\""), "\(path) \(node.position)")
        default: #expect(rest.hasPrefix(node.text ?? "null"), "\(path) \(node.position)")
        }
      }
    }
  }

  @Test func `keys and plain scalars of YAML files stand at their places`() throws {
    let files = try Corpus.files(["yaml", "yml"])
    try #require(files.count >= 5)
    // The system card includes other files, which the reader refuses.
    for (path, bytes) in files where path != "ars/system_card.yaml" {
      let lines = Lines(bytes)
      try YAMLReader.read(bytes).visit { node, key in
        if let key { #expect(lines.rest(at: key.keyPosition).contains(key.key), "\(path)") }
        guard case .plain(let text) = node.value else { return }
        #expect(lines.rest(at: node.position).hasPrefix(text.prefix(8)), "\(path) \(node.position)")
      }
    }
  }

  @Test func `headings, elements, fields and cells of Markdown files stand at their places`() throws
  {
    let files = try Corpus.files(["md"])
    try #require(files.count >= 6)
    for (path, bytes) in files {
      let lines = Lines(bytes)
      for section in try MarkdownReader.read(bytes).sections {
        let heading = lines.rest(at: section.position)
        #expect(section.level == 0 || heading.contains(section.title), "\(path) \(heading)")
        #expect(section.endLine <= lines.count)
        for block in section.blocks {
          #expect(block.position.line > section.position.line || section.level == 0)
          #expect(section.endLine >= block.endLine)
          check(block, in: lines, path: path)
        }
      }
    }
  }

  private func check(_ block: MarkdownBlock, in lines: Lines, path: String) {
    for field in block.fields {
      #expect(lines.rest(at: field.position).contains(field.label), "\(path) \(field)")
    }
    switch block.content {
    case .list(let items):
      for item in items {
        let rest = lines.rest(at: item.position)
        #expect(rest.first.map { "-*+".contains($0) || $0.isNumber } == true, "\(path) \(rest)")
      }
    case .table(let table):
      for cell in table.header + table.rows.joined() {
        #expect(lines.rest(at: cell.position).hasPrefix(cell.text), "\(path) \(cell)")
      }
    case .paragraph(let text):
      let word = text.split(separator: " ")[0]
      #expect(lines.rest(at: block.position).contains(word), "\(path) \(text)")
    case .code, .quote: return
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `generated JSON has every value where it was written`(seed: UInt64) throws {
    var writer = JSONWriter(seed: seed)
    writer.value(depth: 0)
    let bytes = Array(writer.text.utf8)
    var found: [SourcePosition] = []
    try JSONReader.read(bytes).visit { node, _ in found.append(node.position) }
    #expect(found == writer.places, "seed \(seed)")
  }
}

/// Writes random JSON with odd spacing, and remembers where each value starts.
private struct JSONWriter {
  private(set) var text = ""
  private(set) var places: [SourcePosition] = []
  private var generator: SeededGenerator
  private var place = SourcePosition.start
  private var keys = 0

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func value(depth: Int) {
    space()
    places.append(place)
    switch Int.random(in: depth > 5 ? 2...4 : 0...4, using: &generator) {
    case 0: container("[", "]", depth: depth) { $0.value(depth: depth + 1) }
    case 1:
      container("{", "}", depth: depth) { writer in
        writer.space()
        writer.keys += 1
        writer.put("\"é\(writer.keys)😀\"")
        writer.space()
        writer.put(":")
        writer.value(depth: depth + 1)
      }
    case 2: put("\"ä\\n\\u00e9😀\"")
    case 3: put("-1.50e+3")
    default: put("null")
    }
    space()
  }

  private mutating func container(
    _ opening: String,
    _ closing: String,
    depth: Int,
    _ element: (inout JSONWriter) -> Void
  ) {
    put(opening)
    for index in 0..<Int.random(in: 0...4, using: &generator) {
      if index > 0 { put(",") }
      element(&self)
    }
    space()
    put(closing)
  }

  private mutating func space() {
    let choices = ["", "", " ", "\t", "\n", "\r\n", "\r ", "  "]
    put(choices.randomElement(using: &generator) ?? "")
  }

  private mutating func put(_ piece: String) {
    // A CR and an LF from different pieces would be one line end.
    let piece = text.hasSuffix("\r") && piece.hasPrefix("\n") ? " " : piece
    text += piece
    if piece == "\n" || piece == "\r\n" {
      place = SourcePosition(line: place.line + 1, column: 1)
    } else if piece == "\r " {
      place = SourcePosition(line: place.line + 1, column: 2)
    } else {
      place.column += piece.unicodeScalars.count
    }
  }
}

extension Node {
  /// Visits the node and everything below it, members with their keys, in the order of the text.
  func visit(_ body: (Node, Member?) -> Void, as member: Member? = nil) {
    body(self, member)
    for element in list ?? .empty { element.visit(body) }
    for member in map ?? .empty { member.value.visit(body, as: member) }
  }
}

extension Collection where Index == Node.Index {
  /// The node at a number, counted from 0; the tests know that there is one.
  subscript(number: Int) -> Element { self[index(startIndex, offsetBy: number)] }
}
