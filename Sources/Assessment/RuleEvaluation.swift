// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import RuleLanguage
internal import RulePacks

/// One rule on one system: finds the subjects, judges each, and says why.
struct RuleEvaluation {
  /// The name of the only subject of a rule that looks at the system as a whole.
  static let wholeSystem = "system"

  let pack: RulePack
  let rule: Rule
  let system: SystemSubject
  let facts: DossierArena
  let unread: UnreadEvidence
  let asOf: CalendarDate
  let strictDates: Bool
  /// The rule's conditions in English.
  let english: RuleEnglish
  /// What functions gave for other rules on the same system.
  private(set) var recollection: Recollection

  /// One record per subject; never none.
  mutating func results() -> [CheckResult] {
    if system.declaration == nil, rule.needsDeclaration {
      return [
        result(Self.wholeSystem, .notApplicable, "needs a system declaration, and there is none")
      ]
    }
    let standing = rule.period.standing(on: asOf, strictDates: strictDates)
    if case .ended(let day) = standing {
      return [result(Self.wholeSystem, .notApplicable, "applied until \(day)")]
    }
    let judged = judgeSubjects()
    guard case .upcoming(let day) = standing else { return judged }
    return judged.map { postponed($0, until: day) }
  }

  private mutating func judgeSubjects() -> [CheckResult] {
    let bindings = facts.bindings(pack: pack, rule: rule)
    guard let iteration = rule.iteration else {
      return [judge(subject: Self.wholeSystem, element: nil, bindings: bindings)]
    }
    if let when = rule.when, !when.referencedRoots.contains(iteration.variable),
      let inapplicable = inapplicable(Self.wholeSystem, when, bindings)
    {
      return [inapplicable]
    }
    let evaluation = evaluate(iteration.list, bindings)
    guard let elements = evaluation.value?.elements else {
      let why = evaluation.error.map(\.description) ?? "no list came out"
      return [
        undecided(
          Self.wholeSystem,
          "the subjects could not be listed: \(why)",
          evaluation.error,
          iteration.list,
          bindings
        )
      ]
    }
    if elements.isEmpty { return [emptyResult(iteration, bindings)] }
    var results: [CheckResult] = []
    for (name, element) in zip(SubjectName.names(of: elements), elements) {
      var scope = bindings
      scope.bind(iteration.variable, to: element)
      results.append(judge(subject: name, element: element, bindings: scope))
    }
    return results
  }

  private mutating func evaluate(_ program: Program, _ bindings: Bindings) -> Evaluation {
    program.evaluate(in: facts.arena, bindings: bindings, recalling: &recollection)
  }

  private mutating func judge(
    subject: String,
    element: EvaluatedValue?,
    bindings: Bindings
  ) -> CheckResult {
    if let when = rule.when, let inapplicable = inapplicable(subject, when, bindings) {
      return inapplicable
    }
    let evaluation = evaluate(rule.require, bindings)
    if let error = evaluation.error, error.kind != .missingEvidence || unread.explains(error) {
      return undecided(
        subject,
        "the condition could not be evaluated: \(error)",
        error,
        rule.require,
        bindings
      )
    }
    if evaluation.bool == true, !evaluation.isVacuous || rule.allowsVacuous {
      return passed(subject, element)
    }
    if let reason = unread.reason(toDoubt: rule.require) {
      return undecided(subject, reason, nil, rule.require, bindings)
    }
    return failed(subject, element, evaluation, bindings)
  }

  private mutating func inapplicable(
    _ subject: String,
    _ when: Program,
    _ bindings: Bindings
  ) -> CheckResult? {
    let evaluation = evaluate(when, bindings)
    if let error = evaluation.error {
      return undecided(
        subject,
        "it is open whether the rule applies: \(error)",
        error,
        when,
        bindings
      )
    }
    guard evaluation.bool != true else { return nil }
    return result(subject, .notApplicable, "does not apply: \(english.applies)")
  }

