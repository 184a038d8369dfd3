// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel
package import Reporting

/// A report to write: its format, and a path or standard output.
package struct OutputTarget: Hashable, Sendable {
  /// The format.
  package var format: ReportFormat
  /// The file, or nil for standard output.
  package var path: String?

  /// Creates a target.
  package init(format: ReportFormat, path: String?) {
    self.format = format
    self.path = path
  }
}

/// What a run found, before anything is written.
package struct RunRecord: Sendable {
  /// The report.
  package let report: Report
  /// What a bundle needs beyond the report; nil when none was asked for.
  var evidence: EvidenceInputs?
  /// What no output may replace.
  var protected = ProtectedPaths()
  /// What whoever runs the check should know and no report says.
  package var remarks: [String] = []

  /// Writes every output, or none of them.
  ///
  /// Files are rendered in memory first, and appear only when all of them are complete; what goes to
  /// standard output follows in pieces, of which none is kept.
  ///
  /// - Parameters:
  ///   - outputs: The reports and where they go.
  ///   - path: The path of the bundle, or nil for none.
  ///   - style: How the console report is drawn.
  ///   - junitProfile: Which readers the JUnit report has to please.
  ///   - printing: Writes a page to standard output.
  /// - Throws: When something cannot be written; nothing is left half-written then.
  package func write(
    outputs: [OutputTarget],
    evidence path: String?,
    style: ConsoleStyle,
    junitProfile: JUnitProfile = .rich,
    toStandardOutput printing: (Page) throws(RunFailure) -> Void
  ) throws(RunFailure) {
    try EndingSignals.waiting { () throws(RunFailure) in
      try writeFiles(outputs, evidence: path, junitProfile)
    }
    for target in outputs where target.path == nil {
      try report.print(as: target.format, style: style, junitProfile: junitProfile, to: printing)
    }
  }

  /// Adds bytes at the end of a file of somebody else, such as the summary of a workflow's step; it is
  /// created where it is missing.
  ///
  /// - Throws: When the file cannot be written, lies inside the repository itself, or is judged.
  package func add(_ bytes: [UInt8], to path: String) throws(RunFailure) {
    try protected.refuse(path, as: path)
    try AppendedFile.append(bytes, to: path)
  }

  private func writeFiles(
    _ outputs: [OutputTarget],
    evidence path: String?,
    _ junitProfile: JUnitProfile
  ) throws(RunFailure) {
    if let path {
      try protected.refuse(path, as: path)
      try Self.refuse(outputs, at: path)
    }
    var files = OutputFiles(sparing: protected)
    for target in outputs {
      guard let path = target.path else { continue }
      try files.stage(bytes(target.format, junitProfile), at: path)
    }
    if let path { try writeBundle(to: path, discarding: &files) }
    try files.commit()
  }

  /// Refuses an output in the place of the bundle, or in its folder: one of the two would be lost.
  private static func refuse(_ outputs: [OutputTarget], at bundle: String) throws(RunFailure) {
    let place = TreePath.resolve(bundle, in: "")
    let lost = outputs.first { target in
      guard let path = target.path.flatMap({ TreePath.resolve($0, in: "") }), let place else {
        return false
      }
      return path == place || TreePath.lies(path, below: place)
    }
    guard let path = lost?.path else { return }
    throw .configuration(
      "the report '\(path)' would lie where the evidence bundle does",
      help: "give one of --output and --evidence another path"
    )
  }

  private func bytes(_ format: ReportFormat, _ profile: JUnitProfile) -> [UInt8] {
    format == .junit ? report.junit(profile: profile) : render(report, as: format)
  }

  private func writeBundle(
    to path: String,
    discarding files: inout OutputFiles
  ) throws(RunFailure) {
    guard let evidence else { return }
    do throws(RunFailure) {
      try OutputFiles.createFolder(of: path)
    } catch {
      files.discard()
      throw error
    }
    do throws(Problem) {
      let contents = try evidence.contents(of: report)
      try BundleWriter.write(
        try EvidenceBundle.files(of: contents),
        named: contents.baseName,
        modified: evidence.commitTime,
        to: BundleDestination(path: path)
      )
    } catch {
      files.discard()
      throw .configuration(
        "writing the evidence bundle '\(error.path)' failed: \(error.message)",
        help: error.help
      )
    }
  }
}
