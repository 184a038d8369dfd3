// SPDX-License-Identifier: Apache-2.0

/// The offsets of one time zone, read from TZif bytes (RFC 8536).
struct ZoneRules {
  private var transitions: [(at: Int64, type: Int)] = []
  /// Seconds east of UTC, by type.
  private var offsets: [Int64] = []
  private var footer: PosixZone?

  /// Reads the 64-bit block and the footer, or gives nil when the bytes are not TZif version 2+.
  init?(_ bytes: [UInt8]) {
    guard let first = Header(bytes, at: 0), first.version >= UInt8(ascii: "2") else { return nil }
    let start = Header.size + first.blockSize(timeSize: 4)
    guard let header = Header(bytes, at: start) else { return nil }
    let times = start + Header.size
    let indices = times + header.timeCount * 8
    let types = indices + header.timeCount
    let end = times + header.blockSize(timeSize: 8)
    guard header.typeCount > 0, end <= bytes.count else { return nil }
    for index in 0..<header.typeCount {
      offsets.append(
        Int64(Int32(truncatingIfNeeded: bytes.integer(at: types + 6 * index, size: 4)))
      )
    }
    for index in 0..<header.timeCount {
      let type = Int(bytes[indices + index])
      guard type < offsets.count else { return nil }
      transitions.append((bytes.integer(at: times + 8 * index, size: 8), type))
    }
    let text = bytes[end...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    footer = PosixZone(text)
  }

  /// The seconds east of UTC at a moment.
  func offset(at unixSeconds: Int64) -> Int64 {
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].at <= unixSeconds { low = middle + 1 } else { high = middle }
    }
    if low == transitions.count, let footer { return footer.offset(at: unixSeconds) }
    return low == 0 ? offsets[0] : offsets[transitions[low - 1].type]
  }
}

private struct Header {
  static let size = 44
  /// Counts of a sane file are far below this; it keeps sizes from overflowing.
  private static let maximumCount = 100_000

  let version: UInt8
  let timeCount: Int
  let typeCount: Int
  private let leapCount: Int
  private let characterCount: Int
  private let isStandardCount: Int
  private let isUniversalCount: Int

  init?(_ bytes: [UInt8], at start: Int) {
    guard bytes.count >= start + Self.size, bytes[start..<start + 4].elementsEqual("TZif".utf8)
    else { return nil }
    version = bytes[start + 4]
    let counts = (0..<6).map { Int(bytes.integer(at: start + 20 + 4 * $0, size: 4)) }
    guard counts.allSatisfy({ (0...Self.maximumCount).contains($0) }) else { return nil }
    isUniversalCount = counts[0]
    isStandardCount = counts[1]
    leapCount = counts[2]
    timeCount = counts[3]
    typeCount = counts[4]
    characterCount = counts[5]
  }

  func blockSize(timeSize: Int) -> Int {
    timeCount * (timeSize + 1) + typeCount * 6 + characterCount
      + leapCount * (timeSize + 4) + isStandardCount + isUniversalCount
  }
}

extension [UInt8] {
  fileprivate func integer(at start: Int, size: Int) -> Int64 {
    self[start..<start + size].reduce(0) { $0 << 8 | Int64($1) }
  }
}

/// Where the rules of named time zones come from.
///
/// UTC and fixed offsets such as `+02:00` need no rules. Named zones are off unless the caller
/// provides their TZif bytes (RFC 8536), so that a verdict does not depend on a machine's files.
package struct TimeZoneSource: Sendable {
  /// The TZif bytes of a zone such as `Europe/Berlin`, or nil when there is no such zone.
  package var bytes: @Sendable (_ name: String) -> [UInt8]?

  /// Creates a source.
  package init(bytes: @escaping @Sendable (_ name: String) -> [UInt8]?) {
    self.bytes = bytes
  }

  /// A source without named zones.
  package static let fixedOffsets = TimeZoneSource { _ in nil }
}
