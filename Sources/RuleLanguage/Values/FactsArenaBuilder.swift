// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

extension FactsArena {
  /// Collects facts, inner values first.
  package struct Builder: Sendable {
    private var storage = Storage()
    private var strings = StringTable()
    private var shapes: [ShapeKey: Int] = [:]
    /// The shapes of objects that are given by the fields they have, by type and fields.
    private var knownShapes: [PartialKey: Int] = [:]
    private var locations = LocationTable()

    private struct ShapeKey: Hashable {
      var type: StorageRange
      var keys: [StorageRange]
    }

    private struct PartialKey: Hashable {
      var type: String
      var present: UInt64
    }

    /// Creates a builder without facts.
    package init() {}

    /// The finished facts.
    package consuming func finish() -> FactsArena {
      FactsArena(storage: storage, locations: locations)
    }
  }
}

extension FactsArena.Builder {
  /// Adds the absence of a value.
  package mutating func null(at location: SourceLocation? = nil) -> Value {
    place(.null, location)
  }

  /// Adds a boolean.
  package mutating func bool(_ value: Bool, at location: SourceLocation? = nil) -> Value {
    place(.bool(value), location)
  }

  /// Adds a signed integer.
  package mutating func int(_ value: Int64, at location: SourceLocation? = nil) -> Value {
    place(.int(value), location)
  }

  /// Adds an unsigned integer.
  package mutating func uint(_ value: UInt64, at location: SourceLocation? = nil) -> Value {
    place(.uint(value), location)
  }

  /// Adds a floating-point number.
  package mutating func double(_ value: Double, at location: SourceLocation? = nil) -> Value {
    place(.double(value), location)
  }

  /// Adds text; equal text is stored once.
  package mutating func string(_ value: String, at location: SourceLocation? = nil) -> Value {
    place(Value(.string, bits: intern(value).bits), location)
  }

  /// Adds a byte sequence.
  package mutating func bytes(_ value: [UInt8], at location: SourceLocation? = nil) -> Value {
    place(Value(.bytes, bits: strings.intern(value, in: &storage).bits), location)
  }

  /// Adds a moment, or null when it lies outside the years 1 to 9999.
  ///
  /// It is given in seconds since 1970-01-01T00:00:00Z and nanoseconds after that second.
  package mutating func timestamp(
    unixSeconds: Int64,
    nanos: Int64 = 0,
    at location: SourceLocation? = nil
  ) -> Value {
    let moment = Moment(unixSeconds: unixSeconds, nanoseconds: nanos)
    return place(moment.map(Value.timestamp) ?? .null, location)
  }

  /// Adds a length of time.
  package mutating func duration(
    nanoseconds: Int64,
    at location: SourceLocation? = nil
  ) -> Value {
    place(.duration(nanoseconds: nanoseconds), location)
  }

  /// Adds a list.
  package mutating func list(_ elements: [Value], at location: SourceLocation? = nil) -> Value {
    place(Value(.list, bits: storage.append(values: elements).bits), location)
  }

  /// Adds a map; of entries with the same key, the first is found.
  package mutating func map(
    _ entries: [(Value, Value)],
    at location: SourceLocation? = nil
  ) -> Value {
    var range = storage.append(values: entries.flatMap { [$0.0, $0.1] })
    range.count /= 2
    return place(Value(.map, bits: range.bits), location)
  }

  /// Adds an object of a declared type; fields that are left out are absent.
  package mutating func object(
    _ type: String,
    _ fields: [(String, Value)],
    at location: SourceLocation? = nil
  ) -> Value {
    let key = ShapeKey(type: intern(type), keys: fields.map { intern($0.0) })
    let shape = shapes[key] ?? storage.append(type: key.type, keys: key.keys)
    shapes[key] = shape
    let start = storage.append(values: fields.map(\.1)).offset
    let bits = StorageRange(offset: Int(start), count: shape).bits
    return place(Value(.object, bits: bits), location)
  }

  /// Adds an object of a type whose fields have these names; nil is an absent field.
  ///
  /// All objects of a type are given with the same names, of which there are at most 64; then their
  /// names are looked at once for each set of fields that are there.
  package mutating func object(
    _ type: String,
    fields names: [String],
    _ values: [Value?],
    at location: SourceLocation? = nil
  ) -> Value {
    var present: UInt64 = 0
    for index in values.indices where values[index] != nil { present |= 1 << UInt64(index) }
    let key = PartialKey(type: type, present: present)
    guard let shape = knownShapes[key], names.count <= 64 else {
      let fields = zip(names, values).compactMap { name, value in value.map { (name, $0) } }
      let object = object(type, fields, at: location)
      knownShapes[key] = Int(object.range.count)
      return object
    }
    let start = storage.append(present: values).offset
    return place(
      Value(.object, bits: StorageRange(offset: Int(start), count: shape).bits),
      location
    )
  }

  /// Adds the type with a name.
  package mutating func type(_ name: String, at location: SourceLocation? = nil) -> Value {
    place(Value(.type, bits: intern(name).bits), location)
  }

  /// Adds an optional value.
  package mutating func optional(_ value: Value?, at location: SourceLocation? = nil) -> Value {
    guard let value else { return place(.emptyOptional, location) }
    return place(Value(.optional, bits: storage.append(values: [value]).bits), location)
  }

  private mutating func intern(_ text: String) -> StorageRange {
    text.withBytes { strings.intern($0, in: &storage) }
  }

  private mutating func place(_ value: Value, _ location: SourceLocation?) -> Value {
    value.located(at: locations.add(location))
  }
}
