// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import EvidenceBundle
internal import FileShapes
internal import GateModel
internal import Reporting
internal import RulePacks
internal import Survey

/// Compares a bundle that names inputs by their digests alone with what judging without them gives.
///
/// What rests on them is believed, and said to be; everything else has to come out the same.
struct PartialComparison {
  private let record: BundleRecord
  private let outcome: Rejudgement.Outcome

  init(_ record: BundleRecord, _ outcome: Rejudgement.Outcome) {
    (self.record, self.outcome) = (record, outcome)
  }

  var problems: [Problem] {
    let stated: Report
    do throws(ReportFlaw) {
      stated = try Report.read(record.report)
    } catch {
      return [Problem(forged: "data/report.json", "cannot be read: \(error)")]
    }
    let rule = VerdictRule(failOn: outcome.report.policy.failOn)
    let own = rule.verdict(on: stated.results, faults: stated.faults)
    guard own == stated.verdict else {
      let what =
        "states the verdict \(stated.verdict.rawValue), but its outcomes make it \(own.rawValue)"
      return [Problem(forged: "data/report.json", what)]
    }
    return omissions(in: stated) + differences(of: stated)
  }

  /// The inputs that no run of this request would have left out.
  private func omissions(in stated: Report) -> [Problem] {
    let listed = Set(stated.artifacts.map { "\($0.kind.rawValue)\u{0}\($0.path)" })
    let policy = outcome.governance.policy
    return record.redacted.compactMap { input in
      let isArtifact = ArtifactKind(rawValue: input.role) != nil
      let what: String
      if !outcome.facts.request.redaction.covers(input.path, input.role) {
        what = "leaves out '\(input.path)', which was not asked for"
      } else if policy.systems.contains(where: { $0.matches(input.path) }),
        !policy.excludes(input.path)
      {
        what = "leaves out '\(input.path)', which declares a system"
      } else if isArtifact, !listed.contains("\(input.role)\u{0}\(input.path)") {
        what = "leaves out '\(input.path)', which the report does not list as \(input.role)"
      } else {
        return nil
      }
      return Problem(forged: "data/inputs/index.json", what)
    }
  }

  /// The outcomes that rest on nothing that is left out, and differ.
  private func differences(of stated: Report) -> [Problem] {
    let isFixed = fixedOutcomes(in: stated)
    let differing = Self.outcomes(stated.results.filter(isFixed))
      .symmetricDifference(Self.outcomes(outcome.report.results.filter(isFixed)))
    guard !differing.isEmpty else { return [] }
    let what = "states \(differing.count) outcomes otherwise than judging again gives"
    return [Problem(forged: "data/report.json", what)]
  }

  /// Tells the results that cannot rest on what is left out: those of systems that it does not belong
  /// to, and in systems whose tier and flags come out the same, those of rules that do not look at it.
  private func fixedOutcomes(in stated: Report) -> (CheckResult) -> Bool {
    let kinds = Set(record.redacted.compactMap { ArtifactKind(rawValue: $0.role) })
    let rules = outcome.governance.packs.flatMap { loaded in
      loaded.pack.rules.filter { !$0.rests(on: kinds) && $0.displaces.isEmpty }
        .map { "\(loaded.pack.id)/\($0.id)" }
    }
    let independent = Set(rules)
    let moved = Set(
      (stated.results + outcome.report.results).filter { $0.displacedBy != nil }.map {
        "\($0.pack)/\($0.rule)"
      }
    )
    let judged = Dictionary(
      outcome.report.systems.map { ($0.id, ($0.tier, $0.flags)) }
    ) { first, _ in first }
    let same = Set(
      stated.systems.filter { system in
        judged[system.id].map { $0 == (system.tier, system.flags) } ?? false
      }
      .map(\.id)
    )
    let isOpen = record.redacted.contains { $0.systems.isEmpty }
    let touched = Set(record.redacted.flatMap(\.systems))
    return { result in
      if !isOpen, !touched.contains(result.system) { return true }
      return same.contains(result.system) && independent.contains("\(result.pack)/\(result.rule)")
        && !moved.contains("\(result.pack)/\(result.rule)")
    }
  }

  private static func outcomes(_ results: [CheckResult]) -> Set<[String]> {
    Set(
      results.map { result in
        [
          result.system, "\(result.pack)/\(result.rule)", result.subject, result.outcome.rawValue,
          result.rawOutcome.rawValue, result.severity.rawValue,
        ]
      }
    )
  }
}
