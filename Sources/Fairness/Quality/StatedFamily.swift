// SPDX-License-Identifier: Apache-2.0

/// The values that somebody states of the groups of one attribute, complete or not.
package struct StatedFamily: Sendable {
  /// A group with its value, or with why it has none that can be used.
  package typealias Member = (group: String, value: Result<StatedValue, StatedFlaw>)

  private let values: [StatedValue]
  private let missing: String?
  private let repeated: String?
  private let flawed: (group: String, flaw: StatedFlaw)?

  /// The values of some groups.
  ///
  /// - Parameters:
  ///   - members: What is stated.
  ///   - expected: The groups that are declared or counted, of which something must be stated.
  package init(_ members: [Member], expected: [String]) {
    var seen: Set<String> = []
    repeated = members.first { !seen.insert($0.group).inserted }?.group
    missing = expected.sorted().first { !seen.contains($0) }
    flawed =
      members.lazy.compactMap { member in
        if case .failure(let flaw) = member.value { (member.group, flaw) } else { nil }
      }.first
    values = members.compactMap { member in
      if case .success(let value) = member.value { value } else { nil }
    }
  }

  /// The widest gap between all groups.
  ///
  /// - Returns: Nil where it is not known, for the reason that ``obstacle`` says.
  /// - Throws: ``FairnessError`` for a level outside (0, 1).
  package func gap(
    _ comparison: StatedGap.Comparison,
    limit: Double,
    level: Double
  ) throws(FairnessError) -> StatedGap? {
    guard missing == nil, repeated == nil, flawed == nil else { return nil }
    return try StatedGap(values, comparison, limit: limit, level: level)
  }

  /// Why there is no gap to judge, as a clause.
  package var obstacle: String {
    if let missing { return "nothing is stated of \(missing)" }
    if let repeated { return "two values are stated of \(repeated)" }
    if let flawed { return "of \(flawed.group) \(flawed.flaw.words)" }
    return values.count < 2
      ? "a single group has nothing to be compared with" : "a ratio takes values above zero"
  }
}
