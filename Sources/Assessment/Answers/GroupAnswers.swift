// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

extension SystemFacts {
  /// The same answers as if somebody stood for them, to know what is asked besides.
  func signed(on day: CalendarDate) -> SystemFacts {
    var signed = self
    signed.answered = AnswerStatement(
      day: day,
      owner: "Service Desk",
      email: nil,
      source: answered?.source ?? SourceReference(path: "")
    )
    return signed
  }
}

extension AnswerSet {
  /// Whether words for groups, or a statement that is begun, lack somebody who stands for them.
  var lacksSignature: Bool {
    doubts.contains(where: \.isUnsigned)
      || (facts.answered != nil && Self.flaw(of: facts.answered) != nil)
  }

  /// Answers the members of each group of which nothing holds by the word `none` or an empty list.
  ///
  /// The word is a dated statement of somebody: it covers what the law listed on that day, adopted or in
  /// force. Without day and owner it is no answer. An empty list is an answer like any single one; that
  /// it covers what was listed later takes a day as well.
  mutating func answerGroups(asOf: CalendarDate, maximumDays: Int?) {
    guard !facts.groupWords.isEmpty else { return }
    let flaw = Self.flaw(of: facts.answered)
    for group in FactGroup.allCases {
      guard let place = facts.groupWords[group] else { continue }
      if facts.emptyLists.contains(group) {
        answerList(of: group, at: place, asOf: asOf, isStatementFlawed: flaw != nil)
        continue
      }
      if let flaw {
        doubt(group, "'\(group.rawValue): none' counts once \(flaw)", isUnsigned: true)
        continue
      }
      if let flaw = self.flaw(of: group, asOf: asOf, maximumDays: maximumDays) {
        doubt(group, flaw)
        continue
      }
      guard let answered = facts.answered else { continue }
      let source = "answered on \(answered.day) by \(answered.owner)"
      let late = answer(group, "none", source, listedOn: answered.day, at: place)
      doubt(late, of: group, "'\(group.rawValue): none' was answered on \(answered.day)")
    }
  }

  /// Answers a group by an empty list, on the day of the statement where there is one that counts.
  private mutating func answerList(
    of group: FactGroup,
    at place: SourceReference,
    asOf: CalendarDate,
    isStatementFlawed: Bool
  ) {
    let answered = isStatementFlawed ? nil : facts.answered
    let day = answered.flatMap { $0.day > asOf ? nil : $0.day }
    let source = day.map { "answered on \($0)" } ?? "answered on no day"
    let late = answer(group, "[]", source, listedOn: day, at: place)
    doubt(late, of: group, "'\(group.rawValue): []' was \(source)")
  }

  /// Answers what of a group the law listed on a day, or from the start; the rest comes back.
  private mutating func answer(
    _ group: FactGroup,
    _ word: String,
    _ source: String,
    listedOn day: CalendarDate?,
    at place: SourceReference
  ) -> [Fact] {
    emptyGroups.insert(group)
    var late: [Fact] = []
    for fact in group.members {
      if let from = fact.listedFrom, day.map({ $0 < from }) ?? true {
        late.append(fact)
      } else if let nothing = fact.nothing {
        entail(fact, nothing, from: group.rawValue, word, source, at: place)
      }
    }
    return late
  }

  /// Doubts that an answer covers what was listed after it.
  private mutating func doubt(_ late: [Fact], of group: FactGroup, _ answer: String) {
    let open = late.filter { facts.answer($0) == nil }
    guard let from = open.first?.listedFrom else { return }
    doubt(
      group,
      "\(answer), and " + open.map { $0.definition.article }.joined(separator: " and ")
        + " were published on \(from): look at them and renew the day in 'answered'"
    )
  }

  /// Why a statement stands for no group; nil for one that does.
  static func flaw(of answered: AnswerStatement?) -> String? {
    guard let answered else { return "'answered' says on which day and by whom" }
    if !Substance.isName(answered.owner) {
      return "'answered' names its owner instead of '\(answered.owner)'"
    }
    guard let email = answered.email, !email.contains("@") || !Substance.isName(email) else {
      return nil
    }
    return "'answered' gives an address instead of '\(email)'"
  }

  /// The publication of the AI Act (OJ L, 2024/1689).
  private static let publication = CalendarDate(2024, 7, 12)

  private func flaw(of group: FactGroup, asOf: CalendarDate, maximumDays: Int?) -> String? {
    let word = "'\(group.rawValue): none'"
    guard let answered = facts.answered else { return nil }
    if answered.day > asOf {
      return "\(word) was answered on \(answered.day), after the day of the check, \(asOf)"
    }
    if group != .us, answered.day < Self.publication {
      return "\(word) was answered on \(answered.day), before there was the law to look at: "
        + "Regulation (EU) 2024/1689 was published on \(Self.publication)"
    }
    let days = answered.day.days(until: asOf)
    guard let maximumDays, days > maximumDays else { return nil }
    return "\(word) was answered \(days) days ago, and the policy accepts \(maximumDays): "
      + "look at the law again and renew the day in 'answered'"
  }
}
