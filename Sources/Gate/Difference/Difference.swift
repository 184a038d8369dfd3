// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Reporting
internal import Survey

/// What differs between two judged commits.
struct Difference {
  let base: JudgedCommit
  let head: JudgedCommit
  /// Whether a system is asked for.
  let concerns: (String) -> Bool

  /// The findings of both: new ones and those that stay in the order of the later report, then those
  /// that are gone.
  var findings: [DifferenceReport.Finding] {
    let (before, after) = (KnownFindings(base.report.results), KnownFindings(head.report.results))
    let now = head.report.results.filter(\.isFinding).map {
      DifferenceReport.Finding(change: before.contains($0) ? .same : .new, result: $0)
    }
    let gone = base.report.results.filter { $0.isFinding && concerns($0.system) }
      .filter { !after.concerns($0) }
      .map { DifferenceReport.Finding(change: .gone, result: $0) }
    return now + gone
  }

  /// What could not be read at the later commit and could at the earlier one.
  var newFaults: [Fault] {
    let known = Set(base.report.faults.map(FaultKey.init))
    return head.report.faults.filter { !known.contains(FaultKey($0)) }
  }

  /// The measurements whose value or interval is another one, and those that came or went.
  var movements: [DifferenceReport.Movement] {
    var waiting = Dictionary(
      grouping: base.measurements.filter { concerns($0.system) },
      by: MeasurementKey.init
    )
    var movements: [DifferenceReport.Movement] = []
    for measured in head.measurements {
      let key = MeasurementKey(measured)
      let before = waiting[key]?.first
      if before != nil { waiting[key]?.removeFirst() }
      guard before?.value != measured.value else { continue }
      movements.append(movement(measured, before?.value, measured.value))
    }
    let gone = base.measurements.filter { concerns($0.system) }.filter { measured in
      let key = MeasurementKey(measured)
      guard let first = waiting[key]?.first, first.value == measured.value else { return false }
      waiting[key]?.removeFirst()
      return true
    }
    return movements + gone.map { movement($0, $0.value, nil) }
  }

  private func movement(
    _ measured: JudgedCommit.Measured,
    _ before: DifferenceReport.Value?,
    _ after: DifferenceReport.Value?
  ) -> DifferenceReport.Movement {
    DifferenceReport.Movement(
      system: measured.system,
      metric: measured.metric,
      scope: measured.scope,
      before: before,
      after: after
    )
  }

  /// The documents that describe a model and stayed as they were while its evidence or weights
  /// changed.
  var staleDocuments: [DifferenceReport.StaleDocument] {
    let describing: Set<ArtifactKind> = [.modelCard, .dpia, .fria]
    return head.report.artifacts.filter { describing.contains($0.kind) }.compactMap { document in
      let isUnchanged = base.report.artifacts.contains {
        $0.system == document.system && $0.path == document.path && $0.sha256 == document.sha256
      }
      let changed = changedEvidence(of: document.system)
      guard isUnchanged, !changed.isEmpty else { return nil }
      return DifferenceReport.StaleDocument(
        system: document.system,
        path: document.path,
        because: changed
      )
    }
  }

  /// The evaluations and the weights of a system that are other ones than before.
  private func changedEvidence(of system: String) -> [String] {
    let (old, new) = (evaluations(of: system, in: base), evaluations(of: system, in: head))
    let files = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    let (before, after) = (base.weights[system] ?? [:], head.weights[system] ?? [:])
    let models = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    return files + models.map { "weights of \($0)" }
  }

  private func evaluations(of system: String, in commit: JudgedCommit) -> [String: ContentDigest] {
    commit.report.artifacts.filter { $0.system == system && $0.kind == .evaluation }
      .reduce(into: [:]) { $0[$1.path] = $1.sha256 }
  }
}

/// What makes a measurement the same one at two commits; its document may have moved.
private struct MeasurementKey: Hashable {
  let system: String
  let metric: String
  let scope: String

  init(_ measured: JudgedCommit.Measured) {
    (system, metric, scope) = (measured.system, measured.metric, measured.scope)
  }
}
