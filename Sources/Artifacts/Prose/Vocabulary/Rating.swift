// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// How high a risk, its severity or its likelihood is, on one scale for all words and numbers.
package enum Rating: String, Hashable, Sendable, CaseIterable, Comparable {
  case low
  case medium
  case high
  /// There is no rating.
  case absent
  /// There is one, and what it means is not known: never taken for one that is not high.
  case undecided

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .absent: 0
    case .low: 1
    case .medium: 2
    case .undecided: 3
    case .high: 4
    }
  }

  /// The rating that a text states: the highest of its words, or a number of a stated scale.
  ///
  /// - Parameters:
  ///   - text: `Very high`, `moyen`, `4/5`, `12 von 25`; nil where there is none.
  ///   - scale: The scale that the document states, such as `CNIL 1-4` or `1-5`.
  package init(_ text: String?, scale: String? = nil) {
    guard let text, StatementState.state(of: text) == .substantive else {
      self = text.map { $0.trimmed.isEmpty ? .absent : .undecided } ?? .absent
      return
    }
    let plain = text.lowercased()
    let words = BareWords.of(plain).map(\.text)
    let found = RatingWords.levels.filter { level in
      words.contains(where: level.words.isSingle) || level.words.occurs(inWritten: text)
        || level.words.occurs(in: words)
    }.map(\.rating)
    let isShort = words.first.map(RatingWords.short.contains) ?? false
    let stated =
      found.max() ?? (isShort ? .medium : Self.share(in: text, scale: scale).map(Self.of))
    self = stated == .high || RatedText.isWhole(plain) ? stated ?? .undecided : .undecided
  }

  /// The rating that a few words are, without asking whether they say anything.
  init(level text: String) {
    let words = BareWords.of(text.lowercased()).map(\.text)
    let found = RatingWords.levels.filter { $0.words.occurs(in: words) }.map(\.rating)
    self = found.max() ?? .undecided
  }

  /// The rating of a risk from its level, else from severity and likelihood: high where one is high
  /// and the other at least medium, low where both are low or one is and the other is medium at most.
  ///
  /// No scale puts a risk low whose severity and likelihood make it high: such a level is undecided.
  package init(level: Rating, severity: Rating, likelihood: Rating) {
    guard level == .absent else {
      let factors = Rating(level: .absent, severity: severity, likelihood: likelihood)
      self = level == .low && factors == .high ? .undecided : level
      return
    }
    switch (severity, likelihood) {
    case (.absent, .absent): self = .absent
    case (.undecided, _), (_, .undecided), (.absent, _), (_, .absent): self = .undecided
    case (.high, .high), (.high, .medium), (.medium, .high): self = .high
    case (.low, .low), (.low, .medium), (.medium, .low): self = .low
    default: self = .medium
    }
  }

  /// A part of the whole scale, which may be that of a product of two ratings.
  private struct Share {
    let value: Double
    let most: Int
  }

  private static func of(_ share: Share) -> Rating {
    // On a scale of products, 15 of 25 stands for 3 × 5.
    let isProduct = [9, 16, 25].contains(share.most)
    if share.value > 2 / 3.0 || isProduct && share.value >= 0.55 { return .high }
    return share.value > 1 / 3.0 || isProduct && share.value >= 0.2 ? .medium : .low
  }

  /// `4/5`, `4 of 5`, `4 von 5`, or `4` where the scale says `1-5`.
  ///
  /// The 4 and 11 of `O4, O11` number measures: a rating stands alone, and nothing but a stroke or a
  /// word is between it and its scale.
  private static func share(in text: String, scale: String?) -> Share? {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "." && $0 != "%" }
    guard !words.contains(where: isLabel) else { return nil }
    let numbers = numbers(in: text)
    if numbers.count == 2, let value = numbers.first, let most = numbers.last, most > 1,
      value <= most, !text.contains(where: { ",;&+".contains($0) })
    {
      return Share(value: Double(value) / Double(most), most: most)
    }
    guard numbers.count == 1, let value = numbers.first,
      let most = scale.flatMap({ Self.numbers(in: $0).last }), most > 1, value <= most
    else { return nil }
    return Share(value: Double(value) / Double(most), most: most)
  }

  /// Whether a word is a letter with a number, as `T14` is.
  private static func isLabel(_ word: Substring) -> Bool {
    word.first?.isLetter == true && word.contains { $0.isNumber }
  }

  private static func numbers(in text: String) -> [Int] {
    guard !text.contains("."), !text.contains("%") else { return [] }
    return text.parts { !ASCII.isDigit($0) }.compactMap { $0.utf8.count < 4 ? Int($0) : nil }
  }
}

