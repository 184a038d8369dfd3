// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// Finds the people and teams that a Markdown document names.
enum PartyReading {
  /// The parties behind labels, and those whom a section of their own names, without repetition.
  static func parties(of reading: MarkdownReading) -> [Party] {
    /// The section that tells how to reach an authority.
    var outside: [String]?
    let labelled = reading.facts.compactMap { fact -> Party? in
      if authorities.contains(fact.label) { outside = fact.source.headingPath }
      guard let role = HeaderLabels.roles[fact.label], fact.isAboutDocument,
        role != .contact || outside != fact.source.headingPath, !isKindOfData(fact)
      else { return nil }
      return party(role, fact.text, at: fact.source)
    }
    let headed = zip(reading.document.sections, reading.headings)
    let sections = headed.compactMap { section, heading -> Party? in
      guard section.headingPath != outside,
        let role = heading.names.lazy.compactMap({ HeaderLabels.partyHeadings[$0] }).first,
        let text = firstLine(of: SectionText(section.evidence.map(withoutHeader)).text)
      else { return nil }
      return party(role, text, at: reading.source(of: section))
    }
    var seen: Set<[String?]> = []
    return (labelled + sections).filter { party in
      seen.insert([party.role.rawValue, party.name, party.contact]).inserted
    }
  }

  /// `- Email: required for the login` tells of the data that are kept, not how to reach anybody.
  private static func isKindOfData(_ fact: LabelledFact) -> Bool {
    addresses.contains(fact.label) && !fact.text.contains("@") && !fact.text.contains("http")
  }

  private static let addresses: Set<String> = ["email", "e mail", "contact email", "contacts"]

  /// The head of a table names its columns and nobody, unless it holds an address.
  private static func withoutHeader(_ block: MarkdownBlock) -> MarkdownBlock {
    guard case .table(var table) = block.content,
      !table.header.contains(where: { address(in: $0.text) != nil })
    else { return block }
    table.header = []
    var block = block
    block.content = .table(table)
    return block
  }

  /// A party from text such as `Credit Risk Team (credit-risk@example.org)`; nil where the text
  /// names nobody.
  static func party(_ role: Party.Role, _ text: String, at source: SourceReference) -> Party? {
    let address = address(in: text)
    // What stands behind the address or a date is a remark, not a part of the name.
    let head = address.map { text[..<$0.startIndex] } ?? text[...]
    let parts = head.parts { $0 == UInt8(ascii: ",") }
      .prefix { DateReader.read(String($0)) == .none }
    let stated = PartyName.bare(parts.joined(separator: ","), of: role)
    let name = Self.name(stated)
    // Before an address, `Email:` names nobody.
    let isLabel = address != nil && addresses.contains(FoldedText.words(name))
    let isNamed = PartyName.isName(name, of: role) && !Blank.occurs(in: stated) && !isLabel
    guard isNamed || address != nil else { return nil }
    // `Open an issue in this repository.` is a way to reach people, and no name of any.
    let isWay = role == .contact && PartyName.tellsWay(name)
    let contact = address.map { String($0, trimming: { ".:".contains($0) }) }
    return Party(
      role: role,
      name: isNamed && !isWay ? name : nil,
      contact: contact ?? (isWay ? name : nil),
      source: source
    )
  }

  private static func address(in text: String) -> Substring? {
    guard text.has(UInt8(ascii: "@")) || text.contains("http") else { return nil }
    return text.parts(atSpaceOr: addressMarks)
      .first { $0.has(UInt8(ascii: "@")) || $0.hasPrefix("http") }
  }

  /// What surrounds an address.
  private static let addressMarks: ASCIISet = "()<>,;[]"

  /// `IBM (Granite Team)` is a name, and of `Ada Lovelace (GitHub` only the first part is.
  private static func name(_ text: String) -> String {
    var rest = text[...]
    if let open = rest.lastIndex(ofByte: UInt8(ascii: "(")), !rest[open...].has(UInt8(ascii: ")")) {
      rest = rest[..<open]
    }
    let name = String(rest, trimming: { $0.isWhitespace || "(<>,;:|[]-–—".contains($0) })
    // The full stop of a sentence; that of `Inc.` belongs to the name.
    let isSentence =
      name.utf8.last == UInt8(ascii: ".") && name.split(whereSeparator: \.isWhitespace).count < 6
      && name.first?.isLowercase == true
    return isSentence ? String(name.dropLast()) : name
  }

  /// Labels of those whom a document only tells how to reach.
  private static let authorities: Set<String> = ["authority", "supervisory authority", "regulator"]

  private static func firstLine(of text: String) -> String? {
    guard StatementState.state(of: text) == .substantive else { return nil }
    return text.split(whereSeparator: \.isNewline).lazy.map { $0.trimmed }
      .first { StatementState.state(of: $0) == .substantive }
  }
}
