// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import GateModel
import RuleLanguage
import Survey
import Testing

/// A call of a function in a condition, and what a rule with that condition says.
struct FunctionCase: CustomTestStringConvertible, Sendable {
  let condition: String
  let outcome: Outcome
  /// A part of what the record says was seen.
  var seen = ""

  var testDescription: String { condition }

  private static func passes(_ condition: String) -> FunctionCase {
    FunctionCase(condition: condition, outcome: .passed)
  }

  static let history: [FunctionCase] = [
    .passes("repository.tree_has('modelCard.md')"),
    FunctionCase(condition: "repository.tree_has('absent.md')", outcome: .failed),
    .passes("repository.made_on(dossier.dpias[0]) <= timestamp('2026-09-21T15:06:40Z')"),
    .passes("repository.missing_citations == ['dpia.md: docs/a.md']"),
    .passes("repository.first_seen(card.source.path) < timestamp('2026-11-20T00:00:00Z')"),
    .passes("repository.changed_since(card.source.path, timestamp('2026-11-19T00:00:00Z'))"),
    FunctionCase(
      condition: "repository.changed_since(card.source.path, timestamp('2026-11-21T00:00:00Z'))",
      outcome: .failed
    ),
    .passes("repository.facts_changed_after(dossier.dpias[0]).size() == 1"),
    .passes("repository.signed(card.source.path)"),
    FunctionCase(
      condition: "repository.signed('elsewhere.md')",
      outcome: .undecided,
      seen: "'elsewhere.md'"
    ),
    .passes("repository.threshold_preceded(dossier.evaluations[0])"),
    FunctionCase(
      condition: "repository.signed_by(card.source.path, 'approver')",
      outcome: .failed
    ),
    FunctionCase(
      condition: "repository.approved_by(card.source.path, 'approver')",
      outcome: .failed
    ),
  ]

  static let texts: [FunctionCase] = [
    .passes("card.statement('limitations').state == 'substantive'"),
    .passes("card.statement('limitations').text == 'Weak on rare cases.'"),
    .passes("card.statement('limitations').source.line == 7"),
    .passes("card.statement('oversight').state == 'placeholder'"),
    .passes("card.statement('monitoring').state == 'absent'"),
    .passes(
      "card.statement('monitoring').text == '' && card.statement('monitoring').word_count == 0"
    ),
    .passes("card.statement('monitoring').source.path == 'modelCard.md'"),
    FunctionCase(
      condition: "card.statement('limitation').state == 'absent'",
      outcome: .undecided,
      seen: "did you mean 'limitations'?"
    ),
    .passes("dossier.statement('oversight').state == 'substantive'"),
    .passes("dossier.statement('oversight').source.path == 'dpia.md'"),
    .passes("dossier.statement('security').state == 'absent'"),
    .passes("card.speaks_of('limitations')"),
    FunctionCase(condition: "card.speaks_of('oversight')", outcome: .failed),
    FunctionCase(condition: "card.speaks_of('monitoring')", outcome: .failed),
    FunctionCase(condition: "card.speaks_of('')", outcome: .undecided, seen: "no topic ''"),
    .passes("words('') == 0"),
    .passes("!system.used_in('US-NY') && !system.used_in('CH')"),
    .passes("system.coverage('annex_v').size() == 8"),
    FunctionCase(
      condition: "dossier.record('notices').title == ''",
      outcome: .failed,
      seen: "there is no record of notices"
    ),
    FunctionCase(
      condition: "system.attested('TEX-001', as_of).answer == 'no'",
      outcome: .failed,
      seen: "nobody attests"
    ),
    .passes("words('One, two - three 4.') == 4"),
    .passes("words('häuser ΑΒΓ') == 2"),
    .passes("words(card.title) == 3"),
  ]

