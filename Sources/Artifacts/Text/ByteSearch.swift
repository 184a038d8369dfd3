// SPDX-License-Identifier: Apache-2.0

/// Searching texts by their bytes.
///
/// The general functions of the standard library compare characters, which takes some hundred
/// instructions for each. What is looked for here is ASCII, or stands for itself as it is written, so
/// that its bytes tell.
extension StringProtocol {
  /// Where a text stands first, byte by byte.
  func firstRange(of text: String) -> Range<String.Index>? {
    guard let offset = offset(of: text) else { return nil }
    let start = utf8.index(utf8.startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: text.utf8.count)
  }

  /// Whether a text stands in this one, byte by byte.
  func contains(_ text: String) -> Bool { offset(of: text) != nil }

  /// Where an ASCII character stands first.
  func firstIndex(ofByte byte: UInt8) -> String.Index? {
    let offset = withBytes { $0.firstIndex(of: byte) }
    return offset.map { utf8.index(utf8.startIndex, offsetBy: $0) }
  }

  /// The parts between single spaces; empty ones are left out.
  var spacedWords: [Substring] {
    var words: [Substring] = []
    var start = startIndex
    withBytes { bytes in
      var wordStart = 0
      for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: " ") {
        let end = utf8.index(start, offsetBy: offset - wordStart)
        if offset > wordStart { words.append(Substring(self[start..<end])) }
        start = utf8.index(after: end)
        wordStart = offset + 1
      }
    }
    if start < endIndex { words.append(Substring(self[start...])) }
    return words
  }

  private func offset(of text: String) -> Int? {
    withBytes { bytes in
      text.withBytes { wanted in
        guard let first = wanted.first else { return 0 }
        guard wanted.count <= bytes.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { start in
          bytes[start] == first && bytes[start...].starts(with: wanted)
        }
      }
    }
  }

  /// Calls a function with the bytes, in place where the text has them in one piece.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
