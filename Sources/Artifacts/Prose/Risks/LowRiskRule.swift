// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// What a form says of risks that need no measure.
///
/// An example is `Risks rated low need no further measure`.
/// The rule is quoted as what is done about such a risk, since it is the answer of the form; what is
/// rated otherwise is left as it is.
enum LowRiskRule {
  /// The sentence of a document that says so; nil without one.
  static func sentence(in document: MarkdownDocument) -> String? {
    for section in document.sections {
      for block in section.evidence {
        switch block.content {
        case .paragraph, .list, .quote:
          for piece in TextPiece.pieces(of: block) {
            if let sentence = sentences(of: piece.text).first(where: isRule) { return sentence }
          }
        case .table, .code: break
        }
      }
    }
    return nil
  }

  /// Gives the rule as measure to risks that are rated low and have none of their own.
  static func apply(_ rule: String, to risks: inout [Risk]) {
    for index in risks.indices
    where risks[index].rating == .low && risks[index].mitigationState != .substantive {
      risks[index].mitigation = rule
      // Nothing is done about the risk, so that it stays as high as it was rated.
      risks[index].residualLevel = risks[index].residualLevel ?? risks[index].level
      risks[index].residualSeverity = risks[index].residualSeverity ?? risks[index].severity
      risks[index].residualLikelihood = risks[index].residualLikelihood ?? risks[index].likelihood
    }
  }

  /// Whether a text says that no measure is needed: `none required: low risk`.
  static func isWaiver(_ text: String) -> Bool {
    let words = BareWords.of(text)
    let texts = words.map { $0.text[...] }
    let denies = SentenceFiller.isBounded(words) || none.occurs(in: texts)
    return denies && needs.occurs(in: texts)
  }

  private static func isRule(_ sentence: String) -> Bool {
    let words = BareWords.of(sentence)
    let texts = words.map { $0.text[...] }
    return words.count <= longestRule && low.occurs(in: texts)
      && AssessmentRoots.risk.occurs(in: texts) && AssessmentRoots.measure.occurs(in: texts)
      && SentenceFiller.isBounded(words) && needs.occurs(in: texts)
  }

  private static func sentences(of text: String) -> [String] {
    var rest = text[...]
    var found: [String] = []
    while !rest.isEmpty {
      let end = SentenceFiller.end(of: rest)
      found.append(rest[..<end].trimmed)
      rest = rest[end...]
    }
    return found
  }

  private static let longestRule = 20

  private static let low = WordRoots(
    en: "low lowest negligible acceptable",
    de: "gering* niedrig* vernachlässigbar* akzeptabl*",
    fr: "faible* négligeable* acceptable*",
    es: "bajo baja bajos bajas despreciable* aceptable*",
    pt: "baixo baixa baixos baixas aceitáve* desprezíve*",
    it: "basso bassa bassi basse trascurabil* accettabil*",
    nl: "laag lage verwaarloosba* aanvaardba*",
    pl: "niski* niska niskim akceptowaln*",
    sv: "låg låga lågt försumba* godtagba*",
    ja: "低 軽微",
    zh: "低 可接受"
  )

  static let none = WordRoots(
    en: "none",
    de: "keine keiner",
    fr: "aucun aucune",
    es: "ninguno ninguna",
    pt: "nenhum nenhuma",
    it: "nessuno nessuna",
    nl: "geen",
    pl: "żadn* brak",
    sv: "inga ingen",
    ja: "不要",
    zh: "无需"
  )

  private static let needs = WordRoots(
    en: "need needs needed require requires required necessary",
    de: "erforderlich* nötig notwendig* bedarf bedürfen",
    fr: "nécessaire* requise requises requis nécessite* exige*",
    es: "requiere* necesari* precisa* exige*",
    pt: "requer* necessári* precisa* exige*",
    it: "richied* necessari* richiest* occorr*",
    nl: "nodig vereist noodzakelijk",
    pl: "wymaga* potrzeb* konieczn*",
    sv: "krävs kräver behövs behöver nödvändig*",
    ja: "必要 不要 要し",
    zh: "需 必要 无需"
  )
}
