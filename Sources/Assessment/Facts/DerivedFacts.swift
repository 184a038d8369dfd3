// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// What follows from declared facts and is never declared itself.
struct DerivedFacts: Sendable {
  /// The uses of Annex III that remain after carve-outs with reason and owner.
  let areas: [String]
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

  private static let annexIII = CalendarDate(year: 2027, month: 12, day: 2)
  private static let annexI = CalendarDate(year: 2028, month: 8, day: 2)
  private static let publicAuthorities = CalendarDate(year: 2030, month: 8, day: 2)

  private static let carveouts: [String: Fact] = [
    "1a": .carveouts1aVerificationOnly, "5b": .carveouts5bFraudDetection,
    "7d": .carveouts7dTravelDocuments, "8b": .carveouts8bLogisticsOnly,
  ]

  init(_ facts: SystemFacts) {
    isUnderGDPR = Self.isUnderGDPR(facts)
    justified = Fact.allCases.filter { facts.isJustified($0) }.map(\.rawValue)
    areas = (facts.texts(.annexIII) ?? []).filter { area in
      guard let carveout = Self.carveouts[area] else { return true }
      return facts.flag(carveout) != .yes || !facts.isJustified(carveout)
    }
    let section = facts.choice(.annexISection) ?? "none"
    let day = areas.isEmpty && section != "none" ? Self.annexI : Self.annexIII
    isLegacy = day.map { Self.isLegacy(facts, before: $0) } ?? false
    // Systems for public authorities have until their own day, and then no longer.
    let isPublic =
      facts.flag(.deployerPublicBody) == .yes || facts.flag(.deployerGovernment) == .yes
    routeDay = isLegacy && isPublic ? Self.publicAuthorities : day
    exemption =
      isLegacy && !isPublic
      ? "on the market before the day of its route and not substantially modified since: outside by AI Act Art. 111(2)"
      : nil
  }

  /// Whether personal data of people or establishments in the EEA are processed.
  ///
  /// GDPR Art. 2 and 3.
  private static func isUnderGDPR(_ facts: SystemFacts) -> Bool? {
    let places = facts.union(.deployedTo, .outputUsedIn, .dataSubjectsIn)
    let mayApply = places.isEmpty || places.contains(where: PlaceCode.isInEEA)
    switch facts.flag(.personalData) {
    case .no: return false
    case .yes: return mayApply ? (places.isEmpty ? nil : true) : false
    case .unknown: return mayApply ? nil : false
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
