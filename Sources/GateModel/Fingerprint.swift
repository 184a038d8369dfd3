// SPDX-License-Identifier: Apache-2.0

/// A short name for a finding that stays the same while lines move.
package enum Fingerprint {
  /// The fingerprint of a result: rule, subject and path, not line or wording.
  package static func of(_ result: CheckResult, path: String) -> String {
    hash([result.system, result.pack, result.rule, result.subject, path])
  }

  /// The 128-bit FNV-1a hash of texts, as 32 hexadecimal digits.
  ///
  /// It tells findings apart and protects nothing; readers of it also count repetitions. The basis
  /// and the prime are those of draft-eastlake-fnv.
  package static func hash(_ parts: [String]) -> String {
    let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B
    var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for part in parts {
      // UTF-8 never holds 0xFF, so that it separates the parts without doubt.
      for byte in Array(part.utf8) + [0xFF] { state = (state ^ UInt128(byte)) &* prime }
    }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }
}

/// Makes equal names different by counting them: the second `a` becomes `a (2)`.
package struct UniqueNames {
  private var counts: [String: Int] = [:]
  private var taken: Set<String> = []

  /// Creates a value that has given out no name yet.
  package init() {}

  /// A name that this value has not given out before.
  package mutating func claim(
    _ name: String,
    in scope: String = "",
    suffix: (Int) -> String
  ) -> String {
    var candidate = name
    while !taken.insert(scope + "\n" + candidate).inserted {
      let count = (counts[scope + "\n" + name] ?? 1) + 1
      counts[scope + "\n" + name] = count
      candidate = name + suffix(count)
    }
    return candidate
  }
}
