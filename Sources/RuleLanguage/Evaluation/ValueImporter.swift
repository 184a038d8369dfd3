// SPDX-License-Identifier: Apache-2.0

/// Copies values of one evaluation into the temporaries of another; facts stay where they are.
struct ValueImporter {
  private struct Key: Hashable {
    var tag: UInt8
    var space: Value.Space
    var bits: UInt64
  }

  let source: Memory
  /// What was copied before: shared parts stay shared, so that the copy is never larger.
  private var copies: [Key: Value] = [:]

  init(source: Memory) {
    self.source = source
  }

  mutating func copy(_ value: Value, into memory: inout Memory) -> Value {
    guard value.space != .arena else { return value }
    switch value.kind {
    case .null, .bool, .int, .uint, .double, .timestamp, .duration: return value
    case .optional where value.range.count == 0: return value
    case .string, .bytes, .type, .list, .map, .object, .optional: break
    }
    let key = Key(tag: value.tag, space: value.space, bits: value.bits)
    if let known = copies[key] { return known.located(at: value.node) }
    let copy = contents(value, into: &memory)
    copies[key] = copy
    return copy.located(at: value.node)
  }

  private mutating func contents(_ value: Value, into memory: inout Memory) -> Value {
    switch value.kind {
    case .string: return memory.makeString(source.text(value))
    case .bytes: return memory.makeBytes(source.text(value))
    case .type: return memory.makeType(String(decoding: source.text(value), as: UTF8.self))
    case .list:
      return memory.makeList((source.elements(of: value) ?? []).map { copy($0, into: &memory) })
    case .map:
      let entries = source.entries(of: value) ?? []
      return memory.makeMap(
        entries.flatMap { [copy($0.key, into: &memory), copy($0.value, into: &memory)] }
      )
    case .object:
      let fields = source.fields(of: value) ?? []
      return memory.makeObject(
        source.objectType(of: value) ?? "",
        fields.map { ($0.name, copy($0.value, into: &memory)) }
      )
    default:
      guard let inner = source.wrapped(value) else { return .emptyOptional }
      return memory.makeOptional(copy(inner, into: &memory))
    }
  }
}
