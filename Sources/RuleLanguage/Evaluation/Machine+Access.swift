// SPDX-License-Identifier: Apache-2.0

import GateModel

extension Machine {
  mutating func select(_ step: Step, _ number: Int32) -> Value {
    let owner = operand(step.a)
    if owner.isFactObject, !step.flag {
      let shape = owner.range.count
      let known = fieldSlots[Int(step.b)]
      if known.shape == shape &+ 1 {
        return call.memory.element(Int(owner.range.offset + known.slot), in: .arena)
      }
    }
    if owner.isFailure { return owner }
    return selectSlowly(owner, step, number)
  }

  private mutating func selectSlowly(_ owner: Value, _ step: Step, _ number: Int32) -> Value {
    if owner.has(.optional) || step.flag { return selectOptional(owner, step, number) }
    guard owner.has(.object) || owner.has(.map) else {
      return fail(
        .typeMismatch,
        "\(typeName(owner)) has no fields",
        at: number,
        location: call.location(of: owner)
      )
    }
    return find(step.b, in: owner) ?? missing(step, of: owner, number)
  }

  /// The field with a number, remembering where it was found.
  private mutating func find(_ field: Int32, in owner: Value) -> Value? {
    let name = code.fields[Int(field)]
    guard owner.isFactObject else {
      return code.constantStorage.storage.bytes.rebased(name) { call.memory.field($0, of: owner) }
    }
    let shape = owner.range.count
    let slot = code.constantStorage.storage.bytes.rebased(name) {
      call.memory.arena.storage.slot(of: $0, in: Int(shape))
    }
    guard let slot else { return nil }
    fieldSlots[Int(field)] = FieldSlot(shape: shape + 1, slot: UInt32(slot))
    return call.memory.element(Int(owner.range.offset) + slot, in: .arena)
  }

  func fieldName(_ field: Int32) -> String {
    let range = code.fields[Int(field)].indices
    return String(decoding: code.constantStorage.storage.bytes[range], as: UTF8.self)
  }

  private mutating func missing(_ step: Step, of owner: Value, _ number: Int32) -> Value {
    let name = fieldName(step.b)
    let location = call.location(of: owner)
    guard let type = call.memory.objectType(of: owner) else {
      return fail(.noSuchKey, "no such key: '\(name)'", at: number, location: location)
    }
    guard mayHave(step, type) else {
      return fail(.noSuchField, "\(type) has no field `\(name)`", at: number, location: location)
    }
    return fail(
      EvaluationError(
        .missingEvidence,
        "`\(name)` is not stated",
        field: name,
        location: location
      ),
      at: number
    )
  }

  /// Whether objects of a type may have the field that a step asks for.
  private func mayHave(_ step: Step, _ type: String) -> Bool {
    step.c != 0 || code.syntax.environment.schemaIndex.field(fieldName(step.b), of: type) != nil
  }

  private mutating func selectOptional(
    _ owner: Value,
    _ step: Step,
    _ number: Int32
  ) -> Value {
    guard owner.has(.optional) else {
      guard owner.has(.object) || owner.has(.map) else {
        return fail(.typeMismatch, "\(typeName(owner)) has no fields", at: number)
      }
      return find(step.b, in: owner).map { call.memory.makeOptional($0) } ?? .emptyOptional
    }
    guard let inner = call.memory.wrapped(owner) else { return owner }
    guard inner.has(.object) || inner.has(.map) else {
      return fail(.typeMismatch, "\(typeName(inner)) has no fields", at: number)
    }
    return find(step.b, in: inner).map { call.memory.makeOptional($0) } ?? .emptyOptional
  }

  mutating func has(_ step: Step, _ number: Int32) -> Value {
    var owner = evaluate(step.a)
    if owner.isFailure { return owner }
    if owner.has(.optional) {
      guard let inner = call.memory.wrapped(owner) else { return .bool(false) }
      owner = inner
    }
    guard owner.has(.object) || owner.has(.map) else {
      return fail(.typeMismatch, "\(typeName(owner)) has no fields", at: number)
    }
    if find(step.b, in: owner) != nil { return .bool(true) }
    if step.c == 0, let type = call.memory.objectType(of: owner), !mayHave(step, type) {
      return missing(step, of: owner, number)
    }
    return .bool(false)
  }
}

extension Machine {
  mutating func index(_ step: Step, _ number: Int32) -> Value {
    let owner = evaluate(step.a)
    if owner.isFailure { return owner }
    let key = evaluate(step.b)
    if key.isFailure { return key }
    if owner.has(.optional) {
      guard let inner = call.memory.wrapped(owner) else { return owner }
      return optionalElement(key, of: inner, number)
    }
    if step.flag { return optionalElement(key, of: owner, number) }
    return element(key, of: owner, number) ?? absent(key, of: owner, number)
  }

  private mutating func optionalElement(
    _ key: Value,
    of owner: Value,
    _ number: Int32
  ) -> Value {
    guard let found = element(key, of: owner, number) else { return .emptyOptional }
    return found.isFailure ? found : call.memory.makeOptional(found)
  }

  /// The element, a failure when the key is of no use, or nil when there is no such element.
  private mutating func element(_ key: Value, of owner: Value, _ number: Int32) -> Value? {
    if owner.has(.map) {
      return attempt(at: number) { machine throws(EvaluationError) in
        try machine.call.value(forKey: key, in: owner) ?? Value(failure: -1)
      }.unlessAbsent
    }
    guard owner.has(.list) else {
      return fail(
        .typeMismatch,
        "no such overload: \(typeName(owner)) has no elements",
        at: number
      )
    }
    guard let position = wholeNumber(key) else {
      return fail(
        .invalidArgument,
        "a list position is a whole number, found \(typeName(key))",
        at: number
      )
    }
    guard position >= 0, position < Int64(owner.range.count) else { return nil }
    return call.memory.element(Int(owner.range.offset) + Int(position), in: owner.space)
  }

  private func wholeNumber(_ value: Value) -> Int64? {
    switch value.kind {
    case .int: value.rawInt
    case .uint: Int64(exactly: value.bits)
    case .double: Int64(exactly: value.rawDouble)
    default: nil
    }
  }

  private mutating func absent(_ key: Value, of owner: Value, _ number: Int32) -> Value {
    let shown = call.memory.briefText(key)
    let location = call.location(of: owner)
    guard owner.has(.list) else {
      return fail(.noSuchKey, "no such key: \(shown)", at: number, location: location)
    }
    return fail(
      .indexOutOfRange,
      "position \(shown) is outside the list of \(owner.range.count)",
      at: number,
      location: location
    )
  }

  mutating func contained(_ step: Step, _ number: Int32) -> Value {
    let element = evaluate(step.a)
    if element.isFailure { return element }
    let container = evaluate(step.b)
    if container.isFailure { return container }
    return attempt(at: number) { machine throws(EvaluationError) in
      if container.has(.map) {
        return .bool(try machine.call.value(forKey: element, in: container) != nil)
      }
      guard container.has(.list) else {
        return machine.mismatch("in", element, container, at: number)
      }
      for index in container.range.indices {
        let candidate = machine.call.memory.element(index, in: container.space)
        if try machine.call.areEqual(element, candidate) { return .bool(true) }
      }
      return .bool(false)
    }
  }
}

extension Value {
  /// Nil for the mark of an absent element.
  fileprivate var unlessAbsent: Value? {
    isFailure && bits == UInt64(truncatingIfNeeded: -1) ? nil : self
  }
}
