// SPDX-License-Identifier: Apache-2.0

/// One attribute or crossing as an assessment takes it.
package struct AttributeGroups: Sendable {
  /// The counts, one entry per group.
  package var groups: [GroupOutcome]
  /// The group to compare with, declared in advance where possible.
  package var reference: String?
  /// Groups that must be there; absent ones are named.
  package var expectedGroups: [String]
  /// Groups that are shown and counted but not compared, each with the reason.
  package var notCompared: [(group: GroupOutcome, reason: UndefinedReason)]
  /// How many times the same model was evaluated on the same data, this time included.
  package var look: Int

  /// The groups of one attribute.
  package init(
    _ groups: [GroupOutcome],
    reference: String? = nil,
    expectedGroups: [String] = [],
    notCompared: [(group: GroupOutcome, reason: UndefinedReason)] = [],
    look: Int = 1
  ) {
    self.look = look
    self.groups = groups
    self.reference = reference
    self.expectedGroups = expectedGroups
    self.notCompared = notCompared
  }
}

/// The groups of one attribute with their rates and all fairness metrics, judged.
package struct AttributeAssessment: Hashable, Sendable {
  /// One group with its rates.
  package struct Group: Hashable, Sendable {
    /// The group.
    package let group: String
    /// The number of cases; nil for weighted sums, 0 for a declared group without data.
    package let n: Int?
    /// The independent cases that carry as much information; nil for weighted sums.
    package let effectiveN: Double?
    /// Every rate, in the order of ``Rate``.
    package let rates: [GroupRate]
    /// Why the group as a whole is not judged: missing, empty, too small or set aside.
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

  /// The groups in the order given, then declared groups without data, then those set aside.
  package let groups: [Group]
  /// Comparisons for each rate and group, then the metrics of the whole attribute.
  package let metrics: [MetricResult]
  /// The declared reference, if any.
  package let reference: String?

  /// The names of all metrics that can have a limit, in the order of reports.
  package static let metricNames: [String] =
    Rate.allCases.flatMap { rate in
      Comparison.allCases.map { rate.metric($0) }
    } + [AverageOdds.name] + WholeMetric.all.map(\.name) + [InequalityIndex.name]

  /// Groups that are missing, empty, set aside or too small to judge.
  package var groupsNotJudged: [Group] { groups.filter { $0.reason != nil } }

  /// Assesses attributes and crossings together: their comparisons share the error of each metric.
  ///
  /// With a reference, each group is compared with it. Without one, the group with the most
  /// favourable rate is shown as the comparator, and all pairs share the error, because a
  /// comparison with the observed best alone would pick the luckiest group.
  ///
  /// - Returns: One assessment for each attribute, in the same order.
  /// - Throws: ``FairnessError`` for bad counts, repeated groups, unknown references, bad levels,
  ///   limits and minimums.
  package static func assess(
    _ attributes: [AttributeGroups],
    _ terms: AssessmentTerms
  ) throws(FairnessError) -> [AttributeAssessment] {
    let policy = try AssessmentPolicy(terms)
    var drafts: [AssessmentDraft] = []
    for attribute in attributes {
      drafts.append(
        try AssessmentDraft(attribute, terms.rates, policy.atLook(attribute.look))
      )
    }
    let families = ComparisonFamilies(drafts.map(\.standings), terms.rates, policy)
    return drafts.map { $0.assessment(families) }
  }

  /// Assesses one attribute by itself.
  package static func assess(
    groups: [GroupOutcome],
    reference: String? = nil,
    limits: FairnessLimits = .conventions,
    level: Double = 0.95,
    minimumGroupSize: Int = 30,
    minimumEvents: Int = 10,
    failBy: FailRule = .interval,
    positiveMeans: PositiveMeaning? = nil,
    expectedGroups: [String] = [],
    rates: [Rate] = Rate.allCases
  ) throws(FairnessError) -> AttributeAssessment {
    let terms = AssessmentTerms(
      limits: limits,
      level: level,
      minimumGroupSize: minimumGroupSize,
      minimumEvents: minimumEvents,
      failBy: failBy,
      positiveMeans: positiveMeans,
      rates: rates
    )
    let attribute = AttributeGroups(
      groups,
      reference: reference,
      expectedGroups: expectedGroups
    )
    let policy = try AssessmentPolicy(terms)
    let draft = try AssessmentDraft(attribute, terms.rates, policy)
    return draft.assessment(ComparisonFamilies([draft.standings], terms.rates, policy))
  }
}

/// One attribute with the standings of its groups, before the families are known.
private struct AssessmentDraft {
  let attribute: AttributeGroups
  let policy: AssessmentPolicy
  let rates: [Rate]
  let assessed: [AssessedGroup]
  let standings: ComparisonFamilies.Attribute

  init(
    _ attribute: AttributeGroups,
    _ wanted: [Rate],
    _ policy: AssessmentPolicy
  ) throws(FairnessError) {
    let assessed = try Self.collect(attribute)
    if let reference = attribute.reference,
      !assessed.contains(where: { $0.rates.group == reference })
    {
      throw .unknownReference(reference, known: assessed.map(\.rates.group))
    }
    let hasLabels = assessed.contains { $0.rates[.accuracy].reason != .labelsNotRecorded }
    let rates = hasLabels ? wanted : wanted.filter { $0 == .selectionRate }
    self.attribute = attribute
    self.policy = policy
    self.rates = rates
    self.assessed = assessed
    standings = Dictionary(
      uniqueKeysWithValues: rates.map { rate in
        (rate, Standings(rate, assessed, reference: attribute.reference, policy: policy))
      }
    )
  }

  private static func collect(
    _ attribute: AttributeGroups
  ) throws(FairnessError) -> [AssessedGroup] {
    try GroupOutcome.validate(attribute.groups + attribute.notCompared.map(\.group))
    var seen = Set((attribute.groups + attribute.notCompared.map(\.group)).map(\.group))
    let missing = attribute.expectedGroups.filter { seen.insert($0).inserted }
    return attribute.groups.map {
      AssessedGroup(rates: GroupRates(validated: $0), isMissing: false)
    }
      + missing.map { name in
        let nobody = GroupOutcome(name, .selection(n: 0, selected: 0))
        return AssessedGroup(rates: GroupRates(validated: nobody), isMissing: true)
      }
  }

  func assessment(_ families: ComparisonFamilies) -> AttributeAssessment {
    AttributeAssessment(
      groups: assessed.map { summary($0.rates, reason(of: $0)) }
        + attribute.notCompared.map { summary(GroupRates(validated: $0.group), $0.reason) },
      metrics: rows(families) + wholes(families) + inequality(families),
      reference: attribute.reference
    )
  }

  private func reason(of group: AssessedGroup) -> UndefinedReason? {
    if group.isMissing { return .missingGroup }
    guard let n = group.rates.effectiveN, n < Double(policy.minimumGroupSize) else { return nil }
    return n == 0 ? .emptyGroup : .tooFewCases
  }

  private func summary(
    _ rates: GroupRates,
    _ reason: UndefinedReason?
  ) -> AttributeAssessment.Group {
    AttributeAssessment.Group(
      group: rates.group,
      n: rates.n,
      effectiveN: rates.effectiveN,
      rates: rates.entries.map { entry in
        .init(entry: entry, interval: entry.proportion?.interval(level: policy.level))
      },
      reason: reason,
      neededN: reason == nil || attribute.notCompared.contains { $0.group.group == rates.group }
        ? nil : policy.minimumGroupSize
    )
  }

  private func rows(_ families: ComparisonFamilies) -> [MetricResult] {
    var results: [MetricResult] = []
    for rate in rates {
      guard let standings = standings[rate] else { continue }
      let assessment = RateAssessment(
        standings: standings,
        family: families.row(rate),
        policy: policy
      )
      results += Comparison.allCases.flatMap(assessment.rows)
    }
    if let trueRates = standings[.truePositiveRate], let falseRates = standings[.falsePositiveRate]
    {
      results += AverageOdds(
        trueRates: trueRates,
        falseRates: falseRates,
        policy: policy,
        family: families.averageOdds
      ).rows()
    }
    return results
  }

  private func wholes(_ families: ComparisonFamilies) -> [MetricResult] {
    WholeMetric.all.compactMap { metric in
      let parts = metric.rates.compactMap { standings[$0] }
      guard parts.count == metric.rates.count else { return nil }
      return metric.result(parts, families.whole(metric.rates), policy)
    }
  }

  private func inequality(_ families: ComparisonFamilies) -> [MetricResult] {
    guard attribute.groups.contains(where: { ConfusionCells($0.counts) != nil }) else { return [] }
    let index = InequalityIndex(
      groups: attribute.groups,
      policy: policy,
      comparisons: families.attributeCount
    )
    return [index.result()]
  }
}
