// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import RuleLanguage

/// Compiles the expressions of one rule and places their mistakes in the rule's file.
struct ConditionCompiler {
  let environment: RuleEnvironment
  let locals: [FactsSchema.Field]
  /// Whether there are no mistakes to be found, so that compiling can wait.
  let isTested: Bool

  /// Compiles the text of a node, or what it stands for; nil for what the shape refuses.
  func program(
    _ node: Node,
    source expansion: String? = nil,
    expecting type: ValueType?,
    key: String,
    into reading: inout PackFileReading
  ) -> Program? {
    guard let source = expansion ?? node.text else { return nil }
    if isTested, let type {
      return Program(tested: source, in: environment, expecting: type, locals: locals)
    }
    switch environment.compile(source, expecting: type, locals: locals) {
    case .success(let program): return program
    case .failure(let list):
      report(list, source: source, node: node, key: key, into: &reading)
      return nil
    }
  }

  func template(_ node: Node, into reading: inout PackFileReading) -> MessageTemplate? {
    guard let source = node.text else { return nil }
    if isTested { return MessageTemplate(tested: source, in: environment, locals: locals) }
    switch environment.compileTemplate(source, locals: locals) {
    case .success(let template): return template
    case .failure(let list):
      report(list, source: source, node: node, key: "message", into: &reading)
      return nil
    }
  }

  private func report(
    _ list: DiagnosticList,
    source: String,
    node: Node,
    key: String,
    into reading: inout PackFileReading
  ) {
    for diagnostic in list.diagnostics {
      var problem = diagnostic.problem
      let position = place(of: problem, in: node)
      problem.message = "in '\(key)': \(problem.message)"
      problem.location = SourceLocation(path: reading.path, position: position)
      if problem.help.isEmpty {
        problem.help = "see 'modelgate list functions' and the facts reference"
      }
      reading.add(problem)
    }
  }

  /// The exact place for a scalar on one line; the start of the scalar for folded text, whose
  /// line breaks YAML has already taken away, and of the short form of a condition.
  private func place(of problem: Problem, in node: Node) -> SourcePosition {
    guard node.isText, node.endLine == node.position.line else { return node.position }
    var quote = 0
    if case .string = node.value { quote = 1 }
    return SourcePosition(
      line: node.position.line,
      column: node.position.column + quote + problem.position.column - 1
    )
  }
}
