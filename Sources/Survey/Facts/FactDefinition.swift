// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// What a declaration may answer to one fact.
package struct FactDefinition: Hashable, Sendable {
  /// The form of the answer.
  package var type: FactType
  /// The words that the answer may consist of; empty where it is free.
  package var members: [String]
  /// The fact in one line, as a lower-case phrase.
  package var summary: String
  /// The clause that makes the fact matter.
  package var article: String

  package init(_ type: FactType, _ members: String, _ summary: String, _ article: String) {
    self.type = type
    self.members = members.spacedWords.map { String($0) }
    self.summary = summary
    self.article = article
  }
}

/// The form of an answer.
package enum FactType: String, Hashable, Sendable, CaseIterable {
  /// Yes, no or unknown.
  case flag
  /// One of a few words.
  case choice
  /// Some of a few words.
  case choices
  case text
  /// The path of a file of the tree, relative to the declaration.
  case path
  case texts
  /// Codes of places.
  case places
  /// Attributes of people, with the groups of each where they are declared.
  case attributes
  case number
  case date
  /// Lists of texts, such as crossings of attributes.
  case listOfLists
}

extension FactDefinition {
  package static func flag(_ summary: String, _ article: String) -> Self {
    Self(.flag, "", summary, article)
  }

  package static func choice(_ members: String, _ summary: String, _ article: String) -> Self {
    Self(.choice, members, summary, article)
  }

  package static func choices(_ members: String, _ summary: String, _ article: String) -> Self {
    Self(.choices, members, summary, article)
  }

  package static func text(_ summary: String, _ article: String) -> Self {
    Self(.text, "", summary, article)
  }

  package static func texts(_ summary: String, _ article: String) -> Self {
    Self(.texts, "", summary, article)
  }

  package static func path(_ summary: String, _ article: String) -> Self {
    Self(.path, "", summary, article)
  }

  package static func places(_ summary: String, _ article: String) -> Self {
    Self(.places, "", summary, article)
  }

  package static func attributes(_ summary: String, _ article: String) -> Self {
    Self(.attributes, "", summary, article)
  }

  package static func number(_ summary: String, _ article: String) -> Self {
    Self(.number, "", summary, article)
  }

  package static func date(_ summary: String, _ article: String) -> Self {
    Self(.date, "", summary, article)
  }

  package static func listOfLists(_ summary: String, _ article: String) -> Self {
    Self(.listOfLists, "", summary, article)
  }
}
