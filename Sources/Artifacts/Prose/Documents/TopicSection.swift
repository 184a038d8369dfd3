// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// A section that speaks of something, with the blocks of its sub-sections that have no topic.
struct TopicSection {
  let section: MarkdownSection
  let topics: [Topic]
  private(set) var blocks: [MarkdownBlock]
  /// What stands directly under the heading.
  let own: [MarkdownBlock]
  /// The last line that belongs to the section.
  private(set) var endLine: Int
  /// The topics of sub-sections that stand for themselves.
  private(set) var coveredBelow: Set<Topic> = []

  fileprivate init(_ section: MarkdownSection, topics: [Topic]) {
    self.section = section
    self.topics = topics
    // A title may name what is listed below it, as that of a register does.
    own = section.level == 1 ? section.evidence.filter { !$0.isHeader } : section.evidence
    blocks = own
    endLine = section.endLine
  }

  fileprivate mutating func take(_ section: MarkdownSection) {
    blocks += section.evidence
    endLine = section.endLine
  }

  /// Whether sections on some topics are what this one consists of: necessity is assessed by
  /// purposes, lawfulness, minimisation and storage (WP 248 rev.01, annex 2).
  fileprivate func isMadeUp(of topics: [Topic]) -> Bool {
    self.topics.contains(.dpiaNecessity) && !Self.necessity.isDisjoint(with: topics)
  }

  private static let necessity: Set<Topic> = [
    .dpiaPurposes, .dpiaLegalBasis, .dpiaMinimisation, .dpiaAccuracy, .dpiaRetention,
  ]

  fileprivate mutating func cover(_ topics: [Topic]) {
    coveredBelow.formUnion(topics)
  }
}

/// The sections of a document by what they speak of.
struct TopicOutline {
  /// The sections that a table knows, in the order of the text.
  private(set) var sections: [TopicSection] = []
  /// For each section of the document, the topics of the nearest section around it that has some.
  private(set) var surroundings: [[Topic]] = []

  /// Headings that belong to the one above them.
  private static let general: Set<String> = ["description", "details", "about"]

  /// Creates an outline of a document, whose sections have the headings.
  init(of document: MarkdownDocument, _ headings: [Heading], by table: TopicTable) {
    /// The open sections, outermost first, each with the topic section that takes its blocks.
    var open: [(level: Int, taker: Int?)] = []
    for (section, heading) in zip(document.sections, headings) {
      while let last = open.last, last.level >= section.level { open.removeLast() }
      let isNamed = section.level > 0 && !RiskField.rate(section)
      var taker = open.last?.taker
      // `Description` below the name of a dataset describes that dataset.
      let isGeneral = taker != nil && !Self.general.isDisjoint(with: heading.names.prefix(1))
      let topics = isNamed && !isGeneral ? table.topics(of: section, heading, in: document) : []
      if topics.isEmpty {
        if let taker { sections[taker].take(section) }
      } else {
        for outer in Set(open.compactMap(\.taker)) {
          sections[outer].cover(topics)
          if sections[outer].isMadeUp(of: topics) { sections[outer].take(section) }
        }
        taker = sections.count
        sections.append(TopicSection(section, topics: topics))
      }
      if section.level > 0 { open.append((section.level, taker)) }
      surroundings.append(taker.map { sections[$0].topics } ?? [])
    }
  }
}

extension MarkdownSection {
  /// The blocks without tables of contents and program text.
  var evidence: [MarkdownBlock] {
    blocks.allSatisfy(\.isEvidence) ? blocks : blocks.filter(\.isEvidence)
  }
}

extension MarkdownBlock {
  /// Whether the block says no more than what the document is: its owner, its version, its dates.
  fileprivate var isHeader: Bool {
    if case .table = content { return false }
    guard let first = fields.first, text.hasPrefix(first.label) else { return false }
    let labels = fields.map { FoldedText.words($0.label) }
    return labels.count(where: HeaderLabels.isHeader) * 2 > labels.count
  }

  /// Whether the block is neither a table of contents nor program text.
  fileprivate var isEvidence: Bool {
    switch content {
    case .list(let items): items.contains { !$0.isAnchorLink }
    case .code(let language, _): language.isEmpty
    case .paragraph, .table, .quote: true
    }
  }
}
