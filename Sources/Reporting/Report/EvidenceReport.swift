// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// What a document says on a topic, as far as a reader needs it to check what was taken for evidence.
package struct StatementReport: Sendable, Hashable {
  /// More words than this are not quoted.
  package static let maximumCharacters = 160

  /// The topic, such as `dpia.risks`.
  package var topic: String
  /// Whether the text is evidence.
  package var state: Statement.State
  /// The line on which the text begins.
  package var line: Int
  /// The first words.
  package var quote: String

  /// Creates a quote.
  package init(topic: String, state: Statement.State, line: Int, quote: String) {
    self.topic = topic
    self.state = state
    self.line = line
    self.quote = quote
  }
}

/// A risk that a document describes.
package struct RiskReport: Sendable, Hashable {
  /// The risk in a few words.
  package var name: String
  /// The severity as written.
  package var severity: String?
  /// The likelihood as written.
  package var likelihood: String?
  /// What is done about it, in its first words.
  package var measure: String?
  /// The line on which it begins.
  package var line: Int

  /// Creates a risk.
  package init(
    name: String,
    severity: String? = nil,
    likelihood: String? = nil,
    measure: String? = nil,
    line: Int
  ) {
    self.name = name
    self.severity = severity
    self.likelihood = likelihood
    self.measure = measure
    self.line = line
  }
}

/// A fairness measure of one attribute, recomputed from the counts of an evaluation.
///
/// Numbers are rounded to four decimals: what is shown must not depend on the processor.
package struct MeasureReport: Sendable, Hashable {
  /// The share of one group.
  package struct Group: Sendable, Hashable {
    package var group: String
    /// The number of cases, if it is a whole number.
    package var n: Int?
    package var value: Double?
    package var lower: Double?
    package var upper: Double?

    /// Creates the share of a group.
    package init(group: String, n: Int?, value: Double?, lower: Double?, upper: Double?) {
      self.group = group
      self.n = n
      self.value = value.flatMap(MeasureReport.rounded)
      self.lower = lower.flatMap(MeasureReport.rounded)
      self.upper = upper.flatMap(MeasureReport.rounded)
    }
  }

  /// The id of the system.
  package var system: String
  /// The evaluation.
  package var path: String
  /// The attribute, a crossing joined with `×`.
  package var attribute: String
  /// The measure, such as `demographic_parity_ratio`.
  package var metric: String
  package var value: Double?
  package var lower: Double?
  package var upper: Double?
  /// The confidence level of all intervals.
  package var level: Double
  package var limit: Double?
  /// How far the interval may reach on both sides of the limit, where that is an ideal.
  package var tolerance: Double?
  /// Where the limit comes from: `law`, `standard`, `convention` or `policy`.
  package var origin: String?
  /// `pass`, `fail`, `inconclusive` or `not_evaluable`.
  package var verdict: String
  /// The cases per group that a pass at equal rates would need, where the data cannot tell.
  package var neededN: Int?
  /// The groups with their shares.
  package var groups: [Group]

  /// Creates a measure.
  package init(
    system: String,
    path: String,
    attribute: String,
    metric: String,
    value: Double?,
    lower: Double?,
    upper: Double?,
    level: Double,
    limit: Double?,
    tolerance: Double? = nil,
    origin: String?,
    verdict: String,
    neededN: Int?,
    groups: [Group]
  ) {
    self.system = system
    self.path = path
    self.attribute = attribute
    self.metric = metric
    self.value = value.flatMap(Self.rounded)
    self.lower = lower.flatMap(Self.rounded)
    self.upper = upper.flatMap(Self.rounded)
    self.level = level
    self.limit = limit
    self.tolerance = tolerance
    self.origin = origin
    self.verdict = verdict
    self.neededN = neededN
    self.groups = groups
  }

  static func rounded(_ number: Double) -> Double? {
    guard number.isFinite else { return nil }
    let rounded = (number * 10_000).rounded() / 10_000
    return rounded == 0 ? 0 : rounded
  }
}
