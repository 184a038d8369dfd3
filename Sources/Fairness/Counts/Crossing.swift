// SPDX-License-Identifier: Apache-2.0

/// Groups that cross several attributes, named by their values joined with `|`.
package enum Crossing {
  /// The largest number of combinations that is enumerated.
  static let combinationLimit = 100_000

  /// The combinations of the values in use that no group covers, in sorted order.
  ///
  /// An empty crossing never fails a metric, so it must be named. Empty when the names have
  /// different numbers of parts or only one, and when there are more than 100,000 combinations.
  package static func absent(from groups: [String]) -> [String] {
    let parts = groups.map { $0.split(separator: "|", omittingEmptySubsequences: false) }
    guard let width = parts.first?.count, width > 1, parts.allSatisfy({ $0.count == width })
    else { return [] }
    let present = Set(groups)
    let values = (0..<width).map { place in Set(parts.map { $0[place] }).sorted() }
    var combinations = [""]
    for (place, choices) in values.enumerated() {
      guard combinations.count * choices.count <= combinationLimit else { return [] }
      combinations = combinations.flatMap { start in
        choices.map { place == 0 ? String($0) : "\(start)|\($0)" }
      }
    }
    return combinations.filter { !present.contains($0) }
  }
}
