// SPDX-License-Identifier: Apache-2.0

import GateModel

/// Finds what every name refers to and whether the types fit together.
///
/// Goes on after a problem, treating the wrong part as `dyn`, so that one run finds all problems.
struct Checker {
  let environment: RuleEnvironment
  let source: String
  var inference: Inference
  var scope = Scope()
  var diagnostics: [RuleDiagnostic] = []
  private(set) var types: [ValueType]
  var references: [Reference?]
  var rootNames: [String] = []
  var firstSlots: [Int: Int] = [:]
  var patterns: [Int: Pattern] = [:]
  /// Few, so that going through them is quicker than hashing; of two with one name the last counts.
  private let locals: [FactsSchema.Field]

  /// Checks a whole expression.
  static func check(
    _ expression: Expression,
    source: String,
    environment: RuleEnvironment,
    locals: [FactsSchema.Field],
    expecting: ValueType?
  ) throws(DiagnosticList) -> CheckedExpression {
    var checker = Checker(
      environment,
      source: source,
      locals: locals,
      nodeCount: expression.id + 1
    )
    checker.checkLocals()
    let typed = checker.check(expression)
    checker.require(expecting, of: typed, for: expression)
    guard checker.diagnostics.isEmpty else {
      let sorted = checker.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound }
      throw DiagnosticList(sorted)
    }
    return CheckedExpression(
      root: expression,
      resultType: checker.isTyped ? checker.inference.final(typed.type) : .dyn,
      types: checker.inference.final(checker.types),
      references: checker.references,
      rootNames: checker.rootNames,
      firstSlots: checker.firstSlots,
      variableCount: checker.scope.slotCount,
      patterns: checker.patterns
    )
  }

  private init(
    _ environment: RuleEnvironment,
    source: String,
    locals: [FactsSchema.Field],
    nodeCount: Int
  ) {
    self.environment = environment
    self.source = source
    self.locals = locals
    inference = Inference(allowsNull: environment.mode != .rules)
    types = Array(repeating: .dyn, count: nodeCount)
    references = Array(repeating: nil, count: nodeCount)
  }

  /// Whether types are checked at all.
  var isTyped: Bool { environment.mode != .unchecked }

  var isStrict: Bool { environment.mode == .rules }

  mutating func report(_ message: String, help: String? = nil, _ range: Range<Int>) {
    diagnostics.append(RuleDiagnostic(message, help: help, range: range, in: source))
  }

  func root(_ name: String) -> FactsSchema.Field? {
    locals.last { $0.name == name } ?? environment.root(name)
  }

  func isRoot(_ name: String) -> Bool {
    locals.contains { $0.name == name } || environment.isRoot(name)
  }

  var declaredNames: [String] {
    scope.names + locals.map(\.name) + environment.schema.roots.map(\.name)
  }

  private mutating func checkLocals() {
    for local in locals where isStrict && environment.isRoot(local.name) {
      report("the name `\(local.name)` hides a root", help: "use another name", 0..<0)
    }
  }

  private mutating func require(
    _ wanted: ValueType?,
    of typed: Typed,
    for expression: Expression
  ) {
    guard let wanted, isTyped else { return }
    let found = inference.final(typed.type)
    let isUnknown = found == .dyn && wanted != .dyn && isStrict
    guard !inference.assign(typed.type, to: wanted) || isUnknown else { return }
    let help: String? =
      if wanted == .bool { "compare it with something, so that it is true or false" } else { nil }
    report("expected \(wanted), found \(found)", help: help, expression.range)
  }
}

/// An expression with what its names mean and what types its parts have.
struct CheckedExpression: Sendable {
  var root: Expression
  var resultType: ValueType
  /// By the id of the node.
  var types: [ValueType]
  var references: [Reference?]
  /// The declared names that are mentioned, in the order of their numbers.
  var rootNames: [String]
  /// The slot of the first variable that a node introduces, by the id of the node.
  var firstSlots: [Int: Int]
  var variableCount: Int
  /// Patterns that are written out, by the id of the literal.
  var patterns: [Int: Pattern]
}

extension Checker {
  mutating func check(_ expression: Expression) -> Typed {
    let typed = typed(expression)
    types[expression.id] = typed.type
    return typed
  }

