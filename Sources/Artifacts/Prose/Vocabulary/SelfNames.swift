// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// What documents of one kind call themselves, in lower-case words, found by their first word.
struct SelfNames: Sendable, ExpressibleByArrayLiteral {
  private let byFirstWord: [Substring: [String]]
  /// Names that are written without spaces around them.
  let written: [String]

  private let all: Set<String>

  init(_ names: [String]) {
    all = Set(names)
    byFirstWord = Dictionary(grouping: names, by: Self.firstWord)
    written = names.filter(SelfName.isWritten)
  }

  init(arrayLiteral names: String...) { self.init(names) }

  /// What stands before the first space of a name.
  static func firstWord(of name: String) -> Substring {
    name[..<(name.firstIndex(ofByte: ASCII.space) ?? name.endIndex)]
  }

  /// Whether some words are one of the names.
  func contains(_ words: String) -> Bool { all.contains(words) }

  /// The names in a text of words with single spaces around each.
  func occurring(in words: String) -> [String] {
    let spaced = words.spacedWords.flatMap { byFirstWord[$0] ?? [] }
      .filter { words.contains(" \($0) ") }
    return words.isASCII ? spaced : spaced + written.filter { words.contains($0) }
  }
}

/// How a title or a file name uses the name of a kind of document.
enum SelfName: Equatable {
  /// `Model card`, `Model card for X`, `X - Model card`: the document is one.
  case whole
  /// `Contribute to Model Card Toolkit`: it may be about such documents.
  case mentioned
  case absent

  /// Compares a text with names in lower-case words; the longest one that occurs decides.
  init(_ text: String, among names: SelfNames) {
    let words = " \(FoldedText.words(text)) "
    let uses = names.occurring(in: words).map { Self.use(of: $0, in: text) }
    self = uses.contains(.whole) ? .whole : uses.contains(.mentioned) ? .mentioned : .absent
  }

  /// How a text uses a name that occurs in it.
  private static func use(of name: String, in text: String) -> SelfName {
    let parts = Heading.withoutBrackets(text).parts(atAny: ":：–—|/")
      .flatMap { separated(String($0)) }
      .map { FoldedText.words($0) }.filter { !$0.isEmpty }
    let isWhole = parts.contains { part in
      if isWritten(name), part.hasPrefix(name) || part.hasSuffix(name) { return true }
      return
        part == name || links.contains { part.hasPrefix("\(name) \($0) ") }
        || isNumbered(part, name)
    }
    return isWhole ? .whole : .mentioned
  }

  /// Whether a name is written without spaces around it: `与信モデルカード`.
  static func isWritten(_ name: String) -> Bool {
    name.unicodeScalars.first.map { $0.value >= 0x3040 } ?? false
  }

  /// A hyphen separates only between spaces: `X - Model card`, but `model-card`.
  private static func separated(_ text: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let cut = rest.firstRange(of: " - ") {
      parts.append(String(rest[..<cut.lowerBound]))
      rest = rest[cut.upperBound...]
    }
    return parts + [String(rest)]
  }

  /// `model card v2`, `dpia 2026`, `dpia v1 2`.
  private static func isNumbered(_ part: String, _ name: String) -> Bool {
    guard part.hasPrefix(name + " ") else { return false }
    return part.dropFirst(name.count + 1).split(separator: " ").allSatisfy { word in
      word.drop { $0 == "v" }.allSatisfy(\.isNumber)
    }
  }

  /// Words between the name of the kind and that of the subject.
  static let links = [
    "for", "of", "on", "the", "für", "fur", "des", "der", "zu", "voor", "van", "pour", "de", "du",
    "del", "para", "do", "da", "per", "di", "dla", "för", "av",
  ]
}
