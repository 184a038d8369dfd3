// SPDX-License-Identifier: Apache-2.0

/// Text for a log that a CI system reads for commands.
package enum LogText {
  /// The text with a space between the marks of `##[` and `##vso[`, which the runners of GitHub and
  /// Azure obey anywhere in a line.
  ///
  /// Headings of Markdown stay as they are. Marks at the end of a text are parted too, because nobody
  /// knows here what follows them.
  package static func defused(_ text: String) -> String {
    guard text.withBytes(Self.hasMarks) else { return text }
    var result = String.UnicodeScalarView()
    var marks = 0
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "#" else {
        result.append(scalar)
        continue
      }
      marks += 1
      guard rest.first != "#" else { continue }
      let isCommand = marks > 1 && startsCommand(rest)
      for mark in 0..<marks {
        if mark > 0, isCommand { result.append(" ") }
        result.append("#")
      }
      marks = 0
    }
    return String(result)
  }

  /// Whether what follows two marks makes a command of them, or might.
  private static func startsCommand(_ rest: Substring.UnicodeScalarView) -> Bool {
    guard let first = rest.first else { return true }
    let name = rest.prefix(4).map { $0.properties.lowercaseMapping }.joined()
    return first == "[" || name == "vso["
  }

  /// JSON in which no text holds `##`: the second mark is written as an escape.
  ///
  /// So is every character that hides or reorders text. Between the texts of JSON neither can stand,
  /// so that the value stays what it was.
  package static func defusedJSON(_ json: [UInt8]) -> [UInt8] {
    guard !json.withUnsafeBufferPointer(isHarmless) else { return json }
    var result: [UInt8] = []
    result.reserveCapacity(json.count + json.count / 64)
    var rest = json[...]
    while let byte = rest.first {
      let plain = rest.prefix { isPlain($0) }
      if !plain.isEmpty {
        result += plain
        rest = rest[plain.endIndex...]
      } else if byte < 0x80 {
        append(Unicode.Scalar(byte), to: &result)
        rest = rest.dropFirst()
      } else {
        let others = rest.prefix { $0 >= 0x80 }
        for scalar in String(decoding: others, as: UTF8.self).unicodeScalars {
          append(scalar, to: &result)
        }
        rest = rest[others.endIndex...]
      }
    }
    return result
  }

  /// Whether no byte has to be looked at; without a branch for each, because nearly all JSON is so.
  private static func isHarmless(_ json: UnsafeBufferPointer<UInt8>) -> Bool {
    var (flaws, last): (UInt8, UInt8) = (0, 0)
    for byte in json {
      let isShown = byte &- ASCII.space <= 0x5E || byte == UInt8(ascii: "\n")
      let isPair = byte == UInt8(ascii: "#") && last == UInt8(ascii: "#")
      flaws |= (isShown ? 0 : 1) | (isPair ? 1 : 0)
      last = byte
    }
    return flaws == 0
  }

  /// Whether a byte stands for itself in JSON, whatever stands before it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (ASCII.isVisible(byte) || byte == ASCII.space || byte == ASCII.lineFeed) && byte != mark
  }

  private static func append(_ scalar: Unicode.Scalar, to json: inout [UInt8]) {
    let isSecondMark = scalar == "#" && json.last == mark
    if isSecondMark || !isSafe(scalar) {
      json += escapes(of: scalar).utf8
    } else {
      json += String(scalar).utf8
    }
  }

  /// Whether a scalar may stand in JSON that people see; line feeds stand between its texts.
  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar.isShowable && !scalar.isLineBreak
  }

  /// A scalar in the escapes of RFC 8259 §7, which are UTF-16.
  private static func escapes(of scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar)?.map { unit in
      let digits = String(unit, radix: 16)
      return #"\u"# + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
    .joined() ?? ""
  }

  private static let mark = UInt8(ascii: "#")

  private static func hasMarks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.dropFirst().contains { bytes[$0] == mark && bytes[$0 - 1] == mark }
  }

  /// The line with a bar before a `::` at its start, where GitHub's runner looks for commands.
  package static func defusedLine(_ line: String) -> String {
    let rest = line.unicodeScalars.drop(while: \.properties.isWhitespace)
    return rest.starts(with: "::".unicodeScalars) ? "| " + line : line
  }
}
