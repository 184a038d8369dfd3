// SPDX-License-Identifier: Apache-2.0

/// The values that counts give a metric under every definition of its name.
struct RecomputationCandidates {
  private typealias Candidate = Recomputation.Candidate

  private let setting: Recomputation.Setting
  private let rates: [GroupRates]

  init(_ setting: Recomputation.Setting) {
    self.setting = setting
    rates = setting.groups.map { GroupRates(validated: $0) }
  }

  /// All candidates for a name, the native ones first.
  func named(_ name: String) -> [Recomputation.Candidate] {
    let sources: [(Convention, (String) -> [Candidate])] = [
      (.native, native), (.fairlearn, fairlearn), (.aif360, aif360), (.aequitas, aequitas),
      (.ll144, impactRatios),
    ]
    return sources.flatMap { convention, source in
      setting.convention == nil || setting.convention == convention ? source(name) : []
    }
  }

  // MARK: - Native

  private func native(_ name: String) -> [Candidate] {
    if let rate = Rate(rawValue: name) { return levels(rate) }
    for rate in Rate.allCases {
      for comparison in Comparison.allCases where name == "\(rate.rawValue)_\(comparison.rawValue)"
      {
        return comparisons(name, rate, comparison)
      }
    }
    for metric in WholeMetric.all where metric.name == Self.native(name) {
      return [candidate(.native, metric.name, extreme(metric))]
    }
    return []
  }

  /// The native name of a metric that other libraries call differently.
  private static func native(_ name: String) -> String {
    switch name {
    case "statistical_parity_difference": "demographic_parity_difference"
    case "disparate_impact", "impact_ratio": "demographic_parity_ratio"
    default: name
    }
  }

  /// The most groups that are all compared with each other.
  private static let pairwiseLimit = 64

  private func levels(_ rate: Rate) -> [Candidate] {
    rates.filter { setting.slice == nil || $0.group == setting.slice }.map { group in
      Candidate(
        convention: .native,
        name: rate.rawValue,
        groups: GroupPair(group.group, group.group),
        value: group[rate].value ?? .nan
      )
    }
  }

  /// The comparisons with the reference, or with any group when none is stated.
  ///
  /// Above ``pairwiseLimit`` groups without a reference, nothing is compared.
  private func comparisons(_ name: String, _ rate: Rate, _ comparison: Comparison) -> [Candidate] {
    guard setting.reference != nil || rates.count <= Self.pairwiseLimit else { return [] }
    let references = rates.filter { setting.reference == nil || $0.group == setting.reference }
    return references.flatMap { reference in
      rates.filter { group in
        group.group != reference.group && (setting.slice == nil || group.group == setting.slice)
      }.map { group in
        Candidate(
          convention: .native,
          name: name,
          groups: GroupPair(group.group, reference.group),
          value: Self.compare(group[rate].value, reference[rate].value, comparison)
        )
      }
    }
  }

  private static func compare(_ a: Double?, _ b: Double?, _ comparison: Comparison) -> Double {
    guard let a, let b else { return .nan }
    return comparison == .difference ? a - b : a / b
  }

  private func extreme(_ metric: WholeMetric) -> Double {
    let parts = metric.rates.map { rate -> Double in
      let values = rates.compactMap { $0[rate].value }
      guard values.count == rates.count, values.count > 1, let low = values.min(),
        let high = values.max()
      else { return .nan }
      return Self.compare(
        metric.comparison == .difference ? high : low,
        metric.comparison == .difference ? low : high,
        metric.comparison
      )
    }
    guard parts.allSatisfy({ !$0.isNaN }) else { return .nan }
    return (metric.comparison == .difference ? parts.max() : parts.min()) ?? .nan
  }

  // MARK: - Libraries

  private func fairlearn(_ name: String) -> [Candidate] {
    matching(
      name,
      .fairlearn,
      entries { () throws(FairnessError) in
        try Compatibility.fairlearn(setting.groups)
      }
    )
  }

  /// The reference is the privileged group and all others together the unprivileged one; without
  /// a reference, two groups are tried both ways.
  private func aif360(_ name: String) -> [Candidate] {
    let privileged = setting.groups.filter { group in
      setting.reference.map { $0 == group.group } ?? (setting.groups.count == 2)
    }
    return privileged.flatMap { reference -> [Candidate] in
      let others = setting.groups.filter { $0.group != reference.group }
      guard let merged = Self.merged(others) else { return [] }
      let values = entries { () throws(FairnessError) in
        try Compatibility.aif360(unprivileged: merged, privileged: reference)
      }
      return matching(name, .aif360, values, GroupPair(merged.group, reference.group))
    }
  }

  private func aequitas(_ name: String) -> [Candidate] {
    guard name.hasSuffix("_disparity"), let first = setting.groups.first else { return [] }
    let values = entries { () throws(FairnessError) in
      try Compatibility.aequitas(setting.groups, reference: setting.reference ?? first.group)
    }
    return values.compactMap { entry in
      guard entry.name.hasSuffix(".\(name)"), let number = entry.number,
        setting.reference != nil || !entry.name.hasPrefix("disparity.predefined."),
        setting.slice.map({ entry.name.contains(".\($0).") }) ?? true
      else { return nil }
      return candidate(.aequitas, entry.name, number)
    }
  }

  /// Selection rates divided by the highest one, no category left out.
  private func impactRatios(_ name: String) -> [Candidate] {
    let highest = rates.compactMap { $0[.selectionRate].value }.max()
    guard name == "impact_ratio", let highest, highest > 0 else { return [] }
    return rates.filter { setting.slice == nil || $0.group == setting.slice }.map { group in
      let value = group[.selectionRate].value.map { $0 / highest } ?? .nan
      return candidate(.ll144, "impact_ratio.\(group.group)", value)
    }
  }

  /// The entries of a library; none when it refuses the groups.
  private func entries(
    _ compute: () throws(FairnessError) -> [Compatibility.Entry]
  ) -> [Compatibility.Entry] {
    do throws(FairnessError) {
      return try compute()
    } catch {
      return []
    }
  }

  /// Entries of exactly that name, or of a variant of it such as `name.to_overall`.
  private func matching(
    _ name: String,
    _ convention: Convention,
    _ entries: [Compatibility.Entry],
    _ groups: GroupPair? = nil
  ) -> [Candidate] {
    entries.compactMap { entry in
      guard entry.name == name || entry.name.hasPrefix("\(name)."), let number = entry.number
      else { return nil }
      return Candidate(convention: convention, name: entry.name, groups: groups, value: number)
    }
  }

  private func candidate(_ convention: Convention, _ name: String, _ value: Double) -> Candidate {
    Candidate(convention: convention, name: name, groups: nil, value: value)
  }

  /// Several groups as one; nil when they record different things or are weighted.
  private static func merged(_ groups: [GroupOutcome]) -> GroupOutcome? {
    guard groups.count > 1 else { return groups.first }
    let tables = groups.compactMap { group -> ConfusionCells<Int>? in
      guard case .confusion(let tp, let fp, let tn, let fn) = group.counts else { return nil }
      return ConfusionCells(tp: tp, fp: fp, tn: tn, fn: fn)
    }
    guard tables.count == groups.count else { return nil }
    let name = groups.map(\.group).joined(separator: "+")
    return GroupOutcome(
      name,
      .confusion(
        tp: tables.reduce(0) { $0 + $1.tp },
        fp: tables.reduce(0) { $0 + $1.fp },
        tn: tables.reduce(0) { $0 + $1.tn },
        fn: tables.reduce(0) { $0 + $1.fn }
      )
    )
  }
}
