// SPDX-License-Identifier: Apache-2.0

/// Turns a checked syntax tree into flat steps.
struct Planner {
  private let checked: CheckedExpression
  private let environment: RuleEnvironment
  private var tables: CodeTables

  static func plan(
    _ checked: CheckedExpression,
    source: String,
    environment: RuleEnvironment,
    expecting: ValueType?,
    locals: [FactsSchema.Field]
  ) -> Code {
    var planner = Planner(checked, environment)
    planner.add(checked.root)
    let syntax = Code.Syntax(
      checked: checked,
      environment: environment,
      expecting: expecting,
      locals: locals
    )
    return Code(
      planner.tables,
      source: source,
      environment: environment,
      reading: Deferred(known: syntax)
    )
  }

  private init(_ checked: CheckedExpression, _ environment: RuleEnvironment) {
    self.checked = checked
    self.environment = environment
    tables = CodeTables(
      root: checked.root.id,
      rootNames: checked.rootNames,
      variableCount: checked.variableCount,
      steps: Array(repeating: Step(operation: .unbound), count: checked.root.id + 1)
    )
    // What most conditions need, so that the tables seldom grow.
    tables.storage.bytes.reserveCapacity(128)
    tables.lists.reserveCapacity(16)
    tables.constants.reserveCapacity(8)
    tables.fields.reserveCapacity(8)
    tables.calls.reserveCapacity(4)
  }

  @discardableResult
  private mutating func add(_ expression: Expression) -> Int32 {
    let planned = step(for: expression)
    tables.steps[expression.id] = planned
    return Int32(expression.id)
  }

  /// The step of a name that the checker found, or nil for other nodes.
  private mutating func step(for reference: Reference?) -> Step? {
    let firstVariable = checked.rootNames.count
    switch reference {
    case .root(let number): return Step(operation: .root, a: Int32(number))
    case .variable(let slot):
      return Step(operation: .variable, a: Int32(firstVariable + slot))
    case .bound(let slot, let value):
      return Step(operation: .boundVariable, a: Int32(firstVariable + slot), b: Int32(value))
    case .typeName(let name):
      let range = tables.storage.append(bytes: name.utf8)
      return constant(Value(.type, bits: range.bits, space: .constants))
    case .unbound, .function, nil: return nil
    }
  }

  private mutating func step(for expression: Expression) -> Step {
    if let found = step(for: checked.references[expression.id]) { return found }
    switch expression.form {
    case .literal(let literal): return constant(value(literal))
    case .name: return Step(operation: .unbound)
    case .select(let operand, let field, let isOptional):
      return fieldStep(.select, operand, field, isOptional: isOptional)
    case .has(let operand, let field, let isOptional):
      return fieldStep(.has, operand, field, isOptional: isOptional)
    case .index(let operand, let position, let isOptional):
      return Step(operation: .index, flag: isOptional, a: add(operand), b: add(position))
    case .unary(let sign, let operand):
      return Step(operation: sign == .not ? .not : .negate, a: add(operand))
    case .binary(let sign, let left, let right):
      return Step(operation: sign.operation, a: add(left), b: add(right))
    case .logic(let sign, let operands):
      return listStep(sign == .and ? .and : .or, operands.map { add($0) })
    case .conditional(let condition, let yes, let no):
      return Step(operation: .conditional, a: add(condition), b: add(yes), c: add(no))
    case .call(let name, let target, let arguments):
      return call(expression, name, target, arguments)
    case .list, .map: return container(expression.form)
    case .comprehension(let macro): return comprehension(macro, expression)
    case .bind(_, let value, let body):
      return binding(.bind, expression, value, body)
    case .optionalMap(let target, _, let body, let isFlat):
      let operation: Step.Operation = isFlat ? .optionalFlatMap : .optionalMap
      return binding(operation, expression, target, body)
    }
  }
}

extension Planner {
  private mutating func constant(_ value: Value) -> Step {
    tables.constants.append(value)
    return Step(operation: .constant, a: Int32(tables.constants.count - 1))
  }

