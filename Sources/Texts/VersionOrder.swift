// SPDX-License-Identifier: Apache-2.0

/// The order of names with version numbers in them.
package enum VersionOrder {
  /// Whether one name comes before another one.
  ///
  /// Runs of digits count as numbers, everything else by its bytes, so that `v1.9` is lower than
  /// `v1.10`. Names that differ are never equal.
  package static func isLower(_ left: String, than right: String) -> Bool {
    let (one, other) = (parts(of: left), parts(of: right))
    for (a, b) in zip(one, other) where a != b {
      guard let a = number(a), let b = number(b) else { return a.lexicographicallyPrecedes(b) }
      if a.count != b.count { return a.count < b.count }
      if a != b { return a.lexicographicallyPrecedes(b) }
    }
    if one.count != other.count { return one.count < other.count }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Runs of digits and of other bytes, in turn.
  private static func parts(of text: String) -> [[UInt8]] {
    text.utf8.reduce(into: []) { parts, byte in
      if let last = parts.last?.last, ASCII.isDigit(last) == ASCII.isDigit(byte) {
        parts[parts.count - 1].append(byte)
      } else {
        parts.append([byte])
      }
    }
  }

  /// The digits of a number without zeros in front; nil for other text.
  private static func number(_ part: [UInt8]) -> [UInt8]? {
    part.first.map(ASCII.isDigit) == true ? Array(part.drop { $0 == 0x30 }) : nil
  }
}