  static let numbers: [FunctionCase] = [
    .passes("evaluation.has_metric('accuracy')"),
    FunctionCase(condition: "evaluation.has_metric('recall')", outcome: .failed),
    FunctionCase(condition: "evaluation.has_metric('auc')", outcome: .failed),
    .passes("evaluation.measurement('accuracy').value == 0.85"),
    .passes("evaluation.measurement('accuracy').slice_label == ''"),
    FunctionCase(
      condition: "evaluation.measurement('recall').value > 0.1",
      outcome: .failed,
      seen: "no overall value of 'recall'"
    ),
    .passes("evaluation.interval('accuracy', 0.95).method == 'reported'"),
    .passes("evaluation.interval('accuracy', 0.9).lower == 0.8"),
    .passes("evaluation.interval('accuracy', 0.95).n == 100"),
    .passes("evaluation.interval('accuracy', 0.99).method == 'wilson'"),
    // R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, method 3, for 85 of 100.
    .passes("evaluation.interval('precision', 0.95).lower > 0.76716"),
    .passes("evaluation.interval('precision', 0.95).lower < 0.76717"),
    .passes("evaluation.interval('precision', 0.95).upper > 0.90693"),
    .passes("evaluation.interval('precision', 0.95).upper < 0.90695"),
    FunctionCase(
      condition: "evaluation.interval('brier', 0.95).lower > 0.0",
      outcome: .failed,
      seen: "neither an interval nor a usable n"
    ),
    FunctionCase(
      condition: "evaluation.interval('percent', 0.95).lower > 0.0",
      outcome: .failed,
      seen: "neither an interval nor a usable n"
    ),
    FunctionCase(
      condition: "evaluation.interval('auc', 0.95).lower > 0.0",
      outcome: .failed,
      seen: "no overall value of 'auc'"
    ),
    FunctionCase(
      condition: "evaluation.measurement('undefined').value > 0.0",
      outcome: .failed,
      seen: "`value` is not stated"
    ),
  ]

  static let days: [FunctionCase] = [
    .passes("days_since(card.created, as_of) == 20"),
    .passes("days_until(card.created, as_of) == -20"),
    .passes("days_since(as_of, as_of) == 0"),
    .passes("days('kept for 6 months') == 184.0 && days('P1Y') == 366.0"),
    .passes("has_ended('2020', as_of) && has_ended('from May 2019 to 30 September 2020', as_of)"),
    .passes("has_ended('Von Januar bis März 2021', as_of) && has_ended('2019–2020', as_of)"),
    .passes("!(has_ended('from 1 October 2020, each working day', as_of))"),
    .passes("!(has_ended('until March 2020, from October 2020 in all branches', as_of))"),
    .passes("!(has_ended('until 2099', as_of) || has_ended('every working day', as_of))"),
    .passes("system.coverage('annex_v').exists(c, !c.is_covered())"),
    .passes("days_until(timestamp('2026-12-01T23:59:59Z'), as_of) == 10"),
    .passes("days_since(timestamp('2026-11-20T00:00:01Z'), as_of) == 0"),
    FunctionCase(
      condition: "days_since(card.modified, as_of) < 9",
      outcome: .failed,
      seen: "`modified` is not stated"
    ),
    .passes("same_version('v1.4', '1.4.0')"),
    .passes("same_version('1', '1.0.0')"),
    .passes("same_version('V2.0-rc1', '2.0-rc1')"),
    FunctionCase(condition: "same_version('1.4', '1.40')", outcome: .failed),
    FunctionCase(condition: "same_version('1.4.1', '1.4.0')", outcome: .failed),
    FunctionCase(condition: "same_version('', '0')", outcome: .failed),
    .passes("same_subject('Applicants agree to credit scoring.', 'To score credits.')"),
    .passes("same_subject('Einwilligung in die Kreditprüfung', 'Prüfung von Krediten')"),
    FunctionCase(
      condition: "same_subject('They agree to newsletters.', 'To score credits.')",
      outcome: .failed
    ),
    FunctionCase(
      condition: "same_subject('People consent to their data.', 'Personal data of people.')",
      outcome: .failed
    ),
    .passes("same_person('Okafor, D.', 'Dr. Dana Okafor')"),
    .passes("same_person('Privacy Office', 'D. Okafor')"),
    FunctionCase(condition: "same_person('M. Castellano', 'D. Okafor')", outcome: .failed),
    .passes("listed(['a', 'b', 'c'], 2) == 'a, b and 1 more'"),
    .passes("listed(['a', 'b'], 2) == 'a, b'"),
    .passes("names_something('Testbench scoring')"),
    .passes("names_something('信用评分')"),
    FunctionCase(condition: "names_something('My AI System')", outcome: .failed),
    .passes("title_fits('DPIA: score for loans', ['Loan scoring'])"),
    .passes("title_fits('Datenschutz-Folgenabschätzung', [])"),
    FunctionCase(condition: "title_fits('Canteen cameras', ['Loan scoring'])", outcome: .failed),
    FunctionCase(condition: "title_fits('New document', ['A new document'])", outcome: .failed),
    .passes("same_name('loan-scorer', 'Loan Scorer')"),
    .passes("same_name('Model card of the Loan Scoring Model', 'loan-scorer')"),
    .passes("same_name('LoanScorer', 'loan_scorer')"),
    .passes("same_name('cv-ranker v2', 'CV ranking')"),
    FunctionCase(condition: "same_name('loan-scorer', 'loan-limiter')", outcome: .failed),
    FunctionCase(condition: "same_name('face-finder', 'loan-scorer')", outcome: .failed),
    FunctionCase(condition: "same_name('the model', 'loan-scorer')", outcome: .failed),
    FunctionCase(condition: "same_name('', '')", outcome: .failed),
  ]

