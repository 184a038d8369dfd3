// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FoundationEssentials
internal import GateModel
internal import RuleLanguage
internal import Texts

extension TaggedValue {
  /// Reads the form with explicit kinds, such as `{"int":"1"}`; nil when the kind is unknown.
  init?(tagged node: Node) {
    guard let member = node.map?.first, node.map?.count == 1 else { return nil }
    let content = member.value
    let text = content.text ?? ""
    let value: TaggedValue? =
      switch member.key {
      case "null": .null
      case "bool": content.bool.map { .bool($0) }
      case "int": Int64(text).map { .int($0) }
      case "uint": UInt64(text).map { .uint($0) }
      case "double": (NumberText.double(text) ?? Double(text)).map { .double($0) }
      case "string": content.text.map { .string($0) }
      case "bytes": Data(base64Encoded: text).map { .bytes(Array($0)) }
      case "timestamp": TimeText.moment(text).map { .timestamp($0) }
      case "duration": TimeText.duration(text).map { .duration(nanoseconds: $0) }
      case "type": content.text.map { .type($0) }
      case "list": Self.list(content)
      case "map": Self.map(content)
      case "optional": content.isNull ? .optional(nil) : Self.wrapped(content)
      default: nil
      }
    guard let value else { return nil }
    self = value
  }

  private static func wrapped(_ node: Node) -> TaggedValue? {
    TaggedValue(tagged: node).map { .optional($0) }
  }

  private static func list(_ node: Node) -> TaggedValue? {
    let elements = (node.list ?? .empty).compactMap { TaggedValue(tagged: $0) }
    return elements.count == node.list?.count ? .list(elements) : nil
  }

  private static func map(_ node: Node) -> TaggedValue? {
    let entries = (node.list ?? .empty).compactMap { pair -> Entry? in
      let parts = Array(pair.list ?? .empty)
      guard parts.count == 2, let key = TaggedValue(tagged: parts[0]),
        let value = TaggedValue(tagged: parts[1])
      else { return nil }
      return Entry(key: key, value: value)
    }
    return entries.count == node.list?.count ? .map(entries) : nil
  }

  /// The value with explicit kinds; numbers are texts, so that nothing is lost.
  var typedJSON: JSONValue {
    switch self {
    case .null: ["null": .null]
    case .bool(let value): ["bool": .bool(value)]
    case .int(let value): ["int": .string(String(value))]
    case .uint(let value): ["uint": .string(String(value))]
    case .double(let value): ["double": .string(Self.text(of: value))]
    case .string(let value): ["string": .string(value)]
    case .bytes(let value): ["bytes": .string(Data(value).base64EncodedString())]
    case .timestamp(let value): ["timestamp": .string(TimeText.text(value))]
    case .duration(let value): ["duration": .string(TimeText.text(durationNanoseconds: value))]
    case .type(let name): ["type": .string(name)]
    case .list(let values): ["list": .array(values.map(\.typedJSON))]
    case .map(let entries):
      ["map": .array(entries.map { .array([$0.key.typedJSON, $0.value.typedJSON]) })]
    case .object(let type, let fields):
      [
        "object": .object(
          present: [("type", .string(type))] + fields.map { ($0.name, $0.value.typedJSON) }
        )
      ]
    case .optional(let wrapped): ["optional": wrapped?.typedJSON ?? .null]
    }
  }

  /// The value as ordinary JSON; what JSON does not have becomes a text.
  var plainJSON: JSONValue {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): value.magnitude <= 1 << 53 ? .int(Int(value)) : .string(String(value))
    case .uint(let value): value <= 1 << 53 ? .int(Int(value)) : .string(String(value))
    case .double(let value): value.isFinite ? .double(value) : .string(Self.text(of: value))
    case .string(let value), .type(let value): .string(value)
    case .bytes(let value): .string(Data(value).base64EncodedString())
    case .timestamp(let value): .string(TimeText.text(value))
    case .duration(let value): .string(TimeText.text(durationNanoseconds: value))
    case .list(let values): .array(values.map(\.plainJSON))
    case .map(let entries): .object(present: entries.map { ($0.key.keyText, $0.value.plainJSON) })
    case .object(_, let fields): .object(present: fields.map { ($0.name, $0.value.plainJSON) })
    case .optional(let wrapped): wrapped?.plainJSON ?? .null
    }
  }

  private var keyText: String {
    switch self {
    case .string(let value): value
    case .int(let value): String(value)
    case .uint(let value): String(value)
    case .bool(let value): String(value)
    default: ""
    }
  }

  /// The shortest text that reads back as the same number; `NaN`, `Infinity`, `-Infinity`.
  private static func text(of value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return String(value)
  }
}
