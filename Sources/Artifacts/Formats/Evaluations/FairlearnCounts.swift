// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The outcome counts in one row of a `MetricFrame`: as columns, or behind its rates.
///
/// Teams count with metric functions of their own, as Fairlearn has none for the four cells; its
/// `count` and `selection_rate` are the same number as counts as long as every digit is there.
struct FairlearnCounts {
  /// The counts.
  let counts: GroupCounts.Counts
  /// Whether they were worked out from rates.
  let isRecovered: Bool

  /// How far a product may lie from a whole number that it stands for.
  private static let tolerance = 1e-4

  /// The counts of a row; nil where neither cells nor rates give them.
  init?(_ row: ResultTable.Row) {
    var found: [String: Int] = [:]
    for column in row.cells.keys.sorted() {
      if let key = OutcomeCell.named(column), let count = row.cells[column]?.count {
        found[key] = count
      }
    }
    if let tp = found["tp"], let fp = found["fp"], let tn = found["tn"], let fn = found["fn"] {
      counts = .confusion(tp: tp, fp: fp, tn: tn, fn: fn)
      isRecovered = false
      return
    }
    guard let n = row.cells["count"]?.count, n > 0,
      let selected = Self.rate("selection_rate", row).flatMap({ Self.whole($0 * Double(n)) })
    else { return nil }
    counts = Self.confusion(row, n, selected) ?? .selection(selected: selected, n: n)
    isRecovered = true
  }

  private static func rate(_ name: String, _ row: ResultTable.Row) -> Double? {
    row.cells[name]?.leaf?.number.value.flatMap { (0...1).contains($0) ? $0 : nil }
  }

  static func whole(_ value: Double) -> Int? {
    let rounded = value.rounded()
    guard (value - rounded).magnitude <= tolerance, rounded <= 0x1p53 else { return nil }
    return Int(rounded)
  }

  /// All four cells from both rates of selection: of S selected, TPR of the P positives and FPR of the
  /// others, so that P = (S − FPR · n)/(TPR − FPR).
  private static func confusion(
    _ row: ResultTable.Row,
    _ n: Int,
    _ selected: Int
  ) -> GroupCounts.Counts? {
    guard
      let tpr = rate("true_positive_rate", row) ?? rate("tpr", row) ?? rate("recall", row),
      let fpr = rate("false_positive_rate", row) ?? rate("fpr", row), tpr != fpr,
      let positives = whole((Double(selected) - fpr * Double(n)) / (tpr - fpr)),
      (0...n).contains(positives), let tp = whole(tpr * Double(positives)),
      let fp = whole(fpr * Double(n - positives)), tp + fp == selected
    else { return nil }
    return .confusion(tp: tp, fp: fp, tn: n - positives - fp, fn: positives - tp)
  }
}

extension Measurement {
  /// The normal quantile of a two-sided 95 % interval.
  private static let z = 1.959963984540054

  /// Takes a share of `n` cases for the counts behind it, where it is one of whole cases.
  mutating func recover(of n: Int) {
    guard let value, (0...1).contains(value), n > 0,
      let part = FairlearnCounts.whole(value * Double(n))
    else { return }
    count(part, of: n)
  }

  /// Takes `part` of `total` cases for what the share counts, with the interval of Wilson (1927), "Probable
  /// inference, the law of succession, and statistical inference", JASA 22.
  mutating func count(_ part: Int, of total: Int) {
    (n, numerator, denominator) = (total, part, total)
    let (size, square) = (Double(total), Self.z * Self.z)
    let share = Double(part) / size
    let centre = (share + square / (2 * size)) / (1 + square / size)
    let margin =
      Self.z / (1 + square / size)
      * (share * (1 - share) / size + square / (4 * size * size)).squareRoot()
    uncertainty = Uncertainty(
      lower: part == 0 ? 0 : centre - margin,
      upper: part == total ? 1 : centre + margin,
      level: 0.95,
      method: .wilson
    )
  }
}
