// SPDX-License-Identifier: Apache-2.0

/// A value as a tree with explicit kinds, for reading values in and writing them out.
package indirect enum TaggedValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  /// Text as its UTF-8 bytes decode; compare with `utf8`, not with `==`, to tell code points apart.
  case string(String)
  case bytes([UInt8])
  case list([TaggedValue])
  case map([Entry])
  case object(type: String, fields: [Field])
  case timestamp(Moment)
  case duration(nanoseconds: Int64)
  case type(String)
  case optional(TaggedValue?)

  /// One entry of a map.
  package struct Entry: Hashable, Sendable {
    /// The key: a boolean, an integer or text.
    package var key: TaggedValue
    /// What the key stands for.
    package var value: TaggedValue

    /// Creates an entry.
    package init(key: TaggedValue, value: TaggedValue) {
      self.key = key
      self.value = value
    }
  }

  /// One field of an object.
  package struct Field: Hashable, Sendable {
    /// The name.
    package var name: String
    /// What the field holds.
    package var value: TaggedValue

    /// Creates a field.
    package init(name: String, value: TaggedValue) {
      self.name = name
      self.value = value
    }
  }
}

extension FactsArena.Builder {
  /// Adds a tree of values.
  package mutating func value(_ tagged: TaggedValue) -> Value {
    switch tagged {
    case .null: return null()
    case .bool(let value): return bool(value)
    case .int(let value): return int(value)
    case .uint(let value): return uint(value)
    case .double(let value): return double(value)
    case .string(let value): return string(value)
    case .bytes(let value): return bytes(value)
    case .timestamp(let value):
      return timestamp(unixSeconds: value.unixSeconds, nanos: Int64(value.nanoseconds))
    case .duration(let value): return duration(nanoseconds: value)
    case .type(let name): return type(name)
    case .list(let values): return list(values.map { value($0) })
    case .map(let entries): return map(entries.map { (value($0.key), value($0.value)) })
    case .object(let type, let fields):
      return object(type, fields.map { ($0.name, value($0.value)) })
    case .optional(let wrapped): return optional(wrapped.map { value($0) })
    }
  }
}

extension Memory {
  /// The value as a tree, or nil when the budget of nodes runs out.
  func tagged(_ value: Value, _ budget: inout Int) -> TaggedValue? {
    budget -= 1
    guard budget >= 0 else { return nil }
    switch value.kind {
    case .null: return .null
    case .bool: return .bool(value.bits != 0)
    case .int: return .int(value.rawInt)
    case .uint: return .uint(value.bits)
    case .double: return .double(value.rawDouble)
    case .string: return .string(String(decoding: text(value), as: UTF8.self))
    case .bytes: return .bytes(Array(text(value)))
    case .timestamp: return .timestamp(value.rawMoment)
    case .duration: return .duration(nanoseconds: value.rawInt)
    case .type: return .type(String(decoding: text(value), as: UTF8.self))
    case .list, .map, .object, .optional: return taggedContainer(value, &budget)
    }
  }

  private func taggedContainer(_ value: Value, _ budget: inout Int) -> TaggedValue? {
    switch value.kind {
    case .list:
      var trees: [TaggedValue] = []
      for element in elements(of: value) ?? [] {
        guard let tree = tagged(element, &budget) else { return nil }
        trees.append(tree)
      }
      return .list(trees)
    case .map:
      var trees: [TaggedValue.Entry] = []
      for entry in entries(of: value) ?? [] {
        guard let key = tagged(entry.key, &budget), let tree = tagged(entry.value, &budget)
        else { return nil }
        trees.append(TaggedValue.Entry(key: key, value: tree))
      }
      return .map(trees)
    case .object:
      var trees: [TaggedValue.Field] = []
      for field in fields(of: value) ?? [] {
        guard let tree = tagged(field.value, &budget) else { return nil }
        trees.append(TaggedValue.Field(name: field.name, value: tree))
      }
      return .object(type: objectType(of: value) ?? "", fields: trees)
    default:
      guard let inner = wrapped(value) else { return .optional(nil) }
      return tagged(inner, &budget).map { .optional($0) }
    }
  }
}
