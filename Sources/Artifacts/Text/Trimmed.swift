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
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return true
    }
    return isVisible(first) && isVisible(last)
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool { ("!"..."~").contains(scalar) }
}

extension String {
  /// The part of a text that is left when certain characters are cut from its ends.
  init(_ text: some StringProtocol, trimming isCut: (Character) -> Bool) {
    var rest = text[...]
    while let first = rest.first, isCut(first) { rest.removeFirst() }
    while let last = rest.last, isCut(last) { rest.removeLast() }
    self.init(rest)
  }
}
