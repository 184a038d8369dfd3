// SPDX-License-Identifier: Apache-2.0

/// Some words of ASCII with at most eight bytes each, compared as numbers.
struct ShortWords: ExpressibleByArrayLiteral, Sendable {
  private static let mostBytes = 8

  private let numbers: [UInt64]

  /// Longer words are never found.
  init(arrayLiteral words: String...) {
    numbers = words.compactMap { word in word.withBytes { Self.number(of: $0[...]) } }
  }

  /// Whether one of the words has these bytes.
  func contains(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    Self.number(of: word).map(numbers.contains) ?? false
  }

  private static func number(of word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    guard word.count <= mostBytes else { return nil }
    return word.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
