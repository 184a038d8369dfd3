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
    if !comments.hidesStart(of: line), let fence = CodeFence(openedBy: line, behind: prefix) {
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

/// GitHub's `~~strikethrough~~` and `~strikethrough~` in text that is otherwise free of markup.
enum StruckText {
  private static let tilde = UInt8(ascii: "~")

  static func removed(from text: String) -> String {
    guard text.has(tilde) else { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var index = 0
    var opening: (place: Int, length: Int)?
    while index < bytes.count {
      let mark = bytes[index...].prefix { $0 == tilde }
      guard 1...2 ~= mark.count else {
        kept.append(contentsOf: mark.isEmpty ? bytes[index...index] : mark)
        index += max(1, mark.count)
        continue
      }
      let (before, after) = (bytes[..<index].last, bytes.dropFirst(mark.endIndex).first)
      if let open = opening, open.length == mark.count, mark.count == 2 || ends(before, after) {
        kept.removeSubrange(open.place...)
        opening = nil
        if kept.last == ASCII.space, after == ASCII.space { kept.removeLast() }
      } else {
        if opening == nil, mark.count == 2 || starts(before, after) {
          opening = (kept.count, mark.count)
        }
        kept.append(contentsOf: mark)
      }
      index = mark.endIndex
    }
    return kept.count == bytes.count ? text : String(decoding: kept, as: UTF8.self)
  }

  /// One tilde alone is a mark only beside a word: `~5 %` and `~/data` are none, nor is `a~b`.
  private static func starts(_ before: UInt8?, _ after: UInt8?) -> Bool {
    !isWord(before) && isWord(after)
  }

  private static func ends(_ before: UInt8?, _ after: UInt8?) -> Bool {
    before.map { $0 != ASCII.space } ?? false && !isWord(after)
  }

  /// Whether a byte is that of a letter or digit; of letters beyond ASCII all bytes are.
  private static func isWord(_ byte: UInt8?) -> Bool {
    byte.map { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 >= 0x80 } ?? false
  }
}
