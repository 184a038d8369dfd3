// SPDX-License-Identifier: Apache-2.0

package import Survey

/// When the law of a shipped pack may concern a declared system; what is open counts as a yes.
package enum PackCondition {
  /// The AI Act may apply: a place of use or a deployer in the Union, or no place that is declared.
  package static func isInUnion(_ facts: SystemFacts) -> Bool { facts.mayConcernUnion }

  /// The duties of high risk may apply: a use of Annex III or a product of Annex I in the Union.
  package static func mayBeHighRisk(_ facts: SystemFacts) -> Bool {
    let section = facts.choice(.annexISection) ?? "none"
    return isInUnion(facts) && (facts.texts(.annexIII)?.isEmpty == false || section != "none")
  }

  /// The GDPR may apply: personal data that are not ruled out, and a place in the EEA.
  package static func mayBeUnderGDPR(_ facts: SystemFacts) -> Bool {
    DerivedFacts(facts).isUnderGDPR != false
  }
}
