// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// What the abbreviations of disparities stand for, as far as a document tells.
struct DisparityNames {
  /// The metric that `EO` abbreviates: equalized odds or equal opportunity.
  var equality = "eo"

  init() {}

  /// Whether a table may abbreviate such a name, so that the document is worth looking through.
  static func areAbbreviated(in table: MarkdownTable) -> Bool {
    table.header.contains { mayAbbreviate($0.text) }
      || table.rows.contains { $0.first.map { mayAbbreviate($0.text) } ?? false }
  }

  private static func mayAbbreviate(_ text: String) -> Bool {
    text.contains("EO") || text.hasPrefix("eo")
  }

  /// `EO` stands for the one of the two that the document spells out; with both or none it stays.
  init(in document: MarkdownDocument) {
    let texts = document.sections.flatMap { [$0.title] + $0.blocks.map(\.text) }.map {
      $0.lowercased()
    }
    func speaks(of names: [String]) -> Bool {
      texts.contains { text in names.contains { text.contains($0) } }
    }
    let hasOdds = speaks(of: [
      "equalized odds", "equalised odds", "equalized-odds", "equalised-odds",
    ])
    let hasOpportunity = speaks(of: ["equal opportunity", "equality of opportunity"])
    guard hasOdds != hasOpportunity else { return }
    equality = hasOdds ? "equalized_odds_difference" : "equal_opportunity_difference"
  }
}

/// A disparity between the groups of an attribute as headings abbreviate it: `DP sex`, `EO diff (age)`.
struct DisparityLabel {
  let metric: String
  /// The attribute, with no group: the number stands for all of them.
  let slice: [SlicePair]

  init?(_ text: String, _ names: DisparityNames) {
    // Nearly no heading is one, and its first word tells.
    guard !text.isASCII || Self.abbreviations.contains(FoldedText.firstWord(text)),
      let first = text.first(where: \.isLetter), "DESdesΔ".contains(first)
    else { return nil }
    var words = FoldedText.words(text.contains("Δ") ? text.replacing("Δ", with: "") : text)
      .spacedWords.map(String.init)
    guard let head = words.first, Self.abbreviations.contains(head) else { return nil }
    words.removeFirst()
    let measures = words.filter { Self.measures.contains($0) }
    let attribute = words.filter { !Self.measures.contains($0) }
    let isSpelled = head.count > 2 || !measures.isEmpty
    guard attribute.count <= Self.longestAttribute, isSpelled || !attribute.isEmpty,
      attribute.allSatisfy({ $0.allSatisfy(\.isLetter) })
    else { return nil }
    metric = Self.metric(head, isRatio: measures.contains("ratio"), names)
    slice =
      attribute.isEmpty
      ? [] : [SlicePair(attribute: attribute.joined(separator: "_"), group: "")]
  }

  private static func metric(_ head: String, isRatio: Bool, _ names: DisparityNames) -> String {
    switch head {
    case "eo", "eod":
      isRatio ? names.equality.replacing("difference", with: "ratio") : names.equality
    case "di": "disparate_impact"
    default: isRatio ? "demographic_parity_ratio" : "demographic_parity_difference"
    }
  }

  /// The most words of the name of an attribute.
  private static let longestAttribute = 2
  private static let abbreviations: Set<String> = ["dp", "dpd", "spd", "eo", "eod", "di"]
  private static let measures: Set<String> = ["diff", "difference", "gap", "ratio"]
}
