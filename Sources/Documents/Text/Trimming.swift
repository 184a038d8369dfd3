// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    // Most texts have nothing to cut.
    if hasVisibleEnds { return String(self) }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }

  /// Whether the first and the last byte are visible characters of ASCII.
  private var hasVisibleEnds: Bool {
    withBytes { bytes in
      guard let first = bytes.first, let last = bytes.last else { return true }
      return Byte.isVisible(first) && Byte.isVisible(last)
    }
  }
}

extension String {
  /// The text with every run of white space replaced by one space, and none at its ends.
  var collapsed: String {
    unicodeScalars.split { $0.isSpace }.map { String($0) }.joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// Whether the character is white space; most are ASCII and need no table.
  fileprivate var isSpace: Bool {
    isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
