// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import RulePacks

/// A bound of a number that may hold for one system.
package struct AppliedLimit: Hashable, Sendable {
  /// The number, by the path of the fact that states it.
  package var parameter: String
  /// Which side it bounds.
  package var bound: RuleLimit.Bound
  /// The bound, itself allowed.
  package var value: Double
  /// The clause that sets it.
  package var cite: String
  /// The rule that states it, as `pack/rule`.
  package var rule: String
  /// The number that the declaration states, if it does.
  package var stated: Double?
  /// Whether it is the strictest of its side; the first of equal ones governs.
  package var governs = false

  /// The bound in words.
  var text: String { RuleLimit.text(of: bound, value: value) + " (\(cite))" }
}

/// The bounds of all numbers of one system, combined once per number: the strictest governs.
struct CombinedLimits {
  /// The bounds, by number and side, the strictest of each first.
  private(set) var limits: [AppliedLimit] = []

  /// Combines bounds.
  ///
  /// - Parameters:
  ///   - limits: The bounds whose own conditions hold or are open.
  ///   - results: The records of the system. A bound holds where its rule asks something today.
  init(_ limits: [AppliedLimit], among results: [CheckResult]) {
    guard !limits.isEmpty else { return }
    let asked = results.reduce(into: Set<String>()) { asked, result in
      guard result.outcome != .notApplicable, result.outcome != .upcoming else { return }
      asked.insert(result.ruleName)
    }
    let holding = limits.filter { asked.contains($0.rule) }
    for parameter in Set(holding.map(\.parameter)).sorted() {
      for bound in RuleLimit.Bound.allCases {
        var side = holding.filter { $0.parameter == parameter && $0.bound == bound }
        side.sort { ($0.strictness, $0.rule, $0.cite) < ($1.strictness, $1.rule, $1.cite) }
        if !side.isEmpty { side[0].governs = true }
        self.limits += side
      }
    }
  }

  /// A record for each number that can keep no value within its bounds, or that the declaration states
  /// outside of the bound that governs.
  func conflicts(of system: String, among results: [CheckResult]) -> [CheckResult] {
    let governing = limits.filter(\.governs)
    let opposed = governing.filter { $0.bound == .min }.compactMap { least in
      governing.first {
        $0.bound == .max && $0.parameter == least.parameter && $0.value < least.value
      }
      .map { (least, $0) }
    }
    let failing = Set(results.filter { $0.rawOutcome == .failed }.map(\.ruleName))
    let broken = governing.filter { limit in
      limit.isBroken && !failing.contains(limit.rule)
        && !opposed.contains { $0.0.parameter == limit.parameter }
    }
    return opposed.map { least, most in
      let bounds = "must be \(least.text) and \(most.text); a person has to decide"
      return record(of: [least, most], LimitConflict.rule, .undecided, bounds, system, results)
    }
      + broken.map { limit in
        let number = limit.stated.map { RuleLimit.plain($0) } ?? ""
        let bound = "is \(number), and must be \(limit.text)"
        return record(of: [limit], LimitConflict.broken, .failed, bound, system, results)
      }
  }

  private func record(
    of limits: [AppliedLimit],
    _ rule: String,
    _ outcome: Outcome,
    _ text: String,
    _ system: String,
    _ results: [CheckResult]
  ) -> CheckResult {
    let rules = limits.map(\.rule)
    let severities = results.filter { rules.contains($0.ruleName) && $0.outcome != .notApplicable }
      .map(\.severity)
    return CheckResult(
      system: system,
      pack: ProgramPack.limits.rawValue,
      rule: rule,
      subject: limits[0].parameter,
      outcome: outcome,
      severity: severities.max() ?? .error,
      message: "\(limits[0].parameter) \(text)"
    )
  }
}

/// The records of bounds that leave no value, and of numbers outside of them.
package enum LimitConflict {
  /// What stands in place of a rule where no value is left.
  package static let rule = "limits-conflict"
  /// What stands in place of a rule where the stated number is outside.
  package static let broken = "limit-broken"
}

extension AppliedLimit {
  /// Whether the declaration states a number outside of it.
  fileprivate var isBroken: Bool {
    stated.map { bound == .min ? $0 < value : $0 > value } ?? false
  }

  /// Less for what allows less.
  fileprivate var strictness: Double { bound == .min ? -value : value }
}
