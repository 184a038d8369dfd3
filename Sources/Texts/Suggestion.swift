// SPDX-License-Identifier: Apache-2.0

/// Finds what somebody probably meant.
package enum Suggestion {
  /// The candidate closest to a mistyped name, or nil when none is close.
  ///
  /// Close means at most a third of the name's length in edits (insertion, deletion, substitution
  /// and transposition of neighbours: optimal string alignment), and never more than three.
  package static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    let limit = min(3, max(1, wanted.count / 3))
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, scalars)
      guard distance <= limit, best.map({ (distance, candidate) < $0 }) ?? true else { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          previous[column] + (scalar == other ? 0 : 1),
          previous[column + 1] + 1,
          current[column] + 1
        )
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
