// SPDX-License-Identifier: Apache-2.0

/// What type inference has found so far (the checker's substitution of the language definition).
struct Inference {
  private var bindings: [ValueType?] = []
  /// Whether null may stand where an object, a moment or a duration is wanted.
  let allowsNull: Bool

  init(allowsNull: Bool) {
    self.allowsNull = allowsNull
  }

  mutating func fresh() -> ValueType {
    bindings.append(nil)
    return .variable(bindings.count - 1)
  }

  /// The type with found variables replaced; variables that remain unknown stay.
  func resolved(_ type: ValueType) -> ValueType {
    switch type {
    case .variable(let number): bindings[number].map { resolved($0) } ?? type
    case .list(let element): .list(resolved(element))
    case .map(let key, let value): .map(resolved(key), resolved(value))
    case .optional(let wrapped): .optional(resolved(wrapped))
    case .abstract(let name, let arguments): .abstract(name, arguments.map { resolved($0) })
    default: type
    }
  }

  /// The type with found variables replaced and unknown ones turned into `dyn`.
  func final(_ type: ValueType) -> ValueType {
    switch type {
    case .variable(let number): bindings[number].map { final($0) } ?? .dyn
    case .list(let element): .list(final(element))
    case .map(let key, let value): .map(final(key), final(value))
    case .optional(let wrapped): .optional(final(wrapped))
    case .abstract(let name, let arguments): .abstract(name, arguments.map { final($0) })
    default: type
    }
  }

  /// The types with found variables replaced and unknown ones turned into `dyn`.
  func final(_ types: [ValueType]) -> [ValueType] {
    // Where nothing had to be found, no type mentions a variable.
    bindings.isEmpty ? types : types.map { final($0) }
  }

  /// A copy of a declared type with its parameters replaced by new variables.
  mutating func instance(
    of type: ValueType,
    _ parameters: inout [String: ValueType]
  ) -> ValueType {
    switch type {
    case .parameter(let name):
      if let known = parameters[name] { return known }
      let variable = fresh()
      parameters[name] = variable
      return variable
    case .list(let element): return .list(instance(of: element, &parameters))
    case .map(let key, let value):
      let newKey = instance(of: key, &parameters)
      return .map(newKey, instance(of: value, &parameters))
    case .optional(let wrapped): return .optional(instance(of: wrapped, &parameters))
    case .abstract(let name, let arguments):
      var instances: [ValueType] = []
      for argument in arguments { instances.append(instance(of: argument, &parameters)) }
      return .abstract(name, instances)
    default: return type
    }
  }
}

extension Inference {
  /// Whether a value of one type may stand where another is wanted; finds variables on the way.
  ///
  /// When it may not, nothing is learned.
  mutating func assign(_ type: ValueType, to wanted: ValueType) -> Bool {
    if type == wanted { return true }
    let before = bindings
    if unify(type, wanted) { return true }
    bindings = before
    return false
  }

  private mutating func unify(_ type: ValueType, _ wanted: ValueType) -> Bool {
    switch (type, wanted) {
    case (.variable(let left), .variable(let right)) where left == right: return true
    case (_, .variable(let number)): return bind(number, to: type)
    case (.variable(let number), _): return bindReversed(number, to: wanted)
    case (.dyn, _), (_, .dyn): return true
    case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)):
      return unify(left, right)
    case (.map(let leftKey, let left), .map(let rightKey, let right)):
      return unify(leftKey, rightKey) && unify(left, right)
    case (.abstract(let left, let arguments), .abstract(let right, let others)):
      guard left == right, arguments.count == others.count else { return false }
      for (argument, other) in zip(arguments, others) where !unify(argument, other) {
        return false
      }
      return true
    case (.null, .timestamp), (.null, .duration), (.null, .object), (.null, .optional),
      (.null, .abstract):
      return allowsNull
    default: return type == wanted
    }
  }

  private mutating func bind(_ number: Int, to type: ValueType) -> Bool {
    if let known = bindings[number] {
      guard unify(type, known) else { return false }
      // A less specific type, such as `dyn`, replaces what earlier uses suggested.
      if Self.isAtLeastAsGeneral(resolved(type), as: resolved(known)) {
        return rebind(number, to: type)
      }
      return true
    }
    return rebind(number, to: type)
  }

  private mutating func bindReversed(_ number: Int, to wanted: ValueType) -> Bool {
    if let known = bindings[number] {
      guard unify(known, wanted) else { return false }
      if Self.isAtLeastAsGeneral(resolved(wanted), as: resolved(known)) {
        return rebind(number, to: wanted)
      }
      return true
    }
    return rebind(number, to: wanted)
  }

  private mutating func rebind(_ number: Int, to type: ValueType) -> Bool {
    let type = resolved(type)
    if case .variable(number) = type { return true }
    guard !Self.mentions(number, in: type) else { return false }
    bindings[number] = type
    return true
  }

  private static func mentions(_ number: Int, in type: ValueType) -> Bool {
    switch type {
    case .variable(let other): number == other
    case .list(let element), .optional(let element): mentions(number, in: element)
    case .map(let key, let value): mentions(number, in: key) || mentions(number, in: value)
    case .abstract(_, let arguments): arguments.contains { mentions(number, in: $0) }
    default: false
    }
  }

  static func isAtLeastAsGeneral(_ left: ValueType, as right: ValueType) -> Bool {
    switch (left, right) {
    case (.dyn, _), (.variable, _): true
    case (.list(let one), .list(let other)), (.optional(let one), .optional(let other)):
      isAtLeastAsGeneral(one, as: other)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      isAtLeastAsGeneral(key, as: otherKey) && isAtLeastAsGeneral(value, as: otherValue)
    case (.abstract(let name, let arguments), .abstract(let otherName, let others)):
      name == otherName && arguments.count == others.count
        && zip(arguments, others).allSatisfy { isAtLeastAsGeneral($0, as: $1) }
    default: left == right
    }
  }

  /// The type of a list literal's elements, given the type of those before; nil when they differ.
  mutating func join(_ known: ValueType, _ next: ValueType) -> ValueType? {
    if assign(known, to: next) || assign(next, to: known) {
      let (left, right) = (resolved(known), resolved(next))
      if left == .null { return right }
      if right == .null { return left }
      return Self.isAtLeastAsGeneral(left, as: right) ? left : right
    }
    return nil
  }
}
