// SPDX-License-Identifier: Apache-2.0

extension Shape {
  /// The JSON Schema (draft 2020-12) of a value of this shape; null means absent where the value is
  /// not required.
  func schema(isRequired: Bool = true) -> JSONText {
    let members = members(isRequired: isRequired)
    guard !isRequired, !isNullable else { return .object(members) }
    guard let index = members.firstIndex(where: { $0.0 == "type" }), members[index].1.isName else {
      return .object([("anyOf", .list([.object(members), .object([("type", .string("null"))])]))])
    }
    var widened = members
    widened[index].1 = .list(members[index].1.names + [.string("null")])
    if let values = members.firstIndex(where: { $0.0 == "enum" }),
      case .list(let words) = members[values].1
    {
      widened[values].1 = .list(words + [.null])
    }
    return .object(widened)
  }

  private func members(isRequired: Bool) -> [(String, JSONText)] {
    switch self {
    case .text:
      let type = ("type", JSONText.list([.string("string"), .string("number")]))
      return isRequired ? [type, ("pattern", .string("\\S"))] : [type]
    case .identifier: return Self.string(pattern: "^[a-z0-9][a-z0-9._-]*$")
    case .digest: return Self.string(pattern: "^[0-9a-fA-F]{64}$")
    case .flag: return [("type", .string("boolean"))]
    case .ternary: return [("enum", .list([.bool(true), .bool(false), .string("unknown")]))]
    case .number: return [("type", .string("number"))]
    case .integer(let minimum):
      return [("type", .string("integer")), ("minimum", .number(minimum))]
    case .date:
      return [("type", .string("string")), ("format", .string("date"))]
        + [("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .choice(let words):
      return [("type", .string("string")), ("enum", .list(words.map { .string($0) }))]
    case .version(let number): return [("const", .number(number))]
    default: return compoundMembers(isRequired: isRequired)
    }
  }

  private func compoundMembers(isRequired: Bool) -> [(String, JSONText)] {
    switch self {
    case .list(let element): Self.list(of: element)
    case .oneOrMore(let element):
      [
        (
          "anyOf",
          .list([element.schema(isRequired: isRequired), .object(Self.list(of: element))])
        )
      ]
    case .map(let fields, let alternatives): Self.map(of: fields, alternatives)
    case .dictionary(let element):
      [("type", .string("object")), ("additionalProperties", element.schema())]
    case .textOr(let other): [("anyOf", .list([Shape.text.schema(), other.schema()]))]
    case .justified(let value):
      [
        (
          "anyOf",
          .list([value.schema(isRequired: isRequired), Shape.longForm(of: value).schema()])
        )
      ]
    case .nullable(let value): value.schema(isRequired: false).objectMembers
    default: []
    }
  }

  private static func string(pattern: String) -> [(String, JSONText)] {
    [("type", .string("string")), ("pattern", .string(pattern))]
  }

  private static func list(of element: Shape) -> [(String, JSONText)] {
    [("type", .string("array")), ("items", element.schema())]
  }

  private static func map(
    of fields: [Field],
    _ alternatives: [[String]]
  ) -> [(String, JSONText)] {
    let properties = fields.map { field in
      var members = field.shape.schema(isRequired: field.isRequired).objectMembers
      members.insert(("description", .string(field.summary)), at: 0)
      return (field.key, JSONText.object(members))
    }
    var members: [(String, JSONText)] = [
      ("type", .string("object")), ("additionalProperties", .bool(false)),
    ]
    let required = fields.filter(\.isRequired).map { JSONText.string($0.key) }
    if !required.isEmpty { members.append(("required", .list(required))) }
    if !alternatives.isEmpty {
      let keySets = alternatives.map { keys in
        JSONText.object([("required", .list(keys.map { .string($0) }))])
      }
      members.append(("oneOf", .list(keySets)))
    }
    return members + [("properties", .object(properties))]
  }
}

extension JSONText {
  /// The members of an object; none for anything else.
  fileprivate var objectMembers: [(String, JSONText)] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  /// Whether the value is a name of a type, or a list of such.
  fileprivate var isName: Bool { !names.isEmpty }

  fileprivate var names: [JSONText] {
    switch self {
    case .string: [self]
    case .list(let names): names
    case .null, .number, .bool, .object: []
    }
  }
}
