// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate eval EXPR`: tries an expression on a dossier or on given values.
struct EvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate one CEL expression and print its value as JSON.",
    usage: "modelgate eval [<options>] <expression>",
    discussion: """
      With --repo, --rev, --path or --system, the names are those of a rule: system, dossier, \
      repository, policy and as_of. With --input, the members of the input become names. Put -- \
      before an expression that starts with a dash.

      EXAMPLES
        modelgate eval '1 + 1 == 2'
        modelgate inspect > facts.json
        modelgate eval --input facts.json "documents.exists(d, d.kind == 'dpia')"
        modelgate eval --repo . --system credit-scoring 'dossier.model_cards.size()'
        modelgate eval --explain --input facts.json 'size(documents) > 3'

      EXIT STATUS
        0 a value   1 an error in the expression or its evaluation   2 unusable input
      """
  )

  @Option(
    help: ArgumentHelp("A JSON object whose members become names; - reads it.", valueName: "file")
  )
  var input: String?

  @Option(help: ArgumentHelp("Try it on a system of this repository.", valueName: "path"))
  var repo: String?

  @Option(help: ArgumentHelp("The revision: a branch, tag, id or HEAD~2.", valueName: "rev"))
  var rev: String?

  @Option(help: ArgumentHelp("Treat this folder of the tree as the root.", valueName: "dir"))
  var path: String?

  @Option(help: ArgumentHelp("The id of the system.", valueName: "id"))
  var system: String?

  @Option(
    help: ArgumentHelp(
      #"Values with explicit kinds, such as {"x":{"int":"1"}}."#,
      valueName: "json",
      visibility: .hidden
    )
  )
  var bindings: String?

  @Flag(
    help: ArgumentHelp(
      "Print the value with explicit kinds, in the form of --bindings.",
      visibility: .hidden
    )
  )
  var typed = false

  @Option(
    help: ArgumentHelp(
      "The namespace of unqualified names.",
      valueName: "name",
      visibility: .hidden
    )
  )
  var container = ""

  @Flag(
    name: .customLong("no-check"),
    help: ArgumentHelp("Evaluate without checking types first.", visibility: .hidden)
  )
  var noCheck = false

  @Flag(
    name: .customLong("no-macros"),
    help: ArgumentHelp("Take has, all, exists and the like for functions.", visibility: .hidden)
  )
  var noMacros = false

  @Flag(name: .customLong("check-only"), help: "Print the type instead of the value.")
  var checkOnly = false

  @Flag(help: "Print the explanation below the value.")
  var explain = false

  @Argument(help: "The expression; - reads it from standard input.")
  var expression: String

  func validate() throws {
    guard input == nil && bindings == nil || !namesSystem else {
      throw ValidationError("--input and --repo exclude one another; give one of them.")
    }
  }

  /// Whether the names are those of a rule.
  private var namesSystem: Bool { [repo, rev, path, system].contains { $0 != nil } }

  func run() async throws {
    var options = ExpressionEvaluation.Options()
    options.container = container
    options.checksTypes = !noCheck
    options.expandsMacros = !noMacros
    options.onlyChecks = checkOnly
    options.isTyped = typed
    options.explains = explain
    if namesSystem {
      return try report(
        await ExpressionEvaluation.evaluate(try text(), on: try request(), options: options)
      )
    }
    let evaluation = try ExpressionEvaluation(
      input: try input.map { ($0, try NamedInput.bytes($0)) },
      bindings: bindings,
      options: options
    )
    try report(evaluation.evaluate(try text()))
  }

  private func request() throws -> RunRequest {
    var request = try RunRequest(repository: repo ?? ".")
    request.source = .commit(rev ?? "HEAD")
    request.directory = path
    request.systems = system.map { [$0] } ?? []
    return request
  }

  private func report(_ outcome: ExpressionEvaluation.Outcome) throws {
    switch outcome {
    case .value(let page): try Terminal.printOutput(page)
    case .error(let page):
      Terminal.printError(page)
      throw ExitCode(ExitStatus.fail.rawValue)
    }
  }

  /// The expression as given; only standard input can carry every character.
  private func text() throws -> String {
    guard expression == "-" else { return expression }
    return String(decoding: try NamedInput.bytes("-"), as: UTF8.self)
  }
}
