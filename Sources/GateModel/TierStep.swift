// SPDX-License-Identifier: Apache-2.0

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
