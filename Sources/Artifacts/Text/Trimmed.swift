// SPDX-License-Identifier: Apache-2.0

/// Cuts what surrounds a text.
enum Trimmed {
  /// A text without white space at its ends.
  static func text(_ text: some StringProtocol) -> String {
    hasPlainEnds(text) ? String(text) : String(text, trimming: \.isWhitespace)
  }

  /// Whether both ends are visible characters of ASCII, so that nothing is to be cut; a character
  /// that combines with others is white space only when its first scalar is.
  private static func hasPlainEnds(_ text: some StringProtocol) -> Bool {
    text.hasEnds { (UInt8(ascii: "!")...UInt8(ascii: "~")).contains($0) }
  }
}

extension StringProtocol {
  /// Whether the first and the last byte are such ones; nothing is wrong with an empty text.
  fileprivate func hasEnds(where isSuch: (UInt8) -> Bool) -> Bool {
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
  init(_ text: some StringProtocol, trimming isCut: (Character) -> Bool) {
    if text.hasEnds(where: ASCII.isWord) {
      self.init(text)
      return
    }
    var rest = text[...]
    while let first = rest.first, isCut(first) { rest.removeFirst() }
    while let last = rest.last, isCut(last) { rest.removeLast() }
    self.init(rest)
  }
}
