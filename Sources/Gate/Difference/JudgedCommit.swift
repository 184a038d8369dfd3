// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Reporting
internal import Survey

/// A judged commit with what a comparison needs beyond its report.
struct JudgedCommit: Sendable {
  /// A measurement and the system whose evidence states it.
  struct Measured: Sendable {
    let system: String
    let metric: String
    /// What it was measured on.
    let scope: String
    let value: DifferenceReport.Value
  }

  let report: Report
  /// The measurements in the order of systems, documents and their text.
  let measurements: [Measured]
  /// The state of the weights of each declared model, by system and model.
  let weights: [String: [String: WeightsState]]

  /// Judges what a request asks for.
  init(_ request: RunRequest) async throws(RunFailure) {
    let (record, dossiers) = try await GateRun(request).runKeepingDossiers()
    report = record.report
    measurements = dossiers.flatMap { dossier in
      dossier.artifacts.flatMap(\.measurements).map { Measured($0, of: dossier.systemID) }
    }
    weights = dossiers.reduce(into: [:]) { weights, dossier in
      weights[dossier.systemID] = dossier.models.reduce(into: [:]) { states, model in
        states[model.model.name] = model.weights
      }
    }
  }
}

extension JudgedCommit.Measured {
  fileprivate init(_ measurement: Measurement, of system: String) {
    self.system = system
    metric = measurement.metric
    let slice = measurement.slice.sorted().map { "\($0.attribute)=\($0.group)" }
    let named = [
      ("dataset", measurement.dataset), ("split", measurement.split), ("task", measurement.task),
    ].compactMap { name, value in value.map { "\(name) \($0)" } }
    scope = (slice + named).joined(separator: ", ")
    value = DifferenceReport.Value(
      value: measurement.value,
      lower: measurement.uncertainty?.lower,
      upper: measurement.uncertainty?.upper
    )
  }
}