  private mutating func emptyResult(
    _ iteration: Rule.Iteration,
    _ bindings: Bindings
  ) -> CheckResult {
    let message = "nothing to look at: \(iteration.list.source) is empty"
    if let reason = unread.reason(toDoubt: iteration.list) {
      return undecided(Self.wholeSystem, reason, nil, iteration.list, bindings)
    }
    switch iteration.ifEmpty {
    case .notApplicable: return result(Self.wholeSystem, .notApplicable, message)
    case .failed:
      var failure = result(Self.wholeSystem, .failed, message)
      failure.seen = "an empty list"
      failure.locations = [system.declaration?.source.location].compactMap { $0 }
      return failure
    }
  }
}

extension RuleEvaluation {
  private func result(_ subject: String, _ outcome: Outcome, _ message: String) -> CheckResult {
    CheckResult(
      system: system.id,
      pack: pack.id,
      rule: rule.id,
      code: rule.code,
      title: rule.title,
      subject: subject,
      outcome: outcome,
      severity: rule.status == .preview ? .info : rule.severity,
      message: message,
      required: english.required,
      control: rule.control,
      remedy: rule.remedy
    )
  }

  private func passed(_ subject: String, _ element: EvaluatedValue?) -> CheckResult {
    var passed = result(subject, .passed, "evidence present")
    passed.locations = [element?.location].compactMap { $0 }
    return passed
  }

  private mutating func failed(
    _ subject: String,
    _ element: EvaluatedValue?,
    _ evaluation: Evaluation,
    _ bindings: Bindings
  ) -> CheckResult {
    var failed = result(
      subject,
      .failed,
      rule.message.render(in: facts.arena, bindings: bindings, recalling: &recollection)
    )
    let explanation = explain(rule.require, bindings)
    failed.explanation = explanation
    failed.seen = seen(evaluation, explanation)
    failed.locations = locations(of: explanation, element, evaluation.error)
    return failed
  }

  private mutating func explain(_ program: Program, _ bindings: Bindings) -> Explanation {
    program.explain(in: facts.arena, bindings: bindings, recalling: &recollection)
  }

  private mutating func undecided(
    _ subject: String,
    _ message: String,
    _ error: EvaluationError?,
    _ program: Program,
    _ bindings: Bindings
  ) -> CheckResult {
    var undecided = result(subject, .undecided, message)
    undecided.explanation = explain(program, bindings)
    undecided.seen = error?.message ?? ""
    undecided.locations = locations(of: undecided.explanation, nil, error)
    return undecided
  }

  private func seen(_ evaluation: Evaluation, _ explanation: Explanation) -> String {
    if let error = evaluation.error { return error.message }
    if evaluation.isVacuous, evaluation.bool == true {
      return "an empty list; a check over nothing is no pass"
    }
    return explanation.leaves.prefix(3).map { "\($0.expression) is \($0.value)" }
      .joined(separator: "; ")
  }

  /// What the condition saw; else the place of the error, the subject or the declaration.
  private func locations(
    of explanation: Explanation?,
    _ element: EvaluatedValue?,
    _ error: EvaluationError?
  ) -> [SourceLocation] {
    var places: [SourceLocation] = []
    for place in explanation?.leaves.compactMap(\.location) ?? []
    where !places.contains(place) && !place.path.isEmpty { places.append(place) }
    guard places.isEmpty else { return Array(places.prefix(3)) }
    let fallback = [error?.location, element?.location, system.declaration?.source.location]
    return fallback.lazy.compactMap { $0 }.first { !$0.path.isEmpty }.map { [$0] } ?? []
  }

  private func postponed(_ result: CheckResult, until day: CalendarDate) -> CheckResult {
    guard result.outcome != .notApplicable else { return result }
    var upcoming = result
    upcoming.outcome = .upcoming
    upcoming.rawOutcome = .upcoming
    upcoming.message =
      result.outcome == .passed
      ? "applies from \(day); the evidence is there already"
      : "applies from \(day); today it would be \(result.outcome.rawValue): \(result.message)"
    return upcoming
  }
}

extension Explanation {
  /// The innermost steps, in the order of the condition.
  var leaves: [Explanation] {
    children.isEmpty ? [self] : children.flatMap(\.leaves)
  }
}
