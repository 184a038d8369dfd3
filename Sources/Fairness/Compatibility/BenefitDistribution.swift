// SPDX-License-Identifier: Apache-2.0

/// Benefits b = ŷ − y + 1 in a population.
///
/// That is 1 for right decisions, 2 for false positives and 0 for false negatives: Speicher et
/// al., *A Unified Approach to Quantifying Algorithmic Unfairness*, KDD 2018. Only counts are needed, so no individual data is.
struct BenefitDistribution {
  /// Each benefit with the number of people who have it.
  let cells: [(count: Double, benefit: Double)]

  /// One entry for each kind of decision.
  init(individualsOf table: ConfusionCells<Double>) {
    cells = [(table.tp + table.tn, 1), (table.fp, 2), (table.fn, 0)]
  }

  /// Every person gets the mean benefit of their group.
  init(groups: [ConfusionCells<Double>]) {
    cells = groups.filter { $0.total > 0 }.map { table in
      (table.total, (table.tp + table.tn + 2 * table.fp) / table.total)
    }
  }

  /// AIF360's definition, twice the usual square root: √(2 · entropy(2)).
  var coefficientOfVariation: Double { max(0, 2 * entropy(alpha: 2)).squareRoot() }

  /// The generalized entropy index as AIF360 0.6.1 computes it.
  ///
  /// At α = 0 its code divides by the mean once more than its documentation says.
  func entropy(alpha: Double) -> Double {
    let total = cells.reduce(0) { $0 + $1.count }
    let mean = cells.reduce(0) { $0 + $1.count * $1.benefit } / total
    func average(_ term: (Double) -> Double) -> Double {
      cells.reduce(0) { $1.count > 0 ? $0 + $1.count * term($1.benefit) : $0 } / total
    }
    switch alpha {
    case 0: return -average { log($0 / mean) } / mean
    case 1: return average { $0 == 0 ? ($0 / mean) : ($0 / mean) * log($0 / mean) }
    default: return average { pow($0 / mean, alpha) - 1 } / (alpha * (alpha - 1))
    }
  }
}
