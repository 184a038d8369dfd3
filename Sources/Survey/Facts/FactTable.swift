// SPDX-License-Identifier: Apache-2.0

extension Fact {
  /// What the declaration may answer, and what the fact means.
  ///
  /// One table in the order of the law; a test finds a fact without a definition. The facts are
  /// those that decide tier, duties and applicability under Regulation (EU) 2024/1689 (AI Act) as
  /// amended by Regulation (EU) 2026/1744, Regulation (EU) 2016/679 (GDPR), WP 248 rev.01, and the
  /// state law of the United States.
  package var definition: FactDefinition {
    scopeDefinition ?? practiceDefinition ?? riskDefinition ?? transparencyDefinition
      ?? modelDefinition ?? dataDefinition ?? FactDefinition(.text, "", "", "")
  }
}
