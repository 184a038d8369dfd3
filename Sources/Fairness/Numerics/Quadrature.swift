// SPDX-License-Identifier: Apache-2.0

/// Numerical integration of smooth functions.
enum Quadrature {
  /// The ten-point Gauss–Legendre rule on each of `panels` equal parts of the interval.
  ///
  /// Nodes and weights: Abramowitz & Stegun, table 25.4.
  static func integral(
    from lower: Double,
    to upper: Double,
    panels: Int,
    of function: (Double) -> Double
  ) -> Double {
    let half = (upper - lower) / Double(2 * panels)
    var sum = 0.0
    for panel in 0..<panels {
      let centre = lower + half * Double(2 * panel + 1)
      for (node, weight) in rule {
        sum += weight * (function(centre - half * node) + function(centre + half * node))
      }
    }
    return sum * half
  }

  /// The places and weights of that rule, for sums whose common factors are known beforehand.
  static func points(
    from lower: Double,
    to upper: Double,
    panels: Int
  ) -> [(place: Double, weight: Double)] {
    let half = (upper - lower) / Double(2 * panels)
    return (0..<panels).flatMap { panel in
      let centre = lower + half * Double(2 * panel + 1)
      return rule.flatMap { node, weight in
        [-node, node].map { (centre + half * $0, weight * half) }
      }
    }
  }

  private static let rule: [(node: Double, weight: Double)] = [
    (0.148874338981631210884826, 0.295524224714752870173815),
    (0.433395394129247190799265, 0.269266719309996355091226),
    (0.679409568299024406234327, 0.219086362515982043995534),
    (0.865063366688984510732096, 0.149451349150580593145863),
    (0.973906528517171720077964, 0.066671344308688137593568),
  ]
}
