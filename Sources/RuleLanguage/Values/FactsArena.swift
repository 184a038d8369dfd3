// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// Facts that rules are evaluated over: immutable values with the places they were read from.
package struct FactsArena: Sendable {
  /// Shared, so that an evaluation takes one reference and no copy.
  private final class Contents: Sendable {
    let storage: Storage
    let locations: LocationTable

    init(_ storage: Storage, _ locations: LocationTable) {
      self.storage = storage
      self.locations = locations
    }
  }

  private let contents: Contents

  @inline(__always) var storage: Storage { contents.storage }

  /// An arena that holds nothing.
  package static let empty = FactsArena(storage: Storage(), locations: LocationTable())

  init(storage: Storage, locations: LocationTable) {
    contents = Contents(storage, locations)
  }

  private var memory: Memory { Memory(arena: self) }

  /// The text of a string, or nil for any other kind.
  package func string(_ value: Value) -> String? { memory.string(value) }

  /// The bytes of a byte sequence, or nil for any other kind.
  package func bytes(_ value: Value) -> [UInt8]? { memory.byteArray(value) }

  /// The elements of a list, or nil for any other kind.
  package func elements(of value: Value) -> [Value]? { memory.elements(of: value) }

  /// The entries of a map in their order, or nil for any other kind.
  package func entries(of value: Value) -> [(key: Value, value: Value)]? {
    memory.entries(of: value)
  }

  /// The fields of an object in their order, or nil for any other kind.
  package func fields(of value: Value) -> [(name: String, value: Value)]? {
    memory.fields(of: value)
  }

  /// A field of an object or a string key of a map, or nil when there is none.
  package func field(_ name: String, of value: Value) -> Value? {
    memory.field(name, of: value)
  }

  /// The name of an object's type, or nil for any other kind.
  package func typeName(of value: Value) -> String? { memory.objectType(of: value) }

  /// Where a value was read, if it was.
  package func location(of value: Value) -> SourceLocation? { contents.locations[value.node] }
}

/// The places that values were read from.
struct LocationTable: Sendable {
  private struct Entry: Equatable, Sendable, BitwiseCopyable {
    var path: UInt32
    /// 0 when the whole file is meant.
    var line: UInt32
    var column: UInt32
  }

  private var entries: [Entry] = []
  private var paths: [String] = []
  private var pathIndices: [String: UInt32] = [:]
  private var latest: UInt32?

  /// The number of a place; 0 is "nowhere".
  mutating func add(_ location: SourceLocation?) -> UInt32 {
    guard let location else { return 0 }
    let path = index(of: location.path)
    let entry = Entry(
      path: path,
      line: UInt32(clamping: location.position?.line ?? 0),
      column: UInt32(clamping: location.position?.column ?? 0)
    )
    // The values of a record mostly stand where it does.
    if let last = entries.last, last == entry { return UInt32(entries.count) }
    entries.append(entry)
    return UInt32(entries.count)
  }

  subscript(node: UInt32) -> SourceLocation? {
    guard node > 0, Int(node) <= entries.count else { return nil }
    let entry = entries[Int(node) - 1]
    let position = SourcePosition(line: Int(entry.line), column: Int(entry.column))
    return SourceLocation(
      path: paths[Int(entry.path)],
      position: entry.line == 0 ? nil : position
    )
  }

  private mutating func index(of path: String) -> UInt32 {
    // Facts come file by file.
    if let latest, isPath(latest, path) { return latest }
    let index = pathIndices[path].flatMap { isPath($0, path) ? $0 : nil } ?? UInt32(paths.count)
    if index == paths.count {
      paths.append(path)
      pathIndices[path] = index
    }
    latest = index
    return index
  }

  /// Whether a known path has exactly these bytes; `==` would take equivalent text for equal.
  private func isPath(_ index: UInt32, _ path: String) -> Bool {
    paths[Int(index)].withBytes { known in path.withBytes { known.isSame(as: $0) } }
  }
}
