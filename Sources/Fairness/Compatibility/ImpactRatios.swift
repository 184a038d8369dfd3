// SPDX-License-Identifier: Apache-2.0

/// The impact ratios of New York City's Local Law 144 of 2021.
///
/// Administrative Code § 20-870 and 6 RCNY §§ 5-300, 5-301: a category's rate divided by the
/// highest rate. The law sets no threshold.
package enum ImpactRatios {
  /// Applicants and selections of one crossing of categories.
  package struct Cell: Hashable, Sendable {
    /// One category for each attribute, for example sex and race/ethnicity; nil where it is unknown.
    package var categories: [String?]
    /// The number of applicants.
    package var applicants: Int
    /// How many of them were selected.
    package var selected: Int

    /// A crossing with its counts.
    package init(_ categories: [String?], applicants: Int, selected: Int) {
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
  /// `unknown` cases have no category of any attribute: they are shown and not counted, as those of a cell
  /// are in each table of an attribute that is unknown in it. Categories with a share below `minimumShare`
  /// keep their counts and rates but stay out of the ratios.
  package static func selection(
    attributes: [String],
    cells: [Cell],
    unknown: Int = 0,
    minimumShare: Share? = .twoPercent
  ) throws(FairnessError) -> [ImpactRatioTable] {
    guard !cells.isEmpty, !attributes.isEmpty else { throw .noGroups }
    guard unknown >= 0 else { throw .negativeCount(group: "unknown", count: "\(unknown)") }
    for cell in cells where cell.categories.count != attributes.count {
      throw .unequalLengths("the categories of \(label(cell.categories))")
    }
    let whole = Array(attributes.indices)
    let columns = whole.map { [$0] } + (whole.count > 1 ? [whole] : [])
    var tables: [ImpactRatioTable] = []
    for columns in columns {
      let merged = try merge(cells, columns)
      tables.append(
        ImpactRatioTable(
          columns.map { attributes[$0] },
          merged.categories,
          try sum([unknown, merged.unknown], "unknown"),
          minimumShare
        )
      )
    }
    return tables
  }

  /// The tables of scoring rates: the share of each category strictly above the sample median.
  ///
  /// The sample is everybody, also those of unknown category (6 RCNY § 5-300, "scoring rate"). A score equal
  /// to the median is not above it.
  ///
  /// - Parameters:
  ///   - attributes: The names of the attributes.
  ///   - people: For each person one category for each attribute, nil where it is unknown, and the score.
  ///   - minimumShare: The share below which a category stays out of the ratios; nil where all are in.
  /// - Returns: The score in the middle, the mean of the middle two where the number is even, and the tables
  ///   as `selection` makes them.
  /// - Throws: When there is nobody, a score is not finite, or a person has other attributes.
  package static func scoring(
    attributes: [String],
    people: [(categories: [String?], score: Double)],
    minimumShare: Share? = .twoPercent
  ) throws(FairnessError) -> (median: Double, tables: [ImpactRatioTable]) {
    if let person = people.first(where: { !$0.score.isFinite }) {
      throw .invalidSample("the scores of \(label(person.categories))")
    }
    guard let median = median(of: people.map(\.score)) else { throw .noGroups }
    let cells = people.map {
      Cell($0.categories, applicants: 1, selected: $0.score > median ? 1 : 0)
    }
    return (
      median, try selection(attributes: attributes, cells: cells, minimumShare: minimumShare)
    )
  }

  private static func median(of scores: [Double]) -> Double? {
    guard !scores.isEmpty else { return nil }
    let sorted = scores.sorted()
    let upper = sorted[sorted.count / 2]
    return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper) / 2
  }

  /// The counts of the categories of some attributes, in sorted order, and those of whom one is unknown.
  private static func merge(
    _ cells: [Cell],
    _ columns: [Int]
  ) throws(FairnessError) -> (categories: [(names: [String], counts: Proportion)], unknown: Int) {
    var sums: [[String]: (applicants: Int, selected: Int)] = [:]
    var (total, unknown) = (0, 0)
    for cell in cells {
      let named = label(cell.categories)
      try GroupOutcome(named, .selection(n: cell.applicants, selected: cell.selected)).validate()
      let names = columns.compactMap { cell.categories[$0] }
      guard names.count == columns.count else {
        unknown = try sum([unknown, cell.applicants], named)
        continue
      }
      total = try sum([total, cell.applicants], named)
      let old = sums[names] ?? (0, 0)
      sums[names] = (old.applicants + cell.applicants, old.selected + cell.selected)
    }
    let names = sums.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let categories = names.map { names in
      let sum = sums[names] ?? (0, 0)
      return (names, Proportion(validated: sum.selected, of: sum.applicants))
    }
    return (categories, unknown)
  }

  private static func sum(_ counts: [Int], _ category: String) throws(FairnessError) -> Int {
    guard let sum = GroupOutcome.sum(counts) else { throw .overflowingCounts(group: category) }
    return sum
  }

  private static func label(_ categories: [String?]) -> String {
    categories.map { $0 ?? "unknown" }.joined(separator: ", ")
  }
}
