// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Text between marks by which a page is made without it: comments of template engines and of editors,
/// what they show under a condition only, and elements that a style sheet or an attribute hides.
///
/// Such marks reach over blank lines, so that no block of Markdown shows them. What is opened and never
/// closed hides nothing.
struct ConcealedText {
  private typealias Bytes = ArraySlice<UInt8>

  /// What ends a concealment that was opened.
  private enum Closing: Hashable {
    case run([UInt8])
    /// The end of a tag of a template, as `{% endif %}` and `{{< /comment >}}`.
    case tag(String)
    case element(String)
    case division
  }

  /// Marks of comments whose ends do not nest; the opening ones stand before a blank where they are
  /// something else otherwise.
  private static let comments: [(opening: [UInt8], closing: [UInt8], isSpaced: Bool)] = [
    ("{#", "#}", true), ("{/*", "*/}", false), ("{{/*", "*/}}", false), ("%%", "%%", false),
  ].map { (Array($0.utf8), Array($1.utf8), $2) }

  /// Tags of templates that take their content out, put it elsewhere or make it depend on something.
  private static let tags: Set<String> = [
    "comment", "if", "unless", "ifversion", "case", "capture", "macro", "hidden", "hide", "private",
    "draft", "todo",
  ]

  private static let starts = Array("{%:<*".utf8)

  private let text: ArraySlice<UInt8>
  private let sheet: StyleSheet
  /// Whether anything in the text may hide other text.
  private let isPossible: Bool
  /// What does not end any more in the rest of the text.
  private var exhausted: Set<Closing> = []

  init(in text: ArraySlice<UInt8>) {
    self.text = text
    sheet = StyleSheet(of: text)
    isPossible =
      !sheet.isEmpty
      || ["{%", "{{", "{#", "{/*", "%%", ":::", "*["].contains {
        text.firstIndex(of: Array($0.utf8)) != nil
      }
  }

  /// Whether a line may open what is not shown.
  func mayOpen(in line: ArraySlice<UInt8>) -> Bool {
    isPossible && line.contains { Self.starts.contains($0) }
  }

  /// The offset behind what is hidden from an offset of a line on, or nil where nothing is.
  mutating func end(from index: Int, in line: ArraySlice<UInt8>) -> Int? {
    switch line[index] {
    case UInt8(ascii: "*") where isStart(index, of: line): return abbreviation(at: index, in: line)
    case UInt8(ascii: ":") where isStart(index, of: line): return division(at: index, in: line)
    case UInt8(ascii: "{"), UInt8(ascii: "%"):
      return comment(at: index, in: line) ?? templateTag(at: index)
    case UInt8(ascii: "<") where !sheet.isEmpty: return element(at: index)
    default: return nil
    }
  }

  private func isStart(_ index: Int, of line: ArraySlice<UInt8>) -> Bool {
    // Marks deep in a line are none, and looking at what leads to each would take quadratic time.
    index - line.startIndex <= Self.longestIndentation
      && (ContainerPrefix(of: line).end == index || line[..<index].allSatisfy(ASCII.isBlank))
  }

  private static let longestIndentation = 64

  // MARK: Kinds of marks

  /// A definition such as `*[PSI]: stability`, which is shown when a pointer rests on the word.
  private func abbreviation(at index: Int, in line: ArraySlice<UInt8>) -> Int? {
    guard line[index...].starts(with: "*[".utf8),
      let end = line[index...].firstIndex(of: Array("]:".utf8)), end > index + 2
    else { return nil }
    return line.endIndex
  }

  private mutating func comment(at index: Int, in line: ArraySlice<UInt8>) -> Int? {
    for (opening, closing, isSpaced) in Self.comments where text[index...].starts(with: opening) {
      let start = index + opening.count
      if isSpaced, start < text.endIndex, !Self.isSpace(text[start]) { continue }
      // `100 %%` in a sentence is a figure.
      if opening[0] == UInt8(ascii: "%"), index > line.startIndex, !ASCII.isBlank(line[index - 1]) {
        continue
      }
      if let end = closed(.run(closing), from: start) { return end }
    }
    return nil
  }

  private mutating func templateTag(at index: Int) -> Int? {
    guard let tag = TemplateTag(at: index, in: text), !tag.isEnd, Self.tags.contains(tag.name)
    else { return nil }
    return closed(.tag(tag.name), from: tag.end)
  }

  private mutating func element(at index: Int) -> Int? {
    guard let tag = Self.startTag(at: index, in: text), sheet.hides(tag.name, text[index..<tag.end])
    else { return nil }
    return closed(.element(tag.name), from: tag.end)
  }

