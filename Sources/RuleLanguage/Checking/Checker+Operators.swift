// SPDX-License-Identifier: Apache-2.0

import GateModel
internal import Texts

extension Checker {
  mutating func checkUnary(
    _ sign: UnaryOperator,
    _ operand: Expression,
    _ whole: Expression
  ) -> Typed {
    if sign == .not {
      checkCondition(operand, of: "!")
      return Typed(type: .bool)
    }
    let found = check(operand).type
    let type = inference.resolved(found)
    switch type {
    case .int, .double: return Typed(type: type)
    case .dyn, .variable: return .dyn
    default:
      if isTyped { report("`-` needs a signed number, found \(type)", whole.range) }
      return .dyn
    }
  }

  mutating func checkBinary(
    _ sign: BinaryOperator,
    _ left: Expression,
    _ right: Expression,
    _ whole: Expression
  ) -> Typed {
    let (first, second) = (check(left), check(right))
    guard isTyped else { return .dyn }
    let types = (inference.resolved(first.type), inference.resolved(second.type))
    let result: ValueType?
    switch sign {
    case .equal, .notEqual:
      checkMembers(first, right)
      checkMembers(second, left)
      result = areComparable(types.0, types.1) ? .bool : nil
    case .contained:
      checkContainment(first, left, second, right)
      result = containment(types.0, in: types.1) ? .bool : nil
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      result = isOrdered(types.0, types.1) ? .bool : nil
    case .add, .subtract, .multiply, .divide, .remainder:
      result = arithmetic(sign, types.0, types.1)
    }
    if let result { return Typed(type: result) }
    report(
      "`\(sign.rawValue)` does not fit \(inference.final(types.0)) and \(inference.final(types.1))",
      help: help(types, left, right),
      whole.range
    )
    return Typed(type: sign.precedence == 3 ? .bool : .dyn)
  }

  private func help(
    _ types: (ValueType, ValueType),
    _ left: Expression,
    _ right: Expression
  ) -> String? {
    switch types {
    case (.double, .int), (.int, .double):
      let number = types.0 == .int ? left : right
      guard case .literal(.int(let value)) = number.form else {
        return "convert one side with double(…) or int(…)"
      }
      return "write \(value).0"
    case (.null, _), (_, .null): return "use has(…) to ask whether a field is there"
    case (.string, .timestamp), (.timestamp, .string): return "write timestamp('…')"
    case (.string, .duration), (.duration, .string): return "write duration('…')"
    default: return nil
    }
  }

  private mutating func containment(_ element: ValueType, in container: ValueType) -> Bool {
    switch container {
    case .dyn, .variable: true
    case .list(let known), .map(let known, _): inference.assign(element, to: known)
    default: false
    }
  }

  private mutating func areComparable(_ left: ValueType, _ right: ValueType) -> Bool {
    if left.isFullyKnown, left == right { return true }
    let common = inference.fresh()
    return inference.assign(left, to: common) && inference.assign(right, to: common)
  }

  private func isOrdered(_ left: ValueType, _ right: ValueType) -> Bool {
    if !left.isConcrete { return !right.isConcrete || right.hasOrder }
    if !right.isConcrete { return left.hasOrder }
    return left.isNumber && right.isNumber || left == right && left.hasOrder
  }

  private mutating func arithmetic(
    _ sign: BinaryOperator,
    _ left: ValueType,
    _ right: ValueType
  ) -> ValueType? {
    guard left.isConcrete, right.isConcrete else {
      let known = left.isConcrete ? left : right
      guard known.isConcrete else { return .dyn }
      guard Self.hasArithmetic(sign, known) else { return nil }
      // Only moments and durations go together with another type.
      return known == .timestamp || known == .duration ? .dyn : known
    }
    switch (sign, left, right) {
    case (_, .int, .int), (_, .uint, .uint): return left
    case (.add, .double, .double), (.subtract, .double, .double), (.multiply, .double, .double),
      (.divide, .double, .double):
      return .double
    case (.add, .string, .string), (.add, .bytes, .bytes): return left
    case (.add, .timestamp, .duration), (.add, .duration, .timestamp),
      (.subtract, .timestamp, .duration):
      return .timestamp
    case (.add, .duration, .duration), (.subtract, .duration, .duration),
      (.subtract, .timestamp, .timestamp):
      return .duration
    case (.add, .list(let one), .list(let other)):
      return inference.join(one, other).map { .list($0) }
    default: return nil
    }
  }

  private static func hasArithmetic(_ sign: BinaryOperator, _ type: ValueType) -> Bool {
    switch type {
    case .int, .uint: true
    case .double: sign != .remainder
    case .timestamp, .duration: sign == .add || sign == .subtract
    case .string, .bytes, .list: sign == .add
    default: false
    }
  }
}

extension Checker {
  /// Reports a string that the other side of a comparison can never be.
  private mutating func checkMembers(_ typed: Typed, _ literal: Expression) {
    guard !typed.members.isEmpty, inference.resolved(typed.type) == .string,
      case .literal(.string(let bytes)) = literal.form
    else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    guard !typed.members.contains(text) else { return }
    let meant = Suggestion.closest(to: text, among: typed.members)
      .map { "did you mean '\($0)'?" }
    report(
      "the value is never '\(text)'",
      help: meant ?? "it is one of \(typed.members.joined(separator: ", "))",
      literal.range
    )
  }

  private mutating func checkContainment(
    _ element: Typed,
    _ left: Expression,
    _ container: Typed,
    _ right: Expression
  ) {
    if case .list(let elements) = right.form {
      for literal in elements { checkMembers(element, literal.value) }
    }
    checkMembers(Typed(type: .string, members: container.members), left)
  }
}

extension ValueType {
  fileprivate var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }

  /// Whether `<` and its like compare two values of the type.
  fileprivate var hasOrder: Bool {
    switch self {
    case .int, .uint, .double, .bool, .string, .bytes, .timestamp, .duration: true
    default: false
    }
  }

  /// Whether the type is known when the expression is checked.
  var isConcrete: Bool {
    switch self {
    case .dyn, .variable, .parameter: false
    default: true
    }
  }

  /// Whether the type and all its parts are known when the expression is checked.
  var isFullyKnown: Bool {
    switch self {
    case .dyn, .variable, .parameter: false
    case .list(let element), .optional(let element): element.isFullyKnown
    case .map(let key, let value): key.isFullyKnown && value.isFullyKnown
    case .abstract(_, let arguments): arguments.allSatisfy(\.isFullyKnown)
    default: true
    }
  }
}
