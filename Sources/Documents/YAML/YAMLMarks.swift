// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Turns libyaml's character counts into lines and columns.
///
/// libyaml's own line numbers are of no use: it also ends lines at U+0085, U+2028 and U+2029.
struct YAMLMarks {
  private let bytes: ArraySlice<UInt8>
  private let firstLine: Int
  /// The character count before every line.
  private let starts: [Int]
  /// Whether a line has nothing but blanks, for every line.
  private let blank: [Bool]

  /// Counts the characters of a text whose first line has the given number in its file.
  init(_ bytes: ArraySlice<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    var lines = LineReading()
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes where byte & 0xC0 != 0x80 { lines.read(byte) }
    }
    lines.end()
    (starts, blank) = (lines.starts, lines.blank)
  }

  /// The place of the first character.
  var start: SourcePosition { SourcePosition(line: firstLine, column: 1) }

  /// The place of the character that a number of others precede.
  func position(ofCharacter index: Int) -> SourcePosition {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= index { low = middle } else { high = middle - 1 }
    }
    return SourcePosition(line: firstLine + low, column: index - starts[low] + 1)
  }

  /// The line in which a text ends, without the blank lines that a block scalar includes.
  func endLine(from start: Int, upTo end: Int) -> Int {
    let first = position(ofCharacter: start).line
    var line = position(ofCharacter: end - 1).line
    while line > first, blank[line - firstLine] { line -= 1 }
    return line
  }

  /// The place of the byte that a number of others precede.
  func position(ofByte count: Int) -> SourcePosition {
    position(ofCharacter: bytes.prefix(count).count { $0 & 0xC0 != 0x80 })
  }
}

/// Finds the lines of a text by the first bytes of its characters.
private struct LineReading {
  private(set) var starts = [0]
  /// Whether a line has nothing but blanks, for every line that has ended.
  private(set) var blank: [Bool] = []
  private var isBlank = true
  private var characters = 0
  private var previous: UInt8 = 0

  mutating func read(_ byte: UInt8) {
    // A line ends behind LF and CR, but CR LF ends only one.
    if previous == ASCII.lineFeed || previous == ASCII.carriageReturn && byte != ASCII.lineFeed {
      endLine()
    }
    if !ASCII.isBlank(byte), !ASCII.isLineBreak(byte) { isBlank = false }
    characters += 1
    previous = byte
  }

  mutating func end() {
    if ASCII.isLineBreak(previous) { endLine() }
    blank.append(isBlank)
  }

  private mutating func endLine() {
    starts.append(characters)
    blank.append(isBlank)
    isBlank = true
  }
}
