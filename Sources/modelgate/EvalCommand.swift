// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate

/// `modelgate eval EXPR`: tries an expression on given values.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate one CEL expression and print its value as JSON.",
    discussion: """
      The members of the input become names. Put -- before an expression that starts with a dash.

      EXAMPLES
        modelgate eval '1 + 1 == 2'
        modelgate inspect > facts.json
        modelgate eval --input facts.json "documents.exists(d, d.kind == 'dpia')"
        modelgate eval --bindings '{"x":{"int":"1"}}' --typed -- '-x'
        modelgate eval --explain --input facts.json 'size(documents) > 3'

      EXIT STATUS
        0 a value   1 an error in the expression or its evaluation   2 unusable input
      """
  )

  @Option(
    help: ArgumentHelp("A JSON object whose members become names; - reads it.", valueName: "file")
  )
  var input: String?

  @Option(
    help: ArgumentHelp(
      #"Values with explicit kinds, such as {"x":{"int":"1"}}."#,
      valueName: "json"
    )
  )
  var bindings: String?

  @Flag(help: "Print the value with explicit kinds, in the form of --bindings.")
  var typed = false

  @Option(help: ArgumentHelp("The namespace of unqualified names.", valueName: "name"))
  var container = ""

  @Flag(name: .customLong("no-check"), help: "Evaluate without checking types first.")
  var noCheck = false

  @Flag(name: .customLong("no-macros"), help: "Take has, all, exists and the like for functions.")
  var noMacros = false

  @Flag(name: .customLong("check-only"), help: "Print the type instead of the value.")
  var checkOnly = false

  @Flag(help: "Print the explanation below the value.")
  var explain = false

  @Argument(help: "The expression; - reads it from standard input.")
  var expression: String

  func run() throws {
    var options = ExpressionEvaluation.Options()
    options.container = container
    options.checksTypes = !noCheck
    options.expandsMacros = !noMacros
    options.onlyChecks = checkOnly
    options.isTyped = typed
    options.explains = explain
    let evaluation = try ExpressionEvaluation(
      input: try input.map { ($0, try NamedInput.bytes($0)) },
      bindings: bindings,
      options: options
    )
    switch evaluation.evaluate(try text()) {
    case .value(let text): Terminal.printOutput(Array(text.utf8))
    case .error(let text):
      Terminal.printError(text)
      throw ExitCode(ExitStatus.fail.rawValue)
    }
  }

  /// The expression as given; only standard input can carry every character.
  private func text() throws -> String {
    guard expression == "-" else { return expression }
    return String(decoding: try NamedInput.bytes("-"), as: UTF8.self)
  }
}
