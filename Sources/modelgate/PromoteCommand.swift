// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate promote`: plans the steps by which a registry serves what a bundle speaks for.
struct PromoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promote",
    abstract: "Plan the promotion of a model that a bundle speaks for.",
    usage: """
      modelgate promote [<options>] --registry <name> --model <name>
        --version <version> --alias <name> --bundle <path> --plan <file>
      """,
    discussion: """
      Verifies the bundle, judges it again, and writes the steps that promote the model, as JSON and \
      as lines for a shell; the first one tells whether it is done already, the last one reads back. \
      Nothing is sent: this program has no network \
      code. A bundle that does not hold is refused with the reason. --require is pass unless you say \
      otherwise.

      EXAMPLES
        modelgate promote --registry mlflow --model credit --version 7 \\
          --alias champion --bundle evidence.tar --model-dir ./model --plan plan.json
        modelgate promote --registry exec --exec 'deploy {model} {version}' \\
          --read-back 'deployed {model}' --undo 'deploy {model} --previous' \\
          --model credit --version 7 --alias live --bundle evidence.tar --plan -

      EXIT STATUS
        0 planned   1 refused   2 usage   3 the bundle cannot be read
      """
  )

  @Option(help: ArgumentHelp("mlflow, huggingface, sagemaker, oci or exec.", valueName: "name"))
  var registry: Registry

  @Option(help: ArgumentHelp("The model in the registry.", valueName: "name"))
  var model: String

  @Option(help: ArgumentHelp("The version in the registry.", valueName: "version"))
  var version: String

  @Option(help: ArgumentHelp("The alias, tag or stage.", valueName: "name"))
  var alias: String

  @Option(help: ArgumentHelp("The evidence bundle.", valueName: "path"))
  var bundle: String

  @Option(help: ArgumentHelp("Where the plan goes; - is standard output.", valueName: "file"))
  var plan: String

  @Option(
    name: .customLong("exec"),
    help: ArgumentHelp(
      "For exec: the command, with {model}, {version}, {alias}, {evidence}, {commit}, {policy}.",
      valueName: "command"
    )
  )
  var command: String?

  @Option(
    help: ArgumentHelp(
      "For exec: the command that prints the version promoted; needed.",
      valueName: "command"
    )
  )
  var readBack: String?

  @Option(
    name: .customLong("undo"),
    help: ArgumentHelp("For exec: the command that takes it back.", valueName: "command")
  )
  var undoing: String?

  @OptionGroup var options: RequirementOptions

  func validate() throws {
    for (option, value) in [("model", model), ("version", version), ("alias", alias)]
    where value.allSatisfy(\.isWhitespace) {
      throw ValidationError("--\(option) needs a name.")
    }
  }

  func run() async throws {
    var requirements = try options.requirements()
    requirements.verdict = requirements.verdict ?? .pass
    let promotion = Promotion(
      registry: registry,
      target: PromotionTarget(model: model, version: version, alias: alias),
      commands: PromotionCommands(
        run: Self.words(command),
        readBack: Self.words(readBack),
        undo: Self.words(undoing)
      )
    )
    let answer = try await promotion.answer(
      for: bundle,
      requirements: requirements,
      tool: .current
    )
    switch answer {
    case .plan(let steps): try write(steps)
    case .refusal(let reasons):
      Terminal.printError(Page(lines: reasons.map { "refused: \($0)\n" }.joined()))
      throw ExitCode(ExitStatus.fail.rawValue)
    }
  }

  private static func words(_ command: String?) -> [String] {
    (command ?? "").split(separator: " ").map(String.init)
  }

  private func write(_ steps: PromotionPlan) throws {
    guard plan != "-" else { return try Terminal.printOutput(steps.page) }
    try OutputFiles.write(steps.json, to: plan, sparing: [bundle])
  }
}

extension Registry: ExpressibleByArgument {}
