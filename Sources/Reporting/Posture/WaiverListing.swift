// SPDX-License-Identifier: Apache-2.0

internal import GateModel

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
