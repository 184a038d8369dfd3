// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage
internal import Texts

/// What a rule asks for: a metric, its limit, and how sure to be.
struct FairnessTerms {
  let metric: String
  let limit: Double
  let level: Double
  let minimumN: Int

  /// Reads metric, limit, level and smallest group from the arguments of a call.
  init(_ arguments: ArraySlice<Value>, _ call: FunctionCall) throws(EvaluationError) {
    let arguments = Array(arguments)
    metric = call.string(arguments[0]) ?? ""
    limit = arguments[1].double ?? .nan
    level = arguments[2].double ?? .nan
    minimumN = Int(clamping: arguments[3].int ?? 0)
    guard GroupMetrics.names.contains(metric) else {
      let closest = Suggestion.closest(to: metric, among: GroupMetrics.names)
      let advice = closest.map { "; did you mean '\($0)'?" } ?? ""
      throw EvaluationError(.invalidArgument, "there is no fairness metric '\(metric)'\(advice)")
    }
  }

  /// The rates that the metric compares.
  var rates: [Rate] { GroupMetrics.rates(of: metric) }
}

/// The counts of one attribute or crossing in one evaluation.
struct SliceCounts {
  /// One group with the record it was read from.
  struct Group {
    let outcome: GroupOutcome
    let n: Int
    let value: Value
  }

  let slice: String
  let evaluation: Value?
  let groups: [Group]

  init(of slice: String, in evaluation: Value, _ call: FunctionCall) {
    self.slice = slice
    self.evaluation = evaluation
    let all = call.field("groups", of: evaluation).flatMap { call.elements(of: $0) } ?? []
    groups = all.filter { RuleFunctions.text("attribute", of: $0, call) == slice }
      .map { Group(outcome: Self.outcome(of: $0, call), n: Self.n(of: $0, call), value: $0) }
  }

  /// An attribute that no evaluation counts.
  init(nothingOf slice: String) {
    self.slice = slice
    evaluation = nil
    groups = []
  }

  /// The group with the fewest cases.
  var smallest: Group? { groups.min { $0.n < $1.n } }

  static func outcome(of group: Value, _ call: FunctionCall) -> GroupOutcome {
    func count(_ name: String) -> Int? {
      call.field(name, of: group)?.int.map { Int(clamping: $0) }
    }
    let name = RuleFunctions.text("group", of: group, call) ?? ""
    if let tp = count("tp"), let fp = count("fp"), let tn = count("tn"), let fn = count("fn") {
      return GroupOutcome(name, .confusion(tp: tp, fp: fp, tn: tn, fn: fn))
    }
    return GroupOutcome(name, .selection(n: count("n") ?? 0, selected: count("selected") ?? 0))
  }

  private static func n(of group: Value, _ call: FunctionCall) -> Int {
    call.field("n", of: group)?.int.map { Int(clamping: $0) } ?? 0
  }
}
