// SPDX-License-Identifier: Apache-2.0

/// A call that may be one of the language's macros.
struct MacroCall {
  let name: FunctionName
  let target: Expression?
  let arguments: [Expression]
  let range: Range<Int>
  let source: String

  /// What the macro means, or nil when the call is an ordinary one.
  func expanded() throws(RuleDiagnostic) -> Expression.Form? {
    guard let target else {
      return name.text == "has" && arguments.count == 1 ? try presence() : nil
    }
    switch (name.text, arguments.count) {
    case ("bind", 3):
      guard case .name("cel", _) = target.form else { return nil }
      return .bind(try variable(0), value: arguments[1], body: arguments[2])
    case ("optMap", 2), ("optFlatMap", 2):
      let isFlat = name.text == "optFlatMap"
      return .optionalMap(target, try variable(0), body: arguments[1], isFlat: isFlat)
    default:
      return try comprehension(over: target).map { .comprehension($0) }
    }
  }

  private func presence() throws(RuleDiagnostic) -> Expression.Form {
    guard case .select(let operand, let field, let isOptional) = arguments[0].form else {
      throw RuleDiagnostic(
        "`has` needs a field, such as `has(system.domain)`",
        help: "to look for a key or an element, write `key in map`",
        range: arguments[0].range,
        in: source
      )
    }
    return .has(operand, field: field, isOptional: isOptional)
  }

  /// What the macro of that name does, and how many arguments it takes.
  private var kind: (kind: Comprehension.Kind, counts: ClosedRange<Int>)? {
    switch name.text {
    case "all": (.all, 2...3)
    case "exists": (.exists, 2...3)
    case "exists_one", "existsOne": (.existsOne, 2...3)
    case "map": (.map, 2...3)
    case "filter": (.filter, 2...2)
    case "transformList": (.map, 3...4)
    case "transformMap": (.transformMap, 3...4)
    case "transformMapEntry": (.transformMapEntry, 3...4)
    default: nil
    }
  }

  private func comprehension(over target: Expression) throws(RuleDiagnostic) -> Comprehension? {
    guard let (kind, counts) = kind, counts.contains(arguments.count) else { return nil }
    let hasOneVariable = arguments.count == 2 || name.text == "map"
    let variables = hasOneVariable ? [try variable(0)] : [try variable(0), try variable(1)]
    if variables.count == 2, variables[0].name == variables[1].name {
      throw RuleDiagnostic(
        "the two variables of `\(name.text)` have the same name",
        help: "rename one",
        range: arguments[1].range,
        in: source
      )
    }
    let hasCondition = arguments.count == variables.count + 2
    return Comprehension(
      kind: kind,
      name: name.text,
      range: target,
      variables: variables,
      condition: hasCondition ? arguments[variables.count] : nil,
      body: arguments[arguments.count - 1]
    )
  }

  private func variable(_ index: Int) throws(RuleDiagnostic) -> Variable {
    let argument = arguments[index]
    guard case .name(let text, isAbsolute: false) = argument.form else {
      throw RuleDiagnostic(
        "argument \(index + 1) of `\(name.text)` must be a plain name",
        help: "such as `\(name.text)(x, …)`",
        range: argument.range,
        in: source
      )
    }
    return Variable(name: text, range: argument.range)
  }
}
