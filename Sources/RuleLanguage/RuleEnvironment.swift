// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Everything that expressions may refer to, and how strictly they are checked.
package struct RuleEnvironment: Sendable {
  /// How expressions are read.
  package enum Mode: Hashable, Sendable {
    /// For rules: every name is declared, and no quantifier variable hides another name.
    case rules
    /// The plain language: checked types, variables may hide others.
    case language
    /// The plain language without type checks; mistakes show when the expression is evaluated.
    case unchecked
  }

  /// The functions besides the standard library.
  package let functions: [FunctionDeclaration]
  /// How large expressions may be.
  package let limits: EvaluationLimits
  /// The namespace in which unqualified names are looked up first.
  package let container: String
  /// How strictly expressions are checked.
  package var mode: Mode
  /// Whether `has`, `all`, `exists` and the like are expanded; off, they are ordinary calls.
  package var expandsMacros = true
  /// Where the rules of named time zones come from.
  package var zones = TimeZoneSource.fixedOffsets

  let functionTable: FunctionTable
  /// The facts, which only those need who compile or explain an expression.
  private let declared: Deferred<DeclaredFacts>

  /// Creates an environment.
  package init(
    schema: FactsSchema,
    functions: [FunctionDeclaration] = [],
    limits: EvaluationLimits = .init(),
    container: String = "",
    mode: Mode = .rules
  ) {
    self.init(
      functions: functions,
      limits: limits,
      container: container,
      mode: mode,
      schema: { schema }
    )
  }

  /// Creates an environment whose schema is made where somebody needs it.
  package init(
    functions: [FunctionDeclaration],
    limits: EvaluationLimits = .init(),
    container: String = "",
    mode: Mode = .rules,
    schema: @escaping @Sendable () -> FactsSchema
  ) {
    self.functions = functions
    self.limits = limits
    self.container = container
    self.mode = mode
    functionTable = FunctionTable.standard.adding(functions)
    declared = Deferred { DeclaredFacts(schema()) }
  }

  private init(
    _ base: RuleEnvironment,
    _ objects: [FactsSchema.ObjectType],
    _ more: [FactsSchema.Field]
  ) {
    functions = base.functions
    limits = base.limits
    container = base.container
    mode = base.mode
    expandsMacros = base.expandsMacros
    zones = base.zones
    functionTable = base.functionTable
    let declared = base.declared
    self.declared = Deferred { DeclaredFacts(declared.value, objects, more) }
  }

  /// The environment with more object types and roots, such as the parameters of one rule.
  package func adding(
    objects: [FactsSchema.ObjectType],
    roots: [FactsSchema.Field]
  ) -> RuleEnvironment {
    RuleEnvironment(self, objects, roots)
  }

  /// What facts there are.
  package var schema: FactsSchema { declared.value.schema }

  var schemaIndex: SchemaIndex { declared.value.index }

  var hasQualifiedNames: Bool { declared.value.hasQualifiedNames }

  func root(_ name: String) -> FactsSchema.Field? { declared.value.roots[name] }

  func isRoot(_ name: String) -> Bool { declared.value.roots.index(forKey: name) != nil }

  /// Reads and checks an expression.
  ///
  /// - Parameters:
  ///   - source: The text of the expression.
  ///   - expecting: The type that its value must have; nil for any.
  ///   - locals: Names that this expression may use besides the roots of the schema.
  /// - Returns: The program, or all problems of the text.
  package func compile(
    _ source: String,
    expecting: ValueType? = nil,
    locals: [FactsSchema.Field] = []
  ) -> Result<Program, DiagnosticList> {
    let syntax: Expression
    do {
      syntax = try Parser.parse(source, limits: limits, expandsMacros: expandsMacros)
    } catch {
      return .failure(DiagnosticList([error]))
    }
    do {
      return .success(try program(syntax, source, expecting, locals))
    } catch {
      return .failure(error)
    }
  }

  func program(
    _ syntax: Expression,
    _ source: String,
    _ expecting: ValueType?,
    _ locals: [FactsSchema.Field]
  ) throws(DiagnosticList) -> Program {
    let checked = try Checker.check(
      syntax,
      source: source,
      environment: self,
      locals: locals,
      expecting: expecting
    )
    return Program(
      code: Planner.plan(
        checked,
        source: source,
        environment: self,
        expecting: expecting,
        locals: locals
      )
    )
  }

  /// Reads and checks a message with `{expression}` holes.
  package func compileTemplate(
    _ source: String,
    locals: [FactsSchema.Field] = []
  ) -> Result<MessageTemplate, DiagnosticList> {
    let parts: [TemplateReader.Part]
    do {
      parts = try TemplateReader.parts(of: source)
    } catch {
      return .failure(DiagnosticList([error]))
    }
    var pieces: [MessageTemplate.Piece] = []
    var problems: [RuleDiagnostic] = []
    for part in parts {
      switch part {
      case .text(let text): pieces.append(.text(text))
      case .hole(let range):
        let expression = String(decoding: Array(source.utf8)[range], as: UTF8.self)
        switch compile(expression, locals: locals) {
        case .success(let program): pieces.append(.hole(program))
        case .failure(let list):
          problems += list.diagnostics.map { $0.moved(by: range.lowerBound, in: source) }
        }
      }
    }
    guard problems.isEmpty else { return .failure(DiagnosticList(problems)) }
    return .success(MessageTemplate(source: source, pieces: pieces))
  }
}

extension RuleDiagnostic {
  /// The same problem in a text that holds the expression at an offset.
  fileprivate func moved(by offset: Int, in source: String) -> RuleDiagnostic {
    RuleDiagnostic(
      problem.message,
      help: problem.help,
      range: range.lowerBound + offset..<range.upperBound + offset,
      in: source
    )
  }
}
