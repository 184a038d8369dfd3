// SPDX-License-Identifier: Apache-2.0

import GateModel
import Testing
import Texts

@Suite("Object ids and digests")
struct IdentifierTests {
  private let hex = "0123456789abcdef0123456789abcdef01234567"

  @Test("an object id is 40 lower-case hexadecimal digits")
  func readsObjectIDs() throws {
    let id = try #require(ObjectID(hex: hex))
    #expect(id.description == hex)
    #expect(id.short == "0123456789ab")
  }

  @Test(
    "anything else is no object id",
    arguments: [
      "", "0123", "0123456789ABCDEF0123456789ABCDEF01234567", String(repeating: "g", count: 40),
    ]
  )
  func refusesOthers(text: String) {
    #expect(ObjectID(hex: text) == nil)
  }

  @Test("a digest keeps leading zeros of its bytes")
  func digestsKeepZeros() {
    let digest = ContentDigest(bytes: (0..<32).map { UInt8($0) })
    #expect(digest.hex.hasPrefix("000102030405060708090a0b"))
    #expect(ContentDigest(hex: digest.hex) == digest)
    #expect(ContentDigest(hex: hex) == nil)
  }
}

@Suite("Order and suggestions")
struct OrderTests {
  @Test("places sort by path, then by line and column; a whole file comes first")
  func placesSort() {
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

  @Test(
    "a threshold includes its own severity and the graver ones",
    arguments: [
      (FailureThreshold.block, [Severity.block]), (.error, [.block, .error]),
      (.warn, [.block, .error, .warn]), (.never, []),
    ]
  )
  func thresholds(threshold: FailureThreshold, expected: [Severity]) {
    #expect(Severity.allCases.filter(threshold.includes) == expected)
  }

  @Test(
    "the closest name is suggested, and none when nothing is close",
    arguments: [
      ("fairnes", "fairness" as String?), ("mdoel_cards", "model_cards"), ("Tier", "tier"),
      ("xyz", nil), ("", nil),
    ]
  )
  func suggestions(name: String, expected: String?) {
    let known = ["fairness", "model_cards", "tier", "evaluations"]
    #expect(Suggestion.closest(to: name, among: known) == expected)
  }

  @Test("of two equally close names the first in the alphabet is suggested, in any order")
  func suggestionsAreStable() {
    #expect(Suggestion.closest(to: "cat", among: ["cut", "bat"]) == "bat")
    #expect(Suggestion.closest(to: "cat", among: ["bat", "cut"]) == "bat")
  }
}
