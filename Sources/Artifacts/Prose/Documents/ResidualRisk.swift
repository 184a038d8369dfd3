// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// What prose says of the risk that remains.
enum ResidualRisk {
  /// Whether it is said to be high or beyond what is accepted, or was never rated.
  ///
  /// Of a high risk the authority has to have been asked (GDPR Art. 36(1)).
  static func isUnaccepted(_ text: String) -> Bool {
    if StatusWords.outcome(of: text) == .against { return true }
    let sentences = Lines(text).flatMap(StatementCount.sentences)
    guard let first = sentences.first(where: { $0.contains(where: \.isLetter) }) else {
      return false
    }
    let words = BareWords.of(first).map { $0.text[...] }
    if StatusWords.denies(Array(words.prefix(1))), words.prefix(opening).contains(where: isRating) {
      return true
    }
    let head = first.parts(atAny: ",;:.（(–—").first ?? first
    let leading = BareWords.of(head).map(\.text)
    // The risk is what severity and likelihood come to together.
    if let first = leading.first, factors.matches(first[...]) { return false }
    let place = leading.firstIndex { limits.contains($0) } ?? leading.count
    guard (1...opening).contains(place),
      Rating(leading[..<place].joined(separator: " ")) == .high,
      !StatusWords.denies(leading.map { $0[...] })
    else { return false }
    return !sentences.contains(where: tellsConsultation)
  }

  private static func tellsConsultation(_ sentence: Substring) -> Bool {
    let words = BareWords.of(sentence).map { $0.text[...] }
    return authorities.occurs(in: words) && !StatusWords.denies(words)
  }

  private static func isRating(_ word: Substring) -> Bool { rating.matches(word) }

  /// The most words before what a rating is about: `The residual risk is very high for`.
  private static let opening = 6

  /// Words before what a rating is about.
  private static let limits: Set<String> = [
    "for", "with", "because", "since", "and", "in", "fur", "bei", "weil", "und", "pour", "car",
    "para",
    "porque", "per", "voor", "dla",
  ]

  /// The two that a risk is made of.
  private static let factors = WordRoots(
    en: "severity likelihood probability impact",
    de: "schwere eintrittswahrscheinlichkeit wahrscheinlichkeit auswirkung*",
    fr: "gravité vraisemblance probabilité impact",
    es: "gravedad probabilidad impacto",
    pt: "gravidade probabilidade impacto",
    it: "gravità probabilità impatto",
    nl: "ernst kans waarschijnlijkheid",
    pl: "dotkliwość prawdopodobieństwo",
    sv: "allvarlighet sannolikhet konsekvens*",
    ja: "重大性 可能性",
    zh: "严重 可能性"
  )

  private static let rating = WordRoots(
    en: "assessed rated evaluated judged",
    de: "bewertet eingeschätzt beurteilt",
    fr: "évalué évaluée évalués apprécié",
    es: "evaluado evaluada valorado",
    pt: "avaliado avaliada",
    it: "valutato valutata",
    nl: "beoordeeld ingeschat",
    pl: "oceniono oceniane",
    sv: "bedömts bedömd bedömt",
    ja: "評価",
    zh: "评估"
  )

  private static let authorities = WordRoots(
    en: "authority",
    de: "aufsichtsbehörde behörde datenschutzbehörde",
    fr: "autorité cnil",
    es: "autoridad aepd",
    pt: "autoridade cnpd anpd",
    it: "autorità garante",
    nl: "autoriteit toezichthouder",
    pl: "organ organu uodo",
    sv: "tillsynsmyndighet* integritetsskyddsmyndigheten",
    ja: "当局 監督機関",
    zh: "监管机构 主管部门"
  )
}
