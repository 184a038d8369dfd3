// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// A decision that a sentence tells below the heading of a sign-off.
///
///     Validé le 12 novembre 2026 par Jeanne Petit, directrice des risques.
enum SignOffSentence {
  /// The decisions that the texts of a block tell; a label of its own makes a fact instead.
  static func approvals(
    in block: MarkdownBlock,
    of section: MarkdownSection,
    _ reading: MarkdownReading,
    _ artifact: inout Artifact
  ) -> [Approval] {
    guard block.fields.isEmpty else { return [] }
    let texts: [String]
    switch block.content {
    case .paragraph(let text): texts = [text]
    case .list(let items): texts = items.map(\.text)
    case .table, .code, .quote: return []
    }
    let source = reading.file.reference(
      at: block.position,
      endLine: block.endLine,
      headingPath: section.headingPath
    )
    return texts.compactMap { approval($0, at: source, reading.document, &artifact) }
  }

  private static func approval(
    _ text: String,
    at source: SourceReference,
    _ document: MarkdownDocument,
    _ artifact: inout Artifact
  ) -> Approval? {
    guard text.utf8.count <= longestSentence, let (verb, rest) = parts(of: text),
      let decision = decision(verb), let (name, role) = person(in: rest)
    else { return nil }
    let isDated = DateReader.read(text) != .none
    return Approval(
      decision: decision == .approved && !isDated ? .pending : decision,
      party: name,
      role: role,
      date: isDated ? artifact.statedDate(text, at: source, in: document) : nil,
      source: source
    )
  }

  private static func decision(_ verb: Substring) -> Approval.Decision? {
    switch StatusWords.decision(String(verb)) {
    case .approved: .approved
    case .refused: .refused
    case .pending: .pending
    case .conditional, .contradictory, .absent, nil: nil
    }
  }

  /// The most bytes of such a sentence.
  private static let longestSentence = 300

  /// What stands before and behind the first word that leads to a name.
  private static func parts(of text: String) -> (verb: Substring, rest: Substring)? {
    let words = text.parts(atSpaceOr: "")
    let place = words.indices.dropLast().first { index in
      SignOffWords.agents.contains(String(words[index]).lowercased())
        && words[index + 1].first?.isUppercase == true
    }
    guard let place else { return nil }
    return (text[..<words[place].startIndex], text[words[place + 1].startIndex...])
  }

  /// The name, and what stands behind it and a comma.
  private static func person(in text: Substring) -> (name: String, role: String?)? {
    let parts = text.split(separator: ",", maxSplits: 1)
    guard let head = parts.first else { return nil }
    let words = head.parts(atSpaceOr: "").prefix { word in
      word.first?.isUppercase == true || particles.contains(word)
    }
    let name = String(
      words.map(String.init).joined(separator: " "),
      trimming: { $0.isWhitespace || ".;:".contains($0) }
    )
    guard words.count > 1, PersonName(name) != nil else { return nil }
    let role = parts.count > 1 ? parts[1] : ""
    let isRole = DateReader.read(String(role)) == .none
    let stated = String(role, trimming: { $0.isWhitespace || ".;:".contains($0) })
    return (name, isRole && !stated.isEmpty ? stated : nil)
  }

  /// What stands in the middle of names.
  private static let particles: Set<Substring> = [
    "de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "du", "la", "le",
    "af",
  ]
}
