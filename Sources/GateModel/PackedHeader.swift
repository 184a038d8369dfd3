// SPDX-License-Identifier: Apache-2.0

/// What stands before an object in a pack (gitformat-pack(5)): four bits of the size beside the type,
/// then seven a byte, lowest first.
package struct PackedHeader: Hashable, Sendable {
  /// How many bytes it has at most: a size has 53 bits, more than any disk.
  package static let largest = 8

  /// What the object is; nil for a change to another one, and for what is not known.
  package let kind: GitObject.Kind?
  /// Whether it is a change to another object, which a place or an id names.
  package let isDelta: Bool
  /// How many bytes the object states to have.
  package let size: Int
  /// How many bytes the header has.
  package let byteCount: Int

  /// Reads a header from the front of some bytes; nil when they end before, or state more than fits.
  package init?(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes.prefix(Self.largest))
    guard let last = bytes.firstIndex(where: { $0 & 0x80 == 0 }) else { return nil }
    let type = bytes[0] >> 4 & 7
    (kind, isDelta, byteCount) = (GitObject.Kind(rawValue: type), type == 6 || type == 7, last + 1)
    size = bytes[1..<byteCount].enumerated().reduce(Int(bytes[0] & 15)) { size, next in
      size | Int(next.element & 0x7F) << (4 + 7 * next.offset)
    }
  }
}
