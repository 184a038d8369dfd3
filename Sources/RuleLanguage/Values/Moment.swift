// SPDX-License-Identifier: Apache-2.0

/// A moment in UTC with nanosecond precision, within the years 1 to 9999.
package struct Moment: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, rounded down.
  package let unixSeconds: Int64
  /// Nanoseconds after that second, 0 to 999,999,999.
  package let nanoseconds: Int32

  /// The seconds of the years 1 to 9999 (RFC 3339; the range of `google.protobuf.Timestamp`).
  static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Creates a moment, or nil outside the years 1 to 9999.
  ///
  /// Any number of nanoseconds will do: whole seconds are carried over.
  package init?(unixSeconds: Int64, nanoseconds: Int64 = 0) {
    let carry = nanoseconds.floored(by: 1_000_000_000)
    let (seconds, overflow) = unixSeconds.addingReportingOverflow(carry)
    guard !overflow, Self.range.contains(seconds) else { return nil }
    self.unixSeconds = seconds
    self.nanoseconds = Int32(truncatingIfNeeded: nanoseconds - carry * 1_000_000_000)
  }

  init(uncheckedSeconds: Int64, nanoseconds: Int32) {
    unixSeconds = uncheckedSeconds
    self.nanoseconds = nanoseconds
  }

  /// The moment that lies a number of nanoseconds later, or nil outside the range.
  package func advanced(byNanoseconds nanos: Int64) -> Moment? {
    let seconds = nanos.floored(by: 1_000_000_000)
    let rest = nanos - seconds * 1_000_000_000
    return Moment(unixSeconds: unixSeconds + seconds, nanoseconds: Int64(nanoseconds) + rest)
  }

  /// The nanoseconds from another moment to this one, or nil when they do not fit in 64 bits.
  package func nanoseconds(since other: Moment) -> Int64? {
    let (whole, overflow) = (unixSeconds - other.unixSeconds)
      .multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow else { return nil }
    let (total, overflows) = whole.addingReportingOverflow(
      Int64(nanoseconds) - Int64(other.nanoseconds)
    )
    return overflows ? nil : total
  }

  /// Orders moments by time.
  package static func < (left: Moment, right: Moment) -> Bool {
    (left.unixSeconds, left.nanoseconds) < (right.unixSeconds, right.nanoseconds)
  }
}

extension Int64 {
  /// The quotient rounded towards negative infinity; `divisor` is positive.
  func floored(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
