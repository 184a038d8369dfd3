// SPDX-License-Identifier: Apache-2.0

/// The groups of one attribute with their rates and all fairness metrics, judged.
package struct AttributeAssessment: Hashable, Sendable {
  /// One group with its rates.
  package struct Group: Hashable, Sendable {
    /// The group.
    package let group: String
    /// The number of cases; nil for weighted sums, 0 for a declared group without data.
    package let n: Int?
    /// Every rate, in the order of ``Rate``.
    package let rates: [GroupRate]
    /// Why the group as a whole cannot be judged: missing, empty or too small.
    package let reason: UndefinedReason?
    /// The number of cases that judging the group takes, when it has fewer.
    package let neededN: Int?
  }

  /// One rate of one group.
  package struct GroupRate: Hashable, Sendable {
    /// The rate with the counts behind it.
    package let entry: GroupRates.Entry
    /// Its Wilson interval; nil for undefined rates and weighted sums.
    package let interval: Interval?
  }

  /// The groups in the order given, declared groups without data last.
  package let groups: [Group]
  /// Comparisons for each rate and group, then the metrics of the whole attribute.
  package let metrics: [MetricResult]
  /// The declared reference, if any.
  package let reference: String?

  /// The names of all metrics that can have a limit, in the order of reports.
  package static let metricNames: [String] =
    Rate.allCases.flatMap { rate in
      Comparison.allCases.map { "\(rate.rawValue)_\($0.rawValue)" }
    } + [AverageOdds.name] + WholeMetric.all.map(\.name) + [InequalityIndex.name]

  /// Groups that are missing, empty or too small to judge.
  package var groupsNotJudged: [Group] { groups.filter { $0.reason != nil } }

  /// Assesses one attribute.
  ///
  /// With a `reference`, each group is compared with it. Without one, all ordered pairs decide
  /// and the best-off group is shown as the comparator, because a comparison with the observed
  /// best alone would pick the luckiest group.
  ///
  /// - Parameters:
  ///   - groups: the counts, one entry per group.
  ///   - reference: the group to compare with, declared in advance where possible.
  ///   - limits: by metric name; metrics without one are computed and not judged.
  ///   - level: the confidence level.
  ///   - minimumGroupSize: the smallest group that is judged.
  ///   - minimumEvents: the smallest denominator of a conditional rate that is judged.
  ///   - mode: which verdict of ``ModeVerdicts`` counts.
  ///   - positiveMeans: whether being selected is wanted.
  ///   - expectedGroups: groups that must be there; absent ones are named.
  ///   - rates: the rates to compare; metrics that need another one are left out.
  ///
  /// - Returns: the groups with their rates and all metrics.
  /// - Throws: ``FairnessError`` for bad counts, repeated groups, unknown references, bad levels,
  ///   limits and minimums.
  package static func assess(
    groups: [GroupOutcome],
    reference: String? = nil,
    limits: FairnessLimits = .conventions,
    level: Double = 0.95,
    minimumGroupSize: Int = 30,
    minimumEvents: Int = 10,
    mode: GateMode = .assurance,
    positiveMeans: PositiveMeaning = .benefit,
    expectedGroups: [String] = [],
    rates: [Rate] = Rate.allCases
  ) throws(FairnessError) -> AttributeAssessment {
    let policy = try AssessmentPolicy(
      limits: limits,
      level: level,
      minimumGroupSize: minimumGroupSize,
      minimumEvents: minimumEvents,
      mode: mode,
      positiveMeans: positiveMeans
    )
    let assessed = try collect(groups, expected: expectedGroups)
    if let reference, !assessed.contains(where: { $0.rates.group == reference }) {
      throw .unknownReference(reference, known: assessed.map(\.rates.group))
    }
    return AttributeAssessment(
      groups: assessed.map { summary($0, policy) },
      metrics: metrics(assessed, reference, policy, rates) + inequality(groups, policy),
      reference: reference
    )
  }

  private static func collect(
    _ groups: [GroupOutcome],
    expected: [String]
  ) throws(FairnessError) -> [AssessedGroup] {
    try GroupOutcome.validate(groups)
    var seen = Set(groups.map(\.group))
    let missing = expected.filter { seen.insert($0).inserted }
    return groups.map { AssessedGroup(rates: GroupRates(validated: $0), isMissing: false) }
      + missing.map { name in
        let nobody = GroupOutcome(name, .selection(n: 0, selected: 0))
        return AssessedGroup(rates: GroupRates(validated: nobody), isMissing: true)
      }
  }

  private static func summary(_ group: AssessedGroup, _ policy: AssessmentPolicy) -> Group {
    let n = group.rates.n
    var reason: UndefinedReason?
    if let n, n < policy.minimumGroupSize { reason = n == 0 ? .emptyGroup : .tooFewCases }
    if group.isMissing { reason = .missingGroup }
    return Group(
      group: group.rates.group,
      n: n,
      rates: group.rates.entries.map { entry in
        GroupRate(entry: entry, interval: entry.proportion?.interval(level: policy.level))
      },
      reason: reason,
      neededN: reason == nil ? nil : policy.minimumGroupSize
    )
  }

  private static func inequality(
    _ groups: [GroupOutcome],
    _ policy: AssessmentPolicy
  ) -> [MetricResult] {
    let hasLabels = groups.contains { ConfusionCells($0.counts) != nil }
    return hasLabels ? [InequalityIndex.result(groups, policy)] : []
  }

  private static func metrics(
    _ groups: [AssessedGroup],
    _ reference: String?,
    _ policy: AssessmentPolicy,
    _ wanted: [Rate]
  ) -> [MetricResult] {
    let hasLabels = groups.contains { $0.rates[.accuracy].reason != .labelsNotRecorded }
    let rates = hasLabels ? wanted : wanted.filter { $0 == .selectionRate }
    var assessments: [Rate: RateAssessment] = [:]
    var results: [MetricResult] = []
    for rate in rates {
      let standings = Standings(rate, groups, reference: reference, policy: policy)
      let assessment = RateAssessment(standings, policy)
      assessments[rate] = assessment
      results += Comparison.allCases.flatMap(assessment.rows)
    }
    if let tpr = assessments[.truePositiveRate], let fpr = assessments[.falsePositiveRate] {
      let odds = AverageOdds(
        trueRates: tpr.standings,
        falseRates: fpr.standings,
        policy: policy
      )
      results += odds.rows()
    }
    let whole = WholeMetric.all.filter { $0.rates.allSatisfy { assessments[$0] != nil } }
    return results + whole.map { $0.result(assessments, policy) }
  }
}
