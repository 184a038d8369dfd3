// SPDX-License-Identifier: Apache-2.0

/// The type of an expression, as the checker knows it.
package indirect enum ValueType: Hashable, Sendable {
  /// Anything; checked when the expression is evaluated.
  case dyn
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case timestamp
  case duration
  case type
  case list(ValueType)
  case map(ValueType, ValueType)
  case optional(ValueType)
  /// An object type of the facts schema, by name.
  case object(String)
  /// A type parameter of a function declaration.
  case parameter(String)
  /// A type that only function declarations know, by name.
  case abstract(String, [ValueType])
  /// A type that inference has yet to find; never the type of a finished program.
  case variable(Int)
}

extension ValueType: CustomStringConvertible {
  /// The type as written in documentation, such as `list(string)`.
  package var description: String {
    switch self {
    case .null: "null_type"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let wrapped): "optional_type(\(wrapped))"
    case .object(let name), .parameter(let name): name
    case .abstract(let name, let arguments):
      arguments.isEmpty
        ? name : "\(name)(\(arguments.map(\.description).joined(separator: ", ")))"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .variable: "dyn"
    case .dyn: "dyn"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .type: "type"
    }
  }
}

extension ValueType {
  /// The simple types by the names that the language gives them.
  static let simple: [String: ValueType] = [
    "dyn": .dyn, "null_type": .null, "bool": .bool, "int": .int, "uint": .uint,
    "double": .double, "string": .string, "bytes": .bytes, "type": .type,
    "timestamp": .timestamp, "duration": .duration,
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
    "list": .list(.dyn), "map": .map(.dyn, .dyn), "optional_type": .optional(.dyn),
  ]

  /// Creates a type from its text, such as `map(string, list(int))`, or nil when it is malformed.
  ///
  /// A name of one capital letter is a type parameter; other unknown names are abstract types.
  package init?(_ text: String) {
    var rest = Substring(text)
    guard let type = Self.parse(&rest, depth: 0), rest.isEmpty else { return nil }
    self = type
  }

  private static func parse(_ rest: inout Substring, depth: Int) -> ValueType? {
    rest = rest.drop { $0 == " " }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    rest = rest.dropFirst(name.count)
    guard !name.isEmpty, depth < 32 else { return nil }
    guard rest.first == "(" else { return named(String(name)) }
    var arguments: [ValueType] = []
    repeat {
      rest = rest.dropFirst()
      guard let argument = parse(&rest, depth: depth + 1) else { return nil }
      arguments.append(argument)
    } while rest.first == ","
    guard rest.first == ")" else { return nil }
    rest = rest.dropFirst()
    return applied(String(name), arguments)
  }

  private static func named(_ name: String) -> ValueType {
    if let known = simple[name] { return known }
    let isParameter = name.utf8.count == 1 && name.first?.isUppercase == true
    return isParameter ? .parameter(name) : .abstract(name, [])
  }

  private static func applied(_ name: String, _ arguments: [ValueType]) -> ValueType {
    switch (name, arguments.count) {
    case ("list", 1): .list(arguments[0])
    case ("map", 2): .map(arguments[0], arguments[1])
    case ("optional_type", 1): .optional(arguments[0])
    case ("type", 1): .type
    default: .abstract(name, arguments)
    }
  }
}
