// SPDX-License-Identifier: Apache-2.0

internal import RulePacks

/// The rules of a run by the names that rules call each other.
struct RuleNames: Sendable {
  private var names: [String: String] = [:]

  /// Collects the names of the packs that take part.
  init(_ packs: [RulePack]) {
    for pack in packs {
      for rule in pack.rules {
        let name = "\(pack.id)/\(rule.id)"
        for key in [name, rule.code].compactMap({ $0 }) where names[key] == nil {
          names[key] = name
        }
      }
    }
  }

  /// The full name, `pack/rule`, of what a rule of a pack calls another one: by its id in the same
  /// pack, its code, or its full name; nil for a rule that takes no part.
  func full(_ name: String, in pack: String) -> String? {
    names["\(pack)/\(name)"] ?? names[name]
  }

  /// What a rule of a pack may displace by a name: a rule that takes part, but no rule of a shipped
  /// pack unless the pack is shipped too, since no house rule takes the place of the law.
  func displaceable(_ name: String, by pack: String) -> String? {
    full(name, in: pack).flatMap { rule in
      let isShipped = ShippedPacks.names.contains { rule.hasPrefix("\($0)/") }
      return isShipped && !ShippedPacks.names.contains(pack) ? nil : rule
    }
  }
}
