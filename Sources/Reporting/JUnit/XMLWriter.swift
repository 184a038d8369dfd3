// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Writes XML 1.0; every text and attribute is escaped here and nowhere else.
///
/// What a CI runner takes for a command in a log, and what hides or reorders text, are character
/// references: a reader of XML finds the same text.
package struct XMLWriter {
  /// What was written so far, beginning with the XML declaration.
  package private(set) var bytes = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8) + [0x0A]
  private var depth = 0

  /// Creates a writer that has written nothing but the declaration.
  package init() {}

  /// Writes an element with elements inside.
  package mutating func element(
    _ name: String,
    _ attributes: [(String, String)] = [],
    content: (inout XMLWriter) -> Void
  ) {
    line("<\(name)\(Self.text(of: attributes))>")
    depth += 1
    content(&self)
    depth -= 1
    line("</\(name)>")
  }

  /// Writes an element with a text inside, or an empty element.
  package mutating func element(
    _ name: String,
    _ attributes: [(String, String)] = [],
    text: String = ""
  ) {
    let start = "<\(name)\(Self.text(of: attributes))"
    line(text.isEmpty ? "\(start)/>" : "\(start)>\(Self.escaped(text))</\(name)>")
  }

  private mutating func line(_ markup: String) {
    bytes += repeatElement(UInt8(ascii: " "), count: depth * 2)
    bytes += markup.utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func text(of attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(escaped($1, isAttribute: true))\"" }.joined()
  }

  private static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    var before: Unicode.Scalar = ">"
    var startsLine = false
    for scalar in text.unicodeScalars {
      let isCommand = scalar == "#" && before == "#" || scalar == ":" && startsLine
      if let reference = reference(for: scalar, isAttribute: isAttribute) {
        result += reference.unicodeScalars
      } else if !isCharacter(scalar) {
        result.append("\u{FFFD}")
      } else if isCommand || isHidden(scalar) {
        result += "&#\(scalar.value);".unicodeScalars
      } else {
        result.append(scalar)
      }
      startsLine = scalar == "\n" || startsLine && scalar.properties.isWhitespace
      before = scalar
    }
    return String(result)
  }

  /// Whether a scalar hides or reorders text, or is a line break that not every reader knows.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && scalar != "\t" && (!scalar.isShowable || scalar.isLineBreak)
  }

  /// Attribute-value normalization (XML 1.0 §3.3.3) would turn TAB and LF into spaces, and line-end
  /// handling (§2.11) would swallow CR.
  private static func reference(for scalar: Unicode.Scalar, isAttribute: Bool) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\r": "&#13;"
    case "\"" where isAttribute: "&quot;"
    case "\t" where isAttribute: "&#9;"
    case "\n" where isAttribute: "&#10;"
    default: nil
    }
  }

  /// Whether a scalar is a `Char` of XML 1.0 §2.2.
  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
