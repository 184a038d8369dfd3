// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// The log of a run of garak 0.10 to 0.17 (`evaluators/base.py`, `command.py`): one JSON text a line, of which
  /// those of the type `eval` say how many answers passed.
  static let garak = ArtifactFormat(
    name: "garak",
    summary: "the report of a run of garak (JSON lines)",
    fileNames: ["**/*garak*.jsonl", "**/*.report.jsonl"],
    detect: { file in
      GarakReport.isHeld(in: file)
        ? .yes(kind: .evaluation, reason: "it has results of probes of garak", confidence: .certain)
        : .no(reason: "it has no results of probes of garak")
    },
    read: { file, _ in
      var artifact = file.artifact(.evaluation, format: "garak")
      GarakReport.add(GarakReport.lines(of: file), of: file.file, to: &artifact)
      return [artifact]
    }
  )
}

/// Reads the lines of a garak report that hold results; those of single attempts are left out unread.
enum GarakReport {
  typealias Line = (number: Int, text: Substring)

  /// What stands in each line with a result.
  private static let mark = #""entry_type": "eval""#

  static func isHeld(in file: ParsedFile) -> Bool {
    guard case .text(let text) = file.content else { return false }
    return text.contains(mark)
  }

  static func lines(of file: ParsedFile) -> [Line] {
    guard case .text(let text) = file.content else { return [] }
    return text.utf8.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, Substring($0.element)) }.filter { $0.text.contains(mark) }
  }

  static func add(_ lines: [Line], of file: FileIdentity, to artifact: inout Artifact) {
    for line in lines {
      let source = file.reference(at: SourcePosition(line: line.number, column: 1))
      let reading = Result { try JSONReader.read(Array(line.text.utf8)) }
      guard case .success(let node) = reading, let probe = node["probe"]?.text,
        let passed = node["passed"]?.int,
        let total = (node["total_evaluated"] ?? node["total"])?.int, total > 0,
        (0...total).contains(passed)
      else {
        artifact.addIssue(
          "malformed-results",
          .error,
          "a result of a probe has no 'probe', 'passed' and 'total_evaluated' that agree",
          at: source
        )
        continue
      }
      var rate = Measurement(shareOf: passed, total, named: "pass_rate", at: source)
      rate.task = [probe, node["detector"]?.text].compactMap(\.self).joined(separator: " ")
      artifact.measurements.append(rate)
    }
  }
}
