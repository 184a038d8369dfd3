// SPDX-License-Identifier: Apache-2.0

import RuleLanguage
import TestSupport
import Testing

@Suite struct TimeZoneTests {
  /// A zone file with one transition, from +01:00 to +02:00, and an optional rule after it.
  private static func zone(at transition: Int64, footer: String) -> [UInt8] {
    func header(_ times: Int, _ types: Int, _ characters: Int) -> [UInt8] {
      Array("TZif2".utf8) + Array(repeating: 0, count: 15)
        + [0, 0, 0, times, types, characters].flatMap { bytes(Int64($0), size: 4) }
    }
    let types = bytes(3_600, size: 4) + [0, 0] + bytes(7_200, size: 4) + [1, 0]
    return header(0, 1, 1) + bytes(0, size: 4) + [0, 0, 0]
      + header(1, 2, 4) + bytes(transition, size: 8) + [1] + types + Array("XST\0".utf8)
      + Array("\n\(footer)\n".utf8)
  }

  private static func bytes(_ number: Int64, size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * Int64($0))) }
  }

  private static func outcome(_ source: String, zone: [UInt8]) throws -> String {
    var environment = RuleEnvironment(schema: .empty)
    environment.zones = TimeZoneSource { $0 == "Test/Zone" ? zone : nil }
    let result = try environment.compile(source).get().evaluate(in: .empty, bindings: [:])
    return result.value?.int.map(String.init) ?? result.error?.message ?? "?"
  }

  @Test(arguments: [
    ("1999-12-31T12:00:00Z", "", 13), ("2000-01-01T12:00:00Z", "", 14),
    ("2026-01-15T12:00:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", 13),
    ("2026-07-15T12:00:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", 14),
    ("2026-03-29T00:59:59Z", "CET-1CEST,M3.5.0,M10.5.0/3", 1),
    ("2026-03-29T01:00:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", 3),
    ("2026-10-25T00:59:59Z", "CET-1CEST,M3.5.0,M10.5.0/3", 2),
    ("2026-10-25T01:00:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", 2),
    ("2026-01-15T12:00:00Z", "AEST-10AEDT,M10.1.0,M4.1.0/3", 23),
    ("2026-07-15T12:00:00Z", "AEST-10AEDT,M10.1.0,M4.1.0/3", 22),
    ("2026-07-15T12:00:00Z", "<+0545>-5:45", 17),
    ("2026-07-15T12:00:00Z", "nonsense", 14),
  ])
  func `a named zone has its hours`(_ test: (String, String, Int)) throws {
    let zone = Self.zone(at: 946_684_800, footer: test.1)
    let source = "timestamp('\(test.0)').getHours('Test/Zone')"
    #expect(try Self.outcome(source, zone: zone) == "\(test.2)")
  }

  @Test func `a broken or unknown zone is an error`() throws {
    let whole = Self.zone(at: 946_684_800, footer: "")
    let source = "timestamp('2026-07-15T12:00:00Z').getHours('Test/Zone')"
    for length in 0..<whole.count - 3 {
      let answer = try Self.outcome(source, zone: Array(whole.prefix(length)))
      #expect(answer == "unknown time zone 'Test/Zone'; write an offset such as +01:00")
    }
    let unknown = "timestamp('2026-07-15T12:00:00Z').getHours('Nowhere')"
    #expect(
      try Self.outcome(unknown, zone: whole)
        == "unknown time zone 'Nowhere'; write an offset such as +01:00"
    )
  }

  @Test func `no bytes of a zone file crash the reader`() throws {
    var random = SeededGenerator(seed: 7)
    let whole = Self.zone(at: 946_684_800, footer: "CET-1CEST,M3.5.0,M10.5.0/3")
    let source = "timestamp('2026-07-15T12:00:00Z').getDayOfYear('Test/Zone')"
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<3 {
        let position = Int.random(in: 0..<bytes.count, using: &random)
        bytes[position] = UInt8.random(in: 0...255, using: &random)
      }
      #expect(try !Self.outcome(source, zone: bytes).isEmpty)
    }
  }

  @Test(arguments: ["1h30m", "-1.5s", "0", "+2us", "1h1m1s1ms1us1ns"])
  func `a duration reads back as it prints`(_ text: String) throws {
    let nanos = try #require(TimeText.duration(text))
    #expect(TimeText.duration(TimeText.text(durationNanoseconds: nanos)) == nanos)
  }

  @Test(arguments: [
    "2026-01-31T00:00:00Z", "0001-01-01T00:00:00.5Z", "9999-12-31T23:59:59.999999999Z",
  ])
  func `a moment reads back as it prints`(_ text: String) throws {
    #expect(TimeText.text(try #require(TimeText.moment(text))) == text)
  }
}
