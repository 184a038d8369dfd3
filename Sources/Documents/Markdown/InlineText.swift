// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The text of a paragraph or heading without markup.
///
/// Links count with their text, images not at all; emoji and inline code stay.
struct InlineText {
  /// The lines that have text.
  let lines: [TextLine]
  /// Whether all letters and digits belong to links to headings of the same page.
  let isAnchorLink: Bool
  /// The hidden element that goes on behind the block.
  let hiding: HiddenElement.Open?

  init(of block: CMarkNode) {
    var reader = InlineReader()
    block.walk { node, enters in reader.visit(node, enters: enters) }
    lines = reader.gathered.finish()
    isAnchorLink = reader.hasAnchorText && !reader.hasOtherText
    hiding = reader.hiding.flatMap { $0.outlivesParagraph ? $0 : nil }
  }
}

/// Reads the nodes below a paragraph or heading one by one.
private struct InlineReader {
  var gathered = TextLines()
  private var imageDepth = 0
  private var anchorDepth = 0
  private var beforeAnchor = ""
  /// The element that hides what stands in it, until it ends.
  private(set) var hiding: HiddenElement.Open?
  private(set) var hasAnchorText = false
  private(set) var hasOtherText = false

  mutating func visit(_ node: CMarkNode, enters: Bool) {
    switch node.kind {
    case .image: imageDepth += enters ? 1 : -1
    case .inlineHTML: visitHTML(node.literal)
    case _ where imageDepth > 0 || hiding != nil: return
    case .text, .inlineCode: append(node.literal)
    case .softBreak: gathered.breakLine(hard: false)
    case .lineBreak: gathered.breakLine(hard: true)
    case .strong: enters ? gathered.startBold() : gathered.endBold()
    case .link where node.url.hasPrefix("#"):
      anchorDepth += enters ? 1 : -1
      if enters {
        beforeAnchor = gathered.lineSoFar
      } else {
        gathered.endAnchor(from: beforeAnchor)
      }
    default: return
    }
  }

  private mutating func append(_ text: String) {
    gathered.append(text)
    guard !(anchorDepth > 0 ? hasAnchorText : hasOtherText) else { return }
    let hasWord = text.unicodeScalars.contains {
      $0.isASCII
        ? ASCII.isWord(UInt8($0.value))
        : $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    if anchorDepth > 0 {
      hasAnchorText = hasAnchorText || hasWord
    } else {
      hasOtherText = hasOtherText || hasWord
    }
  }

  private mutating func visitHTML(_ tag: String) {
    let tag = Array(tag.utf8)[...]
    var tokenizer = HTMLTokenizer(tag)
    guard let token = tokenizer.next(), !hiding.hides(token, of: tag), imageDepth == 0 else {
      return
    }
    switch token.kind {
    case .start("br"), .end("br"): gathered.breakText()
    case .start("b"), .start("strong"): gathered.startBold()
    case .end("b"), .end("strong"): gathered.endBold()
    default: return
    }
  }
}

/// Tells paragraphs that are nothing but code, in backticks or in elements of HTML.
enum CodeText {
  private static let elements: Set<String> = ["code", "samp", "kbd", "tt", "var"]

  /// Whether all words of a paragraph are code.
  static func fills(_ paragraph: CMarkNode) -> Bool {
    guard let first = paragraph.children.first else { return false }
    // Most paragraphs start with text, and need no second look.
    guard first.kind == .inlineCode || first.kind == .inlineHTML else { return false }
    var depth = 0
    var hasCode = false
    return paragraph.children.allSatisfy { node in
      switch node.kind {
      case .inlineCode: hasCode = true
      case .softBreak, .lineBreak: break
      case .inlineHTML:
        let tag = Array(node.literal.utf8)[...]
        var tokenizer = HTMLTokenizer(tag)
        guard let token = tokenizer.next() else { return true }
        if case .start(let name) = token.kind, elements.contains(name) { depth += 1 }
        if case .end(let name) = token.kind, elements.contains(name) { depth -= 1 }
      default:
        let hasWords = node.literal.contains { $0.isLetter || $0.isNumber }
        hasCode = hasCode || hasWords
        return depth > 0 || !hasWords && node.kind == .text
      }
      return true
    } && hasCode
  }
}

/// The text of blocks that are not looked into further; code says nothing there.
enum BlockText {
  /// The text below a block, one line for each of its lines.
  static func plain(_ block: CMarkNode) -> String {
    var texts: [String] = []
    var hiding: HiddenElement.Open?
    block.walk { node, enters in
      guard enters else { return }
      switch node.kind {
      case .html: texts.append(HTMLText.plainText(node.literal, in: &hiding))
      case _ where hiding != nil: return
      case .paragraph, .heading: texts.append(InlineText(of: node).lines.joined)
      case .code where !node.isFenced: texts.append(node.literal.trimmed)
      default: return
      }
    }
    return texts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension CMarkNode {
  /// The blocks below a block, without those that an element of HTML before them hides.
  var shownChildren: [CMarkNode] {
    var hiding: HiddenElement.Open?
    return children.filter { child in
      let isShown = hiding == nil
      if child.kind == .html { _ = HTMLText.plainText(child.literal, in: &hiding) }
      return isShown
    }
  }
}
