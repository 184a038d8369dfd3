// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A group of facts that one word answers: `practices: none`; the raw value is its key.
package enum FactGroup: String, Hashable, Sendable, CaseIterable {
  case practices
  case annexI = "annex_i"
  case annexIII = "annex_iii"
  case biometric
  case generative
  case gpai
  case us

  /// The facts that the word answers, in the order of the questionnaire.
  package var members: [Fact] {
    self == .annexIII ? [.annexIII] : Self.grouped[rawValue] ?? []
  }

  /// The facts that stand in groups, by the key of their group.
  private static let grouped = Dictionary(grouping: Fact.allCases) { $0.group ?? "" }
}

extension Fact {
  /// The answer that says that nothing of the fact holds, or nil where there is no such answer.
  package var nothing: FactAnswer.Value? {
    switch definition.type {
    case .flag: .flag(false)
    case .choice: definition.members.contains("none") ? .text("none") : nil
    case .choices, .texts, .places, .attributes: .texts([])
    case .text, .path, .number, .date, .listOfLists: nil
    }
  }

  /// The day from which the law lists the practice, for what was added after the first answers: the
  /// publication of Regulation (EU) 2026/1744; nil for what was there from the start.
  package var listedFrom: CalendarDate? {
    switch self {
    case .practicesNCII, .practicesCSAM: CalendarDate(2026, 7, 24)
    default: nil
    }
  }
}

/// Who answers for the groups of a declaration, and on which day the law was looked at.
package struct AnswerStatement: Hashable, Sendable {
  /// The day.
  package var day: CalendarDate
  /// Who answers.
  package var owner: String
  /// How to reach them.
  package var email: String?
  /// Where it stands.
  package var source: SourceReference

  /// Creates a statement.
  package init(day: CalendarDate, owner: String, email: String?, source: SourceReference) {
    self.day = day
    self.owner = owner
    self.email = email
    self.source = source
  }
}
