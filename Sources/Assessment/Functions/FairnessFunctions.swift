// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage

extension RuleFunctions {
  static let interval = FactsSchema.ObjectType(
    name: "Interval",
    summary: "A value with its confidence interval.",
    fields: [
      .init(name: "value", type: .double, summary: "the value"),
      .init(name: "lower", type: .double, summary: "the lower bound"),
      .init(name: "upper", type: .double, summary: "the upper bound"),
      .init(name: "level", type: .double, summary: "the confidence level"),
      .init(
        name: "method",
        type: .string,
        members: ["reported", "wilson"],
        summary: "where it is from"
      ),
      .init(name: "n", type: .int, isOptional: true, summary: "the number of cases"),
    ]
  )

  static let fairnessCheck = FactsSchema.ObjectType(
    name: "FairnessCheck",
    summary: "A fairness metric of one attribute or crossing, judged by its interval.",
    fields: [
      .init(
        name: "verdict",
        type: .string,
        members: FairnessVerdict.allCases.map(\.rawValue),
        summary: "what the interval says about the limit; inconclusive is no pass"
      ),
      .init(name: "value", type: .double, isOptional: true, summary: "the value"),
      .init(name: "lower", type: .double, isOptional: true, summary: "the lower bound"),
      .init(name: "upper", type: .double, isOptional: true, summary: "the upper bound"),
      .init(name: "smallest_group", type: .string, summary: "the group with the fewest cases"),
      .init(name: "smallest_n", type: .int, summary: "how many cases it has"),
      .init(
        name: "needed_n",
        type: .int,
        isOptional: true,
        summary: "cases per group that a pass at equal rates would need"
      ),
      .init(
        name: "reason",
        type: .string,
        isOptional: true,
        summary: "why there is no value, or why it was not judged"
      ),
    ]
  )

  static let intervalOf = FunctionDeclaration(
    name: "interval",
    receiver: .object("Artifact"),
    parameters: [.init(name: "metric", type: .string), .init(name: "level", type: .double)],
    result: .object("Interval"),
    summary: "the overall value of a metric with its interval: as reported at that level, else "
      + "Wilson's from n for a fraction; absent evidence when neither is possible",
    example: "e.interval('accuracy', 0.95).lower >= 0.9"
  ) { arguments, call throws(EvaluationError) in
    guard let found = try overall(arguments[1], of: arguments[0], &call) else {
      throw missing("no overall value of '\(call.string(arguments[1]) ?? "")'", arguments[0], call)
    }
    let measurement = MeasurementFields(found, call)
    let level = arguments[2].double ?? 0
    guard let value = measurement.double("value"),
      let bounds = measurement.reportedBounds(at: level) ?? measurement.wilson(at: level)
    else {
      throw missing("'\(measurement.metric)' has neither an interval nor a usable n", found, call)
    }
    var fields: [(String, Value)] = [
      ("value", .double(value)), ("lower", .double(bounds.lower)),
      ("upper", .double(bounds.upper)), ("level", .double(level)),
      ("method", call.makeString(bounds.method)),
    ]
    if let n = measurement.n { fields.append(("n", .int(n))) }
    let placed = fields.map { ($0.0, call.placing($0.1, at: found)) }
    return call.placing(call.makeObject("Interval", placed), at: found)
  }

  static let fairness = FunctionDeclaration(
    name: "fairness",
    parameters: [
      .init(name: "evaluation", type: .object("Artifact")),
      .init(name: "slice", type: .string),
      .init(name: "metric", type: .string),
      .init(name: "limit", type: .double),
      .init(name: "level", type: .double),
      .init(name: "minimum_n", type: .int),
    ],
    result: .object("FairnessCheck"),
    summary: "a fairness metric over the groups of one attribute or crossing, recomputed from "
      + "their counts and judged by its interval",
    example: "fairness(e, 'sex', 'demographic_parity_ratio', 0.8, 0.95, 30).verdict == 'pass'"
  ) { arguments, call throws(EvaluationError) in
    try FairnessCall(arguments, call).check(&call)
  }
}

/// The fields of a measurement that intervals need.
private struct MeasurementFields {
  let value: Value
  let call: FunctionCall

  init(_ value: Value, _ call: FunctionCall) {
    self.value = value
    self.call = call
  }

  var metric: String { RuleFunctions.text("metric", of: value, call) ?? "" }
  var n: Int64? { call.field("n", of: value)?.int }

  func double(_ name: String) -> Double? { call.field(name, of: value)?.double }

  func reportedBounds(at level: Double) -> (lower: Double, upper: Double, method: String)? {
    guard let lower = double("lower"), let upper = double("upper"), lower <= upper,
      let stated = double("level"), stated >= level
    else { return nil }
    return (lower, upper, "reported")
  }

