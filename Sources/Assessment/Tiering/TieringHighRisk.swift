// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// Article 6: both routes to a high tier.
extension Tiering {
  /// The tier by Article 6; nil when neither annex applies.
  mutating func highTier() -> RiskTier? {
    let product = productTier()
    let use = annexIIITier()
    if product == .high || use == .high {
      derivation.route = use == .high ? .annexIII : .annexI
      return .high
    }
    if product == .unresolved || use == .unresolved { return .unresolved }
    return product
  }

  // MARK: Annex I

  private mutating func productTier() -> RiskTier? {
    guard let section = facts.choice(.annexISection) else {
      // A system that is high-risk by its use is so whatever Annex I says.
      if derivation.areas.isEmpty || mayBeDerogated {
        leaveOpen(.annexISection, "AI Act Art. 6(1), Annex I", "the Annex I question is unanswered")
        return .unresolved
      }
      return nil
    }
    guard section == "A" || section == "B", meetsProductTest() else { return nil }
    if section == "A" {
      conclude("AI Act Art. 6(1), Annex I Section A", .annexISection, "a safety component")
      return .high
    }
    conclude("AI Act Art. 2(2), Annex I Section B", .annexISection, "the sector act governs")
    return .highSectoral
  }

  /// Whether Article 6(1) with (1a) to (1c) holds.
  ///
  /// The system is the product, or a component that endangers people, or one with a safety function that
  /// is more than a comfort; and a third party assesses that risk. Every question whose answer is open
  /// counts against the system.
  private mutating func meetsProductTest() -> Bool {
    let isExempt = facts.isJustifiedYes(.annexIOnlyNonSafetyBenefit)
    if facts.flag(.annexIOnlyNonSafetyBenefit) == .yes, !isExempt {
      ask("'annex_i.only_non_safety_benefit' has no reason and owner, so it does not count")
    }
    if facts.flag(.annexIThirdPartyOnlyOtherRisks) == .yes,
      !facts.isJustified(.annexIThirdPartyOnlyOtherRisks)
    {
      ask("'annex_i.third_party_only_other_risks' has no reason and owner, so it does not count")
    }
    let isAssessed = facts.flag(.annexIThirdPartyAssessmentRequired)
    guard isAssessed != .no, !facts.isJustifiedYes(.annexIThirdPartyOnlyOtherRisks) else {
      return false
    }
    let functions: Ternary = isExempt ? .no : facts.flag(.annexISafetyFunction)
    let tests = [
      (Fact.annexIIsProduct, facts.flag(.annexIIsProduct)),
      (.annexIFailureEndangersHealthSafety, facts.flag(.annexIFailureEndangersHealthSafety)),
      (.annexISafetyFunction, functions),
    ]
    guard tests.contains(where: { $0.1 != .no }) else { return false }
    // Only what could still change the outcome is asked for.
    if isAssessed == .unknown { leaveOpen(.annexIThirdPartyAssessmentRequired) }
    if !tests.contains(where: { $0.1 == .yes }) {
      for (fact, answer) in tests where answer == .unknown { leaveOpen(fact) }
    }
    return true
  }

  // MARK: Annex III

  /// Whether the derogation is claimed at all.
  private var mayBeDerogated: Bool { facts.flag(.art63Claimed) == .yes }

  private mutating func annexIIITier() -> RiskTier? {
    guard let declared = facts.texts(.annexIII) else {
      leaveOpen(.annexIII, "AI Act Art. 6(2), Annex III", "the Annex III question is unanswered")
      return .unresolved
    }
    let areas = areasThatRemain(of: declared)
    derivation.areas = areas
    guard !areas.isEmpty else { return nil }
    for area in areas {
      conclude("AI Act Art. 6(2), Annex III \(area)", .annexIII, "an Annex III use is declared")
    }
    if isDerogated() {
      derivation.flags.derogated = true
      return nil
    }
    return .high
  }

  private mutating func areasThatRemain(of declared: [String]) -> [String] {
    var areas = declared
    if facts.flag(.emotionRecognition) == .yes, !areas.contains("1c") {
      conclude("AI Act Annex III 1c", .emotionRecognition, "emotion recognition is declared")
      areas.append("1c")
    }
    for (area, fact) in SystemFacts.carveOuts where areas.contains(area) && facts.flag(fact) == .yes
    {
      guard facts.isJustified(fact) else {
        ask(
          "'\(fact.rawValue)' has no reason and owner that say something, so Annex III \(area) still "
            + "applies"
        )
        continue
      }
      conclude("AI Act Annex III \(area)", fact, "the carve-out of this area is claimed")
      areas.removeAll { $0 == area }
      if area == "1a", facts.flag(.biometricFace) == .yes {
        ask("faces are processed: is the use really limited to one-to-one verification?")
      }
    }
    return areas
  }

  // MARK: The derogation

  /// Article 6(3): no significant risk, one of four conditions, and no profiling.
  private mutating func isDerogated() -> Bool {
    switch facts.flag(.profiling) {
    case .yes:
      conclude("AI Act Art. 6(3) third subparagraph", .profiling, "profiling is always high-risk")
      return false
    case .unknown:
      leaveOpen(
        .profiling,
        "AI Act Art. 6(3)",
        "'profiling' is unanswered; it counts as true in an Annex III area"
      )
      return false
    case .no: break
    }
    guard mayBeDerogated else { return false }
    let gaps = derogationGaps()
    guard gaps.isEmpty else {
      for gap in gaps {
        conclude("AI Act Art. 6(3)", gap.fact, "the derogation is refused: \(gap.text)")
      }
      return false
    }
    if facts.flag(.art63SeparableFromHighRiskSystem) == .no {
      ask("the component is not separable from a high-risk system: is Art. 6(3) open to it?")
    }
    conclude("AI Act Art. 6(3), 6(4), 49(2)", .art63Claimed, "the derogation is claimed")
    return true
  }

  private mutating func derogationGaps() -> [(fact: Fact, text: String)] {
    var gaps: [(Fact, String)] = []
    if (facts.texts(.art63Condition) ?? []).isEmpty {
      gaps.append((.art63Condition, "no condition (a) to (d) is named"))
    }
    if facts.flag(.art63MateriallyInfluencesDecision) != .no {
      gaps.append(
        (
          .art63MateriallyInfluencesDecision,
          "it is not said that decisions are not materially influenced"
        )
      )
    }
    switch facts.choice(.admAutomation) {
    case "solely": gaps.append((.admAutomation, "decisions are taken without a person"))
    case nil:
      leaveOpen(.admAutomation)
      gaps.append((.admAutomation, "it is not said how far decisions are automated"))
    default: break
    }
    if let missing = facts.missingPaths[.art63Assessment] {
      gaps.append((.art63Assessment, "the tree has no assessment '\(missing)' that says something"))
    } else if facts.answer(.art63Assessment) == nil {
      gaps.append((.art63Assessment, "no assessment is on file"))
    }
    if !facts.isJustified(.art63Claimed) {
      gaps.append((.art63Claimed, "it has no reason and owner that say something"))
    }
    return gaps
  }
}
