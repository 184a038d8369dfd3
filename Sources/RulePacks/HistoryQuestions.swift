// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import RuleLanguage
internal import Texts

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
  /// How often models were evaluated on the same data.
  package static let looks = HistoryQuestions(rawValue: 32)
  /// Who signed the last change of a file, the checked commit and its tags.
  package static let signers = HistoryQuestions(rawValue: 64)
  /// Which answers of declarations were changed since people were last thought of.
  package static let answers = HistoryQuestions(rawValue: 128)
  /// When impact assessments were made.
  package static let assessments = HistoryQuestions(rawValue: 256)
  /// Which files that impact assessments name are not there.
  package static let citations = HistoryQuestions(rawValue: 512)

  /// Everything, for trying a condition.
  package static let all: HistoryQuestions = [
    .change, .start, .bounds, .listing, .signature, .looks, .signers, .answers,
    .assessments, .citations,
  ]

  /// Whether the history of artifacts has to be walked.
  package var needsWalk: Bool { !subtracting([.listing, .looks, .answers, .citations]).isEmpty }

  /// Whether that concerns artifacts of every kind.
  package var concernsAllArtifacts: Bool {
    !subtracting([.listing, .looks, .answers, .citations, .assessments]).isEmpty
  }

  /// Whether what the artifacts say has to be known first.
  package var needsRecords: Bool { !subtracting(.listing).isEmpty }

  /// The names by which conditions ask the repository: its functions, and the lists behind them.
  private static let words: [(word: String, question: HistoryQuestions)] = [
    ("changed_since", .change), ("signed", .signature), ("first_seen", .start),
    ("threshold_preceded", .bounds), ("tree_has", .listing), ("paths", .listing),
    ("files", .change), ("signed_by", .signers), ("approved_by", .signers),
    ("signatures", .signers), ("signer", .signers), ("author", .signers),
    ("looks", .looks), ("facts_changed_after", .answers), ("fact_changes", .answers),
    ("made_on", .assessments), ("missing_citations", .citations),
  ]

  /// What the text of a condition asks, whatever its spelling: a name too many costs a walk, a name
  /// too few a rule that nobody can decide.
  fileprivate init(source: String, asksRepository: Bool) {
    self = source.offset(of: "last_changed") != nil ? .change : []
    guard asksRepository else { return }
    for (word, question) in Self.words where source.offset(of: word) != nil { insert(question) }
  }

  fileprivate init(_ program: Program) {
    self.init(
      source: program.source,
      asksRepository: program.mentions(root: "repository")
    )
  }
}

extension Rule {
  /// What a rule asks of the repository around the judged files, whatever the day.
  struct Questions: Sendable {
    /// What tells from which day the rule applies.
    var dating: HistoryQuestions
    /// All that conditions and message ask.
    var asked: HistoryQuestions
  }

  /// What conditions and the message ask.
  var questions: Questions {
    if let knownQuestions { return knownQuestions }
    let dating = period.conditions.reduce(into: HistoryQuestions()) { $0.formUnion(.init($1)) }
    let conditions =
      [when, require, iteration?.list] + controls.map(\.when)
      + limits.flatMap { [$0.when, $0.measure] }
      + displaces.map(\.when) + severity.cases.map(\.when)
    let asksRepository = message.mentions(root: "repository")
    let asked = conditions.compactMap(\.self).reduce(into: dating) { $0.formUnion(.init($1)) }
      .union(HistoryQuestions(source: message.source, asksRepository: asksRepository))
    return Questions(dating: dating, asked: asked)
  }

  /// What conditions or the message ask on a day; before the rule can apply, only what tells the day.
  ///
  /// - Parameters:
  ///   - day: The day of the check.
  ///   - strictDates: Whether contested earlier days count.
  /// - Returns: The questions.
  package func historyQuestions(on day: CalendarDate, strictDates: Bool) -> HistoryQuestions {
    let questions = questions
    guard period.mayHaveBegun(by: day, strictDates: strictDates) else { return questions.dating }
    return ignoresLooks ? questions.asked.subtracting(.looks) : questions.asked
  }
}

extension Rule {
  /// Whether the policy, or the rule itself, leaves looks out.
  private var ignoresLooks: Bool {
    parameters.contains { $0.name == "looks" && $0.value == .string("ignore") }
  }
}

extension ApplicationPeriod {
  /// The day of the earlier route to high risk (AI Act Article 113).
  package static let firstRouteDay = CalendarDate(2027, 12, 2)

  /// The conditions of its days.
  fileprivate var conditions: [Program] {
    guard case .cases(let cases) = from else { return [] }
    return cases.compactMap(\.when)
  }

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
