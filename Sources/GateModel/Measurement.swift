// SPDX-License-Identifier: Apache-2.0

/// One number that an artifact reports.
///
/// Group rates, differences and ratios are all measurements. The same fact stated by two artifacts
/// stays two measurements, so that a rule can compare them.
package struct Measurement: Hashable, Sendable {
  /// The scale of the value; never guessed.
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case fraction
    case percent
    case percentagePoints
    case count
    case ratio
    case difference
    case unknown
  }

  /// Whether the value describes one group or compares groups.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case level
    case difference
    case ratio
  }

  /// How a disparity was aggregated, where the format says so.
  package enum Aggregation: String, Hashable, Sendable, CaseIterable {
    case betweenGroups
    case toOverall
    case unprivilegedMinusPrivileged
  }

  /// The metric, as the document names it, lower-cased with `_` between words.
  package var metric: String
  /// The number, or nil when the document states none or an undefined one (`NaN`, `N/A`).
  package var value: Double?
  /// The value as written.
  package var raw: String
  /// The scale of the value.
  package var unit: Unit
  /// Whether the value describes one group or compares groups.
  package var kind: Kind
  /// The dataset the value was measured on.
  package var dataset: String?
  /// The split of that dataset.
  package var split: String?
  /// The groups the value is about, one pair per attribute; empty for the whole population.
  package var slice: [SlicePair]
  /// The groups the value is compared with.
  package var reference: [SlicePair]
  /// How a disparity was aggregated.
  package var aggregation: Aggregation?
  /// The number of cases behind the value.
  package var n: Int?
  /// The cases counted by the metric.
  package var numerator: Int?
  /// The cases that the numerator is a part of.
  package var denominator: Int?
  /// How uncertain the value is, where stated or computable.
  package var uncertainty: Uncertainty?
  /// Whether larger values are better, where the format says so.
  package var higherIsBetter: Bool?
  /// The score above which the model decides positively.
  package var decisionThreshold: Double?
  /// The task the value belongs to.
  package var task: String?
  /// The run that produced the value.
  package var run: RunFacts?
  /// Whether a third party verified the value, where the format says so.
  package var isVerified: Bool?
  /// Where the value stands.
  package var source: SourceReference

  /// Creates a measurement; everything beyond metric, value, raw text and source has a default.
  package init(
    metric: String,
    value: Double?,
    raw: String,
    unit: Unit = .unknown,
    kind: Kind = .level,
    dataset: String? = nil,
    split: String? = nil,
    slice: [SlicePair] = [],
    reference: [SlicePair] = [],
    n: Int? = nil,
    uncertainty: Uncertainty? = nil,
    source: SourceReference
  ) {
    self.metric = metric
    self.value = value
    self.raw = raw
    self.unit = unit
    self.kind = kind
    self.dataset = dataset
    self.split = split
    self.slice = slice
    self.reference = reference
    self.n = n
    self.uncertainty = uncertainty
    self.source = source
  }
}

/// One attribute and the group of it that a measurement is about, such as `sex` and `F`.
package struct SlicePair: Hashable, Sendable, Comparable {
  /// The attribute, or an empty string when the document does not name it.
  package var attribute: String
  /// The group, as written.
  package var group: String

  /// Creates a pair of attribute and group.
  package init(attribute: String, group: String) {
    self.attribute = attribute
    self.group = group
  }

  /// Orders pairs by attribute, then by group.
  package static func < (left: SlicePair, right: SlicePair) -> Bool {
    (left.attribute, left.group) < (right.attribute, right.group)
  }
}

/// How uncertain a measurement is.
package struct Uncertainty: Hashable, Sendable {
  /// Where the bounds come from.
  package enum Method: String, Hashable, Sendable, CaseIterable {
    case reported
    case normal
    case wilson
    case newcombe
    case bootstrap
  }

  /// The standard error, in the unit of the value.
  package var standardError: Double?
  /// The lower bound of the interval.
  package var lower: Double?
  /// The upper bound of the interval.
  package var upper: Double?
  /// The confidence level of the interval as a fraction, such as 0.95.
  package var level: Double?
  /// Where the bounds come from.
  package var method: Method

  /// Creates an uncertainty.
  package init(
    standardError: Double? = nil,
    lower: Double? = nil,
    upper: Double? = nil,
    level: Double? = nil,
    method: Method = .reported
  ) {
    self.standardError = standardError
    self.lower = lower
    self.upper = upper
    self.level = level
    self.method = method
  }
}

/// The run that produced a measurement, as far as the document says.
package struct RunFacts: Hashable, Sendable {
  /// The id of the run.
  package var id: String?
  /// The commit of the evaluating code.
  package var commit: String?
  /// When the run started.
  package var startedAt: StatedDate?
  /// The status as written, such as `success`.
  package var status: String?
  /// Whether the run covered only a part of its data.
  package var isPartial: Bool?

  /// Creates run facts.
  package init(
    id: String? = nil,
    commit: String? = nil,
    startedAt: StatedDate? = nil,
    status: String? = nil,
    isPartial: Bool? = nil
  ) {
    self.id = id
    self.commit = commit
    self.startedAt = startedAt
    self.status = status
    self.isPartial = isPartial
  }
}

/// The outcome counts of one group in an evaluation.
package struct GroupCounts: Hashable, Sendable {
  /// Either a confusion matrix or selections among cases.
  package enum Counts: Hashable, Sendable {
    /// True and false positives and negatives; label 1 is the positive class.
    case confusion(tp: Int, fp: Int, tn: Int, fn: Int)
    /// How many of `n` cases were selected (decided positively).
    case selection(selected: Int, n: Int)

    /// The number of cases; a sum beyond the range of `Int` saturates.
    package var caseCount: Int {
      switch self {
      case .selection(_, let n): n
      case .confusion(let tp, let fp, let tn, let fn):
        [tp, fp, tn, fn].reduce(0) { sum, cell in
          let (next, overflow) = sum.addingReportingOverflow(cell)
          return overflow ? .max : next
        }
      }
    }
  }

  /// The group, one pair per attribute; several pairs are an intersection.
  package var slice: [SlicePair]
  /// The counts.
  package var counts: Counts
  /// How many of the cases carry as much information as one independent case; 1 where every case
  /// counts as one.
  package var designEffect: Double
  /// Whether they were worked out from rates and numbers of cases.
  package var isRecovered: Bool
  /// Where they stand.
  package var source: SourceReference

  /// Creates the counts of one group.
  package init(
    slice: [SlicePair],
    counts: Counts,
    designEffect: Double = 1,
    isRecovered: Bool = false,
    source: SourceReference
  ) {
    self.slice = slice
    self.counts = counts
    self.designEffect = designEffect
    self.isRecovered = isRecovered
    self.source = source
  }
}

/// The smallest share of all cases at which a group is compared, as files declare it.
package enum DeclaredShare {
  /// 6 RCNY 5-301(d) and 29 CFR 1607.15(A)(2)(a) leave out groups below two per cent.
  package static let range: ClosedRange<Double> = 0...0.02
}
