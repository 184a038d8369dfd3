// SPDX-License-Identifier: Apache-2.0

internal import Texts

extension MarkdownText {
  /// A sentence as plain prose, in which whatever could be markup stands in code spans.
  ///
  /// Words of letters, numbers, clauses and ordinary punctuation stay prose: no renderer makes
  /// anything of them. All other words, such as paths, addresses, mentions and tags, become code,
  /// neighbours together.
  static func prose(_ text: String, limit: Int = 600) -> String {
    var prose = ""
    var strange: [String] = []
    var opening = ""
    func add(_ words: String) { prose += prose.isEmpty ? words : " \(words)" }
    func flush(_ closing: String = "") {
      guard !strange.isEmpty else { return }
      add(opening + cell(strange.joined(separator: " "), limit: limit) + closing)
      (strange, opening) = ([], "")
    }
    let visible = LogText.defused(VisibleText.line(text, limit: limit))
    for word in VisibleText.words(of: visible) {
      let parts = ProseWord(word)
      if parts.isPlain {
        flush()
        add(word)
        continue
      }
      if !parts.opening.isEmpty {
        flush()
        opening = parts.opening
      }
      strange.append(parts.core)
      if !parts.closing.isEmpty { flush(parts.closing) }
    }
    flush()
    return prose
  }
}

/// A word with the punctuation of the sentence around it.
private struct ProseWord {
  /// What stands before the word, which is `(` or nothing.
  let opening: String
  let core: String
  /// The punctuation behind the word, with a parenthesis that the word does not open.
  let closing: String
  /// Whether no renderer makes anything of the word and its punctuation.
  let isPlain: Bool

  init(_ word: String) {
    let scalars = Array(word.unicodeScalars)
    let start = scalars.first == "(" && scalars.count > 1 ? 1 : 0
    var end = scalars.count
    while end > start + 1, Self.endsSentence(scalars[start..<end]) { end -= 1 }
    opening = Self.text(scalars[..<start])
    core = Self.text(scalars[start..<end])
    closing = Self.text(scalars[end...])
    isPlain = Self.isPlain(scalars[start..<end])
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func endsSentence(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = word.last else { return false }
    return ",.;:?".unicodeScalars.contains(last)
      || last == ")" && word.count { $0 == "(" } < word.count { $0 == ")" }
  }

  private static func isPlain(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    var core = word
    if core.count > 1, core.first == "\"" { core.removeFirst() }
    while core.count > 1, let last = core.last, "\",.;:?".unicodeScalars.contains(last) {
      core.removeLast()
    }
    return isShort(core) || isNumber(core) || isClause(core) || isWords(core) || isCode(core)
  }

  /// A few letters and digits, such as `5b`; what is longer may be the id of a commit.
  private static func isShort(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.count <= 6 && word.allSatisfy { isLetterOrDigit($0) }
      || word.count == 1 && "%(),;".unicodeScalars.contains(word[word.startIndex])
  }

  /// A number such as `0.68`, `34.6%` or `1,380`, or a day.
  private static func isNumber(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first, isDigit(first), word.count <= 12 else { return false }
    let runs = word.split(separator: "-", omittingEmptySubsequences: false)
    let isDay = runs.map(\.count) == [4, 2, 2] && runs.allSatisfy { $0.allSatisfy(isDigit) }
    return isDay || word.allSatisfy { isDigit($0) || ".,%".unicodeScalars.contains($0) }
  }

  /// The number of a clause with its parts, such as `35(7)(d)` or `1607.4(D)`.
  private static func isClause(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let (number, parts) = (word.prefix { $0 != "(" }, word.drop { $0 != "(" })
    guard number.count <= 8, isNumber(number) || isShort(number), parts.last == ")" else {
      return false
    }
    return parts.split(separator: ")").allSatisfy { part in
      part.first == "(" && (2...5).contains(part.count)
        && part.dropFirst().allSatisfy { isLetterOrDigit($0) }
    }
  }

  /// The code of a rule, such as `ESS-080`, or an edition, such as `rev.01`; `GH-1` is a reference where
  /// GitHub reads it.
  private static func isCode(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let letters = word.prefix { $0.isASCII && isLetter($0) }
    let digits = word.dropFirst(letters.count + 1)
    guard (2...4).contains(letters.count), (1...4).contains(digits.count),
      digits.allSatisfy(isDigit), text(letters).lowercased() != "gh"
    else { return false }
    return word[letters.endIndex] == "-" || word[letters.endIndex] == "."
  }

  /// Letters with hyphens or apostrophes between them.
  private static func isWords(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0 == "'" || $0 == "’" || isLetter($0) }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar.isASCII && isLetter(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic
  }
}
