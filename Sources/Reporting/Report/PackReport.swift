// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// One rule pack that was applied.
public struct PackReport: Sendable, Hashable {
  /// The id of the pack.
  public var id: String
  /// The version of the pack.
  public var version: String
  /// The digest of the files of the pack.
  public var digest: ContentDigest
  /// How many rules the pack holds.
  public var ruleCount: Int
  /// The one-line title of the pack.
  public var title: String
  /// The parameters in force, defaults included.
  public var parameters: [ParameterReport]

  /// Creates the description of a pack.
  public init(
    id: String,
    version: String,
    digest: ContentDigest,
    ruleCount: Int,
    title: String,
    parameters: [ParameterReport] = []
  ) {
    self.id = id
    self.version = version
    self.digest = digest
    self.ruleCount = ruleCount
    self.title = title
    self.parameters = parameters
  }

  func ordered() -> PackReport {
    var copy = self
    copy.parameters = FixedOrder.sorted(parameters)
    return copy
  }
}

/// A setting that a verdict depends on, and where its value comes from.
public struct ParameterReport: Sendable, Hashable {
  /// The id of the rule that reads it, or nil for the whole pack or policy.
  public var rule: String?
  /// The name of the setting.
  public var name: String
  /// The value, as text.
  public var value: String
  /// Where the value comes from: `law`, `standard`, `convention` or `policy`.
  public var origin: String

  /// Creates the description of a setting.
  public init(rule: String? = nil, name: String, value: String, origin: String) {
    self.rule = rule
    self.name = name
    self.value = value
    self.origin = origin
  }
}
