// SPDX-License-Identifier: Apache-2.0

/// One table of impact ratios.
package struct ImpactRatioTable: Hashable, Sendable {
  /// One category of a table.
  package struct Row: Hashable, Sendable {
    /// One category for each attribute of the table.
    package let categories: [String]
    /// Applicants and selections.
    package let counts: Proportion
    /// The category's share of all applicants with a known category.
    package let share: Double
    /// Whether the category is too small to take part in the ratios.
    package let isExcluded: Bool
    /// The rate divided by the highest rate of the categories kept; nil when undefined.
    package let impactRatio: Double?
    /// The rate divided by the highest rate of all categories; nil when undefined.
    ///
    /// When a small category holds the highest rate, leaving it out raises every other ratio.
    package let impactRatioAmongAll: Double?
    /// Why there is no ratio.
    package let reason: UndefinedReason?

    /// The selection or scoring rate; nil without applicants.
    package var rate: Double? { counts.value }
  }

  /// The attributes that the categories belong to: one, or those of a crossing.
  package let attributes: [String]
  /// The categories in sorted order.
  package let rows: [Row]
  /// Applicants without a known category.
  package let unknown: Int

  /// The smallest ratio of the categories kept; nil when there is none.
  package var minimumImpactRatio: Double? { rows.compactMap(\.impactRatio).min() }

  init(
    _ attributes: [String],
    _ categories: [(names: [String], counts: Proportion)],
    _ unknown: Int,
    _ minimum: ImpactRatios.Share?
  ) {
    let total = categories.reduce(0) { $0 + $1.counts.trials }
    let excluded = categories.map { Self.isBelow(minimum, $0.counts.trials, of: total) }
    let best = zip(categories, excluded).lazy.filter { !$0.1 }.compactMap { $0.0.counts.value }
      .max()
    let bestOfAll = categories.lazy.compactMap { $0.counts.value }.max()
    rows = zip(categories, excluded).map { category, isExcluded in
      Row(
        categories: category.names,
        counts: category.counts,
        share: total > 0 ? Double(category.counts.trials) / Double(total) : 0,
        isExcluded: isExcluded,
        impactRatio: isExcluded ? nil : Self.ratio(category.counts, best),
        impactRatioAmongAll: Self.ratio(category.counts, bestOfAll),
        reason: Self.reason(category.counts, isExcluded, best)
      )
    }
    self.attributes = attributes
    self.unknown = unknown
  }

  /// Whether the share is below so many hundredths, decided in integers.
  private static func isBelow(_ minimum: ImpactRatios.Share?, _ count: Int, of total: Int) -> Bool {
    guard let percent = minimum?.percent, percent > 0 else { return false }
    return UInt128(count) * 100 < UInt128(total) * UInt128(percent)
  }

  private static func ratio(_ counts: Proportion, _ best: Double?) -> Double? {
    guard let rate = counts.value, let best, best > 0 else { return nil }
    return rate / best
  }

  private static func reason(
    _ counts: Proportion,
    _ isExcluded: Bool,
    _ best: Double?
  ) -> UndefinedReason? {
    if counts.trials == 0 { return .emptyGroup }
    if isExcluded { return .tooFewCases }
    return (best ?? 0) > 0 ? nil : .nobodySelected
  }
}
