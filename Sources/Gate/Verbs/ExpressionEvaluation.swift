// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Documents
internal import FoundationEssentials
internal import GateModel
package import Reporting
internal import RuleLanguage
internal import Texts

/// One expression evaluated on given values, for `modelgate eval`.
package struct ExpressionEvaluation: Sendable {
  /// How an expression is read and what is printed.
  package struct Options: Sendable {
    /// The namespace in which unqualified names are looked up first.
    package var container = ""
    /// Whether types are checked before the evaluation.
    package var checksTypes = true
    /// Whether `has`, `all`, `exists` and the like are expanded.
    package var expandsMacros = true
    /// Whether only the type is wanted.
    package var onlyChecks = false
    /// Whether values are printed with explicit kinds, such as `{"int":"1"}`.
    package var isTyped = false
    /// Whether the explanation is printed below the value.
    package var explains = false

    /// The ordinary reading: checked, with macros, plain JSON.
    package init() {}
  }

  /// What came of it.
  package enum Outcome: Sendable {
    /// What goes to standard output.
    case value(Page)
    /// What goes to standard error.
    case error(Page)
  }

  /// What a name stands for.
  private enum Given {
    /// A member of the input, which stands in a file.
    case input(Node, path: String)
    case value(TaggedValue)
  }

  private let options: Options
  private let names: [(name: String, given: Given)]

  /// Creates an evaluation over values by name.
  ///
  /// - Parameters:
  ///   - input: A JSON object whose members become names of their own; nil for none.
  ///   - bindings: A JSON object of values with explicit kinds; nil for none.
  ///   - options: How the expression is read and what is printed.
  /// - Throws: When a value cannot be read.
  package init(
    input: (path: String, bytes: [UInt8])?,
    bindings: String?,
    options: Options
  ) throws(RunFailure) {
    self.options = options
    var names: [(name: String, given: Given)] = []
    if let input {
      let members = try Self.members(input.bytes, of: "the input '\(input.path)'")
      names += members.map { ($0.key, .input($0.value, path: input.path)) }
    }
    if let bindings {
      for member in try Self.members(Array(bindings.utf8), of: "--bindings") {
        guard let value = TaggedValue(tagged: member.value) else {
          throw .configuration(
            "the value of '\(member.key)' in --bindings has no known kind",
            help: #"write kinds explicitly, such as {"x":{"int":"1"}}"#
          )
        }
        names.append((member.key, .value(value)))
      }
    }
    self.names = names
  }

  /// Evaluates an expression.
  package func evaluate(_ expression: String) -> Outcome {
    var environment = RuleEnvironment(
      schema: FactsSchema(
        objects: [],
        roots: names.map { FactsSchema.Field(name: $0.name, type: .dyn) }
      ),
      container: options.container,
      mode: options.checksTypes ? .language : .unchecked
    )
    environment.expandsMacros = options.expandsMacros
    environment.zones = .systemFiles
    switch environment.compile(expression) {
    case .failure(let list):
      return .error(
        Page(lines: list.diagnostics.map { "error: \($0.text)\n" }.joined())
      )
    case .success(let program):
      return options.onlyChecks ? type(of: program) : run(program)
    }
  }

  /// Evaluates a condition on the dossier of one system of a repository, as a rule would.
  ///
  /// - Throws: When the repository or its policy cannot be read, or no single system is meant.
  package static func evaluate(
    _ expression: String,
    on request: RunRequest,
    options: Options
  ) async throws(RunFailure) -> Outcome {
    let (dossier, assessor) = try await GateRun(request).dossier()
    let evaluation = try ExpressionEvaluation(input: nil, bindings: nil, options: options)
    switch Facts.environment.compile(expression) {
    case .failure(let list):
      return .error(
        Page(lines: list.diagnostics.map { "error: \($0.text)\n" }.joined())
      )
    case .success(let program):
      guard !options.onlyChecks else { return evaluation.type(of: program) }
      let (arena, names) = assessor.facts(of: dossier)
      return evaluation.run(program, in: arena, names)
    }
  }

  private func type(of program: Program) -> Outcome {
    let name = JSONValue.string(program.resultType.description)
    return .value(Page(compactJSON: options.isTyped ? ["type": name] : name))
  }

  private func run(_ program: Program) -> Outcome {
    var builder = FactsArena.Builder()
    var bindings = Bindings()
    for (name, given) in names {
      switch given {
      case .input(let node, let path):
        bindings.bind(name, to: builder.value(plain: node, in: path))
      case .value(let value): bindings.bind(name, to: builder.value(value))
      }
    }
    return run(program, in: builder.finish(), bindings)
  }

  private func run(_ program: Program, in arena: FactsArena, _ bindings: Bindings) -> Outcome {
    let evaluation = program.evaluate(in: arena, bindings: bindings)
    let explanation =
      options.explains
      ? ExplanationText.text(of: program.explain(in: arena, bindings: bindings)) : ""
    switch evaluation.result {
    case .failure(let error):
      return .error(Page(lines: message(of: error, in: program.source) + explanation))
    case .success(let value):
      guard let tagged = value.tagged() else {
        return .error(Page(lines: "error: the value is too large to be printed\n"))
      }
      let value = options.isTyped ? tagged.typedJSON : tagged.plainJSON
      return .value(Page(compactJSON: value, remarks: explanation))
    }
  }

  private func message(of error: EvaluationError, in source: String) -> String {
    guard let position = error.position else { return "error: \(error.message)\n" }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let line = position.line <= lines.count ? String(lines[position.line - 1]) : ""
    let indent = String(repeating: " ", count: max(0, position.column - 1))
    return "error: \(position.line):\(position.column): \(error.message)\n  \(line)\n  \(indent)^\n"
  }

  private static func members(
    _ bytes: [UInt8],
    of name: String
  ) throws(RunFailure) -> Node.Members {
    let node: Node
    do throws(Problem) {
      node = try JSONReader.read(bytes)
    } catch {
      let place = "\(error.position.line):\(error.position.column)"
      throw .configuration("reading \(name) failed at \(place): \(error.message)", help: error.help)
    }
    guard let members = node.map else {
      throw .configuration("\(name) is no JSON object", help: #"write {"name": value}"#)
    }
    return members
  }
}

/// An explanation as an indented tree.
enum ExplanationText {
  static func text(of step: Explanation, depth: Int = 0) -> String {
    let place = step.location.map { " [\($0)]" } ?? ""
    let note = step.note.map { " (\($0))" } ?? ""
    let indent = String(repeating: "  ", count: depth)
    return "\(indent)\(step.expression) = \(step.value)\(note)\(place)\n"
      + step.children.map { text(of: $0, depth: depth + 1) }.joined()
  }
}

extension TimeZoneSource {
  /// The time zones of this machine; only `eval` uses them, rules have fixed offsets.
  static let systemFiles = TimeZoneSource { name in
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { !$0.isEmpty && $0 != ".." && $0 != "." }
    let path = "/usr/share/zoneinfo/\(name)"
    guard isPlain, FileManager.default.isReadableFile(atPath: path) else { return nil }
    return FileManager.default.contents(atPath: path).map { Array($0) }
  }
}
