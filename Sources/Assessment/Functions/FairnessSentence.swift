// SPDX-License-Identifier: Apache-2.0

package import Fairness
internal import Texts

/// One fairness metric told to somebody who signs for it: the people, the comparison, the range of
/// the truth, the limit, the verdict and what to do next.
///
/// `Of 1,334 cases of F 373 are selected (28 %), of 1,620 of M 648 (40 %). selection_rate_ratio is 0.699:
/// cases of F are selected 0.699 times as often as those of M; the truth lies between 0.631 and 0.776
/// (95 %). Limit 0.8: US guideline 29 CFR 1607.4(D), a custom here. Missed: the whole interval is beyond the
/// limit. Test set loans-2025, model 2.3.0, evaluation/test.json. Next: …`
package struct FairnessSentence {
  private let result: MetricResult
  private let groups: [AttributeAssessment.Group]
  private let failBy: FailRule
  private let note: String?
  private let origin: String?

  /// What small groups do not carry away, as information beside a verdict; nil where none is small.
  ///
  /// `Some groups are small. As information: people are 0.021 from the common rate 0.31 on average, and
  /// rates shrunk by what chance explains differ by 0.04 (A 0.29, B 0.33; ratio 0.879).`
  package static func moderation(
    of rate: Rate,
    in groups: [AttributeAssessment.Group]
  ) -> String? {
    guard ModeratedGap.isOfUse(for: groups), let gap = ModeratedGap(of: rate, in: groups) else {
      return nil
    }
    let ratio = gap.ratio.map { "; ratio \(PlainNumber.text($0))" } ?? ""
    return
      "Some groups are small. As information: people are \(PlainNumber.text(gap.sizeWeighted)) from the "
      + "common \(rate.rawValue) \(PlainNumber.text(gap.common)) on average, and rates shrunk by what "
      + "chance explains differ by \(PlainNumber.text(gap.difference)) (\(gap.lowest.group) "
      + "\(PlainNumber.text(gap.lowest.value)), \(gap.highest.group) "
      + "\(PlainNumber.text(gap.highest.value))\(ratio))."
  }

  /// What is said of groups whose names look alike, each pair once.
  package static func lookalikes(_ groups: [String]) -> [String] {
    var seen: [String: String] = [:]
    return groups.compactMap { group in
      let appearance = NormalText.appearance(of: group)
      guard let other = seen[appearance] else {
        seen[appearance] = group
        return nil
      }
      return other == group
        ? nil : "'\(other)' and '\(group)' are taken for two groups; merge them if they are one"
    }
  }

  /// A sentence about a metric of an attribute with these groups.
  ///
  /// - Parameters:
  ///   - result: The metric.
  ///   - groups: The groups.
  ///   - failBy: What it took to miss the limit.
  ///   - note: What is said beside the judgement.
  ///   - origin: Where the numbers are from.
  package init(
    _ result: MetricResult,
    _ groups: [AttributeAssessment.Group],
    failBy: FailRule,
    note: String? = nil,
    origin: String? = nil
  ) {
    self.note = note
    self.origin = origin
    self.result = result
    self.groups = groups
    self.failBy = failBy
  }

  /// The whole text.
  package var text: String {
    [people, setAside, comparison, limit, judgement, origin, note, flip, next]
      .compactMap(\.self).joined(separator: " ")
  }

  private var isRatio: Bool { result.name.hasSuffix("_ratio") }

  /// The rate and the groups that are compared: those shown, or those that decided; for a pass the
  /// groups with the extreme rates.
  private var pair: (rate: Rate, groups: GroupPair)? {
    if let decided = result.decidedBy { return (decided.rate, decided.groups) }
    let rates = GroupMetrics.rates(of: result.name)
    guard rates.count == 1, let rate = rates.first else { return nil }
    if let groups = result.groups { return (rate, groups) }
    let rated = groups.filter { $0.reason == nil }.compactMap { group in
      share(rate, group.group)?.value.map { (group: group.group, value: $0) }
    }.sorted { ($0.value, $0.group) < ($1.value, $1.group) }
    guard let low = rated.first, let high = rated.last, rated.count > 1 else { return nil }
    return (rate, isRatio ? GroupPair(low.group, high.group) : GroupPair(high.group, low.group))
  }

  private func share(_ rate: Rate, _ group: String) -> Proportion? {
    groups.first { $0.group == group }?.rates.first { $0.entry.rate == rate }?.entry.proportion
  }

  private var people: String? {
    guard let pair, let one = share(pair.rate, pair.groups.group),
      let other = share(pair.rate, pair.groups.comparator)
    else { return nil }
    return "Of \(Self.count(one.trials)) \(pair.rate.casesInWords) of \(pair.groups.group) "
      + "\(Self.count(one.successes)) \(pair.rate.verbInWords)\(Self.percent(one)), "
      + "of \(Self.count(other.trials)) of \(pair.groups.comparator) "
      + "\(Self.count(other.successes))\(Self.percent(other))."
  }

  /// The groups that take no part.
  private var setAside: String? {
    let left = groups.filter { $0.reason == .unknownValue || $0.reason == .belowMinimumShare }
      .map { "\($0.group) (\(Self.count($0.n ?? 0)))" }
    let missing = groups.filter { $0.reason == .missingGroup }.map(\.group)
    let sentences = [("Not compared", left), ("Named and not counted", missing)]
      .filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: ", "))." }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private static func percent(_ share: Proportion) -> String {
    share.value.map { " (\(PlainNumber.text(($0 * 1000).rounded() / 10)) %)" } ?? ""
  }

  /// Digits in groups of three.
  private static func count(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  private var comparison: String {
    guard let value = result.value else {
      let undefined = "\(result.name) is undefined (\(result.reason?.words ?? "no value"))"
      // Two groups that are counted miss the limit, whatever the others do.
      guard let decided = result.decidedBy, let own = decided.value else { return "\(undefined)." }
      return "\(told(decided, own)). Over all groups \(undefined)."
    }
    let whole = "\(result.name) is \(PlainNumber.text(value))"
    guard let decided = partOfWhole, let own = decided.value else {
      let pair = result.groups != nil || groups.count > 1 ? self.pair : nil
      return whole + (pair.map { told($0.rate, $0.groups, value) } ?? "")
        + truth(of: result.interval)
        + "."
    }
    return "\(told(decided, own)). Over all pairs \(whole)\(truth(of: result.interval))."
  }

  /// `Selection rate ratio 0.7: cases of F are selected 0.7 times as often as those of M; the truth lies …`.
  private func told(_ decided: DecidingComparison, _ value: Double) -> String {
    "\(Self.titled(decided.rate)) \(isRatio ? "ratio" : "difference") "
      + "\(PlainNumber.text(value))\(told(decided.rate, decided.groups, value))"
      + truth(of: decided.interval, comparisons: 1)
  }

  /// The comparison that decided, where the value and the interval of the metric are those of several: what
  /// is said of two groups is theirs alone.
  private var partOfWhole: DecidingComparison? {
    guard let decided = result.decidedBy else { return nil }
    let isOnly =
      groups.count { $0.reason == nil } < 3 && GroupMetrics.rates(of: result.name).count == 1
    return isOnly ? nil : decided
  }

  /// `: cases of F are selected 0.7 times as often as those of M`.
  private func told(_ rate: Rate, _ pair: GroupPair, _ value: Double) -> String {
    guard isRatio else { return " (\(pair.group) minus \(pair.comparator))" }
    return
      ": \(rate.casesInWords) of \(pair.group) \(rate.verbInWords) \(PlainNumber.text(value)) "
      + "times as often as those of \(pair.comparator)"
  }

  private func truth(of interval: Interval?, comparisons: Int? = nil) -> String {
    guard let interval else { return "" }
    let shared = comparisons ?? result.comparisons
    return "; the truth lies between \(PlainNumber.text(interval.lower)) and "
      + "\(PlainNumber.text(interval.upper)) (\(PlainNumber.text(interval.level * 100)) %"
      + (shared > 1 ? ", for all \(Self.count(shared)) comparisons)" : ")")
  }

  private static func titled(_ rate: Rate) -> String {
    let words = rate.rawValue.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The limit with where it comes from.
  private var limit: String? {
    guard let limit = result.limit else { return nil }
    let number = "Limit \(PlainNumber.text(limit.value))"
    switch limit.origin {
    case .convention where isRatio && GroupMetrics.rates(of: result.name) == [.selectionRate]:
      return "\(number): US guideline 29 CFR 1607.4(D), a custom here."
    case .convention where isRatio:
      return "\(number): a custom, carried over from US guideline 29 CFR 1607.4(D)."
    case .convention: return "\(number): a custom, from tutorials of AIF360."
    case .policy: return "\(number), as set."
    case .law, .standard: return "\(number) (\(limit.origin.rawValue))."
    }
  }

  private var judgement: String? {
    guard result.limit != nil else { return nil }
    switch result.verdict {
    case .pass: return "Kept."
    case .fail where result.isSecondKey: return "Missed by two keys: \(secondKey)."
    case .fail: return "Missed: the whole interval is beyond the limit."
    case .inconclusive: return "The data cannot tell: the limit lies within the interval."
    case .notEvaluable: return "Not judged: \(result.reason?.words ?? "no limit")."
    }
  }

  /// The rates differ, which is another question than whether they differ by more than the limit.
  package var secondKey: String {
    let p = result.adjustedPValue.map { " (p \(PlainNumber.short($0)))" } ?? ""
    let value = result.decidedBy?.value ?? result.value
    let measured = value.map { PlainNumber.text($0) } ?? "value"
    let limit = result.limit.map { PlainNumber.text($0.value) } ?? ""
    let interval = partOfWhole.map(\.interval) ?? result.interval
    let far = (isRatio ? interval?.upper : interval?.lower)
      .map { "; the truth may be \(isRatio ? "up to" : "as little as") \(PlainNumber.text($0))" }
    return
      "the rates differ\(p) and the measured \(isRatio ? "ratio" : "difference") \(measured) is "
      + "\(isRatio ? "below" : "beyond") \(limit)\(far ?? "")"
  }

  /// What one more case would change, which says how little a measured miss of few cases means.
  private var flip: String? {
    guard let group = result.oneMoreOf, let pair, let counts = share(pair.rate, group) else {
      return nil
    }
    let done = pair.rate == .selectionRate ? "selected" : "counted"
    return
      "One more \(done) of the \(Self.count(counts.trials)) of \(group) changes the result: the "
      + "measured value would keep the limit."
  }

  private var next: String? {
    switch result.verdict {
    case .fail: "Next: find the stage that opens the gap, correct it and evaluate again."
    case .inconclusive:
      "Next: " + (needed ?? "evaluate more cases of the smallest group") + "."
    case .notEvaluable where result.reason == .tooFewCases:
      "Next: " + (needed ?? "evaluate more cases of the smallest group") + "."
    case .pass, .notEvaluable: nil
    }
  }

  private var needed: String? {
    result.neededN.flatMap { GroupMetrics.shortfall(of: result.name, needing: $0, in: groups) }
  }
}

extension UndefinedReason {
  /// The reason with spaces between its words.
  package var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}

extension Rate {
  /// The cases in the denominator of the rate.
  var casesInWords: String {
    switch self {
    case .truePositiveRate, .falseNegativeRate: "cases with a positive label"
    case .falsePositiveRate, .trueNegativeRate: "cases with a negative label"
    case .positivePredictiveValue, .falseDiscoveryRate: "selected cases"
    case .negativePredictiveValue, .falseOmissionRate: "rejected cases"
    case .selectionRate, .accuracy, .errorRate, .baseRate: "cases"
    }
  }

  /// What is said of the cases that the rate counts.
  var verbInWords: String {
    switch self {
    case .selectionRate, .truePositiveRate, .falsePositiveRate: "are selected"
    case .trueNegativeRate, .falseNegativeRate: "are rejected"
    case .positivePredictiveValue, .falseOmissionRate, .baseRate: "have a positive label"
    case .falseDiscoveryRate, .negativePredictiveValue: "have a negative label"
    case .accuracy: "are decided rightly"
    case .errorRate: "are decided wrongly"
    }
  }
}
