// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// What follows from declared facts and is never declared itself.
struct DerivedFacts: Sendable {
  /// The day from which the duties of high risk apply, the earlier one of two routes.
  ///
  /// AI Act Art. 113.
  let routeDay: CalendarDate?
  /// Whether the system was on the market before that day and is unchanged since.
  ///
  /// AI Act Art. 111(2).
  let isLegacy: Bool
  /// Why those duties do not apply although their day has come; nil where they do.
  ///
  /// AI Act Art. 111(2).
  let exemption: String?

  /// Whether what is declared leaves room for the AI Act.
  ///
  /// AI Act Art. 2(1).
  let mayConcernUnion: Bool
  /// Whether the GDPR applies; nil where a fact that decides it is unanswered.
  let isUnderGDPR: Bool?
  /// The facts whose answer says why it is so and who answers for it, by their paths.
  let justified: [String]

  init(_ facts: SystemFacts) {
    mayConcernUnion = facts.mayConcernUnion
    isUnderGDPR = Self.isUnderGDPR(facts)
    justified = Fact.allCases.filter { facts.isJustified($0) }.map(\.rawValue)
    let section = facts.choice(.annexISection) ?? "none"
    let hasArea = !facts.remainingAreas.isEmpty || facts.flag(.emotionRecognition) == .yes
    let isProduct = !hasArea && section != "none"
    let day = isProduct ? ApplicationDay.annexI : ApplicationDay.annexIII
    isLegacy = facts.wasThere(before: day) && facts.isChanged(from: day) == false
    // Systems for public authorities have until their own day, and then no longer.
    let isPublic = facts.isForPublicAuthority
    routeDay = isLegacy && isPublic ? ApplicationDay.publicAuthorities : day
    exemption =
      isLegacy && !isPublic
      ? "on the market before the day of its route and not substantially modified since: outside by AI Act Art. 111(2)"
      : nil
  }

  /// Whether personal data of people or establishments in the EEA are processed.
  ///
  /// GDPR Art. 2 and 3.
  private static func isUnderGDPR(_ facts: SystemFacts) -> Bool? {
    switch facts.flag(.personalData) {
    case .no: false
    case .yes where facts.isWithinReachOfGDPR: true
    case .yes, .unknown: facts.mayBeWithinReachOfGDPR ? nil : false
    }
  }
}

/// What Article 111(2) looks at: systems that were there before the day of their duties.
extension SystemFacts {
  /// The first day on the market or in service, with the fact that states it.
  var start: (fact: Fact, day: CalendarDate)? {
    for fact in [Fact.placedOnMarket, .putIntoService] {
      if let day = date(fact) { return (fact, day) }
    }
    return nil
  }

  /// Whether the system was on the market or in service before a day.
  func wasThere(before day: CalendarDate) -> Bool { start.map { $0.day < day } ?? false }

  /// Whether the design changed significantly on or after a day; nil where nobody says.
  func isChanged(from day: CalendarDate) -> Bool? {
    guard let answer = answer(.substantiallyModified) else { return nil }
    guard case .date(let change?) = answer.value else { return false }
    return change >= day
  }

  /// Whether a public authority uses the system.
  var isForPublicAuthority: Bool {
    flag(.deployerPublicBody) == .yes || flag(.deployerGovernment) == .yes
  }
}
