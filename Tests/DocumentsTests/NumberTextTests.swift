// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import TestSupport
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a decimal number is the nearest double`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let text = Self.decimal(using: &generator)
      #expect(NumberText.double(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test(arguments: [
    ("0", 0), ("-0", -0.0), ("007", 7), ("0.1", 0.1), ("-12.5", -12.5),
    ("999999999999999", 999_999_999_999_999), ("9007199254740993", 0x1p53),
    ("0.000000000000001", 1e-15), ("1e3", 1000), ("+2", 2), (".5", 0.5),
  ])
  func `what states a number is one`(text: String, number: Double) {
    #expect(NumberText.double(text)?.bitPattern == number.bitPattern)
  }

  @Test(arguments: ["", "-", ".", "-.", "1.2.3", "1,2", "1 2", "--1", "0x10", "1_000", "ten"])
  func `what states none is none`(text: String) {
    #expect(NumberText.double(text) == nil)
  }

  @Test(arguments: [
    ("0", 0), ("42", 42), ("-42", -42), ("3.0", 3), ("999999999999999", 999_999_999_999_999),
    ("9007199254740993", 9_007_199_254_740_993), ("3.5", nil), ("1e2", 100), ("x", nil),
  ])
  func `a whole number is exact`(text: String, number: Int?) throws {
    #expect(try YAMLReader.read(Array(text.utf8)).int == number)
  }

  private static func decimal(using generator: inout SeededGenerator) -> String {
    let digits = (0..<Int.random(in: 1...18, using: &generator)).map { _ in
      Character(Unicode.Scalar(UInt8.random(in: 0x30...0x39, using: &generator)))
    }
    let point = Int.random(in: 1...digits.count, using: &generator)
    let sign = Bool.random(using: &generator) ? "-" : ""
    let fraction = point < digits.count ? "." + String(digits[point...]) : ""
    return sign + String(digits[..<point]) + fraction
  }
}
