// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// An expression with one deliberate mistake, to find out whether a rule's examples notice.
package struct Mutation: Sendable {
  /// What was changed, such as "`>=` became `<`".
  package let summary: String
  /// Where in the original text the changed part starts.
  package let position: SourcePosition
  /// The changed expression.
  package let program: Program
}

extension Mutation {
  static func all(of code: Code) -> [Mutation] {
    var found: [Mutation] = []
    let syntax = code.syntax
    var stack = [syntax.checked.root]
    while let node = stack.popLast() {
      stack += node.children.reversed()
      for (form, summary) in changes(of: node) {
        let changed = syntax.checked.root.replacing(node.id, by: form)
        let result = syntax.environment.compile(
          Printer.text(changed),
          expecting: syntax.expecting,
          locals: syntax.locals
        )
        // A change that the checker refuses is no mistake that a rule could have.
        guard case .success(let program) = result else { continue }
        found.append(
          Mutation(
            summary: summary,
            position: SourcePosition(offset: node.range.lowerBound, in: code.source),
            program: program
          )
        )
      }
    }
    return found
  }

  private static let opposites: [BinaryOperator: BinaryOperator] = [
    .equal: .notEqual, .notEqual: .equal, .less: .greaterOrEqual, .greaterOrEqual: .less,
    .lessOrEqual: .greater, .greater: .lessOrEqual,
  ]

  private static func changes(of node: Expression) -> [(Expression.Form, String)] {
    switch node.form {
    case .binary(.contained, _, _):
      return [(.unary(.not, node), "`in` became its opposite")]
    case .binary(let sign, let left, let right):
      guard let opposite = opposites[sign] else { return [] }
      let summary = "`\(sign.rawValue)` became `\(opposite.rawValue)`"
      return [(.binary(opposite, left, right), summary)]
    case .logic(let sign, let operands):
      let other: LogicOperator = sign == .and ? .or : .and
      return [(.logic(other, operands), "`\(sign.rawValue)` became `\(other.rawValue)`")]
    case .unary(.not, let operand): return [(operand.form, "`!` was dropped")]
    case .comprehension(var macro):
      guard macro.kind == .all || macro.kind == .exists else { return [] }
      let name = macro.name
      macro.name = macro.kind == .all ? "exists" : "all"
      return [(.comprehension(macro), "`\(name)` became `\(macro.name)`")]
    default: return []
    }
  }
}

extension Expression {
  /// The tree with one node replaced.
  fileprivate func replacing(_ id: Int, by form: Form) -> Expression {
    var copy = self
    copy.form = self.id == id ? form : self.form.mapping { $0.replacing(id, by: form) }
    return copy
  }
}

extension Expression.Form {
  /// The same form with every direct part transformed.
  fileprivate func mapping(_ change: (Expression) -> Expression) -> Expression.Form {
    switch self {
    case .literal, .name: return self
    case .select(let operand, let field, let isOptional):
      return .select(change(operand), field: field, isOptional: isOptional)
    case .has(let operand, let field, let isOptional):
      return .has(change(operand), field: field, isOptional: isOptional)
    case .index(let operand, let position, let isOptional):
      return .index(change(operand), change(position), isOptional: isOptional)
    case .call(let name, let target, let arguments):
      return .call(name, target: target.map(change), arguments: arguments.map(change))
    case .unary(let sign, let operand): return .unary(sign, change(operand))
    case .binary(let sign, let left, let right): return .binary(sign, change(left), change(right))
    case .logic(let sign, let operands): return .logic(sign, operands.map(change))
    case .conditional(let condition, let yes, let no):
      return .conditional(change(condition), change(yes), change(no))
    case .list(let elements):
      return .list(
        elements.map { ListElement(value: change($0.value), isOptional: $0.isOptional) }
      )
    case .map(let entries):
      return .map(
        entries.map {
          MapEntry(key: change($0.key), value: change($0.value), isOptional: $0.isOptional)
        }
      )
    case .comprehension(var macro):
      macro.range = change(macro.range)
      macro.condition = macro.condition.map(change)
      macro.body = change(macro.body)
      return .comprehension(macro)
    case .bind(let variable, let value, let body):
      return .bind(variable, value: change(value), body: change(body))
    case .optionalMap(let target, let variable, let body, let isFlat):
      return .optionalMap(change(target), variable, body: change(body), isFlat: isFlat)
    }
  }
}
