// SPDX-License-Identifier: Apache-2.0

extension Compatibility {
  /// The largest number of rows whose neighbours are searched.
  package static let consistencyRowLimit = 2000

  /// AIF360's `consistency`: how alike the labels of nearest neighbours are.
  ///
  /// Zemel et al., *Learning Fair Representations*, ICML 2013. Euclidean distance over all features, the protected one included; a row is its own first
  /// neighbour. Nil when lengths differ, a value is not finite, there are fewer rows than
  /// neighbours or more than ``consistencyRowLimit``.
  package static func consistency(
    features: [[Double]],
    labels: [Double],
    neighbours: Int = 5
  ) -> Double? {
    guard let width = features.first?.count, features.count == labels.count,
      features.allSatisfy({ $0.count == width && $0.allSatisfy(\.isFinite) }),
      labels.allSatisfy(\.isFinite), neighbours > 0, neighbours <= features.count,
      features.count <= consistencyRowLimit
    else { return nil }
    let gaps = features.indices.map { row in
      let near = nearest(to: row, neighbours, features)
      let mean = near.reduce(0) { $0 + labels[$1] } / Double(neighbours)
      return (labels[row] - mean).magnitude
    }
    return 1 - gaps.reduce(0, +) / Double(gaps.count)
  }

  private static func nearest(to row: Int, _ count: Int, _ features: [[Double]]) -> [Int] {
    let distances = features.map { other in
      zip(features[row], other).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let order = features.indices.sorted { a, b in
      (distances[a], a == row ? 0 : 1, a) < (distances[b], b == row ? 0 : 1, b)
    }
    return Array(order.prefix(count))
  }
}
