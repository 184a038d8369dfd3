// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The Markdown below the front matter as it is parsed, and where each part stands in the file.
///
/// Comments are gone, long runs of blank lines are cut short and excessive markup is blanked out.
struct MarkdownSource {
  /// A line that is parsed.
  private struct Line {
    /// Where it starts in the parsed text.
    let start: Int
    /// Its number in the lines of the file below the front matter, from 1.
    let number: Int
    let cuts: [CommentStripper.Cut]
    /// What it was before excessive markup was blanked out, if it had any.
    let untrimmed: ArraySlice<UInt8>?
  }

  /// What is parsed; every line ends with LF.
  private(set) var text: [UInt8] = []
  private var lines: [Line] = []
  private let original: LineTable
  private let firstLine: Int

  /// Prepares for the text of a file from a line on.
  init(_ original: LineTable, firstLine: Int) {
    self.original = original
    self.firstLine = firstLine
  }

  mutating func append(
    _ line: ArraySlice<UInt8>,
    number: Int,
    cuts: [CommentStripper.Cut] = [],
    untrimmed: ArraySlice<UInt8>? = nil
  ) {
    lines.append(Line(start: text.count, number: number, cuts: cuts, untrimmed: untrimmed))
    text.append(contentsOf: line)
    text.append(ASCII.lineFeed)
  }

  /// The place of the first character below the front matter.
  var start: SourcePosition { SourcePosition(line: firstLine, column: 1) }

  /// The number of the last line of the file, not counting an empty one behind the last line end.
  var lastLine: Int {
    let hasOpenEnd = original.count > 1 && original.line(original.count).isEmpty
    return firstLine + original.count - (hasOpenEnd ? 2 : 1)
  }

  /// The text of a parsed line (from 1), with all its markup; empty beyond the text.
  func content(ofLine number: Int) -> ArraySlice<UInt8> {
    guard lines.indices.contains(number - 1) else { return [] }
    let line = lines[number - 1]
    if let untrimmed = line.untrimmed { return untrimmed }
    let end = number < lines.count ? lines[number].start : text.count
    return text[line.start..<end - 1]
  }

  /// The number in the file of a parsed line (from 1).
  func fileLine(_ number: Int) -> Int {
    guard !lines.isEmpty else { return firstLine }
    return firstLine + lines[min(max(number, 1), lines.count) - 1].number - 1
  }

  /// The number in the file of the last line with text up to a parsed line.
  func fileEndLine(_ number: Int, from start: Int) -> Int {
    var number = min(number, lines.count)
    while number > start, content(ofLine: number).allSatisfy(ASCII.isBlank) { number -= 1 }
    return fileLine(max(number, start))
  }

  /// The place in the file of a byte (from 1) of a parsed line (from 1).
  func position(line number: Int, column: Int) -> SourcePosition {
    var place = ColumnCursor()
    let column = self.column(ofOffset: max(0, column - 1), inLine: number, from: &place)
    return SourcePosition(line: fileLine(number), column: column)
  }

  /// How far the columns of a line are counted.
  struct ColumnCursor {
    /// The bytes of the line in the file that lie behind.
    fileprivate var bytes = 0
    fileprivate var column = 1
    /// The cuts that lie behind, and how many bytes they took out.
    fileprivate var cuts = 0
    fileprivate var removed = 0
  }

  /// The column in the file of a byte offset in a parsed line; ascending offsets of one line may
  /// share a cursor.
  func column(ofOffset offset: Int, inLine number: Int, from place: inout ColumnCursor) -> Int {
    guard lines.indices.contains(number - 1) else { return 1 }
    let line = lines[number - 1]
    while place.cuts < line.cuts.count, line.cuts[place.cuts].offset <= offset {
      place.removed += line.cuts[place.cuts].length
      place.cuts += 1
    }
    guard offset + place.removed > place.bytes else { return place.column }
    original.line(line.number).withUnsafeBufferPointer { source in
      let target = min(offset + place.removed, source.count)
      while place.bytes < target {
        place.bytes += 1
        if place.bytes == source.count || source[place.bytes] & 0xC0 != 0x80 { place.column += 1 }
      }
    }
    return place.column
  }
}
