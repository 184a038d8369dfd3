// SPDX-License-Identifier: Apache-2.0

/// How well a published table hides people, seen from its quasi-identifiers.
package struct Anonymity: Hashable, Sendable {
  /// The size of the smallest class of rows with equal quasi-identifiers (Sweeney 2002).
  package let k: Int
  /// The smallest number of distinct sensitive values in a class (l-diversity).
  package let distinctL: Int
  /// The largest distance between a class's sensitive values and those of the whole table, every
  /// two values equally far apart (Li, Li & Venkatasubramanian 2007).
  package let t: Double
  /// The same distance with values ordered and equally spaced; nil unless an order was given.
  package let orderedT: Double?

  /// Measures a table.
  ///
  /// - Parameters:
  ///   - quasiIdentifiers: one list of values for each row.
  ///   - sensitive: one value for each row.
  ///   - order: the sensitive values in ascending order, when they have one.
  ///
  /// - Throws: ``FairnessError`` for an empty table, lists of different lengths and values that
  ///   are missing from the order.
  package init(
    quasiIdentifiers: [[String]],
    sensitive: [String],
    order: [String]? = nil
  ) throws(FairnessError) {
    guard !sensitive.isEmpty else { throw .noGroups }
    guard quasiIdentifiers.count == sensitive.count else { throw .unequalLengths("the table") }
    let values = order ?? Array(Set(sensitive)).sorted()
    var places: [String: Int] = [:]
    for (place, value) in values.enumerated() { places[value] = place }
    var whole = [Int](repeating: 0, count: values.count)
    var classes: [[String]: [Int: Int]] = [:]
    for (row, value) in zip(quasiIdentifiers, sensitive) {
      guard let place = places[value] else { throw .invalidSample("the order of values") }
      whole[place] += 1
      classes[row, default: [:]][place, default: 0] += 1
    }
    k = classes.values.reduce(Int.max) { min($0, $1.values.reduce(0, +)) }
    distinctL = classes.values.reduce(Int.max) { min($0, $1.count) }
    let shares = whole.map { Double($0) / Double(sensitive.count) }
    t = classes.values.reduce(0) { max($0, Self.categoricalDistance($1, shares)) }
    let steps = CumulatedShares(whole, of: sensitive.count)
    orderedT = order.map { _ in
      classes.values.reduce(0) { max($0, Self.orderedDistance($1, steps)) }
    }
  }

  /// Half the sum of absolute differences, visiting only the values of the class.
  private static func categoricalDistance(_ counts: [Int: Int], _ whole: [Double]) -> Double {
    let size = Double(counts.values.reduce(0, +))
    var (distance, seen) = (0.0, 0.0)
    for place in counts.keys.sorted() {
      distance += (Double(counts[place] ?? 0) / size - whole[place]).magnitude
      seen += whole[place]
    }
    return (distance + max(0, 1 - seen)) / 2
  }

  /// The earth mover's distance of equally spaced values: the mean gap between cumulated shares.
  ///
  /// Between two values of the class its cumulated share is constant, so each such stretch is
  /// summed at once and a class costs no more than its own values.
  private static func orderedDistance(_ counts: [Int: Int], _ steps: CumulatedShares) -> Double {
    guard steps.count > 1 else { return 0 }
    let size = counts.values.reduce(0, +)
    var (cumulated, start, distance) = (0, 0, 0.0)
    for place in counts.keys.sorted() {
      distance += steps.gap(to: Double(cumulated) / Double(size), from: start, below: place)
      cumulated += counts[place] ?? 0
      start = place
    }
    distance += steps.gap(to: 1, from: start, below: steps.count)
    return distance / Double(steps.count - 1)
  }
}

/// The cumulated shares of a table's sensitive values, with their running sums.
private struct CumulatedShares {
  private let cumulated: [Double]
  private let sums: [Double]

  var count: Int { cumulated.count }

  init(_ counts: [Int], of total: Int) {
    var seen = 0
    var running = 0.0
    var cumulated: [Double] = []
    var sums = [0.0]
    for count in counts {
      seen += count
      cumulated.append(Double(seen) / Double(total))
      running += Double(seen) / Double(total)
      sums.append(running)
    }
    self.cumulated = cumulated
    self.sums = sums
  }

  /// The sum of |level − share| over a range of places; the shares only rise.
  func gap(to level: Double, from start: Int, below end: Int) -> Double {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] < level { low = middle + 1 } else { high = middle }
    }
    let under = level * Double(low - start) - (sums[low] - sums[start])
    let over = (sums[end] - sums[low]) - level * Double(end - low)
    return max(0, under) + max(0, over)
  }
}
