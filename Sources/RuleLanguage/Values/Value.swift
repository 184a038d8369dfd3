// SPDX-License-Identifier: Apache-2.0

/// What a value is.
package enum ValueKind: UInt8, Hashable, Sendable, CaseIterable {
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case list
  case map
  case object
  case timestamp
  case duration
  case type
  case optional

  /// The name that the language gives to the type of such values; objects have their own names.
  package var typeName: String {
    switch self {
    case .null: "null_type"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .optional: "optional_type"
    case .bool, .int, .uint, .double, .string, .bytes, .list, .map, .object, .type: "\(self)"
    }
  }
}

/// A value of the rule language: 16 trivial bytes, meaningful together with the arena it is from.
///
/// Numbers and booleans are inline; text, lists, maps and objects refer to the arena.
package struct Value: Sendable, BitwiseCopyable {
  /// From the low byte up: the kind, the storage, the low eight bits of a timestamp's nanoseconds,
  /// a spare byte, and in the upper half the entry of the location table (0 is "nowhere").
  ///
  /// One word instead of fields, so that a value travels in two registers as it is.
  private(set) var head: UInt64
  /// The payload, or a range of the storage.
  var bits: UInt64

  enum Space: UInt8, Sendable {
    case arena
    case constants
    case temporaries
  }

  static let failureTag: UInt8 = 0xFF

  @inline(__always)
  private init(tag: UInt8, bits: UInt64, space: Space, extra: UInt8) {
    head = UInt64(tag) | UInt64(space.rawValue) << 8 | UInt64(extra) << 16
    self.bits = bits
  }

  /// A value of what another one holds, for constants that the build wrote.
  init(head: UInt64, bits: UInt64) { (self.head, self.bits) = (head, bits) }

  @inline(__always)
  init(_ kind: ValueKind, bits: UInt64 = 0, space: Space = .arena, extra: UInt8 = 0) {
    self.init(tag: kind.rawValue, bits: bits, space: space, extra: extra)
  }

  @inline(__always)
  init(failure index: Int) {
    let bits = UInt64(truncatingIfNeeded: index)
    self.init(tag: Self.failureTag, bits: bits, space: .temporaries, extra: 0)
  }

  /// What the value is.
  package var kind: ValueKind { ValueKind(rawValue: tag) ?? .null }
}

extension Value {
  /// `ValueKind` raw values, and one above them for an evaluation that failed.
  @inline(__always) var tag: UInt8 { UInt8(truncatingIfNeeded: head) }
  /// Which storage `bits` refers to.
  @inline(__always) var space: Space {
    Space(rawValue: UInt8(truncatingIfNeeded: head >> 8)) ?? .temporaries
  }
  @inline(__always) var extra: UInt8 { UInt8(truncatingIfNeeded: head >> 16) }
  /// The entry of the arena's location table; 0 is "nowhere".
  @inline(__always) var node: UInt32 { UInt32(truncatingIfNeeded: head >> 32) }

  /// Whether the value is an object among the facts.
  @inline(__always) var isFactObject: Bool {
    UInt16(truncatingIfNeeded: head) == UInt16(ValueKind.object.rawValue)
  }

  @inline(__always) var isFailure: Bool { tag == Self.failureTag }
  @inline(__always) func has(_ kind: ValueKind) -> Bool { tag == kind.rawValue }
  @inline(__always) var isTrue: Bool { has(.bool) && bits != 0 }
  @inline(__always) var isFalse: Bool { has(.bool) && bits == 0 }
  @inline(__always) var rawInt: Int64 { Int64(bitPattern: bits) }
  @inline(__always) var rawDouble: Double { Double(bitPattern: bits) }
  @inline(__always) var range: StorageRange { StorageRange(bits: bits) }

  @inline(__always)
  func located(at other: UInt32) -> Value {
    var copy = self
    copy.head = head & 0xFFFF_FFFF | UInt64(other) << 32
    return copy
  }
}

extension Value {
  /// The null value.
  package static let null = Value(.null)

  /// A boolean that stands nowhere.
  @inline(__always)
  package static func bool(_ value: Bool) -> Value { Value(.bool, bits: value ? 1 : 0) }

  /// A signed integer that stands nowhere.
  @inline(__always)
  package static func int(_ value: Int64) -> Value { Value(.int, bits: UInt64(bitPattern: value)) }

  /// An unsigned integer that stands nowhere.
  package static func uint(_ value: UInt64) -> Value { Value(.uint, bits: value) }

  /// A floating-point number that stands nowhere.
  package static func double(_ value: Double) -> Value { Value(.double, bits: value.bitPattern) }

  /// A moment that stands nowhere, or nil outside the years 1 to 9999.
  package static func timestamp(_ moment: Moment) -> Value {
    let seconds = UInt64(bitPattern: moment.unixSeconds) << 24
    let nanos = UInt64(moment.nanoseconds)
    return Value(.timestamp, bits: seconds | nanos >> 8, extra: UInt8(truncatingIfNeeded: nanos))
  }

  /// A length of time in nanoseconds that stands nowhere.
  package static func duration(nanoseconds: Int64) -> Value {
    Value(.duration, bits: UInt64(bitPattern: nanoseconds))
  }

  static let emptyOptional = Value(.optional)
}

extension Value {
  /// The boolean, or nil for any other kind.
  package var bool: Bool? { has(.bool) ? bits != 0 : nil }

  /// The signed integer, or nil for any other kind.
  package var int: Int64? { has(.int) ? rawInt : nil }

  /// The unsigned integer, or nil for any other kind.
  package var uint: UInt64? { has(.uint) ? bits : nil }

  /// The floating-point number, or nil for any other kind.
  package var double: Double? { has(.double) ? rawDouble : nil }

  /// The moment, or nil for any other kind.
  package var timestamp: Moment? { has(.timestamp) ? rawMoment : nil }

  /// The length of time in nanoseconds, or nil for any other kind.
  package var durationNanoseconds: Int64? { has(.duration) ? rawInt : nil }

  var rawMoment: Moment {
    Moment(
      uncheckedSeconds: rawInt >> 24,
      nanoseconds: Int32(truncatingIfNeeded: (bits & 0xFF_FFFF) << 8 | UInt64(extra))
    )
  }
}
