// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Elements of HTML whose content a reader does not see, or that takes it back.
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

    /// Whether the element goes on behind a paragraph in which it was opened: a block ends the
    /// paragraph, and nothing but its end tag ends what HTML does not show.
    var outlivesParagraph: Bool {
      reachesOn && (HTMLTag.startsLine(name) || HiddenElement.unseen.contains(name))
    }
  }

  /// What is never shown, what only stands in for something else, what waits to be chosen or filled in,
  /// what is drawn instead of read, and what is quoted as a machine wrote it.
  static let unseen: Set<String> = [
    "audio", "canvas", "datalist", "head", "iframe", "listing", "math", "meter", "noembed",
    "noframes", "noscript", "object", "option", "plaintext", "pre", "progress", "rp", "script",
    "select", "style", "svg", "template", "textarea", "title", "video", "xmp",
  ]

  /// What is shown crossed out.
  private static let withdrawn: Set<String> = ["del", "s", "strike"]

  /// Elements without content, which have no end.
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]

  /// Whether an element hides its content: by its name, or by an attribute of its start tag.
  static func isHidden(_ name: String, _ tag: ArraySlice<UInt8>) -> Bool {
    if unseen.contains(name) || withdrawn.contains(name) { return true }
    if empty.contains(name) { return false }
    let attributes = HTMLAttributes.of(tag)
    if name == "dialog", !attributes.contains(where: { $0.name == "open" }) { return true }
    let isUnread = attributes.contains { $0.name == "aria-hidden" && $0.value == "true" }
    return attributes.contains { name, value in
      hides(name, value) || isUnread && name == "class" && isUnseen(classes: value)
    }
  }

  private static func hides(_ attribute: String, _ value: String) -> Bool {
    switch attribute {
    case "hidden", "popover", "v-cloak", "x-cloak": true
    case "style": InlineStyle.hides(value)
    case "color": InlineStyle.isUnseen(color: value.lowercased())
    case "v-if", "v-show", "x-if", "x-show", "ng-if", "ng-show", "*ngif":
      ["false", "0", "null", "undefined", "!true"].contains(value)
    default: false
    }
  }

  private static func isUnseen(classes: String) -> Bool {
    !unseenClasses.isDisjoint(with: classes.split(whereSeparator: \.isWhitespace))
  }

  /// Classes by which the usual style sheets show nothing to those who see; what is hidden from those who
  /// listen as well is hidden from all.
  private static let unseenClasses: Set<Substring> = [
    "content-hidden", "d-none", "hidden", "invisible", "is-hidden", "sr-only", "visually-hidden",
  ]
}

extension HiddenElement.Open? {
  /// Whether a token of some HTML stands in a hidden element, or starts or ends one.
  mutating func hides(_ token: HTMLToken, of html: ArraySlice<UInt8>) -> Bool {
    guard self == nil else {
      if self?.ends(with: token.kind) == true { self = nil }
      return true
    }
    guard case .start(let name) = token.kind,
      HiddenElement.isHidden(name, html[token.offset..<token.end])
    else { return false }
    self = HiddenElement.Open(name: name)
    return true
  }
}
