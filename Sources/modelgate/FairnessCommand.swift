// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate fairness FILE`: how groups fare in one evaluation, and how sure that is.
struct FairnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fairness",
    abstract: "Compute group rates and fairness metrics with intervals.",
    usage: "modelgate fairness [<options>] <file>",
    discussion: """
      Reads an evaluation in any known format and compares the groups of every attribute and \
      crossing that it counts. A metric whose interval lies across its limit is inconclusive, which \
      is not a pass; the report says how many cases it would take. Numbers without counts are judged by \
      the intervals or standard errors that are stated of each group, as in --limit auc_difference=0.05. \
      How often a model was evaluated before is counted by 'check' with the pack fairness-quality, which \
      sees the history.

      EXAMPLES
        modelgate fairness evaluation/test.json
        modelgate fairness test.json --limit demographic_parity_ratio=0.8
        modelgate fairness --output json --reference sex=M test.json
        modelgate fairness --compat aif360 --reference sex=M - < test.json
        modelgate fairness scores.csv --impact-ratio ll144

      EXIT STATUS
        0 every limit is shown to hold: each --limit, or without one the customary
          ones; with --compat, which judges nothing, the values are printed
        1 a limit is missed
        2 usage or unusable file
        3 a limit that the data cannot judge, or, without --limit, a metric that
          is undefined
      """
  )

  /// How the report is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case console
    case json
    case markdown
    case csv
    case html
    case svg
  }

  /// A table that a law has published.
  enum ImpactRatio: String, CaseIterable, ExpressibleByArgument {
    case ll144
  }

  @Option(
    help: "console, json, html or svg; with --impact-ratio console, json, markdown, csv or html."
  )
  var output = Format.console

  @Option(
    help: ArgumentHelp(
      "Give the values of fairlearn, aif360 or aequitas, to the last digit (entropies of aif360 to 1e-9).",
      valueName: "library"
    )
  )
  var compat: FairnessRequest.Library?

  @Option(
    name: .customLong("reference"),
    help: ArgumentHelp(
      "Compare with this group; may be given once per attribute.",
      valueName: "attribute=group"
    )
  )
  var references: [String] = []

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Judge a metric by this number; may be given often.",
      valueName: "metric=number"
    )
  )
  var limits: [String] = []

  @Option(help: ArgumentHelp("The confidence level, a fraction.", valueName: "number"))
  var level = 0.95

  @Option(
    name: .customLong("min-n"),
    help: ArgumentHelp("The smallest group that is judged.", valueName: "n")
  )
  var minimumN = 30

  @Option(
    help: ArgumentHelp(
      "What a miss takes: interval (the whole interval is beyond the limit) or two_key (the rates "
        + "differ and the measured value is beyond it).",
      valueName: "rule"
    )
  )
  var failBy = FairnessRequest.FailBy.interval

  @Option(
    help: ArgumentHelp(
      "Whether being selected is a benefit or a burden, where the file does not say it.",
      valueName: "meaning"
    )
  )
  var positiveMeans: FairnessRequest.Meaning?

  @Option(
    help: ArgumentHelp(
      "Print the table of impact ratios that a law has published: ll144 (New York City).",
      valueName: "law"
    )
  )
  var impactRatio: ImpactRatio?

  @Option(
    help: ArgumentHelp(
      "The attribute whose groups the file leaves without a name.",
      valueName: "name"
    )
  )
  var attribute: String?

  @Option(
    help: ArgumentHelp(
      "For a public copy as html or svg: leave out numbers of groups with fewer people, and what "
        + "would give them away.",
      valueName: "n"
    )
  )
  var suppressBelow: Int?

  @Flag(
    name: .customLong("all"),
    help: "Write every group and comparison, however many there are."
  )
  var isWhole = false

  @Argument(help: "An evaluation file; - reads JSON from standard input.")
  var file: String

  func validate() throws {
    if let suppressBelow,
      suppressBelow < 2 || impactRatio != nil || ![.html, .svg].contains(output)
    {
      throw ValidationError(
        suppressBelow < 2
          ? "--suppress-below takes a number from 2 upwards"
          : "--suppress-below makes a public copy; add --output html or svg, without --impact-ratio"
      )
    }
    if compat != nil, output == .html || output == .svg {
      throw ValidationError("--compat gives values without intervals, of which there is no picture")
    }
    if impactRatio == nil, output == .markdown || output == .csv {
      throw ValidationError(
        "--output \(output.rawValue) is a form of --impact-ratio; add --impact-ratio ll144"
      )
    }
    if impactRatio != nil, output == .svg {
      throw ValidationError("--impact-ratio prints a table, of which there is no picture")
    }
  }

  func run() throws {
    guard impactRatio == nil else { return try printImpactRatios() }
    let request = try FairnessRequest(
      library: compat,
      references: references,
      limits: limits,
      level: level,
      minimumN: minimumN,
      failBy: failBy,
      positiveMeans: positiveMeans,
      attribute: attribute,
      isWhole: isWhole
    )
    let report = try FairnessReport(path: file, request: request)
    switch output {
    case .console: try Terminal.printOutput(Page(lines: report.console))
    case .html: try Terminal.printOutput(Page(html: page(of: report)))
    case .svg: try Terminal.printOutput(Page(svg: page(of: report)))
    default: try Terminal.printOutput(report.jsonPage)
    }
    let status = ExitStatus(report.verdict)
    guard status == .pass else { throw ExitCode(status.rawValue) }
  }

  private func page(of report: FairnessReport) -> FairnessPage {
    report.page(suppressingBelow: suppressBelow)
  }

  private func printImpactRatios() throws {
    let report = try ImpactRatioReport(path: file)
    switch output {
    case .console, .markdown: try Terminal.printOutput(Page(document: report.markdown))
    case .csv: try Terminal.printOutput(Page(document: report.csv))
    case .html: try Terminal.printOutput(Page(document: report.html))
    case .json, .svg: try Terminal.printOutput(report.jsonPage)
    }
    guard report.isComplete else { throw ExitCode(ExitStatus.undecided.rawValue) }
  }
}
