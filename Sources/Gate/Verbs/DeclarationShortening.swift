// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import FileShapes
package import GateModel
internal import Survey

/// Rewrites a long declaration into the short form without changing what it says.
///
/// An answer is left out where the same answer follows from the others, or where it only says that an
/// exception is not claimed; a group of which nothing holds becomes the word `none`. Every step is undone
/// whose result would say anything else.
package struct DeclarationShortening {
  /// The text of the file as it was.
  package let original: String
  /// The text in the short form.
  package private(set) var text: String
  private var before: Int
  private var after: Int

  /// What was saved, in one sentence.
  package var summary: String { "\(before) answers are now \(after), and say the same" }

  /// Shortens the text of a file.
  ///
  /// - Parameters:
  ///   - path: The declaration on disk.
  ///   - day: The day on which the groups are answered by a word.
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

  /// Answers groups of which nothing holds by one word, which somebody must have signed.
  private mutating func useWords(_ day: CalendarDate, like reading: Reading) {
    for group in FactGroup.allCases {
      guard let owner = reading.owner else { return }
      var shorter = DeclarationText(text)
      guard shorter.blocks.contains(where: { $0.key == group.rawValue }) else { continue }
      shorter.set(group.rawValue, to: "none")
      if reading.facts.answered == nil { shorter.set("answered", to: owner(day)) }
      if reading.agrees(with: Reading(shorter.text, day: day)) { text = shorter.text }
    }
  }

  /// A declaration with what it says.
  private struct Reading {
    let facts: SystemFacts
    let derivation: TierDerivation
    let problems: [Problem]
    /// The line that signs groups for the owner, or nil where nobody can be reached.
    let owner: ((CalendarDate) -> String)?

    init?(_ text: String, day: CalendarDate) {
      let (declaration, problems) = SystemDeclaration.read(
        SourceFile(path: "ai-system.yml", bytes: Array(text.utf8))
      )
      guard let declaration else { return nil }
      facts = declaration.facts
      derivation = Tiering.derive(
        from: facts,
        name: "\(declaration.id) \(declaration.name)",
        asOf: day
      )
      self.problems = problems
      let party = declaration.contacts.first { $0.role == .owner && $0.contact != nil }
      owner = party.flatMap { party in
        party.name.map { name in
          { day in
            "{on: \(day), owner: \(SystemDraft.scalar(name)), "
              + "email: \(SystemDraft.scalar(party.contact ?? ""))}"
          }
        }
      }
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
