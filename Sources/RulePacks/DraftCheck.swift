// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// What can only be said of a pack when all of its rules are read.
struct DraftCheck {
  private(set) var problems: [Problem] = []
  private let draft: PackDraft
  private let rules: [DraftRule]

  init(_ draft: PackDraft, _ rules: [DraftRule]) {
    self.draft = draft
    self.rules = rules
    reportWrongSettings()
    reportUnknownRules()
    guard !draft.isTested else { return }
    reportDuplicates()
    reportUnused()
  }

  private mutating func reportDuplicates() {
    var seen: [String: SourceLocation] = [:]
    for rule in rules.compactMap(\.rule) {
      for name in [rule.id, rule.code].compactMap({ $0 }) {
        if let first = seen[name] {
          problems.append(
            Problem(
              message: "two rules are called '\(name)'; the other one is at \(first)",
              location: rule.location,
              help: "give each rule its own id and code"
            )
          )
        }
        seen[name] = rule.location
      }
    }
  }

  /// What is wrong with the values that the policy sets for the whole pack.
  private mutating func reportWrongSettings() {
    guard !draft.settings.pack.isEmpty else { return }
    var check = SettingCheck(subject: "the policy")
    let (rules, owner) = (rules, "the pack '\(draft.folder)'")
    _ = check.values(draft.settings.pack, among: draft.shared, of: owner) { name in
      if rules.contains(where: { $0.names.contains(name) }) {
        return "it is a rule: write '\(name): {PARAMETER: VALUE}'"
      }
      return rules.first { $0.declaredParameters.contains(name) }
        .map { "it is a parameter of a rule: write '\($0.fileName): {\(name): VALUE}'" }
    }
    problems += check.problems
  }

  /// Names the rules of the policy that the pack does not have.
  private mutating func reportUnknownRules() {
    let known = rules.flatMap(\.names)
    // The code of a rule whose file holds no map is not known, and ids have no capital letters.
    let allCodesAreKnown = rules.allSatisfy(\.isReadable)
    var check = SettingCheck(subject: "the policy")
    for rule in draft.settings.rules where !known.contains(rule.rule) {
      guard allCodesAreKnown || rule.rule == rule.rule.lowercased() else { continue }
      check.addUnknown(
        rule,
        known: known,
        isOfPack: draft.shared.names.contains(rule.rule)
      )
    }
    problems += check.problems
  }

  /// Names the parameters of the pack that no rule mentions, once all rules are understood.
  private mutating func reportUnused() {
    let mentioned = rules.compactMap(\.mentionedParameters)
    guard !draft.shared.sound.isEmpty, mentioned.count == rules.count else { return }
    let used = Set(mentioned.joined())
    for member in draft.root?["parameters"]?.node.map ?? .empty
    where !used.contains(member.key) && !draft.shared.broken.contains(member.key) {
      problems.append(
        Problem(
          message: "the parameter '\(member.key)' is not used by any rule of the pack",
          location: SourceLocation(
            path: "\(draft.folder)/\(PackDraft.manifestName)",
            position: member.keyPosition
          ),
          help: "use it as parameters.\(member.key), or remove it"
        )
      )
    }
  }
}