/// Whether a text says how high something is, and nothing that qualifies or denies it.
private enum RatedText {
  /// Whether a part of a text is a rating and nothing else: `low`, `Residual risk: low`, `2/5`, `low
  /// (three people)`.
  ///
  /// What stands behind it may explain it and may not doubt it. `Not low` and `higher than low` have no
  /// such part.
  static func isWhole(_ text: String) -> Bool {
    guard !text.contains(where: { "?？±~≈†‡§¹²³".contains($0) }), !isFootnoted(text) else {
      return false
    }
    var isRated = false
    for part in text.replacing(" - ", with: ";").parts(atAny: separators) {
      let words = BareWords.of(part)
      guard words.allSatisfy(isKnown) else {
        guard isRated, !DoubtWords.reservations.occurs(in: words.map { $0.text[...] }) else {
          return false
        }
        break
      }
      isRated = isRated || words.contains(where: rates)
    }
    return isRated && !DoubtWords.hedges.occurs(in: BareWords.of(text).map { $0.text[...] })
  }

  /// `low*`: a star that opens no emphasis leads to a note, which may say anything.
  private static func isFootnoted(_ text: String) -> Bool {
    guard let star = text.firstIndex(of: "*") else { return false }
    let rest = text[star...].drop { $0 == "*" }
    return rest.first.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  private static func rates(_ word: BareWord) -> Bool {
    switch word.script {
    case .digits: true
    case .letters: known.contains(word.text)
    case .ideographs: RatingWords.levels.contains { $0.words.occurs(inWritten: word.text) }
    }
  }

  private static func isKnown(_ word: BareWord) -> Bool {
    switch word.script {
    case .digits: true
    case .letters: known.contains(word.text) || companions.matches(word.text[...])
    case .ideographs: written.leftover(in: word.text) == 0
    }
  }

  private static let separators = "(（)）,，、;；:：–—.。/|\n"
  /// All words that ratings are made of.
  private static let known: WordIndex = {
    var known = WordIndex()
    for phrases in RatingWords.phrases { phrases.addWords(to: &known) }
    for word in RatingWords.short { _ = known.insert(word) }
    return known
  }()
  private static let written = IdeographPhrases(
    RatingWords.levels.flatMap(\.words.written) + companions.written
  )

  /// What stands beside a rating and changes nothing: `overall`, `residual risk`, `after measures`.
  private static let companions = WordRoots(
    en: """
      very rather fairly quite overall risk risks level rating rated score residual remaining \
      remains \
      stays inherent initial final after before all measure measures mitigation control controls \
      likelihood \
      probability severity impact to and the is of a out
      """,
    de: """
      sehr eher insgesamt risiko restrisiko gesamtrisiko risikostufe stufe bewertet verbleibend* \
      nach den allen maßnahmen wahrscheinlichkeit eintrittswahrscheinlichkeit schwere auswirkung* \
      bis und \
      das ist es von
      """,
    fr: """
      très plutôt assez risque niveau résiduel* global* après mesures vraisemblance probabilité \
      gravité \
      impact le la les est à et sur de
      """,
    es: """
      muy bastante riesgo nivel residual global tras después de las medidas probabilidad gravedad \
      impacto el \
      es y sobre
      """,
    pt: """
      muito bastante risco nível residual global após medidas probabilidade gravidade impacto o é \
      e de
      """,
    it: """
      molto piuttosto rischio livello residuo residua complessivo dopo misure probabilità gravità \
      impatto il \
      è e su di
      """,
    nl: """
      zeer vrij tamelijk risico restrisico niveau resterend* na maatregelen kans ernst impact het \
      is en van tot
      """,
    pl: """
      bardzo raczej dość ryzyko poziom szczątkow* rezydualn* po środkach prawdopodobieństwo skutki \
      dotkliwość \
      jest do i z
      """,
    sv: """
      mycket ganska risk risken nivå kvarstående efter åtgärder sannolikhet konsekvens* \
      allvarlighet är och \
      till av
      """,
    ja: "リスク 程度 度 レベル 残留 残存 発生 可能性 影響 重大性 は です である 非常に とても やや の",
    zh: "风险 程度 等级 级 水平 剩余 残余 可能性 影响 严重 性 的 为 是 非常 很 较 偏 总体 度"
  )
}

/// The words of ratings.
private enum RatingWords {
  static let levels: [(rating: Rating, words: BarePhrases)] = [
    (.low, low.bare), (.medium, medium.bare), (.high, high.bare),
  ]
  static let phrases = [low, medium, high]
  /// How `medium` and `moderate` are cut short.
  static let short = ["med", "mod"]

