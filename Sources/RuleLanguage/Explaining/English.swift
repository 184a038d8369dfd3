// SPDX-License-Identifier: Apache-2.0

/// Says in plain English what an expression asks for.
struct English {
  let checked: CheckedExpression
  let environment: RuleEnvironment

  init(_ checked: CheckedExpression, _ environment: RuleEnvironment) {
    self.checked = checked
    self.environment = environment
  }

  /// The expression as a clause, or as a noun where it is no condition.
  func phrase(_ expression: Expression) -> String {
    switch expression.form {
    case .logic(let connective, let operands): return joined(operands, connective)
    case .unary(.not, let operand): return negated(operand)
    case .binary(let sign, let left, let right): return comparison(sign, left, right)
    case .has(let owner, let field, _): return stated(field, of: owner, isStated: true)
    case .conditional(let condition, let yes, let no):
      return "if \(phrase(condition)) then \(phrase(yes)), otherwise \(phrase(no))"
    case .comprehension(let macro): return phrase(macro, isNegated: false)
    case .bind(let variable, let value, let body):
      return "with \(variable.name) as \(noun(value)), \(phrase(body))"
    case .select(let owner, let field, false) where checked.types[expression.id] == .bool:
      return clause(field, of: owner)
    default: return noun(expression)
    }
  }

  private func joined(_ operands: [Expression], _ connective: LogicOperator) -> String {
    let phrases = enclosed(operands, operands.map { phrase($0) })
    return connective == .and ? series(phrases, "and") : "either " + series(phrases, "or")
  }

  /// The phrases of operands, in parentheses where it would not be seen where they end.
  func enclosed(_ operands: [Expression], _ phrases: [String]) -> [String] {
    zip(operands, phrases).enumerated().map { index, part in
      part.0.isOpenEnded(isLast: index == operands.count - 1) ? "(\(part.1))" : part.1
    }
  }

  /// Phrases one after another: "a, b, and c".
  func series(_ phrases: [String], _ word: String) -> String {
    guard phrases.count > 2 else { return phrases.joined(separator: " \(word) ") }
    return phrases.dropLast().joined(separator: ", ") + ", \(word) \(phrases.last ?? "")"
  }

  private func negated(_ operand: Expression) -> String {
    switch operand.form {
    case .has(let owner, let field, _): return stated(field, of: owner, isStated: false)
    case .binary(.contained, let left, let right): return membership(left, right, isIn: false)
    case .binary(.equal, let left, let right): return comparison(.notEqual, left, right)
    case .comprehension(let macro) where macro.kind == .exists:
      return phrase(macro, isNegated: true)
    case .logic: return "it is not so that (\(phrase(operand)))"
    case .select, .call: return Self.denied(phrase(operand))
    case .name: return "\(noun(operand)) does not hold"
    default: return "it is not so that \(phrase(operand))"
    }
  }

  /// The opposite of a clause: by its first verb where that is a plain one.
  private static func denied(_ clause: String) -> String {
    let verbs = [(" is ", " is not "), (" are ", " are not "), (" can ", " cannot ")]
    for (verb, opposite) in verbs {
      let parts = clause.split(separator: verb, maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { return parts[0] + opposite + parts[1] }
    }
    return "it is not so that \(clause)"
  }

  /// A field that is true or false.
  private func clause(_ field: FieldName, of owner: Expression) -> String {
    guard declared(field, of: owner)?.phrase == nil else { return self.field(field, of: owner) }
    if field.text.hasPrefix("is_") { return "\(noun(owner)) is \(words(field.text.dropFirst(3)))" }
    return "'\(words(field.text[...]))' is true of \(noun(owner))"
  }

  private func stated(_ field: FieldName, of owner: Expression, isStated: Bool) -> String {
    let type = declared(field, of: owner)?.type
    let not = isStated ? "" : " not"
    if type == .bool { return "it is\(not) stated whether \(clause(field, of: owner))" }
    return "\(self.field(field, of: owner)) \(isPlural(type) ? "are" : "is")\(not) stated"
  }

  func isPlural(_ type: ValueType?) -> Bool {
    if case .list = type { true } else { false }
  }
}

extension Expression {
  /// Whether more text behind the phrase would seem to belong to it.
  fileprivate func isOpenEnded(isLast: Bool) -> Bool {
    switch form {
    case .logic: true
    case .unary(.not, let operand) where operand.isLogic: false
    case .comprehension, .conditional, .bind: !isLast
    case .unary(.not, let operand): operand.isOpenEnded(isLast: isLast)
    default: false
    }
  }

  private var isLogic: Bool {
    if case .logic = form { true } else { false }
  }
}
