// SPDX-License-Identifier: Apache-2.0

/// The score statistic of a difference of two rates and the interval that inverts it.
///
/// Miettinen & Nurminen 1985; the constrained rates solve a cubic in the closed form of
/// Farrington & Manning 1990, polished by Newton's method.
struct ScoreOfDifference {
  let pair: TwoProportions

  init(_ pair: TwoProportions) { self.pair = pair }

  /// The statistic for the hypothesis that the difference is `delta`; it falls as `delta` grows.
  func statistic(_ delta: Double) -> Double {
    let (n1, n2) = (pair.n1, pair.n2)
    let p1 = constrainedFirst(delta)
    let p2 = min(1, max(0, p1 - delta))
    let factor = (n1 + n2) / max(1, n1 + n2 - 1)
    let variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * factor
    let gap = pair.x1 / n1 - pair.x2 / n2 - delta
    guard variance > 0 else { return gap == 0 ? 0 : (gap > 0 ? .infinity : -.infinity) }
    return gap / variance.squareRoot()
  }

  /// Both ends, each found by bracketing between the estimate and ±1.
  func interval(z: Double) -> (lower: Double, upper: Double) {
    let estimate = pair.x1 / pair.n1 - pair.x2 / pair.n2
    let lower = RootFinding.falling(from: -1, to: estimate, tolerance: 1e-15) { delta in
      statistic(delta) - z
    }
    let upper = RootFinding.falling(from: estimate, to: 1, tolerance: 1e-15) { delta in
      statistic(delta) + z
    }
    return (lower, upper)
  }

  /// The most likely first rate when the difference is `delta`.
  private func constrainedFirst(_ delta: Double) -> Double {
    let (p1, p2, ratio) = (pair.x1 / pair.n1, pair.x2 / pair.n2, pair.n2 / pair.n1)
    let a = 1 + ratio
    let b = -(1 + ratio + p1 + ratio * p2 + delta * (ratio + 2))
    let c = delta * delta + delta * (2 * p1 + ratio + 1) + p1 + ratio * p2
    let d = -p1 * delta * (1 + delta)
    let third = b / (3 * a)
    let v = third * third * third - b * c / (6 * a * a) + d / (2 * a)
    let size = max(0, third * third - c / (3 * a)).squareRoot()
    let u = v < 0 ? -size : size
    let cosine = u == 0 ? 1 : min(1, max(-1, v / (u * u * u)))
    var p = 2 * u * middleCubicRoot(cosine) - third
    for _ in 0..<3 {
      let slope = (3 * a * p + 2 * b) * p + c
      guard slope != 0 else { break }
      let next = p - (((a * p + b) * p + c) * p + d) / slope
      guard (next - p).magnitude < 1e-6 else { break }
      p = next
    }
    return min(min(1, 1 + delta), max(max(0, delta), p))
  }
}
