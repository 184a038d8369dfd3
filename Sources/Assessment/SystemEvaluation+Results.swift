// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import RulePacks
internal import Survey

extension SystemEvaluation {
  /// The record of a rule on one subject.
  func record(
    _ applied: AppliedRule,
    _ subject: SubjectList.Subject,
    _ outcome: Outcome,
    _ message: String,
    at locations: [SourceLocation] = []
  ) -> CheckResult {
    let rule = applied.rule
    return CheckResult(
      system: system,
      pack: applied.pack,
      rule: rule.id,
      code: rule.code,
      subject: subject.name,
      outcome: outcome,
      severity: terms.severity,
      message: message,
      controls: applied.stated(terms.controls),
      locations: locations
    )
  }

  /// The record of a rule that holds, in the words of whoever attests what nothing else shows.
  func passed(
    _ applied: AppliedRule,
    _ subject: SubjectList.Subject,
    attested answer: Attestation?
  ) -> CheckResult {
    let locations = subject.element?.location.map { [$0] } ?? []
    var passed = record(applied, subject, .passed, "evidence present", at: locations)
    if let answer {
      let words =
        answer.by + (answer.role.map { " (\($0))" } ?? "")
        + (answer.expires.map { " until \($0)" } ?? "")
      (passed.attested, passed.message) = (words, "attested by \(words)")
    }
    return passed
  }

  mutating func failed(
    _ applied: AppliedRule,
    _ subject: SubjectList.Subject,
    _ evaluation: Evaluation
  ) -> CheckResult {
    let message = evaluator.render(applied.rule.message, bindings: bindings)
    var failed = record(applied, subject, .failed, message)
    let explanation = evaluator.explain(applied.rule.require, bindings: bindings)
    failed.explanation = explanation
    failed.seen = seen(evaluation, explanation)
    failed.locations = locations(of: explanation, subject, evaluation.error)
    note(evaluation.error, of: applied.rule.require)
    return failed
  }

  /// The record of what could not be told: the message, and the error as its reason.
  mutating func undecided(
    _ applied: AppliedRule,
    _ subject: SubjectList.Subject,
    _ message: String,
    _ error: EvaluationError?,
    _ program: Program
  ) -> CheckResult {
    let key = error.flatMap { awaited.key(for: $0, in: program) }
    let reason = key.map { "'\($0)' is not answered in the declaration" } ?? error?.reason
    let text = reason.map { "\(message): \($0)" } ?? message
    var undecided = record(applied, subject, .undecided, text)
    undecided.waitsFor = key
    let explanation = evaluator.explain(program, bindings: bindings)
    undecided.explanation = explanation
    undecided.seen = error?.message ?? ""
    undecided.locations = locations(of: explanation, .wholeSystem, error)
    if key != nil, let declaration { undecided.locations = [declaration] }
    note(error, of: program)
    return undecided
  }

  /// Notes what a condition lacked; with one field all others that it reads may be asked for.
  private mutating func note(_ error: EvaluationError?, of program: Program) {
    guard let error, error.kind == .missingEvidence else { return }
    missingFields.formUnion(program.referencedFields)
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
    of explanation: Explanation,
    _ subject: SubjectList.Subject,
    _ error: EvaluationError?
  ) -> [SourceLocation] {
    var places: [SourceLocation] = []
    for place in explanation.leaves.compactMap(\.location)
    where !places.contains(place) && !place.path.isEmpty { places.append(place) }
    guard places.isEmpty else { return Array(places.prefix(3)) }
    let fallback = [error?.location, subject.element?.location, declaration]
    return fallback.lazy.compactMap { $0 }.first { !$0.path.isEmpty }.map { [$0] } ?? []
  }
}

extension CheckResult {
  /// Says what will be once the rule applies, instead of what is.
  mutating func postpone(until day: CalendarDate, unless exception: String?) {
    guard outcome != .notApplicable else { return }
    let start = "applies from \(day)" + (exception.map { ", unless \($0)" } ?? "")
    let present = attested.map { "attested already by \($0)" } ?? "the evidence is there already"
    message =
      outcome == .passed
      ? "\(start); \(present)"
      : "\(start); today it would be \(outcome.rawValue): \(message)"
    outcome = .upcoming
    rawOutcome = .upcoming
    appliesFrom = day
  }
}

extension Explanation {
  /// The innermost steps, in the order of the condition.
  var leaves: [Explanation] {
    children.isEmpty ? [self] : children.flatMap(\.leaves)
  }
}
