// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Reporting
internal import RuleLanguage
internal import Texts

/// The JSON Schema of inspected documents: that of the facts that rules see.
enum InspectSchema {
  /// The schema; its objects are closed, so that a new field is a decision.
  static var document: JSONValue {
    let types = reachableTypes
    return InspectDocument.schema(
      of: reference(ArtifactRecords.typeName),
      definitions: types.map { ($0.name, object($0)) }
    )
  }

  /// What a document consists of, in the order of the facts schema.
  private static var reachableTypes: [FactsSchema.ObjectType] {
    let objects = Facts.schema.objects
    var names: Set<String> = []
    var open = [ArtifactRecords.typeName]
    while let name = open.popLast() {
      guard names.insert(name).inserted else { continue }
      for field in objects.first(where: { $0.name == name })?.fields ?? [] {
        if let other = objectName(in: field.type) { open.append(other) }
      }
    }
    return objects.filter { names.contains($0.name) }
  }

  private static func objectName(in type: ValueType) -> String? {
    switch type {
    case .object(let name): name
    case .list(let element): objectName(in: element)
    default: nil
    }
  }

  private static func object(_ type: FactsSchema.ObjectType) -> JSONValue {
    let members = type.fields.map { JSONMember($0.name, schema(of: $0)) }
    return [
      "type": "object",
      "additionalProperties": false,
      "description": .string(type.summary),
      "required": .strings(type.fields.filter { !$0.isOptional }.map(\.name).sorted()),
      "properties": .object(members),
    ]
  }

  private static func schema(of field: FactsSchema.Field) -> JSONValue {
    guard case .object(var members) = schema(of: field.type, members: field.members) else {
      return .object([])
    }
    members.append(JSONMember("description", .string(field.summary)))
    return .object(members)
  }

  private static func schema(of type: ValueType, members: [String]) -> JSONValue {
    switch type {
    case .string where !members.isEmpty: ["enum": .strings(members)]
    case .string: ["type": "string"]
    case .bool: ["type": "boolean"]
    case .int: ["type": "integer"]
    case .double: ["type": "number"]
    case .timestamp: ["type": "string", "format": "date-time"]
    case .list(let element): ["type": "array", "items": schema(of: element, members: members)]
    case .object(let name): reference(name)
    default: .object([])
    }
  }

  private static func reference(_ name: String) -> JSONValue {
    ["$ref": .string("#/$defs/\(name)")]
  }
}
