// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// Tells a model card that does not call itself one from the documentation of a model.
///
/// Both have headings such as "Overview", "Usage" and "Limitations". A card also states what kind of
/// thing the model is, who provides it and under which license; or it says what the model is meant
/// for, and what that may do to people.
struct UnnamedCard {
  private let topics: Set<Topic>
  private let saysWhatFor: Bool
  private let facts: [LabelledFact]
  private let isOther: Bool

  init(_ file: ParsedFile, _ document: MarkdownDocument, _ topics: Set<Topic>) {
    self.topics = topics
    saysWhatFor = file.headings.contains { $0.names.contains(where: Self.purposes.contains) }
    isOther = Self.isOther(document.title ?? "")
    facts = document.sections.flatMap { LabelledFact.facts(in: $0, about: [], of: file.file) }
  }

  /// Whether a title is that of a card of something else, as libraries of metrics have one for each.
  static func isOther(_ title: String) -> Bool {
    let words = FoldedText.words(title)
    return others.contains { words.hasPrefix($0) }
  }

  private static let others = ["metric card", "measurement card", "comparison card", "task card"]

  var isCard: Bool {
    if isOther { return false }
    let attributes = [
      facts.contains { HeaderLabels.license.contains($0.label) },
      facts.contains { HeaderLabels.modelType.contains($0.label) },
      facts.contains { Self.makers.contains(HeaderLabels.roles[$0.label]) },
    ].count { $0 }
    if attributes == 3 { return true }
    let isProvided = facts.contains { Self.makers.contains(HeaderLabels.roles[$0.label]) }
    if attributes == 2, isProvided, facts.contains(where: { Self.properties.contains($0.label) }),
      facts.contains(where: { HeaderLabels.license.contains($0.label) })
    {
      return true
    }
    guard saysWhatFor, topics.count >= 3 else { return false }
    return attributes == 2 || !topics.isDisjoint(with: [.ethics, .bias, .fairness])
  }

  /// What only a model has beside a provider and a license.
  private static let properties: Set<String> = [
    "input modalities", "output modalities", "context length", "context window", "parameters",
    "total parameters", "training cutoff", "knowledge cutoff", "cutoff date",
  ]
  private static let makers: Set<Party.Role?> = [.developer, .provider]

  /// Headings that say what a model is for; "Usage" and "Use cases" stand above instructions.
  private static let purposes: Set<String> = [
    "intended use", "intended uses", "intended use cases", "primary intended uses",
    "intended purpose", "intended uses and limitations", "intended uses limitations",
    "out of scope use", "out of scope uses", "out of scope use cases",
    "misuse and out of scope use", "explicitly out of scope",
  ]
}
