// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
  /// The text without white space at its ends.
  @inlinable
  package var trimmed: String {
    // Most texts have nothing to cut.
    hasEnds(where: ASCII.isVisible) ? String(self) : cut
  }

  @usableFromInline
  var cut: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }

  /// Whether the first and the last byte are such ones; nothing is wrong with an empty text.
  @inlinable
  func hasEnds(where isSuch: (UInt8) -> Bool) -> Bool {
    withBytes { bytes in
      guard let first = bytes.first, let last = bytes.last else { return true }
      return isSuch(first) && isSuch(last)
    }
  }
}

extension String {
  /// The part of a text that is left when certain characters are cut from its ends.
  ///
  /// Letters and digits of ASCII are never cut.
  package init(_ text: some StringProtocol, trimming isCut: (Character) -> Bool) {
    if text.hasEnds(where: ASCII.isWord) {
      self.init(text)
      return
    }
    var rest = text[...]
    while let first = rest.first, isCut(first) { rest.removeFirst() }
    while let last = rest.last, isCut(last) { rest.removeLast() }
    self.init(rest)
  }

  /// The text with every run of white space replaced by one space, and none at its ends.
  package var collapsed: String {
    unicodeScalars.split { $0.isSpace }.map { String($0) }.joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// Whether the character is white space; most are ASCII and need no table.
  fileprivate var isSpace: Bool {
    isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
