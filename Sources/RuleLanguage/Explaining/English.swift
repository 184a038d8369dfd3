// SPDX-License-Identifier: Apache-2.0

/// Says in plain English what an expression asks for.
struct English {
  private let checked: CheckedExpression

  init(_ checked: CheckedExpression) {
    self.checked = checked
  }

  func phrase(_ expression: Expression) -> String {
    switch expression.form {
    case .logic(let connective, let operands): return joined(operands, connective)
    case .unary(.not, let operand): return negated(operand)
    case .binary(let sign, let left, let right): return binary(sign, left, right)
    case .has(let operand, let field, _): return "\(self.field(field, of: operand)) is stated"
    case .conditional(let condition, let yes, let no):
      return "if \(phrase(condition)) then \(phrase(yes)), otherwise \(phrase(no))"
    case .comprehension(let macro): return phrase(macro)
    case .call(let name, let target, let arguments):
      return call(expression, name, target, arguments)
    case .bind(let variable, let value, let body):
      return "with \(variable.name) as \(phrase(value)), \(phrase(body))"
    case .select where checked.types[expression.id] == .bool: return "\(noun(expression)) is true"
    default: return noun(expression)
    }
  }

  private func joined(_ operands: [Expression], _ connective: LogicOperator) -> String {
    let phrases = operands.map { operand in
      if case .logic = operand.form { "(\(phrase(operand)))" } else { phrase(operand) }
    }
    let word = connective == .and ? "and" : "or"
    let start = connective == .or ? "either " : ""
    guard phrases.count > 2 else { return start + phrases.joined(separator: " \(word) ") }
    return start + phrases.dropLast().joined(separator: ", ") + ", \(word) \(phrases.last ?? "")"
  }

  private func binary(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) -> String {
    let isTime = checked.types[left.id] == .timestamp || checked.types[right.id] == .timestamp
    if isTime, let verb = Self.timeVerbs[sign] { return "\(noun(left)) \(verb) \(noun(right))" }
    if let verb = Self.verbs[sign] { return "\(noun(left)) \(verb) \(noun(right))" }
    guard sign == .contained else { return arithmetic(sign, left, right) }
    return "\(noun(left)) is one of \(noun(right))"
  }

  private static let verbs: [BinaryOperator: String] = [
    .equal: "is", .notEqual: "is not", .less: "is below", .lessOrEqual: "is at most",
    .greater: "is above", .greaterOrEqual: "is at least",
  ]

  private static let timeVerbs: [BinaryOperator: String] = [
    .less: "is before", .lessOrEqual: "is not after", .greater: "is after",
    .greaterOrEqual: "is not before",
  ]

  private func negated(_ operand: Expression) -> String {
    switch operand.form {
    case .has(let owner, let field, _):
      return "\(self.field(field, of: owner)) is not stated"
    case .binary(.contained, let left, let right):
      return "\(noun(left)) is not one of \(noun(right))"
    case .binary(.equal, let left, let right): return "\(noun(left)) is not \(noun(right))"
    case .comprehension(let macro) where macro.kind == .exists:
      return "for no \(variables(macro)) in \(noun(macro.range)): \(phrase(macro.body))"
    case .comprehension(let macro) where macro.kind == .all:
      return "not for every \(variables(macro)) in \(noun(macro.range)): \(phrase(macro.body))"
    case .logic: return "it is not so that (\(phrase(operand)))"
    case .select: return "\(noun(operand)) is false"
    case .name: return "\(noun(operand)) does not hold"
    default: return "it is not so that \(phrase(operand))"
    }
  }

  private func variables(_ macro: Comprehension) -> String {
    macro.variables.map(\.name).joined(separator: " and ")
  }

  private func phrase(_ macro: Comprehension) -> String {
    let names = variables(macro)
    let range = noun(macro.range)
    switch macro.kind {
    case .all: return "for every \(names) in \(range): \(phrase(macro.body))"
    case .exists: return "for at least one \(names) in \(range): \(phrase(macro.body))"
    case .existsOne:
      return "for exactly one \(names) in \(range): \(phrase(macro.body))"
    case .filter: return "every \(names) in \(range) where \(phrase(macro.body))"
    case .map, .transformMap, .transformMapEntry:
      let condition = macro.condition.map { " where \(phrase($0))" } ?? ""
      return "\(noun(macro.body)) for every \(names) in \(range)\(condition)"
    }
  }
}

