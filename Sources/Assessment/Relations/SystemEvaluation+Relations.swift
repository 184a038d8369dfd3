// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage
internal import RulePacks
internal import Survey

extension SystemEvaluation {
  /// The displacements that rules state and whose conditions hold; one that is open displaces nothing.
  mutating func displacements(of rules: [AppliedRule], named names: RuleNames) -> [Displacement] {
    var displacements: [Displacement] = []
    for applied in rules {
      for entry in applied.rule.displaces {
        guard let displaced = names.displaceable(entry.rule, by: applied.pack),
          holds(entry.when)
        else { continue }
        displacements.append(
          Displacement(
            displacing: "\(applied.pack)/\(applied.rule.id)",
            displaced: displaced,
            cite: entry.cite,
            effect: entry.effect
          )
        )
      }
    }
    return displacements
  }

  /// The bounds that rules state and that hold today, or of which it is open whether they do; one whose
  /// number the facts do not give bounds nothing.
  mutating func limits(of rules: [AppliedRule]) -> [AppliedLimit] {
    var limits: [AppliedLimit] = []
    for applied in rules {
      for entry in applied.rule.limits {
        guard entry.from.map({ $0 <= asOf }) ?? true, mayHold(entry.when),
          let value = value(of: entry.amount)
        else { continue }
        limits.append(
          AppliedLimit(
            parameter: entry.parameter,
            bound: entry.bound,
            value: value,
            cite: entry.cite,
            rule: "\(applied.pack)/\(applied.rule.id)",
            stated: Fact(rawValue: entry.parameter).flatMap { stated?.number($0) }
          )
        )
      }
    }
    return limits
  }

  private mutating func value(of amount: RuleLimit.Amount) -> Double? {
    switch amount {
    case .number(let value): value
    case .stated(let program): evaluator.evaluate(program, bindings: bindings).value?.double
    }
  }
}
