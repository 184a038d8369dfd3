// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage
internal import RulePacks

/// The conditions of a rule in English, put into words once for all systems.
struct RuleEnglish: Sendable {
  /// What must hold.
  let required: String
  /// When the rule applies; empty for always.
  let applies: String

  init(_ rule: Rule) {
    required = rule.require.english()
    applies = rule.when?.english() ?? ""
  }
}
