// SPDX-License-Identifier: Apache-2.0

/// The storages that the values of one evaluation refer to.
struct Memory: Sendable {
  let arena: FactsArena
  private let constantStorage: ConstantStorage
  var temporaries = Storage()

  @inline(__always) var constants: Storage { constantStorage.storage }

  init(arena: FactsArena, constants: ConstantStorage = .empty) {
    self.arena = arena
    constantStorage = constants
  }

  @inline(__always)
  func storage(of value: Value) -> Storage {
    switch value.space {
    case .arena: arena.storage
    case .constants: constants
    case .temporaries: temporaries
    }
  }

  @inline(__always)
  func element(_ index: Int, in space: Value.Space) -> Value {
    switch space {
    case .arena: arena.storage.values[index]
    case .constants: constants.values[index]
    case .temporaries: temporaries.values[index]
    }
  }

  /// The bytes of a string, a byte sequence or a type name.
  func text(_ value: Value) -> ArraySlice<UInt8> { storage(of: value).bytes[value.range.indices] }

  /// The bytes of a string, a byte sequence or a type name, without a copy.
  @inline(__always)
  func withText<Result>(_ value: Value, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch value.space {
    case .arena: arena.storage.bytes.rebased(value.range, body)
    case .constants: constants.bytes.rebased(value.range, body)
    case .temporaries: temporaries.bytes.rebased(value.range, body)
    }
  }
}

extension [UInt8] {
  @inline(__always)
  fileprivate func rebased<Result>(
    _ range: StorageRange,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range.indices])) }
  }
}

extension Memory {
  func string(_ value: Value) -> String? {
    value.has(.string) ? String(decoding: text(value), as: UTF8.self) : nil
  }

  func byteArray(_ value: Value) -> [UInt8]? { value.has(.bytes) ? Array(text(value)) : nil }

  func elements(of value: Value) -> [Value]? {
    value.has(.list) ? Array(storage(of: value).values[value.range.indices]) : nil
  }

  func entries(of value: Value) -> [(key: Value, value: Value)]? {
    guard value.has(.map) else { return nil }
    let values = storage(of: value).values
    let start = Int(value.range.offset)
    return (0..<Int(value.range.count)).map {
      (values[start + 2 * $0], values[start + 2 * $0 + 1])
    }
  }

  func fields(of value: Value) -> [(name: String, value: Value)]? {
    guard value.has(.object) else { return nil }
    let storage = storage(of: value)
    let keys = storage.shapes[Int(value.range.count)].keys
    return keys.indices.enumerated().map { slot, key in
      let name = String(decoding: storage.bytes[storage.shapeKeys[key].indices], as: UTF8.self)
      return (name, storage.values[Int(value.range.offset) + slot])
    }
  }

  func field(_ name: ArraySlice<UInt8>, of value: Value) -> Value? {
    let storage = storage(of: value)
    let start = Int(value.range.offset)
    if value.has(.object) {
      return storage.slot(of: name, in: Int(value.range.count)).map { storage.values[start + $0] }
    }
    guard value.has(.map) else { return nil }
    for entry in 0..<Int(value.range.count) {
      let key = storage.values[start + 2 * entry]
      if key.has(.string), Int(key.range.count) == name.count, text(key).elementsEqual(name) {
        return storage.values[start + 2 * entry + 1]
      }
    }
    return nil
  }

  func objectType(of value: Value) -> String? {
    guard value.has(.object) else { return nil }
    let storage = storage(of: value)
    let name = storage.shapes[Int(value.range.count)].type
    return String(decoding: storage.bytes[name.indices], as: UTF8.self)
  }

  /// The value inside an optional, or nil when it is empty.
  func wrapped(_ value: Value) -> Value? {
    value.range.count == 0 ? nil : element(Int(value.range.offset), in: value.space)
  }
}

extension Memory {
  mutating func makeString(_ bytes: some Collection<UInt8>) -> Value {
    make(.string, temporaries.append(bytes: bytes))
  }

  mutating func makeBytes(_ bytes: some Collection<UInt8>) -> Value {
    make(.bytes, temporaries.append(bytes: bytes))
  }

  mutating func makeType(_ name: String) -> Value {
    make(.type, temporaries.append(bytes: name.utf8))
  }

  mutating func makeList(_ elements: some Collection<Value>) -> Value {
    make(.list, temporaries.append(values: elements))
  }

  /// Makes a map of keys and values in turn.
  mutating func makeMap(_ keysAndValues: [Value]) -> Value {
    var range = temporaries.append(values: keysAndValues)
    range.count /= 2
    return make(.map, range)
  }

  mutating func makeOptional(_ value: Value) -> Value {
    make(.optional, temporaries.append(values: CollectionOfOne(value)))
  }

  mutating func makeObject(_ type: String, _ fields: [(String, Value)]) -> Value {
    let keys = fields.map { temporaries.append(bytes: $0.0.utf8) }
    let shape = temporaries.append(type: temporaries.append(bytes: type.utf8), keys: keys)
    let start = temporaries.append(values: fields.map(\.1)).offset
    return make(.object, StorageRange(offset: Int(start), count: shape))
  }

  private func make(_ kind: ValueKind, _ range: StorageRange) -> Value {
    Value(kind, bits: range.bits, space: .temporaries)
  }
}
