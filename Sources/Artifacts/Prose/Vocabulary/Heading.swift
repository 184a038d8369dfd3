// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// A heading without what people decorate it with: numbers, emoji, remarks in brackets, colons.
struct Heading: Sendable {
  /// The names to look up, surest first.
  let names: [String]
  /// The names of the headings that are joined in this one: `A, B & C and D`; empty for a single one.
  let parts: [[String]]
  /// Whether the heading counts a risk, as `Risk 7: Late deletion` does, and so has no topic.
  let numbersRisk: Bool
  /// Whether the heading is one word with the whole of GDPR Article 35 behind it: `Necessity (Art. 35 GDPR)` is
  /// that of the assessment, and that of the processing stands in Article 35(7)(b).
  let isOfAssessment: Bool
  /// What stands outside of brackets.
  private let text: String

  /// Creates a heading; what stands in brackets is a remark (`(Art. 35(7)(c))`, `[optional]`).
  init(_ text: String) {
    numbersRisk = RiskHeading.isNumbered(text)
    let whole = text
    let text = Self.withoutBrackets(text)
    self.text = text
    names = Self.names(of: text)
    isOfAssessment = !names[0].contains(" ") && Self.citesArticle35(whole)
    parts = Self.parts(of: text).map { Self.names(of: Self.withoutBrackets($0)) }
  }

  /// Whether a remark in the last brackets says that what stands below is not done: `Limitations [TO VERIFY]`.
  static func isLeftOpen(_ text: String) -> Bool {
    guard let open = text.lastIndex(where: { "([".contains($0) }) else { return false }
    let remark = String(text[text.index(after: open)...].prefix { !")]".contains($0) })
    return StatementState.isToCome(remark) || FoldedText.words(remark).hasPrefix("to verify")
  }

  private static func citesArticle35(_ text: String) -> Bool {
    guard text.contains("35"), let open = text.firstIndex(ofByte: UInt8(ascii: "(")) else {
      return false
    }
    let numbers = text[open...].parts { !ASCII.isDigit($0) }
    return numbers.contains("35") && !numbers.contains("7")
  }

  private static func names(of text: String) -> [String] {
    let whole = withoutNumber(FoldedText.words(text))
    var names: [String] = []
    names.reserveCapacity(4)
    names.append(whole)
    if let colon = text.firstIndex(ofByte: UInt8(ascii: ":")) {
      names.append(withoutNumber(FoldedText.words(text[..<colon])))
    }
    if whole.hasSuffix(" section") { names.append(String(whole.dropLast(" section".count))) }
    // Nearly half of all headings start with another letter than these.
    for prefix in prefixes where prefix.utf8.first == whole.utf8.first && whole.hasPrefix(prefix) {
      names.append(String(whole.dropFirst(prefix.count)))
    }
    if let subject = beforePreposition(whole) { names.append(subject) }
    return names
  }

  /// More parts than this are no heading, but a hostile text.
  private static let maximumParts = 12

  private static func parts(of text: String) -> [String] {
    guard mayHaveParts(text) else { return [] }
    var parts = [text[...]]
    for separator in separators where text.contains(separator) {
      parts = parts.flatMap { split($0, at: separator) }
    }
    guard (2...maximumParts).contains(parts.count) else { return [] }
    return parts.map { withoutConjunction($0) }
  }

  private static let separators = [",", "&", "/", ";", "+", " and ", " — ", " – ", " - "]

  /// The names of what `and` joins in other languages than English, and of what their commas separate: only
  /// together do they tell, since such words are a part of many others.
  var joined: [[String]] {
    guard text.contains(where: { !$0.isASCII }) || text.contains(where: \.isWhitespace) else {
      return []
    }
    var parts = [text[...]]
    for separator in Self.conjunctions where text.contains(separator) {
      parts = parts.flatMap { Self.split($0, at: separator) }
    }
    guard (2...Self.maximumParts).contains(parts.count) else { return [] }
    return parts.map { Self.names(of: $0.trimmed) }
  }

  private static let conjunctions = [
    " und ", " et ", " y ", " e ", " en ", " i ", " och ", " og ", ", ", "、", "，", "；", "／", "・",
    "および", "及び", "と", "以及", "与", "和", "及",
  ]

