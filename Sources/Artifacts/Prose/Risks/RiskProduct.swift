// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// A column that rates likelihood and severity at once: `L × S` above `2 × 3 = 6`, `Likelihood / impact`
/// above `Low / Med`.
struct RiskProduct {
  let column: Int
  private let isSeverityFirst: Bool
  /// What stands between the two: `6/25` below `L × S` is one number.
  private let separators: [String]

  /// The first such column of a table; nil where it has none.
  init?(in table: MarkdownTable) {
    for (column, cell) in table.header.enumerated() {
      let separators = Self.separators.first { $0.contains(where: cell.text.contains) }
      guard let separators else { continue }
      let words = Self.factors(in: cell.text, between: separators).map { FoldedText.words($0) }
      guard words.count == 2 else { continue }
      let isLikelihoodFirst = Self.isLikelihood(words[0]) && Self.isSeverity(words[1])
      let isSeverityFirst = Self.isSeverity(words[0]) && Self.isLikelihood(words[1])
      guard isLikelihoodFirst || isSeverityFirst else { continue }
      self.column = column
      self.isSeverityFirst = isSeverityFirst
      self.separators = separators
      return
    }
    return nil
  }

  /// Adds the factors and, behind `=`, their product.
  func read(_ text: String, into risk: inout Risk) {
    let sides = text.split(separator: "=", maxSplits: 1)
    guard let left = sides.first else { return }
    let factors = Self.factors(in: String(left), between: separators)
    guard factors.count == 2 else {
      // `6` alone is the product.
      risk.level = risk.level ?? text.trimmed
      return
    }
    risk.likelihood = risk.likelihood ?? factors[isSeverityFirst ? 1 : 0]
    risk.severity = risk.severity ?? factors[isSeverityFirst ? 0 : 1]
    if sides.count == 2 { risk.level = risk.level ?? sides[1].trimmed }
  }

  private static func factors(in text: String, between separators: [String]) -> [String] {
    for separator in separators where text.contains(separator) {
      guard let cut = text.firstRange(of: separator) else { continue }
      return [text[..<cut.lowerBound].trimmed, text[cut.upperBound...].trimmed]
    }
    return []
  }

  private static let separators = [["×", "*", " x ", " X "], ["/", "／"]]

  private static func isLikelihood(_ heading: String) -> Bool {
    likelihoods.contains(heading) || RiskField.path(named: heading) == \Risk.likelihood
  }

  private static func isSeverity(_ heading: String) -> Bool {
    severities.contains(heading) || RiskField.path(named: heading) == \Risk.severity
  }

  private static let likelihoods: Set<String> = ["l", "p"]
  private static let severities: Set<String> = ["s", "i"]
}
