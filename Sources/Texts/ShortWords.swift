// SPDX-License-Identifier: Apache-2.0

/// Some words of ASCII with at most eight bytes each, compared as numbers.
@usableFromInline
package struct ShortWords: ExpressibleByArrayLiteral, Sendable {
  @usableFromInline static var mostBytes: Int { 8 }

  @usableFromInline let numbers: [UInt64]

  /// Longer words are never found.
  @usableFromInline
  package init(arrayLiteral words: String...) {
    numbers = words.compactMap { Self.number(of: $0.utf8) }
  }

  /// Whether one of the words has these bytes.
  @inlinable
  package func contains(_ word: some Collection<UInt8>) -> Bool {
    Self.number(of: word).map(numbers.contains) ?? false
  }

  /// Whether a text is one of the words.
  @inlinable
  package func contains(_ word: some StringProtocol) -> Bool { word.withBytes { contains($0) } }

  @inlinable
  static func number(of word: some Collection<UInt8>) -> UInt64? {
    guard word.count <= mostBytes else { return nil }
    return word.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