  private mutating func typed(_ expression: Expression) -> Typed {
    switch expression.form {
    case .literal(let literal): return Typed(type: literal.type)
    case .name(let name, let isAbsolute): return checkName(name, isAbsolute, expression)
    case .select(let operand, let field, let isOptional):
      return checkSelect(expression, operand, field, isOptional: isOptional)
    case .has(let operand, let field, let isOptional):
      let owner = check(operand)
      _ = self.field(field, of: owner, isOptional: isOptional)
      return Typed(type: .bool)
    case .index(let operand, let position, let isOptional):
      return checkIndex(operand, position, isOptional: isOptional)
    case .call(let name, let target, let arguments):
      return checkCall(expression, name, target, arguments)
    case .unary(let sign, let operand): return checkUnary(sign, operand, expression)
    case .binary(let sign, let left, let right):
      return checkBinary(sign, left, right, expression)
    case .logic(let connective, let operands):
      for operand in operands { checkCondition(operand, of: connective.rawValue) }
      return Typed(type: .bool)
    case .conditional(let condition, let yes, let no):
      return checkConditional(condition, yes, no, expression)
    case .list(let elements): return checkList(elements)
    case .map(let entries): return checkMap(entries)
    case .comprehension(let macro): return checkComprehension(macro, expression)
    case .bind(let variable, let value, let body):
      let typed = check(value)
      return inScope(of: expression, [(variable, typed)], boundTo: value.id) { $0.check(body) }
    case .optionalMap(let target, let variable, let body, let isFlat):
      return checkOptionalMap(expression, target, variable, body, isFlat: isFlat)
    }
  }

  /// Checks the condition of a macro or an operator, which is named when it is none.
  mutating func checkCondition(_ expression: Expression, of owner: String) {
    let typed = check(expression)
    guard isTyped, !inference.assign(typed.type, to: .bool) else { return }
    report(
      "`\(owner)` needs true or false, found \(inference.final(typed.type))",
      expression.range
    )
  }

  private mutating func checkConditional(
    _ condition: Expression,
    _ yes: Expression,
    _ no: Expression,
    _ whole: Expression
  ) -> Typed {
    checkCondition(condition, of: "?")
    let (first, second) = (check(yes), check(no))
    guard isTyped else { return .dyn }
    let result = inference.fresh()
    guard inference.assign(first.type, to: result), inference.assign(second.type, to: result)
    else {
      report(
        "the two sides of `:` have different types, \(inference.final(first.type)) and "
          + "\(inference.final(second.type))",
        whole.range
      )
      return .dyn
    }
    let members = first.members == second.members ? first.members : []
    return Typed(type: inference.resolved(result), members: members)
  }

  private mutating func checkList(_ elements: [ListElement]) -> Typed {
    var type: ValueType?
    for element in elements {
      var next = check(element.value).type
      if element.isOptional { next = unwrapped(next, element.value) }
      type = type.map { inference.join($0, next) ?? .dyn } ?? next
    }
    return Typed(type: .list(type ?? inference.fresh()))
  }

  private mutating func checkMap(_ entries: [MapEntry]) -> Typed {
    var key: ValueType?
    var value: ValueType?
    for entry in entries {
      let nextKey = check(entry.key).type
      checkKey(nextKey, entry.key)
      var next = check(entry.value).type
      if entry.isOptional { next = unwrapped(next, entry.value) }
      key = key.map { inference.join($0, nextKey) ?? .dyn } ?? nextKey
      value = value.map { inference.join($0, next) ?? .dyn } ?? next
    }
    return Typed(type: .map(key ?? inference.fresh(), value ?? inference.fresh()))
  }

  private mutating func checkKey(_ type: ValueType, _ expression: Expression) {
    guard isStrict else { return }
    switch inference.final(type) {
    case .bool, .int, .uint, .string, .dyn: break
    case let found: report("a map key cannot be \(found)", expression.range)
    }
  }

  private mutating func unwrapped(_ type: ValueType, _ expression: Expression) -> ValueType {
    let inner = inference.fresh()
    if isTyped, !inference.assign(type, to: .optional(inner)) {
      report(
        "an entry with `?` needs an optional value, found \(inference.final(type))",
        expression.range
      )
    }
    return inference.resolved(inner)
  }
}

extension Literal {
  var type: ValueType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }
}