  private mutating func value(_ literal: Literal) -> Value {
    switch literal {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): .uint(value)
    case .double(let value): .double(value)
    case .string(let bytes):
      Value(.string, bits: tables.storage.append(bytes: bytes).bits, space: .constants)
    case .bytes(let bytes):
      Value(.bytes, bits: tables.storage.append(bytes: bytes).bits, space: .constants)
    }
  }

  private mutating func number(ofField name: String) -> Int32 {
    // An expression names few fields: going through them is quicker than hashing.
    let known = tables.fields.firstIndex {
      Int($0.count) == name.utf8.count && tables.storage.bytes[$0.indices].elementsEqual(name.utf8)
    }
    if let known { return Int32(known) }
    tables.fields.append(tables.storage.append(bytes: name.utf8))
    return Int32(tables.fields.count - 1)
  }

  private mutating func fieldStep(
    _ operation: Step.Operation,
    _ operand: Expression,
    _ field: FieldName,
    isOptional: Bool
  ) -> Step {
    let owner = add(operand)
    return Step(
      operation: operation,
      flag: isOptional,
      a: owner,
      b: number(ofField: field.text),
      c: isDeclared(field, of: checked.types[operand.id]) ? -1 : 0
    )
  }

  /// Whether every value of a type may have a field, so that one without it states nothing there.
  private func isDeclared(_ field: FieldName, of type: ValueType) -> Bool {
    switch type {
    case .optional(let wrapped): isDeclared(field, of: wrapped)
    case .object(let name): environment.schemaIndex.field(field.text, of: name) != nil
    default: false
    }
  }

  /// Where the variables that a node introduces are.
  private func slot(of expression: Expression) -> Int32 {
    Int32(checked.rootNames.count + (checked.firstSlots[expression.id] ?? 0))
  }

  private mutating func listStep(_ operation: Step.Operation, _ numbers: [Int32]) -> Step {
    let start = tables.lists.count
    tables.lists += numbers
    return Step(operation: operation, a: Int32(start), b: Int32(numbers.count))
  }

  private mutating func container(_ form: Expression.Form) -> Step {
    switch form {
    case .list(let elements):
      if let constants = constantElements(elements) {
        let range = tables.storage.append(values: constants)
        return constant(Value(.list, bits: range.bits, space: .constants))
      }
      return listStep(.list, elements.flatMap { [add($0.value), $0.isOptional ? 1 : 0] })
    case .map(let entries):
      return listStep(
        .map,
        entries.flatMap { [add($0.key), add($0.value), $0.isOptional ? 1 : 0] }
      )
    default: return Step(operation: .unbound)
    }
  }

  /// The values of a list that is written out, or nil when some of them must be found.
  private mutating func constantElements(_ elements: [ListElement]) -> [Value]? {
    var values: [Value] = []
    for element in elements {
      guard !element.isOptional, case .literal(let literal) = element.value.form else { return nil }
      values.append(value(literal))
    }
    return values
  }

  private mutating func binding(
    _ operation: Step.Operation,
    _ whole: Expression,
    _ value: Expression,
    _ body: Expression
  ) -> Step {
    Step(operation: operation, a: add(value), b: add(body), slot: slot(of: whole))
  }

  private mutating func comprehension(_ macro: Comprehension, _ whole: Expression) -> Step {
    Step(
      operation: macro.kind.operation,
      flag: macro.variables.count == 2,
      a: add(macro.range),
      b: add(macro.body),
      c: macro.condition.map { add($0) } ?? -1,
      slot: slot(of: whole)
    )
  }

  private mutating func call(
    _ whole: Expression,
    _ name: FunctionName,
    _ target: Expression?,
    _ arguments: [Expression]
  ) -> Step {
    var function = name.text
    var isMember = target != nil
    if case .function(let qualified) = checked.references[whole.id] {
      (function, isMember) = (qualified, false)
    }
    if isMember, let target, arguments.count == 1, function == "or" || function == "orValue" {
      let operation: Step.Operation = function == "or" ? .optionalOr : .optionalOrValue
      return Step(operation: operation, a: add(target), b: add(arguments[0]))
    }
    let parts = (isMember ? target.map { [$0] } ?? [] : []) + arguments
    var step = listStep(.call, parts.map { add($0) })
    var site = Code.Call(
      name: function,
      isMember: isMember,
      count: parts.count,
      in: environment.functionTable
    )
    addPattern(to: &site, parts)
    tables.calls.append(site)
    step.c = Int32(tables.calls.count - 1)
    return step
  }

  /// Notes the pattern of a call, if it is written out.
  private func addPattern(to call: inout Code.Call, _ parts: [Expression]) {
    guard call.name == "matches", parts.count == 2,
      case .literal(.string(let bytes)) = parts[1].form
    else { return }
    call.patternConstant = tables.steps[parts[1].id].a
    // Without checks, a pattern that does not compile is reported by the call.
    let known = checked.patterns[parts[1].id]
    call.pattern = known.map { Deferred(known: $0) } ?? Pattern.deferred(bytes)
  }
}

extension BinaryOperator {
  fileprivate var operation: Step.Operation {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .contained: .contained
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    }
  }
}

extension Comprehension.Kind {
  fileprivate var operation: Step.Operation {
    switch self {
    case .all: .all
    case .exists: .exists
    case .existsOne: .existsOne
    case .map: .transformList
    case .filter: .filter
    case .transformMap: .transformMap
    case .transformMapEntry: .transformMapEntry
    }
  }
}
