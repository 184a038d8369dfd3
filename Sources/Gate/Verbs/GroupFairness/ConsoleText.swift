// SPDX-License-Identifier: Apache-2.0

/// Numbers and names as a terminal shows them.
enum ConsoleText {
  /// A name of unknown origin: nothing hidden, nothing that steers a terminal.
  static func shown(_ name: String, limit: Int = 60) -> String {
    let scalars = name.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
        "\u{FFFD}"
      default: Character(scalar)
      }
    }
    guard scalars.count > limit else { return String(scalars) }
    return String(scalars.prefix(limit - 1)) + "…"
  }

  /// A text filled up with spaces, or cut, to a number of columns.
  static func padded(_ text: String, to width: Int) -> String {
    let count = text.unicodeScalars.count
    if count <= width { return text + String(repeating: " ", count: width - count) }
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: text.unicodeScalars.prefix(width - 1))
    return String(cut) + "…"
  }

  /// A text filled up with spaces, or cut in the middle, because long names often differ at the end.
  static func shortened(_ text: String, to width: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > width else { return padded(text, to: width) }
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: scalars.prefix((width - 1) / 2))
    cut.append("…")
    cut.append(contentsOf: scalars.suffix(width - 1 - (width - 1) / 2))
    return String(cut)
  }

  /// Three decimals, five characters wide for numbers from 0 to 1.
  static func fixed(_ number: Double) -> String {
    guard number.isFinite, number.magnitude < 1e12 else {
      return number.isNaN ? "undefined" : number < 0 ? "−∞" : "∞"
    }
    let thousandths = Int64((number.magnitude * 1000).rounded())
    let decimals = String(1000 + thousandths % 1000).dropFirst()
    return "\(number < 0 && thousandths > 0 ? "-" : "")\(thousandths / 1000).\(decimals)"
  }

  /// The shortest spelling, whole numbers without a point.
  static func number(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Words in lines of at most 80 columns, each after a margin; longer words are cut.
  static func wrapped(_ text: String, margin: String) -> [String] {
    var lines: [String] = []
    var line = ""
    let room = max(20, 80 - margin.unicodeScalars.count)
    for word in text.split(separator: " ").map({ shown(String($0), limit: room) }) {
      let length = line.unicodeScalars.count + 1 + word.unicodeScalars.count
      if !line.isEmpty, margin.unicodeScalars.count + length > 80 {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? "\(word)" : " \(word)"
    }
    return line.isEmpty ? lines : lines + [margin + line]
  }
}
