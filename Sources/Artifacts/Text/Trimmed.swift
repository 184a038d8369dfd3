// SPDX-License-Identifier: Apache-2.0

/// Cuts what surrounds a text.
enum Trimmed {
  /// A text without white space at its ends.
  static func text(_ text: some StringProtocol) -> String {
    String(text, trimming: \.isWhitespace)
  }
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
