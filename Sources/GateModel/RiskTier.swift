// SPDX-License-Identifier: Apache-2.0

/// The risk tier of an AI system under the EU AI Act, as derived from declared facts.
///
/// The order is "most restrictive first": `prohibited` outranks everything.
package enum RiskTier: String, Hashable, Sendable, CaseIterable {
  /// A practice of Art. 5.
  case prohibited
  /// A fact that decides the tier is unanswered.
  case unresolved
  /// High-risk under Art. 6(1) or 6(2).
  case high
  /// A product of Annex I Section B: the sector act governs (Art. 2(2)).
  case highSectoral = "high_sectoral"
  /// Transparency duties of Art. 50.
  case limited
  /// An Annex III system without significant risk (Art. 6(3)).
  case derogated
  /// None of the above.
  case minimal
  /// Out of material scope (Art. 2(3), 2(6), 2(8), 2(10)).
  case excluded
  /// No connection with the Union (Art. 2(1)).
  case notInScope = "not_in_scope"
}

/// What one step of a tier derivation is about.
package enum TierStep: String, Hashable, Sendable, CaseIterable {
  /// It leads to the tier, or keeps it open.
  case tier
  /// It makes a data protection impact assessment due, or keeps that open (GDPR Article 35).
  case assessment
  /// An answer that follows from another one.
  case entailed
  /// Two answers that cannot both be right.
  case contradiction
}
