// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import FileShapes
package import GateModel
internal import Survey

/// Rewrites a long declaration into the short form without changing what it says.
///
/// An answer is left out where the same answer follows from the others, or where it only says that an
/// exception is not claimed; a group of which nothing holds becomes the word `none` where the file says
/// since when and by whom, and else an empty list. Every step is undone whose result would say anything else.
package struct DeclarationShortening {
  /// The text of the file as it was.
  package let original: String
  /// The text in the short form.
  package private(set) var text: String
  private var before: Int
  private var after: Int

  /// Whether groups are empty lists, or keep their answers, because no statement in the file dates them.
  package private(set) var lacksStatement = false

  /// What was saved, in one sentence, and what would save more.
  package var summary: String {
    let kept =
      lacksStatement
      ? "; only a dated statement lets 'none' stand for groups: add"
        + " 'answered: {on: …, owner: …}' and run this again" : ""
    return before == after
      ? "nothing follows from the rest\(kept)"
      : "\(before) answers are now \(after), and say the same\(kept)"
  }

  /// Shortens the text of a file.
  ///
  /// - Parameters:
  ///   - path: The declaration on disk.
  ///   - day: The day for which the short form must say the same.
  /// - Throws: When the file cannot be read or has mistakes, which come first.
  package init(of path: String, day: CalendarDate) throws(RunFailure) {
    original = String(decoding: try DiskFile.bytes(at: path), as: UTF8.self)
    text = original
    let reading = Reading(original, day: day)
    guard let reading, reading.problems.isEmpty else {
      throw RunFailure(.configuration, reading?.problems ?? [])
    }
    before = reading.answerCount
    after = before
    leaveOut(day, like: reading)
    useWords(day, like: reading)
    // One group may answer what is left of another.
    useWords(day, like: reading)
    listCriteria(day, like: reading)
    // What follows from a word need not be said beside it.
    leaveOut(day, like: reading)
    after = Reading(text, day: day)?.answerCount ?? before
  }

  /// Leaves out, one by one, what follows from the rest.
  private mutating func leaveOut(_ day: CalendarDate, like reading: Reading) {
    for group in reading.facts.groups.reversed() {
      var shorter = DeclarationText(text)
      shorter.remove(group)
      if reading.agrees(with: Reading(shorter.text, day: day)) { text = shorter.text }
    }
  }

  /// Answers groups of which nothing holds by one word, where the file itself says who answers and since
  /// when; a day that nobody stated is none of ours to make.
  private mutating func useWords(_ day: CalendarDate, like reading: Reading) {
    for group in FactGroup.allCases {
      var shorter = DeclarationText(text)
      let isWord =
        reading.facts.groupWords[group] != nil && !reading.facts.emptyLists.contains(group)
      guard shorter.blocks.contains(where: { $0.key == group.rawValue }), !isWord else { continue }
      let isDated = reading.facts.answered != nil
      shorter.set(group.rawValue, to: isDated ? "none" : "[]")
      if reading.agrees(with: Reading(shorter.text, day: day)) { text = shorter.text }
      guard !isDated else { continue }
      // To know whether a statement would help, and for nothing else.
      shorter.set(group.rawValue, to: "none")
      shorter.set("answered", to: "{on: \(day), owner: Service Desk}")
      lacksStatement = lacksStatement || reading.agrees(with: Reading(shorter.text, day: day))
    }
  }

  /// Names the criteria of WP 248 that are met and follow from nothing else, instead of answering nine.
  private mutating func listCriteria(_ day: CalendarDate, like reading: Reading) {
    guard !reading.facts.listsCriteria else { return }
    var met = Fact.screening.filter { reading.facts.flag($0) == .yes }
    var shortest: String?
    for fact in [nil] + met.map(Optional.some) {
      let rest = met.filter { $0 != fact }
      var shorter = DeclarationText(text)
      guard shorter.blocks.contains(where: { $0.key == "wp248" }) else { return }
      shorter.set("wp248", to: "[\(rest.map(\.key).joined(separator: ", "))]")
      guard reading.agrees(with: Reading(shorter.text, day: day)) else { continue }
      (met, shortest) = (rest, shorter.text)
    }
    text = shortest ?? text
  }

  /// A declaration with what it says.
  private struct Reading {
    let facts: SystemFacts
    let derivation: TierDerivation
    let problems: [Problem]

    init?(_ text: String, day: CalendarDate) {
      let (declaration, problems) = SystemDeclaration.read(
        SourceFile(path: "ai-system.yml", bytes: Array(text.utf8))
      )
      guard let declaration else { return nil }
      facts = declaration.facts
      derivation = Tiering.derive(
        from: facts,
        words: declaration.words,
        asOf: day
      )
      self.problems = problems
    }

    var answerCount: Int {
      Fact.allCases.count { facts.answer($0) != nil } + facts.groupWords.count
    }

    /// Whether another text says the same: the same tier for the same reasons, and every answer of this
    /// one, apart from exceptions that nobody claims.
    func agrees(with other: Reading?) -> Bool {
      guard let other, other.problems.isEmpty, derivation.tier == other.derivation.tier,
        derivation.flags == other.derivation.flags,
        derivation.unresolved == other.derivation.unresolved,
        derivation.contradictions == other.derivation.contradictions,
        other.derivation.questions.allSatisfy(derivation.questions.contains)
      else { return false }
      return Fact.allCases.allSatisfy { fact in
        let mine = derivation.facts.answer(fact)
        let theirs = other.derivation.facts.answer(fact)
        guard let mine else { return true }
        if theirs?.value == mine.value {
          return theirs?.reason == mine.reason && theirs?.evidence == mine.evidence
        }
        return theirs == nil && fact.isUnclaimed(mine)
      }
    }
  }
}

extension SystemFacts {
  /// The top-level keys of the answers that are stated, in the order of the questionnaire.
  fileprivate var groups: [String] {
    var seen: Set<String> = []
    return Fact.allCases.compactMap { fact in
      guard answer(fact) != nil else { return nil }
      let key = fact.group ?? fact.rawValue
      return seen.insert(key).inserted ? key : nil
    }
  }
}

extension Fact {
  /// Whether an answer only says that an exception, exclusion or further duty is not claimed.
  fileprivate func isUnclaimed(_ answer: FactAnswer) -> Bool {
    let exceptions: Set<String> = [
      "carveouts", "art6_3", "eu_scope", "obvious_ai", "change", "role_change", "deployer",
      "monitoring", "dpia_authority_list_hit", "intersections", "protected_attributes",
    ]
    guard exceptions.contains(group ?? rawValue) else { return false }
    return answer.value == nothing || answer.value == .date(nil) || answer.value == .lists([])
  }
}
