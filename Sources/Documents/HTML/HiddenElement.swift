// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Elements of HTML whose content is never shown.
enum HiddenElement {
  /// A hidden element that has not ended yet.
  struct Open {
    let name: String
    /// How many elements of the same name are open within it.
    private var inner = 0

    init(name: String) { self.name = name }

    /// Whether a token ends the element.
    mutating func ends(with token: HTMLToken.Kind) -> Bool {
      if token == .start(name) { inner += 1 }
      guard token == .end(name) else { return false }
      inner -= 1
      return inner < 0
    }

    /// Whether the element goes on behind the block it was opened in; paragraphs, elements of lists
    /// and cells end without an end tag.
    var reachesOn: Bool { !["p", "li", "td", "th", "tr", "dd", "dt", "option"].contains(name) }
  }

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
