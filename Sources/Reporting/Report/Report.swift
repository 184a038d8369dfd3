// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// Everything that one run found, as plain values in a fixed order.
///
/// The order is system, pack, rule, subject, whatever order the parts were given in, so that equal
/// findings always render to equal bytes.
package struct Report: Sendable, Hashable {
  /// The program that made the report.
  package internal(set) var tool: Tool
  /// The day of the check.
  package internal(set) var asOf: CalendarDate
  /// What was asked for.
  package internal(set) var request: Request
  /// What was judged.
  package internal(set) var repository: Repository
  /// The rules of the gate.
  package internal(set) var policy: Policy
  /// The AI systems that were judged.
  package internal(set) var systems: [SystemReport]
  /// The rule packs that were applied.
  package internal(set) var packs: [PackReport]
  /// The governed documents that were read.
  package internal(set) var artifacts: [ArtifactReport]
  /// The models that the systems declare.
  package internal(set) var models: [ModelReport]
  /// The fairness measures of the evaluations that were read.
  package internal(set) var measures: [MeasureReport]
  /// What the rules of the results ask for, once for each rule.
  package internal(set) var rules: [RuleReport]
  /// Every check that ran, passes included.
  package internal(set) var results: [CheckResult]
  /// The lines of files that findings stand on.
  package internal(set) var sourceLines: [SourceLine] = []
  /// Every waiver that was found, used or not.
  package internal(set) var waivers: [WaiverReport]
  /// Why something could not be decided.
  package internal(set) var faults: [Fault]
  /// What the run says as a whole.
  package internal(set) var verdict: Verdict

  /// Creates a report and puts its parts into the fixed order.
  package init(
    tool: Tool,
    asOf: CalendarDate,
    request: Request = Request(),
    repository: Repository,
    policy: Policy,
    systems: [SystemReport] = [],
    packs: [PackReport] = [],
    artifacts: [ArtifactReport] = [],
    models: [ModelReport] = [],
    measures: [MeasureReport] = [],
    rules: [RuleReport] = [],
    results: [CheckResult] = [],
    waivers: [WaiverReport] = [],
    faults: [Fault] = [],
    verdict: Verdict
  ) {
    self.tool = tool
    self.asOf = asOf
    self.request = request
    self.repository = repository
    self.policy = policy
    self.systems = systems
    self.packs = packs
    self.artifacts = artifacts
    self.models = models
    self.measures = measures
    self.rules = rules
    self.results = results
    self.waivers = waivers
    self.faults = faults
    self.verdict = verdict
    self = ordered()
  }

  /// How many checks came out in which way.
  package var summary: ReportSummary { ReportSummary(results) }

  /// The same report with its parts in the fixed order.
  func ordered() -> Report {
    var copy = self
    copy.policy = policy.ordered()
    copy.systems = FixedOrder.sorted(systems.map { $0.ordered() })
    copy.packs = FixedOrder.sorted(packs.map { $0.ordered() })
    copy.artifacts = FixedOrder.sorted(artifacts)
    copy.models = FixedOrder.sorted(models)
    copy.measures = FixedOrder.sorted(measures)
    copy.rules = RuleReport.ordered(rules)
    copy.results = FixedOrder.sorted(results.map { $0.shortened() })
    copy.sourceLines = FixedOrder.sorted(sourceLines)
    copy.waivers = FixedOrder.sorted(waivers)
    copy.faults = FixedOrder.sorted(faults)
    return copy
  }
}

/// How many checks came out in which way; always counted from the results.
package struct ReportSummary: Sendable, Hashable {
  /// The rules that hold.
  package private(set) var passed = 0
  /// Of these the ones that somebody answers by name, for which there is no evidence.
  package private(set) var attested = 0
  /// The rules that do not hold and that no waiver accepts.
  package private(set) var failed = 0
  /// The rules that could not be judged.
  package private(set) var undecided = 0
  /// The rules that do not hold, which a waiver accepts.
  package private(set) var waived = 0
  /// The rules whose condition of application does not hold.
  package private(set) var notApplicable = 0
  /// The rules that are not in force yet.
  package private(set) var upcoming = 0

  /// Counts results by outcome.
  package init(_ results: some Sequence<CheckResult>) {
    for result in results {
      count(result.outcome)
      if result.isAttested { attested += 1 }
    }
  }

  /// The number of results.
  package var total: Int { passed + failed + undecided + waived + notApplicable + upcoming }

  private mutating func count(_ outcome: Outcome) {
    switch outcome {
    case .passed: passed += 1
    case .failed: failed += 1
    case .undecided: undecided += 1
    case .waived: waived += 1
    case .notApplicable: notApplicable += 1
    case .upcoming: upcoming += 1
    }
  }
}
