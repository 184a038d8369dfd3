// SPDX-License-Identifier: Apache-2.0

package import RulePacks

/// A general rule that gives way to a more special one in one system, if that one applies.
package struct Displacement: Hashable, Sendable {
  /// The special rule, as `pack/rule`.
  package var displacing: String
  /// The general rule, as `pack/rule`.
  package var displaced: String
  /// The clause that says so.
  package var cite: String
  /// What happens to the general rule.
  package var effect: RuleDisplacement.Effect

  /// What the record of the general rule says.
  var message: String {
    switch effect {
    case .replaces: "\(displacing) is asked instead (\(cite))"
    case .satisfies: "met by what \(displacing) asks for (\(cite))"
    case .narrows: "here \(displacing) is asked instead (\(cite))"
    }
  }
}
