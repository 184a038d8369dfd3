// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The pieces that JSON Schemas (draft 2020-12) are put together from.
enum SchemaParts {
  static let text: JSONValue = ["type": "string"]
  static let flag: JSONValue = ["type": "boolean"]
  static let number: JSONValue = ["type": "number"]
  static let integer: JSONValue = ["type": "integer"]
  static let count: JSONValue = ["type": "integer", "minimum": 0]
  static let place: JSONValue = ["type": "integer", "minimum": 1]
  static let date = pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
  static let objectID = pattern("^[0-9a-f]{40}$")
  static let digest = pattern("^[0-9a-f]{64}$")
  static let texts = list(of: text)

  /// A closed object: the named members and no others.
  static func object(
    _ required: [(String, JSONValue)],
    optional: [(String, JSONValue)] = []
  ) -> JSONValue {
    [
      "type": "object",
      "additionalProperties": false,
      "required": .strings(required.map(\.0).sorted(by: FixedOrder.precedes)),
      "properties": .object((required + optional).map { JSONMember($0.0, $0.1) }),
    ]
  }

  static func list(of element: JSONValue) -> JSONValue {
    ["type": "array", "items": element]
  }

  /// One of the cases of an enumeration.
  static func oneOf<Case: RawRepresentable & CaseIterable>(
    _ type: Case.Type
  ) -> JSONValue where Case.RawValue == String {
    ["enum": .strings(type.allCases.map(\.rawValue))]
  }

  static func orNull(_ schema: JSONValue) -> JSONValue {
    ["anyOf": [schema, ["type": "null"]]]
  }

  static func reference(_ name: String) -> JSONValue {
    ["$ref": .string("#/$defs/\(name)")]
  }

  static func document(
    title: String,
    _ root: JSONValue,
    definitions: [(String, JSONValue)]
  ) -> JSONValue {
    guard case .object(let members) = root else { return root }
    return .object(
      members + [
        JSONMember("$schema", "https://json-schema.org/draft/2020-12/schema"),
        JSONMember("title", .string(title)),
        JSONMember("$defs", .object(definitions.map { JSONMember($0.0, $0.1) })),
      ]
    )
  }

  private static func pattern(_ expression: String) -> JSONValue {
    ["type": "string", "pattern": .string(expression)]
  }
}
