// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// A column that rates likelihood and severity at once: `L × S` above `2 × 3 = 6`.
struct RiskProduct {
  let column: Int
  private let isSeverityFirst: Bool

  /// The first such column of a table; nil where it has none.
  init?(in table: MarkdownTable) {
    for (column, cell) in table.header.enumerated() {
      let words = Self.factors(in: cell.text).map { FoldedText.words($0) }
      guard words.count == 2 else { continue }
      let isLikelihoodFirst =
        Self.likelihoods.contains(words[0]) && Self.severities.contains(words[1])
      let isSeverityFirst =
        Self.severities.contains(words[0]) && Self.likelihoods.contains(words[1])
      guard isLikelihoodFirst || isSeverityFirst else { continue }
      self.column = column
      self.isSeverityFirst = isSeverityFirst
      return
    }
    return nil
  }

  /// Adds the factors and, behind `=`, their product.
  func read(_ text: String, into risk: inout Risk) {
    let sides = text.split(separator: "=", maxSplits: 1)
    guard let left = sides.first else { return }
    let factors = Self.factors(in: String(left))
    guard factors.count == 2 else {
      // `6` alone is the product.
      risk.level = risk.level ?? text.trimmed
      return
    }
    risk.likelihood = risk.likelihood ?? factors[isSeverityFirst ? 1 : 0]
    risk.severity = risk.severity ?? factors[isSeverityFirst ? 0 : 1]
    if sides.count == 2 { risk.level = risk.level ?? sides[1].trimmed }
  }

  private static func factors(in text: String) -> [String] {
    for separator in ["×", "*", " x ", " X "] where text.contains(separator) {
      guard let cut = text.firstRange(of: separator) else { continue }
      return [text[..<cut.lowerBound].trimmed, text[cut.upperBound...].trimmed]
    }
    return []
  }

  private static let likelihoods: Set<String> = ["l", "likelihood", "p", "probability"]
  private static let severities: Set<String> = ["s", "severity", "i", "impact"]
}
