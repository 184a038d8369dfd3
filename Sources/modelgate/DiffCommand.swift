// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel
internal import Reporting

/// `modelgate diff BASE HEAD`: what got better and what got worse between two commits.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed between two commits: findings, measurements, settings.",
    discussion: """
      Judges both commits by the same day and compares: findings that are new, gone or stay, \
      measurements that moved, tiers, thresholds and waivers that changed, and documents that stayed \
      while weights or evaluations changed.

      EXAMPLES
        modelgate diff origin/main HEAD
        modelgate diff v1.2 v1.3 --output markdown=changes.md
        modelgate diff HEAD~1 HEAD --system credit-scoring --output json

      EXIT STATUS
        0 no finding at or above the threshold is new   1 one is
        2 usage, policy or rule pack error
        3 something new cannot be judged, or nothing was checked
      """
  )

  @Argument(help: "The earlier commit: a branch, tag, id or HEAD~2.")
  var base: String

  @Argument(help: "The later commit.")
  var head = "HEAD"

  @OptionGroup var options: HookOptions

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "console (default), json or markdown, and where it goes; may be given often.",
      valueName: "format[=path]"
    )
  )
  var outputs: [DifferenceTarget] = []

  func validate() throws {
    guard outputs.filter({ $0.path == nil }).count <= 1 else {
      throw ValidationError("Only one --output can go to standard output; give the others a path.")
    }
  }

  func run() async throws {
    var request = try options.request()
    request.source = .commit(head)
    let report = try await Comparison(request, since: base).report()
    try EndingSignals.waiting { () throws(RunFailure) in
      var files = OutputFiles()
      for target in outputs {
        guard let path = target.path else { continue }
        try files.stage(render(report, as: target.format), at: path)
      }
      try files.commit()
    }
    let printed = outputs.first { $0.path == nil }?.format ?? .console
    try Terminal.printOutput(Page(report, as: printed, style: Terminal.style(noColor: false)))
    let status = ExitStatus(report.verdict)
    guard status == .pass else { throw ExitCode(status.rawValue) }
  }
}

/// A difference to write: its format, and a path or standard output.
struct DifferenceTarget: Hashable, ExpressibleByArgument {
  let format: DifferenceFormat
  let path: String?

  /// Reads `FORMAT`, `FORMAT=-` or `FORMAT=PATH`.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = DifferenceFormat(rawValue: String(parts[0])) else { return nil }
    let path = parts.count == 2 ? String(parts[1]) : "-"
    guard !path.isEmpty else { return nil }
    self.format = format
    self.path = path == "-" ? nil : path
  }

  /// The formats, for the message about an unknown one.
  static var allValueStrings: [String] { DifferenceFormat.allCases.map(\.rawValue) }
}
