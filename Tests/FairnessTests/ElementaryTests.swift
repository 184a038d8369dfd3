// SPDX-License-Identifier: Apache-2.0

import Fairness
import Foundation
import Testing

/// The functions that others take from the C library, whose last digits depend on the processor.
///
/// `Vectors/elementary.json` has arguments and the nearest doubles of the values, computed with 60
/// digits.
@Suite struct ElementaryTests {
  private let vectors: JSONValue

  init() throws {
    vectors = try JSONValue(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Vectors/elementary.json")
    )
  }

  /// How far the results are from the nearest doubles, in units in the last place, at worst.
  private func worst(_ name: String, _ function: ([Double]) -> Double) -> Double {
    let rows = vectors[name]?.array ?? []
    #expect(rows.count > 20)
    return rows.map(\.numbers).map { row -> Double in
      let (actual, expected) = (function(row), row[row.count - 1])
      return actual == expected ? 0 : (actual - expected).magnitude / expected.ulp
    }.reduce(0) { $0 >= $1 ? $0 : $1 }
  }

  @Test func `powers of e are within one unit in the last place`() {
    #expect(worst("exp") { Fairness.exp($0[0]) } <= 1)
    #expect(worst("expm1") { Fairness.expm1($0[0]) } <= 1)
  }

  @Test func `logarithms are within one unit in the last place`() {
    #expect(worst("log") { Fairness.log($0[0]) } <= 1)
    #expect(worst("log1p") { Fairness.log1p($0[0]) } <= 1)
  }

  @Test func `powers are within one unit in the last place`() {
    #expect(worst("pow") { Fairness.pow($0[0], $0[1]) } <= 1)
  }

  @Test func `the error function is within one unit in the last place in both tails`() {
    #expect(worst("erfc") { Fairness.erfc($0[0]) } <= 1)
  }

  @Test func `hypotenuses are within one unit in the last place at any scale`() {
    #expect(worst("hypot") { Fairness.hypot($0[0], $0[1]) } <= 1)
  }

  @Test func `tangents and cubic roots are within a few units in the last place`() {
    #expect(worst("tanh") { Fairness.tanh($0[0]) } <= 3)
    #expect(worst("middleCubicRoot") { middleCubicRoot($0[0]) } <= 3)
  }

  @Test func `arguments without a value give infinities and no crash`() {
    #expect(Fairness.exp(.infinity) == .infinity)
    #expect(Fairness.exp(-.infinity) == 0)
    #expect(Fairness.exp(1e300) == .infinity)
    #expect(Fairness.expm1(-.infinity) == -1)
    #expect(Fairness.log(0) == -.infinity)
    #expect(Fairness.log(-1).isNaN)
    #expect(Fairness.log(.infinity) == .infinity)
    #expect(Fairness.log1p(-1) == -.infinity)
    #expect(Fairness.log1p(-2).isNaN)
    #expect(Fairness.pow(0, -1) == .infinity)
    #expect(Fairness.pow(-1, 0.5).isNaN)
    #expect(Fairness.pow(2, .infinity) == .infinity)
    #expect(Fairness.pow(0.5, .infinity) == 0)
    #expect(Fairness.erfc(.infinity) == 0)
    #expect(Fairness.erfc(-.infinity) == 2)
    #expect(middleCubicRoot(1.5).isNaN)
    for function in [Fairness.exp, Fairness.expm1, Fairness.log, Fairness.log1p, Fairness.erfc] {
      #expect(function(.nan).isNaN)
    }
  }
}
