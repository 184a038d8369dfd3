// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// The surroundings of a function that an expression calls: reads values and makes new ones.
package struct FunctionCall: Sendable {
  var memory: Memory
  /// The steps taken so far.
  package internal(set) var cost = 0
  /// What functions have noted beside their results.
  var notes: [any Sendable] = []
  let maximumCost: Int
  let zones: TimeZoneSource

  init(memory: Memory, maximumCost: Int, zones: TimeZoneSource) {
    self.memory = memory
    self.maximumCost = maximumCost
    self.zones = zones
  }

  /// Counts work in proportion to what a function looks at.
  ///
  /// - Throws: `costLimit` when the evaluation has done more than it may.
  package mutating func charge(_ steps: Int) throws(EvaluationError) {
    cost = cost &+ max(0, steps)
    guard cost <= maximumCost else { throw Self.costLimit(maximumCost) }
  }

  /// Keeps something that a function found on its way, for whoever asked for the evaluation.
  ///
  /// Results that are remembered note nothing again.
  package mutating func note(_ finding: some Sendable) { notes.append(finding) }

  static func costLimit(_ maximum: Int) -> EvaluationError {
    EvaluationError(
      .costLimit,
      "stopped after \(maximum) steps; make the condition simpler or its lists shorter"
    )
  }
}

extension FunctionCall {
  /// The facts that are evaluated over.
  package var arena: FactsArena { memory.arena }

  /// The text of a string, or nil for any other kind.
  package func string(_ value: Value) -> String? { memory.string(value) }

  /// Whether a value is this text, byte for byte.
  package func isString(_ value: Value, _ text: String) -> Bool {
    guard value.has(.string) else { return false }
    var text = text
    return text.withUTF8 { memory.isText(value, $0) }
  }

  /// The bytes of a byte sequence, or nil for any other kind.
  package func bytes(_ value: Value) -> [UInt8]? { memory.byteArray(value) }

  /// The elements of a list, or nil for any other kind.
  package func elements(of value: Value) -> [Value]? { memory.elements(of: value) }

  /// The entries of a map in their order, or nil for any other kind.
  package func entries(of value: Value) -> [(key: Value, value: Value)]? {
    memory.entries(of: value)
  }

  /// A field of an object or a string key of a map, or nil when there is none.
  package func field(_ name: String, of value: Value) -> Value? {
    memory.field(name, of: value)
  }

  /// The name of an object's type, or nil for any other kind.
  package func typeName(of value: Value) -> String? { memory.objectType(of: value) }

  /// Where a value was read, if it was.
  package func location(of value: Value) -> SourceLocation? {
    memory.arena.location(of: value)
  }
}

extension FunctionCall {
  /// Makes text.
  package mutating func makeString(_ text: String) -> Value { memory.makeString(text.utf8) }

  /// Makes a byte sequence.
  package mutating func makeBytes(_ bytes: [UInt8]) -> Value { memory.makeBytes(bytes) }

  /// Makes a list.
  package mutating func makeList(_ elements: [Value]) -> Value { memory.makeList(elements) }

  /// Makes a map; of entries with the same key, the first is found.
  package mutating func makeMap(_ entries: [(Value, Value)]) -> Value {
    memory.makeMap(entries.flatMap { [$0.0, $0.1] })
  }

  /// Makes an object of a declared type; fields that are left out are absent.
  package mutating func makeObject(_ type: String, _ fields: [(String, Value)]) -> Value {
    memory.makeObject(type, fields)
  }

  /// Makes an optional value.
  package mutating func makeOptional(_ value: Value?) -> Value {
    value.map { memory.makeOptional($0) } ?? .emptyOptional
  }

  /// The same value, standing where another one stands.
  package func placing(_ value: Value, at other: Value) -> Value {
    value.located(at: other.node)
  }
}
