// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// Everything that is open, in one round.
extension Tiering {
  /// Adds the open facts that no step of the derivation needed and that decide what is due.
  mutating func askRemaining() {
    guard ![.excluded, .notInScope].contains(derivation.tier) else { return askAboutUnitedStates() }
    // Who says nothing is read as provider and deployer; who says that it is open has not decided.
    if facts.leftOpen.contains(.role) { askFor(.role) }
    askAboutPersons()
    if isHighRisk { askAboutHighRisk() }
    askAboutUnitedStates()
  }

  /// Whether the duties of high risk are sure, whatever else is still open.
  private var isHighRisk: Bool {
    if [.high, .highSectoral].contains(derivation.tier) { return true }
    return derivation.tier == .unresolved && !facts.remainingAreas.isEmpty
      && facts.flag(.art63Claimed) != .yes
  }

  private mutating func askAboutPersons() {
    switch facts.flag(.naturalPersonsAffected) {
    case .unknown: askFor(.naturalPersonsAffected, .admAutomation, .admLegalOrSimilarEffect)
    case .yes: askFor(.admAutomation, .admLegalOrSimilarEffect)
    case .no: break
    }
  }

  private mutating func askAboutHighRisk() {
    if facts.flag(.admLegalOrSimilarEffect) == .yes {
      askFor(.admHumanCanOverride, .admReviewerTrained)
    }
    if facts.flag(.naturalPersonsAffected) != .no { askFor(.protectedAttributes) }
    guard facts.hasRole("deployer") else { return }
    askFor(.deployerPublicBody, .deployerPublicService, .deployerWorkplaceUse)
  }

  private mutating func askAboutUnitedStates() {
    let places = facts.union(.deployedTo, .outputUsedIn, .dataSubjectsIn)
    guard places.contains(where: { Place($0)?.mayBeInUnitedStates ?? true }) else { return }
    for fact in FactGroup.us.members { askFor(fact) }
  }

  private mutating func askFor(_ open: Fact...) {
    for fact in open where facts.answer(fact) == nil { leaveOpen(fact) }
  }

  /// Adds what the answers themselves gave rise to: contradictions, what followed from what, and the
  /// open questions with what their answers change.
  mutating func reportAnswers() {
    derivation.contradictions = answers.contradictions
    for contradiction in answers.contradictions {
      derivation.reasons.append(
        TierReason(
          step: .contradiction,
          article: contradiction.article,
          fact: contradiction.facts.first?.rawValue ?? "",
          answer: contradiction.facts.first.map { facts.text(of: $0) } ?? "",
          text: "contradiction: \(contradiction.text)",
          location: contradiction.location
        )
      )
    }
    for step in answers.entailments {
      derivation.reasons.append(
        TierReason(
          step: .entailed,
          article: step.article,
          fact: step.source,
          answer: step.answer,
          text: step.text,
          location: step.location
        )
      )
    }
    let order = Dictionary(uniqueKeysWithValues: Fact.allCases.enumerated().map { ($1, $0) })
    derivation.unresolved.sort { (order[$0] ?? 0) < (order[$1] ?? 0) }
    derivation.openQuestions =
      questionsBeforeSigning
      ?? OpenQuestion.all(about: derivation.unresolved, in: facts, doubts: answers.doubts)
    for question in derivation.openQuestions { ask(question.text) }
  }
}
