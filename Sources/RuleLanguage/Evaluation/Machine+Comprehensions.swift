// SPDX-License-Identifier: Apache-2.0

extension Machine {
  /// The visits that a macro makes: the elements of a list, or the entries of a map.
  struct Visits {
    let range: Value
    let count: Int
    let isMap: Bool

    init?(_ value: Value) {
      guard value.has(.list) || value.has(.map) else { return nil }
      range = value
      count = Int(value.range.count)
      isMap = value.has(.map)
    }
  }

  /// Sets the variables of a macro for one visit.
  @inline(__always)
  mutating func visit(_ index: Int, of visits: Visits, _ step: Step) {
    let slot = Int(step.slot)
    let start = Int(visits.range.range.offset)
    let space = visits.range.space
    if visits.isMap {
      slots[slot] = call.memory.element(start + 2 * index, in: space)
      if step.flag { slots[slot + 1] = call.memory.element(start + 2 * index + 1, in: space) }
    } else if step.flag {
      slots[slot] = .int(Int64(index))
      slots[slot + 1] = call.memory.element(start + index, in: space)
    } else {
      slots[slot] = call.memory.element(start + index, in: space)
    }
  }

  mutating func notVisitable(_ value: Value, _ number: Int32) -> Value {
    fail(
      .typeMismatch,
      "no such overload: a list or a map is needed, found \(typeName(value))",
      at: number
    )
  }

  mutating func quantifier(_ step: Step, _ number: Int32) -> Value {
    let range = evaluate(step.a)
    if range.isFailure { return range }
    guard let visits = Visits(range) else { return notVisitable(range, number) }
    if visits.count == 0 {
      emptyQuantifiers += 1
      return .bool((step.operation == .all) != flipsEmptyQuantifiers)
    }
    if step.operation == .existsOne { return existsOne(visits, step, number) }
    let decider = step.operation == .exists
    var failure: Value?
    for index in 0..<visits.count {
      visit(index, of: visits, step)
      let earlierFailures = failures.count
      let value = evaluate(step.b)
      if value.has(.bool) {
        if (value.bits != 0) == decider { return .bool(decider) }
        forgetFailures(after: earlierFailures)
      } else if failure != nil {
        forgetFailures(after: earlierFailures)
      } else {
        failure = value.isFailure ? value : notBoolean(value, decider ? "exists" : "all", number)
      }
      if call.cost > call.maximumCost { break }
    }
    return failure ?? .bool(!decider)
  }

  /// Drops failures that nothing refers to, so that long loops do not collect them.
  @inline(__always)
  private mutating func forgetFailures(after count: Int) {
    if failures.count > count { failures.removeSubrange(count...) }
  }

  private mutating func existsOne(_ visits: Visits, _ step: Step, _ number: Int32) -> Value {
    var count = 0
    for index in 0..<visits.count {
      visit(index, of: visits, step)
      let value = evaluate(step.b)
      guard value.has(.bool) else {
        return value.isFailure ? value : notBoolean(value, "exists_one", number)
      }
      if value.bits != 0 { count += 1 }
    }
    return .bool(count == 1)
  }

  /// Whether a visit counts; nil lets it be left out.
  private mutating func admits(_ step: Step, _ number: Int32) -> Value? {
    guard step.c >= 0 else { return .bool(true) }
    let value = evaluate(step.c)
    if value.isTrue { return value }
    if value.isFalse { return nil }
    return value.isFailure ? value : notBoolean(value, "the condition", number)
  }

  mutating func transformList(_ step: Step, _ number: Int32) -> Value {
    let range = evaluate(step.a)
    if range.isFailure { return range }
    guard let visits = Visits(range) else { return notVisitable(range, number) }
    var elements: [Value] = []
    for index in 0..<visits.count {
      visit(index, of: visits, step)
      guard let admitted = admits(step, number) else { continue }
      if admitted.isFailure { return admitted }
      let value = evaluate(step.b)
      if value.isFailure { return value }
      guard step.operation == .filter else {
        elements.append(value)
        continue
      }
      guard value.has(.bool) else { return notBoolean(value, "filter", number) }
      if value.bits != 0 {
        visit(index, of: visits, step)
        elements.append(slots[Int(step.slot)])
      }
    }
    return call.memory.makeList(elements).located(at: range.node)
  }

  mutating func transformMap(_ step: Step, _ number: Int32) -> Value {
    let range = evaluate(step.a)
    if range.isFailure { return range }
    guard let visits = Visits(range) else { return notVisitable(range, number) }
    var builder = MapBuilder()
    for index in 0..<visits.count {
      visit(index, of: visits, step)
      guard let admitted = admits(step, number) else { continue }
      if admitted.isFailure { return admitted }
      let value = evaluate(step.b)
      if value.isFailure { return value }
      visit(index, of: visits, step)
      if let failure = insert(value, step, number, &builder) { return failure }
    }
    return call.memory.makeMap(builder.keysAndValues)
  }

  private mutating func insert(
    _ value: Value,
    _ step: Step,
    _ number: Int32,
    _ builder: inout MapBuilder
  ) -> Value? {
    do {
      guard step.operation == .transformMapEntry else {
        try builder.insert(slots[Int(step.slot)], value, &call)
        return nil
      }
      guard let entries = call.memory.entries(of: value) else {
        return notVisitable(value, number)
      }
      for entry in entries { try builder.insert(entry.key, entry.value, &call) }
      return nil
    } catch {
      return fail(error, at: number)
    }
  }
}
