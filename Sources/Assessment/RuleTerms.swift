// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import RulePacks

/// What a rule means for one system on one day.
struct RuleTerms {
  /// How much a failure matters.
  var severity = Severity.info
  /// The clauses that ask for it.
  var controls: [Control] = []
}

extension SystemEvaluation {
  /// The first day of a rule for this system, or nil for always.
  mutating func firstDay(of period: ApplicationPeriod) -> CalendarDate? {
    switch period.from {
    case .always: return nil
    case .day(let day): return day
    case .byRoute: return derived.routeDay
    case .cases(let cases):
      for entry in cases {
        guard let condition = entry.when else { return entry.day }
        guard let isCase = evaluator.evaluate(condition, bindings: bindings).bool else { break }
        if isCase { return entry.day }
      }
      // Where a case is open, or none holds, a later day would be a guess: the first one is strict.
      return cases.map(\.day).min()
    }
  }

  /// How much a failure of a rule matters for this system, or nil where it asks nothing of it.
  ///
  /// Where a condition is open, the graver of what it leads to and what follows counts.
  mutating func severity(of rule: Rule) -> Severity? {
    var gravest: Severity?
    for entry in rule.severity.cases {
      let isCase = entry.when.map { evaluator.evaluate($0, bindings: bindings).bool } ?? true
      if isCase == false { continue }
      if let found = entry.scale.severity(tier: tier, flags: flags) {
        gravest = gravest.map { max($0, found) } ?? found
      }
      if isCase == true { break }
    }
    return gravest
  }

  /// The clauses that ask this system for what a rule asks for.
  ///
  /// A clause that is not in force yet is cited only where none is.
  mutating func controls(of rule: Rule) -> [Control] {
    var inForce: [Control] = []
    var upcoming: [Control] = []
    for entry in rule.controls {
      var control = entry.control
      if entry.isByRoute {
        guard isHighRisk else { continue }
        control.from = derived.routeDay
      }
      if let until = control.until, until < asOf { continue }
      guard holds(entry.when) else { continue }
      if let from = control.from, asOf < from {
        upcoming.append(control)
      } else {
        inForce.append(control)
      }
    }
    return inForce.isEmpty ? upcoming : inForce
  }

  /// Whether the system is high-risk, would be but for a claim, or may be and touches the Union.
  private var isHighRisk: Bool {
    if tier == .unresolved { return derived.mayConcernUnion }
    return [.high, .highSectoral, .derogated].contains(tier) || flags.contains("derogated")
  }

  /// Whether a condition over the facts holds; one that cannot be evaluated does not.
  mutating func holds(_ condition: Program?) -> Bool {
    guard let condition else { return true }
    return evaluator.evaluate(condition, bindings: bindings).bool == true
  }

  /// Whether a condition over the facts holds, or may: one that cannot be evaluated may.
  mutating func mayHold(_ condition: Program?) -> Bool {
    guard let condition else { return true }
    return evaluator.evaluate(condition, bindings: bindings).bool != false
  }
}
