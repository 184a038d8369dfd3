// SPDX-License-Identifier: Apache-2.0

extension Checker {
  mutating func inScope<Result>(
    of owner: Expression,
    _ variables: [(Variable, Typed)],
    boundTo value: Int? = nil,
    _ body: (inout Checker) -> Result
  ) -> Result {
    firstSlots[owner.id] = scope.slotCount
    for (variable, typed) in variables {
      checkShadowing(variable)
      scope.push(variable.name, typed, boundTo: value)
    }
    let result = body(&self)
    scope.pop(variables.count)
    return result
  }

  private mutating func checkShadowing(_ variable: Variable) {
    guard isStrict, scope.find(variable.name) != nil || isRoot(variable.name) else { return }
    report(
      "the variable `\(variable.name)` hides another name",
      help: "use another name",
      variable.range
    )
  }

  mutating func checkComprehension(_ macro: Comprehension, _ whole: Expression) -> Typed {
    let range = check(macro.range)
    let variables = elementTypes(of: range, macro)
    let paired = Array(zip(macro.variables, variables))
    let (type, members) = inScope(of: whole, paired) { checker in
      if let condition = macro.condition {
        checker.checkCondition(condition, of: macro.name)
      }
      return checker.resultType(of: macro, range, variables)
    }
    return Typed(type: type, members: members)
  }

  private mutating func resultType(
    of macro: Comprehension,
    _ range: Typed,
    _ variables: [Typed]
  ) -> (ValueType, [String]) {
    switch macro.kind {
    case .all, .exists, .existsOne:
      checkCondition(macro.body, of: macro.name)
      return (.bool, [])
    case .filter:
      checkCondition(macro.body, of: macro.name)
      return (.list(variables[0].type), range.members)
    case .map:
      let body = check(macro.body)
      return (.list(body.type), body.members)
    case .transformMap:
      return (.map(variables[0].type, check(macro.body).type), [])
    case .transformMapEntry:
      let found = check(macro.body).type
      let body = inference.resolved(found)
      if case .map = body { return (body, []) }
      if isTyped, body.isConcrete {
        report("`transformMapEntry` needs a map, found \(body)", macro.body.range)
      }
      return (.map(.dyn, .dyn), [])
    }
  }

  /// What the variables of a macro are, one by one.
  private mutating func elementTypes(of range: Typed, _ macro: Comprehension) -> [Typed] {
    let isPair = macro.variables.count == 2
    guard isTyped else { return Array(repeating: .dyn, count: macro.variables.count) }
    switch inference.resolved(range.type) {
    case .list(let element):
      let typed = Typed(type: inference.resolved(element), members: range.members)
      return isPair ? [Typed(type: .int), typed] : [typed]
    case .map(let key, let value):
      let typed = Typed(type: inference.resolved(key))
      return isPair ? [typed, Typed(type: inference.resolved(value))] : [typed]
    case .dyn, .variable: break
    case let other:
      report(
        "`\(macro.name)` needs a list or a map, found \(other)",
        macro.range.range
      )
    }
    return Array(repeating: .dyn, count: macro.variables.count)
  }

  mutating func checkOptionalMap(
    _ whole: Expression,
    _ target: Expression,
    _ variable: Variable,
    _ body: Expression,
    isFlat: Bool
  ) -> Typed {
    let wrapped = inference.fresh()
    let typed = check(target)
    if isTyped, !inference.assign(typed.type, to: .optional(wrapped)) {
      let name = isFlat ? "optFlatMap" : "optMap"
      report(
        "`\(name)` needs an optional value, found \(inference.final(typed.type))",
        target.range
      )
    }
    let inner = Typed(type: inference.resolved(wrapped), members: typed.members)
    let result = inScope(of: whole, [(variable, inner)]) { $0.check(body) }
    guard isFlat else { return Typed(type: .optional(result.type), members: result.members) }
    let flat = inference.fresh()
    if isTyped, !inference.assign(result.type, to: .optional(flat)) {
      report(
        "`optFlatMap` needs an optional result, found \(inference.final(result.type))",
        body.range
      )
    }
    return Typed(type: .optional(inference.resolved(flat)), members: result.members)
  }
}
