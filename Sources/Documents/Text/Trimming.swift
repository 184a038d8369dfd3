// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    // Most texts have nothing to cut.
    if let first = scalars.first, let last = scalars.last, !first.isSpace, !last.isSpace {
      return String(self)
    }
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
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
