// SPDX-License-Identifier: Apache-2.0

/// Text of unknown origin, made fit to be shown: nothing hidden, nothing that steers a terminal.
///
/// Escape sequences that set colours or move the cursor are removed. Every other control character
/// and every character that hides or reorders text becomes U+FFFD, so that the reader sees that
/// there was something.
package enum VisibleText {
  /// The text on one line, with at most `limit` characters.
  package static func line(_ text: String, limit: Int = .max) -> String {
    if isPlain(text, limit: limit) { return text }
    return asciiLine(text, limit: limit)
      ?? scan(text, limit: limit) { $0.isLineBreak || $0 == "\t" ? " " : nil }
  }

  /// The text with its line breaks, with at most `limit` characters.
  package static func block(_ text: String, limit: Int = .max) -> String {
    scan(text, limit: limit) { scalar in
      if scalar == "\t" { return " " }
      return scalar.isLineBreak ? "\n" : nil
    }
  }

  /// The words of the text, split at spaces and line breaks.
  package static func words(of text: String, limit: Int = .max) -> [String] {
    line(text, limit: limit).spacedWords.map { String($0) }
  }

  /// The words of the text with single spaces between them.
  package static func spaced(_ text: String, limit: Int = .max) -> String {
    let line = line(text, limit: limit)
    let isSpaced = line.withBytes { bytes in
      bytes.first != ASCII.space && bytes.last != ASCII.space
        && !bytes.indices.dropLast().contains {
          bytes[$0] == ASCII.space && bytes[$0 + 1] == ASCII.space
        }
    }
    return isSpaced ? line : line.spacedWords.joined(separator: " ")
  }

  /// Whether a text is short and holds nothing but visible ASCII and spaces, as most texts do.
  private static func isPlain(_ text: String, limit: Int) -> Bool {
    text.withBytes { bytes in
      bytes.count <= limit && bytes.allSatisfy { $0 == ASCII.space || ASCII.isVisible($0) }
    }
  }

  /// The text on one line, where it is ASCII up to the limit and has no escape sequences; else nil.
  private static func asciiLine(_ text: String, limit: Int) -> String? {
    text.withBytes { bytes in
      var line: [UInt8] = []
      line.reserveCapacity(min(bytes.count, limit))
      var count = 0
      for (index, byte) in bytes.enumerated() {
        guard byte < 0x80, byte != escape else { return nil }
        if byte == ASCII.carriageReturn, index + 1 < bytes.count,
          bytes[index + 1] == ASCII.lineFeed
        {
          continue
        }
        guard count < limit else {
          line += "…".utf8
          break
        }
        switch byte {
        case 0x20...0x7E: line.append(byte)
        case 0x09...0x0D: line.append(ASCII.space)
        default: line += "\u{FFFD}".utf8
        }
        count += 1
      }
      return String(decoding: line, as: UTF8.self)
    }
  }

  private static let escape: UInt8 = 0x1B

  /// Copies scalar by scalar and stops at the limit, so that the cost of a huge text is bounded.
  private static func scan(
    _ text: String,
    limit: Int,
    mappingLayout layout: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      if EscapeSequence.drop(startingWith: scalar, from: &rest) { continue }
      if scalar == "\r", rest.first == "\n" { continue }
      guard count < limit else {
        result.append("…")
        break
      }
      result.append(layout(scalar) ?? (scalar.isShowable ? scalar : "\u{FFFD}"))
      count += 1
    }
    return String(result)
  }
}

/// The control sequences of ECMA-48 §5.4, which terminals take as orders.
private enum EscapeSequence {
  /// Removes a control sequence whose first scalar has been read; whether there was one.
  package static func drop(
    startingWith scalar: Unicode.Scalar,
    from rest: inout Substring.UnicodeScalarView
  ) -> Bool {
    switch scalar {
    case "\u{1B}" where rest.first == "[": rest.removeFirst()
    case "\u{9B}": break
    default: return false
    }
    while let next = rest.first, (0x20...0x3F).contains(next.value) { rest.removeFirst() }
    if let final = rest.first, (0x40...0x7E).contains(final.value) { rest.removeFirst() }
    return true
  }
}

extension Unicode.Scalar {
  /// Whether some reader ends a line at the scalar.
  package var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether a reader sees the scalar, and sees it where it stands.
  package var isShowable: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: false  // C0 and C1 controls
    case 0xAD, 0x061C, 0x180E: false  // soft hyphen, Arabic letter mark, Mongolian separator
    case 0x200B...0x200F, 0x202A...0x202E: false  // zero width, direction marks and embeddings
    case 0x2060...0x206F, 0xFEFF: false  // word joiner, isolates, byte order mark
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: false  // interlinear marks, tags
    default: value & 0xFFFE != 0xFFFE  // noncharacters, which XML 1.0 forbids in part
    }
  }
}
