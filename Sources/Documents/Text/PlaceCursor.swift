// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Turns ascending byte offsets of a UTF-8 text into places, in linear time altogether.
struct PlaceCursor {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var place = SourcePosition.start

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The place of the byte at an offset, or where the cursor is if that lies behind.
  mutating func move(to offset: Int) -> SourcePosition {
    while index < min(offset, bytes.endIndex) { step() }
    return place
  }

  private mutating func step() {
    let byte = bytes[index]
    index += 1
    let next = index < bytes.endIndex ? bytes[index] : 0
    if byte == ASCII.lineFeed || byte == ASCII.carriageReturn && next != ASCII.lineFeed {
      place = SourcePosition(line: place.line + 1, column: 1)
    } else if next & 0xC0 != 0x80 {
      place.column += 1
    }
  }
}
