// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Gate
internal import GateModel
internal import Reporting

/// The files in which a step of a GitHub workflow leaves its summary and its outputs.
///
/// The runner names them in the environment; they decide where something is written, never what.
struct WorkflowStep {
  private let summary: String?
  private let outputs: String?

  /// The step that the environment tells of; without one nothing is written.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    func path(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    summary = path("GITHUB_STEP_SUMMARY")
    outputs = path("GITHUB_OUTPUT")
  }

  /// Adds the report to the summary, and `verdict`, `failed` and `undecided` to the outputs.
  ///
  /// Outputs have words and numbers of the program alone: text of the repository could begin
  /// further outputs.
  func append(_ record: RunRecord) throws(RunFailure) {
    let report = record.report
    if let summary { try record.add(render(report, as: .markdown), to: summary) }
    if let outputs {
      let lines = [
        "verdict=\(report.verdict.rawValue)",
        "failed=\(report.summary.failed)",
        "undecided=\(report.summary.undecided)",
      ]
      try record.add(Array(lines.map { $0 + "\n" }.joined().utf8), to: outputs)
    }
  }
}
