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
  /// What a positive decision means; nil where nobody says it, or evaluations disagree.
  private var meaning: PositiveMeaning?
  /// Of several evaluations the largest.
  private var pooledRate: Double?
  private let result: MetricResult?
  private let assessed: AttributeAssessment?

  /// The attribute or crossing.
  var slice: String { counts.slice }

  /// The evaluation that counts its groups, if one does.
  var evaluation: Value? { counts.evaluation }

  /// Judges slices together: their comparisons share the error.
  static func judge(
    _ slices: [SliceCounts],
    _ terms: FairnessTerms,
    place: Value,
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> [FairnessJudgement] {
    try call.charge(slices.reduce(0) { $0 + cost($1.groups.count) })
    let counted = slices.indices.filter { !slices[$0].groups.isEmpty }
    let meanings = Set(counted.map { meaning(of: slices[$0], call) })
    let common = meanings.count == 1 ? meanings.first ?? nil : nil
    var assessed: [Int: AttributeAssessment] = [:]
    do throws(FairnessError) {
      let all = try AttributeAssessment.assess(
        counted.map { slices[$0].attribute },
        terms.assessment(common)
      )
      for (index, assessment) in zip(counted, all) { assessed[index] = assessment }
    } catch {
      let location = counted.first.flatMap { slices[$0].smallest }
        .flatMap { call.location(of: $0.value) }
      throw EvaluationError(.invalidArgument, error.description, location: location)
    }
    let judgements = slices.enumerated().map { index, counts in
      FairnessJudgement(
        terms,
        counts,
        place: counts.evaluation ?? place,
        meaning(of: counts, call),
        assessed[index]
      )
    }
    for measure in judgements.compactMap({ $0.measure(call) }) { call.note(measure) }
    return judgements
  }

  /// What a picture of the judgement takes; nil where nothing is compared.
  private func measure(_ call: FunctionCall) -> JudgedMeasure? {
    guard let result, let assessed, let evaluation = counts.evaluation else { return nil }
    let rate = result.decidedBy?.rate ?? terms.rates.first
    return JudgedMeasure(
      path: call.field("source", of: evaluation)
        .flatMap { RuleFunctions.text("path", of: $0, call) } ?? "",
      attribute: counts.slice,
      metric: terms.metric,
      value: result.value,
      lower: result.interval?.lower,
      upper: result.interval?.upper,
      level: result.interval?.level ?? terms.level,
      limit: terms.limit,
      verdict: result.verdict.rawValue,
      neededN: result.neededN?.equal,
      groups: assessed.groups.map { JudgedMeasure.Group($0, rate) }
    )
  }

  /// What the evaluations that count an attribute say together: no fail in any, and a pass in one for each
  /// model.
  ///
  /// Of what it was about, the stricter reading holds for all: where they disagree about the meaning of a
  /// positive decision there is none, and the largest rate over all groups counts.
  static func joined(
    _ judgements: [FairnessJudgement],
    _ models: EvaluatedModels,
    _ call: FunctionCall
  ) -> FairnessJudgement? {
    let verdicts = models.groups(of: judgements.map(\.evaluation), call).map { places in
      FairnessVerdict.any(places.map { judgements[$0].verdict })
    }
    let hasFailed = judgements.contains { $0.verdict == .fail }
    let verdict = hasFailed ? .fail : FairnessVerdict.all(verdicts)
    guard var joined = judgements.first(where: { $0.verdict == verdict }) else { return nil }
    let meanings = Set(judgements.compactMap(\.meaning))
    joined.meaning = meanings.count == 1 ? meanings.first : nil
    joined.pooledRate = judgements.compactMap(\.pooledRate).max()
    return joined
  }

  private static func cost(_ groups: Int) -> Int { groups * 50 + groups * groups / 2 }

  private static func meaning(of counts: SliceCounts, _ call: FunctionCall) -> PositiveMeaning? {
    counts.evaluation.flatMap { RuleFunctions.text("positive_means", of: $0, call) }
      .flatMap(PositiveMeaning.init)
  }

  private init(
    _ terms: FairnessTerms,
    _ counts: SliceCounts,
    place: Value,
    _ meaning: PositiveMeaning?,
    _ assessed: AttributeAssessment?
  ) {
    self.terms = terms
    self.counts = counts
    self.place = place
    self.meaning = meaning
    self.assessed = assessed
    result = Self.deciding((assessed?.metrics ?? []).filter { $0.name == terms.metric })
    pooledRate = Self.pooledRate(of: terms.rates, assessed)
  }

  /// The comparison that decides when all of several must hold: the worst, the first of equals by
  /// the name of its group.
  private static func deciding(_ results: [MetricResult]) -> MetricResult? {
    let order: [FairnessVerdict] = [.fail, .notEvaluable, .inconclusive, .pass]
    let sorted = results.sorted { ($0.groups?.group ?? "") < ($1.groups?.group ?? "") }
    return order.lazy.compactMap { verdict in sorted.first { $0.verdict == verdict } }.first
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

  /// The rate over all groups that are compared; of several rates the smallest.
  private static func pooledRate(of rates: [Rate], _ assessed: AttributeAssessment?) -> Double? {
    let groups = (assessed?.groups ?? []).filter { $0.reason == nil }
    let pooled = rates.compactMap { rate -> Double? in
      let counts = groups.compactMap { group in
        group.rates.first { $0.entry.rate == rate }?.entry.proportion
      }
      let trials = counts.reduce(0.0) { $0 + Double($1.trials) }
      return trials > 0 ? counts.reduce(0.0) { $0 + Double($1.successes) } / trials : nil
    }
    return pooled.min()
  }

  /// The check as rules see it, which learns whether any evaluation counts outcomes.
  func check(hasLabels: Bool, _ call: inout FunctionCall) -> Value {
    let smallest = counts.smallest
    let place = smallest?.value ?? place
    let evidence = evidence(call)
    var fields: [(String, Value)] = [
      ("attribute", call.makeString(counts.slice)),
      ("verdict", call.makeString(verdict.rawValue)),
      ("is_open", .bool(isOpen)), ("is_unlabelled", .bool(!hasLabels && !counts.groups.isEmpty)),
      ("screen", call.makeString((result?.screen ?? .notEvaluable).rawValue)),
      ("smallest_group", call.makeString(smallest?.outcome.group ?? "")),
      ("smallest_n", .int(Int64(smallest?.n ?? 0))),
      ("look", .int(Int64(counts.look?.number ?? 1))),
      ("counts", call.makeString(evidence)),
      ("summary", call.makeString(summary(evidence, call))),
    ]
    for (name, number) in [
      ("value", result?.value), ("lower", result?.interval?.lower),
      ("upper", result?.interval?.upper), ("pooled_rate", pooledRate),
    ] {
      if let number, number.isFinite { fields.append((name, .double(number))) }
    }
    for (name, cases) in [
      ("needed_n", result?.neededN?.equal), ("needed_n_measured", result?.neededN?.measured),
    ] {
      if let cases { fields.append((name, .int(Int64(cases)))) }
    }
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
    let read = Dictionary(counts.groups.map { ($0.outcome.group, $0.value) }) { first, _ in first }
    return terms.rates.map { rate in
      let groups = (assessed?.groups ?? []).sorted { $0.group < $1.group }
      var texts = groups.prefix(Self.namedGroups).map { group in
        let proportion = group.rates.first { $0.entry.rate == rate }?.entry.proportion
        let line = read[group.group].flatMap { call.location(of: $0)?.position }
          .map { " (line \($0.line))" }
        let shown = proportion.map { "\($0.successes)/\($0.trials)" } ?? "unknown"
        let note = group.reason.map { ", \($0.words)" } ?? ""
        let isRecovered = read[group.group].flatMap { call.field("recovered", of: $0)?.bool }
        let origin = isRecovered == true ? " recovered" : ""
        return "\(group.group) \(shown)\(line ?? "")\(origin)\(note)"
      }
      let more = groups.count - texts.count
      if more > 0 { texts.append("\(more) more") }
      return "\(rate.rawValue) \(texts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  private func summary(_ evidence: String, _ call: FunctionCall) -> String {
    guard counts.smallest != nil else {
      return "\(counts.slice) is not evaluable: no evaluation counts its groups"
    }
    var text = "\(counts.slice) \(verdict.phrase): "
    guard let result, let assessed else {
      return text + "\(terms.metric) is undefined (\(reason ?? "no value")); \(evidence)"
    }
    text +=
      FairnessSentence(
        result,
        assessed.groups,
        failBy: terms.failBy,
        note: repetition,
        origin: origin(call)
      ).text
    if let rate = terms.rates.first, terms.rates.count == 1,
      let moderation = FairnessSentence.moderation(of: rate, in: assessed.groups)
    {
      text += " \(moderation)"
    }
    for words in FairnessSentence.lookalikes(assessed.groups.map(\.group)) { text += " \(words)." }
    return text + " Counts: \(evidence)."
  }

  /// What it costs to have looked before.
  ///
  /// `7th look at this model and these data since the release v1.2: judged at a level of 99.8214 % in place
  /// of 95 %.`
  private var repetition: String? {
    guard let look = counts.look, look.number > 1 else { return nil }
    let level = RepeatedLooks.level(terms.level, atLook: look.number)
    return
      "\(Ordinal.text(look.number)) look at this model and these data \(look.since): judged at a level "
      + "of \(PlainNumber.text(level * 100)) % in place of \(PlainNumber.text(terms.level * 100)) %."
  }

  /// Where the numbers are from, as in `Test set loans-2025, model 2.3.0, evaluation/test.json.`.
  private func origin(_ call: FunctionCall) -> String? {
    guard let evaluation = counts.evaluation else { return nil }
    func first(_ list: String, _ field: String) -> String? {
      call.field(list, of: evaluation).flatMap { call.elements(of: $0)?.first }
        .flatMap { RuleFunctions.text(field, of: $0, call) }
    }
    let parts = [
      first("datasets", "name").map { "test set \($0)" },
      first("models", "version").map { "model \($0)" },
      call.field("source", of: evaluation).flatMap { RuleFunctions.text("path", of: $0, call) },
    ].compactMap { $0 }
    guard let start = parts.first?.first else { return nil }
    return start.uppercased() + parts.joined(separator: ", ").dropFirst() + "."
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

/// Ordinal numbers in English.
enum Ordinal {
  /// `1st`, `2nd`, `11th`.
  static func text(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "\(number)th"
    case (1, _): "\(number)st"
    case (2, _): "\(number)nd"
    case (3, _): "\(number)rd"
    default: "\(number)th"
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
