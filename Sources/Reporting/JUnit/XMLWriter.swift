// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Writes XML 1.0; every text and attribute is escaped here and nowhere else.
///
/// What a CI runner takes for a command in a log, and what hides or reorders text, are character
/// references: a reader of XML finds the same text.
package struct XMLWriter {
  /// What was written and not handed on so far, beginning with the XML declaration.
  package private(set) var bytes = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8) + [0x0A]
  private var depth = 0
  private let handOn: (([UInt8]) -> Void)?
  /// From how many bytes on they are handed on.
  private static let pieceSize = 1 << 20

  /// Creates a writer that has written nothing but the declaration.
  ///
  /// - Parameter handOn: Takes what was written, piece by piece; what is left then is in `bytes`.
  package init(handingOn handOn: (([UInt8]) -> Void)? = nil) { self.handOn = handOn }

  /// Writes an element with elements inside.
  package mutating func element(
    _ name: String,
    _ attributes: [(String, String)] = [],
    content: (inout XMLWriter) -> Void
  ) {
    start(name, attributes)
    append(">\n")
    depth += 1
    content(&self)
    depth -= 1
    indent()
    append("</\(name)>\n")
    guard let handOn, bytes.count >= Self.pieceSize else { return }
    handOn(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes an element with a text inside, or an empty element.
  package mutating func element(
    _ name: String,
    _ attributes: [(String, String)] = [],
    text: String = ""
  ) {
    start(name, attributes)
    guard !text.isEmpty else { return append("/>\n") }
    append(">")
    append(escaping: text)
    append("</\(name)>\n")
  }

  /// Writes a tag up to its last attribute.
  private mutating func start(_ name: String, _ attributes: [(String, String)]) {
    indent()
    append("<\(name)")
    for (attribute, value) in attributes {
      append(" \(attribute)=\"")
      append(escaping: value, isAttribute: true)
      append("\"")
    }
  }

  private mutating func indent() {
    bytes += repeatElement(ASCII.space, count: depth * 2)
  }

  private mutating func append(_ markup: String) { bytes += markup.utf8 }

  private mutating func append(escaping text: String, isAttribute: Bool = false) {
    text.withBytes { text in
      var index = 0
      var startsLine = false
      while index < text.count {
        let end = text[index...].firstIndex { !Self.isPlain($0) } ?? text.count
        if end > index {
          let run = UnsafeBufferPointer(rebasing: text[index..<end])
          startsLine = startsLine && run.allSatisfy { $0 == ASCII.space }
          bytes.append(contentsOf: run)
          index = end
          continue
        }
        let (scalar, count) = text.character(at: index)
        let isCommand =
          scalar == "#" && index > 0 && text[index - 1] == UInt8(ascii: "#")
          || scalar == ":" && startsLine
        append(scalar, isCommand: isCommand, isAttribute: isAttribute)
        startsLine = scalar == "\n" || startsLine && scalar.properties.isWhitespace
        index += count
      }
    }
  }

  /// Writes a character that may mean something to somebody.
  private mutating func append(_ scalar: Unicode.Scalar, isCommand: Bool, isAttribute: Bool) {
    if let reference = Self.reference(for: scalar, isAttribute: isAttribute) {
      append(reference)
    } else if !Self.isCharacter(scalar) {
      append("\u{FFFD}")
    } else if isCommand || Self.isHidden(scalar) {
      append("&#\(scalar.value);")
    } else {
      append(String(scalar))
    }
  }

  /// Whether a byte is a character that means nothing to anybody, as most are.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte == ASCII.space || ASCII.isVisible(byte)) && !special.contains(byte)
  }

  private static let special: ASCIISet = "&<>\"#:"

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
