// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// Tells whether a Markdown document is an artifact of some kind: by its title, name and headings.
struct MarkdownDetection {
  /// How many topics tell a document whose title or name only mentions the kind.
  private static let mentionedTopics = 3

  let kind: ArtifactKind
  /// What such documents call themselves, in lower-case words.
  let names: SelfNames
  let table: TopicTable
  /// How many topics a document must have that is named so; hardware has data sheets too.
  var namedTopics = 1
  /// Whether the topics of the headings alone tell such a document.
  let isTelling: (Set<Topic>) -> Bool

  func detect(_ file: ParsedFile) -> Detection {
    guard let document = file.markdown else { return .no(reason: "it is no Markdown") }
    let title = SelfName(document.title ?? "", among: names)
    let name = SelfName(TreePath.stem(of: file.path), among: names)
    let isNamed = title != .absent || name != .absent
    let topics = Set(
      zip(document.sections, file.headings).flatMap { section, heading in
        isNamed ? table.topics(of: section, heading, in: document) : table.topics(of: heading)
      }
    )
    if title == .whole, topics.count >= namedTopics - 1, !isAbout(document, topics) {
      // A document that calls itself so is one, and be it a stub: then rules say what it lacks.
      return yes("it calls itself \(kind.phrase)", .likely)
    }
    if title == .mentioned, topics.count >= Self.mentionedTopics {
      return yes("its title speaks of \(kind.phrase), and it has the headings of one", .likely)
    }
    if name != .absent,
      topics.count >= (name == .whole ? namedTopics : Self.mentionedTopics)
    {
      return yes("its name is that of \(kind.phrase), and it has headings of one", .likely)
    }
    if !topics.isEmpty, declaresItself(document) {
      return yes("its first paragraph says that it is \(kind.phrase)", .likely)
    }
    if isTelling(topics) { return yes("it has the headings of \(kind.phrase)", .likely) }
    if name != .absent || title != .absent {
      return yes("its name or title speaks of \(kind.phrase)", .weak)
    }
    return topics.isEmpty
      ? .no(reason: "no heading is one of \(kind.phrase)")
      : yes("it has headings of \(kind.phrase)", .weak)
  }

  /// Whether the text below the title opens with `This datasheet is for …` or `This is the model
  /// card of …`.
  private func declaresItself(_ document: MarkdownDocument) -> Bool {
    let opening = document.sections.prefix { $0.level < 2 }.flatMap(\.blocks)
      .prefix(Self.openingBlocks)
    return opening.contains { block in
      switch block.content {
      case .paragraph, .quote: Self.declaresItself(block.text, as: names)
      default: false
      }
    }
  }

  private static func declaresItself(_ text: String, as names: SelfNames) -> Bool {
    guard let start = text.first(where: { !$0.isWhitespace }), start == "T" || start == "t" else {
      return false
    }
    let words = " \(FoldedText.words(text.prefix(longestDeclaration))) "
    return names.occurring(in: words).contains { name in
      declarations.contains { words.hasPrefix($0.replacing("%", with: name)) }
    }
  }

  private static let openingBlocks = 4
  /// The characters of a text in which such a sentence ends.
  private static let longestDeclaration = 80
  private static let declarations = [
    " this % is for ", " this % is about ", " this % describes ", " this % documents ",
    " this % covers ", " this % provides ", " this % summarises ", " this % summarizes ",
    " this is the % for ", " this is the % of ", " this is a % for ", " this is a % of ",
    " this document is the % for ", " this document is the % of ", " this document is a % for ",
    " this document is a % of ",
  ]

  /// Whether a document explains the notion that its title names: nothing but the name of the kind
  /// stands there, and no heading below is one of such documents.
  private func isAbout(_ document: MarkdownDocument, _ topics: Set<Topic>) -> Bool {
    guard topics.isEmpty, let title = document.title, names.contains(FoldedText.words(title)) else {
      return false
    }
    return document.sections.count { $0.level > 0 } > Self.headingsOfStub
  }

  /// The most headings of a document that its author has only begun.
  private static let headingsOfStub = 4

  private func yes(_ reason: String, _ confidence: Detection.Confidence) -> Detection {
    .yes(kind: kind, reason: reason, confidence: confidence)
  }
}

/// What documents of one kind call themselves, in lower-case words, found by their first word.
struct SelfNames: Sendable, ExpressibleByArrayLiteral {
  private let byFirstWord: [Substring: [String]]
  /// Names that are written without spaces around them.
  private let written: [String]

  private let all: Set<String>

  init(_ names: [String]) {
    all = Set(names)
    byFirstWord = Dictionary(grouping: names, by: { $0.prefix { $0 != " " } })
    written = names.filter(SelfName.isWritten)
  }

  init(arrayLiteral names: String...) { self.init(names) }

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
    let parts = Heading.withoutBrackets(text).split { ":：–—|/".contains($0) }
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
  private static let links = [
    "for", "of", "on", "the", "für", "fur", "des", "der", "zu", "voor", "van", "pour", "de", "du",
    "del", "para", "do", "da", "per", "di", "dla", "för", "av",
  ]
}
