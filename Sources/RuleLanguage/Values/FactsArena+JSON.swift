// SPDX-License-Identifier: Apache-2.0

internal import Texts

extension FactsArena {
  /// A value as JSON for people: two spaces for each level, the members of objects by name.
  ///
  /// It is written straight from the arena, because documents with many records are shown one after
  /// the other. What JSON has no form for becomes a text: numbers that are not finite or that other
  /// readers would round, moments and lengths of time.
  ///
  /// - Parameters:
  ///   - value: A value of this arena.
  ///   - depth: The level that it stands on.
  /// - Returns: The bytes, without a line break at the end.
  package func json(of value: Value, depth: Int) -> [UInt8] {
    var writer = FactsJSON(storage)
    writer.write(value, at: depth)
    return writer.bytes
  }
}

/// Writes the values of one storage.
private struct FactsJSON {
  private(set) var bytes: [UInt8] = []
  private let storage: Storage
  /// For each shape the places of its fields in the order of their names, once it was met.
  private var orders: [[Member]?]

  /// A field of a shape: its place among the values, and its name as it is written.
  private struct Member {
    let slot: Int
    let name: [UInt8]
  }

  /// The largest magnitude up to which every whole number is a double.
  private static let exact: UInt64 = 1 << 53

  init(_ storage: Storage) {
    self.storage = storage
    orders = Array(repeating: nil, count: storage.shapes.count)
  }

  mutating func write(_ value: Value, at depth: Int) {
    switch value.kind {
    case .null: bytes += "null".utf8
    case .bool: bytes += (value.isTrue ? "true" : "false").utf8
    case .int: write(whole: String(value.rawInt), magnitude: value.rawInt.magnitude)
    case .uint: write(whole: String(value.bits), magnitude: value.bits)
    case .double: write(value.rawDouble)
    case .string, .type:
      storage.bytes.rebased(value.range) { bytes.append(quoted: $0) }
    case .bytes:
      Encoders.encoded(storage.bytes[value.range.indices])
        .withUnsafeBufferPointer { bytes.append(quoted: $0) }
    case .timestamp: bytes.append(quoted: TimeText.text(value.rawMoment))
    case .duration: bytes.append(quoted: TimeText.text(durationNanoseconds: value.rawInt))
    case .list: writeList(value.range.indices, at: depth)
    case .map: writeMap(value, at: depth)
    case .object: writeObject(value, at: depth)
    case .optional:
      let range = value.range
      write(range.count == 0 ? .null : storage.values[Int(range.offset)], at: depth)
    }
  }

  private mutating func write(whole text: String, magnitude: UInt64) {
    if magnitude <= Self.exact { bytes += text.utf8 } else { bytes.append(quoted: text) }
  }

  private mutating func write(_ number: Double) {
    guard number.isFinite else { return bytes.append(quoted: NumberText.text(number)) }
    // Most numbers are whole, and their digits need no search for the shortest.
    if number.magnitude < 0x1p53, Double(Int64(number)) == number {
      bytes += String(Int64(number)).utf8
    } else {
      bytes += JSONNumber.text(of: number).utf8
    }
  }

  private mutating func writeList(_ elements: Range<Int>, at depth: Int) {
    bytes.append(UInt8(ascii: "["))
    for index in elements {
      startElement(isFirst: index == elements.lowerBound, at: depth)
      write(storage.values[index], at: depth + 1)
    }
    close(UInt8(ascii: "]"), isEmpty: elements.isEmpty, at: depth)
  }

  private mutating func writeObject(_ object: Value, at depth: Int) {
    let members = members(of: Int(object.range.count))
    let start = Int(object.range.offset)
    bytes.append(UInt8(ascii: "{"))
    for index in members.indices {
      startElement(isFirst: index == 0, at: depth)
      bytes += members[index].name
      write(storage.values[start + members[index].slot], at: depth + 1)
    }
    close(UInt8(ascii: "}"), isEmpty: members.isEmpty, at: depth)
  }

  /// A map of facts has keys of text.
  private mutating func writeMap(_ map: Value, at depth: Int) {
    let start = Int(map.range.offset)
    let entries = (0..<Int(map.range.count)).map { entry in
      (name: name(storage.values[start + 2 * entry].range), slot: start + 2 * entry + 1)
    }
    bytes.append(UInt8(ascii: "{"))
    for (index, entry) in entries.sorted(by: { Self.precedes($0.name, $1.name) }).enumerated() {
      startElement(isFirst: index == 0, at: depth)
      entry.name.withUnsafeBufferPointer { bytes.append(quoted: $0) }
      bytes += ": ".utf8
      write(storage.values[entry.slot], at: depth + 1)
    }
    close(UInt8(ascii: "}"), isEmpty: entries.isEmpty, at: depth)
  }

  private func name(_ range: StorageRange) -> [UInt8] { Array(storage.bytes[range.indices]) }

  /// The fields of a shape by name, written.
  private mutating func members(of shape: Int) -> [Member] {
    if let known = orders[shape] { return known }
    let keys = storage.shapes[shape].keys.indices
    let named = keys.map { (name: name(storage.shapeKeys[$0]), slot: $0 - keys.lowerBound) }
    let members = named.sorted { Self.precedes($0.name, $1.name) }.map { key in
      var name: [UInt8] = []
      key.name.withUnsafeBufferPointer { name.append(quoted: $0) }
      return Member(slot: key.slot, name: name + ": ".utf8)
    }
    orders[shape] = members
    return members
  }

  /// The order of RFC 8785 §3.2.3: by UTF-16 code units.
  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    String(decoding: left, as: UTF8.self).utf16
      .lexicographicallyPrecedes(String(decoding: right, as: UTF8.self).utf16)
  }

  private mutating func startElement(isFirst: Bool, at depth: Int) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    bytes.append(lineBreakAt: depth + 1)
  }

  private mutating func close(_ bracket: UInt8, isEmpty: Bool, at depth: Int) {
    if !isEmpty { bytes.append(lineBreakAt: depth) }
    bytes.append(bracket)
  }
}