extension English {
  private func noun(_ expression: Expression) -> String {
    switch expression.form {
    case .literal(let literal): return Printer.text(literal)
    case .name(let name, _): return isWord(name, expression) ? "the \(words(name))" : name
    case .select(let operand, let field, let isOptional):
      let base = self.field(field, of: operand)
      return isOptional ? "\(base) (if stated)" : base
    case .index(let operand, let position, _):
      return "entry \(noun(position)) of \(noun(operand))"
    case .list(let elements): return list(elements.map { noun($0.value) })
    case .map: return Printer.text(expression)
    case .unary(.negate, let operand): return "minus \(noun(operand))"
    case .binary(let sign, let left, let right) where sign.precedence > 3:
      return arithmetic(sign, left, right)
    case .optionalMap: return Printer.text(expression)
    default:
      let phrase = phrase(expression)
      return expression.isCall ? phrase : "(\(phrase))"
    }
  }

  /// Whether a name reads as a word; a letter or two read as a name for one of many.
  private func isWord(_ name: String, _ expression: Expression) -> Bool {
    isRoot(expression) && name.utf8.count > 2
  }

  private func isRoot(_ expression: Expression) -> Bool {
    if case .root = checked.references[expression.id] { true } else { false }
  }

  /// A field of something: "the system's tier", or "the value of entry 1 of the evaluations".
  private func field(_ field: FieldName, of owner: Expression) -> String {
    switch owner.form {
    case .name, .select: possessive(owner) + " " + words(field.text)
    default: "the \(words(field.text)) of \(noun(owner))"
    }
  }

  private func possessive(_ owner: Expression) -> String {
    let noun = noun(owner)
    return noun + (noun.hasSuffix("s") ? "'" : "'s")
  }

  private func words(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }

  private func list(_ words: [String]) -> String {
    guard words.count > 1 else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  private func arithmetic(
    _ sign: BinaryOperator,
    _ left: Expression,
    _ right: Expression
  ) -> String {
    let words: [BinaryOperator: String] = [
      .add: "plus", .subtract: "minus", .multiply: "times", .divide: "divided by",
      .remainder: "modulo",
    ]
    return "\(noun(left)) \(words[sign] ?? sign.rawValue) \(noun(right))"
  }

  private static let testVerbs = [
    "startsWith": "starts with", "endsWith": "ends with", "contains": "contains",
    "matches": "matches the pattern",
  ]

  private func call(
    _ whole: Expression,
    _ name: FunctionName,
    _ target: Expression?,
    _ arguments: [Expression]
  ) -> String {
    if case .function(let function) = checked.references[whole.id] {
      return free(function, arguments)
    }
    guard let target else { return free(name.text, arguments) }
    switch (name.text, arguments.count) {
    case ("size", 0): return "the size of \(noun(target))"
    case ("hasValue", 0): return "\(noun(target)) has a value"
    case ("orValue", 1): return "\(noun(target)), else \(noun(arguments[0]))"
    case (_, 1):
      if let verb = Self.testVerbs[name.text] {
        return "\(noun(target)) \(verb) \(noun(arguments[0]))"
      }
    default: break
    }
    let inner = arguments.map { noun($0) }.joined(separator: ", ")
    // A question about its owner is a verb (`card.speaks_of('bias')`), anything else a part of it.
    let owner = checked.types[whole.id] == .bool ? noun(target) : possessive(target)
    return "\(owner) \(words(name.text))" + (inner.isEmpty ? "" : " \(inner)")
  }

  private func free(_ function: String, _ arguments: [Expression]) -> String {
    let inner = arguments.map { noun($0) }.joined(separator: ", ")
    switch (function, arguments.count) {
    case ("size", 1): return "the size of \(inner)"
    case ("timestamp", 1), ("duration", 1), ("dyn", 1): return inner
    default: return "\(words(function))(\(inner))"
    }
  }
}

extension Expression {
  fileprivate var isCall: Bool {
    if case .call = form { true } else { false }
  }
}
