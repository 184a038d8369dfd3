// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage

// What rules may ask about groups of people: disparities judged by their intervals, and reported
// numbers that their own counts contradict.

extension RuleFunctions {
  static let fairnessCheck = FactsSchema.ObjectType(
    name: "FairnessCheck",
    summary: "A fairness metric of one attribute or crossing, judged by its interval.",
    fields: [
      .init(
        name: "attribute",
        type: .string,
        summary: "the attribute, or the crossing joined with ×"
      ),
      .init(
        name: "verdict",
        type: .string,
        members: FairnessVerdict.allCases.map(\.rawValue),
        summary: "what the interval says about the limit; inconclusive is no pass"
      ),
      .init(
        name: "is_open",
        type: .bool,
        summary: "whether more cases could decide: inconclusive, or groups that are too small",
        phrase: "{} could be decided by more cases"
      ),
      .init(
        name: "is_unlabelled",
        type: .bool,
        summary: "whether groups are counted, and no evaluation counts the outcomes of any group",
        phrase: "{} is counted without labels"
      ),
      .init(
        name: "screen",
        type: .string,
        members: FairnessVerdict.allCases.map(\.rawValue),
        summary: "what the measured value alone says about the limit, as 29 CFR 1607.4(D) does"
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
        summary: "cases per group with which equal rates pass with a chance of 80 %"
      ),
      .init(
        name: "needed_n_measured",
        type: .int,
        isOptional: true,
        summary: "the same for the rates as measured; absent above 50,000"
      ),
      .init(
        name: "pooled_rate",
        type: .double,
        isOptional: true,
        summary: "the rate over all groups together, the smallest where several are compared"
      ),
      .init(
        name: "look",
        type: .int,
        summary: "how often the model was evaluated on the same data since the last release, from 1"
      ),
      .init(
        name: "reason",
        type: .string,
        isOptional: true,
        summary: "why there is no value, or why it was not judged"
      ),
      .init(
        name: "positive_means",
        type: .string,
        isOptional: true,
        members: PositiveMeaning.allCases.map(\.rawValue),
        summary: "what a positive decision means for a person, as the evaluation says",
        phrase: "{}'s meaning of the positive class"
      ),
      .init(
        name: "counts",
        type: .string,
        summary: "the counts behind the value, with their lines"
      ),
      .init(
        name: "summary",
        type: .string,
        summary: "value, interval, counts and, where the data cannot tell, what is missing"
      ),
      .init(name: "source", type: .object("Source"), summary: "the evaluation, else the system"),
    ]
  )

  private static let terms: [FunctionDeclaration.Parameter] = [
    .init(name: "metric", type: .string), .init(name: "limit", type: .double),
    .init(name: "level", type: .double), .init(name: "minimum_n", type: .int),
  ]
  private static let failBy = FunctionDeclaration.Parameter(name: "fail_by", type: .string)
  private static let looks: [FunctionDeclaration.Parameter] = [
    .init(name: "looks", type: .string), .init(name: "repository", type: .object("Repository")),
  ]

  static let fairness = judging([], "")
  static let fairnessBy = judging([failBy], ", fail by: {6}")
  static let fairnessOf = judgingAll([], "")
  static let fairnessOfBy = judgingAll([failBy], ", fail by: {6}")
  static let fairnessOfLooks = judgingAll([failBy] + looks, ", fail by: {6}, looks: {7}")

