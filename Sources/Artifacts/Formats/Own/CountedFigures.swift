// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel
internal import Texts

extension Artifact {
  /// Keeps where a figure of a group, or the cases behind it, are not those of the counts of that group.
  ///
  /// Groups are compared by the counts and people read the figure: both are statements of one file, and
  /// one of them is wrong.
  mutating func checkFigures() {
    checkCrossings()
    let counted = Dictionary(groups.map { ($0.slice, $0.counts) }) { first, _ in first }
    guard !counted.isEmpty else { return }
    for figure in measurements where figure.kind == .level && figure.reference.isEmpty {
      guard let counts = counted[figure.slice], let share = CountedShare(figure.metric, of: counts)
      else { continue }
      let name = Excerpt.line(figure.metric)
      if let n = figure.n, n != share.cases {
        addIssue(
          "contradicts-counts",
          .error,
          "'\(name)' is of \(n) cases, and the counts of the same group have \(share.cases)",
          at: figure.source
        )
      } else if let value = figure.value, !share.rounds(to: value, as: figure.raw, in: figure.unit)
      {
        addIssue(
          "contradicts-counts",
          .error,
          "'\(name)' is \(Excerpt.line(figure.raw)), and the counts of the same group give "
            + "\(share.hits) of \(share.cases)",
          at: figure.source
        )
      }
    }
  }
}

extension Artifact {
  /// Keeps where a crossing counts people under a value that its attribute alone does not count: whoever was
  /// there before is compared with nobody any more.
  private mutating func checkCrossings() {
    let alone = Dictionary(grouping: groups.filter { $0.slice.count == 1 }.map { $0.slice[0] }) {
      $0.attribute
    }
    for group in groups where group.slice.count > 1 {
      for pair in group.slice {
        let unknown = (unknownValues[pair.attribute] ?? []) + (unknownValues[""] ?? [])
        guard let known = alone[pair.attribute], known.count > 1, !known.contains(pair),
          !unknown.contains(pair.group)
        else { continue }
        addIssue(
          "crossing-of-unknown-group",
          .error,
          "'\(Excerpt.line(pair.group))' of '\(Excerpt.line(pair.attribute))' is counted in a crossing, and not alone",
          at: group.source
        )
      }
    }
  }
}

/// A share that the counts of a group have under the name of a metric.
private struct CountedShare {
  let hits: Int
  let cases: Int

  /// The share; nil for a metric that does not follow from the counts.
  init?(_ metric: String, of counts: GroupCounts.Counts) {
    switch counts {
    case .selection(let selected, let n):
      guard Self.selections.contains(metric) else { return nil }
      self.init(selected, beside: n - selected)
    case .confusion(let tp, let fp, let tn, let fn):
      switch metric {
      case "accuracy", "acc": self.init(tp, tn, beside: fp, fn)
      case "error_rate": self.init(fp, fn, beside: tp, tn)
      case "recall", "sensitivity", "tpr", "true_positive_rate": self.init(tp, beside: fn)
      case "precision", "ppv": self.init(tp, beside: fp)
      case "specificity", "tnr", "true_negative_rate": self.init(tn, beside: fp)
      case "fpr", "false_positive_rate": self.init(fp, beside: tn)
      case "fnr", "false_negative_rate": self.init(fn, beside: tp)
      case "npv": self.init(tn, beside: fn)
      case _ where Self.selections.contains(metric): self.init(tp, fp, beside: tn, fn)
      default: return nil
      }
    }
  }

  /// Nil where the sum is no number of cases.
  private init?(_ first: Int, _ second: Int = 0, beside third: Int, _ fourth: Int = 0) {
    let all = [first, second, third, fourth]
    guard all.allSatisfy({ $0 <= Int(Int32.max) }) else { return nil }
    (hits, cases) = (first + second, all.reduce(0, +))
  }

  private static let selections: Set<String> = [
    "selection_rate", "approval_rate", "acceptance_rate",
  ]
  /// A share that is written with two digits is off by half of the last one.
  private static let tolerance = 0.006

  /// Whether a value is the share as somebody rounds it, or cuts it off, at the digits shown; without a unit it
  /// may be one in percent.
  func rounds(to value: Double, as raw: String, in unit: Measurement.Unit) -> Bool {
    guard cases > 0 else { return true }
    let share = Double(hits) / Double(cases)
    let isPercent = unit == .percent || unit == .unknown && value > 1
    let digits = raw.split(separator: ".").dropFirst().first?.prefix { $0.isNumber }.count ?? 0
    let last = (0..<min(digits + (isPercent ? 2 : 0), 9)).reduce(1.0) { step, _ in step / 10 }
    return abs((isPercent ? value / 100 : value) - share) <= min(Self.tolerance, 1.001 * last)
  }
}
