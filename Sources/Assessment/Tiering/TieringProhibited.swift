// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// A practice that Article 5(1) bans as soon as its declared fact is true.
private struct Practice {
  let fact: Fact
  let article: String
  /// The first day of the ban; a later one makes it an upcoming prohibition.
  let from: CalendarDate?
  /// The fact that, answered with anything but `none` or `no`, takes the case out of the ban.
  let carveOut: Fact?

  init(_ fact: Fact, _ article: String, from: CalendarDate? = nil, carveOut: Fact? = nil) {
    self.fact = fact
    self.article = article
    self.from = from
    self.carveOut = carveOut
  }

  static let all = [
    Practice(.practicesManipulation, "AI Act Art. 5(1)(a)"),
    Practice(.practicesExploitsVulnerability, "AI Act Art. 5(1)(b)"),
    Practice(.practicesNCII, "AI Act Art. 5(1)(ba)", from: ApplicationDay.newProhibitions),
    Practice(.practicesCSAM, "AI Act Art. 5(1)(bb)", from: ApplicationDay.newProhibitions),
    Practice(.practicesSocialScoring, "AI Act Art. 5(1)(c)"),
    Practice(.practicesPredictivePolicingProfilingOnly, "AI Act Art. 5(1)(d)"),
    Practice(.practicesUntargetedFaceScraping, "AI Act Art. 5(1)(e)"),
    Practice(.practicesEmotionWorkEdu, "AI Act Art. 5(1)(f)", carveOut: .practicesEmotionException),
    Practice(
      .practicesSensitiveBiometricCategorisation,
      "AI Act Art. 5(1)(g)",
      carveOut: .practicesBiometricCarveout
    ),
    Practice(.practicesRealtimeRBILE, "AI Act Art. 5(1)(h)", carveOut: .practicesRBIAuthorised),
  ]
}

extension Tiering {
  /// The tier by Article 5, or nil when no practice is declared or open.
  mutating func prohibitedTier() -> RiskTier? {
    var isProhibited = false
    var isOpen = false
    for practice in Practice.all {
      switch facts.flag(practice.fact) {
      case .yes: isProhibited = bans(practice) || isProhibited
      case .no: break
      case .unknown: isOpen = leavesOpen(practice) || isOpen
      }
    }
    switch emotionsAtWorkOrInEducation() {
    case .yes: isProhibited = true
    case .no: break
    case .unknown: isOpen = true
    }
    if isProhibited { return .prohibited }
    return isOpen ? .unresolved : nil
  }

  private mutating func bans(_ practice: Practice) -> Bool {
    if let from = practice.from, asOf < from {
      ask("\(practice.article) prohibits '\(practice.fact.rawValue)' from \(from): upcoming")
      return false
    }
    if let carveOut = practice.carveOut, isClaimed(carveOut) {
      conclude(practice.article, carveOut, "a carve-out of the prohibition is claimed")
      return false
    }
    conclude(practice.article, practice.fact, "a prohibited practice is declared")
    return true
  }

  private mutating func leavesOpen(_ practice: Practice) -> Bool {
    guard unknownFails else {
      leaveOpen(practice.fact)
      ask("'\(practice.fact.rawValue)' is unanswered (\(practice.article))")
      return false
    }
    leaveOpen(practice.fact, practice.article, "nobody said whether this practice takes place")
    return true
  }

  /// Whether Article 5(1)(f) holds by the system's own facts, whatever is said under `practices`.
  ///
  /// Work and education are places as well as domains.
  private mutating func emotionsAtWorkOrInEducation() -> Ternary {
    guard facts.flag(.emotionRecognition) == .yes, facts.flag(.practicesEmotionWorkEdu) != .yes
    else {
      return .no
    }
    let domains = facts.texts(.domain)
    let isAtWork = domains?.contains { ["employment", "education"].contains($0) } ?? false
    let place: Fact? =
      isAtWork
      ? .emotionRecognition
      : facts.flag(.deployerWorkplaceUse) == .yes ? .deployerWorkplaceUse : nil
    let isOpen = domains == nil || facts.flag(.deployerWorkplaceUse) == .unknown
    guard place != nil || isOpen else { return .no }
    if isClaimed(.practicesEmotionException) {
      conclude("AI Act Art. 5(1)(f)", .practicesEmotionException, "an exception is claimed")
      return .no
    }
    if let place {
      conclude("AI Act Art. 5(1)(f)", place, "emotions are inferred at work or school")
      return .yes
    }
    let open: Fact = domains == nil ? .domain : .deployerWorkplaceUse
    guard unknownFails else {
      leaveOpen(open)
      ask(
        "'\(open.rawValue)' is unanswered: emotions must not be inferred at work or school "
          + "(Art. 5(1)(f))"
      )
      return .no
    }
    leaveOpen(open, "AI Act Art. 5(1)(f)", "emotions may be inferred at work or school")
    return .unknown
  }

  /// Whether a carve-out is claimed and justified; an unjustified one is refused with a question.
  private mutating func isClaimed(_ carveOut: Fact) -> Bool {
    let claimed =
      facts.flag(carveOut) == .yes || !["none", nil].contains(facts.choice(carveOut))
    guard claimed else { return false }
    guard facts.isJustified(carveOut) else {
      ask("'\(carveOut.rawValue)' has no reason and owner that say something, so it does not count")
      return false
    }
    // Labelling and filtering for law enforcement is for law enforcement (Article 5(1)(g)).
    guard facts.choice(carveOut) != "law_enforcement" || facts.names("law_enforcement", in: .domain)
    else {
      ask("'\(carveOut.rawValue)' is for the domain law_enforcement, which is not declared")
      return false
    }
    return true
  }
}
