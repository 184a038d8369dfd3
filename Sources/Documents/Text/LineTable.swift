// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Turns byte offsets of a UTF-8 text into lines and columns.
///
/// A line ends with LF, CR LF or a lone CR.
struct LineTable {
  private let bytes: ArraySlice<UInt8>
  /// The offset of the first byte of every line.
  private(set) var starts: [Int]

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    starts = [bytes.startIndex]
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      var lineFeed = buffer.offset(of: ASCII.lineFeed)
      while let end = Self.lineEnd(from: start, before: lineFeed, in: buffer) {
        start = end + 1
        starts.append(bytes.startIndex + start)
        if end == lineFeed { lineFeed = buffer.offset(of: ASCII.lineFeed, from: start) }
      }
    }
  }

  /// The offset of the byte that ends the line, a CR or the next LF; a CR that LF follows ends none.
  private static func lineEnd(
    from start: Int,
    before lineFeed: Int?,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let line = UnsafeBufferPointer(rebasing: bytes[start..<(lineFeed ?? bytes.count)])
    guard let offset = line.offset(of: ASCII.carriageReturn) else { return lineFeed }
    return start + offset + 1 == lineFeed ? lineFeed : start + offset
  }

  /// The number of lines, counting an empty last one.
  var count: Int { starts.count }

  /// The bytes of a line (from 1) without its line end; empty beyond the text.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= starts.count else { return [] }
    let next = number < starts.count ? starts[number] : bytes.endIndex
    var end = next
    while end > starts[number - 1], ASCII.isLineBreak(bytes[end - 1]) { end -= 1 }
    return bytes[starts[number - 1]..<end]
  }

  /// The line and column of a byte.
  func position(ofOffset offset: Int) -> SourcePosition {
    let bounded = min(max(offset, bytes.startIndex), bytes.endIndex)
    let line = lineIndex(of: bounded)
    let column = bytes[starts[line]..<bounded].count { $0 & 0xC0 != 0x80 } + 1
    return SourcePosition(line: line + 1, column: column)
  }

  /// The index of the last line that starts at or before an offset.
  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
