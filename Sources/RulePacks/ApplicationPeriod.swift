// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import RuleLanguage

/// From which day to which a rule applies; dates are data, because laws move.
package struct ApplicationPeriod: Sendable {
  /// How the first day is known.
  package enum Start: Sendable {
    case always
    case day(CalendarDate)
    /// The day of the system's route to high risk (AI Act Article 113).
    case byRoute
    /// Days that hang on facts: the first case that holds counts.
    case cases([Case])
  }

  /// A first day, and when it is the one.
  package struct Case: Sendable {
    /// The condition, or nil for all that is left.
    package var when: Program?
    package var day: CalendarDate
  }

  /// The first day.
  package var from: Start
  /// The last day, or nil for ever.
  package var until: CalendarDate?
  /// A contested earlier first day, used under `strict_dates`.
  package var contestedFrom: CalendarDate?

  /// How a day stands to the period.
  package enum Standing: Hashable, Sendable {
    case inForce
    /// Applies from a later day.
    case upcoming(CalendarDate)
    /// Applied until an earlier day.
    case ended(CalendarDate)
  }

  /// How a day stands to the period.
  ///
  /// - Parameters:
  ///   - day: The day of the check.
  ///   - first: The first day for the system, or nil for always.
  ///   - strictDates: Whether the contested reading counts.
  /// - Returns: Whether it is in force, still to come, or over.
  package func standing(
    on day: CalendarDate,
    from first: CalendarDate?,
    strictDates: Bool
  ) -> Standing {
    let first = strictDates ? contestedFrom ?? first : first
    if let first, day < first { return .upcoming(first) }
    if let until, until < day { return .ended(until) }
    return .inForce
  }

  /// Whether the first day is that of the system's route to high risk.
  package var isByRoute: Bool {
    if case .byRoute = from { return true }
    return false
  }
}

extension ApplicationPeriod.Start {
  /// The first day as documentation states it; nil for always.
  package var text: String? {
    switch self {
    case .always: nil
    case .day(let day): day.description
    case .byRoute:
      "the day of its route: \(ApplicationPeriod.firstRouteDay) for Annex III, 2028-08-02 for Annex I"
    case .cases(let cases):
      cases.map { step in
        step.when.map { "\(step.day) when \($0.english())" } ?? step.day.description
      }
      .joined(separator: "; else ")
    }
  }
}
