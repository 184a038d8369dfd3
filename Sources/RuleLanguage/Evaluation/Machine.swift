// SPDX-License-Identifier: Apache-2.0

import GateModel

/// Evaluates the steps of one program over one arena, once.
///
/// Values are trivial and failures are values too, so that the usual path neither counts
/// references nor throws.
struct Machine {
  let code: Code
  var call: FunctionCall
  /// Values of the declared names, then of macro variables.
  var slots: [Value] = []
  /// For each field name: the shape it was last found in, and its position there.
  var fieldSlots: [FieldSlot] = []
  /// What functions gave in earlier evaluations.
  var recollection = Recollection()
  var failures: [Failure] = []
  /// Quantifiers that had nothing to look at.
  var emptyQuantifiers = 0
  /// Whether such quantifiers give the opposite answer, to find out whether they matter.
  var flipsEmptyQuantifiers = false

  struct Failure: Sendable {
    var error: EvaluationError
    /// The step that failed; -1 when it is not known yet.
    var step: Int
  }

  struct FieldSlot: BitwiseCopyable {
    /// The shape's number plus one.
    var shape: UInt32 = 0
    var slot: UInt32 = 0
  }

  /// Creates a machine whose names are not bound yet.
  init(_ code: Code, arena: FactsArena, costFactor: Int) {
    self.code = code
    call = FunctionCall(
      memory: Memory(arena: arena, constants: code.constantStorage),
      maximumCost: min(code.limits.maximumCost, .max / 4) * costFactor,
      zones: code.zones
    )
  }

  /// Makes room for the program's names, which must be empty, and binds those that are declared.
  mutating func bind(_ bindings: Bindings) {
    slots.reserveCapacity(code.rootNames.count + code.variableCount)
    fieldSlots.reserveCapacity(code.fields.count)
    for name in code.rootNames { slots.append(bound(name, bindings)) }
    for _ in 0..<code.variableCount { slots.append(.null) }
    for _ in 0..<code.fields.count { fieldSlots.append(FieldSlot()) }
  }

  private mutating func bound(_ name: String, _ bindings: Bindings) -> Value {
    guard let index = bindings.index(of: name) else {
      return fail(.noSuchVariable, "nothing is bound to `\(name)`", at: -1)
    }
    switch bindings.entries[index].bound {
    case .value(let value): return value
    case .evaluated(let evaluated):
      var importer = ValueImporter(source: evaluated.memory)
      return importer.copy(evaluated.value, into: &call.memory)
    }
  }

  /// The value of a step that is likely a name or a constant, or a failure.
  @inline(__always)
  mutating func operand(_ number: Int32) -> Value {
    let step = code.steps[Int(number)]
    switch step.operation {
    case .constant:
      call.cost &+= 1
      return code.constants[Int(step.a)]
    case .root, .variable:
      call.cost &+= 1
      return slots[Int(step.a)]
    case .select:
      call.cost &+= 1
      guard call.cost <= call.maximumCost else { return costFailure(number) }
      return select(step, number)
    default: return evaluate(number)
    }
  }

  /// The value of a step, or a failure.
  ///
  /// Not inlined: the copies in every caller would be larger than what they save.
  @inline(never)
  mutating func evaluate(_ number: Int32) -> Value {
    call.cost &+= 1
    guard call.cost <= call.maximumCost else { return costFailure(number) }
    let step = code.steps[Int(number)]
    switch step.operation {
    case .constant: return code.constants[Int(step.a)]
    case .root, .variable: return slots[Int(step.a)]
    case .select: return select(step, number)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return compare(step, number)
    case .and: return connective(step, number, absorbing: false)
    case .or: return connective(step, number, absorbing: true)
    case .not: return negation(step, number)
    case .all, .exists, .existsOne: return quantifier(step, number)
    case .conditional: return conditional(step, number)
    default: return evaluateRare(step, number)
    }
  }

  private mutating func evaluateRare(_ step: Step, _ number: Int32) -> Value {
    switch step.operation {
    case .has: return has(step, number)
    case .index: return index(step, number)
    case .negate: return negative(step, number)
    case .contained: return contained(step, number)
    case .add, .subtract, .multiply, .divide, .remainder: return arithmetic(step, number)
    case .call: return callFunction(step, number)
    case .list: return list(step, number)
    case .map: return map(step, number)
    case .transformList, .filter: return transformList(step, number)
    case .transformMap, .transformMapEntry: return transformMap(step, number)
    case .bind: return bind(step)
    case .boundVariable: return boundVariable(step)
    case .optionalMap, .optionalFlatMap: return optionalMap(step, number)
    case .optionalOr, .optionalOrValue: return alternative(step, number)
    default: return unbound(number)
    }
  }
}

extension Machine {
  mutating func fail(
    _ kind: EvaluationError.Kind,
    _ message: String,
    at step: Int32,
    location: SourceLocation? = nil
  ) -> Value {
    fail(EvaluationError(kind, message, location: location), at: step)
  }

  mutating func fail(_ error: EvaluationError, at step: Int32) -> Value {
    failures.append(Failure(error: error, step: Int(step)))
    return Value(failure: failures.count - 1)
  }

  /// Runs a part that throws and turns its error into a failure.
  @inline(__always)
  mutating func attempt(
    at step: Int32,
    _ body: (inout Machine) throws(EvaluationError) -> Value
  ) -> Value {
    do {
      return try body(&self)
    } catch {
      return fail(error, at: step)
    }
  }

