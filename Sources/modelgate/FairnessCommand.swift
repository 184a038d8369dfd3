// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate

/// `modelgate fairness FILE`: how groups fare in one evaluation, and how sure that is.
struct FairnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fairness",
    abstract: "Compute group rates and fairness metrics with intervals.",
    discussion: """
      Reads an evaluation in any known format and compares the groups of every attribute and \
      crossing that it counts. A metric whose interval lies across its limit is inconclusive, which \
      is not a pass; the report says how many cases it would take.

      EXAMPLES
        modelgate fairness evaluation/test.json
        modelgate fairness test.json --limit demographic_parity_ratio=0.8
        modelgate fairness --output json --reference sex=M test.json
        modelgate fairness --compat aif360 --reference sex=M - < test.json

      EXIT STATUS
        0 computed, and every --limit holds
        1 a --limit is missed
        2 usage or unusable file
        3 a --limit that the data cannot judge, or, without --limit, a metric that
          is undefined
      """
  )

  /// How the report is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case console
    case json
  }

  @Option(help: "console or json.")
  var output = Format.console

  @Option(
    help: ArgumentHelp(
      "Give the values of fairlearn, aif360 or aequitas, to the last digit.",
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

  @Argument(help: "An evaluation file; - reads JSON from standard input.")
  var file: String

  func run() throws {
    let request = try FairnessRequest(
      library: compat,
      references: references,
      limits: limits,
      level: level,
      minimumN: minimumN
    )
    let report = try FairnessReport(path: file, request: request)
    switch output {
    case .console: Terminal.printOutput(Array(report.console.utf8))
    case .json: Terminal.printOutput(report.json)
    }
    let status = ExitStatus(report.verdict)
    guard status == .pass else { throw ExitCode(status.rawValue) }
  }
}
