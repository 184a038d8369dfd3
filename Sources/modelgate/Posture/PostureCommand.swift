// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate posture`: how all systems stand, and what is to come.
struct PostureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "posture",
    abstract: "Show how all systems stand, and which days are to come.",
    discussion: """
      One line for each system: tier, verdict, what is missing, and the next day on which something \
      changes by itself: a duty that begins to apply, a waiver that ends. Given reports of 'check \
      --output json', it puts many repositories together; without, it judges the one here. The exit \
      status says nothing about the verdicts.

      EXAMPLES
        modelgate posture
        modelgate posture --within 90
        modelgate posture team-a.json team-b.json --output json

      EXIT STATUS
        0 shown   2 usage, policy or rule pack error   3 unreadable repository
      """
  )

  @Argument(help: "The JSON reports of repositories; default: judge the repository here.")
  var reports: [String] = []

  @OptionGroup var repository: RepositoryOptions
  @OptionGroup var policy: PolicyOptions

  @Option(help: ArgumentHelp("How many days ahead to look.", valueName: "days"))
  var within = 365

  @Option(help: "console or json.")
  var output = ListCommand.Format.console

  func validate() throws {
    guard within >= 0 else { throw ValidationError("--within needs a number of days.") }
  }

  func run() async throws {
    let posture = Posture(try await read(), within: within)
    try Terminal.printOutput(output == .json ? posture.json : posture.page)
  }

  private func read() async throws -> [Report] {
    guard reports.isEmpty else { return try reports.map { try ReportFile.read($0) } }
    let request = try RunRequest(repository, policy)
    return [try await ProgressLine.during(request) { try await GateRun($0).run().report }]
  }
}
