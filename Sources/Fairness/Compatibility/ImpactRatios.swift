// SPDX-License-Identifier: Apache-2.0

/// The impact ratios of New York City's Local Law 144 of 2021.
///
/// Administrative Code § 20-870 and 6 RCNY §§ 5-300, 5-301: a category's rate divided by the
/// highest rate. The law sets no threshold.
package enum ImpactRatios {
  /// Applicants and selections of one crossing of categories.
  package struct Cell: Hashable, Sendable {
    /// One category for each attribute, for example sex and race/ethnicity.
    package var categories: [String]
    /// The number of applicants.
    package var applicants: Int
    /// How many of them were selected.
    package var selected: Int

    /// A crossing with its counts.
    package init(_ categories: [String], applicants: Int, selected: Int) {
      self.categories = categories
      self.applicants = applicants
      self.selected = selected
    }
  }

  /// A share that is compared without rounding; 6 RCNY § 5-301(d) names 2 %.
  package struct Share: Hashable, Sendable {
    /// The share in hundredths.
    package var percent: Int

    /// The 2 % of the rule.
    package static let twoPercent = Share(percent: 2)

    /// A share of so many hundredths.
    package init(percent: Int) { self.percent = percent }
  }

  /// Tables for each attribute and, with more than one, for their crossings.
  ///
  /// `unknown` cases have no category: they are shown and not counted. Categories with a share
  /// below `minimumShare` keep their counts and rates but stay out of the ratios.
  package static func selection(
    attributes: [String],
    cells: [Cell],
    unknown: Int = 0,
    minimumShare: Share = .twoPercent
  ) throws(FairnessError) -> [ImpactRatioTable] {
    guard !cells.isEmpty, !attributes.isEmpty else { throw .noGroups }
    guard unknown >= 0 else { throw .negativeCount(group: "unknown", count: "\(unknown)") }
    for cell in cells where cell.categories.count != attributes.count {
      throw .unequalLengths("the categories of \(cell.categories.joined(separator: "|"))")
    }
    var tables: [ImpactRatioTable] = []
    for (place, attribute) in attributes.enumerated() {
      let merged = try merge(cells) { $0.categories[place] }
      tables.append(ImpactRatioTable(attribute, merged, unknown, minimumShare))
    }
    if attributes.count > 1 {
      let merged = try merge(cells) { $0.categories.joined(separator: "|") }
      tables.append(ImpactRatioTable("intersectional", merged, unknown, minimumShare))
    }
    return tables
  }

  /// The table of scoring rates: the share of each category strictly above the sample median.
  ///
  /// The median of an even sample is the mean of its two middle scores; a score equal to the
  /// median is not above it.
  package static func scoring(
    attribute: String,
    scores: [(category: String, scores: [Double])],
    minimumShare: Share? = nil
  ) throws(FairnessError) -> (median: Double, table: ImpactRatioTable) {
    for entry in scores where !entry.scores.allSatisfy(\.isFinite) {
      throw .invalidSample("the scores of \(entry.category)")
    }
    guard let median = median(of: scores.flatMap(\.scores)) else { throw .noGroups }
    let cells = scores.map { entry in
      Cell(
        [entry.category],
        applicants: entry.scores.count,
        selected: entry.scores.count { $0 > median }
      )
    }
    let merged = try merge(cells) { $0.categories[0] }
    return (median, ImpactRatioTable(attribute, merged, 0, minimumShare))
  }

  /// The score in the middle, or the mean of the middle two; nil without scores.
  package static func median(of scores: [Double]) -> Double? {
    guard !scores.isEmpty else { return nil }
    let sorted = scores.sorted()
    let upper = sorted[sorted.count / 2]
    return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper) / 2
  }

  private static func merge(
    _ cells: [Cell],
    by name: (Cell) -> String
  ) throws(FairnessError) -> [(name: String, counts: Proportion)] {
    var sums: [String: (applicants: Int, selected: Int)] = [:]
    var total = 0
    for cell in cells {
      let category = name(cell)
      try GroupOutcome(category, .selection(n: cell.applicants, selected: cell.selected)).validate()
      guard let sum = GroupOutcome.sum([total, cell.applicants]) else {
        throw .overflowingCounts(group: category)
      }
      total = sum
      let old = sums[category] ?? (0, 0)
      sums[category] = (old.applicants + cell.applicants, old.selected + cell.selected)
    }
    return sums.keys.sorted().map { category in
      let sum = sums[category] ?? (0, 0)
      return (category, Proportion(validated: sum.selected, of: sum.applicants))
    }
  }
}
