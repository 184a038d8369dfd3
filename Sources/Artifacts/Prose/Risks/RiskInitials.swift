// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// Columns that are called by initials: `P`, `I` and `N` of probability, impact and level.
///
/// One letter alone means nothing; beside its partner, in a table that names risks, it does.
struct RiskInitials {
  /// The fields of such columns, in their order; behind the column of measures a second pair is what
  /// remains.
  let fields: [(column: Int, path: RiskPath)]

  init(_ columns: TableColumns, mitigation: Int?) {
    let remaining = columns.names.map(Self.isResidual)
    let names = columns.names.map(Self.initial)
    let pairs = Self.pairs.flatMap { pair in Self.places(of: pair, in: names) }
    // Where the letters fit two pairs, nobody knows which ones are meant.
    let isClear = Set(pairs.flatMap { [$0.likelihood, $0.severity] }).count == 2 * pairs.count
    var fields: [(column: Int, path: RiskPath)] = []
    for (number, pair) in (isClear ? pairs : []).enumerated() {
      let isResidual =
        remaining[pair.likelihood]
        || number > 0 && mitigation.map { $0 < pair.likelihood } ?? true
      fields.append((pair.likelihood, isResidual ? \Risk.residualLikelihood : \Risk.likelihood))
      fields.append((pair.severity, isResidual ? \Risk.residualSeverity : \Risk.severity))
      let next = max(pair.likelihood, pair.severity) + 1
      if next < names.count, Self.isLevel(names[next]) {
        fields.append((next, isResidual ? \Risk.residualLevel : \Risk.level))
      }
    }
    self.fields = fields
  }

  private static func places(
    of pair: (likelihood: String, severity: String),
    in names: [String]
  ) -> [(likelihood: Int, severity: Int)] {
    let likelihoods = names.indices.filter { names[$0] == pair.likelihood }
    let severities = names.indices.filter { names[$0] == pair.severity }
    guard likelihoods.count == severities.count else { return [] }
    return zip(likelihoods, severities).map { ($0, $1) }
  }

  /// Whether a heading says that what stands below it remains: `Risco residual P`.
  private static func isResidual(_ name: String) -> Bool {
    AssessmentRoots.residual.occurs(in: name.spacedWords)
  }

  /// `s` of `S before` and `S after`, whose order tells which one remains, and of `Residual risk S`.
  private static func initial(_ name: String) -> String {
    let words = name.spacedWords
    if let last = words.last, words.count > 1, last.utf8.count == 1, isResidual(name) {
      return String(last)
    }
    guard words.count == 2, words[0].utf8.count == 1, moments.contains(String(words[1])) else {
      return name
    }
    return String(words[0])
  }

  private static let moments = Phrases(
    en: "before|after",
    de: "vor|nach|vorher|nachher",
    fr: "avant|après",
    es: "antes|después",
    pt: "antes|depois",
    it: "prima|dopo|lordo|netto|residuo",
    nl: "voor|na",
    pl: "przed|po",
    sv: "före|efter",
    ja: "",
    zh: ""
  ).folded

  private static func isLevel(_ name: String) -> Bool {
    levels.contains(name) || RiskField.path(named: name) == \Risk.level
      || levels.contains { $0.contains(" ") && name.hasSuffix(" \($0)") }
  }

  private static let levels: Set<String> = ["n", "r", "nr", "l x i", "p x i", "p i", "l i", "p g"]

  /// The initials of likelihood and severity in the languages of the forms.
  private static let pairs: [(likelihood: String, severity: String)] = [
    // English; Spanish, Portuguese and Italian write probability and impact alike.
    ("l", "i"), ("l", "s"), ("p", "i"), ("p", "s"),
    // Probabilidade and gravidade; probabilità and danno.
    ("p", "g"), ("p", "d"),
    // Vraisemblance and gravité; Eintrittswahrscheinlichkeit and Schwere; kans and impact or ernst.
    ("v", "g"), ("e", "s"), ("w", "s"), ("k", "i"), ("k", "e"),
    // Prawdopodobieństwo and waga; sannolikhet and konsekvens.
    ("p", "w"), ("s", "k"),
  ]
}

/// The scale of numbers in a table, where the heading or the form states it.
enum RiskScale {
  /// `1-5` of `Likelihood (1-5)` and `Impact (1–5)`; nil where the columns state none or two.
  static func stated(by headings: [String]) -> String? {
    let scales = Set(headings.compactMap(scale))
    return scales.count == 1 ? scales.first : nil
  }

  /// What the Brazilian form says of its numbers: 5 low, 10 moderate, 15 high for likelihood and
  /// impact alike (Secretaria de Governo Digital, guide to the RIPD, section 2.6).
  static func ofBrazil(_ ratings: [String]) -> String? {
    guard !ratings.isEmpty, ratings.allSatisfy(["5", "10", "15"].contains) else { return nil }
    return "RIPD 5-15"
  }

  private static func scale(_ heading: String) -> String? {
    guard let open = heading.lastIndex(where: { "([".contains($0) }) else { return nil }
    let parts = heading[heading.index(after: open)...].split { !$0.isASCII || !$0.isNumber }
    guard parts.count == 2, let least = Int(parts[0]), let most = Int(parts[1]), least < 2, most > 1
    else { return nil }
    return "\(least)-\(most)"
  }
}
