// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension Artifact {
  /// A date with its text; an ambiguous one is an issue, because nothing is guessed.
  ///
  /// - Parameters:
  ///   - text: What is written.
  ///   - source: Where.
  ///   - document: The text around it, whose language may tell whether the day comes first.
  /// - Returns: The date.
  mutating func statedDate(
    _ text: String,
    at source: SourceReference,
    in document: MarkdownDocument? = nil
  ) -> StatedDate {
    switch DateReader.read(text) {
    case .day(let date):
      guard kind == .evaluation, date.year < Self.firstYearOfEvaluations else {
        return StatedDate(raw: text, date: date, source: source)
      }
      refuseDayBeforeModels(text, at: source)
    case .ambiguous:
      if let document, DayOrder.isDayFirst(in: document),
        case .day(let date) = DateReader.read(text, putsDayFirst: true)
      {
        return StatedDate(raw: text, date: date, source: source)
      }
      let shown = Excerpt.line(text)
      addIssue(
        "ambiguous-date",
        .error,
        "'\(shown)' can be read with day or month first; write it as YYYY-MM-DD",
        at: source
      )
    case .none:
      if StatementState.state(of: text) == .substantive {
        // `2026-02-31` was meant to be a day; `Spring 2026` was not.
        let isMeant = text.utf8.count == 10 && text.utf8.count(where: ASCII.isDigit) == 8
        addIssue(
          "unreadable-date",
          isMeant ? .error : .warning,
          "'\(Excerpt.line(text))' names no day; write it as YYYY-MM-DD",
          at: source
        )
      }
    }
    return StatedDate(raw: text, date: nil, source: source)
  }

  /// Programs write 1970, and years before, where there is no day.
  private mutating func refuseDayBeforeModels(_ text: String, at source: SourceReference) {
    addIssue(
      "unreadable-date",
      .error,
      "'\(Excerpt.line(text))' is no day on which a model was evaluated",
      at: source
    )
  }

  /// No results of that age are in the forms that are read.
  private static let firstYearOfEvaluations = 1990

  /// The date that a JSON or YAML scalar states.
  mutating func statedDate(_ cursor: NodeCursor) -> StatedDate? {
    guard let text = cursor.text else { return nil }
    let stated = statedDate(text, at: cursor.source)
    if stated.date == nil { keepOneDoubt(at: cursor.source.position) }
    return stated
  }

  /// Of the doubts about one value keeps the gravest, and of equals the last, which knows more.
  private mutating func keepOneDoubt(at place: SourcePosition) {
    let doubts = issues.filter { $0.source.position == place }
    guard let kept = doubts.last(where: { $0.severity == .error }) ?? doubts.last else { return }
    issues.removeAll { $0.source.position == place && $0 != kept }
  }

  /// Adds a text fact; its state comes from the text, unless the reader knows better.
  mutating func addStatement(
    _ topic: Topic,
    _ text: String,
    question: String? = nil,
    items: [String] = [],
    state: Statement.State? = nil,
    at source: SourceReference
  ) {
    statements.append(
      Statement(
        topic: topic,
        question: question,
        text: text,
        state: state
          ?? StatementState.state(of: CollectionOfOne(text), for: Demand(topic), on: topic),
        items: items,
        source: source
      )
    )
  }

  /// Keeps a doubt as a record.
  mutating func addIssue(
    _ code: String,
    _ severity: Issue.Severity,
    _ message: String,
    at source: SourceReference
  ) {
    issues.append(Issue(code: code, severity: severity, message: message, source: source))
  }
}
