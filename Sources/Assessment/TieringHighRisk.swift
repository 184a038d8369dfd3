// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import Survey

extension Tiering {
  /// The carve-outs that Annex III itself names, by area.
  private static var carveOuts: [(area: String, fact: Fact)] {
    [
      ("1a", .carveouts1aVerificationOnly), ("5b", .carveouts5bFraudDetection),
      ("7d", .carveouts7dTravelDocuments), ("8b", .carveouts8bLogisticsOnly),
    ]
  }

  /// The tier by Article 6; nil when neither annex applies.
  mutating func highTier() -> RiskTier? {
    let section = facts.choice(.annexISection)
    if section == "A", isSafetyComponent() {
      conclude("AI Act Art. 6(1), Annex I Section A", .annexISection, "a safety component")
      derivation.route = .annexI
      return .high
    }
    if let tier = annexIIITier() { return tier }
    guard let section else {
      leaveOpen(.annexISection, "AI Act Art. 6(1), Annex I", "the Annex I question is unanswered")
      return .unresolved
    }
    guard section == "B" else { return nil }
    conclude("AI Act Art. 2(2), Annex I Section B", .annexISection, "the sector act governs")
    return .highSectoral
  }

  /// Article 6(1) with Article 3(14): every unanswered question counts against the system.
  private func isSafetyComponent() -> Bool {
    let endangers =
      facts.flag(.annexISafetyFunction) != .no
      || facts.flag(.annexIFailureEndangersHealthSafety) != .no
    return endangers && facts.flag(.annexIOnlyNonSafetyBenefit) != .yes
      && facts.flag(.annexIThirdPartyAssessmentRequired) != .no
  }

  private mutating func annexIIITier() -> RiskTier? {
    guard let declared = facts.texts(.annexIII) else {
      leaveOpen(.annexIII, "AI Act Art. 6(2), Annex III", "the Annex III question is unanswered")
      return .unresolved
    }
    let areas = areasThatRemain(of: declared)
    guard !areas.isEmpty else { return nil }
    for area in areas {
      conclude("AI Act Art. 6(2), Annex III \(area)", .annexIII, "an Annex III use is declared")
    }
    if isDerogated() {
      derivation.flags.derogated = true
      return nil
    }
    derivation.route = .annexIII
    return .high
  }

  private mutating func areasThatRemain(of declared: [String]) -> [String] {
    var areas = declared
    if facts.flag(.emotionRecognition) == .yes, !areas.contains("1c") {
      conclude("AI Act Annex III 1c", .emotionRecognition, "emotion recognition is declared")
      areas.append("1c")
    }
    for (area, fact) in Self.carveOuts where areas.contains(area) && facts.flag(fact) == .yes {
      guard facts.isJustified(fact) else {
        ask("'\(fact.rawValue)' has no reason and owner, so Annex III \(area) still applies")
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

  /// Article 6(3): no significant risk, one of four conditions, and no profiling.
  private mutating func isDerogated() -> Bool {
    switch facts.flag(.profiling) {
    case .yes:
      conclude("AI Act Art. 6(3) third subparagraph", .profiling, "profiling is always high-risk")
      return false
    case .unknown:
      ask("'profiling' is unanswered; it counts as true in an Annex III area")
      leaveOpen(.profiling, "AI Act Art. 6(3)", "unanswered profiling counts as profiling")
      return false
    case .no: break
    }
    guard facts.flag(.art63Claimed) == .yes else { return false }
    if let gap = derogationGap() {
      conclude("AI Act Art. 6(3)", .art63Claimed, "the derogation is refused: \(gap)")
      return false
    }
    if facts.flag(.art63SeparableFromHighRiskSystem) == .no {
      ask("the component is not separable from a high-risk system: is Art. 6(3) open to it?")
    }
    conclude("AI Act Art. 6(3), 6(4), 49(2)", .art63Claimed, "the derogation is claimed")
    return true
  }

  private func derogationGap() -> String? {
    if (facts.texts(.art63Condition) ?? []).isEmpty { return "no condition (a) to (d) is named" }
    if facts.flag(.art63MateriallyInfluencesDecision) != .no {
      return "it is not said that decisions are not materially influenced"
    }
    if facts.text(of: .art63Assessment) == "unknown" { return "no assessment is on file" }
    return nil
  }
}
