// SPDX-License-Identifier: Apache-2.0

/// One number that an artifact reports.
///
/// Group rates, differences and ratios are all measurements. The same fact stated by two artifacts
/// stays two measurements, so that a rule can compare them.
public struct Measurement: Hashable, Sendable {
  /// The scale of the value; never guessed.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case fraction
    case percent
    case percentagePoints
    case count
    case ratio
    case difference
    case unknown
  }

  /// Whether the value describes one group or compares groups.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case level
    case difference
    case ratio
  }

  /// How a disparity was aggregated, where the format says so.
  public enum Aggregation: String, Hashable, Sendable, CaseIterable {
    case betweenGroups
    case toOverall
    case unprivilegedMinusPrivileged
  }

  /// The metric, as the document names it, lower-cased with `_` between words.
  public var metric: String
  /// The number, or nil when the document states none or an undefined one (`NaN`, `N/A`).
  public var value: Double?
  /// The value as written.
  public var raw: String
  /// The scale of the value.
  public var unit: Unit
  /// Whether the value describes one group or compares groups.
  public var kind: Kind
  /// The dataset the value was measured on.
  public var dataset: String?
  /// The split of that dataset.
  public var split: String?
  /// The groups the value is about, one pair per attribute; empty for the whole population.
  public var slice: [SlicePair]
  /// The groups the value is compared with.
  public var reference: [SlicePair]
  /// How a disparity was aggregated.
  public var aggregation: Aggregation?
  /// The number of cases behind the value.
  public var n: Int?
  /// The cases counted by the metric.
  public var numerator: Int?
  /// The cases that the numerator is a part of.
  public var denominator: Int?
  /// How uncertain the value is, where stated or computable.
  public var uncertainty: Uncertainty?
  /// Whether larger values are better, where the format says so.
  public var higherIsBetter: Bool?
  /// The score above which the model decides positively.
  public var decisionThreshold: Double?
  /// The task the value belongs to.
  public var task: String?
  /// The run that produced the value.
  public var run: RunFacts?
  /// Whether a third party verified the value, where the format says so.
  public var isVerified: Bool?
  /// Where the value stands.
  public var source: SourceReference

  /// Creates a measurement; everything beyond metric, value, raw text and source has a default.
  public init(
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
public struct SlicePair: Hashable, Sendable, Comparable {
  /// The attribute, or an empty string when the document does not name it.
  public var attribute: String
  /// The group, as written.
  public var group: String

  /// Creates a pair of attribute and group.
  public init(attribute: String, group: String) {
    self.attribute = attribute
    self.group = group
  }

  /// Orders pairs by attribute, then by group.
  public static func < (left: SlicePair, right: SlicePair) -> Bool {
    (left.attribute, left.group) < (right.attribute, right.group)
  }
}

/// How uncertain a measurement is.
public struct Uncertainty: Hashable, Sendable {
  /// Where the bounds come from.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    case reported
    case normal
    case wilson
    case newcombe
    case bootstrap
  }

  /// The standard error, in the unit of the value.
  public var standardError: Double?
  /// The lower bound of the interval.
  public var lower: Double?
  /// The upper bound of the interval.
  public var upper: Double?
  /// The confidence level of the interval as a fraction, such as 0.95.
  public var level: Double?
  /// Where the bounds come from.
  public var method: Method

  /// Creates an uncertainty.
  public init(
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
public struct RunFacts: Hashable, Sendable {
  /// The id of the run.
  public var id: String?
  /// The commit of the evaluating code.
  public var commit: String?
  /// When the run started.
  public var startedAt: StatedDate?
  /// The status as written, such as `success`.
  public var status: String?
  /// Whether the run covered only a part of its data.
  public var isPartial: Bool?

  /// Creates run facts.
  public init(
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
public struct GroupCounts: Hashable, Sendable {
  /// Either a confusion matrix or selections among cases.
  public enum Counts: Hashable, Sendable {
    /// True and false positives and negatives; label 1 is the positive class.
    case confusion(tp: Int, fp: Int, tn: Int, fn: Int)
    /// How many of `n` cases were selected (decided positively).
    case selection(selected: Int, n: Int)
  }

  /// The group, one pair per attribute; several pairs are an intersection.
  public var slice: [SlicePair]
  /// The counts.
  public var counts: Counts
  /// Where they stand.
  public var source: SourceReference

  /// Creates the counts of one group.
  public init(slice: [SlicePair], counts: Counts, source: SourceReference) {
    self.slice = slice
    self.counts = counts
    self.source = source
  }
}
