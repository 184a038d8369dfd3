// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// A piece of HTML.
struct HTMLToken {
  enum Kind: Equatable {
    /// Text with its character references resolved.
    case text(String)
    /// A start tag by its lower-case name.
    case start(String)
    /// An end tag by its lower-case name.
    case end(String)
  }

  let kind: Kind
  /// Where it starts.
  let offset: Int
  /// Where what follows it starts.
  let end: Int
}

/// Cuts HTML into tags and text in linear time; comments and declarations are left out.
///
/// It follows the HTML standard's tokenizer as far as text needs it and accepts anything.
struct HTMLTokenizer {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private let lastTagEnd: Int
  private let lastQuote: Int
  private let lastApostrophe: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
    lastTagEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    lastQuote = bytes.lastIndex(of: ASCII.quote) ?? -1
    lastApostrophe = bytes.lastIndex(of: UInt8(ascii: "'")) ?? -1
  }

  /// The next token, or nil at the end.
  mutating func next() -> HTMLToken? {
    while index < bytes.endIndex {
      let start = index
      switch markup(at: start) {
      case .none: return text(from: start)
      case .comment: skipComment()
      case .declaration: skipTag(from: start + 1)
      case .tag(let nameStart, let isEnd):
        let name = name(at: nameStart)
        skipTag(from: nameStart)
        let end = index
        if !isEnd, name == "script" || name == "style" { skipRawText(of: name) }
        return HTMLToken(kind: isEnd ? .end(name) : .start(name), offset: start, end: end)
      }
    }
    return nil
  }

  private enum Markup {
    case none
    case comment
    case declaration
    case tag(nameStart: Int, isEnd: Bool)
  }

  private func markup(at start: Int) -> Markup {
    guard bytes[start] == UInt8(ascii: "<"), start < lastTagEnd, start + 1 < bytes.endIndex else {
      return .none
    }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"):
      return bytes[start...].starts(with: "<!--".utf8) ? .comment : .declaration
    case UInt8(ascii: "?"): return .declaration
    case UInt8(ascii: "/"):
      let isTag = start + 2 < bytes.endIndex && ASCII.isLetter(bytes[start + 2])
      return isTag ? .tag(nameStart: start + 2, isEnd: true) : .declaration
    case let byte: return ASCII.isLetter(byte) ? .tag(nameStart: start + 1, isEnd: false) : .none
    }
  }

  private mutating func text(from start: Int) -> HTMLToken {
    index += 1
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "<"), case .none = markup(at: index) {
        index += 1
      } else if bytes[index] == UInt8(ascii: "<") {
        break
      } else {
        index += 1
      }
    }
    let content = HTMLEntities.resolve(bytes[start..<index])
    return HTMLToken(kind: .text(content), offset: start, end: index)
  }

  private mutating func skipComment() {
    // `<!-->` is a whole comment, so the end may overlap the start.
    index += 2
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "-"), bytes[index...].starts(with: "-->".utf8) {
        index += 3
        return
      }
      index += 1
    }
  }

  private func name(at start: Int) -> String {
    let name = bytes[start...].prefix { ASCII.isLetter($0) || ASCII.isDigit($0) }.prefix(20)
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Moves behind the `>` of a tag; one in quotes does not count, if the quotes are closed.
  private mutating func skipTag(from start: Int) {
    index = start
    var fallback: Int?
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        return
      case ASCII.quote where index < lastQuote: skipQuoted(ASCII.quote, fallback: &fallback)
      case UInt8(ascii: "'") where index < lastApostrophe:
        skipQuoted(UInt8(ascii: "'"), fallback: &fallback)
      default: index += 1
      }
    }
    // `lastTagEnd` lies ahead, so a `>` was seen in quotes.
    if let fallback { index = fallback }
  }

  private mutating func skipQuoted(_ quote: UInt8, fallback: inout Int?) {
    index += 1
    while index < bytes.endIndex, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: ">"), fallback == nil { fallback = index + 1 }
      index += 1
    }
    index += 1
  }

  /// Moves to the end tag of a script or style sheet, or to the end of the text.
  private mutating func skipRawText(of name: String) {
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "<"), case .tag(let start, true) = markup(at: index),
        self.name(at: start) == name
      {
        return
      }
      index += 1
    }
  }
}