  /// Whether one of the separators may stand in a text; most headings have none.
  private static func mayHaveParts(_ text: String) -> Bool {
    text.has { marks.contains($0) || $0 >= 0x80 } || text.contains(" and ") || text.contains(" - ")
  }

  private static let marks: ASCIISet = ",&/;+"

  private static let prefixes = [
    "model ", "dataset ", "data set ", "system ", "known ", "our ", "the ", "potential ",
  ]

  static func withoutBrackets(_ text: String) -> String {
    guard text.has(any: brackets) else { return text }
    var depth = 0
    return text.reduce(into: "") { kept, character in
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(character) }
      }
    }
  }

  private static let brackets: ASCIISet = "([])"

  /// Words without `2`, `2 3`, `iv`, `b`, `step 5` or `section 2` before them.
  private static func withoutNumber(_ words: String) -> String {
    guard mayStartWithNumber(words) else { return words }
    var rest = words.spacedWords[...]
    if let first = rest.first, rest.count > 1, counted.contains(first), isNumber(rest[1]) {
      rest = rest.dropFirst()
    }
    while rest.count > 1, let first = rest.first, isNumber(first) { rest = rest.dropFirst() }
    return rest.joined(separator: " ")
  }

  /// Whether the first of lower-case words may be a number or what is counted: all those have a
  /// digit, one letter or nothing but `i`, `v` and `x`, or are in the list.
  private static func mayStartWithNumber(_ words: String) -> Bool {
    let first = words[..<(words.firstIndex(ofByte: UInt8(ascii: " ")) ?? words.endIndex)]
    guard first.endIndex < words.endIndex else { return false }
    let mayBeNumber = first.withBytes { bytes in
      bytes.count == 1 || bytes.contains { $0 >= 0x80 || ASCII.isDigit($0) }
        || bytes.allSatisfy { romanDigits.contains($0) }
    }
    return mayBeNumber || counted.contains(first)
  }

  private static let romanDigits: ASCIISet = "ivx"
  private static let counted: ShortWords = ["step", "section", "part", "chapter", "annex"]

  private static func isNumber(_ word: Substring) -> Bool {
    let isSubNumber = word.first?.isNumber == true && word.dropLast().allSatisfy(\.isNumber)
    return isSubNumber || word.count == 1 || word.allSatisfy { "ivx".contains($0) }
  }

  /// `limitations` in "limitations of this benchmark", `residual risks` in "residual risks after
  /// mitigation"; nil for subjects that say little alone, such as `use` in "use of personal data".
  private static func beforePreposition(_ words: String) -> String? {
    guard let offset = words.withBytes(firstPreposition), offset > 0 else { return nil }
    let end = words.utf8.index(words.startIndex, offsetBy: offset - 1)
    let subject = String(words[..<end])
    return general.contains(subject) ? nil : subject
  }

  /// The offset of the first preposition among words.
  private static func firstPreposition(_ words: UnsafeBufferPointer<UInt8>) -> Int? {
    var start = 0
    while start < words.count {
      let end = words[start...].firstIndex(of: UInt8(ascii: " ")) ?? words.count
      if prepositions.contains(words[start..<end]) { return start }
      start = end + 1
    }
    return nil
  }

  private static let prepositions: ShortWords = [
    "of", "for", "to", "in", "on", "after", "from", "by", "with", "per", "during", "under",
    "across", "de", "del", "della", "dei", "do", "da", "dos",
  ]
  private static let general: Set<String> = [
    "use", "uses", "usage", "access", "information", "model", "models", "impact", "context",
    "scope",
    "nature", "content", "contents", "data", "dataset", "datasets", "population", "collection",
    "description", "purpose", "purposes", "review", "consent", "period", "groups", "processes",
  ]

  private static func withoutConjunction(_ text: Substring) -> String {
    let text = text.trimmed
    return text.lowercased().hasPrefix("and ") ? String(text.dropFirst(4)) : text
  }

  /// The parts between the places where a separator stands, empty ones too.
  static func split(_ text: Substring, at separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text
    while let cut = rest.firstRange(of: separator) {
      parts.append(rest[..<cut.lowerBound])
      rest = rest[cut.upperBound...]
    }
    return parts + [rest]
  }
}
