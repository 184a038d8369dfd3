// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage

// Numbers that a team states with their uncertainty: without the counts nothing recomputes them, and they
// are judged by what is stated.

extension RuleFunctions {
  static let statedCheck = FactsSchema.ObjectType(
    name: "StatedCheck",
    summary:
      "A stated number, or the gap between stated numbers of groups, judged by what is stated.",
    fields: [
      .init(name: "metric", type: .string, summary: "the metric"),
      .init(name: "slice", type: .string, summary: "the group, or the attribute that was compared"),
      .init(
        name: "verdict",
        type: .string,
        members: FairnessVerdict.allCases.map(\.rawValue),
        summary: "what the stated interval says; not_evaluable where none is stated"
      ),
      .init(name: "value", type: .double, isOptional: true, summary: "the value"),
      .init(name: "lower", type: .double, isOptional: true, summary: "the lower bound"),
      .init(name: "upper", type: .double, isOptional: true, summary: "the upper bound"),
      .init(name: "summary", type: .string, summary: "value, interval and verdict in words"),
      .init(name: "source", type: .object("Source"), summary: "where it is stated"),
    ]
  )

  static let statedValues = FunctionDeclaration(
    name: "stated_values",
    parameters: [
      .init(name: "dossier", type: .object("Dossier")),
      .init(name: "metrics", type: .list(.string)), .init(name: "ideal", type: .double),
      .init(name: "tolerance", type: .double), .init(name: "level", type: .double),
    ],
    result: .list(.object(statedCheck.name)),
    summary:
      "each stated value of some metrics, judged on both sides of an ideal by its interval or "
      + "standard error; a name may have a category behind it, as amb_bias_score_Age has. "
      + "calibration_in_the_large follows also from mean_score beside the counts of a group, and is "
      + "not_evaluable for each counted group of an attribute that is left out; pro_anti_difference follows "
      + "also from the two halves of WinoBias, whose errors add up since they are of the same sentences",
    example:
      "stated_values(dossier, ['pct_stereotype'], 0.5, 0.05, 0.95).all(c, c.verdict == 'pass')",
    phrase: "the stated values of {1} in {0} (ideal: {2}, tolerance: {3}, level: {4})",
    isRemembered: true
  ) { arguments, call throws(EvaluationError) in
    let search = StatedSearch(arguments[0], arguments[1], &call)
    let ideal = arguments[2].double ?? .nan
    let tolerance = arguments[3].double ?? .nan
    let level = arguments[4].double ?? .nan
    let found = try search.measurements(level: level, &call)
    var checks: [Value] = []
    for measurement in found {
      let judged = try statedJudgement {
        () throws(FairnessError) -> (interval: Fairness.Interval, verdict: FairnessVerdict)? in
        guard case .success(let stated) = measurement.stated else { return nil }
        return try stated.judged(
          around: ideal,
          tolerance: tolerance,
          level: level,
          comparisons: found.count
        )
      }
      checks.append(
        StatedCheck(
          measurement,
          slice: measurement.slice,
          value: measurement.value,
          interval: judged?.interval,
          verdict: judged?.verdict ?? .notEvaluable,
          obstacle: measurement.flaw?.words,
          bound: "Within \(PlainNumber.text(tolerance)) of \(PlainNumber.text(ideal))."
        )
        .value(drawn: StatedCheck.Picture(level: level, limit: ideal, tolerance: tolerance), &call)
      )
    }
    return call.makeList(checks)
  }

  static let statedGaps = FunctionDeclaration(
    name: "stated_gaps",
    parameters: [
      .init(name: "dossier", type: .object("Dossier")),
      .init(name: "system", type: .object("System")),
      .init(name: "metrics", type: .list(.string)), .init(name: "comparison", type: .string),
      .init(name: "limit", type: .double), .init(name: "level", type: .double),
    ],
    result: .list(.object(statedCheck.name)),
    summary:
      "the widest gap between the groups of each declared attribute and crossing in each of some "
      + "metrics that evaluations state for groups, as a difference or as the ratio of the smallest to "
      + "the largest, judged by the stated intervals or standard errors of all pairs; not_evaluable where "
      + "a declared or counted group, or a declared attribute, is left out. Where the groups have none, a "
      + "difference or ratio that is stated with its own (difference_ci of Fairlearn) is judged",
    example:
      "stated_gaps(dossier, system, ['mae'], 'ratio', 0.8, 0.95).all(c, c.verdict == 'pass')",
    phrase: "the gaps between groups in the stated {2} in {0} ({3}, limit: {4}, level: {5})",
    isRemembered: true
  ) { arguments, call throws(EvaluationError) in
    let text = call.string(arguments[3]) ?? ""
    guard let comparison = StatedGap.Comparison(rawValue: text) else {
      throw EvaluationError(
        .invalidArgument,
        "a gap is a 'difference' or a 'ratio', not '\(text)'"
      )
    }
    let (limit, level) = (arguments[4].double ?? .nan, arguments[5].double ?? .nan)
    let search = StatedSearch(arguments[0], arguments[2], &call)
    let comparisons = StatedComparison.all(
      try search.measurements(level: level, &call),
      comparison,
      in: DeclaredSlices(arguments[1], arguments[0], call)
    )
    var checks: [Value] = []
    for compared in comparisons {
      let found = try statedJudgement {
        () throws(FairnessError) -> (check: StatedCheck, picture: StatedCheck.Picture) in
        try compared.check(comparison, limit: limit, level: level, among: comparisons.count)
      }
      checks.append(found.check.value(drawn: found.picture, &call))
    }
    return call.makeList(checks)
  }

