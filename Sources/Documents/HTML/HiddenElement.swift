// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Elements of HTML whose content is never shown.
enum HiddenElement {
  private static let names: Set<String> = ["template", "script", "style", "noscript"]

  /// Elements without content, which have no end.
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]

  /// Whether an element hides its content: by its name, or by an attribute of its start tag.
  static func isHidden(_ name: String, _ tag: String) -> Bool {
    if names.contains(name) { return true }
    if empty.contains(name) { return false }
    let attributes = tag.lowercased()
    return attributes.parts(atSpaceOr: "<>/=\"'").dropFirst().contains("hidden")
      || attributes.filter { !$0.isWhitespace }.contains("display:none")
  }
}
