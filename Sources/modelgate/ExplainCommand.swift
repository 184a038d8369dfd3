// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate explain RULE`: what a rule asks for, why, and how it is decided.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule asks for, why, and how it is decided.",
    discussion: """
      EXAMPLES
        modelgate explain essentials/card-missing-limitations
        modelgate explain card-missing-limitations
        modelgate explain ESS-021
        modelgate explain --pack policy/acme-pack our-own-rule
      """
  )

  @Argument(help: "The id of the rule, with or without its pack, or its short code.")
  var rule: String

  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp("Look in this pack as well.", valueName: "name|path")
  )
  var packs: [String] = []

  func run() throws {
    let catalogue = try RuleCatalogue(packs: RuleCatalogue.shippedNames + packs)
    try Terminal.printOutput(try catalogue.explanation(of: rule).page)
  }
}
