// SPDX-License-Identifier: Apache-2.0

extension Machine {
  mutating func callFunction(_ step: Step, _ number: Int32) -> Value {
    var arguments: [Value] = []
    arguments.reserveCapacity(Int(step.b))
    for offset in 0..<step.b {
      let value = evaluate(code.lists[Int(step.a + offset)])
      if value.isFailure { return value }
      arguments.append(value)
    }
    let site = code.calls[Int(step.c)]
    if let pattern = site.pattern?.value, arguments[0].has(.string) {
      return match(pattern, arguments[0], number)
    }
    for overload in site.overloads where fits(arguments, overload) {
      if overload.isRemembered,
        let signature = Recollection.Call(site.name, arguments, in: call.memory)
      {
        return remembered(signature, number) { call throws(EvaluationError) in
          try overload.body(arguments, &call)
        }
      }
      return attempt(at: number) { machine throws(EvaluationError) in
        try overload.body(arguments, &machine.call)
      }
    }
    return noOverload(site.name, arguments, number)
  }

  private mutating func match(_ pattern: Pattern, _ text: Value, _ number: Int32) -> Value {
    attempt(at: number) { machine throws(EvaluationError) in
      try machine.call.charge(Int(text.range.count) / 8)
      return .bool(machine.call.memory.withText(text) { pattern.matches($0) })
    }
  }

  private func fits(_ arguments: [Value], _ overload: Overload) -> Bool {
    for (index, argument) in arguments.enumerated()
    where !call.memory.value(argument, fits: overload.parameter(index)) {
      return false
    }
    return true
  }

  private mutating func noOverload(
    _ name: String,
    _ arguments: [Value],
    _ number: Int32
  ) -> Value {
    guard code.functionTable.has(name) else {
      return fail(.noSuchFunction, "no such function: `\(name)`", at: number)
    }
    let types = arguments.map { typeName($0) }.joined(separator: ", ")
    return fail(.typeMismatch, "no such overload: \(name)(\(types))", at: number)
  }
}

extension Memory {
  /// Whether a value is of a declared type, as far as its outermost kind goes.
  func value(_ value: Value, fits type: ValueType) -> Bool {
    switch type {
    case .dyn, .parameter, .variable, .abstract: true
    case .null: value.has(.null)
    case .bool: value.has(.bool)
    case .int: value.has(.int)
    case .uint: value.has(.uint)
    case .double: value.has(.double)
    case .string: value.has(.string)
    case .bytes: value.has(.bytes)
    case .timestamp: value.has(.timestamp)
    case .duration: value.has(.duration)
    case .type: value.has(.type)
    case .list: value.has(.list)
    case .map: value.has(.map)
    case .optional: value.has(.optional)
    case .object(let name): isObject(value, ofType: name)
    }
  }
}

extension Machine {
  mutating func list(_ step: Step, _ number: Int32) -> Value {
    var elements: [Value] = []
    for offset in stride(from: step.a, to: step.a + step.b, by: 2) {
      let value = evaluate(code.lists[Int(offset)])
      if value.isFailure { return value }
      guard code.lists[Int(offset + 1)] == 1 else {
        elements.append(value)
        continue
      }
      guard value.has(.optional) else { return notOptional(value, number) }
      if let inner = call.memory.wrapped(value) { elements.append(inner) }
    }
    return call.memory.makeList(elements)
  }

  mutating func map(_ step: Step, _ number: Int32) -> Value {
    var builder = MapBuilder()
    for offset in stride(from: step.a, to: step.a + step.b, by: 3) {
      let key = evaluate(code.lists[Int(offset)])
      if key.isFailure { return key }
      var value = evaluate(code.lists[Int(offset + 1)])
      if value.isFailure { return value }
      if code.lists[Int(offset + 2)] == 1 {
        guard value.has(.optional) else { return notOptional(value, number) }
        guard let inner = call.memory.wrapped(value) else { continue }
        value = inner
      }
      do {
        try builder.insert(key, value, &call)
      } catch {
        return fail(error, at: number)
      }
    }
    return call.memory.makeMap(builder.keysAndValues)
  }

  private mutating func notOptional(_ value: Value, _ number: Int32) -> Value {
    fail(
      .typeMismatch,
      "an entry with `?` needs an optional value, found \(typeName(value))",
      at: number
    )
  }
}

/// Collects the entries of a map and refuses keys that repeat.
struct MapBuilder {
  private enum Key: Hashable {
    case bool(Bool)
    case number(Int64)
    case large(UInt64)
    case text([UInt8])
  }

  private(set) var keysAndValues: [Value] = []
  private var keys: Set<Key> = []

  mutating func insert(
    _ key: Value,
    _ value: Value,
    _ call: inout FunctionCall
  ) throws(EvaluationError) {
    let identity: Key
    switch key.kind {
    case .bool: identity = .bool(key.bits != 0)
    case .int: identity = .number(key.rawInt)
    case .uint: identity = Int64(exactly: key.bits).map { .number($0) } ?? .large(key.bits)
    case .string: identity = .text(Array(call.memory.text(key)))
    default:
      throw EvaluationError(
        .typeMismatch,
        "unsupported key type: \(key.kind.typeName) cannot be a map key"
      )
    }
    guard keys.insert(identity).inserted else {
      throw EvaluationError(
        .invalidArgument,
        "the map has the key \(call.memory.briefText(key)) twice"
      )
    }
    keysAndValues += [key, value]
  }
}