  private static func judging(
    _ more: [FunctionDeclaration.Parameter],
    _ phrase: String
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name: "fairness",
      parameters: [
        .init(name: "evaluation", type: .object("Artifact")), .init(name: "slice", type: .string),
      ] + terms + more,
      result: .object(fairnessCheck.name),
      summary: "a fairness metric over the groups of one attribute or crossing, recomputed from "
        + "their counts and judged by its interval"
        + (more.isEmpty ? "" : "; fail_by says what a miss takes: interval or two_key"),
      example: "fairness(e, 'sex', 'demographic_parity_ratio', 0.8, 0.95, 30"
        + (more.isEmpty ? "" : ", 'two_key'") + ").verdict == 'pass'",
      phrase: "the judgement of {2} over the groups of {1} in {0} (limit: {3}, level: {4}, "
        + "smallest group: {5}\(phrase))",
      isRemembered: true
    ) { arguments, call throws(EvaluationError) in
      let terms = try FairnessTerms(arguments.dropFirst(2), call)
      let slice = call.string(arguments[1]) ?? ""
      let counts = SliceCounts(of: slice, in: arguments[0], call)
        .naming(NamedGroups(arguments[0], call)[slice])
      let judged = try FairnessJudgement.judge([counts], terms, place: arguments[0], &call)
      return judged[0].check(hasLabels: counts.hasLabels, &call)
    }
  }

  private static let looksInWords =
    "; looks says whether repeated evaluations of one model on the same data count (count: look k is "
    + "judged at the level 1 - 2 alpha / (k (k + 1)), undecided in a shallow history; known: as far as the "
    + "history goes back) or not (ignore)"

  private static func judgingAll(
    _ more: [FunctionDeclaration.Parameter],
    _ phrase: String
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name: "fairness_of",
      parameters: [
        .init(name: "dossier", type: .object("Dossier")),
        .init(name: "system", type: .object("System")),
      ] + terms + more,
      result: .list(.object(fairnessCheck.name)),
      summary: "a fairness metric for every declared protected attribute and crossing: fail when "
        + "any evaluation fails, pass when none fails and one of each model passes, not_evaluable "
        + "when no evaluation counts its groups. The comparisons of all of them share the error"
        + (more.isEmpty ? "" : "; fail_by says what a miss takes: interval or two_key")
        + (more.count > 1 ? looksInWords : ""),
      example: "fairness_of(dossier, system, 'demographic_parity_ratio', 0.8, 0.95, 30"
        + (more.isEmpty ? "" : ", 'two_key'") + (more.count > 1 ? ", 'count', repository" : "")
        + ").all(c, c.lower >= 0.8)",
      phrase: "the judgements of {2} over each protected attribute and crossing (limit: "
        + "{3}, level: {4}, smallest group: {5}\(phrase))",
      isRemembered: true
    ) { arguments, call throws(EvaluationError) in
      let terms = try FairnessTerms(arguments.dropFirst(2), call)
      var slices = DeclaredSlices(arguments[1], arguments[0], call)
      if arguments.count > 8 { try slices.count(LookRule(arguments[7], arguments[8], &call), call) }
      let counts = slices.counts
      let judged = try FairnessJudgement.judge(counts, terms, place: arguments[1], &call)
      let models = EvaluatedModels(arguments[1], call)
      let hasLabels = slices.hasLabels
      var checks: [Value] = []
      for name in slices.names {
        let own = judged.filter { $0.slice == name }
        guard let joined = FairnessJudgement.joined(own, models, call) else { continue }
        checks.append(joined.check(hasLabels: hasLabels, &call))
      }
      return call.makeList(checks)
    }
  }

  static let cases = FunctionDeclaration(
    name: "cases",
    receiver: .object("Artifact"),
    parameters: [.init(name: "attribute", type: .string)],
    result: .int,
    summary: "the cases counted over all groups of an attribute or crossing; 0 without counts",
    example: "e.cases('sex') >= 1000",
    phrase: "the number of cases of {1} in {0}",
    isRemembered: true
  ) { arguments, call throws(EvaluationError) in
    let counts = SliceCounts(of: call.string(arguments[1]) ?? "", in: arguments[0], call)
    try call.charge(counts.groups.count)
    let sum = counts.groups.reduce(0) { sum, group in
      let (next, overflow) = sum.addingReportingOverflow(group.n)
      return overflow ? .max : next
    }
    return call.placing(.int(Int64(sum)), at: counts.groups.first?.value ?? arguments[0])
  }

  static let undecided = FunctionDeclaration(
    name: "undecided",
    parameters: [.init(name: "reason", type: .string)],
    result: .bool,
    summary: "never a value: makes the rule undecided for that reason, where a pass would be as "
      + "wrong as a fail",
    example: "e.cases('sex') >= 30 || undecided('too few cases')",
    phrase: "the outcome is left undecided ({0})"
  ) { arguments, call throws(EvaluationError) in
    throw EvaluationError(
      .invalidArgument,
      call.string(arguments[0]) ?? "",
      location: call.location(of: arguments[0])
    )
  }

  static let driftNoise = FunctionDeclaration(
    name: "psi_noise",
    parameters: [
      .init(name: "bins", type: .int), .init(name: "reference_n", type: .int),
      .init(name: "n", type: .int),
    ],
    result: .double,
    summary: "the population stability index that chance alone exceeds in one of twenty samples of "
      + "that size without any drift",
    example: "psi_noise(10, 1000, 200) < 0.11",
    phrase: "the index that chance alone exceeds in one of twenty samples (bins: {0}, cases: "
      + "{1} and {2})"
  ) { arguments, call throws(EvaluationError) in
    let bins = Int(clamping: arguments[0].int ?? 0)
    guard (2...1000).contains(bins) else {
      throw EvaluationError(.invalidArgument, "a histogram has 2 to 1000 bins, not \(bins)")
    }
    try call.charge(bins)
    let flat = arguments.dropFirst().map { size in
      [Double](repeating: Double(size.int ?? 0) / Double(bins), count: bins)
    }
    do throws(FairnessError) {
      return .double(try HistogramDrift(expected: flat[0], actual: flat[1]).noisePoint())
    } catch {
      throw EvaluationError(.invalidArgument, error.description)
    }
  }

  static let privacyBound = FunctionDeclaration(
    name: "attack_advantage_bound",
    parameters: [.init(name: "epsilon", type: .double), .init(name: "delta", type: .double)],
    result: .double,
    summary: "the largest advantage (TPR - FPR) of a membership attack on a mechanism with that "
      + "differential-privacy guarantee",
    example: "attack_advantage_bound(1.0, 0.00001) < 0.47",
    phrase: "the largest advantage of an attack under the guarantee (epsilon: {0}, delta: {1})"
  ) { arguments, _ throws(EvaluationError) in
    do throws(FairnessError) {
      let guarantee = try PrivacyGuarantee(
        epsilon: arguments[0].double ?? .nan,
        delta: arguments[1].double ?? .nan
      )
      return .double(guarantee.advantageBound)
    } catch {
      throw EvaluationError(.invalidArgument, error.description)
    }
  }
}
