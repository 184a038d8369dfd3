// SPDX-License-Identifier: Apache-2.0

package import RuleLanguage

/// A number or word that conditions read and a policy may set.
package struct RuleParameter: Hashable, Sendable {
  /// Whose decision a parameter is.
  package enum Scope: Hashable, Sendable {
    /// Declared by one rule.
    case rule
    /// Declared in `pack.yaml`, for every rule of the pack.
    case pack
  }

  /// The name, as the condition uses it after `parameters.`.
  package var name: String
  /// The value in force.
  package var value: ParameterValue
  /// What it means.
  package var summary: String
  /// Where the value comes from.
  package var origin: Rule.Origin?
  /// Which values a policy may set.
  package var domain: ParameterDomain
  /// Whose decision it is.
  package var scope: Scope
  /// Whether the policy of the checked repository set it for this rule or pack.
  package var isOverridden: Bool
  /// The value of the pack, where the policy set another.
  package var packValue: ParameterValue?

  /// The parameter with the value that a policy sets, if it sets one.
  func overridden(by value: ParameterValue?) -> RuleParameter {
    guard let value else { return self }
    var changed = self
    changed.packValue = packValue ?? self.value
    if changed.packValue == value { changed.packValue = nil }
    changed.value = value
    changed.origin = .policy
    changed.isOverridden = true
    return changed
  }
}

/// The value of a parameter.
package enum ParameterValue: Hashable, Sendable {
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case strings([String])

  /// The type that conditions see.
  package var type: ValueType {
    switch self {
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .strings: .list(.string)
    }
  }

  /// The name of the type, as rule files write it.
  package var typeName: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .strings: "list"
    }
  }

  /// The value as a report prints it.
  package var text: String {
    switch self {
    case .bool(let value): String(value)
    case .int(let value): String(value)
    case .double(let value): String(value)
    case .string(let value): value
    case .strings(let values): values.joined(separator: ", ")
    }
  }

  /// The value as a file writes it, so that `'2'`, `2` and `[2]` differ in messages.
  var sourceText: String {
    switch self {
    case .bool, .int, .double: text
    case .string(let value): "'\(value)'"
    case .strings: "[\(text)]"
    }
  }

  /// What an author writes for a value of this type.
  var expectation: String {
    switch self {
    case .bool: "true or false"
    case .int: "a whole number"
    case .double: "a number"
    case .string: "a text"
    case .strings: "a list of texts"
    }
  }
}
