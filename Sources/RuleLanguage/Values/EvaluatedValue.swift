// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A value together with everything it refers to, so that it outlives its evaluation.
package struct EvaluatedValue: Sendable {
  /// The value itself, meaningful only within `self`.
  let value: Value
  private let arena: FactsArena
  private let surroundings: Surroundings?

  /// What an evaluation made, shared by all copies of its values.
  private final class Surroundings: Sendable {
    let memory: Memory

    init(_ memory: Memory) {
      self.memory = memory
    }
  }

  init(_ value: Value, in memory: borrowing Memory) {
    self.value = value
    arena = memory.arena
    surroundings = value.space == .arena ? nil : Surroundings(copy memory)
  }

  private init(_ value: Value, beside other: EvaluatedValue) {
    self.value = value
    arena = other.arena
    surroundings = other.surroundings
  }

  /// A value of an arena.
  package init(_ value: Value, in arena: FactsArena) {
    self.value = value
    self.arena = arena
    surroundings = nil
  }

  var memory: Memory { surroundings?.memory ?? Memory(arena: arena) }

  /// What the value is.
  package var kind: ValueKind { value.kind }

  /// The boolean, or nil for any other kind.
  package var bool: Bool? { value.bool }

  /// The signed integer, or nil for any other kind.
  package var int: Int64? { value.int }

  /// The floating-point number, or nil for any other kind.
  package var double: Double? { value.double }

  /// The text, or nil for any other kind.
  package var string: String? { memory.string(value) }

  /// The moment, or nil for any other kind.
  package var timestamp: Moment? { value.timestamp }

  /// The name of an object's type, or nil for any other kind.
  package var typeName: String? { memory.objectType(of: value) }

  /// The elements of a list, or nil for any other kind.
  package var elements: [EvaluatedValue]? {
    memory.elements(of: value)?.map { EvaluatedValue($0, beside: self) }
  }

  /// A field of an object or a string key of a map, or nil when there is none.
  package func field(_ name: String) -> EvaluatedValue? {
    memory.field(name, of: value).map { EvaluatedValue($0, beside: self) }
  }

  /// The text of a field, or nil when there is none.
  package func text(of name: String) -> String? {
    memory.field(name, of: value).flatMap { memory.string($0) }
  }

  /// Where the value was read, if it was.
  package var location: SourceLocation? { arena.location(of: value) }

  /// The value as a tree of its own, or nil when that would have more than `maximumNodes` nodes.
  package func tagged(maximumNodes: Int = 1_000_000) -> TaggedValue? {
    var budget = maximumNodes
    return memory.tagged(value, &budget)
  }
}
