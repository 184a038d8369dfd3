// SPDX-License-Identifier: Apache-2.0

/// A public key of RSA, for the signatures that older OpenPGP keys make: RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2).
///
/// Only public numbers are worked with, so that nothing has to take the same time whatever they are.
struct RSAKey: Sendable {
  /// How many bytes a modulus may have: 2048 bits are the least (NIST SP 800-57 part 1, revision 5, §5.6.1),
  /// and more than 8192 nobody uses.
  private static let sizes = 256...1024

  private let modulus: MontgomeryModulus
  private let exponent: Int
  private let size: Int

  /// Takes two numbers, their highest byte first.
  init?(modulus: [UInt8], exponent: [UInt8]) {
    let exponent = exponent.prefix(5).reduce(0) { $0 << 8 | Int($1) }
    guard Self.sizes.contains(modulus.count), (modulus.first ?? 0) > 0,
      (modulus.last ?? 0) & 1 == 1, exponent & 1 == 1, (3...0xFFFF_FFFF).contains(exponent)
    else { return nil }
    (self.modulus, self.exponent, size) = (MontgomeryModulus(modulus), exponent, modulus.count)
  }

  /// Whether a number is the signature of a digest.
  func isValid(_ signature: [UInt8], forDigest digest: [UInt8], _ digestInfo: [UInt8]) -> Bool {
    let info = digestInfo + digest
    guard signature.count <= size, size >= info.count + 11 else { return false }
    let padding = [UInt8](repeating: 0xFF, count: size - info.count - 3)
    return modulus.power(of: signature, exponent) == [0, 1] + padding + [0] + info
  }
}

/// An odd number by which is divided without dividing.
///
/// Montgomery, "Modular multiplication without trial division", Math. Comp. 44 (1985), in the form that Koç,
/// Acar and Kaliski call CIOS (IEEE Micro 16, 1996).
private struct MontgomeryModulus: Sendable {
  /// The digits to the base of 2³², the lowest first.
  private let digits: [UInt32]
  private let byteCount: Int
  /// What the lowest digit times this leaves is -1.
  private let inverse: UInt32
  /// The square of the base of all digits together.
  private let square: [UInt32]

  init(_ bytes: [UInt8]) {
    let digits = Self.digits(of: bytes, count: (bytes.count + 3) / 4)
    // Newton's iteration doubles the bits that are right, from the first one.
    let found = (0..<5).reduce(UInt32(1)) { found, _ in found &* (2 &- digits[0] &* found) }
    (self.digits, inverse, byteCount) = (digits, 0 &- found, bytes.count)
    var power = [UInt32](repeating: 0, count: digits.count)
    power[0] = 1
    for _ in 0..<64 * digits.count {
      power = Self.reduced(Self.doubled(power), by: digits)
    }
    square = power
  }

  private static func digits(of bytes: [UInt8], count: Int) -> [UInt32] {
    var digits = [UInt32](repeating: 0, count: count)
    for (index, byte) in bytes.reversed().enumerated() {
      digits[index / 4] |= UInt32(byte) << UInt32(8 * (index % 4))
    }
    return digits
  }

  private static func doubled(_ number: [UInt32]) -> [UInt32] {
    var carry: UInt32 = 0
    var result = number
    for index in result.indices {
      let digit = result[index]
      (result[index], carry) = (digit << 1 | carry, digit >> 31)
    }
    return result + [carry]
  }

  /// A number of one more digit, less the modulus where it is no less.
  private static func reduced(_ number: [UInt32], by digits: [UInt32]) -> [UInt32] {
    var borrow: Int64 = 0
    var result: [UInt32] = []
    result.reserveCapacity(number.count)
    for index in number.indices {
      let digit = index < digits.count ? Int64(digits[index]) : 0
      let difference = Int64(number[index]) - digit + borrow
      result.append(UInt32(truncatingIfNeeded: difference))
      borrow = difference >> 32
    }
    return Array((borrow < 0 ? number : result).prefix(digits.count))
  }

  /// The product of two numbers, divided by the base of all digits together.
  private func product(_ one: [UInt32], _ other: [UInt32]) -> [UInt32] {
    let count = digits.count
    var sum = [UInt32](repeating: 0, count: count + 2)
    func add(_ factor: UInt32, times number: [UInt32]) {
      var carry: UInt64 = 0
      for index in 0..<count {
        let value = UInt64(factor) * UInt64(number[index]) + UInt64(sum[index]) + carry
        sum[index] = UInt32(truncatingIfNeeded: value)
        carry = value >> 32
      }
      let value = UInt64(sum[count]) + carry
      sum[count] = UInt32(truncatingIfNeeded: value)
      sum[count + 1] += UInt32(value >> 32)
    }
    for digit in one {
      add(digit, times: other)
      add(sum[0] &* inverse, times: digits)
      // The lowest digit is nothing now.
      for index in 0...count { sum[index] = sum[index + 1] }
      sum[count + 1] = 0
    }
    return Self.reduced(Array(sum.prefix(count + 1)), by: digits)
  }

  /// A power of a number that is less than the modulus, in as many bytes as that has; nothing for another.
  func power(of bytes: [UInt8], _ exponent: Int) -> [UInt8] {
    let number = Self.digits(of: bytes, count: digits.count)
    guard Self.reduced(number + [0], by: digits) == number else { return [] }
    let base = product(number, square)
    var result = base
    for bit in (0..<exponent.bitWidth - exponent.leadingZeroBitCount - 1).reversed() {
      result = product(result, result)
      if exponent >> bit & 1 == 1 { result = product(result, base) }
    }
    let one = [1] + [UInt32](repeating: 0, count: digits.count - 1)
    result = product(result, one)
    return (0..<byteCount).reversed().map { index in
      UInt8(truncatingIfNeeded: result[index / 4] >> UInt32(8 * (index % 4)))
    }
  }
}
