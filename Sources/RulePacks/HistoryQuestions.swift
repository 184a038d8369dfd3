// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import RuleLanguage

/// What rules ask that only the repository around the judged files tells.
package struct HistoryQuestions: OptionSet, Sendable {
  package let rawValue: Int

  /// Creates a set from its bits.
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// When a file was last changed.
  package static let change = HistoryQuestions(rawValue: 1)
  /// When a file was added.
  package static let start = HistoryQuestions(rawValue: 2)
  /// Whether the bounds of the policy stood before a file was last changed.
  package static let bounds = HistoryQuestions(rawValue: 4)
  /// Which files there are.
  package static let listing = HistoryQuestions(rawValue: 8)
  /// Whether the last change of a file is signed.
  package static let signature = HistoryQuestions(rawValue: 16)

  /// Everything, for trying a condition.
  package static let all: HistoryQuestions = [.change, .start, .bounds, .listing, .signature]

  /// Whether history has to be walked.
  package var needsWalk: Bool { !subtracting(.listing).isEmpty }

  /// The words of conditions that ask.
  private static let words: [(word: String, question: HistoryQuestions)] = [
    ("last_changed", .change), ("changed_since(", .change), (".signed(", .signature),
    ("first_seen(", .start), ("threshold_preceded(", .bounds), ("tree_has(", .listing),
  ]

  /// What some texts of conditions ask.
  init(of sources: [String]) {
    self = Self.words.reduce(into: []) { questions, entry in
      if sources.contains(where: { $0.contains(entry.word) }) { questions.insert(entry.question) }
    }
  }
}

extension Rule {
  /// What conditions or the message ask on a day; nothing before the rule can apply.
  ///
  /// - Parameters:
  ///   - day: The day of the check.
  ///   - strictDates: Whether contested earlier days count.
  /// - Returns: The questions.
  package func historyQuestions(on day: CalendarDate, strictDates: Bool) -> HistoryQuestions {
    guard period.mayHaveBegun(by: day, strictDates: strictDates) else { return [] }
    let sources = [when?.source, require.source, iteration?.list.source, message.source]
    return HistoryQuestions(of: sources.compactMap { $0 })
  }
}

extension ApplicationPeriod {
  /// The day of the earlier route to high risk (AI Act Article 113).
  private static let firstRouteDay = CalendarDate(2027, 12, 2)

  /// Whether the rule applies on a day to any system.
  fileprivate func mayHaveBegun(by day: CalendarDate, strictDates: Bool) -> Bool {
    if strictDates, let contestedFrom, contestedFrom <= day { return true }
    switch from {
    case .always: return true
    case .day(let first): return first <= day
    case .byRoute: return Self.firstRouteDay <= day
    case .cases(let cases): return cases.contains { $0.day <= day }
    }
  }
}
