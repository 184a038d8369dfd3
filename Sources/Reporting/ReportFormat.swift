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
  /// One self-contained page, for officers and auditors.
  case html
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// GitLab Code Quality.
  case codequality
  /// GitHub workflow commands, which become annotations.
  case github
  /// One row for each check, for spreadsheets and databases.
  case csv
  /// Counts in the text format of Prometheus, for a board over many repositories.
  case prometheus
  /// Assessment results of OSCAL 1.2.1, for the tools of auditors.
  case oscal

  /// Whether the bytes are JSON.
  var isJSON: Bool {
    switch self {
    case .json, .sarif, .codequality, .oscal: true
    case .console, .junit, .markdown, .html, .github, .csv, .prometheus: false
    }
  }
}

/// How a report looks on a terminal.
package struct ConsoleStyle: Sendable, Hashable {
  /// Whether colours may be used.
  package var useColor: Bool
  /// By what findings can be put together.
  package enum Grouping: String, Sendable, Hashable, CaseIterable {
    case pack
    case control
    case owner
    case artifact
  }

  /// The number of columns to fill.
  package var width: Int
  /// Whether requirement, seen values and the steps of each decision are shown.
  package var explains: Bool
  /// By what findings are put together, or nil for one list.
  package var grouping: Grouping?

  /// Creates a style; without arguments it is one that suits files and logs.
  package init(
    useColor: Bool = false,
    width: Int = 80,
    explains: Bool = false,
    grouping: Grouping? = nil
  ) {
    self.useColor = useColor
    self.width = width
    self.explains = explains
    self.grouping = grouping
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
  case .json: report.json
  case .junit: JUnitReport(report).bytes()
  case .markdown: MarkdownReport(report).bytes()
  case .html: HTMLReport(report).bytes()
  case .sarif: SARIFReport(report).bytes()
  case .codequality: CodeQualityReport(report).bytes()
  case .github: WorkflowCommands(report).bytes()
  case .csv: CSVReport(report).bytes()
  case .prometheus: PrometheusReport(report).bytes()
  case .oscal: OSCALReport(report).bytes()
  }
}

/// Hands on the same bytes in their order: in pieces, where the format is written so.
package func render(
  _ report: Report,
  as format: ReportFormat,
  junitProfile: JUnitProfile = .rich,
  handingOn handOn: @escaping ([UInt8]) -> Void
) {
  switch format {
  case .json: Report.fields.write(report, handingOn: handOn)
  case .junit: JUnitReport(report, profile: junitProfile).write(handingOn: handOn)
  case .sarif: SARIFReport(report).write(handingOn: handOn)
  default: handOn(render(report, as: format))
  }
}