  private static func fairness(_ slice: String, _ metric: String, _ limit: String) -> String {
    "fairness(evaluation, '\(slice)', '\(metric)', \(limit), 0.95, 30)"
  }

  static let judgements: [FunctionCase] = [
    .passes("evaluation.cases('sex') == 2500"),
    .passes("evaluation.cases('height') == 0"),
    .passes("evaluation.contradictions().exists(c, c.metric == 'accuracy')"),
    .passes("fairness_of(dossier, system, 'demographic_parity_ratio', 0.8, 0.95, 30).size() == 0"),
    .passes(
      "fairness_of(dossier, system, 'demographic_parity_ratio', 0.8, 0.95, 30, 'interval', 'count', "
        + "repository).size() == 0"
    ),
    FunctionCase(
      condition: "fairness_of(dossier, system, 'demographic_parity_ratio', 0.8, 0.95, 30, "
        + "'interval', 'some', repository).size() == 0",
      outcome: .undecided,
      seen: "looks is 'count' or 'ignore', not 'some'"
    ),
    .passes(
      "stated_values(dossier, ['accuracy'], 0.85, 0.5, 0.95).exists(c, c.verdict == 'pass' && "
        + "c.summary.contains('Stated by the team, not recomputable'))"
    ),
    .passes("stated_gaps(dossier, system, ['accuracy'], 'difference', 0.1, 0.95).size() == 0"),
    .passes("groups_set_aside(dossier, system).size() == 0"),
    .passes("evaluation.count_gaps(['height']).size() == 0"),
    .passes("dossier.evaluations.all(e, dossier.totals_for(e).size() == 1)"),
    .passes(
      "dossier.evaluations.all(e, e.contradictions(dossier.counts_for(e)).size() == "
        + "e.contradictions().size())"
    ),
    FunctionCase(
      condition: "stated_gaps(dossier, system, ['accuracy'], 'gap', 0.1, 0.95).size() == 0",
      outcome: .undecided,
      seen: "a gap is a 'difference' or a 'ratio', not 'gap'"
    ),
    FunctionCase(
      condition: "undecided('too little is known')",
      outcome: .undecided,
      seen: "too little is known"
    ),
    // The 95 % point of chi-square with 9 degrees of freedom is 16.919; times 1/1000 + 1/200.
    // 6 and 4 of 100 items differ: McNemar's exact p is 0.75391, the binomial tail doubled.
    .passes(
      "dossier.evaluations[0].paired[0].change(0.95).value == 0.02 "
        + "&& dossier.evaluations[0].paired[0].change(0.95).p_value > 0.7539 "
        + "&& dossier.evaluations[0].paired[0].change(0.95).p_value < 0.754"
    ),
    .passes(
      "dossier.evaluations[0].paired[0].change(0.95).lower > -0.047997 "
        + "&& dossier.evaluations[0].paired[0].change(0.95).lower < -0.047996 "
        + "&& dossier.evaluations[0].paired[0].change(0.95).upper > 0.089464 "
        + "&& dossier.evaluations[0].paired[0].change(0.95).upper < 0.089465"
    ),
    .passes(
      "dossier.evaluations[0].paired[0].change(0.95).summary.startsWith("
        + "'accuracy (sex=F) against the baseline 2.2.0 on 100 items: 0.02, 95 % interval ')"
    ),
    FunctionCase(
      condition: "dossier.evaluations[0].paired[1].change(0.95).value > -1.0",
      outcome: .failed,
      seen: "no items"
    ),
    FunctionCase(
      condition: "dossier.evaluations[0].paired[0].change(95.0).value > -1.0",
      outcome: .undecided,
      seen: "95.0 is no confidence level"
    ),
    .passes("psi_noise(10, 1000, 200) > 0.1015 && psi_noise(10, 1000, 200) < 0.1016"),
    // (e - 1) / (e + 1) = 0.46212.
    .passes(
      "attack_advantage_bound(1.0, 0.0) > 0.4621 && attack_advantage_bound(1.0, 0.0) < 0.4622"
    ),
  ]

