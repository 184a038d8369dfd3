// SPDX-License-Identifier: Apache-2.0

extension FunctionCall {
  /// Values nested more deeply than this are not compared.
  private static let maximumDepth = 128

  /// Whether two values are equal: numbers by value, text by code point, the rest part by part.
  ///
  /// - Throws: `costLimit` or `tooDeep`.
  package mutating func areEqual(
    _ left: Value,
    _ right: Value
  ) throws(EvaluationError) -> Bool {
    try areEqual(left, right, depth: 0)
  }

  private mutating func areEqual(
    _ left: Value,
    _ right: Value,
    depth: Int
  ) throws(EvaluationError) -> Bool {
    guard left.tag == right.tag else { return areEqualNumbers(left, right) }
    switch left.kind {
    case .null: return true
    case .bool, .int, .uint, .duration: return left.bits == right.bits
    case .double: return left.rawDouble == right.rawDouble
    case .timestamp: return left.bits == right.bits && left.extra == right.extra
    case .string, .bytes, .type: return try areEqualTexts(left, right)
    case .list, .map, .object, .optional:
      guard depth < Self.maximumDepth else {
        throw EvaluationError(.tooDeep, "values are nested too deeply to be compared")
      }
      return try areEqualContainers(left, right, depth: depth + 1)
    }
  }

  private mutating func areEqualTexts(
    _ left: Value,
    _ right: Value
  ) throws(EvaluationError) -> Bool {
    guard left.range.count == right.range.count else { return false }
    if left.bits == right.bits, left.space == right.space { return true }
    try charge(Int(left.range.count) / 16)
    return memory.areSameBytes(left, right)
  }

  private func areEqualNumbers(_ left: Value, _ right: Value) -> Bool {
    guard left.isNumber, right.isNumber else { return false }
    return NumberOrder.compare(left, right) == .same
  }

  private mutating func areEqualContainers(
    _ left: Value,
    _ right: Value,
    depth: Int
  ) throws(EvaluationError) -> Bool {
    switch left.kind {
    case .optional:
      guard let one = memory.wrapped(left), let other = memory.wrapped(right) else {
        return left.range.count == right.range.count
      }
      try charge(1)
      return try areEqual(one, other, depth: depth)
    case .list:
      guard left.range.count == right.range.count else { return false }
      return try areEqualElements(left, right, Int(left.range.count), depth: depth)
    case .object:
      let (one, other) = (memory.fields(of: left) ?? [], memory.fields(of: right) ?? [])
      guard one.count == other.count, memory.objectType(of: left) == memory.objectType(of: right)
      else { return false }
      try charge(one.count)
      for field in one {
        guard let match = memory.field(field.name, of: right),
          try areEqual(field.value, match, depth: depth)
        else { return false }
      }
      return true
    default: return try areEqualMaps(left, right, depth: depth)
    }
  }

  private mutating func areEqualElements(
    _ left: Value,
    _ right: Value,
    _ count: Int,
    depth: Int
  ) throws(EvaluationError) -> Bool {
    try charge(count)
    for index in 0..<count {
      let one = memory.element(Int(left.range.offset) + index, in: left.space)
      let other = memory.element(Int(right.range.offset) + index, in: right.space)
      guard try areEqual(one, other, depth: depth) else { return false }
    }
    return true
  }

  private mutating func areEqualMaps(
    _ left: Value,
    _ right: Value,
    depth: Int
  ) throws(EvaluationError) -> Bool {
    guard left.range.count == right.range.count else { return false }
    for entry in memory.entries(of: left) ?? [] {
      guard let match = try value(forKey: entry.key, in: right),
        try areEqual(entry.value, match, depth: depth)
      else { return false }
    }
    return true
  }

  /// What a map holds for a key, or nil; numbers of different kinds are the same key when equal.
  mutating func value(forKey key: Value, in map: Value) throws(EvaluationError) -> Value? {
    let start = Int(map.range.offset)
    for entry in 0..<Int(map.range.count) {
      let candidate = memory.element(start + 2 * entry, in: map.space)
      try charge(1)
      guard candidate.tag == key.tag || candidate.isNumber else { continue }
      if try areEqual(key, candidate, depth: 0) {
        return memory.element(start + 2 * entry + 1, in: map.space)
      }
    }
    return nil
  }
}

extension Memory {
  /// Whether two texts have the same bytes.
  @inline(__always)
  func areSameBytes(_ left: Value, _ right: Value) -> Bool {
    withText(left) { one in withText(right) { one.isSame(as: $0) } }
  }

  /// Whether a text comes before another one, code point by code point.
  ///
  /// UTF-8 keeps the order of code points, so bytes are enough.
  func precedes(_ left: Value, _ right: Value) -> Bool {
    withText(left) { one in withText(right) { one.lexicographicallyPrecedes($0) } }
  }
}

extension Value {
  @inline(__always) var isNumber: Bool { has(.int) || has(.uint) || has(.double) }
}

/// The order of numbers of any kind; an integer meets a floating-point number as one.
enum NumberOrder {
  case before
  case same
  case after
  /// One of them is not a number.
  case none

  static func compare(_ left: Value, _ right: Value) -> NumberOrder {
    switch (left.kind, right.kind) {
    case (.int, .int): order(left.rawInt, right.rawInt)
    case (.uint, .uint): order(left.bits, right.bits)
    case (.double, .double): order(left.rawDouble, right.rawDouble)
    case (.int, .uint): left.rawInt < 0 ? .before : order(UInt64(left.rawInt), right.bits)
    case (.uint, .int): compare(right, left).reversed
    case (.int, .double): order(Double(left.rawInt), right.rawDouble)
    case (.double, .int): order(Double(right.rawInt), left.rawDouble).reversed
    case (.uint, .double): order(Double(left.bits), right.rawDouble)
    case (.double, .uint): order(Double(right.bits), left.rawDouble).reversed
    default: .none
    }
  }

  private static func order<Number: Comparable>(_ left: Number, _ right: Number) -> NumberOrder {
    if left < right { return .before }
    if left > right { return .after }
    return left == right ? .same : .none
  }

  private var reversed: NumberOrder {
    switch self {
    case .before: .after
    case .after: .before
    case .same, .none: self
    }
  }
}
