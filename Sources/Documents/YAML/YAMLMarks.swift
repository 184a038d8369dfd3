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
  private var starts = [0]
  /// Whether a line has nothing but blanks, for every line.
  private var blank = [true]

  /// Counts the characters of a text whose first line has the given number in its file.
  init(_ bytes: ArraySlice<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    var characters = 0
    var previous: UInt8 = 0
    for byte in bytes where byte & 0xC0 != 0x80 {
      // A line ends behind LF and CR, but CR LF ends only one.
      if previous == ASCII.lineFeed || previous == ASCII.carriageReturn && byte != ASCII.lineFeed {
        starts.append(characters)
        blank.append(true)
      }
      if !ASCII.isBlank(byte), !ASCII.isLineBreak(byte) { blank[blank.count - 1] = false }
      characters += 1
      previous = byte
    }
    if ASCII.isLineBreak(previous) {
      starts.append(characters)
      blank.append(true)
    }
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
