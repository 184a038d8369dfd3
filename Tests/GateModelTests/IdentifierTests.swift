// SPDX-License-Identifier: Apache-2.0

import GateModel
import Testing
import Texts

@Suite("Object ids and digests")
struct IdentifierTests {
  private let hex = "0123456789abcdef0123456789abcdef01234567"

  @Test func `an object id is 40 lower-case hexadecimal digits`() throws {
    let id = try #require(ObjectID(hex: hex))
    #expect(id.description == hex)
    #expect(id.short == "0123456789ab")
  }

  @Test(arguments: [
    "", "0123", "0123456789ABCDEF0123456789ABCDEF01234567", String(repeating: "g", count: 40),
  ])
  func `anything else is no object id`(text: String) {
    #expect(ObjectID(hex: text) == nil)
  }

  @Test func `a digest keeps leading zeros of its bytes`() {
    let digest = ContentDigest(bytes: (0..<32).map { UInt8($0) })
    #expect(digest.hex.hasPrefix("000102030405060708090a0b"))
    #expect(ContentDigest(hex: digest.hex) == digest)
    #expect(ContentDigest(hex: hex) == nil)
  }
}

@Suite("Order and suggestions")
struct OrderTests {
  @Test func `places sort by path, then by line and column; a whole file comes first`() {
    let places = [
      SourceLocation(path: "b", position: SourcePosition(line: 1, column: 1)),
      SourceLocation(path: "a", position: SourcePosition(line: 10, column: 1)),
      SourceLocation(path: "a", position: SourcePosition(line: 9, column: 20)),
      SourceLocation(path: "a", position: SourcePosition(line: 9, column: 3)),
      SourceLocation(path: "a"),
    ]
    #expect(
      places.sorted().map(\.description) == ["a", "a:9:3", "a:9:20", "a:10:1", "b:1:1"]
    )
  }

  @Test(arguments: [
    (FailureThreshold.block, [Severity.block]), (.error, [.block, .error]),
    (.warn, [.block, .error, .warn]), (.never, []),
  ])
  func `a threshold includes its own severity and the graver ones`(
    threshold: FailureThreshold,
    expected: [Severity]
  ) {
    #expect(Severity.allCases.filter(threshold.includes) == expected)
  }

  @Test(arguments: [
    ("fairnes", "fairness" as String?), ("mdoel_cards", "model_cards"), ("Tier", "tier"),
    ("xyz", nil), ("", nil),
  ])
  func `the closest name is suggested, and none when nothing is close`(
    name: String,
    expected: String?
  ) {
    let known = ["fairness", "model_cards", "tier", "evaluations"]
    #expect(Suggestion.closest(to: name, among: known) == expected)
  }

  @Test func `of two equally close names the first in the alphabet is suggested, in any order`() {
    #expect(Suggestion.closest(to: "cat", among: ["cut", "bat"]) == "bat")
    #expect(Suggestion.closest(to: "cat", among: ["bat", "cut"]) == "bat")
  }
}
