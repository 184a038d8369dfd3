// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate
internal import Reporting

/// `modelgate test`: runs the examples of rules.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of every rule.",
    discussion: """
      Every rule carries little repositories with the outcome it must have on them. Without a name \
      the shipped packs are tested.

      EXAMPLES
        modelgate test
        modelgate test essentials
        modelgate test policy/acme-pack --output junit
        modelgate test --mutate         does some example notice each change?

      EXIT STATUS
        0 all as expected   1 some are not   2 a pack is broken
      """
  )

  @Argument(help: "Shipped packs by name, or folders with packs.")
  var packs: [String] = []

  @Flag(
    help: "Change each comparison, quantifier and connective in turn; some example must notice."
  )
  var mutate = false

  @Option(help: "console, junit or json.")
  var output = ExampleReport.Format.console

  @Option(help: ArgumentHelp("Work on this many rules at once.", valueName: "n"))
  var jobs: Int?

  func run() async throws {
    let catalogue = try RuleCatalogue(packs: packs.isEmpty ? RuleCatalogue.shippedNames : packs)
    let width = jobs ?? max(2, ProcessInfo.processInfo.activeProcessorCount)
    let report = await ExampleRun(catalogue).run(width: width, mutating: mutate)
    try Terminal.printOutput(report.page(as: output))
    guard report.isSatisfied else { throw ExitCode(ExitStatus.fail.rawValue) }
  }
}