  static let groups: [FunctionCase] = [
    .passes("\(fairness("sex", "demographic_parity_ratio", "0.8")).verdict == 'pass'"),
    .passes("\(fairness("sex", "demographic_parity_ratio", "0.8")).value == 1.0"),
    .passes("\(fairness("sex", "demographic_parity_ratio", "0.8")).lower > 0.8"),
    .passes("\(fairness("sex", "demographic_parity_difference", "0.1")).verdict == 'pass'"),
    .passes("\(fairness("sex", "equal_opportunity_difference", "0.1")).verdict == 'fail'"),
    .passes("\(fairness("sex", "equalized_odds_difference", "0.1")).verdict == 'fail'"),
    .passes("\(fairness("sex", "demographic_parity_ratio", "0.8")).smallest_group == 'F'"),
    .passes("\(fairness("sex", "demographic_parity_ratio", "0.8")).smallest_n == 1000"),
    .passes("\(fairness("age", "demographic_parity_ratio", "0.8")).verdict == 'fail'"),
    .passes("\(fairness("age", "demographic_parity_ratio", "0.8")).value == 0.5"),
    .passes("\(fairness("age", "equal_opportunity_difference", "0.1")).verdict == 'not_evaluable'"),
    .passes(
      "\(fairness("age", "equal_opportunity_difference", "0.1")).reason == 'labels_not_recorded'"
    ),
    .passes("\(fairness("region", "demographic_parity_ratio", "0.8")).verdict == 'inconclusive'"),
    .passes("\(fairness("region", "demographic_parity_ratio", "0.8")).needed_n > 40"),
    .passes("\(fairness("height", "demographic_parity_ratio", "0.8")).verdict == 'not_evaluable'"),
    .passes("\(fairness("height", "demographic_parity_ratio", "0.8")).smallest_n == 0"),
    .passes(
      "\(fairness("age × sex", "demographic_parity_ratio", "0.8")).smallest_group == '40+ × F'"
    ),
    .passes(
      "fairness(evaluation, 'sex', 'demographic_parity_ratio', 0.8, 0.95, 1001).verdict"
        + " == 'not_evaluable'"
    ),
    FunctionCase(
      condition: "\(fairness("sex", "demographic_parity", "0.8")).verdict == 'pass'",
      outcome: .undecided,
      seen: "there is no fairness metric 'demographic_parity'"
    ),
    FunctionCase(
      condition: "fairness(evaluation, 'sex', 'demographic_parity_ratio', 0.8, 2.0, 30).verdict"
        + " == 'pass'",
      outcome: .undecided,
      seen: "level"
    ),
  ]

  static let all = history + texts + numbers + days + groups + judgements

  /// The condition with `card` and `evaluation` spelled out.
  var rule: SampleRule {
    var spelled = condition
    for (name, list) in [("card", "model_cards"), ("evaluation", "evaluations")] {
      for opening in ["\(name).", "\(name),"] {
        spelled = spelled.split(separator: opening, omittingEmptySubsequences: false)
          .joined(separator: "dossier.\(list)[0]\(opening.suffix(1))")
      }
    }
    return SampleRule(require: spelled)
  }
}

@Suite("The functions of rules")
struct RuleFunctionTests {
  private func dossier() throws -> Dossier {
    try SampleDossier.with(
      .sample(.modelCard) { artifact, place in
        artifact.title = "A short card"
        artifact.created = StatedDate(
          raw: "2026-11-01",
          date: CalendarDate("2026-11-01"),
          source: place
        )
        artifact.modified = StatedDate(raw: "01/11/2026", date: nil, source: place)
        artifact.statements = [
          statement(.limitations, "", .empty, line: 5),
          statement(.limitations, "Weak on rare cases.", .substantive, line: 7),
          statement(.limitations, "A second one.", .substantive, line: 9),
          statement(.oversight, "TBD", .placeholder, line: 11),
        ]
      },
      .sample(.evaluation) { artifact, place in
        artifact.measurements = measurements(at: place)
        artifact.groups = groups(at: place)
        artifact.paired = [paired(at: place, [80, 6, 4, 10]), paired(at: place, [0, 0, 0, 0])]
      },
      .sample(.dpia) { artifact, _ in
        artifact.statements = [
          statement(.oversight, "A person decides.", .substantive, line: 3, path: "dpia.md")
        ]
      }
    )
  }

