// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RulePacks
internal import Survey

/// The days from which duties apply (Article 113 as amended by Regulation (EU) 2026/1744).
enum ApplicationDay {
  /// The prohibitions of the first text.
  static let prohibitions = CalendarDate(2025, 2, 2)
  /// The chapter on general-purpose models.
  static let models = CalendarDate(2025, 8, 2)
  /// Transparency, by the general date.
  static let transparency = CalendarDate(2026, 8, 2)
  /// Article 5(1)(ba) and (bb), and marking by systems that were there before the general date
  /// (Article 111(4)).
  static let newProhibitions = CalendarDate(2026, 12, 2)
  /// Models that were there before their chapter applied (Article 111(3)).
  static let legacyModels = CalendarDate(2027, 8, 2)
  /// High-risk systems of Annex III.
  static let annexIII = ApplicationPeriod.firstRouteDay
  /// High-risk systems of Annex I.
  static let annexI = CalendarDate(2028, 8, 2)
  /// Systems for public authorities that were there before (Article 111(2)).
  static let publicAuthorities = CalendarDate(2030, 8, 2)
}

/// The day of the tier's own duties, and the transitional article where one holds.
extension Tiering {
  mutating func deriveDates() {
    switch derivation.tier {
    case .prohibited: concludeProhibition()
    case .high: concludeHighRisk()
    case .highSectoral: conclude(from: ApplicationDay.annexI, .annexISection)
    case .derogated: conclude(from: ApplicationDay.annexIII, .art63Claimed)
    case .limited: conclude(from: ApplicationDay.transparency, .placedOnMarket)
    case .unresolved, .minimal, .excluded, .notInScope: break
    }
    concludeMarking()
    concludeModel()
    if ![.excluded, .notInScope].contains(derivation.tier) { askForRole() }
  }

  private mutating func conclude(from day: CalendarDate, _ fact: Fact) {
    derivation.dutiesFrom = day
    conclude("AI Act Art. 113", fact, "the duties of this tier apply from \(day)")
  }

  private mutating func concludeProhibition() {
    let isOld = derivation.reasons.contains { reason in
      reason.article.hasPrefix("AI Act Art. 5(1)")
        && !reason.article.hasPrefix("AI Act Art. 5(1)(b")
        || reason.article == "AI Act Art. 5(1)(b)"
    }
    let day = isOld ? ApplicationDay.prohibitions : ApplicationDay.newProhibitions
    derivation.dutiesFrom = day
    conclude("AI Act Art. 113", .practicesManipulation, "the prohibition applies from \(day)")
  }

  /// Article 111(2): a system that was there before the day of its route owes nothing until its design
  /// changes, and for public authorities until 2030.
  private mutating func concludeHighRisk() {
    let day = derivation.route == .annexI ? ApplicationDay.annexI : ApplicationDay.annexIII
    let fact: Fact = derivation.route == .annexI ? .annexISection : .annexIII
    guard let start = facts.start, start.day < day else { return conclude(from: day, fact) }
    switch facts.isChanged(from: day) {
    case nil:
      ask(
        "'substantially_modified' is unanswered (AI Act Art. 111(2)): a system that is there before "
          + "\(day) owes the duties of this tier only once its design changes significantly"
      )
      conclude(from: day, fact)
    case true?: conclude(from: day, fact)
    case false?:
      derivation.isLegacy = true
      concludeLegacy(since: start.fact, before: day)
    }
  }

  private mutating func concludeLegacy(since fact: Fact, before day: CalendarDate) {
    let until = ApplicationDay.publicAuthorities
    let isPublic = facts.isForPublicAuthority
    if isPublic { derivation.dutiesFrom = until }
    conclude(
      "AI Act Art. 111(2)",
      fact,
      isPublic
        ? "there before \(day) and for a public authority: the duties apply by \(until)"
        : "there before \(day) and not changed significantly since: the duties of this tier apply "
          + "once its design changes"
    )
  }

  /// Article 111(4): marking, where the system was there before the general date.
  private mutating func concludeMarking() {
    guard derivation.flags.transparency, let start = facts.start,
      start.day < ApplicationDay.transparency,
      derivation.reasons.contains(where: { $0.article == "AI Act Art. 50(2)" })
    else { return }
    conclude(
      "AI Act Art. 111(4)",
      start.fact,
      "there before \(ApplicationDay.transparency): output is marked from "
        + "\(ApplicationDay.newProhibitions)"
    )
  }

  private mutating func concludeModel() {
    guard derivation.flags.gpai else { return }
    guard let start = facts.date(.gpaiPlacedOnMarket), start < ApplicationDay.models else {
      return conclude(
        "AI Act Art. 113",
        .gpaiIsModel,
        "the duties of providers of models apply from \(ApplicationDay.models)"
      )
    }
    conclude(
      "AI Act Art. 111(3)",
      .gpaiPlacedOnMarket,
      "there before \(ApplicationDay.models): the duties of providers of models apply from "
        + "\(ApplicationDay.legacyModels)"
    )
  }

  /// Article 25: who changes a system, its purpose or its name becomes its provider.
  private mutating func askForRole() {
    guard facts.texts(.role)?.isEmpty == false, !facts.hasRole("provider") else { return }
    let changes: [Fact] = [.roleChangeRebranded, .roleChangePurposeChanged]
    let isModified = facts.date(.substantiallyModified) != nil
    guard
      let change = isModified
        ? .substantiallyModified
        : changes.first(where: {
          facts.flag($0) == .yes
        })
    else { return }
    ask(
      "'\(change.rawValue)' is \(facts.text(of: change)) and the role lacks 'provider': who changes a "
        + "high-risk system is its provider (AI Act Art. 25(1))"
    )
  }
}
