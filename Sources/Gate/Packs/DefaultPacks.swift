// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import GateModel
internal import Survey

/// The packs of a policy that names none: essentials, and those of the law that the declared places
/// and roles bring about.
enum DefaultPacks {
  /// A pack with why it was chosen.
  struct Choice: Hashable, Sendable {
    var name: String
    var reason: String
  }

  /// The packs for the declared systems, in the order of their names.
  static func choices(for declarations: [SystemDeclaration]) -> [Choice] {
    var choices = [Choice(name: "essentials", reason: "every system")]
    let laws: [(name: String, why: String, applies: (SystemDeclaration) -> Bool)] = [
      ("eu-ai-act-core", "used in the Union", { PackCondition.isInUnion($0.facts) }),
      ("eu-ai-act-high-risk", "a use of Annex I or III", { PackCondition.mayBeHighRisk($0.facts) }),
      ("eu-gdpr", "personal data in the EEA", { PackCondition.mayBeUnderGDPR($0.facts) }),
    ]
    for law in laws {
      let systems = declarations.filter(law.applies).map(\.id).sorted()
      guard let first = systems.first else { continue }
      let others = systems.count > 1 ? " and \(systems.count - 1) more" : ""
      choices.append(Choice(name: law.name, reason: "\(law.why): \(first)\(others)"))
    }
    return choices
  }
}
