// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// What headings speak of: the topics by heading, as people write them.
struct TopicTable: Sendable {
  private let topics: [String: [Topic]]

  /// Creates a table from rows; later rows win over earlier ones.
  ///
  /// - Parameters:
  ///   - base: A table whose rows apply where this one has none.
  ///   - rows: Topics with the headings that carry all of them, separated by `|`.
  init(extending base: TopicTable? = nil, _ rows: [(topics: [Topic], headings: String)]) {
    var topics = base?.topics ?? [:]
    for row in rows {
      for heading in Phrases.parts(of: row.headings) {
        topics[FoldedText.words(heading)] = row.topics
      }
    }
    self.topics = topics
  }

  /// The topics of a heading, without repetition; none for an unknown one.
  func topics(of heading: String) -> [Topic] { topics(of: Heading(heading)) }

  /// The topics of a heading, without repetition; none for an unknown one.
  ///
  /// The whole heading is looked up first; then what precedes a colon; then its parts, so that
  /// "Intended use and out-of-scope use" carries both.
  func topics(of heading: Heading) -> [Topic] {
    if heading.numbersRisk { return [] }
    for name in heading.names {
      if let found = topics[name] { return found }
    }
    var found: [Topic] = []
    for names in heading.parts {
      for topic in names.lazy.compactMap({ topics[$0] }).first ?? []
      where !found.contains(topic) {
        found.append(topic)
      }
    }
    return found
  }
}
