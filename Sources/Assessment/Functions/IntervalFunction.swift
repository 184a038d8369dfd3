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
      .init(name: "lower", type: .double, summary: "the lower bound", phrase: "{}'s lower bound"),
      .init(name: "upper", type: .double, summary: "the upper bound", phrase: "{}'s upper bound"),
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

  static let intervalOf = FunctionDeclaration(
    name: "interval",
    receiver: .object("Artifact"),
    parameters: [.init(name: "metric", type: .string), .init(name: "level", type: .double)],
    result: .object("Interval"),
    summary: "the overall value of a metric with its interval: as reported at that level, else "
      + "Wilson's from n for a fraction; absent evidence when neither is possible",
    example: "e.interval('accuracy', 0.95).lower >= 0.9",
    phrase: "the interval of {1} in {0} (level: {2})"
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
