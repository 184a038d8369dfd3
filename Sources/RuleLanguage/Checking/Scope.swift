// SPDX-License-Identifier: Apache-2.0

/// The type of a part, and what else is known about its values.
struct Typed {
  var type: ValueType
  /// The only strings that the value, or an element of it, may be; empty when any is allowed.
  var members: [String] = []
  /// The dotted path from a declared name.
  var path: String?

  static let dyn = Typed(type: .dyn)
}

/// What a name or call in an expression refers to.
enum Reference: Sendable {
  /// A declared name, by its number among those that the expression mentions.
  case root(Int)
  /// A variable of a macro, by its slot.
  case variable(Int)
  case typeName(String)
  /// A function called by a qualified name, such as `math.greatest`.
  case function(String)
  /// Nothing: evaluating it is an error.
  case unbound(String)
}

/// The names that an expression may use where it is being checked.
struct Scope {
  private struct Variable {
    var name: String
    var typed: Typed
  }

  private var variables: [Variable] = []
  private(set) var mostVariables = 0

  mutating func push(_ name: String, _ typed: Typed) -> Int {
    variables.append(Variable(name: name, typed: typed))
    mostVariables = max(mostVariables, variables.count)
    return variables.count - 1
  }

  mutating func pop(_ count: Int) { variables.removeLast(count) }

  func find(_ name: String) -> (slot: Int, typed: Typed)? {
    guard let slot = variables.lastIndex(where: { $0.name == name }) else { return nil }
    return (slot, variables[slot].typed)
  }

  var names: [String] { variables.map(\.name) }
}
