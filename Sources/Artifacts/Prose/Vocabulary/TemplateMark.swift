// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Variables that a template leaves where nobody filled it in: `$INTENDED_USE`, `%%use%%`, `@@USE@@`,
/// `[[intended use]]`.
///
/// What makes them out is how they are written, in every language: between signs that templates use, or
/// behind a dollar sign.
enum TemplateMark {
  /// The most words of a variable; what stands between such signs and says more is a quotation.
  private static let longest = 5

  /// Whether a line is a variable and nothing else.
  static func fills(_ line: String) -> Bool {
    guard let byte = line.utf8.first, openings.contains(byte) || byte >= 0x80,
      let first = line.unicodeScalars.first, signs.contains(first)
    else { return false }
    if first == "$" || first == "#" || first == "%" {
      let name = line.dropFirst()
      // `$USE`, `${use}`, `#{use}`, `%USE%`; an amount of money has digits.
      if first != "%" || name.hasSuffix("%"), isName(name) { return true }
    }
    let opening = line.unicodeScalars.prefix { signs.contains($0) }.count
    let closing = line.unicodeScalars.reversed().prefix { signs.contains($0) }.count
    let least = first == "«" ? 1 : 2
    return opening >= least && closing >= least && isShort(line)
  }

  /// Whether a text is one word between brackets or without any, and no number.
  private static func isName(_ text: Substring) -> Bool {
    let inner = text.drop { "{(".contains($0) }.prefix { !"})%".contains($0) }
    guard let start = inner.first, start.isLetter || start == "_" else { return false }
    return inner.allSatisfy { $0.isLetter || $0.isNumber || "_-. ".contains($0) }
      && inner.spacedWords.count == 1 && text.dropFirst(inner.count).count < 3
  }

  private static func isShort(_ line: String) -> Bool {
    let words = BareWords.of(line)
    return !words.isEmpty && words.count <= longest
  }

  /// Those signs of ASCII, which most lines do not begin with.
  private static let openings: ASCIISet = "$%@#[](){}<>"

  private static let signs: Set<Unicode.Scalar> = [
    "$", "%", "@", "#", "[", "]", "(", ")", "{", "}", "<", ">", "«", "»",
  ]
}
