// SPDX-License-Identifier: Apache-2.0

import GateModel
import TestSupport
import Testing
import Texts

@Suite("Canonical JSON")
struct CanonicalJSONTests {
  /// RFC 8785 appendix B: the bits of a double and its text.
  static let numbers: [(UInt64, String)] = [
    (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"),
    (0x0000_0000_0000_0001, "5e-324"), (0x8000_0000_0000_0001, "-5e-324"),
    (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
    (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"),
    (0x4340_0000_0000_0000, "9007199254740992"), (0xC340_0000_0000_0000, "-9007199254740992"),
    (0x4430_0000_0000_0000, "295147905179352830000"),
    (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"),
    (0x44B5_2D02_C7E1_4AF6, "1e+23"), (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
    (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
    (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
    (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
    (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
    (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
    (0x41B3_DE43_5555_5557, "333333333.33333343"),
    (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
    (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
  ]

  @Test(arguments: numbers)
  func `numbers have the form of RFC 8785 appendix B`(bits: UInt64, text: String) {
    let value = JSONValue.double(Double(bitPattern: bits))
    #expect(String(utf8: CanonicalJSON.bytes(of: value)) == text)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `numbers without a JSON form are written as null`(number: Double) {
    #expect(String(utf8: CanonicalJSON.bytes(of: .double(number))) == "null")
  }

  @Test func `every finite number reads back as itself`() throws {
    var generator = SeededGenerator(seed: 8_785)
    for round in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      let text = String(utf8: CanonicalJSON.bytes(of: .double(number)))
      #expect(Double(text) == number, "seed 8785, round \(round)")
    }
  }

  @Test func `members are sorted by UTF-16 code units, as in RFC 8785 §3.2.3`() {
    let value: JSONValue = [
      "\u{20ac}": "Euro Sign", "\r": "Carriage Return",
      "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control",
      "\u{f6}": "Latin Small Letter O With Diaeresis",
    ]
    let expected =
      #"{"\r":"Carriage Return","1":"One","# + "\"\u{80}\":\"Control\","
      + "\"\u{f6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20ac}\":\"Euro Sign\","
      + "\"\u{1f600}\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}"
    #expect(CanonicalJSON.bytes(of: value) == Array(expected.utf8))
  }

  @Test func `names that look alike but differ in code points stay two members`() {
    let value: JSONValue = ["e\u{301}": 1, "\u{e9}": 2]
    #expect(CanonicalJSON.bytes(of: value) == Array("{\"e\u{301}\":1,\"\u{e9}\":2}".utf8))
    #expect(value["\u{e9}"] == 2)
  }

  @Test func `of several members with one name the last one counts`() {
    let value: JSONValue = ["a": 1, "b": 2, "a": 3]
    #expect(String(utf8: CanonicalJSON.bytes(of: value)) == #"{"a":3,"b":2}"#)
    #expect(value["a"] == 3)
  }

  @Test func `strings have the shortest escapes and nothing else`() {
    let value: JSONValue = "\u{20ac}$\u{f}\nA'B\"\\\\\"/\u{7f}\u{8}\u{c}\t\r\u{0}\u{1f}"
    let expected = "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u{7f}\\b\\f\\t\\r\\u0000\\u001f\""
    #expect(String(utf8: CanonicalJSON.bytes(of: value)) == expected)
  }

  @Test func `the pretty form indents by two spaces and ends with a line break`() {
    let value: JSONValue = ["b": [1, [], [:]], "a": ["x": .null, "y": true]]
    let expected = """
      {
        "a": {
          "x": null,
          "y": true
        },
        "b": [
          1,
          [],
          {}
        ]
      }

      """
    #expect(String(utf8: CanonicalJSON.prettyBytes(of: value)) == expected)
  }

  @Test func `deep nesting is written without recursion`() {
    let depth = 5_000
    let value = (0..<depth).reduce(JSONValue.null) { inner, _ in .array([inner]) }
    #expect(CanonicalJSON.bytes(of: value).count == 2 * depth + 4)
  }
}
