// SPDX-License-Identifier: Apache-2.0

/// Groups that cross several attributes, each a list with one value per attribute.
package enum Crossing {
  /// The largest number of combinations that is enumerated.
  static let combinationLimit = 100_000

  /// The combinations of the values in use that no group covers, in sorted order.
  ///
  /// An empty crossing never fails a metric, so it must be named. Empty for a single attribute, and
  /// when there are more than 100,000 combinations.
  ///
  /// - Parameters:
  ///   - groups: The groups of the crossing.
  ///   - alone: For each attribute the values that are counted by themselves: whoever leaves out all
  ///     crossings of a value has not made it go away.
  /// - Returns: The combinations, each with one value per attribute.
  package static func absent(
    from groups: [[String]],
    besides alone: [[String]] = []
  ) -> [[String]] {
    guard let width = groups.first?.count, width > 1, groups.allSatisfy({ $0.count == width })
    else { return [] }
    let present = Set(groups)
    let values = (0..<width).map { place in
      Set(groups.map { $0[place] } + (place < alone.count ? alone[place] : [])).sorted()
    }
    var combinations: [[String]] = [[]]
    for choices in values {
      guard combinations.count * choices.count <= combinationLimit else { return [] }
      combinations = combinations.flatMap { start in choices.map { start + [$0] } }
    }
    return combinations.filter { !present.contains($0) }
  }
}
