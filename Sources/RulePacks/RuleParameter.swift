// SPDX-License-Identifier: Apache-2.0

public import RuleLanguage

/// A number or word of a rule that a policy may set.
public struct RuleParameter: Hashable, Sendable {
  /// The name, as the condition uses it after `parameters.`.
  public var name: String
  /// The value in force.
  public var value: ParameterValue
  /// What it means.
  public var summary: String
  /// Where the value comes from.
  public var origin: Rule.Origin?
  /// Whether the policy of the checked repository set it.
  public var isOverridden: Bool
}

/// The value of a parameter.
public enum ParameterValue: Hashable, Sendable {
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case strings([String])

  /// The type that conditions see.
  public var type: ValueType {
    switch self {
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .strings: .list(.string)
    }
  }

  /// The name of the type, as rule files write it.
  public var typeName: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .strings: "list"
    }
  }

  /// The value as a report prints it.
  public var text: String {
    switch self {
    case .bool(let value): String(value)
    case .int(let value): String(value)
    case .double(let value): String(value)
    case .string(let value): value
    case .strings(let values): values.joined(separator: ", ")
    }
  }
}
