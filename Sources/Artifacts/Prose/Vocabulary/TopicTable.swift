// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// What headings speak of: the topics by heading, as people write them.
struct TopicTable: Sendable {
  /// The headings of its own rows that carry a topic, the shortest first.
  func headings(of topic: Topic) -> [String] {
    (0..<names.count).filter { topics[$0].contains(topic) }.map(names.word)
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  private let names: WordIndex
  /// What each of these headings carries.
  private let topics: [[Topic]]
  /// What tells a heading that the table does not have.
  private let roots: HeadingRoots?
  /// Whether a longer heading that has one of the table in it carries its topics.
  private let findsWithin: Bool

  /// Creates a table from rows; later rows win over earlier ones.
  ///
  /// - Parameters:
  ///   - base: A table whose rows apply where this one has none.
  ///   - roots: What tells the headings of sections that no row has.
  ///   - findsWithin: Whether a row tells a section whose heading says more than that row.
  ///   - rows: Topics with the headings that carry all of them, separated by `|`.
  init(
    extending base: TopicTable? = nil,
    roots: HeadingRoots? = nil,
    findsWithin: Bool = false,
    _ rows: [(topics: [Topic], headings: String)]
  ) {
    self.roots = roots ?? base?.roots
    self.findsWithin = findsWithin
    var (names, topics) = (base?.names ?? WordIndex(), base?.topics ?? [])
    names.reserve(bytes: rows.reduce(0) { $0 + $1.headings.utf8.count })
    for row in rows {
      Phrases.forEachPart(of: row.headings) { heading in
        FoldedText.withWords(ofBytes: heading) { words in
          let number = names.insert(words)
          if number == topics.count { topics.append([]) }
          topics[number] = row.topics
          for spelling in Umlauts.spellings(of: words) where names.number(of: spelling) == nil {
            _ = names.insert(spelling)
            topics.append(row.topics)
          }
        }
      }
    }
    (self.names, self.topics) = (names, topics)
  }

  private func topics(ofRow name: String) -> [Topic]? { names.number(of: name).map { topics[$0] } }

  /// The topics of a heading, without repetition; none for an unknown one.
  func topics(of heading: String) -> [Topic] { topics(of: Heading(heading)) }

  /// The topics of a heading, without repetition; none for an unknown one.
  ///
  /// The whole heading is looked up first; then what precedes a colon; then its parts, so that
  /// "Intended use and out-of-scope use" carries both.
  func topics(of heading: Heading) -> [Topic] {
    let found = listed(heading)
    guard found.contains(where: Self.mistakable.contains) else { return found }
    let words = heading.names[0].spacedWords
    return found.filter { topic in
      topic == .dpiaNecessity
        ? !heading.isOfAssessment : !AssessmentRoots.isOther(than: topic, words)
    }
  }

  /// Topics whose words also stand in headings on other things.
  private static let mistakable: Set<Topic> = [
    .dpiaConsultation, .dpiaLegalBasis, .dpiaNecessity,
  ]

  /// Whether the documents may be forms that ask questions.
  var readsQuestions: Bool { roots != nil }

  /// The topics of a label, which may be a question of a form or the law's own sentence.
  ///
  /// Other labels are told by the table alone: what stands within a section has words of many topics.
  func topics(ofLabel label: String) -> [Topic] {
    let heading = Heading(label)
    let found = topics(of: heading)
    guard found.isEmpty, let roots, roots.readsLabels || label.contains("?") else { return found }
    return roots.topics(of: heading.names[0])
  }

  private func listed(_ heading: Heading) -> [Topic] {
    if heading.numbersRisk { return [] }
    for name in heading.names {
      if let found = topics(ofRow: name) { return found }
    }
    var found: [Topic] = []
    for names in heading.parts {
      for topic in names.lazy.compactMap(topics(ofRow:)).first ?? []
      where !found.contains(topic) {
        found.append(topic)
      }
    }
    return found.isEmpty ? topics(ofAll: heading.joined) : found
  }

  /// The topics of parts that each have some; none where one has not.
  private func topics(ofAll parts: [[String]]) -> [Topic] {
    var found: [Topic] = []
    for names in parts {
      guard let own = names.lazy.compactMap(topics(ofRow:)).first else { return [] }
      found += own.filter { !found.contains($0) }
    }
    return found
  }

  /// The topics of the heading of a section, also where only the roots of its words tell them.
  ///
  /// Documents of another kind have such words too, so that this is for those known to be of the
  /// kind. The title of a document names its subject, and no part of it.
  func topics(
    of section: MarkdownSection,
    _ heading: Heading,
    in document: MarkdownDocument
  ) -> [Topic] {
    guard section.level > 0 else { return [] }
    let found = topics(of: heading)
    guard found.isEmpty, !heading.numbersRisk, !heading.isOfAssessment,
      section.level > 1 || section.title != document.title
    else { return found }
    if let roots { return roots.topics(of: heading.names[0]) }
    return findsWithin ? topics(within: heading.names[0]) : []
  }

  /// The topics of the longest row that stands in a heading, whatever the endings of its words:
  /// `Procedure for appeals and deadlines of review`.
  private func topics(within heading: String) -> [Topic] {
    let words = heading.spacedWords
    guard words.count <= HeadingRoots.longestHeading else { return [] }
    let rows = (0..<names.count).lazy.map(names.word).filter { row in
      if SelfName.isWritten(row) { return heading.contains(row) }
      let own = row.spacedWords
      guard own.count > 1 || row.utf8.count >= Self.shortestWithin, own.count <= words.count else {
        return false
      }
      return words.indices.dropLast(own.count - 1).contains { start in
        zip(words[start...], own).allSatisfy { Self.isInflected($0, $1) }
      }
    }
    return rows.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) }.flatMap(topics(ofRow:)) ?? []
  }

  /// The bytes of a single word that tells a topic within a longer heading; shorter ones, such as
  /// `use` and `stop`, are part of headings on everything.
  private static let shortestWithin = 7
  /// The letters that an ending adds or takes at most: `umbral` and `umbrales`.
  private static let longestEnding = 2
  private static let shortestStem = 5

  private static func isInflected(_ one: Substring, _ other: Substring) -> Bool {
    if one == other { return true }
    let (short, long) = one.utf8.count < other.utf8.count ? (one, other) : (other, one)
    return short.utf8.count >= shortestStem && long.hasPrefix(short)
      && long.utf8.count - short.utf8.count <= longestEnding
  }
}
