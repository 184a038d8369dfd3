// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
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

  /// The day from which Article 5(1)(ba) and (bb) apply (Regulation (EU) 2026/1744).
  static let newProhibitions = CalendarDate(year: 2026, month: 12, day: 2)

  static let all = [
    Practice(.practicesManipulation, "AI Act Art. 5(1)(a)"),
    Practice(.practicesExploitsVulnerability, "AI Act Art. 5(1)(b)"),
    Practice(.practicesNCII, "AI Act Art. 5(1)(ba)", from: newProhibitions),
    Practice(.practicesCSAM, "AI Act Art. 5(1)(bb)", from: newProhibitions),
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
      ask("'\(practice.fact.rawValue)' is unanswered (\(practice.article))")
      return false
    }
    leaveOpen(practice.fact, practice.article, "nobody said whether this practice takes place")
    return true
  }

  /// Article 5(1)(f) read off the system's own facts, whatever `practices` says.
  private mutating func emotionsAtWorkOrInEducation() -> Ternary {
    guard facts.flag(.emotionRecognition) == .yes else { return .no }
    let domains = facts.texts(.domain)
    guard domains?.contains(where: { ["employment", "education"].contains($0) }) ?? true else {
      return .no
    }
    if isClaimed(.practicesEmotionException) {
      conclude("AI Act Art. 5(1)(f)", .practicesEmotionException, "an exception is claimed")
      return .no
    }
    guard domains == nil else {
      conclude(
        "AI Act Art. 5(1)(f)",
        .emotionRecognition,
        "emotions are inferred at work or school"
      )
      return .yes
    }
    guard unknownFails else {
      ask("'domain' is unanswered: emotions must not be inferred at work or school (Art. 5(1)(f))")
      return .no
    }
    leaveOpen(.domain, "AI Act Art. 5(1)(f)", "emotions may be inferred at work or school")
    return .unknown
  }

  /// Whether a carve-out is claimed and justified; an unjustified one is refused with a question.
  private mutating func isClaimed(_ carveOut: Fact) -> Bool {
    let claimed =
      facts.flag(carveOut) == .yes || !["none", nil].contains(facts.choice(carveOut))
    guard claimed else { return false }
    guard facts.isJustified(carveOut) else {
      ask("'\(carveOut.rawValue)' has no reason and owner, so it does not count")
      return false
    }
    return true
  }
}
