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
  let failBy: FailRule

  /// Reads metric, limit, level, smallest group and what a miss takes from the arguments of a call.
  init(_ arguments: ArraySlice<Value>, _ call: FunctionCall) throws(EvaluationError) {
    let arguments = Array(arguments)
    metric = call.string(arguments[0]) ?? ""
    limit = arguments[1].double ?? .nan
    level = arguments[2].double ?? .nan
    minimumN = Int(clamping: arguments[3].int ?? 0)
    let rule = arguments.count > 4 ? call.string(arguments[4]) ?? "" : FailRule.interval.rawValue
    guard let failBy = FailRule(rawValue: rule) else {
      let known = FailRule.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ")
      throw EvaluationError(.invalidArgument, "fail_by is \(known), not '\(rule)'")
    }
    self.failBy = failBy
    guard GroupMetrics.names.contains(metric) else {
      let closest = Suggestion.closest(to: metric, among: GroupMetrics.names)
      let advice = closest.map { "; did you mean '\($0)'?" } ?? ""
      throw EvaluationError(.invalidArgument, "there is no fairness metric '\(metric)'\(advice)")
    }
  }

  /// The rates that the metric compares.
  var rates: [Rate] { GroupMetrics.rates(of: metric) }

  /// Whether the limit is the customary one, whoever wrote it into a rule.
  private var isCustomary: Bool { FairnessLimits.conventions[metric]?.value == limit }

  /// The terms of an assessment of this metric alone.
  func assessment(_ meaning: PositiveMeaning?) -> AssessmentTerms {
    AssessmentTerms(
      limits: FairnessLimits([metric: Limit(limit, origin: isCustomary ? .convention : .policy)]),
      level: level,
      minimumGroupSize: minimumN,
      minimumEvents: max(1, min(10, minimumN)),
      failBy: failBy,
      positiveMeans: meaning,
      rates: rates
    )
  }
}

/// The counts of one attribute or crossing in one evaluation.
struct SliceCounts {
  /// One group with the record it was read from.
  struct Group {
    let outcome: GroupOutcome
    let n: Int
    let value: Value
    let isCalledUnknown: Bool
  }

  let slice: String
  let evaluation: Value?
  let groups: [Group]
  /// The groups that the declaration names.
  let expected: [String]
  /// The groups that evaluations say something of and none counts.
  var uncounted: [String] = []
  let minimumShare: Double?
  /// The number of the look at the model and the data, where looks count, and since when they do.
  var look: (number: Int, since: String)?

  init(of slice: String, in evaluation: Value, expected: [String] = [], _ call: FunctionCall) {
    self.slice = slice
    self.evaluation = evaluation
    self.expected = expected
    let unknown = UnknownValues(evaluation, call)
    let all = call.field("groups", of: evaluation).flatMap { call.elements(of: $0) } ?? []
    groups = all.filter { RuleFunctions.text("attribute", of: $0, call) == slice }.map { group in
      let outcome = Self.outcome(of: group, call)
      return Group(
        outcome: outcome,
        n: Self.n(of: group, call),
        value: group,
        // A group that the declaration names is known, whatever an evaluation calls it.
        isCalledUnknown: !expected.contains(outcome.group) && unknown.include(group, call)
      )
    }
    minimumShare = call.field("minimum_share", of: evaluation)?.double
  }

  /// An attribute that no evaluation counts.
  init(nothingOf slice: String) {
    self.slice = slice
    evaluation = nil
    groups = []
    expected = []
    minimumShare = nil
  }

  /// The groups as an assessment takes them.
  var attribute: AttributeGroups {
    let unknown = Set(groups.filter(\.isCalledUnknown).map(\.outcome.group))
    return AttributeGroups(
      groups.map(\.outcome),
      expectedGroups: expected + uncounted,
      look: look?.number ?? 1
    )
    .settingAside(unknown: { unknown.contains($0.group) }, minimumShare: minimumShare)
  }

  /// The same beside the groups that evaluations say anything of.
  func naming(_ groups: Set<String>) -> SliceCounts {
    var copy = self
    copy.uncounted = groups.subtracting(self.groups.map(\.outcome.group)).sorted()
    return copy
  }

  /// The groups that are compared: without those set aside.
  var compared: [Group] {
    let names = Set(attribute.groups.map(\.group))
    return groups.filter { names.contains($0.outcome.group) }
  }

  /// Whether the outcomes of a group are counted, and not its selections alone.
  var hasLabels: Bool {
    groups.contains { group in
      if case .selection = group.outcome.counts { false } else { true }
    }
  }

  /// The group with the fewest cases among those that are compared, the first by name of equals.
  var smallest: Group? {
    compared.min { ($0.n, $0.outcome.group) < ($1.n, $1.outcome.group) }
  }

