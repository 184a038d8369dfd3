// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// A form in which a report can be written.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// Text for a terminal.
  case console
  /// The whole report as canonical JSON.
  case json
  /// JUnit XML, for the test views of CI systems.
  case junit
  /// GitHub-flavoured Markdown, for job summaries and comments.
  case markdown
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// GitLab Code Quality.
  case codequality
  /// GitHub workflow commands, which become annotations.
  case github
}

/// How a report looks on a terminal.
package struct ConsoleStyle: Sendable, Hashable {
  /// Whether colours may be used.
  package var useColor: Bool
  /// The number of columns to fill.
  package var width: Int

  /// Creates a style; without arguments it is one that suits files and logs.
  package init(useColor: Bool = false, width: Int = 100) {
    self.useColor = useColor
    self.width = width
  }
}

/// The bytes of a report in one format; equal reports give equal bytes.
///
/// The style is how it looks on a terminal; only `console` heeds it.
package func render(
  _ report: Report,
  as format: ReportFormat,
  style: ConsoleStyle = ConsoleStyle()
) -> [UInt8] {
  switch format {
  case .console: ConsoleReport(report, style: style).bytes()
  case .json: CanonicalJSON.bytes(of: report.json)
  case .junit: JUnitReport(report).bytes()
  case .markdown: MarkdownReport(report).bytes()
  case .sarif: SARIFReport(report).bytes()
  case .codequality: CodeQualityReport(report).bytes()
  case .github: WorkflowCommands(report).bytes()
  }
}
