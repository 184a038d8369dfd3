// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import GateModel
internal import GitStore
internal import Survey

/// What a tree holds, as tables for `modelgate list`.
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
  package var systemTable: String {
    TextTable.text(
      survey.dossiers.map { dossier in
        let tier = dossier.declaration.map {
          Tiering.derive(
            from: $0.facts,
            asOf: asOf,
            unknownFails: governance.policy.unknownIs == .fail
          ).tier
        }
        return [
          dossier.systemID, (tier ?? .unresolved).rawValue, "\(dossier.artifacts.count) artifacts",
          dossier.declaration?.source.path ?? "not declared",
        ]
      }
    )
  }

  /// The files that looked like artifacts: path, what each was taken for, and why.
  package var artifactTable: String {
    TextTable.text(
      survey.candidates.sorted { $0.path < $1.path }.map { [$0.path, $0.outcome, $0.reason] }
    )
  }

  /// The waivers: rule, subject, expiry, owner, place.
  package var waiverTable: String {
    TextTable.text(
      governance.waivers.map { waiver in
        let days = asOf.days(until: waiver.expires)
        let left = days < 0 ? "expired \(-days) days ago" : "\(days) days left"
        return [
          waiver.rule, waiver.subject, "expires \(waiver.expires)", left,
          "owner \(waiver.owner)", "\(waiver.source.location)",
        ]
      }
    )
  }
}
