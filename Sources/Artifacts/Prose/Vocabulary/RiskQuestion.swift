// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The questions of the French authority's form on each feared event, as its software prints them.
enum RiskQuestion {
  /// What the answer to a question says of the risk; nil for any other heading.
  static func path(of words: String) -> RiskPath? {
    questions.first { question in question.words.allSatisfy { words.contains($0) } }?.path
  }

  /// CNIL, PIA software, questions 3.2.1 to 3.4.6 in French and English.
  private static let questions: [(words: [String], path: RiskPath)] = [
    (["estimez vous", "gravité"], \Risk.severity),
    (["estimez vous", "vraisemblance"], \Risk.likelihood),
    (["mesures", "contribuent", "risque"], \Risk.mitigation),
    (["principaux impacts", "personnes"], \Risk.description),
    (["estimate", "severity"], \Risk.severity),
    (["estimate", "likelihood"], \Risk.likelihood),
    (["controls", "contribute", "risk"], \Risk.mitigation),
    (["main impacts", "subjects"], \Risk.description),
  ]
}
