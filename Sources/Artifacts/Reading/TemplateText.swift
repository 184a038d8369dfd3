// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Tells templates, from which documents are yet to be made, from documents that are broken.
enum TemplateText {
  /// Whether a Markdown file opens with front matter that consists of placeholders, as
  /// `{{ card_data }}` or `{% if license %}`: no reader of front matter can read it, and it says
  /// nothing of any model.
  static func isTemplate(_ file: SourceFile) -> Bool {
    guard ["md", "markdown"].contains(TreePath.fileExtension(of: file.path)) else { return false }
    let head = Lines(String(decoding: file.bytes.prefix(longestHead), as: UTF8.self))
    var lines = head.lazy.map { $0.trimmed }.filter { !$0.isEmpty }.makeIterator()
    guard lines.next() == "---" else { return false }
    while let line = lines.next(), line != "---" {
      if line.hasPrefix("{{") || line.hasPrefix("{%") { return true }
    }
    return false
  }

  /// A file whose author filled everything but the front matter, which is taken as text; nil for any other.
  static func withoutFrontMatter(_ file: SourceFile) -> SourceFile? {
    guard isTemplate(file), let text = String(validating: file.bytes, as: UTF8.self) else {
      return nil
    }
    var fences = 0
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isFence = line.trimmed == "---" && fences < 2
      fences += isFence ? 1 : 0
      if fences == 2, !isFence, line.contains("{{") || line.contains("{%") { return nil }
      lines.append(isFence || fences == 1 && line.hasPrefix("#") ? "" : line)
    }
    var copy = file
    copy.bytes = Array(lines.joined(separator: "\n").utf8)
    return fences == 2 ? copy : nil
  }

  /// The bytes in which a placeholder of front matter is looked for.
  private static let longestHead = 4096
}
