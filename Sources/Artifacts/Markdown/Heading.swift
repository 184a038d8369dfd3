// SPDX-License-Identifier: Apache-2.0

/// A heading without what people decorate it with: numbers, emoji, remarks in brackets, colons.
struct Heading {
  private let text: String

  /// Creates a heading; what stands in brackets is a remark (`(Art. 35(7)(c))`, `[optional]`).
  init(_ text: String) {
    self.text = Self.withoutBrackets(text)
  }

  /// The names to look up, surest first.
  var names: [String] {
    let whole = Self.withoutNumber(FoldedText.words(text))
    var names = [whole]
    if let colon = text.firstIndex(of: ":") {
      names.append(Self.withoutNumber(FoldedText.words(text[..<colon])))
    }
    if whole.hasSuffix(" section") { names.append(String(whole.dropLast(" section".count))) }
    for prefix in Self.prefixes where whole.hasPrefix(prefix) {
      names.append(String(whole.dropFirst(prefix.count)))
    }
    if let subject = Self.beforePreposition(whole) { names.append(subject) }
    return names
  }

  /// More parts than this are no heading, but a hostile text.
  private static let maximumParts = 12

  /// The headings that are joined in this one: `A, B & C and D`.
  var parts: [Heading] {
    var parts = [text[...]]
    for separator in Self.separators where Self.mayHold(text, separator) {
      parts = parts.flatMap { Self.split($0, at: separator) }
    }
    guard (2...Self.maximumParts).contains(parts.count) else { return [] }
    return parts.map { Heading(Self.withoutConjunction($0)) }
  }

  private static let separators = [",", "&", "/", ";", "+", " and ", " — ", " – ", " - "]

  /// Whether the bytes of a separator stand in a text: much cheaper to see than where to cut.
  private static func mayHold(_ text: String, _ separator: String) -> Bool {
    var rest = text.utf8[...]
    while rest.count >= separator.utf8.count {
      if rest.starts(with: separator.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  private static let prefixes = [
    "model ", "dataset ", "data set ", "system ", "known ", "our ", "the ", "potential ",
  ]

  static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    return text.reduce(into: "") { kept, character in
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(character) }
      }
    }
  }

  /// Words without `2`, `2 3`, `iv`, `b`, `step 5` or `section 2` before them.
  private static func withoutNumber(_ words: String) -> String {
    var rest = words.split(separator: " ")[...]
    if let first = rest.first, rest.count > 1, counted.contains(first), isNumber(rest[1]) {
      rest = rest.dropFirst()
    }
    while rest.count > 1, let first = rest.first, isNumber(first) { rest = rest.dropFirst() }
    return rest.joined(separator: " ")
  }

  private static let counted: Set<Substring> = ["step", "section", "part", "chapter", "annex"]

  private static func isNumber(_ word: Substring) -> Bool {
    let isSubNumber = word.first?.isNumber == true && word.dropLast().allSatisfy(\.isNumber)
    return isSubNumber || word.count == 1 || word.allSatisfy { "ivx".contains($0) }
  }

  /// `limitations` in "limitations of this benchmark", `residual risks` in "residual risks after
  /// mitigation"; nil for subjects that say little alone, such as `use` in "use of personal data".
  private static func beforePreposition(_ words: String) -> String? {
    let words = words.split(separator: " ")
    guard let cut = words.firstIndex(where: { prepositions.contains($0) }), cut > 0 else {
      return nil
    }
    let subject = words[..<cut].joined(separator: " ")
    return general.contains(subject) ? nil : subject
  }

  private static let prepositions: Set<Substring> = [
    "of", "for", "to", "in", "on", "after", "from", "by", "with", "per", "during", "under",
    "across",
  ]
  private static let general: Set<String> = [
    "use", "uses", "usage", "access", "information", "model", "models", "impact", "context",
    "scope",
    "nature", "content", "contents", "data", "dataset", "datasets", "population", "collection",
    "description", "purpose", "purposes", "review", "consent", "period", "groups", "processes",
  ]

  private static func withoutConjunction(_ text: Substring) -> String {
    let text = Trimmed.text(text)
    return text.lowercased().hasPrefix("and ") ? String(text.dropFirst(4)) : text
  }

  private static func split(_ text: Substring, at separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text
    while let cut = rest.firstRange(of: separator) {
      parts.append(rest[..<cut.lowerBound])
      rest = rest[cut.upperBound...]
    }
    return parts + [rest]
  }
}
