// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Finds the blanks that somebody still has to fill in: `____`, `XX`, `[TBD on release]`.
enum Blank {
  /// Whether a text that should name something has a blank in it, wherever it stands.
  ///
  /// A sentence with a blank may still tell much; a name, a license or an address with one tells
  /// nothing.
  static func occurs(in text: String) -> Bool {
    isDrawn(text) || text.contains("___") || hasLetters(text)
      || brackets(in: text).contains(where: asks)
  }

  /// Whether a sentence is a template with several blanks in it, as in `used by [role] in [country]`, `____
  /// decides about ____` and `used by XXX in YYY`.
  ///
  /// One word in brackets may be a remark of the author.
  static func leavesOpen(_ sentence: some StringProtocol) -> Bool {
    guard sentence.has(any: slotSigns) else { return false }
    let words = sentence.spacedWords.map { $0.drop { "(\"".contains($0) } }
    let drawn = words.count { $0.hasPrefix("___") }
    let lettered = words.count { word in
      let bare = word.prefix { $0.isLetter || $0.isNumber }
      return bare.count == 3 && ["XXX", "YYY", "ZZZ"].contains(bare)
    }
    return drawn > 0 || lettered > 1 || words.count(where: isSlot) > 1
  }

  /// Whether a word is one of small letters in square brackets, and neither a link nor an element of code.
  private static func isSlot(_ word: Substring) -> Bool {
    guard word.hasPrefix("["), let end = word.firstIndex(of: "]") else { return false }
    let inner = word[..<end].dropFirst()
    let rest = word[end...].dropFirst()
    return inner.count > 2 && inner.allSatisfy { $0.isLowercase || $0 == "-" || $0 == "_" }
      && !["redacted", "sic"].contains(inner) && rest.allSatisfy(\.isPunctuation)
      && !rest.hasPrefix("[") && !rest.hasPrefix("(")
  }

  private static let slotSigns: ASCIISet = "[_X"

  /// Whether a text consists of a line to write on, as in `Name: ______` or `Date: __/__/____`.
  static func isDrawn(_ text: String) -> Bool {
    // Nearly every text has a letter or digit among its first bytes, which costs nothing to see.
    guard !text.has(where: ASCII.isWord) else { return false }
    let strokes = text.count { "_*.…".contains($0) }
    return (strokes > 1 || text == "…")
      && text.allSatisfy { $0.isWhitespace || "_*.…/-–—:()|".contains($0) }
  }

  /// Whether a word consists of nothing but `X`: two capital ones, or three and more.
  private static func hasLetters(_ text: String) -> Bool {
    guard mayStartWithTwo(text) else { return false }
    return text.split { !$0.isLetter && !$0.isNumber }.contains { word in
      word.allSatisfy { $0 == "X" || $0 == "x" }
        && (word.count > 2 || word.count == 2 && word.first == "X")
    }
  }

  /// Whether a word may start with two of them; a character beyond ASCII may precede it.
  private static func mayStartWithTwo(_ text: String) -> Bool {
    text.withBytes { bytes in
      bytes.indices.dropLast().contains { index in
        bytes[index] | 0x20 == UInt8(ascii: "x") && bytes[index + 1] | 0x20 == UInt8(ascii: "x")
          && (index == 0 || !ASCII.isWord(bytes[index - 1]))
      }
    }
  }

  /// What stands in square or angle brackets, or in braces.
  private static func brackets(in text: String) -> [Substring] {
    guard text.has(any: openingBrackets) else { return [] }
    let pairs: [Character: Character] = ["[": "]", "<": ">", "{": "}"]
    var found: [Substring] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { pairs[$0] != nil }), let close = pairs[rest[open]] {
      rest = rest[rest.index(after: open)...]
      guard let end = rest.firstIndex(of: close) else { continue }
      found.append(rest[..<end])
    }
    return found
  }

  private static let openingBrackets: ASCIISet = "[<{"

  /// Whether what stands in brackets asks for an entry: `TBD on release`, `your name`, `Insert date`.
  private static func asks(_ inner: Substring) -> Bool {
    guard !inner.contains("@"), !inner.contains("/") || inner.contains(" ") else { return false }
    let words = FoldedText.words(inner).spacedWords
    guard let first = words.first, let last = words.last else { return false }
    if words.allSatisfy(entries.contains) { return true }
    return openings.contains(first) || endings.contains(last) || words.starts(with: ["to", "be"])
  }

  private static let openings: Set<Substring> = [
    "tbd", "tba", "todo", "your", "insert", "enter", "add", "fill", "name", "date", "pending",
    "placeholder", "specify", "organisation", "organization", "company", "institution", "xxx",
  ]
  private static let endings: Set<Substring> = [
    "name", "names", "here", "assigned", "tbd", "pending",
  ]

  /// What a form asks for, in a bracket that holds nothing else: `[SIGNATURE / DATE]`, `[Datum]`.
  private static let entries: Set<Substring> = [
    "signature", "initials", "date", "name", "unterschrift", "datum", "nom", "firma", "fecha",
    "nombre", "assinatura", "nome", "data", "handtekening", "naam", "podpis", "underskrift", "namn",
    "navn", "dato", "署名", "氏名", "日付", "签名", "姓名", "日期",
  ]
}
