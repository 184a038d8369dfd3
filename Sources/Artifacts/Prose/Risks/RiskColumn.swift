// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// What a column of risks holds, where its heading is not written as in the tables: `Getroffene
/// Maßnahmen`, `Riesgo tras las medidas`, `Probab.`.
enum RiskColumn {
  /// The field of the column; nil where its heading says nothing of risks.
  static func path(of heading: String) -> RiskPath? {
    if let path = RiskField.path(named: heading) { return path }
    guard !RiskField.names.contains(heading) else { return nil }
    let words = heading.spacedWords
    guard !words.isEmpty, words.count <= longestHeading else { return nil }
    return residual(words) ?? unqualified(words) ?? measure(words) ?? abbreviated(words)
  }

  /// The most words of the heading of a column.
  private static let longestHeading = 8

  /// `Risk after measures`, `Residual severity of harm`.
  private static func residual(_ words: [Substring]) -> RiskPath? {
    let after = words.firstIndex { prepositions.contains(String($0)) }
    let isAfter = after.map { AssessmentRoots.measure.occurs(in: Array(words[$0...])) } ?? false
    guard isAfter || AssessmentRoots.residual.occurs(in: words) else { return nil }
    let kept = (isAfter ? words.prefix(after ?? 0) : words[...])
      .filter { !AssessmentRoots.residual.matches($0) }
    let path = RiskField.path(named: kept.joined(separator: " "))
    if path == \Risk.likelihood { return \Risk.residualLikelihood }
    if path == \Risk.severity { return \Risk.residualSeverity }
    let isLevel =
      kept.isEmpty || path == \Risk.level || AssessmentRoots.risk.occurs(in: Array(kept))
    return isLevel || AssessmentRoots.residual.occurs(in: words) ? \Risk.residualLevel : nil
  }

  /// Without the words that say only which ones are meant: `planned`, `implementada`.
  private static func unqualified(_ words: [Substring]) -> RiskPath? {
    let kept = words.filter { !qualifiers.matches($0) }
    guard !kept.isEmpty, kept.count < words.count else { return nil }
    return RiskField.path(named: kept.joined(separator: " "))
  }

  /// `Mesures de sécurité prévues`: a word for measures, and others that tell of which kind they are.
  private static func measure(_ words: [Substring]) -> RiskPath? {
    guard words.prefix(longestKind).contains(where: isMeasure),
      words.allSatisfy({ word in
        isMeasure(word) || qualifiers.matches(word) || kinds.matches(word)
          || WordSieve.joins(BareWords.joined(String(word)))
      })
    else { return nil }
    return \Risk.mitigation
  }

  /// Whether a word is one for measures, also as the second part of one: `Sicherheitsmaßnahmen`.
  private static func isMeasure(_ word: Substring) -> Bool {
    AssessmentRoots.measure.matches(word)
      || ["maßnahme", "massnahme", "maatregel", "åtgärd"].contains { word.contains($0) }
  }

  /// The most words for the kind of measures, with theirs.
  private static let longestKind = 4

  private static let kinds = WordRoots(
    en: "security technical organisational organizational protective mitigation",
    de: "technisch* organisatorisch* risikominderung sicherheit*",
    fr: "sécurité technique* organisationnelle* protection réduction",
    es: "seguridad técnica* organizativa* protección reducción",
    pt: "segurança técnica* organizativa* organizacionais proteção redução",
    it: "sicurezza tecnich* organizzativ* protezione riduzione",
    nl: "technische organisatorische beveiliging* bescherming*",
    pl: "techniczn* organizacyjn* bezpieczeństwa ochrony",
    sv: "tekniska organisatoriska säkerhet* skydd*",
    ja: "安全 技術 組織",
    zh: "安全 技术 组织"
  )

  /// `Probab`, `Wahrsch`: a word that begins the headings of one field alone, or the second part of
  /// a German one, such as `Eintrittswahrscheinlichkeit`.
  private static func abbreviated(_ words: [Substring]) -> RiskPath? {
    guard words.count == 1, let word = words.first, word.count >= shortestAbbreviation else {
      return nil
    }
    let fields = RiskField.all.filter { field in
      field.headings.contains { heading in
        guard !heading.hasPrefix("rest") else { return false }
        let words = heading.spacedWords
        return words.first?.hasPrefix(word) == true && !AssessmentRoots.residual.occurs(in: words)
          || words.count == 1 && heading.contains("s\(word)")
      }
    }
    return fields.count == 1 ? fields[0].path : nil
  }

  private static let shortestAbbreviation = 4

  private static let prepositions = Phrases(
    en: "after|following|post",
    de: "nach",
    fr: "après",
    es: "tras|después",
    pt: "após|depois",
    it: "dopo",
    nl: "na",
    pl: "po",
    sv: "efter",
    ja: "後",
    zh: "后"
  ).folded

  private static let qualifiers = WordRoots(
    en:
      "implemented planned existing proposed current taken adopted applied key main additional the",
    de:
      "getroffen* implementiert* umgesetzt* geplant* bestehend* vorgesehen* vorhanden* ergriffen* zusätzlich* weitere",
    fr: "mise mises en œuvre prévue* existante* appliquée* adoptée* implémentée* les des prises",
    es:
      "implementada* aplicada* prevista* adoptada* existente* implantada* planificada* las de propuesta*",
    pt:
      "implementada* aplicada* prevista* adotada* adoptada* existente* planejada* proposta* de as",
    it: "adottat* implementat* previst* esistent* applicat* pianificat* di le",
    nl: "getroffen genomen voorgenomen bestaande geplande de",
    pl: "wdrożon* planowan* istniejąc* zastosowan* przyjęt*",
    sv: "vidtagna planerade befintliga införda genomförda",
    ja: "実施",
    zh: "已"
  )
}
