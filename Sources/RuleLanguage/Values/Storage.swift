// SPDX-License-Identifier: Apache-2.0

/// A part of a storage: where it starts and how many elements it has.
struct StorageRange: Hashable, Sendable, BitwiseCopyable {
  var offset: UInt32
  var count: UInt32

  @inline(__always)
  init(offset: Int, count: Int) {
    self.offset = UInt32(offset)
    self.count = UInt32(count)
  }

  @inline(__always)
  init(bits: UInt64) {
    offset = UInt32(truncatingIfNeeded: bits >> 32)
    count = UInt32(truncatingIfNeeded: bits)
  }

  @inline(__always) var bits: UInt64 { UInt64(offset) << 32 | UInt64(count) }
  @inline(__always) var indices: Range<Int> { Int(offset)..<Int(offset) + Int(count) }
}

/// The names of the fields that an object has, shared by all objects with the same ones.
struct Shape: Sendable, BitwiseCopyable {
  /// The name of the type, in the bytes.
  var type: StorageRange
  /// The field names, in `shapeKeys`.
  var keys: StorageRange
}

/// Flat memory that values refer to: bytes of text, elements of lists and maps, field names.
struct Storage: Sendable {
  var bytes: [UInt8] = []
  /// List elements; map entries as key, value, key, value; field values of objects.
  var values: [Value] = []
  var shapes: [Shape] = []
  var shapeKeys: [StorageRange] = []

  /// How much a storage holds.
  struct Extent: Sendable {
    var bytes = 0
    var values = 0
    var shapes = 0
    var shapeKeys = 0
  }

  var extent: Extent {
    Extent(
      bytes: bytes.count,
      values: values.count,
      shapes: shapes.count,
      shapeKeys: shapeKeys.count
    )
  }

  /// Drops what was added after the storage had this extent.
  mutating func truncate(to extent: Extent) {
    bytes.truncate(to: extent.bytes)
    values.truncate(to: extent.values)
    shapes.truncate(to: extent.shapes)
    shapeKeys.truncate(to: extent.shapeKeys)
  }

  mutating func append(bytes new: some Collection<UInt8>) -> StorageRange {
    let start = bytes.count
    bytes.append(contentsOf: new)
    return StorageRange(offset: start, count: bytes.count - start)
  }

  mutating func append(values new: some Collection<Value>) -> StorageRange {
    let start = values.count
    values.append(contentsOf: new)
    return StorageRange(offset: start, count: values.count - start)
  }

  /// Appends the values that are there, one behind the other.
  mutating func append(present new: [Value?]) -> StorageRange {
    let start = values.count
    for case let value? in new { values.append(value) }
    return StorageRange(offset: start, count: values.count - start)
  }

  mutating func append(type: StorageRange, keys: [StorageRange]) -> Int {
    let start = shapeKeys.count
    shapeKeys.append(contentsOf: keys)
    shapes.append(Shape(type: type, keys: StorageRange(offset: start, count: keys.count)))
    return shapes.count - 1
  }

  /// The position of a field within objects of a shape, or nil when they do not have it.
  func slot(of name: UnsafeBufferPointer<UInt8>, in shape: Int) -> Int? {
    let keys = shapes[shape].keys.indices
    return bytes.withUnsafeBufferPointer { bytes in
      keys.firstIndex { key in
        let range = shapeKeys[key]
        return Int(range.count) == name.count
          && UnsafeBufferPointer(rebasing: bytes[range.indices]).isSame(as: name)
      }
    }.map { $0 - keys.lowerBound }
  }
}

extension Array {
  /// Drops the elements after the first ones and keeps the room for them.
  mutating func truncate(to count: Int) {
    // Most evaluations make nothing, and even an empty removal is work.
    if self.count > count { removeLast(self.count - count) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether two texts have the same bytes.
  @inline(__always)
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    // Copies of one text share its bytes.
    if baseAddress == other.baseAddress { return true }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }
}
