// SPDX-License-Identifier: Apache-2.0

/// Character references of HTML: numeric ones, and the names that occur in prose.
enum HTMLEntities {
  /// The names of U+00A0 to U+00FF in their order (HTML 4.01, section 24.2.1).
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
    deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12
    frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc
    Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times
    Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml
    aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
    ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn
    yuml
    """

  private static let others: [(name: String, scalar: Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ("ndash", "\u{2013}"), ("mdash", "\u{2014}"), ("lsquo", "\u{2018}"), ("rsquo", "\u{2019}"),
    ("sbquo", "\u{201A}"), ("ldquo", "\u{201C}"), ("rdquo", "\u{201D}"), ("bdquo", "\u{201E}"),
    ("bull", "\u{2022}"), ("hellip", "\u{2026}"), ("euro", "\u{20AC}"), ("trade", "\u{2122}"),
    ("larr", "\u{2190}"), ("rarr", "\u{2192}"), ("minus", "\u{2212}"), ("asymp", "\u{2248}"),
    ("ne", "\u{2260}"), ("le", "\u{2264}"), ("ge", "\u{2265}"), ("oelig", "\u{153}"),
    ("OElig", "\u{152}"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"), ("thinsp", "\u{2009}"),
    ("zwj", "\u{200D}"), ("zwnj", "\u{200C}"),
  ]

  private static let scalars: [String: Unicode.Scalar] = {
    var scalars = Dictionary(uniqueKeysWithValues: others.map { ($0.name, $0.scalar) })
    for (index, name) in latin.split(whereSeparator: \.isWhitespace).enumerated() {
      scalars[String(name)] = Unicode.Scalar(UInt8(0xA0 + index))
    }
    return scalars
  }()

  /// The longest name or number, in bytes.
  private static let longest = 10

  /// The text of bytes with every known reference resolved; unknown ones stay as they are.
  static func resolve(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"),
        let (scalar, end) = reference(in: bytes, from: index + 1)
      {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index = end
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func reference(
    in bytes: ArraySlice<UInt8>,
    from start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let name = bytes[start...].prefix(longest).prefix { $0 != UInt8(ascii: ";") }
    guard name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";") else {
      return nil
    }
    let text = String(decoding: name, as: UTF8.self)
    guard text.hasPrefix("#") else { return scalars[text].map { ($0, name.endIndex + 1) } }
    let digits = text.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard
      let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    else { return nil }
    // NUL and surrogates stand for the replacement character (HTML standard, section 13.2.5.80).
    return (code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}", name.endIndex + 1)
  }
}
