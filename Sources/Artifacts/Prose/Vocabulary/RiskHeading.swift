// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// A heading that names a risk: `5.2 Leak of applications`, `Risk 3: Leak`, `R3 — Leak`.
struct RiskHeading {
  let name: String
  /// The number behind `Risk` or `R`.
  let number: Int?

  /// Nil for a heading that orders the text, such as `Summary of risks`.
  init?(_ title: String) {
    let title = Self.withoutSectionNumber(title)
    let label = Self.label(of: title)
    number = label.flatMap { Self.number(String($0)) }
    let rest = label.map { title[$0.endIndex...] } ?? title[...]
    name = String(rest, trimming: { $0.isWhitespace || ":—–-.#".contains($0) })
    guard name.contains(where: \.isLetter), number != nil || !Self.orders(name) else { return nil }
  }

  /// Whether a heading counts a risk, so that its words are no topic of the document.
  static func isNumbered(_ title: String) -> Bool {
    title.has(where: ASCII.isDigit) && mayBeNumbered(title) && RiskHeading(title)?.number != nil
  }

  /// Whether the first word with letters is one of a numbered risk; nearly no heading has one.
  private static func mayBeNumbered(_ title: String) -> Bool {
    title.withBytes { bytes in
      let start = bytes.firstIndex { ASCII.isLetter($0) || $0 >= 0x80 } ?? bytes.count
      let end = bytes[start...].firstIndex { !ASCII.isLetter($0) } ?? bytes.count
      // Characters beyond ASCII may be letters too.
      if end < bytes.count, bytes[end] >= 0x80 { return true }
      return labels.contains(bytes[start..<end].lazy.map(ASCII.lower))
    }
  }

  private static let labels: ShortWords = [
    "risk", "threat", "hazard", "r", "risiko", "risque", "riesgo", "risco", "rischio", "risico",
    "ryzyko",
  ]

  /// Whether a heading orders the text, or sums it up, instead of naming something.
  static func orders(_ title: String) -> Bool {
    let words = FoldedText.words(title).spacedWords
    return words.contains { ordering.contains($0) } || HeadingRoots.areAboutForm(words)
      || AssessmentRoots.risk.occurs(in: words) && AssessmentRoots.listing.occurs(in: words)
  }

  /// The number in `R7`, `7` or `risk 7`.
  static func number(_ text: String) -> Int? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    return digits.count == text.count(where: \.isNumber) ? Int(digits) : nil
  }

  /// The numbers in `R2, R3`, `R-2` and `R1–R4`, and none in `all`; nil for a text that names a risk.
  static func numbers(in text: String) -> [Int]? {
    let words = FoldedText.words(text.replacing("R-", with: "R")).spacedWords
      .filter { !["and", "und", "et", "y", "e", "en", "i", "och"].contains($0) }
    if ["all", "alle", "all risks"].contains(words.joined(separator: " ")) { return [] }
    let numbers = words.compactMap { word in
      word.first == "r" && word.dropFirst().allSatisfy(\.isNumber) ? Int(word.dropFirst()) : nil
    }
    guard numbers.count == words.count, !numbers.isEmpty else { return nil }
    let isRange = numbers.count == 2 && text.contains { "–—-".contains($0) } && !text.contains("R-")
    return isRange && numbers[0] < numbers[1] ? Array(numbers[0]...numbers[1]) : numbers
  }

  /// Whether cells name risks by nothing but their numbers.
  static func areNumbers(_ texts: [String]) -> Bool {
    let texts = texts.filter { $0.contains(where: \.isLetter) }
    return texts.contains { $0.contains(where: \.isNumber) }
      && texts.allSatisfy {
        numbers(in: $0) != nil || !$0.contains(where: \.isNumber) && $0.spacedWords.count < 3
      }
  }

  /// `Risk 7`, `R7` or `Risk` before a colon, at the start of a title.
  private static func label(of title: String) -> Substring? {
    let words = title.split(maxSplits: 2) { $0.isWhitespace || ":—–-.#".contains($0) }
    guard let first = words.first, words.count > 1 else { return nil }
    let head = first.lowercased()
    if labels.contains(head), words[1].allSatisfy(\.isNumber) {
      return title[..<words[1].endIndex]
    }
    if head.count > 1, head.first == "r", head.dropFirst().allSatisfy(\.isNumber) { return first }
    let isLabel = head.count > 1 && labels.contains(head)
    let isPrefix = isLabel && title[first.endIndex...].hasPrefix(":")
    return isPrefix ? first : nil
  }

  private static func withoutSectionNumber(_ title: String) -> String {
    guard title.first?.isNumber == true else { return title }
    let rest = title.drop { $0.isNumber || $0 == "." || $0 == ")" }
    return rest.first?.isWhitespace == true ? rest.trimmed : title
  }

  private static let ordering: Set<Substring> = [
    "summary", "methodology", "method", "matrix", "overview", "approach", "criteria", "scoring",
    "conclusion", "conclusions", "legend", "introduction", "overall", "notes", "note", "appendix",
    "references", "ratings", "definitions", "assessment", "evaluation", "register",
  ]
}
