// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate merge REPORT…`: puts the reports of all shards together.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the reports of all shards of a run together.",
    usage: "modelgate merge [<options>] <report> ...",
    discussion: """
      The result has the bytes of the run without shards. A shard that is missing or there twice, or \
      of another commit, policy, day or tool, is refused.

      EXAMPLES
        modelgate check --shard 1/2 --output json=1.json
        modelgate check --shard 2/2 --output json=2.json
        modelgate merge 1.json 2.json --output junit=gate.xml

      EXIT STATUS
        0 pass   1 fail   2 reports that do not belong together   3 undecided
      """
  )

  @Argument(help: "The JSON reports of all shards.")
  var reports: [String]

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "A report and where it goes, as for check; may be given often.",
      valueName: "format[=path]"
    )
  )
  var outputs: [OutputTarget] = []

  @Flag(help: "Print nothing but what --output asks for.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "Print no colours.")
  var noColor = false

  func validate() throws {
    guard outputs.filter({ $0.path == nil }).count <= 1 else {
      throw ValidationError("only one --output can go to standard output; give the others a path")
    }
  }

  func run() throws {
    let record = try ReportMerge.record(ofFilesAt: reports)
    let isShown = quiet || outputs.contains { $0.path == nil }
    try record.write(
      outputs: isShown ? outputs : outputs + [OutputTarget(format: .console, path: nil)],
      evidence: nil,
      style: Terminal.style(noColor: noColor),
      toStandardOutput: Terminal.printOutput
    )
    if outputs.contains(where: { $0.format == .github }) {
      try WorkflowStep().append(record)
    }
    throw ExitCode(ExitStatus(record.report.verdict).rawValue)
  }
}