  /// A fenced division of Pandoc: `::: {style="display:none"}`, `::: hidden`.
  private mutating func division(at index: Int, in line: ArraySlice<UInt8>) -> Int? {
    let marks = line[index...].prefix { $0 == UInt8(ascii: ":") }
    guard marks.count >= 3 else { return nil }
    let info = String(decoding: line[marks.endIndex...], as: UTF8.self).trimmed
    guard !info.isEmpty else { return nil }
    let inner = info.hasPrefix("{") ? info.dropFirst().prefix { $0 != "}" } : ""
    let words = inner.isEmpty ? ["." + info] : inner.split { $0 == " " }.map(String.init)
    let named = words.filter { $0.hasPrefix(".") }.map { $0.dropFirst().prefix { $0 != " " } }
      .joined(separator: " ")
    let tag = Array("<div aria-hidden=true class=\"\(named)\" \(inner)>".utf8)[...]
    guard HiddenElement.isHidden("div", tag) || sheet.hides("div", tag) else { return nil }
    return closed(.division, from: line.endIndex)
  }

  // MARK: Ends

  /// The offset behind the mark that closes what was opened; where marks of the same kind are open at
  /// the end of the text, that behind the last one.
  private mutating func closed(_ closing: Closing, from start: Int) -> Int? {
    guard !exhausted.contains(closing) else { return nil }
    var (index, depth) = (start, 1)
    var last: Int?
    while index < text.endIndex {
      guard let mark = mark(closing, at: index) else {
        index += 1
        continue
      }
      index = mark.end
      depth += mark.isEnd ? -1 : 1
      if mark.isEnd { last = index }
      if depth == 0 { return index }
    }
    if last == nil { exhausted.insert(closing) }
    return last
  }

  /// The mark of a kind that stands at an offset, whether it opens or closes.
  private func mark(_ closing: Closing, at index: Int) -> (end: Int, isEnd: Bool)? {
    switch closing {
    case .run(let run):
      guard text[index] == run[0], text[index...].starts(with: run) else { return nil }
      return (index + run.count, true)
    case .tag(let name):
      guard text[index] == UInt8(ascii: "{"), let tag = TemplateTag(at: index, in: text),
        tag.name == name
      else { return nil }
      return (tag.end, tag.isEnd)
    case .element(let name):
      guard text[index] == UInt8(ascii: "<") else { return nil }
      if let tag = Self.startTag(at: index, in: text) {
        return tag.name == name ? (tag.end, false) : nil
      }
      let end = Array("</\(name)".utf8)
      guard text[index...].prefix(end.count).elementsEqual(end, by: { $0 | 0x20 == $1 | 0x20 }),
        let close = text[index...].prefix(Self.longestTag).firstIndex(of: UInt8(ascii: ">"))
      else { return nil }
      return (close + 1, true)
    case .division:
      guard text[index] == UInt8(ascii: ":"),
        index == text.startIndex || ASCII.isLineBreak(text[index - 1])
      else { return nil }
      let line = text[index...].prefix { !ASCII.isLineBreak($0) }
      let marks = line.prefix { $0 == UInt8(ascii: ":") }
      guard marks.count >= 3 else { return nil }
      return (line.endIndex, line[marks.endIndex...].allSatisfy(ASCII.isBlank))
    }
  }

  private static func startTag(at index: Int, in text: Bytes) -> (name: String, end: Int)? {
    guard index + 1 < text.endIndex, ASCII.isLetter(text[index + 1]),
      let end = text[index...].prefix(longestTag).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let name = text[(index + 1)...].prefix { ASCII.isLetter($0) || ASCII.isDigit($0) }
    return (String(decoding: name, as: UTF8.self).lowercased(), end + 1)
  }

  private static let longestTag = 300

  fileprivate static func isSpace(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || ASCII.isLineBreak(byte)
  }
}

/// A tag of a template engine: `{% if x %}`, `{%- endif -%}`, `{{< comment >}}`, `{{% /comment %}}`.
private struct TemplateTag {
  /// The name without `end` or `/`.
  let name: String
  let isEnd: Bool
  /// The offset behind the tag.
  let end: Int

  private static let forms = [("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}")]
    .map { (Array($0.utf8), Array($1.utf8)) }
  private static let longest = 300

  init?(at index: Int, in text: ArraySlice<UInt8>) {
    let tag = text[index...].prefix(Self.longest)
    guard let (opening, closing) = Self.forms.first(where: { tag.starts(with: $0.0) }),
      let close = tag.dropFirst(opening.count).firstIndex(of: closing)
    else { return nil }
    let inner = tag[(index + opening.count)..<close].drop { byte in
      ConcealedText.isSpace(byte) || "-+*/".utf8.contains(byte)
    }
    let isSlashed = tag[index..<inner.startIndex].indices.contains { place in
      tag[place] == UInt8(ascii: "/") && tag[place + 1] != UInt8(ascii: "*")
    }
    let word = String(decoding: inner.prefix(while: ASCII.isLetter), as: UTF8.self).lowercased()
    isEnd = isSlashed || word.hasPrefix("end")
    name = word.hasPrefix("end") ? String(word.dropFirst(3)) : word
    end = close + closing.count
  }
}
