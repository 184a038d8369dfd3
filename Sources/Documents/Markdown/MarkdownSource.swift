// SPDX-License-Identifier: Apache-2.0

internal import GateModel

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
    text.append(Byte.lineFeed)
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
    while number > start, content(ofLine: number).allSatisfy(Byte.isBlank) { number -= 1 }
    return fileLine(max(number, start))
  }

  /// The place in the file of a byte (from 1) of a parsed line (from 1).
  func position(line number: Int, column: Int) -> SourcePosition {
    let columns = columns(ofOffsets: [max(0, column - 1)], inLine: number)
    return SourcePosition(line: fileLine(number), column: columns[0])
  }

  /// The columns in the file of ascending byte offsets in a parsed line.
  func columns(ofOffsets offsets: [Int], inLine number: Int) -> [Int] {
    guard lines.indices.contains(number - 1) else { return offsets.map { _ in 1 } }
    let line = lines[number - 1]
    let source = original.line(line.number)
    var columns: [Int] = []
    var index = source.startIndex
    var column = 1
    var removed = 0
    var cuts = line.cuts[...]
    for offset in offsets {
      while let cut = cuts.first, cut.offset <= offset {
        removed += cut.length
        cuts.removeFirst()
      }
      let target = min(source.startIndex + offset + removed, source.endIndex)
      while index < target {
        index += 1
        if index == source.endIndex || source[index] & 0xC0 != 0x80 { column += 1 }
      }
      columns.append(column)
    }
    return columns
  }
}
