// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Removes HTML comments and all else that no reader sees from Markdown, line by line, before any heading
/// is looked for.
///
/// A comment that is never closed hides the rest of the text when it starts a line, as it does
/// for a browser; elsewhere it is text.
struct CommentStripper {
  /// A place in the remaining text where bytes were removed.
  struct Cut {
    let offset: Int
    let length: Int
  }

  /// Whether the next line starts inside a comment.
  private var isInside = false
  private var concealed: ConcealedText
  /// Where what other marks hide ends.
  private var concealedEnd: Int
  /// Whether a comment may start anywhere in the whole text.
  private let hasComments: Bool
  /// The offset of the last end of a comment in the whole text.
  private let lastEnd: Int

  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)

  init(of text: ArraySlice<UInt8>) {
    hasComments = text.firstIndex(of: Self.opening) != nil
    let end =
      hasComments
      ? text.indices.dropLast(2).last { index in
        text[index] == Self.closing[0] && text[index...].starts(with: Self.closing)
      } : nil
    lastEnd = end ?? text.startIndex - 1
    concealed = ConcealedText(in: text)
    concealedEnd = text.startIndex
  }

  /// Whether the start of the next line is not shown.
  func hidesStart(of line: ArraySlice<UInt8>) -> Bool { isInside || concealedEnd > line.startIndex }

  /// What a line shows, and where something was taken out.
  mutating func strip(_ line: ArraySlice<UInt8>) -> (text: ArraySlice<UInt8>, cuts: [Cut]) {
    let mayConceal = concealed.mayOpen(in: line)
    guard
      mayConceal || hidesStart(of: line)
        || hasComments && line.firstIndex(of: Self.opening) != nil
    else {
      return (line, [])
    }
    var shown: [UInt8] = []
    var cuts: [Cut] = []
    var index = line.startIndex
    let spans = CodeSpans(in: line)
    while index < line.endIndex {
      if index < concealedEnd {
        let end = min(concealedEnd, line.endIndex)
        cuts.append(Cut(offset: shown.count, length: end - index))
        index = end
      } else if isInside {
        let end = commentEnd(in: line, from: index)
        cuts.append(Cut(offset: shown.count, length: end - index))
        index = end
      } else if let end = spans.end(ofSpanAt: index) {
        shown.append(contentsOf: line[index..<end])
        index = end
      } else if opensComment(at: index, in: line) {
        isInside = true
        cuts.append(Cut(offset: shown.count, length: 2))
        index += 2
      } else if mayConceal, let end = concealed.end(from: index, in: line) {
        concealedEnd = end
      } else {
        let isEscape = line[index] == ASCII.backslash && index + 1 < line.endIndex
        shown.append(contentsOf: line[index..<(index + (isEscape ? 2 : 1))])
        index += isEscape ? 2 : 1
      }
    }
    return (shown[...], cuts)
  }

  private func opensComment(at index: Int, in line: ArraySlice<UInt8>) -> Bool {
    guard line[index] == Self.opening[0], line[index...].starts(with: Self.opening) else {
      return false
    }
    // `<!-->` is a whole comment (HTML standard, section 13.2.5.43), so its end may overlap.
    return lastEnd >= index + 2 || ContainerPrefix(of: line).end >= index
  }

  /// The offset behind the end of the open comment, or the end of the line.
  private mutating func commentEnd(in line: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 2 < line.endIndex {
      if line[index] == Self.closing[0], line[index...].starts(with: Self.closing) {
        isInside = false
        return index + 3
      }
      index += 1
    }
    return line.endIndex
  }
}

/// The code spans of one line, which keep what looks like a comment.
private struct CodeSpans {
  private var ends: [Int: Int] = [:]

  init(in line: ArraySlice<UInt8>) {
    var runs: [(start: Int, length: Int)] = []
    var index = line.startIndex
    while index < line.endIndex {
      let length = line[index...].prefix { $0 == UInt8(ascii: "`") }.count
      if length > 0 { runs.append((index, length)) }
      index += max(1, length)
    }
    var nextOfLength: [Int: Int] = [:]
    for run in runs.reversed() {
      if let next = nextOfLength[run.length] { ends[run.start] = next + run.length }
      nextOfLength[run.length] = run.start
    }
  }

  func end(ofSpanAt index: Int) -> Int? {
    ends.isEmpty ? nil : ends[index]
  }
}