  private func statement(
    _ topic: Topic,
    _ text: String,
    _ state: Statement.State,
    line: Int,
    path: String = "modelCard.md"
  ) -> Statement {
    let place = SourceReference(path: path, position: SourcePosition(line: line, column: 1))
    return Statement(topic: topic, text: text, state: state, source: place)
  }

  private func measurements(at place: SourceReference) -> [Measurement] {
    [
      Measurement(
        metric: "accuracy",
        value: 0.1,
        raw: "0.1",
        slice: [SlicePair(attribute: "sex", group: "F")],
        n: 5,
        source: place
      ),
      Measurement(
        metric: "accuracy",
        value: 0.85,
        raw: "0.85",
        unit: .fraction,
        n: 100,
        uncertainty: Uncertainty(lower: 0.8, upper: 0.9, level: 0.95),
        source: place
      ),
      Measurement(metric: "precision", value: 0.85, raw: "0.85", n: 100, source: place),
      Measurement(metric: "brier", value: 0.2, raw: "0.2", source: place),
      Measurement(
        metric: "percent",
        value: 85,
        raw: "85%",
        unit: .percent,
        n: 100,
        source: place
      ),
      Measurement(metric: "undefined", value: .nan, raw: "NaN", n: 100, source: place),
      Measurement(
        metric: "recall",
        value: 0.5,
        raw: "0.5",
        slice: [SlicePair(attribute: "sex", group: "F")],
        source: place
      ),
    ]
  }

  private func paired(at place: SourceReference, _ cells: [Int]) -> PairedCounts {
    PairedCounts(
      metric: "accuracy",
      against: .baseline,
      name: "2.2.0",
      slice: [SlicePair(attribute: "sex", group: "F")],
      both: cells[0],
      thisOnly: cells[1],
      otherOnly: cells[2],
      neither: cells[3],
      source: place
    )
  }

  private func groups(at place: SourceReference) -> [GroupCounts] {
    func group(_ slice: [String: String], _ counts: GroupCounts.Counts) -> GroupCounts {
      GroupCounts(
        slice: slice.map { SlicePair(attribute: $0.key, group: $0.value) }.sorted(),
        counts: counts,
        source: place
      )
    }
    return [
      group(["sex": "F"], .confusion(tp: 200, fp: 300, tn: 200, fn: 300)),
      group(["sex": "M"], .confusion(tp: 600, fp: 150, tn: 350, fn: 400)),
      group(["age": "<40"], .selection(selected: 600, n: 1000)),
      group(["age": "40+"], .selection(selected: 300, n: 1000)),
      group(["region": "north"], .selection(selected: 20, n: 40)),
      group(["region": "south"], .selection(selected: 19, n: 40)),
      group(["sex": "F", "age": "40+"], .selection(selected: 10, n: 30)),
      group(["sex": "M", "age": "40+"], .selection(selected: 10, n: 31)),
    ]
  }

  @Test(arguments: FunctionCase.all)
  func `a call gives what it promises`(_ example: FunctionCase) throws {
    let result = try example.rule.result(on: try dossier())
    #expect(result.outcome == example.outcome, "\(result.message): \(result.seen)")
    if !example.seen.isEmpty { #expect("\(result.message) \(result.seen)".contains(example.seen)) }
  }

  @Test(arguments: RuleFunctions.all.map(\.signature))
  func `every function is called in the table`(signature: String) throws {
    let function = try #require(RuleFunctions.all.first { $0.signature == signature })
    let receiver = function.receiver.map { "\($0)" == "Dossier" ? "dossier." : "." } ?? ""
    let call = "\(receiver)\(function.name)("
    #expect(FunctionCase.all.contains { $0.condition.contains(call) })
  }

  @Test(arguments: RuleFunctions.all.map(\.signature))
  func `the documented example of every function is a valid condition`(signature: String) throws {
    let function = try #require(RuleFunctions.all.first { $0.signature == signature })
    let subject = /\b(?:card|e|d)\b/.wordBoundaryKind(.simple)
    let name = function.example.firstMatch(of: subject).map { String($0.output) }
    let rule = SampleRule(
      require: function.example,
      forEach: name.map { "{\($0): dossier.artifacts}" }
    )
    #expect(throws: Never.self) { try SampleRule.pack([rule]) }
  }
}
