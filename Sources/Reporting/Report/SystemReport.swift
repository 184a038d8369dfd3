// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// One AI system, with its risk tier and how that came about.
public struct SystemReport: Sendable, Hashable {
  /// One step of the tier derivation: an article, and the fact that made it apply.
  public struct TierReason: Sendable, Hashable {
    /// The article, such as `AI Act Art. 6(2), Annex III 5b`.
    public var article: String
    /// The fact, by its path in the declaration.
    public var fact: String
    /// The answer as declared.
    public var value: String
    /// What follows, in one sentence.
    public var text: String
    /// Where the fact is declared, if it is.
    public var location: SourceLocation?

    /// Creates a step.
    public init(
      article: String,
      fact: String,
      value: String,
      text: String,
      location: SourceLocation? = nil
    ) {
      self.article = article
      self.fact = fact
      self.value = value
      self.text = text
      self.location = location
    }
  }

  /// The id of the system.
  public var id: String
  /// The name of the system.
  public var name: String
  /// The risk tier.
  public var tier: RiskTier
  /// The names of the duties that come on top of the tier.
  public var flags: [String]
  /// Where the system is used.
  public var jurisdictions: [String]
  /// Which fact fired which article, in the order of the derivation.
  public var tierReasons: [TierReason]
  /// Whether a system declaration names it.
  public var isDeclared: Bool
  /// The path of the system declaration.
  public var path: String?
  /// What a reviewer should ask, because an answer looks incomplete or a duty is near.
  public var questions: [String]

  /// Creates the description of a system.
  public init(
    id: String,
    name: String,
    tier: RiskTier,
    flags: [String] = [],
    jurisdictions: [String] = [],
    tierReasons: [TierReason] = [],
    isDeclared: Bool = true,
    path: String? = nil,
    questions: [String] = []
  ) {
    self.id = id
    self.name = name
    self.tier = tier
    self.flags = flags
    self.jurisdictions = jurisdictions
    self.tierReasons = tierReasons
    self.isDeclared = isDeclared
    self.path = path
    self.questions = questions
  }

  func ordered() -> SystemReport {
    var copy = self
    copy.flags.sort(by: FixedOrder.precedes)
    copy.jurisdictions.sort(by: FixedOrder.precedes)
    return copy
  }
}
