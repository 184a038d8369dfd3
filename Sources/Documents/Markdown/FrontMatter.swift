// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The YAML between two `---` lines at the head of a text, cut out as the Hugging Face Hub does.
///
/// The Hub's pattern is `^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))`
/// (`huggingface_hub/repocard.py`). It differs here in one case: `---` directly below `---` ends an
/// empty front matter, where the Hub would search on.
struct FrontMatter {
  /// The YAML between the two lines.
  let yaml: ArraySlice<UInt8>
  /// The text below the closing line.
  let rest: ArraySlice<UInt8>

  /// The front matter of a text, or nil when there is none.
  init?(of text: ArraySlice<UInt8>) {
    guard let opening = text.firstIndex(where: { !Self.isWhiteSpace($0) }),
      text[opening...].starts(with: Self.dashes),
      let start = Self.skipLineEnd(at: opening + 3, in: text, allowsCarriageReturn: true)
    else { return nil }
    if let end = Self.closingLine(at: start, in: text) {
      yaml = text[start..<start]
      rest = text[end...]
      return
    }
    var index = start
    while index < text.endIndex {
      if let lineStart = Self.skipLineEnd(at: index, in: text, allowsCarriageReturn: true) {
        if let end = Self.closingLine(at: lineStart, in: text) {
          yaml = text[start..<index]
          rest = text[end...]
          return
        }
        index = lineStart
      } else {
        index += 1
      }
    }
    return nil
  }

  private static let dashes = [UInt8](repeating: UInt8(ascii: "-"), count: 3)

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == ASCII.space || (ASCII.tab...ASCII.carriageReturn).contains(byte)
  }

  /// The offset behind a `---` line, or nil when something else stands there.
  private static func closingLine(at index: Int, in text: ArraySlice<UInt8>) -> Int? {
    guard text[index...].starts(with: dashes) else { return nil }
    let end = text[(index + 3)...].firstIndex { !ASCII.isBlank($0) } ?? text.endIndex
    if end == text.endIndex { return end }
    return skipLineEnd(at: end, in: text, allowsCarriageReturn: false)
  }

  private static func skipLineEnd(
    at index: Int,
    in text: ArraySlice<UInt8>,
    allowsCarriageReturn: Bool
  ) -> Int? {
    guard index < text.endIndex else { return nil }
    if text[index] == ASCII.lineFeed { return index + 1 }
    guard text[index] == ASCII.carriageReturn else { return nil }
    if index + 1 < text.endIndex, text[index + 1] == ASCII.lineFeed { return index + 2 }
    return allowsCarriageReturn ? index + 1 : nil
  }
}
