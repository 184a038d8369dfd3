// SPDX-License-Identifier: Apache-2.0

package import Texts

extension Shape {
  /// The JSON Schema (draft 2020-12) of a value of this shape; null means absent where the value is
  /// not required.
  package func schema(isRequired: Bool = true) -> JSONText {
    var alternatives = alternatives(isRequired: isRequired)
    if !isRequired, !isNullable {
      let widened = alternatives.count == 1 ? alternatives[0].allowingNull : nil
      alternatives = widened.map { [$0] } ?? alternatives + [.object([("type", .string("null"))])]
    }
    return alternatives.count == 1 ? alternatives[0] : .object([("anyOf", .list(alternatives))])
  }

  /// The schemas of which a value meets one.
  private func alternatives(isRequired: Bool) -> [JSONText] {
    switch self {
    case .oneOrMore(let element):
      element.alternatives(isRequired: isRequired)
        + Shape.list(element).alternatives(isRequired: true)
    case .grouped(let element):
      Shape.oneOrMore(element).alternatives(isRequired: isRequired)
        + Shape.dictionary(.oneOrMore(element)).alternatives(isRequired: true)
    case .textOr(let other):
      Shape.text.alternatives(isRequired: true) + other.alternatives(isRequired: true)
    case .justified(let value):
      value.alternatives(isRequired: isRequired)
        + Shape.longForm(of: value).alternatives(isRequired: true)
    case .anyOf(let shapes): shapes.flatMap { $0.alternatives(isRequired: true) }
    case .nullable(let value): [value.schema(isRequired: false)]
    case .either(let first, let second):
      first.alternatives(isRequired: isRequired) + second.alternatives(isRequired: isRequired)
    case .nothing:
      [
        .object([("const", .string("none"))]),
        .object([("type", .string("array")), ("maxItems", .number(0))]),
      ]
    default: [.object(members(isRequired: isRequired))]
    }
  }

  private func members(isRequired: Bool) -> [(String, JSONText)] {
    switch self {
    case .text:
      let type = ("type", JSONText.list([.string("string"), .string("number")]))
      return isRequired ? [type, ("pattern", .string("\\S"))] : [type]
    case .identifier: return Self.string(pattern: "^[a-z0-9][a-z0-9._-]*$")
    case .digest: return Self.string(pattern: "^(sha256:)?[0-9a-fA-F]{64}$")
    case .flag: return [("type", .string("boolean"))]
    case .ternary: return [("enum", .list([.bool(true), .bool(false), .string("unknown")]))]
    case .number: return [("type", .string("number"))]
    case .integer(let minimum):
      return [("type", .string("integer")), ("minimum", .number(minimum))]
    case .date:
      let time = "([Tt ][0-9]{2}:[0-9]{2}[0-9:.,+Zz-]*)?"
      return Self.string(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}\(time)$")
    case .choice(let words), .word(let words):
      return [("type", .string("string")), ("enum", .list(words.map { .string($0) }))]
    case .version(let number): return [("const", .number(number))]
    case .list(let element): return [("type", .string("array")), ("items", element.schema())]
    case .dictionary(let element):
      return [("type", .string("object")), ("additionalProperties", element.schema())]
    case .record(let record): return Self.map(of: record)
    case .scalar:
      let types = ["string", "number", "boolean"].map { JSONText.string($0) }
      return [("type", .list(types))]
    case .open: return [("enum", .list([.string("unknown"), .string("?")]))]
    case .oneOrMore, .grouped, .textOr, .justified, .nullable, .anyOf, .either, .nothing,
      .anything:
      return []
    }
  }

  private static func string(pattern: String) -> [(String, JSONText)] {
    [("type", .string("string")), ("pattern", .string(pattern))]
  }

  private static func map(of record: RecordShape) -> [(String, JSONText)] {
    let properties = record.fields.map { field in
      var members = field.shape.schema(isRequired: field.isRequired).objectMembers
      members.insert(("description", .string(field.summary)), at: 0)
      return (field.key, JSONText.object(members))
    }
    var members: [(String, JSONText)] = [
      ("type", .string("object")), ("additionalProperties", .bool(false)),
    ]
    let required = record.fields.filter(\.isRequired).map { JSONText.string($0.key) }
    if !required.isEmpty { members.append(("required", .list(required))) }
    if !record.alternatives.isEmpty {
      let keySets = record.alternatives.map { keys in
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

  /// The schema that accepts null too, where that takes one more word; nil where it does not.
  fileprivate var allowingNull: JSONText? {
    var members = objectMembers
    if let values = members.firstIndex(where: { $0.0 == "enum" }),
      case .list(let words) = members[values].1
    {
      members[values].1 = .list(words + [.null])
    }
    guard let type = members.firstIndex(where: { $0.0 == "type" }) else {
      return members.contains { $0.0 == "enum" } ? .object(members) : nil
    }
    members[type].1 = .list(members[type].1.names + [.string("null")])
    return .object(members)
  }

  private var names: [JSONText] {
    switch self {
    case .list(let names): names
    case .string, .number, .bool, .null, .object: [self]
    }
  }
}