  /// Wilson's interval, where the value is a fraction of a known number of cases.
  func wilson(at level: Double) -> (lower: Double, upper: Double, method: String)? {
    let unit = RuleFunctions.text("unit", of: value, call)
    guard unit == Measurement.Unit.fraction.rawValue || unit == Measurement.Unit.unknown.rawValue,
      let fraction = double("value"), (0...1).contains(fraction),
      let n, n > 0, n < 1 << 52, let trials = Int(exactly: n)
    else { return nil }
    let successes = Int((fraction * Double(trials)).rounded())
    do throws(FairnessError) {
      let proportion = try Proportion(successes: successes, trials: trials)
      return proportion.interval(.wilson, level: level).map { ($0.lower, $0.upper, "wilson") }
    } catch {
      return nil
    }
  }
}

/// One call of `fairness(…)`: collects the groups, assesses them, and makes the result.
private struct FairnessCall {
  private static let metrics = [
    "demographic_parity_ratio", "demographic_parity_difference", "equal_opportunity_ratio",
    "equal_opportunity_difference", "equalized_odds_ratio", "equalized_odds_difference",
    "predictive_parity_ratio", "predictive_equality_ratio", "predictive_equality_difference",
  ]

  private struct Group {
    let outcome: GroupOutcome
    let n: Int
    let value: Value
  }

  private let groups: [Group]
  private let evaluation: Value
  private let slice: String
  private let metric: String
  private let limit: Double
  private let level: Double
  private let minimumN: Int

  init(_ arguments: [Value], _ call: FunctionCall) throws(EvaluationError) {
    evaluation = arguments[0]
    slice = call.string(arguments[1]) ?? ""
    metric = call.string(arguments[2]) ?? ""
    limit = arguments[3].double ?? 0
    level = arguments[4].double ?? 0
    minimumN = Int(clamping: arguments[5].int ?? 0)
    guard Self.metrics.contains(metric) else {
      let closest = Suggestion.closest(to: metric, among: Self.metrics)
      let advice = closest.map { "; did you mean '\($0)'?" } ?? ""
      throw EvaluationError(.invalidArgument, "there is no fairness metric '\(metric)'\(advice)")
    }
    let slice = slice
    let all = call.field("groups", of: evaluation).flatMap { call.elements(of: $0) } ?? []
    groups = all.compactMap { group in
      guard RuleFunctions.text("attribute", of: group, call) == slice else { return nil }
      return Group(
        outcome: Self.outcome(of: group, call),
        n: call.field("n", of: group)?.int.map { Int(clamping: $0) } ?? 0,
        value: group
      )
    }
  }

  func check(_ call: inout FunctionCall) throws(EvaluationError) -> Value {
    try call.charge(groups.count * 50)
    guard let smallest = groups.min(by: { $0.n < $1.n }) else {
      return result(verdict: .notEvaluable, reason: "no counts for '\(slice)'", nil, &call)
    }
    let assessment: AttributeAssessment
    do throws(FairnessError) {
      assessment = try AttributeAssessment.assess(
        groups: groups.map(\.outcome),
        limits: FairnessLimits([metric: Limit(limit, origin: .policy)]),
        level: level,
        minimumGroupSize: minimumN
      )
    } catch {
      throw EvaluationError(
        .invalidArgument,
        error.description,
        location: call.location(of: smallest.value)
      )
    }
    guard let metricResult = assessment.metrics.first(where: { $0.name == metric }) else {
      let reason = UndefinedReason.labelsNotRecorded.rawValue
      return result(verdict: .notEvaluable, reason: reason, nil, &call)
    }
    return result(
      verdict: metricResult.verdict,
      reason: metricResult.reason?.rawValue,
      metricResult,
      &call
    )
  }

  private func result(
    verdict: FairnessVerdict,
    reason: String?,
    _ metric: MetricResult?,
    _ call: inout FunctionCall
  ) -> Value {
    let smallest = groups.min { $0.n < $1.n }
    let place = smallest?.value ?? evaluation
    var fields: [(String, Value)] = [
      ("verdict", call.makeString(verdict.rawValue)),
      ("smallest_group", call.makeString(smallest?.outcome.group ?? "")),
      ("smallest_n", .int(Int64(smallest?.n ?? 0))),
    ]
    for (name, number) in [
      ("value", metric?.value), ("lower", metric?.interval?.lower),
      ("upper", metric?.interval?.upper),
    ] {
      if let number, number.isFinite { fields.append((name, .double(number))) }
    }
    if let needed = metric?.neededN { fields.append(("needed_n", .int(Int64(needed)))) }
    if let reason { fields.append(("reason", call.makeString(reason))) }
    let placed = fields.map { ($0.0, call.placing($0.1, at: place)) }
    return call.placing(call.makeObject("FairnessCheck", placed), at: place)
  }

  private static func outcome(of group: Value, _ call: FunctionCall) -> GroupOutcome {
    func count(_ name: String) -> Int? {
      call.field(name, of: group)?.int.map { Int(clamping: $0) }
    }
    let name = RuleFunctions.text("group", of: group, call) ?? ""
    if let tp = count("tp"), let fp = count("fp"), let tn = count("tn"), let fn = count("fn") {
      return GroupOutcome(name, .confusion(tp: tp, fp: fp, tn: tn, fn: fn))
    }
    return GroupOutcome(name, .selection(n: count("n") ?? 0, selected: count("selected") ?? 0))
  }
}
