// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// What the names beside a mean say: `{"mean": 0.87, "std": 0.03, "min": 0.83}` is one metric of several
/// runs, and `{"value": 0.87, "ci_lower": 0.85, "ci_upper": 0.89}` one with its bounds.
struct RunStatistics {
  /// What one name says about the values of a metric.
  private enum Part: Equatable {
    case value
    case deviation
    case standardError
    case lower
    case upper
    case interval(level: Double?)
    case count
    /// The confidence level of the bounds.
    case level
    /// Another number of the same metric, such as its median or smallest value.
    case further

    init?(_ key: String) {
      let words = FoldedText.words(key)
      if RunStatistics.values.contains(words) {
        self = .value
      } else if RunStatistics.errors.contains(words) {
        self = .standardError
      } else if RunStatistics.deviations.contains(words) {
        self = .deviation
      } else if RunStatistics.levels.contains(words) {
        self = .level
      } else if RunStatistics.isFurther(words, key) {
        self = .further
      } else {
        switch MetricColumn(heading: key) {
        case .extreme("sd"): self = .deviation
        case .extreme: self = .further
        case .lower: self = .lower
        case .upper: self = .upper
        case .interval(let level): self = .interval(level: level)
        case .count: self = .count
        default: return nil
        }
      }
    }
  }

  /// The number that stands for all.
  private(set) var value: NodeCursor
  private(set) var uncertainty: Uncertainty?
  /// What has a name of its own beside it.
  private(set) var further: [(key: String, value: NodeCursor)] = []

  /// What a map says; nil where it has no value with something beside it, or numbers of another kind.
  init?(_ members: [(key: String, value: NodeCursor)]) {
    guard let first = members.first(where: { Self.values.contains(FoldedText.words($0.key)) }),
      first.value.node.double != nil
    else { return nil }
    value = first.value
    var bounds = Uncertainty()
    var isAlone = true
    for (key, member) in members where key != first.key {
      let numbers = member.node.isList ? member.elements.compactMap(\.node.double) : []
      let number = member.node.double
      guard number != nil || numbers.count == 2 else { continue }
      guard let part = Part(key) else { return nil }
      isAlone = false
      switch part {
      case .deviation:
        // A spread of runs is no interval of any level, as behind `±` in a text.
        guard let mean = value.node.double, let number, bounds.lower == nil else { continue }
        (bounds.lower, bounds.upper) = (mean - number, mean + number)
      case .standardError: bounds.standardError = number
      case .lower: bounds.lower = number
      case .upper: bounds.upper = number
      case .interval(let level):
        guard numbers.count == 2 else { return nil }
        (bounds.lower, bounds.upper, bounds.level) = (numbers[0], numbers[1], level)
      case .level: bounds.level = number.map { $0 > 1 ? $0 / 100 : $0 }
      case .count: break
      case .further, .value: if number != nil { further.append((key, member)) }
      }
    }
    if isAlone { return nil }
    if bounds != Uncertainty() { uncertainty = bounds }
  }

  /// Whether all of some labels describe how values are spread, so that none is a group.
  static func describe(_ labels: [String]) -> Bool {
    !labels.isEmpty
      && labels.allSatisfy { isSpread($0) || values.contains(FoldedText.words($0)) }
  }

  /// Whether a label says how values are spread, and not what they are on average.
  static func isSpread(_ label: String) -> Bool {
    let words = FoldedText.words(label)
    return isQuantile(label) || isFurther(words, label) || spreads.contains(words)
      || errors.contains(words)
  }

  /// What a word of spread may mean of some values: the deviation and its like with either divisor; none for
  /// other words.
  static func spreads(of values: [Double], as label: String) -> [Double] {
    let words = FoldedText.words(label)
    guard let least = values.min(), let most = values.max() else { return [] }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let variances = [squares / n, squares / max(1, n - 1)]
    switch words {
    case "count": return [n]
    case "min", "minimum": return [least]
    case "max", "maximum": return [most]
    case "range": return [most - least]
    case "var", "variance": return variances
    case _ where deviations.contains(words): return variances.map { $0.squareRoot() }
    case _ where errors.contains(words): return variances.map { ($0 / n).squareRoot() }
    default: break
    }
    let percent = NumberText.double(label.filter { $0 != "%" && $0 != "p" })
    let share = words == "median" ? 0.5 : percent.map { isQuantile(label) ? $0 : $0 / 100 }
    guard let share, (0...1).contains(share) else { return [] }
    let sorted = values.sorted()
    let place = share * (n - 1)
    let (below, above) = (sorted[Int(place)], sorted[Int(place.rounded(.up))])
    return [below + (above - below) * (place - place.rounded(.down))]
  }

  /// A share below which a part of the values lies; no group has decimals for a name.
  static func isQuantile(_ label: String) -> Bool {
    guard label.contains("."), let share = NumberText.double(label) else { return false }
    return 0 < share && share < 1
  }

  /// Whether some keys are the quantiles of an interval, as `0.025` and `0.975`, and no thresholds.
  static func areBounds(_ keys: [String]) -> Bool {
    let shares = keys.compactMap { isQuantile($0) ? NumberText.double($0) : nil }
    guard shares.count == keys.count, shares.count < 4, let low = shares.min(),
      let high = shares.max()
    else { return false }
    return low <= 0.1 && (low + high - 1).magnitude < 1e-9
  }

  /// `p95`, `25%`, `median`.
  private static func isFurther(_ words: String, _ key: String) -> Bool {
    if words == "median" || words == "range" { return true }
    let digits = key.last == "%" ? key.dropLast() : key.first == "p" ? key.dropFirst() : ""
    return !digits.isEmpty && digits.utf8.allSatisfy { ASCII.isDigit($0) || $0 == 0x2E }
  }

  private static let values: Set<String> = [
    "mean", "value", "average", "avg", "estimate", "point estimate",
  ]
  private static let errors: Set<String> = [
    "se", "sem", "stderr", "std err", "standard error", "std error",
  ]
  private static let levels: Set<String> = [
    "level", "ci level", "confidence", "confidence level",
  ]
  private static let deviations: Set<String> = [
    "sd", "std", "stdev", "stddev", "std dev", "std deviation", "standard deviation",
  ]
  private static let spreads = deviations.union([
    "var", "variance", "range", "min", "max", "minimum", "maximum", "count",
  ])
}
