// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Reads the records of one text of separated values.
struct CSVParser {
  private let bytes: ArraySlice<UInt8>
  private let limits: DocumentLimits
  private let separator: UInt8
  private var index: Int
  private var cursor: PlaceCursor
  private var cells = 0

  init(_ bytes: ArraySlice<UInt8>, limits: DocumentLimits) {
    self.bytes = bytes
    self.limits = limits
    separator = Self.separator(in: bytes)
    index = bytes.startIndex
    cursor = PlaceCursor(bytes)
  }

  /// The most frequent separator in the first record, the comma where they are even.
  private static func separator(in bytes: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), ASCII.tab]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes.drop(while: ASCII.isLineBreak) {
      if byte == ASCII.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if ASCII.isLineBreak(byte) { break }
      if let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// The next record that is not blank, or nil at the end.
  mutating func nextRecord() throws(Problem) -> [TextCell]? {
    skipBlankLines()
    guard index < bytes.endIndex else { return nil }
    var record: [TextCell] = []
    while true {
      record.append(try cell())
      guard index < bytes.endIndex, bytes[index] == separator else { break }
      index += 1
    }
    skipLineEnd()
    return record
  }

  private mutating func skipBlankLines() {
    while true {
      let end = bytes[index...].firstIndex { $0 != ASCII.space } ?? bytes.endIndex
      guard end < bytes.endIndex else {
        index = end
        return
      }
      guard ASCII.isLineBreak(bytes[end]) else { return }
      index = end + 1
    }
  }

  private mutating func skipLineEnd() {
    guard index < bytes.endIndex else { return }
    let isCarriageReturn = bytes[index] == ASCII.carriageReturn
    index += 1
    if isCarriageReturn, index < bytes.endIndex, bytes[index] == ASCII.lineFeed { index += 1 }
  }

  private mutating func cell() throws(Problem) -> TextCell {
    let position = cursor.move(to: index)
    cells += 1
    guard cells <= limits.maximumNodes else { throw limits.tooManyNodes(at: position) }
    let isQuoted = index < bytes.endIndex && bytes[index] == ASCII.quote
    let text = isQuoted ? try quotedText(from: position) : plainText()
    return TextCell(text: text, position: position)
  }

  private mutating func plainText() -> String {
    let start = index
    while !isAtEndOfCell { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private var isAtEndOfCell: Bool {
    index >= bytes.endIndex || bytes[index] == separator || ASCII.isLineBreak(bytes[index])
  }

  private mutating func quotedText(from opening: SourcePosition) throws(Problem) -> String {
    var text: [UInt8] = []
    index += 1
    while true {
      let start = index
      index = bytes[index...].firstIndex(of: ASCII.quote) ?? bytes.endIndex
      text.append(contentsOf: bytes[start..<index])
      guard index < bytes.endIndex else {
        throw Problem(
          message: "the quoted cell is never closed",
          position: opening,
          help: "close the quote; write a quote inside a cell twice"
        )
      }
      index += 1
      guard index < bytes.endIndex, bytes[index] == ASCII.quote else { break }
      text.append(ASCII.quote)
      index += 1
    }
    guard isAtEndOfCell else {
      throw Problem(
        message: "a quoted cell goes on after its closing quote",
        position: cursor.move(to: index),
        help: "write a quote inside a cell twice, and separate cells"
      )
    }
    return String(decoding: text, as: UTF8.self)
  }
}
