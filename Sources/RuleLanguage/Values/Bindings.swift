// SPDX-License-Identifier: Apache-2.0

/// What the names in an expression stand for during one evaluation.
package struct Bindings: Sendable, ExpressibleByDictionaryLiteral {
  enum Bound: Sendable {
    case value(Value)
    indirect case evaluated(EvaluatedValue)
  }

  private(set) var entries: [(name: String, bound: Bound)] = []

  /// Creates bindings without names.
  package init() {}

  /// Creates bindings of names to values of the arena that is evaluated over.
  package init(dictionaryLiteral elements: (String, Value)...) {
    entries = elements.map { ($0.0, .value($0.1)) }
  }

  /// Lets a name stand for a value of the arena that is evaluated over.
  package mutating func bind(_ name: String, to value: Value) { bind(name, .value(value)) }

  /// Lets a name stand for the result of another evaluation over the same arena.
  package mutating func bind(_ name: String, to value: EvaluatedValue) {
    // Facts mean the same in every evaluation over them.
    bind(name, value.value.space == .arena ? .value(value.value) : .evaluated(value))
  }

  /// Lets a name stand for nothing.
  package mutating func unbind(_ name: String) {
    if let index = index(of: name) { entries.remove(at: index) }
  }

  func index(of name: String) -> Int? { entries.firstIndex { $0.name == name } }

  private mutating func bind(_ name: String, _ bound: Bound) {
    if let index = index(of: name) {
      entries[index].bound = bound
    } else {
      entries.append((name, bound))
    }
  }
}
