// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Untrusted text in GitHub-flavoured Markdown: a code span or a fence, never anything else.
///
/// Escaping single characters is not enough: links, mentions and mail addresses are found in
/// escaped text as well. Nor is code enough for a log, whose runner reads Markdown as lines.
enum MarkdownText {
  /// The text as a code span (CommonMark §6.1).
  static func code(_ text: String, limit: Int = 300) -> String {
    let visible = LogText.defused(VisibleText.line(text, limit: limit))
    let scalars = visible.unicodeScalars
    guard scalars.contains(where: { $0 != " " }) else { return "(empty)" }
    let delimiter = String(repeating: "`", count: longestRun(in: visible) + 1)
    let edges: Set<Unicode.Scalar?> = ["`", " "]
    let needsPadding = edges.contains(scalars.first) || edges.contains(scalars.last)
    let padding = needsPadding ? " " : ""
    return delimiter + padding + visible + padding + delimiter
  }

  /// The text as a code span within a table, where a bar ends the cell even in code.
  static func cell(_ text: String, limit: Int = 200) -> String {
    code(text, limit: limit).escaping(["|"], with: "\\")
  }

  /// The lines as a fenced block (CommonMark §4.5) whose fence is longer than any run inside.
  static func fence(_ lines: [String]) -> String {
    let body = lines.map { LogText.defusedLine(LogText.defused(VisibleText.line($0))) }
      .joined(separator: "\n")
    let fence = String(repeating: "`", count: max(3, longestRun(in: body) + 1))
    return "\(fence)text\n\(body)\n\(fence)"
  }

  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var current = 0
    for byte in text.utf8 {
      current = byte == UInt8(ascii: "`") ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
