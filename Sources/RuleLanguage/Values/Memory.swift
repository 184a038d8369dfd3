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

  /// Reads the storage that a value refers to; a copy would count references to all its parts.
  @inline(__always)
  func withStorage<Result>(of value: Value, _ body: (borrowing Storage) -> Result) -> Result {
    switch value.space {
    case .arena: body(arena.storage)
    case .constants: body(constants)
    case .temporaries: body(temporaries)
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
  func text(_ value: Value) -> ArraySlice<UInt8> {
    withStorage(of: value) { $0.bytes[value.range.indices] }
  }

  /// The bytes of a string, a byte sequence or a type name, without a copy.
  @inline(__always)
  func withText<Result>(_ value: Value, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withStorage(of: value) { $0.bytes.rebased(value.range, body) }
  }
}

extension [UInt8] {
  /// Reads a part without a copy.
  @inline(__always)
  func rebased<Result>(
    _ range: StorageRange,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range.indices])) }
  }
}

extension Memory {
  func string(_ value: Value) -> String? {
    value.has(.string) ? withText(value) { String(decoding: $0, as: UTF8.self) } : nil
  }

  func byteArray(_ value: Value) -> [UInt8]? { value.has(.bytes) ? Array(text(value)) : nil }

  func elements(of value: Value) -> [Value]? {
    value.has(.list) ? withStorage(of: value) { Array($0.values[value.range.indices]) } : nil
  }

  func entries(of value: Value) -> [(key: Value, value: Value)]? {
    guard value.has(.map) else { return nil }
    let start = Int(value.range.offset)
    return (0..<Int(value.range.count)).map {
      (element(start + 2 * $0, in: value.space), element(start + 2 * $0 + 1, in: value.space))
    }
  }

  func fields(of value: Value) -> [(name: String, value: Value)]? {
    guard value.has(.object) else { return nil }
    return withStorage(of: value) { storage in
      var fields: [(name: String, value: Value)] = []
      for key in storage.shapes[Int(value.range.count)].keys.indices {
        let name = String(decoding: storage.bytes[storage.shapeKeys[key].indices], as: UTF8.self)
        fields.append((name, storage.values[Int(value.range.offset) + fields.count]))
      }
      return fields
    }
  }

  func field(_ name: String, of value: Value) -> Value? {
    var name = name
    return name.withUTF8 { field($0, of: value) }
  }

  func field(_ name: UnsafeBufferPointer<UInt8>, of value: Value) -> Value? {
    let start = Int(value.range.offset)
    if value.has(.object) {
      return withStorage(of: value) { storage in
        storage.slot(of: name, in: Int(value.range.count)).map { storage.values[start + $0] }
      }
    }
    guard value.has(.map) else { return nil }
    for entry in 0..<Int(value.range.count) {
      let key = element(start + 2 * entry, in: value.space)
      if key.has(.string), isText(key, name) {
        return element(start + 2 * entry + 1, in: value.space)
      }
    }
    return nil
  }

  /// Whether a text has exactly these bytes.
  func isText(_ value: Value, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    withText(value) { $0.isSame(as: bytes) }
  }

  func objectType(of value: Value) -> String? {
    guard value.has(.object) else { return nil }
    return withStorage(of: value) {
      String(decoding: $0.bytes[$0.shapes[Int(value.range.count)].type.indices], as: UTF8.self)
    }
  }

  func isObject(_ value: Value, ofType name: String) -> Bool {
    guard value.has(.object) else { return false }
    var name = name
    return withStorage(of: value) { storage in
      storage.bytes.rebased(storage.shapes[Int(value.range.count)].type) { type in
        name.withUTF8 { type.isSame(as: $0) }
      }
    }
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
