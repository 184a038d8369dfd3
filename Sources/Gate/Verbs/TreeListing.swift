// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import GateModel
internal import GitStore
package import Reporting
internal import Survey

/// What a tree holds, for `modelgate list`.
package struct TreeListing: Sendable {
  private let survey: Survey
  private let governance: Governance
  private let asOf: CalendarDate

  /// Reads policy, declarations and artifacts of a tree.
  package static func make(_ request: RunRequest) async throws(RunFailure) -> TreeListing {
    let (survey, governance, day) = try await GateRun(request).survey()
    return TreeListing(survey: survey, governance: governance, asOf: day.date)
  }

  /// The systems: id, tier, number of artifacts, declaration.
  package var systems: Listing {
    Listing(
      ["id", "tier", "artifactCount", "declaration"],
      absence: "no system is declared, and there is no governed document",
      rows: survey.dossiers.map { dossier in
        let tier = dossier.declaration.map {
          Tiering.derive(
            from: $0.facts,
            words: $0.words,
            asOf: asOf,
            unknownFails: governance.policy.unknownIs == .fail,
            maximumDays: governance.policy.answersMaximumDays
          ).tier
        }
        return [
          .text(dossier.systemID), .text((tier ?? .unresolved).rawValue),
          .count(dossier.artifacts.count, "artifact", "artifacts"),
          .text(dossier.declaration?.source.path ?? "not declared"),
        ]
      }
    )
  }

  /// The files that looked like artifacts: path, what each was taken for, and why.
  package var artifacts: Listing {
    Listing(
      ["path", "outcome", "reason"],
      absence: "no file looks like a governed document",
      rows: survey.candidates.sorted { $0.path < $1.path }.map {
        [.text($0.path), .text($0.outcome), .text($0.reason)]
      }
    )
  }

  /// The waivers: rule, subject, expiry, owner, place.
  package var waivers: Listing {
    Listing(
      ["rule", "subject", "expires", "left", "owner", "place"],
      absence: "there is no waiver",
      rows: governance.waivers.map { waiver in
        let days = asOf.days(until: waiver.expires)
        let count = "\(days.magnitude) \(days.magnitude == 1 ? "day" : "days")"
        return [
          .text(waiver.rule), .text(waiver.subject), .text("expires \(waiver.expires)"),
          .text(days < 0 ? "expired \(count) ago" : "\(count) left"),
          .text("owner \(waiver.owner)"), .text("\(waiver.source.location)"),
        ]
      }
    )
  }
}
