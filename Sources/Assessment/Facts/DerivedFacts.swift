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

  /// Whether the GDPR applies; nil where a fact that decides it is unanswered.
  let isUnderGDPR: Bool?
  /// The facts whose answer says why it is so and who answers for it, by their paths.
  let justified: [String]

  init(_ facts: SystemFacts) {
    isUnderGDPR = Self.isUnderGDPR(facts)
    justified = Fact.allCases.filter { facts.isJustified($0) }.map(\.rawValue)
    let section = facts.choice(.annexISection) ?? "none"
    let isProduct = facts.remainingAreas.isEmpty && section != "none"
    let day = isProduct ? ApplicationDay.annexI : ApplicationDay.annexIII
    isLegacy = Self.isLegacy(facts, before: day)
    // Systems for public authorities have until their own day, and then no longer.
    let isPublic =
      facts.flag(.deployerPublicBody) == .yes || facts.flag(.deployerGovernment) == .yes
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

  /// Whether the system was on the market before a day and is unchanged since; open is closed.
  private static func isLegacy(_ facts: SystemFacts, before day: CalendarDate) -> Bool {
    guard let placed = facts.date(.placedOnMarket), placed < day,
      let change = facts.answer(.substantiallyModified)
    else { return false }
    guard case .date(let modified) = change.value, let modified else { return true }
    return modified < day
  }
}
