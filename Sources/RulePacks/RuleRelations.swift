// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
package import GateModel
package import RuleLanguage

/// A clause that a rule cites, and when it asks for what the rule asks for.
package struct RuleControl: Sendable {
  /// The clause with its days; `from` is nil where it hangs on the route.
  package var control: Control
  /// The condition under which the clause holds for a system; nil for every system.
  package var when: Program?
  /// Whether it applies from the day of the system's route to high risk.
  package var isByRoute: Bool
}

/// A bound of a number, such as the days that logs are kept; packs may set several of one number.
package struct RuleLimit: Sendable {
  /// Which side it bounds.
  package enum Bound: String, Sendable, CaseIterable {
    case min
    case max
  }

  /// How high a bound lies.
  package enum Amount: Sendable {
    /// The same for every system.
    case number(Double)
    /// What the facts of a system give.
    case stated(Program)
  }

  /// The number, by the path of the fact that states it.
  package var parameter: String
  package var bound: Bound
  /// The bound, itself allowed.
  package var amount: Amount
  /// The condition under which it holds; nil for always.
  package var when: Program?
  /// The clause that sets it.
  package var cite: String
  /// The first day, or nil for always.
  package var from: CalendarDate?

  /// A bound in words, such as `at least 184`.
  package static func text(of bound: Bound, value: Double) -> String {
    (bound == .min ? "at least " : "at most ") + plain(value)
  }

  /// A number without a fraction that says nothing.
  package static func plain(_ value: Double) -> String {
    Int(exactly: value).map { String($0) } ?? String(value)
  }

  /// What gives the number, where it hangs on the system.
  package var measure: Program? {
    if case .stated(let program) = amount { program } else { nil }
  }

  /// The number in words, or what gives it.
  package var amountText: String {
    switch amount {
    case .number(let value): Self.plain(value)
    case .stated(let program): program.english()
    }
  }

  /// The bound with its number, clause and conditions on one line.
  package var summary: String {
    "\(parameter) \(bound == .min ? "at least" : "at most") \(amountText) (\(cite)"
      + (from.map { ", from \($0)" } ?? "") + ")" + (when.map { ", where \($0.english())" } ?? "")
  }
}

/// A more special rule that takes the place of a general one.
package struct RuleDisplacement: Sendable {
  /// What happens to the other rule.
  package enum Effect: String, Sendable, CaseIterable {
    /// This rule is asked instead.
    case replaces
    /// Who meets this rule meets the other.
    case satisfies
    /// The other rule holds for less.
    case narrows
  }

  /// The id or code of the other rule.
  package var rule: String
  /// The condition under which it is displaced; nil for always.
  package var when: Program?
  /// The clause that says so.
  package var cite: String
  package var effect: Effect

  /// What it does to which rule, and why, on one line.
  package var summary: String {
    "\(effect.rawValue) \(rule) (\(cite))" + (when.map { ", where \($0.english())" } ?? "")
  }
}

/// A rule whose finding explains one of another rule, which is then shown and counted under it.
package struct RuleCause: Sendable {
  /// The id or code of the rule that explains.
  package var rule: String
  /// Whether its finding on the system as a whole explains one on any subject; without that it
  /// explains those on its own subject.
  package var isOfSystem: Bool

  /// Creates the relation.
  package init(rule: String, isOfSystem: Bool = false) {
    self.rule = rule
    self.isOfSystem = isOfSystem
  }
}

extension NodeCursor {
  /// The rules whose findings explain one of the rule that stands here.
  var causes: [RuleCause] {
    (self["under"]?.elements ?? []).compactMap { entry in
      (entry.text ?? entry["rule"]?.text).map {
        RuleCause(rule: $0, isOfSystem: entry["of"] != nil)
      }
    }
  }
}