  private mutating func costFailure(_ step: Int32) -> Value {
    // One failure is enough: a long loop must not collect one for each element.
    if let last = failures.last, last.error.kind == .costLimit {
      return Value(failure: failures.count - 1)
    }
    return fail(FunctionCall.costLimit(call.maximumCost), at: step)
  }

  private mutating func unbound(_ number: Int32) -> Value {
    guard case .unbound(let name) = code.checked.references[Int(number)] else {
      return fail(.noSuchVariable, "a name is not known", at: number)
    }
    return fail(.noSuchVariable, "nothing is bound to `\(name)`", at: number)
  }

  /// The error behind a failure, with its place in the expression.
  func error(_ failure: Value) -> EvaluationError {
    let entry = failures[Int(failure.bits)]
    var error = entry.error
    if error.position == nil, entry.step >= 0 {
      error.position = SourcePosition(offset: code.offset(ofStep: entry.step), in: code.source)
    }
    return error
  }

  mutating func mismatch(_ sign: String, _ left: Value, _ right: Value, at step: Int32) -> Value {
    let types = "\(typeName(left)) and \(typeName(right))"
    return fail(.typeMismatch, "no such overload: `\(sign)` of \(types)", at: step)
  }

  func typeName(_ value: Value) -> String {
    call.memory.objectType(of: value) ?? value.kind.typeName
  }
}

extension Machine {
  /// `&&` and `||`: a deciding operand wins over failures of the others.
  private mutating func connective(
    _ step: Step,
    _ number: Int32,
    absorbing decider: Bool
  ) -> Value {
    var failure: Value?
    for offset in 0..<step.b {
      let value = evaluate(code.lists[Int(step.a + offset)])
      if value.has(.bool) {
        if (value.bits != 0) == decider { return value }
      } else if failure == nil {
        failure = value.isFailure ? value : notBoolean(value, decider ? "||" : "&&", number)
      }
    }
    return failure ?? .bool(!decider)
  }

  mutating func notBoolean(_ value: Value, _ owner: String, _ number: Int32) -> Value {
    fail(
      .typeMismatch,
      "no such overload: `\(owner)` needs true or false, found \(typeName(value))",
      at: number
    )
  }

  private mutating func negation(_ step: Step, _ number: Int32) -> Value {
    let value = evaluate(step.a)
    if value.has(.bool) { return .bool(value.bits == 0) }
    return value.isFailure ? value : notBoolean(value, "!", number)
  }

  private mutating func conditional(_ step: Step, _ number: Int32) -> Value {
    let condition = evaluate(step.a)
    if condition.isTrue { return evaluate(step.b) }
    if condition.isFalse { return evaluate(step.c) }
    return condition.isFailure ? condition : notBoolean(condition, "?", number)
  }

  private mutating func bind(_ step: Step) -> Value {
    slots[Int(step.slot)] = .pending
    return evaluate(step.b)
  }

  /// The value that `cel.bind` gave a name, found when it is first needed.
  private mutating func boundVariable(_ step: Step) -> Value {
    let known = slots[Int(step.a)]
    guard known.isFailure, known.bits == Value.pending.bits else { return known }
    let value = evaluate(step.b)
    // A failure may be forgotten by a loop, so it is not kept.
    if !value.isFailure { slots[Int(step.a)] = value }
    return value
  }

  private mutating func optionalMap(_ step: Step, _ number: Int32) -> Value {
    let target = evaluate(step.a)
    if target.isFailure { return target }
    guard target.has(.optional) else {
      return fail(
        .typeMismatch,
        "no such overload: an optional value is needed, found \(typeName(target))",
        at: number
      )
    }
    guard let inner = call.memory.wrapped(target) else { return target }
    slots[Int(step.slot)] = inner
    let result = evaluate(step.b)
    if result.isFailure { return result }
    if step.operation == .optionalMap { return call.memory.makeOptional(result) }
    guard result.has(.optional) else {
      return fail(
        .typeMismatch,
        "no such overload: an optional result is needed, found \(typeName(result))",
        at: number
      )
    }
    return result
  }
}

extension Value {
  /// The mark of a bound variable whose value is not known yet.
  fileprivate static let pending = Value(failure: -1)
}

extension Machine {
  /// `or` and `orValue`: the alternative is evaluated only when it is needed.
  fileprivate mutating func alternative(_ step: Step, _ number: Int32) -> Value {
    let target = evaluate(step.a)
    if target.isFailure { return target }
    guard target.has(.optional) else {
      return fail(
        .typeMismatch,
        "no such overload: an optional value is needed, found \(typeName(target))",
        at: number
      )
    }
    if let inner = call.memory.wrapped(target) {
      return step.operation == .optionalOr ? target : inner
    }
    let other = evaluate(step.b)
    guard step.operation == .optionalOr, !other.isFailure, !other.has(.optional) else {
      return other
    }
    return fail(
      .typeMismatch,
      "no such overload: an optional value is needed, found \(typeName(other))",
      at: number
    )
  }
}

extension Code {
  /// Where the text of a step starts.
  func offset(ofStep step: Int) -> Int {
    var stack = [checked.root]
    while let node = stack.popLast() {
      if node.id == step { return node.anchor }
      stack += node.children
    }
    return 0
  }
}

extension Expression {
  /// The most telling place of a node: the field for a selection, else the start.
  var anchor: Int {
    switch form {
    case .select(_, let field, _), .has(_, let field, _): field.range.lowerBound
    case .call(let name, _, _): name.range.lowerBound
    default: range.lowerBound
    }
  }
}
