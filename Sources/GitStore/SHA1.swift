// SPDX-License-Identifier: Apache-2.0

/// SHA-1 (FIPS 180-4 §6.1), which ends a git pack.
///
/// It is part of git's format and protects against damage, not against an attacker; the evidence
/// bundle names everything by SHA-256 as well. libgit2 offers it only with an object's header.
enum SHA1 {
  private typealias State = (UInt32, UInt32, UInt32, UInt32, UInt32)

  /// The 20 bytes of the digest.
  static func digest(of bytes: [UInt8]) -> [UInt8] {
    // The initial hash value of FIPS 180-4 §5.3.1.
    var state: State = (0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0)
    var schedule = [UInt32](repeating: 0, count: 80)
    let whole = bytes.count / 64 * 64
    bytes.withUnsafeBytes { message in
      for start in stride(from: 0, to: whole, by: 64) {
        compress(message, start, &schedule, &state)
      }
    }
    let tail = padding(of: bytes, from: whole)
    tail.withUnsafeBytes { message in
      for start in stride(from: 0, to: tail.count, by: 64) {
        compress(message, start, &schedule, &state)
      }
    }
    return [state.0, state.1, state.2, state.3, state.4].flatMap(bigEndian)
  }

  /// The last bytes with a one bit, zeros and the length in bits (FIPS 180-4 §5.1.1).
  private static func padding(of bytes: [UInt8], from start: Int) -> [UInt8] {
    var tail = bytes[start...] + [0x80]
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(bytes.count) << 3
    tail += bigEndian(UInt32(bits >> 32)) + bigEndian(UInt32(truncatingIfNeeded: bits))
    return Array(tail)
  }

  /// One block of 64 bytes (FIPS 180-4 §6.1.2).
  private static func compress(
    _ message: UnsafeRawBufferPointer,
    _ start: Int,
    _ schedule: inout [UInt32],
    _ state: inout State
  ) {
    for index in 0..<16 {
      let word = message.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self)
      schedule[index] = UInt32(bigEndian: word)
    }
    for index in 16..<80 {
      let mixed =
        schedule[index - 3] ^ schedule[index - 8] ^ schedule[index - 14] ^ schedule[index - 16]
      schedule[index] = rotated(mixed, by: 1)
    }
    var (a, b, c, d, e) = state
    for index in 0..<80 {
      let next = rotated(a, by: 5) &+ mix(index, b, c, d) &+ e &+ schedule[index]
      (a, b, c, d, e) = (next, a, rotated(b, by: 30), c, d)
    }
    state.0 &+= a
    state.1 &+= b
    state.2 &+= c
    state.3 &+= d
    state.4 &+= e
  }

  /// The function of a round with its constant (FIPS 180-4 §4.1.1 and §4.2.1).
  private static func mix(_ round: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    switch round {
    case 0..<20: (b & c ^ ~b & d) &+ 0x5A82_7999
    case 20..<40: (b ^ c ^ d) &+ 0x6ED9_EBA1
    case 40..<60: (b & c ^ b & d ^ c & d) &+ 0x8F1B_BCDC
    default: (b ^ c ^ d) &+ 0xCA62_C1D6
    }
  }

  private static func rotated(_ word: UInt32, by bits: UInt32) -> UInt32 {
    word << bits | word >> (32 - bits)
  }
}
