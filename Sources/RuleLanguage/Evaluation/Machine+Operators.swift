// SPDX-License-Identifier: Apache-2.0

extension Machine {
  mutating func compare(_ step: Step, _ number: Int32) -> Value {
    let left = operand(step.a)
    if left.isFailure { return left }
    let right = operand(step.b)
    if right.isFailure { return right }
    if left.has(.double), right.has(.double) {
      return .bool(Self.compare(step.operation, left.rawDouble, right.rawDouble))
    }
    if left.has(.int), right.has(.int) {
      return .bool(Self.compare(step.operation, left.rawInt, right.rawInt))
    }
    guard step.operation == .equal || step.operation == .notEqual else {
      return ordering(left, right, step, number)
    }
    let wanted = step.operation == .equal
    if left.has(.string), right.has(.string), left.range.count < Self.freeTextLength {
      return .bool(areSameTexts(left, right) == wanted)
    }
    return equality(left, right, wanted, number)
  }

  /// Texts below this length are compared without extra cost.
  private static let freeTextLength = 64

  @inline(__always)
  private func areSameTexts(_ left: Value, _ right: Value) -> Bool {
    left.range.count == right.range.count
      && (left.bits == right.bits && left.space == right.space
        || call.memory.areSameBytes(left, right))
  }

  @inline(__always)
  private static func compare<Number: Comparable>(
    _ operation: Step.Operation,
    _ left: Number,
    _ right: Number
  ) -> Bool {
    switch operation {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    default: left >= right
    }
  }

  private mutating func equality(
    _ left: Value,
    _ right: Value,
    _ wanted: Bool,
    _ number: Int32
  ) -> Value {
    attempt(at: number) { machine throws(EvaluationError) in
      .bool(try machine.call.areEqual(left, right) == wanted)
    }
  }

  private mutating func ordering(
    _ left: Value,
    _ right: Value,
    _ step: Step,
    _ number: Int32
  ) -> Value {
    if left.isNumber, right.isNumber {
      let order = NumberOrder.compare(left, right)
      switch step.operation {
      case .less: return .bool(order == .before)
      case .lessOrEqual: return .bool(order == .before || order == .same)
      case .greater: return .bool(order == .after)
      default: return .bool(order == .after || order == .same)
      }
    }
    guard let isBefore = precedes(left, right), let isAfter = precedes(right, left) else {
      return mismatch(Self.sign(step.operation), left, right, at: number)
    }
    switch step.operation {
    case .less: return .bool(isBefore)
    case .lessOrEqual: return .bool(!isAfter)
    case .greater: return .bool(isAfter)
    default: return .bool(!isBefore)
    }
  }

  /// Whether a value comes before another of the same kind; nil when they have no order.
  private mutating func precedes(_ left: Value, _ right: Value) -> Bool? {
    guard left.tag == right.tag else { return nil }
    switch left.kind {
    case .bool: return left.bits < right.bits
    case .duration: return left.rawInt < right.rawInt
    case .timestamp: return left.rawMoment < right.rawMoment
    case .string, .bytes:
      call.cost &+= Int(min(left.range.count, right.range.count)) / 16
      return call.memory.precedes(left, right)
    default: return nil
    }
  }

  private static func sign(_ operation: Step.Operation) -> String {
    switch operation {
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    default: "%"
    }
  }
}

extension Machine {
  mutating func negative(_ step: Step, _ number: Int32) -> Value {
    let value = evaluate(step.a)
    if value.isFailure { return value }
    if value.has(.double) { return .double(-value.rawDouble) }
    guard value.has(.int) else {
      return fail(.typeMismatch, "no such overload: `-` of \(typeName(value))", at: number)
    }
    let (result, overflows) = Int64(0).subtractingReportingOverflow(value.rawInt)
    return overflows ? overflow("-", number) : .int(result)
  }

