// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// One metric of a run in MLflow's file store: the last line of its history counts.
  static let mlflowMetric = ArtifactFormat(
    name: "mlflow-metric",
    summary: "a metric of a run in the file store of MLflow (mlruns/…/metrics/…)",
    fileNames: ["**/mlruns/*/*/metrics/**"],
    detect: { file in
      MLflowMetricReading(file) == nil
        ? .no(reason: "it is no metric file of MLflow")
        : .evaluation(.likely, because: "it is a metric in the file store of MLflow")
    },
    read: { file, _ in
      var artifact = file.artifact(.evaluation, format: "mlflow-metric")
      MLflowMetricReading(file)?.add(to: &artifact)
      return [artifact]
    }
  )
}

/// Reads `timestamp value step [dataset digest]` per line (MLflow 3.18, `file_store.py`).
struct MLflowMetricReading {
  private let metric: String
  private let runID: String
  private let fields: [Substring]
  private let leaf: MetricLeaf
  private let milliseconds: Int64
  private let file: FileIdentity
  private let line: Int

  /// The last value, or nil when the path or any line is not as MLflow writes them.
  init?(_ file: ParsedFile) {
    guard case .text(let text) = file.content else { return nil }
    let parts = file.path.split(separator: "/")
    guard let place = parts.lastIndex(of: "metrics"), place >= 1, place + 1 < parts.count else {
      return nil
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let last = lines.lastIndex(where: { !$0.isEmpty }),
      last == lines.count - 1 || last == lines.count - 2
    else { return nil }
    let fields = lines[last].split(separator: " ")
    guard fields.count == 3 || fields.count == 5, let milliseconds = Int64(fields[0]),
      Int(fields[2]) != nil, let leaf = MetricLeaf(String(fields[1]))
    else { return nil }
    metric = parts[(place + 1)...].joined(separator: "/")
    runID = String(parts[place - 1])
    self.fields = fields
    self.leaf = leaf
    self.milliseconds = milliseconds
    self.file = file.file
    line = last + 1
  }

  func add(to artifact: inout Artifact) {
    let source = file.reference(at: SourcePosition(line: line, column: 1))
    let date = StatedDate(
      raw: String(fields[0]),
      date: CalendarDate(unixSeconds: milliseconds / 1000),
      source: source
    )
    var measurement = Measurement(metric, leaf: leaf, source: source)
    measurement.run = RunFacts(id: runID, startedAt: date)
    if fields.count == 5 {
      measurement.dataset = String(fields[3])
      artifact.datasets = [
        DatasetRecord(
          name: String(fields[3]),
          role: .evaluation,
          hash: String(fields[4]),
          source: source
        )
      ]
    }
    artifact.created = date
    artifact.measurements = [measurement]
  }
}
