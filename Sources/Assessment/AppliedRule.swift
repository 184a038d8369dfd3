// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import RulePacks

/// A rule as it is applied, with what is the same for every system worked out once.
///
/// A class, because it is immutable and passed around for every system and subject.
final class AppliedRule: Sendable {
  /// The id of the rule's pack.
  let pack: String
  let rule: Rule
  /// Whether the rule needs a system declaration.
  var needsDeclaration: Bool { rule.needsDeclaration }
  /// Whether the rule applies to all its subjects or to none of them.
  let appliesAlike: Bool
  /// The clauses that ask for it.
  private let controls: [Control]
  /// The number of its list of subjects, shared by all rules with the same one.
  let list: Int
  /// In English, when the rule applies; empty for always.
  var applies: String { rule.when?.english() ?? "" }

  init(_ rule: Rule, of pack: String, list: Int) {
    self.pack = pack
    self.rule = rule
    controls = rule.controls.map(\.control)
    let variable = rule.iteration?.variable
    appliesAlike = variable.map { rule.when?.mentions(root: $0) != true } ?? true
    self.list = list
  }

  /// The rules of packs in their order.
  static func all(of packs: [RulePack]) -> [AppliedRule] {
    var lists: [String: Int] = [:]
    return packs.flatMap { pack in
      pack.rules.map { rule in
        let key = listKey(of: rule, in: pack)
        let list = lists[key] ?? lists.count
        lists[key] = list
        return AppliedRule(rule, of: pack.id, list: list)
      }
    }
  }

  /// Equal for rules that have the same subjects in every system.
  private static func listKey(of rule: Rule, in pack: RulePack) -> String {
    guard let list = rule.iteration?.list else { return "" }
    let isOwn = list.mentions(root: "parameters")
    return isOwn ? "\(pack.id)/\(rule.id): \(list.source)" : list.source
  }

  /// The clauses that a result states beside those of the rule: none where they are the same.
  func stated(_ controls: [Control]) -> [Control] { controls == self.controls ? [] : controls }

  /// The record of the rule on a system that is not judged.
  func leftOut(of system: String, _ message: String) -> CheckResult {
    CheckResult(
      system: system,
      pack: pack,
      rule: rule.id,
      code: rule.code,
      subject: SubjectList.Subject.wholeSystem.name,
      outcome: .notApplicable,
      severity: rule.severity.strictest,
      message: message
    )
  }
}