  mutating func arithmetic(_ step: Step, _ number: Int32) -> Value {
    let left = evaluate(step.a)
    if left.isFailure { return left }
    let right = evaluate(step.b)
    if right.isFailure { return right }
    switch (left.kind, right.kind) {
    case (.int, .int):
      return integer(step.operation, left.rawInt, right.rawInt, number) { .int($0) }
    case (.uint, .uint):
      return integer(step.operation, left.bits, right.bits, number) { .uint($0) }
    case (.double, .double) where step.operation != .remainder:
      return .double(Self.real(step.operation, left.rawDouble, right.rawDouble))
    case (.timestamp, _), (.duration, _): return time(step.operation, left, right, number)
    case (.string, .string), (.bytes, .bytes), (.list, .list):
      guard step.operation == .add else { break }
      return attempt(at: number) { machine throws(EvaluationError) in
        try machine.call.concatenation(left, right)
      }
    default: break
    }
    return mismatch(Self.sign(step.operation), left, right, at: number)
  }

  private mutating func overflow(_ sign: String, _ number: Int32) -> Value {
    fail(.overflow, "integer overflow in `\(sign)`", at: number)
  }

  private mutating func integer<Integer: FixedWidthInteger>(
    _ operation: Step.Operation,
    _ left: Integer,
    _ right: Integer,
    _ number: Int32,
    _ make: (Integer) -> Value
  ) -> Value {
    let result: (partialValue: Integer, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide, .remainder:
      guard right != 0 else {
        let verb = operation == .divide ? "divide" : "modulus"
        return fail(.divideByZero, "\(verb) by zero", at: number)
      }
      result =
        operation == .divide
        ? left.dividedReportingOverflow(by: right)
        : left.remainderReportingOverflow(dividingBy: right)
    default: return overflow(Self.sign(operation), number)
    }
    return result.overflow ? overflow(Self.sign(operation), number) : make(result.partialValue)
  }

  private static func real(
    _ operation: Step.Operation,
    _ left: Double,
    _ right: Double
  ) -> Double {
    switch operation {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    default: left / right
    }
  }

  private mutating func time(
    _ operation: Step.Operation,
    _ left: Value,
    _ right: Value,
    _ number: Int32
  ) -> Value {
    let result: Value?
    switch (operation, left.kind, right.kind) {
    case (.add, .timestamp, .duration):
      result = left.rawMoment.advanced(byNanoseconds: right.rawInt).map { .timestamp($0) }
    case (.add, .duration, .timestamp):
      result = right.rawMoment.advanced(byNanoseconds: left.rawInt).map { .timestamp($0) }
    case (.subtract, .timestamp, .duration):
      result = left.rawMoment.receded(byNanoseconds: right.rawInt).map { .timestamp($0) }
    case (.subtract, .timestamp, .timestamp):
      result = left.rawMoment.nanoseconds(since: right.rawMoment)
        .map { .duration(nanoseconds: $0) }
    case (.add, .duration, .duration):
      let sum = left.rawInt.addingReportingOverflow(right.rawInt)
      result = sum.overflow ? nil : .duration(nanoseconds: sum.partialValue)
    case (.subtract, .duration, .duration):
      let difference = left.rawInt.subtractingReportingOverflow(right.rawInt)
      result = difference.overflow ? nil : .duration(nanoseconds: difference.partialValue)
    default: return mismatch(Self.sign(operation), left, right, at: number)
    }
    return result ?? fail(.overflow, "a moment or duration leaves its range", at: number)
  }
}

extension Moment {
  fileprivate func receded(byNanoseconds nanos: Int64) -> Moment? {
    // The smallest duration has no opposite in 64 bits.
    nanos == .min
      ? advanced(byNanoseconds: .max)?.advanced(byNanoseconds: 1) : advanced(byNanoseconds: -nanos)
  }
}

extension FunctionCall {
  mutating func concatenation(
    _ left: Value,
    _ right: Value
  ) throws(EvaluationError) -> Value {
    if left.has(.list) {
      try charge(Int(left.range.count) + Int(right.range.count))
      return makeList((elements(of: left) ?? []) + (elements(of: right) ?? []))
    }
    try charge((Int(left.range.count) + Int(right.range.count)) / 8)
    let joined = memory.text(left) + memory.text(right)
    return left.has(.string) ? memory.makeString(joined) : memory.makeBytes(joined)
  }
}
