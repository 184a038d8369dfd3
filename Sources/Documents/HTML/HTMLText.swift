// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Reduces HTML to the text that a reader sees.
package enum HTMLText {
  /// The text of a piece of HTML: tags, comments and what elements hide are dropped.
  ///
  /// Blocks, rows and `<br>` start new lines, cells are separated by ` | `, character references
  /// are resolved and white space is collapsed. Anything is accepted, in linear time.
  package static func plainText(_ html: String) -> String {
    var hiding: HiddenElement.Open?
    return plainText(html, in: &hiding)
  }

  /// Whether an element hides its content: by its name, or by an attribute of its start tag.
  package static func hides(_ name: String, _ tag: some Collection<UInt8>) -> Bool {
    HiddenElement.isHidden(name, Array(tag)[...])
  }

  /// Whether what stands in an element of this name is never shown as text.
  package static func isUnseen(_ name: String) -> Bool { HiddenElement.unseen.contains(name) }

  /// The same where an element of earlier HTML may still hide what follows.
  static func plainText(_ html: String, in hiding: inout HiddenElement.Open?) -> String {
    let bytes = Array(html.utf8)[...]
    var tokenizer = HTMLTokenizer(bytes)
    var lines: [String] = []
    var line = ""
    while let token = tokenizer.next() {
      if hiding.hides(token, of: bytes) { continue }
      switch token.kind {
      case .text(let text): line += text
      case .end("td"), .end("th"): line += " | "
      case .start(let name) where HTMLTag.startsLine(name),
        .end(let name) where HTMLTag.startsLine(name):
        lines.append(line)
        line = ""
      case .start, .end: continue
      }
    }
    return (lines + [line]).map(collapsed).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func collapsed(_ line: String) -> String {
    let text = line.collapsed
    return text.hasSuffix(" |") ? String(text.dropLast(2)) : text
  }
}
