// SPDX-License-Identifier: Apache-2.0

/// Roots of functions of one variable.
enum RootFinding {
  /// The place where a falling function crosses zero between `low` and `high`.
  ///
  /// Chandrupatla, *A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear
  /// function without using derivatives*, Advances in Engineering Software 28 (1997). An end is
  /// returned when the function does not change sign between them.
  static func falling(
    from low: Double,
    to high: Double,
    tolerance: Double,
    _ function: (Double) -> Double
  ) -> Double {
    var bracket = Bracket(low: low, high: high, atLow: function(low), atHigh: function(high))
    guard bracket.atLow > 0 else { return low }
    guard bracket.atHigh < 0 else { return high }
    for _ in 0..<200 {
      let x = bracket.next(tolerance)
      bracket.take(x, function(x))
      if bracket.isNarrow(tolerance) { break }
    }
    return bracket.best
  }

  /// The last three points: `new` and `old` around the crossing, `older` the one given up.
  private struct Bracket {
    private var new: (x: Double, value: Double)
    private var old: (x: Double, value: Double)
    private var older: (x: Double, value: Double)?

    var atLow: Double { old.value }
    var atHigh: Double { new.value }

    init(low: Double, high: Double, atLow: Double, atHigh: Double) {
      old = (low, atLow)
      new = (high, atHigh)
    }

    /// The end nearer to the crossing.
    var best: Double { new.value.magnitude < old.value.magnitude ? new.x : old.x }

    func isNarrow(_ tolerance: Double) -> Bool {
      new.value == 0 || (new.x - old.x).magnitude <= 2 * margin(tolerance)
    }

    private func margin(_ tolerance: Double) -> Double { tolerance * max(1, best.magnitude) }

    /// A point by inverse quadratic interpolation where that is safe, else the middle.
    func next(_ tolerance: Double) -> Double {
      let width = (old.x - new.x).magnitude
      let least = width > 0 ? margin(tolerance) / width : 0.5
      let share = min(1 - least, max(least, interpolated ?? 0.5))
      return new.x + (least < 0.5 ? share : 0.5) * (old.x - new.x)
    }

    /// The share of the way from the newest to the older end, when the three points allow it.
    private var interpolated: Double? {
      guard let older, new.value.isFinite, old.value.isFinite, older.value.isFinite else {
        return nil
      }
      let place = (new.x - old.x) / (older.x - old.x)
      let rise = (new.value - old.value) / (older.value - old.value)
      guard rise * rise < place, (1 - rise) * (1 - rise) < 1 - place else { return nil }
      let first = new.value / (old.value - new.value) * (older.value / (old.value - older.value))
      let second = (older.x - new.x) / (old.x - new.x) * new.value / (older.value - new.value)
      return first + second * old.value / (older.value - old.value)
    }

    mutating func take(_ x: Double, _ value: Double) {
      if (value > 0) == (new.value > 0) {
        older = new
      } else {
        older = old
        old = new
      }
      new = (x, value)
    }
  }
}
