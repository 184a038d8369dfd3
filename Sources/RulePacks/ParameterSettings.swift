// SPDX-License-Identifier: Apache-2.0

package import Documents
package import GateModel

/// What a policy sets in one pack: parameters of the pack, and parameters of single rules.
///
/// A rule's own setting is stronger than that of its pack.
package struct ParameterSettings: Hashable, Sendable {
  /// One value, and where it is written.
  package struct Setting: Hashable, Sendable {
    /// The name of the parameter.
    package var name: String
    /// The value, or nil when what is written is no value of any parameter.
    package var value: ParameterValue?
    /// Where the name stands.
    package var nameLocation: SourceLocation
    /// Where the value stands.
    package var valueLocation: SourceLocation

    /// Creates a setting.
    package init(
      name: String,
      value: ParameterValue?,
      nameLocation: SourceLocation,
      valueLocation: SourceLocation
    ) {
      self.name = name
      self.value = value
      self.nameLocation = nameLocation
      self.valueLocation = valueLocation
    }
  }

  /// What is set for one rule.
  package struct OfRule: Hashable, Sendable {
    /// The id or the short code of the rule.
    package var rule: String
    /// Where the rule is named.
    package var location: SourceLocation
    /// The values in the order of the file.
    package var settings: [Setting]

    /// Creates the settings of one rule.
    package init(rule: String, location: SourceLocation, settings: [Setting]) {
      self.rule = rule
      self.location = location
      self.settings = settings
    }
  }

  /// The parameters of the pack, in the order of the file.
  package var pack: [Setting]
  /// The parameters of single rules, in the order of the file.
  package var rules: [OfRule]

  /// Creates settings; none by default.
  package init(pack: [Setting] = [], rules: [OfRule] = []) {
    self.pack = pack
    self.rules = rules
  }

  /// The settings as a policy writes them: `parameter: value`, or `rule: {parameter: value}`.
  ///
  /// No parameter is a map, so that the value tells a rule from a parameter.
  package init(_ node: Node, path: String) {
    self.init()
    for member in node.map ?? .empty {
      if !member.value.isMap {
        pack.append(Setting(member, path: path))
      } else {
        rules.append(
          OfRule(
            rule: member.key,
            location: SourceLocation(path: path, position: member.keyPosition),
            settings: (member.value.map ?? .empty).map { Setting($0, path: path) }
          )
        )
      }
    }
  }
}

extension ParameterSettings.Setting {
  /// A key with its value.
  init(_ member: Node.Member, path: String) {
    self.init(
      name: member.key,
      value: ParameterValue(member.value),
      nameLocation: SourceLocation(path: path, position: member.keyPosition),
      valueLocation: SourceLocation(path: path, position: member.value.position)
    )
  }
}
