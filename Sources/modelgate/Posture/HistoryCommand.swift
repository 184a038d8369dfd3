// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate history`: how the verdict changed from commit to commit.
struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Judge a row of commits and show how the verdict changed.",
    discussion: """
      Follows first parents from --rev and judges each commit by its own policy and on its own day, \
      unless --policy-ref or --as-of say otherwise. The exit status says nothing about the verdicts.

      EXAMPLES
        modelgate history
        modelgate history --rev main --since v1.0
        modelgate history --limit 50 --policy-ref origin/main --output json

      EXIT STATUS
        0 shown   2 usage   3 unreadable repository
      """
  )

  @OptionGroup var options: HookOptions

  @Option(help: ArgumentHelp("The newest commit.", valueName: "rev"))
  var rev = "HEAD"

  @Option(help: ArgumentHelp("Stop before this commit, which is not judged.", valueName: "rev"))
  var since: String?

  @Option(help: ArgumentHelp("Judge at most this many commits.", valueName: "n"))
  var limit = 10

  @Option(help: "console or json.")
  var output = ListCommand.Format.console

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit needs a number from 1 upwards.") }
  }

  func run() async throws {
    var request = try options.request()
    if options.policy.asOf == nil { request.asOf = .commit }
    let row = CommitRow(from: rev, until: since, limit: limit, judgedAs: request)
    let history = try await row.history()
    try Terminal.printOutput(output == .json ? history.json : history.page)
  }
}