  private static func statedJudgement<Judged>(
    _ judge: () throws(FairnessError) -> Judged
  ) throws(EvaluationError) -> Judged {
    do throws(FairnessError) {
      return try judge()
    } catch {
      throw EvaluationError(.invalidArgument, error.description)
    }
  }
}

/// What is said of one stated number or gap.
struct StatedCheck {
  private let place: StatedMeasurement
  private let slice: String
  private let number: Double?
  private let interval: Fairness.Interval?
  let verdict: FairnessVerdict
  private let summary: String

  init(
    _ place: StatedMeasurement,
    slice: String,
    value: Double?,
    interval: Fairness.Interval?,
    verdict: FairnessVerdict,
    obstacle: String?,
    bound: String
  ) {
    (self.place, self.slice, number, self.interval) = (place, slice, value, interval)
    self.verdict = verdict
    let name = slice.isEmpty ? place.metric : "\(place.metric) of \(slice)"
    let shown = value.map { PlainNumber.text($0) } ?? "undefined"
    let range =
      interval.map {
        "; the truth lies between \(PlainNumber.text($0.lower)) and \(PlainNumber.text($0.upper)) "
          + "(\(PlainNumber.text($0.level * 100)) %)"
      } ?? obstacle.map { ": \($0)" } ?? ""
    let judgement =
      switch verdict {
      case .pass: "Kept."
      case .fail: "Missed: the whole interval is beyond it."
      case .inconclusive: "The data cannot tell: the interval reaches across it."
      case .notEvaluable: "Not judged."
      }
    let next =
      switch verdict {
      case .pass: ""
      case .fail: " Next: find where it comes from, correct that and evaluate again."
      case .inconclusive: " Next: evaluate more cases."
      case .notEvaluable: " Next: state it with its interval or standard error."
      }
    summary =
      "\(name) is \(shown)\(range). \(bound) \(judgement) \(place.basis.rawValue): \(place.path).\(next)"
  }

  /// What a picture of the check takes besides itself.
  struct Picture {
    /// How groups are compared; nil for a value alone.
    var comparison: StatedGap.Comparison?
    let level: Double
    let limit: Double
    var tolerance: Double?
    var groups: [JudgedMeasure.Group] = []
  }

  private func measure(_ picture: Picture) -> JudgedMeasure {
    JudgedMeasure(
      path: place.path,
      attribute: slice,
      metric: place.metric + (picture.comparison.map { "_\($0.rawValue)" } ?? ""),
      value: number,
      lower: interval?.lower,
      upper: interval?.upper,
      level: picture.level,
      limit: picture.limit,
      tolerance: picture.tolerance,
      verdict: verdict.rawValue,
      groups: picture.groups
    )
  }

  /// The check as rules see it; a picture of it is noted.
  func value(drawn picture: Picture, _ call: inout FunctionCall) -> Value {
    call.note(measure(picture))
    var fields: [(String, Value)] = [
      ("metric", call.makeString(place.metric)), ("slice", call.makeString(slice)),
      ("verdict", call.makeString(verdict.rawValue)), ("summary", call.makeString(summary)),
    ]
    for (name, number) in [
      ("value", number), ("lower", interval?.lower), ("upper", interval?.upper),
    ] {
      if let number, number.isFinite { fields.append((name, .double(number))) }
    }
    var placed = fields.map { ($0.0, call.placing($0.1, at: place.record)) }
    if let source = call.field("source", of: place.record) { placed.append(("source", source)) }
    let check = call.makeObject(RuleFunctions.statedCheck.name, placed)
    return call.placing(check, at: place.record)
  }
}
