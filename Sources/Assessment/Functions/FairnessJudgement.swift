// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage

/// One metric of one attribute in one evaluation: assessed, and told with its evidence.
struct FairnessJudgement {
  private let terms: FairnessTerms
  private let counts: SliceCounts
  /// What a check without groups stands for: the evaluation, or the system.
  private let place: Value
  private let meaning: PositiveMeaning?
  private let result: MetricResult?
  private let assessed: AttributeAssessment?

  init(
    _ terms: FairnessTerms,
    _ counts: SliceCounts,
    place: Value,
    _ call: inout FunctionCall
  ) throws(EvaluationError) {
    try call.charge(counts.groups.count * 50)
    self.terms = terms
    self.counts = counts
    self.place = place
    meaning = counts.evaluation.flatMap { RuleFunctions.text("positive_means", of: $0, call) }
      .flatMap(PositiveMeaning.init)
    let outcomes = counts.groups.map(\.outcome)
    do throws(FairnessError) {
      assessed = outcomes.isEmpty ? nil : try Self.assess(outcomes, terms, meaning)
    } catch {
      let location = counts.smallest.flatMap { call.location(of: $0.value) }
      throw EvaluationError(.invalidArgument, error.description, location: location)
    }
    result = Self.deciding((assessed?.metrics ?? []).filter { $0.name == terms.metric })
  }

  private static func assess(
    _ groups: [GroupOutcome],
    _ terms: FairnessTerms,
    _ meaning: PositiveMeaning?
  ) throws(FairnessError) -> AttributeAssessment {
    try AttributeAssessment.assess(
      groups: groups,
      limits: FairnessLimits([terms.metric: Limit(terms.limit, origin: .policy)]),
      level: terms.level,
      minimumGroupSize: terms.minimumN,
      minimumEvents: max(1, min(10, terms.minimumN)),
      positiveMeans: meaning ?? .benefit,
      rates: terms.rates
    )
  }

  /// The comparison that decides when all of several must hold: the worst, the first of equals.
  private static func deciding(_ results: [MetricResult]) -> MetricResult? {
    let order: [FairnessVerdict] = [.fail, .notEvaluable, .inconclusive, .pass]
    return order.lazy.compactMap { verdict in results.first { $0.verdict == verdict } }.first
  }

  private var verdict: FairnessVerdict { result?.verdict ?? .notEvaluable }

  private var reason: String? {
    if counts.groups.isEmpty { return "no counts for '\(counts.slice)'" }
    if let result { return result.reason?.rawValue }
    let isAlone = counts.groups.count == 1
    return (isAlone ? UndefinedReason.oneGroupOnly : .labelsNotRecorded).rawValue
  }

  private var isOpen: Bool {
    verdict == .inconclusive || result?.reason == .tooFewCases
  }

  /// The check as rules see it.
  func check(_ call: inout FunctionCall) -> Value {
    let smallest = counts.smallest
    let place = smallest?.value ?? place
    let evidence = evidence(call)
    var fields: [(String, Value)] = [
      ("attribute", call.makeString(counts.slice)),
      ("verdict", call.makeString(verdict.rawValue)),
      ("is_open", .bool(isOpen)),
      ("smallest_group", call.makeString(smallest?.outcome.group ?? "")),
      ("smallest_n", .int(Int64(smallest?.n ?? 0))),
      ("counts", call.makeString(evidence)),
      ("summary", call.makeString(summary(evidence))),
    ]
    for (name, number) in [
      ("value", result?.value), ("lower", result?.interval?.lower),
      ("upper", result?.interval?.upper),
    ] {
      if let number, number.isFinite { fields.append((name, .double(number))) }
    }
    if let needed = result?.neededN { fields.append(("needed_n", .int(Int64(needed)))) }
    if let reason { fields.append(("reason", call.makeString(reason))) }
    if let meaning {
      fields.append(("positive_means", call.makeString(meaning.rawValue)))
    }
    var placed = fields.map { ($0.0, call.placing($0.1, at: place)) }
    if let source = call.field("source", of: self.place) { placed.append(("source", source)) }
    return call.placing(call.makeObject("FairnessCheck", placed), at: place)
  }
}

// MARK: - In words

extension FairnessJudgement {
  private static let namedGroups = 12

  /// `selection_rate F 45/100 (line 12), M 60/100 (line 13)`.
  private func evidence(_ call: FunctionCall) -> String {
    terms.rates.map { rate in
      var texts = zip(assessed?.groups ?? [], counts.groups).prefix(Self.namedGroups)
        .map { group, read in
          let proportion = group.rates.first { $0.entry.rate == rate }?.entry.proportion
          let line = call.location(of: read.value)?.position.map { " (line \($0.line))" } ?? ""
          let shown = proportion.map { "\($0.successes)/\($0.trials)" } ?? "unknown"
          return "\(group.group) \(shown)\(line)"
        }
      let more = counts.groups.count - texts.count
      if more > 0 { texts.append("\(more) more") }
      return "\(rate.rawValue) \(texts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  private var decision: String? {
    result.flatMap { result in
      GroupMetrics.decision(
        result.verdict,
        by: result.decidedBy,
        interval: result.interval,
        limit: result.limit,
        adjustedP: result.adjustedPValue
      )
    }
  }

  private func summary(_ evidence: String) -> String {
    guard let smallest = counts.smallest else {
      return "\(counts.slice) is not evaluable: no evaluation counts its groups"
    }
    var text = "\(counts.slice) \(verdict.phrase): "
    if let value = result?.value {
      text += "\(terms.metric) \(PlainNumber.text(value))"
      if let interval = result?.interval {
        let (lower, upper) = (PlainNumber.text(interval.lower), PlainNumber.text(interval.upper))
        text += ", \(PlainNumber.text(interval.level * 100)) % interval \(lower) to \(upper)"
      }
    } else {
      text += "\(terms.metric) is undefined (\(reason ?? "no value"))"
    }
    if let decision { text += "; \(decision)" }
    text += "; \(evidence)"
    guard isOpen else { return text }
    let groups = assessed?.groups ?? []
    let missing = result?.neededN.flatMap {
      GroupMetrics.shortfall(of: terms.metric, needing: $0, in: groups)
    }
    return text + "; \(missing ?? "the smallest, \(smallest.outcome.group), has \(smallest.n)")"
  }
}

extension FairnessVerdict {
  /// The verdict as a verb.
  fileprivate var phrase: String {
    switch self {
    case .pass: "passes"
    case .fail: "fails"
    case .inconclusive: "is inconclusive"
    case .notEvaluable: "is not evaluable"
    }
  }
}

/// Numbers as a sentence shows them.
enum PlainNumber {
  /// A probability: at most four decimals, and `below 0.0001` for anything smaller.
  static func short(_ probability: Double) -> String {
    probability < 0.0001 ? "below 0.0001" : text(probability)
  }

  /// At most four decimals; `infinity` without bound.
  static func text(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "undefined" : "infinity" }
    let rounded = (number * 10_000).rounded() / 10_000
    guard rounded.isFinite else { return "\(number)" }
    let text = "\(rounded == 0 ? 0 : rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
