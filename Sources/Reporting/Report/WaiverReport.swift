// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// One waiver of the checked tree and what became of it.
package struct WaiverReport: Sendable, Hashable {
  /// What became of a waiver.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// It accepts a failed rule.
    case applied
    /// It was created after the commit that holds it, or after the day of the check.
    case early
    /// No failed rule needs it.
    case unused
    /// Its last day has passed, so that it accepts nothing.
    case expired
    /// It accepts a failed rule, but only for a short while.
    case expiresSoon
    /// It names a rule that cannot be waived, so that it accepts nothing.
    case refused
  }

  /// The rule it names, as written.
  package var rule: String
  /// The system it names, or nil for all.
  package var system: String?
  /// The subject it names, as written.
  package var subject: String
  /// Who answers for the accepted gap.
  package var owner: String
  /// Who accepted it.
  package var approvedBy: String
  /// The day it was accepted.
  package var created: CalendarDate
  /// The last day on which it counts.
  package var expires: CalendarDate
  /// Why it was accepted.
  package var reason: String
  /// A ticket or document, as written.
  package var reference: String?
  /// What became of it.
  package var state: State
  /// The whole days from the day of the check to the last day; negative once it has expired.
  package var daysLeft: Int
  /// Where it stands.
  package var location: SourceLocation

  /// Creates the description of a waiver.
  package init(
    rule: String,
    system: String? = nil,
    subject: String,
    owner: String,
    approvedBy: String,
    created: CalendarDate,
    expires: CalendarDate,
    reason: String,
    reference: String? = nil,
    state: State,
    daysLeft: Int,
    location: SourceLocation
  ) {
    self.rule = rule
    self.system = system
    self.subject = subject
    self.owner = owner
    self.approvedBy = approvedBy
    self.created = created
    self.expires = expires
    self.reason = reason
    self.reference = reference
    self.state = state
    self.daysLeft = daysLeft
    self.location = location
  }
}

extension Report {
  /// The waivers with what became of each.
  package var waiverListing: Listing {
    Listing(
      ["state", "rule", "system", "subject", "expires", "daysLeft", "owner", "place"],
      absence: "there is no waiver",
      rows: waivers.map { waiver in
        [
          .text(waiver.state.words), .text(waiver.rule),
          .text(waiver.system ?? "*"), .text(waiver.subject), .text("\(waiver.expires)"),
          .count(waiver.daysLeft, "day left", "days left"), .text("owner \(waiver.owner)"),
          .text("\(waiver.location)"),
        ]
      }
    )
  }

  /// Whether every waiver accepts a finding that is there.
  ///
  /// - Parameter days: How many days more it has to last.
  /// - Returns: Whether none has expired, is unused or was refused; also where there is none.
  package func waiversHold(for days: Int) -> Bool {
    waivers.allSatisfy {
      ($0.state == .applied || $0.state == .expiresSoon) && $0.daysLeft >= days
    }
  }
}
