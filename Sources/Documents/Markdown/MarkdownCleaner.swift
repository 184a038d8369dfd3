// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Prepares Markdown for the parser: removes comments and bounds what would take too long.
struct MarkdownCleaner {
  /// The longest run of blank lines that is kept.
  ///
  /// cmark visits all open lists at every blank line, so that a few bytes cost much.
  private static let blankLineLimit = 16

  private let limits: DocumentLimits
  private var comments: CommentStripper
  private var fence: CodeFence?
  private var budget = MarkupBudget()
  private var blankLines = 0
  private var source: MarkdownSource

  static func clean(
    _ text: ArraySlice<UInt8>,
    firstLine: Int,
    limits: DocumentLimits
  ) throws(Problem) -> MarkdownSource {
    let lines = LineTable(text)
    var cleaner = MarkdownCleaner(
      limits: limits,
      comments: CommentStripper(of: text),
      source: MarkdownSource(lines, firstLine: firstLine)
    )
    for number in 1...lines.count {
      try cleaner.add(lines.line(number), number: number, firstLine: firstLine)
    }
    return cleaner.source
  }

  private init(limits: DocumentLimits, comments: CommentStripper, source: MarkdownSource) {
    self.limits = limits
    self.comments = comments
    self.source = source
  }

  private mutating func add(
    _ line: ArraySlice<UInt8>,
    number: Int,
    firstLine: Int
  ) throws(Problem) {
    if let fence {
      if fence.isClosed(by: line) { self.fence = nil }
      return append(line, number: number)
    }
    var prefix = ContainerPrefix(of: line)
    if !comments.isInside, let fence = CodeFence(openedBy: line, behind: prefix) {
      self.fence = fence
      return append(line, number: number)
    }
    let (shown, cuts) = comments.strip(line)
    if !cuts.isEmpty { prefix = ContainerPrefix(of: shown) }
    guard prefix.depth <= limits.depth || ContainerPrefix.isThematicBreak(shown) else {
      throw limits.tooDeep(at: SourcePosition(line: firstLine + number - 1, column: 1))
    }
    if prefix.startsBullet { budget = MarkupBudget() }
    if let trimmed = budget.trimmed(shown) {
      append(trimmed, number: number, cuts: cuts, untrimmed: shown)
    } else {
      append(shown, number: number, cuts: cuts)
    }
  }

  private mutating func append(
    _ line: ArraySlice<UInt8>,
    number: Int,
    cuts: [CommentStripper.Cut] = [],
    untrimmed: ArraySlice<UInt8>? = nil
  ) {
    if line.isBlank {
      blankLines += 1
      budget = MarkupBudget()
      guard blankLines <= Self.blankLineLimit else { return }
    } else {
      blankLines = 0
    }
    source.append(line, number: number, cuts: cuts, untrimmed: untrimmed)
  }
}

/// GitHub's `~~strikethrough~~` in text that is otherwise free of markup.
enum StruckText {
  static func removed(from text: String) -> String {
    guard text.has(UInt8(ascii: "~")) else { return text }
    let mark = Array("~~".utf8)
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var index = 0
    var opening: Int?
    while index < bytes.count {
      guard bytes[index...].starts(with: mark) else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      if let start = opening {
        kept.removeSubrange(start...)
        opening = nil
        if kept.last == ASCII.space, bytes.dropFirst(index + mark.count).first == ASCII.space {
          kept.removeLast()
        }
      } else {
        opening = kept.count
        kept.append(contentsOf: mark)
      }
      index += mark.count
    }
    return kept.count == bytes.count ? text : String(decoding: kept, as: UTF8.self)
  }
}
