// SPDX-License-Identifier: Apache-2.0

/// Text in two columns, wrapped at words.
enum TextBlock {
  private static let indent = 16
  private static let width = 80

  /// A label and its text, which goes on below itself.
  static func labelled(_ label: String, _ text: String) -> String {
    let name = label.padded(to: indent)
    let lines = wrapped(text)
    guard let first = lines.first else { return label }
    let rest = lines.dropFirst().map { String(repeating: " ", count: indent) + $0 }
    return ([name + first] + rest).joined(separator: "\n")
  }

  /// Source text, kept as written and set off by a bar.
  static func code(_ text: String) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: indent) + "| \($0)" }
      .joined(separator: "\n")
  }

  private static func wrapped(_ text: String) -> [String] {
    PageWriter().wrapped(text, first: width - indent, others: width - indent, limit: .max)
  }
}

extension String {
  /// The text with spaces up to a number of columns, and at least one.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
