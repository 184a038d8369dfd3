// SPDX-License-Identifier: Apache-2.0

/// Roots of functions of one variable.
enum RootFinding {
  /// The place where a falling function crosses zero between `low` and `high`.
  ///
  /// The Illinois form of regula falsi (Dowell & Jarratt 1971) with a bisection whenever the
  /// bracket did not halve in three steps, so that the number of steps is bounded.
  static func falling(
    from low: Double,
    to high: Double,
    tolerance: Double,
    _ function: (Double) -> Double
  ) -> Double {
    var bracket = Bracket(low: low, high: high, atLow: function(low), atHigh: function(high))
    guard bracket.atLow > 0 else { return low }
    guard bracket.atHigh < 0 else { return high }
    var width = high - low
    for step in 1...300 {
      let bisect = step % 3 == 0 && bracket.width > width / 2
      if step % 3 == 0 { width = bracket.width }
      let x = bisect ? bracket.middle : bracket.secant
      let value = function(x)
      if value == 0 { return x }
      bracket.replace(x, value)
      if bracket.width <= tolerance * max(1, x.magnitude) { break }
    }
    return bracket.secant
  }

  /// Two points around a crossing.
  private struct Bracket {
    var low: Double
    var high: Double
    var atLow: Double
    var atHigh: Double
    var width: Double { high - low }
    var middle: Double { low + width / 2 }

    var secant: Double {
      guard atLow.isFinite, atHigh.isFinite else { return middle }
      let x = (low * atHigh - high * atLow) / (atHigh - atLow)
      return x > low && x < high ? x : middle
    }

    /// Takes in a new point; the value of an end that stays is halved, which pulls the next
    /// secant towards it.
    mutating func replace(_ x: Double, _ value: Double) {
      if value > 0 {
        low = x
        atLow = value
        atHigh /= 2
      } else {
        high = x
        atHigh = value
        atLow /= 2
      }
    }
  }
}
