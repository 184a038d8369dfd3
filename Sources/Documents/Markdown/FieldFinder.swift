// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Finds the labelled facts that open lines: `**License:** MIT`, `License: MIT`.
enum FieldFinder {
  /// A label with the text behind it on the same line.
  struct Labelled {
    let label: String
    let text: String
    /// Whether a colon ends the label, so that an empty text is a fact that is missing.
    let hasColon: Bool
  }

  /// The most words and characters that a label without markup has.
  private static let longestLabel = (words: 8, scalars: 60)

  /// The fields of a block; a line without a label continues the field before it.
  ///
  /// `place` tells the place of the line that a number of others precede in the block. Bold text
  /// without a colon or anything behind it is emphasis, unless more text may follow in the block.
  static func fields(
    in lines: [TextLine],
    mayContinue: Bool = false,
    place: (Int) -> (position: SourcePosition, line: Int)
  ) -> [MarkdownField] {
    var fields: [MarkdownField] = []
    var startsWithEmphasis = false
    for (index, line) in lines.enumerated() {
      if let labelled = labelled(line, isFirst: index == 0) {
        startsWithEmphasis = startsWithEmphasis || !labelled.hasColon
        let (position, number) = place(line.offset)
        fields.append(
          MarkdownField(
            label: labelled.label,
            text: labelled.text,
            position: position,
            endLine: number
          )
        )
      } else if let last = fields.indices.last {
        let separator = fields[last].text.isEmpty ? "" : lines[index - 1].endsHard ? "\n" : " "
        fields[last].text += separator + line.text
        fields[last].endLine = place(line.offset).line
      }
    }
    if startsWithEmphasis, !mayContinue, fields[0].text.isEmpty { fields.removeFirst() }
    return fields
  }

  /// Whether a label starts the first line.
  static func startsLabelled(_ lines: [TextLine]) -> Bool {
    lines.first.flatMap { labelled($0, isFirst: true) } != nil
  }

  /// The label that starts a line.
  ///
  /// Bold text without a colon is a label at the start of a block only: further down it may be a
  /// word in a wrapped sentence.
  static func labelled(_ line: TextLine, isFirst: Bool) -> Labelled? {
    guard let bold = line.boldStart, !bold.isEmpty else {
      let label = plain(line.text)
      // `[Privacy: who sees it](#privacy)` leads to a section and says nothing of its own.
      return label.flatMap { (line.anchorStart?.count ?? 0) > $0.label.count ? nil : $0 }
    }
    let rest = line.text.dropFirst(bold.count).trimmed
    // In `**License: MIT**` all is bold, and in `**Warning!**` nothing is labelled.
    guard !rest.isEmpty || bold.hasSuffix(":") else {
      return plain(line.text) ?? (isFirst ? Labelled(label: bold, text: "", hasColon: false) : nil)
    }
    let hasColon = bold.hasSuffix(":") || rest.hasPrefix(":")
    guard hasColon || isFirst else { return nil }
    let label = bold.trimming(suffix: ":").trimming(suffix: ".").trimmed
    guard !label.isEmpty else { return nil }
    let text = startsWithSeparator(rest) ? rest.dropFirst().trimmed : rest
    return Labelled(label: label, text: text, hasColon: hasColon)
  }

  private static func startsWithSeparator(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: ":"): true
    case UInt8(ascii: "-"), "–".utf8.first:
      text.hasPrefix("- ") || text.hasPrefix("– ") || text.hasPrefix("— ")
    default: false
    }
  }

  private static func plain(_ text: String) -> Labelled? {
    guard let colon = colon(in: text) else { return nil }
    let rest = text[text.unicodeScalars.index(after: colon)...]
    guard rest.isEmpty || rest.unicodeScalars.first?.properties.isWhitespace == true else {
      return nil
    }
    let label = text[..<colon].trimmed
    guard let first = label.unicodeScalars.first, first.properties.isAlphabetic,
      wordCount(of: label) <= longestLabel.words
    else { return nil }
    return Labelled(label: label, text: rest.trimmed, hasColon: true)
  }

  /// The number of parts between spaces.
  private static func wordCount(of label: String) -> Int {
    var previous = ASCII.space
    return label.utf8.count { byte in
      defer { previous = byte }
      return byte != ASCII.space && previous == ASCII.space
    }
  }

  /// The first colon, unless what stands before it is too long for a label, or a sentence.
  private static func colon(in text: String) -> String.Index? {
    let offset = text.withBytes { bytes -> Int? in
      guard let offset = colonOutsideBrackets(bytes) else { return nil }
      let label = bytes[..<offset]
      guard label.count <= 4 * longestLabel.scalars,
        label.count(where: { $0 & 0xC0 != 0x80 }) <= longestLabel.scalars
      else { return nil }
      return label.contains(where: endsSentence) ? nil : offset
    }
    return offset.map { text.utf8.index(text.startIndex, offsetBy: $0) }
  }

  /// The first colon that stands in no bracket: `Transfers (USA: two providers)` has none.
  private static func colonOutsideBrackets(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var depth = 0
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ":") where depth == 0: return offset
      default: break
      }
    }
    return nil
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"),
      UInt8(ascii: "|"):
      true
    default: false
    }
  }
}

extension StringProtocol {
  fileprivate func trimming(suffix: Character) -> String {
    last == suffix ? String(dropLast()) : String(self)
  }
}
