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
    if name == .whole, title != .absent, namedTopics < 2, !isAbout(document, topics) {
      return yes("its name and its title speak of \(kind.phrase)", .likely)
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
