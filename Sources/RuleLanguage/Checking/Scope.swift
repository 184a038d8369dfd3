// SPDX-License-Identifier: Apache-2.0

/// The type of a part, and what else is known about its values.
struct Typed: Sendable {
  var type: ValueType
  /// The only strings that the value, or an element of it, may be; empty when any is allowed.
  var members: [String] = []
  /// How a sentence speaks of the field.
  var phrase: String?

  static let dyn = Typed(type: .dyn)
}

/// What a name or call in an expression refers to.
enum Reference: Sendable {
  /// A declared name, by its number among those that the expression mentions.
  case root(Int)
  /// A variable of a macro, by its slot.
  case variable(Int)
  /// A variable of `cel.bind`, by its slot and the node that gives its value when it is needed.
  case bound(slot: Int, value: Int)
  case typeName(String)
  /// A function called by a qualified name, such as `math.greatest`.
  case function(String)
  /// Nothing: evaluating it is an error.
  case unbound(String)
}

/// The names that an expression may use where it is being checked.
struct Scope {
  struct Entry {
    var name: String
    var typed: Typed
    var reference: Reference
  }

  private var variables: [Entry] = []
  /// How many variables there were so far; each has a slot of its own.
  private(set) var slotCount = 0

  /// Adds a variable, and the node whose value it stands for if it is one of `cel.bind`.
  mutating func push(_ name: String, _ typed: Typed, boundTo value: Int?) {
    let reference: Reference =
      value.map { .bound(slot: slotCount, value: $0) } ?? .variable(slotCount)
    variables.append(Entry(name: name, typed: typed, reference: reference))
    slotCount += 1
  }

  mutating func pop(_ count: Int) { variables.removeLast(count) }

  func find(_ name: String) -> Entry? { variables.last { $0.name == name } }

  var names: [String] { variables.map(\.name) }
}
