// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import RuleLanguage
internal import Texts

/// One executable check, with everything a reader needs to contest it.
package struct Rule: Sendable {
  /// How far the rule's author stands behind it.
  package enum Status: String, Sendable, CaseIterable {
    /// Reported, but never fails a gate.
    case preview
    case stable
    /// Still evaluated; a successor is named in the rationale.
    case deprecated
  }

  /// Where a threshold comes from.
  package enum Origin: String, Sendable, CaseIterable {
    case law
    case standard
    case convention
    case policy
  }

  /// What a rule without a subject to look at reports.
  package enum EmptyOutcome: String, Sendable, CaseIterable {
    case notApplicable = "not_applicable"
    case failed
  }

  /// The list whose elements are the subjects, and the name a condition uses for one of them.
  package struct Iteration: Sendable {
    /// The variable.
    package var variable: String
    /// The expression that gives the list.
    package var list: Program
    /// What an empty list means.
    package var ifEmpty: EmptyOutcome
  }

  /// The permanent kebab-case id within the pack; it names the gap.
  package var id: String
  /// The short code, such as `ESS-021`.
  package var code: String?
  /// One line.
  package var title: String
  /// The clauses or sources that ask for it.
  package var controls: [RuleControl]
  /// Who can put a failure right.
  package var asks: Addressee?
  /// Why it matters.
  package var rationale: String
  /// How to put a failure right.
  package var remedy: String
  /// How much a failure matters.
  package var severity: RuleSeverity
  /// How far the author stands behind the rule.
  package var status: Status
  /// When the rule applies.
  package var period: ApplicationPeriod
  /// Where the threshold comes from.
  package var origin: Origin?
  /// The subjects; nil for a rule about the system as a whole.
  package var iteration: Iteration?
  /// Whether the rule applies to a subject; nil for always.
  package var when: Program?
  /// What must hold.
  package var require: Program
  /// Whether a quantifier over nothing may pass.
  package var allowsVacuous: Bool
  /// What is the matter when it does not hold.
  package var message: MessageTemplate
  /// The typed, overridable numbers and words that the rule mentions: its own and its pack's, with
  /// the values in force for this rule.
  package var parameters: [RuleParameter]
  /// Whether a waiver may accept a failure.
  package var isWaivable: Bool
  /// Bounds of numbers that several packs may set.
  package var limits: [RuleLimit]
  /// The rules that this one takes the place of.
  package var displaces: [RuleDisplacement]
  /// The rules whose findings explain one of this rule, the best explanation first.
  package var under: [RuleCause]
  /// Dossiers with the outcome that the rule must give on them.
  package var examples: [RuleExample]
  /// Changes of the conditions that no example can notice, and why.
  package var acceptedMutants: [AcceptedMutant]
  /// The short form that `require` was expanded from, as written.
  package var shortForm: String?
  /// What the rules of its pack require, where it was put into words before.
  var phrases: RequirementPhrases?
  /// What it asks of the repository, where that was worked out before.
  var knownQuestions: Questions?
  /// Where the rule stands.
  package var location: SourceLocation

  /// What it cites, on one line.
  package var control: String { Control.text(of: controls.map(\.control)) }

  /// Whether the rule can be judged on artifacts that no system declaration claims.
  package var needsDeclaration: Bool {
    if severity.needsSystem { return true }
    return [when, require, iteration?.list].contains {
      $0?.mentions(root: "system") ?? false
    }
  }
}

/// A change of a condition that makes no difference, as the author of the rule explains.
package struct AcceptedMutant: Hashable, Sendable {
  /// The change, as `modelgate test --mutate` names it.
  package var change: String
  /// Why no example can notice it.
  package var reason: String
}
