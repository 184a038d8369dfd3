// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// One rule pack that was applied.
package struct PackReport: Sendable, Hashable {
  /// The id of the pack.
  package var id: String
  /// The version of the pack.
  package var version: String
  /// The digest of the files of the pack.
  package var digest: ContentDigest
  /// How many rules the pack holds.
  package var ruleCount: Int
  /// The one-line title of the pack.
  package var title: String
  /// The day up to which the law behind it was looked up, where it states one.
  package var statusDay: CalendarDate?
  /// Where its files came from.
  package var source: Source
  /// Why it was chosen, where neither policy nor caller names packs.
  package var reason: String?
  /// The parameters in force, defaults included.
  package var parameters: [ParameterReport]

  /// Where the files of a pack come from.
  package enum Source: String, Sendable, Hashable, CaseIterable {
    /// From the program.
    case shipped
    /// From the tree that the policy was read from.
    case tree
    /// From a folder on a disk, which only its digest tells.
    case file
  }

  /// Creates the description of a pack.
  package init(
    id: String,
    version: String,
    digest: ContentDigest,
    ruleCount: Int,
    title: String,
    statusDay: CalendarDate? = nil,
    source: Source = .shipped,
    reason: String? = nil,
    parameters: [ParameterReport] = []
  ) {
    self.id = id
    self.version = version
    self.digest = digest
    self.ruleCount = ruleCount
    self.title = title
    self.statusDay = statusDay
    self.source = source
    self.reason = reason
    self.parameters = parameters
  }

  func ordered() -> PackReport {
    var copy = self
    copy.parameters = FixedOrder.sorted(parameters)
    return copy
  }
}

/// A setting that a verdict depends on, and where its value comes from.
package struct ParameterReport: Sendable, Hashable {
  /// The id of the rule that reads it, or nil for the whole pack or policy.
  package var rule: String?
  /// The name of the setting.
  package var name: String
  /// The value, as text.
  package var value: String
  /// The value of the pack, as text, where the policy set another.
  package var packValue: String?
  /// Where the value comes from: `law`, `standard`, `convention` or `policy`.
  package var origin: String
  /// The clause that sets it, where one is cited.
  package var cite: String?

  /// Creates the description of a setting.
  package init(
    rule: String? = nil,
    name: String,
    value: String,
    packValue: String? = nil,
    origin: String,
    cite: String? = nil
  ) {
    self.rule = rule
    self.name = name
    self.value = value
    self.packValue = packValue
    self.origin = origin
    self.cite = cite
  }
}
