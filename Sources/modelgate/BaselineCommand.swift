// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel
internal import Reporting

/// `modelgate baseline`: writes down the findings that an old repository starts with.
struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Write down today's findings, so that only new ones fail.",
    discussion: """
      Put the file on the branch that --policy-ref names: 'check --baseline FILE --policy-ref REF' \
      reads it there, so that nobody accepts his own findings. A baseline may only shrink: --shrink \
      takes out what has been repaired and keeps the days of the rest.

      EXAMPLES
        modelgate baseline --output baseline.json
        modelgate baseline --shrink baseline.json --output baseline.json
        modelgate check --baseline baseline.json --policy-ref origin/main

      EXIT STATUS
        0 written   2 usage, policy or rule pack error   3 unreadable repository
      """
  )

  @OptionGroup var repository: RepositoryOptions
  @OptionGroup var policy: PolicyOptions

  @Option(help: ArgumentHelp("Keep only what this older baseline has.", valueName: "file"))
  var shrink: String?

  @Option(help: ArgumentHelp("Where to write it; default: standard output.", valueName: "path"))
  var output: String?

  func run() async throws {
    let request = try RunRequest(repository, policy)
    let older = try shrink.map { try Baseline(try NamedInput.bytes($0), at: $0) }
    let report = try await GateRun(request).run().report
    let baseline = Baseline(of: report, within: older)
    if let output {
      try OutputFiles.write(baseline.page.bytes, to: output)
    } else {
      try Terminal.printOutput(baseline.page)
    }
    remark(baseline, report)
  }

  /// Says what is in the file and what cannot be.
  private func remark(_ baseline: Baseline, _ report: Report) {
    let faults = report.faults.count
    let rest = faults == 0 ? "" : "; \(faults) faults have to be repaired, they are not in it"
    Terminal.printError(
      Page(lines: "modelgate: findings in the baseline: \(baseline.count)\(rest)\n")
    )
  }
}