  private static let low = Phrases(
    en: """
      low|very low|negligible|minimal|minor|remote|rare|unlikely|improbable|insignificant|limited
      """,
    de: """
      niedrig|gering|vernachlässigbar|unwahrscheinlich|unbedeutend|minimal|klein|begrenzt|\
      eingeschränkt|selten
      """,
    fr: "faible|négligeable|minime|rare|improbable|mineur|mineure|limité|limitée|bas|basse",
    es: """
      bajo|baja|despreciable|mínimo|mínima|improbable|leve|menor|limitado|limitada|raro|\
      insignificante
      """,
    pt: """
      baixo|baixa|desprezável|desprezível|mínimo|mínima|improvável|reduzido|reduzida|limitado|\
      limitada|raro|menor
      """,
    it: "basso|bassa|trascurabile|minimo|minima|improbabile|lieve|limitato|limitata|raro|minore",
    nl: "laag|lage|verwaarloosbaar|minimaal|onwaarschijnlijk|gering|beperkt|klein|zelden",
    pl: """
      niski|niskie|niska|znikome|znikomy|małe|małe ryzyko|mało prawdopodobne|ograniczone|\
      ograniczony|rzadkie|minimalne
      """,
    sv: """
      låg|lågt|låga|försumbar|försumbart|liten|litet|osannolik|osannolikt|begränsad|begränsat|\
      obetydlig|minimal
      """,
    ja: "低|低い|小|軽微|僅少|限定的",
    zh: "低|较低|很低|小|轻微|可忽略|有限",
    others: "lav|lavt|ubetydelig|низкий|низкая"
  )
  private static let medium = Phrases(
    en: "medium|moderate|possible|average|occasional|medium low|fair",
    de: "mittel|mittlere|mittlerer|mittleres|moderat|mäßig|möglich|gelegentlich|überschaubar",
    fr: "moyen|moyenne|modéré|modérée|possible|occasionnel",
    es: "medio|media|moderado|moderada|posible|ocasional",
    pt: "médio|média|moderado|moderada|possível|ocasional",
    it: "medio|media|moderato|moderata|possibile|occasionale",
    nl: "middel|gemiddeld|middelmatig|matig|mogelijk|midden",
    pl: "średni|średnie|średnia|umiarkowane|umiarkowany|możliwe",
    sv: "medel|måttlig|måttligt|medelhög|möjlig|möjligt",
    ja: "中|中程度|中位",
    zh: "中|中等|一般",
    others: "mellem|moderat|средний|средняя"
  )
  private static let high = Phrases(
    en: """
      high|very high|severe|serious|critical|extreme|maximum|maximal|significant|major|\
      catastrophic|likely|probable|very likely|almost certain|certain|frequent|unacceptable|\
      important|substantial|elevated|considerable
      """,
    de: """
      hoch|hohe|hoher|hohes|sehr hoch|kritisch|schwer|schwerwiegend|gravierend|erheblich|\
      wesentlich|maximal|extrem|wahrscheinlich|häufig|katastrophal|inakzeptabel|groß|nahezu sicher|\
      fast sicher
      """,
    fr: """
      élevé|élevée|très élevé|important|importante|maximal|maximale|maximum|grave|critique|majeur|\
      majeure|significatif|probable|fréquent|fort|forte|extrême|inacceptable|certain|certaine|\
      quasi certain|quasi certaine
      """,
    es: """
      alto|alta|muy alto|muy alta|elevado|elevada|grave|crítico|crítica|máximo|máxima|\
      significativo|significativa|mayor|probable|frecuente|extremo|inaceptable|importante|\
      casi seguro|casi segura
      """,
    pt: """
      alto|alta|muito alto|elevado|elevada|grave|crítico|crítica|máximo|máxima|significativo|\
      significativa|provável|frequente|extremo|inaceitável|importante|certo|certa|quase certo|\
      quase certa
      """,
    it: """
      alto|alta|molto alto|elevato|elevata|grave|critico|critica|massimo|massima|significativo|\
      significativa|probabile|frequente|estremo|inaccettabile|importante|rilevante|certo|certa|\
      quasi certo|quasi certa
      """,
    nl: """
      hoog|hoge|zeer hoog|ernstig|ernstige|kritiek|maximaal|aanzienlijk|groot|grote|waarschijnlijk|\
      frequent|extreem|onaanvaardbaar|belangrijk|bijna zeker
      """,
    pl: """
      wysoki|wysokie|wysoka|bardzo wysokie|poważne|poważny|krytyczne|krytyczny|maksymalne|znaczne|\
      znaczący|istotne|duże|duży|prawdopodobne|częste|niedopuszczalne|prawie pewne|niemal pewne
      """,
    sv: """
      hög|högt|höga|mycket hög|allvarlig|allvarligt|kritisk|kritiskt|maximal|betydande|stor|stort|\
      sannolik|sannolikt|frekvent|extrem|oacceptabel|nästan säkert|nästan säker
      """,
    ja: "高|高い|大|重大|深刻|極めて高い|最大|重要|ほぼ確実",
    zh: "高|较高|很高|极高|严重|重大|最大|大|不可接受|几乎确定",
    others: "høj|højt|alvorlig|kritisk|высокий|высокая|критический"
  )
}
