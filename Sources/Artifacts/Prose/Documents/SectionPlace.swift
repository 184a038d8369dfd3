// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// Where a section stands as to the headings on some topics.
enum SectionPlace {
  case outside
  /// The heading itself speaks of one of the topics.
  case heading
  /// Below such a heading.
  case below

  /// The place of each section of a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - table: What headings speak of.
  ///   - topics: The topics looked for.
  ///   - others: The topics whose headings lead out again.
  /// - Returns: As many places as the document has sections.
  static func places(
    in document: MarkdownDocument,
    by table: TopicTable,
    on topics: Set<Topic>,
    except others: Set<Topic>
  ) -> [SectionPlace] {
    var open: [(level: Int, place: SectionPlace)] = []
    return document.sections.map { section in
      while let last = open.last, last.level >= section.level { open.removeLast() }
      let own = table.topics(of: section, Heading(section.title), in: document)
      let isBelow = open.last.map { $0.place != .outside } ?? false
      let place: SectionPlace =
        !topics.isDisjoint(with: own)
        ? .heading : isBelow && others.isDisjoint(with: own) ? .below : .outside
      if section.level > 0 { open.append((section.level, place)) }
      return place
    }
  }
}