  static func outcome(of group: Value, _ call: FunctionCall) -> GroupOutcome {
    func count(_ name: String) -> Int? {
      call.field(name, of: group)?.int.map { Int(clamping: $0) }
    }
    let name = RuleFunctions.text("group", of: group, call) ?? ""
    let effect = call.field("design_effect", of: group)?.double ?? 1
    if let tp = count("tp"), let fp = count("fp"), let tn = count("tn"), let fn = count("fn") {
      return GroupOutcome(name, .confusion(tp: tp, fp: fp, tn: tn, fn: fn), designEffect: effect)
    }
    let counts = GroupOutcome.Counts.selection(n: count("n") ?? 0, selected: count("selected") ?? 0)
    return GroupOutcome(name, counts, designEffect: effect)
  }

  private static func n(of group: Value, _ call: FunctionCall) -> Int {
    call.field("n", of: group)?.int.map { Int(clamping: $0) } ?? 0
  }
}

/// The groups that one evaluation says anything of, counted or not.
struct NamedGroups {
  private var groups: [String: Set<String>] = [:]

  init(_ evaluation: Value, _ call: FunctionCall) {
    let all = call.field("measurements", of: evaluation).flatMap { call.elements(of: $0) } ?? []
    for measurement in all
    where RuleFunctions.text("kind", of: measurement, call) == Measurement.Kind.level.rawValue {
      let slice = RuleFunctions.slice(of: measurement, call)
      guard !slice.isEmpty, slice.allSatisfy({ !$0.group.isEmpty }) else { continue }
      groups[SliceName.attribute(of: slice), default: []].insert(SliceName.group(of: slice))
    }
  }

  /// The groups of an attribute or crossing.
  subscript(slice: String) -> Set<String> { groups[slice] ?? [] }
}

/// The values of attributes that stand for not known in one evaluation.
private struct UnknownValues {
  private let pairs: [SlicePair]

  init(_ evaluation: Value, _ call: FunctionCall) {
    pairs = RuleFunctions.slice("unknown_values", of: evaluation, call)
  }

  func include(_ group: Value, _ call: FunctionCall) -> Bool {
    guard !pairs.isEmpty else { return false }
    return RuleFunctions.slice(of: group, call).contains { part in
      pairs.contains { $0.group == part.group && ["", part.attribute].contains($0.attribute) }
    }
  }
}

/// The declared attributes and crossings with what each evaluation counts of them.
struct DeclaredSlices {
  let names: [String]
  private(set) var counts: [SliceCounts]
  private let declared: [(attribute: String, group: String)]
  /// Whether any evaluation counts the outcomes of any group, declared or not.
  let hasLabels: Bool

  init(_ system: Value, _ dossier: Value, _ call: FunctionCall) {
    let slices = call.field("protected_slices", of: system).flatMap { call.elements(of: $0) } ?? []
    let evaluations = call.field("evaluations", of: dossier).flatMap { call.elements(of: $0) } ?? []
    let groups = call.field("protected_groups", of: system).flatMap { call.elements(of: $0) } ?? []
    declared = groups.map { group in
      (
        attribute: SliceName.joined([RuleFunctions.text("attribute", of: group, call) ?? ""]),
        group: RuleFunctions.text("group", of: group, call) ?? ""
      )
    }
    var counts: [SliceCounts] = []
    let named = evaluations.map { NamedGroups($0, call) }
    names = slices.map { call.string($0) ?? "" }
    for name in names {
      let expected = declared.filter { $0.attribute == name }.map(\.group)
      let all = evaluations.map { SliceCounts(of: name, in: $0, expected: expected, call) }
      let counted = Self.naming(all, named.map { $0[name] })
      counts += counted.isEmpty ? [SliceCounts(nothingOf: name)] : counted
    }
    self.counts = counts
    hasLabels = evaluations.contains { evaluation in
      let counted = call.field("groups", of: evaluation).flatMap { call.elements(of: $0) } ?? []
      return counted.contains { call.field("tp", of: $0) != nil }
    }
  }

  /// The evaluations that count groups, each with those that it, or one that counts none, names and nobody
  /// counts.
  private static func naming(_ all: [SliceCounts], _ named: [Set<String>]) -> [SliceCounts] {
    let counted = Set(all.flatMap { $0.groups.map(\.outcome.group) })
    let elsewhere = zip(all, named).filter(\.0.groups.isEmpty).reduce(into: Set<String>()) {
      $0.formUnion($1.1.subtracting(counted))
    }
    return zip(all, named).filter { !$0.0.groups.isEmpty }
      .map { $0.0.naming($0.1.union(elsewhere)) }
  }

  /// The groups of an attribute or crossing that are declared, or counted and compared in an evaluation.
  func groups(of name: String) -> [String] {
    declared.filter { $0.attribute == name }.map(\.group)
      + counts.filter { $0.slice == name }.flatMap { $0.compared.map(\.outcome.group) }
  }

  /// Says of each evaluation how often it was repeated.
  mutating func count(_ looks: LookRule, _ call: FunctionCall) throws(EvaluationError) {
    for index in counts.indices {
      guard let evaluation = counts[index].evaluation else { continue }
      let number = try looks.look(at: evaluation, call)
      counts[index].look = number.map { ($0, looks.since) }
    }
  }
}
