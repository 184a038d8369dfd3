// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import RuleLanguage
internal import RulePacks
internal import Survey

/// Judges one system by one rule after the other: finds the subjects, judges each, and says why.
struct SystemEvaluation {
  /// One record per rule and subject, in the order of both.
  private(set) var results: [CheckResult] = []
  /// The fields that conditions read which lacked one of them.
  var missingFields: Set<String> = []
  let system: String
  /// Where the system is declared, if it is.
  let declaration: SourceLocation?
  private let attestations: [Attestation]
  private let lastDay: CalendarDate
  /// What the rule that is applied now means for this system.
  private(set) var terms = RuleTerms()
  let derived: DerivedFacts
  /// What the declaration states, where it can be read.
  let stated: SystemFacts?
  let awaited: AwaitedAnswer
  let tier: RiskTier
  let flags: [String]
  let asOf: CalendarDate
  private let strictDates: Bool
  private let unread: UnreadEvidence
  var evaluator: Evaluator
  /// What names in conditions stand for.
  private(set) var bindings: Bindings
  /// The lists of subjects that are known by now, by their number.
  private var lists: [SubjectList?]

  init(
    of system: SystemSubject,
    on asOf: CalendarDate,
    strictDates: Bool,
    facts: DossierArena,
    unread: UnreadEvidence,
    rules: [AppliedRule]
  ) {
    self.system = system.id
    declaration = system.declaration?.source.location
    attestations = system.declaration?.attestations ?? []
    lastDay = min(asOf, system.days.committedOn ?? asOf)
    derived = system.derived
    stated = system.facts
    awaited = AwaitedAnswer(system)
    tier = system.derivation.tier
    flags = system.derivation.flags.names
    self.asOf = asOf
    self.strictDates = strictDates
    self.unread = unread
    evaluator = Evaluator(over: facts.arena)
    bindings = facts.roots
    lists = Array(repeating: nil, count: rules.reduce(0) { max($0, $1.list + 1) })
    results.reserveCapacity(rules.count)
  }

  /// The measures that rules were judged by, each once.
  var measures: [JudgedMeasure] {
    var seen: Set<JudgedMeasure> = []
    return evaluator.notes.compactMap { $0 as? JudgedMeasure }.filter { seen.insert($0).inserted }
  }

  /// Who attests what a condition asked since a number of notes, where an answer counts on the day.
  private func attestation(askedSince count: Int) -> Attestation? {
    let used = evaluator.notes.dropFirst(count).compactMap { ($0 as? UsedAttestation)?.question }
    return attestations.first { answer in
      guard let first = answer.date, let last = answer.expires else { return false }
      return first <= lastDay && asOf <= last && used.contains(answer.question)
    }
  }

  /// Adds a record for each subject of a rule, and at least one.
  mutating func apply(_ applied: AppliedRule, parameters: Value?) {
    terms = RuleTerms(severity: applied.rule.severity.strictest)
    if declaration == nil, applied.needsDeclaration {
      return leaveOut(applied, "needs a system declaration, and there is none")
    }
    guard let severity = severity(of: applied.rule) else {
      return leaveOut(applied, "asks nothing of a system of the tier '\(tier.rawValue)'")
    }
    let first = firstDay(of: applied.rule.period)
    // A preview never matters much.
    terms.severity = applied.rule.status == .preview ? .info : severity
    terms.controls = controls(of: applied.rule)
    let standing = applied.rule.period.standing(on: asOf, from: first, strictDates: strictDates)
    if case .ended(let day) = standing { return leaveOut(applied, "applied until \(day)") }
    let isByRoute = applied.rule.period.isByRoute
    if isByRoute, case .inForce = standing, let exemption = derived.exemption {
      return leaveOut(applied, exemption)
    }
    let count = results.count
    if let parameters { bindings.bind("parameters", to: parameters) }
    judgeSubjects(applied)
    if parameters != nil { bindings.unbind("parameters") }
    guard case .upcoming(let day) = standing else { return }
    let exception = isByRoute ? derived.exemption.map { _ in "the system stays as it is" } : nil
    for index in count..<results.count { results[index].postpone(until: day, unless: exception) }
  }

  /// Adds the record of a rule that asks nothing of the system.
  private mutating func leaveOut(_ applied: AppliedRule, _ message: String) {
    results.append(record(applied, .wholeSystem, .notApplicable, message))
  }

  private mutating func judgeSubjects(_ applied: AppliedRule) {
    if applied.appliesAlike, let reason = inapplicable(applied, .wholeSystem) {
      return results.append(reason)
    }
    guard let iteration = applied.rule.iteration else {
      return results.append(judge(applied, .wholeSystem))
    }
    switch subjects(of: iteration, applied.list) {
    case .unknown(let error):
      let message = "the subjects could not be listed" + (error == nil ? ": no list came out" : "")
      results.append(undecided(applied, .wholeSystem, message, error, iteration.list))
    case .subjects(let subjects):
      if subjects.isEmpty { results.append(emptyResult(applied, iteration)) }
      for subject in subjects {
        if let element = subject.element { bindings.bind(iteration.variable, to: element) }
        let reason = applied.appliesAlike ? nil : inapplicable(applied, subject)
        results.append(reason ?? judge(applied, subject))
      }
      bindings.unbind(iteration.variable)
    }
  }

  private mutating func subjects(of iteration: Rule.Iteration, _ number: Int) -> SubjectList {
    if let known = lists[number] { return known }
    let list = SubjectList(evaluator.evaluate(iteration.list, bindings: bindings))
    lists[number] = list
    return list
  }

  /// The record of a rule that does not apply to a subject, or nil for one that does.
  private mutating func inapplicable(
    _ applied: AppliedRule,
    _ subject: SubjectList.Subject
  ) -> CheckResult? {
    guard let when = applied.rule.when else { return nil }
    let evaluation = evaluator.evaluate(when, bindings: bindings)
    if let error = evaluation.error {
      let message = "it is open whether the rule applies"
      return undecided(applied, subject, message, error, when)
    }
    guard evaluation.bool != true else { return nil }
    return record(applied, subject, .notApplicable, "does not apply: \(applied.applies)")
  }

  private mutating func judge(_ applied: AppliedRule, _ subject: SubjectList.Subject) -> CheckResult
  {
    let require = applied.rule.require
    let notes = evaluator.notes.count
    let evaluation = evaluator.evaluate(require, bindings: bindings)
    if let error = evaluation.error, error.kind != .missingEvidence || unread.explains(error) {
      let message = "the condition could not be evaluated"
      return undecided(applied, subject, message, error, require)
    }
    if evaluation.bool == true, !evaluation.isVacuous || applied.rule.allowsVacuous {
      return passed(applied, subject, attested: attestation(askedSince: notes))
    }
    if let reason = unread.reason(toDoubt: require) {
      return undecided(applied, subject, reason, nil, require)
    }
    return failed(applied, subject, evaluation)
  }

  private mutating func emptyResult(
    _ applied: AppliedRule,
    _ iteration: Rule.Iteration
  ) -> CheckResult {
    if let reason = unread.reason(toDoubt: iteration.list) {
      return undecided(applied, .wholeSystem, reason, nil, iteration.list)
    }
    let message = "nothing to look at: \(iteration.list.source) is empty"
    switch iteration.ifEmpty {
    case .notApplicable: return record(applied, .wholeSystem, .notApplicable, message)
    case .failed:
      let locations = declaration.map { [$0] } ?? []
      var failure = record(applied, .wholeSystem, .failed, message, at: locations)
      failure.seen = "an empty list"
      return failure
    }
  }
}
