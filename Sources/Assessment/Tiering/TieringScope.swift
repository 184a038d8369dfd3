// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// Article 2: where the Regulation applies, and what it leaves out.
extension Tiering {
  /// The tier of a system outside of scope, or whose scope is open; nil for one inside.
  mutating func tierOutsideScope() -> RiskTier? {
    if facts.union(.deployedTo, .outputUsedIn).isEmpty {
      leaveOpen(.deployedTo, "AI Act Art. 2(1)", "it is not said where the system is used")
      // What else is open is listed in the same round.
      _ = tierInScope()
      return .unresolved
    }
    guard !facts.mayConcernUnion else {
      if facts.isUsedOutsideUnion {
        conclude("AI Act Art. 2(1)(b)", .establishedIn, "the deployer is established in the Union")
      }
      if facts.isLedInByOutputAlone {
        conclude("AI Act Art. 2(1)(c)", .outputUsedIn, "the output is used in the Union")
      }
      if facts.isUsedOnlyInOtherEEA { concludeEconomicArea() }
      return excludedTier()
    }
    if let open = openConnection() { return open }
    conclude("AI Act Art. 2(1)", .deployedTo, "no connection with the Union is declared")
    return .notInScope
  }

  /// Iceland, Liechtenstein and Norway are bound by what the Joint Committee incorporates into the EEA
  /// Agreement (its Article 7); the GDPR is, by Decision 154/2018.
  private mutating func concludeEconomicArea() {
    let fact: Fact = facts.texts(.deployedTo)?.isEmpty == false ? .deployedTo : .outputUsedIn
    conclude(
      "AI Act Art. 2(1), EEA Agreement Art. 7",
      fact,
      "the AI Act is a text with EEA relevance: IS, LI and NO are not outside of it, and are bound "
        + "once it is incorporated into the EEA Agreement"
    )
    if facts.flag(.personalData) == .yes {
      conclude(
        "GDPR Art. 3, EEA Joint Committee Decision 154/2018",
        fact,
        "the GDPR is incorporated and applies in IS, LI and NO"
      )
    }
    ask(
      "is the AI Act incorporated into the EEA Agreement and into the law of the place by the day of "
        + "use? This program does not know, and asks as if it were (EEA Agreement Art. 7)"
    )
  }

  /// Outside places lead out of scope only once nothing else may lead in.
  private mutating func openConnection() -> RiskTier? {
    if facts.texts(.deployedTo) == nil {
      leaveOpen(.deployedTo, "AI Act Art. 2(1)(a)", "the system may be used in the Union")
    }
    if facts.texts(.outputUsedIn) == nil {
      leaveOpen(.outputUsedIn, "AI Act Art. 2(1)(c)", "the output may be used in the Union")
    }
    if facts.hasRole("deployer"), facts.texts(.establishedIn) == nil {
      leaveOpen(
        .establishedIn,
        "AI Act Art. 2(1)(b)",
        "the deployer may be established in the Union"
      )
    }
    return derivation.unresolved.contains {
      [.deployedTo, .outputUsedIn, .establishedIn].contains($0)
    }
      ? .unresolved : nil
  }

  // MARK: Exclusions

  /// What each exclusion rests on.
  private static let paragraphs = [
    "military": "AI Act Art. 2(3)", "third_country_coop": "AI Act Art. 2(4)",
    "research_only": "AI Act Art. 2(6)", "pre_market_rnd": "AI Act Art. 2(8)",
    "personal_use": "AI Act Art. 2(10)", "open_source": "AI Act Art. 2(12)",
  ]

  private mutating func excludedTier() -> RiskTier? {
    guard let exclusion = facts.choice(.exclusion), let article = Self.paragraphs[exclusion] else {
      return nil
    }
    guard facts.isJustified(.exclusion) else {
      ask(
        "the exclusion '\(exclusion)' has no rationale and owner that say something, so it does not "
          + "count (\(article))"
      )
      return nil
    }
    if let flaw = flaw(ofExclusion: exclusion) {
      ask("the exclusion '\(exclusion)' is void, because \(flaw) (\(article))")
      return nil
    }
    if exclusion == "open_source" { return openSourceTier(article) }
    if ["research_only", "pre_market_rnd"].contains(exclusion),
      facts.flag(.realWorldTesting) == .unknown
    {
      leaveOpen(.realWorldTesting)
    }
    if exclusion != "personal_use" {
      derivation.flags.gpai = false
      derivation.flags.gpaiSystemic = false
      derivation.flags.gpaiOpenSource = false
    }
    conclude(article, .exclusion, "the system is out of scope")
    return .excluded
  }

  /// What voids an exclusion: each is bound to its own persons and purposes.
  private func flaw(ofExclusion exclusion: String) -> String? {
    switch exclusion {
    case "third_country_coop":
      let isAuthority =
        facts.flag(.deployerPublicBody) == .yes || facts.flag(.deployerGovernment) == .yes
      if !isAuthority { return "only public authorities of third countries have it" }
      return facts.isEstablishedInUnion ? "the authority is established in the Union" : nil
    case "military":
      if facts.date(.placedOnMarket) != nil, let area = facts.remainingAreas.first {
        return "the system was placed on the market for Annex III \(area), which is no purpose of "
          + "defence alone"
      }
      return nil
    case "personal_use":
      let roles = facts.texts(.role) ?? []
      if roles != ["deployer"] { return "only a deployer has it, and the role says otherwise" }
      let others: [Fact] = [.deployerPublicBody, .deployerPublicService, .deployerWorkplaceUse]
      let isOther = others.contains { facts.flag($0) == .yes }
      return isOther ? "only a natural person in private has it" : nil
    case "research_only", "pre_market_rnd":
      if facts.date(.placedOnMarket) != nil { return "the system was placed on the market" }
      if facts.flag(.realWorldTesting) == .yes {
        return "the system is tested in real-world conditions"
      }
      if exclusion == "pre_market_rnd", facts.date(.putIntoService) != nil {
        return "the system was put into service"
      }
      return nil
    default: return nil
    }
  }

  /// Article 2(12): open source is out of scope unless it is high-risk, prohibited or under Article 50.
  private mutating func openSourceTier(_ article: String) -> RiskTier {
    let tier = tierInScope()
    guard tier == .minimal else {
      ask("the exclusion 'open_source' is void, because the tier is \(tier.rawValue) (\(article))")
      return tier
    }
    conclude(article, .exclusion, "free and open-source, and none of the cases that stay in scope")
    return .excluded
  }
}
