// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Sentences that forms address to those who fill them in: `If so, please describe how`, and the
/// introductions of the questionnaire for datasheets and of model cards.
enum FormSentence {
  static func matches(_ words: [BareWord]) -> Bool {
    let texts = words.map(\.text)
    guard texts.count > 1 else { return false }
    if introductions.startsPhrase(at: 0, of: texts) { return true }
    // `If you find an error, please describe it` speaks to readers.
    return conditions.startsPhrase(at: 0, of: texts) && !readers.contains(texts[1])
      && requests.occurs(in: texts) && asking.occurs(in: texts.map { $0[...] })
  }

  /// Whether a text consists of such sentences.
  static func fill(_ text: String) -> Bool {
    var rest = text[...]
    var isFilled = false
    while !rest.isEmpty {
      let end = SentenceFiller.end(of: rest)
      let words = BareWords.of(rest[..<end])
      rest = rest[end...]
      if words.isEmpty { continue }
      guard matches(words) else { return false }
      isFilled = true
    }
    return isFilled
  }

  /// What an answer depends on: `If so`, `If the dataset relates to people`.
  private static let conditions = Phrases(
    en: "if|where|when",
    de: "falls|wenn|sofern|ggf",
    fr: "si|le cas échéant",
    es: "si|en caso",
    pt: "se|em caso|caso",
    it: "se|in caso",
    nl: "indien|zo ja|als",
    pl: "jeśli|jeżeli",
    sv: "om",
    ja: "",
    zh: ""
  ).bare

  private static let readers: Set<String> = [
    "you", "sie", "vous", "usted", "ustedes", "você", "lei", "u", "je", "du",
  ]

  private static let requests = Phrases(
    en: "please|you may|you can",
    de: "bitte",
    fr: "veuillez|merci de|prière",
    es: "por favor|sírvase",
    pt: "por favor|favor",
    it: "per favore|si prega|pregasi",
    nl: "alstublieft|gelieve|graag",
    pl: "proszę",
    sv: "vänligen|var god",
    ja: "",
    zh: ""
  ).bare

  private static let asking = WordRoots(
    en: "describe provide explain list specify indicate give state discuss elaborate link skip",
    de: "beschreib* angeben geben erläuter* nennen auflisten überspring* erklär* verlink* stellen",
    fr: "décri* indiqu* précis* expliqu* list* fourni* passer",
    es: "descri* indi* especifi* expli* enumer* proporcion* omit*",
    pt: "descrev* indi* especifi* expli* list* forne* omit*",
    it: "descriv* indic* specific* spieg* elenc* forni* saltare",
    nl: "beschrijf* geef vermeld* licht noem* overslaan",
    pl: "opis* poda* wskaza* wyjaśni* wymieni* pomin*",
    sv: "beskriv* ange förklara lista hoppa",
    ja: "",
    zh: ""
  )

  /// How the introductions of model cards and datasheets begin in public templates.
  ///
  /// After Mitchell and others 2019, section 4, and Gebru and others 2021, section 3.
  private static let introductions = Phrases(
    en: """
      basic information about the model|review section|use cases that were envisioned|\
      factors could include|the appropriate metrics to feature|\
      in all cases the reported metrics should|all referenced datasets would ideally|\
      evaluation datasets should include|these could be existing datasets or new ones|\
      quantitative analyses should|this section is intended to|ethical analysis does not always|\
      this section should list|for example classification systems in which|\
      the questions in this section|these questions are intended|dataset creators should|\
      dataset consumers|as with the previous section|if not you may skip
      """,
    de: """
      grundlegende informationen über das modell|anwendungsfälle die während|\
      faktoren könnten|welche metriken für eine modellkarte|in jedem fall sollten die berichteten|\
      alle referenzierten datensätze sollten|zu den evaluierungsdatensätzen sollten|\
      dabei kann es sich um bestehende datensätze|quantitative analysen sollten|\
      die quantitativen analysen sollten|dieser abschnitt soll|die ethische analyse führt nicht|\
      beispielsweise unterscheiden sich klassifizierungssysteme|die fragen in diesem abschnitt|\
      diese fragen sollen
      """,
    fr: "cette section doit|les questions de cette section|informations de base sur le modèle",
    es: "esta sección debe|las preguntas de esta sección|información básica sobre el modelo",
    pt:
      "esta secção deve|esta seção deve|as perguntas desta seção|informações básicas sobre o modelo",
    it: "questa sezione deve|le domande di questa sezione|informazioni di base sul modello",
    nl: "deze sectie moet|de vragen in deze sectie|basisinformatie over het model",
    pl: "ta sekcja powinna|pytania w tej sekcji|podstawowe informacje o modelu",
    sv: "detta avsnitt ska|frågorna i detta avsnitt|grundläggande information om modellen",
    ja: "",
    zh: ""
  ).bare
}

/// Sentences that only tell where something is described, as `The filtering is described in the paper` does.
enum ReferenceSentence {
  /// The most words of substance of such a sentence.
  private static let longest = 4

  static func matches(_ words: [BareWord]) -> Bool {
    let texts = words.map { $0.text[...] }
    guard texts.count <= 12, described.occurs(in: texts), places.occurs(in: texts) else {
      return false
    }
    var sieve = WordSieve()
    sieve.take(words)
    return words.contains { $0.script == .ideographs }
      ? sieve.count <= 2 * longest : sieve.count <= longest
  }

  private static let described = WordRoots(
    en: "described explained detailed",
    de: "beschrieben erläutert dargestellt",
    fr: "décrit* expliqué* détaillé*",
    es: "descrit* explicad* detallad*",
    pt: "descrit* explicad* detalhad*",
    it: "descritt* spiegat* dettagliat*",
    nl: "beschreven toegelicht",
    pl: "opisan* wyjaśnion*",
    sv: "beskriv* förklara*",
    ja: "参照",
    zh: "参见 参阅 详见"
  )

  private static let places = WordRoots(
    en: "paper papers datasheet appendix annex section article readme publication",
    de: "datasheet datenblatt anhang abschnitt artikel publikation paper",
    fr: "article annexe section publication",
    es: "artículo anexo sección publicación",
    pt: "artigo anexo secção seção publicação",
    it: "articolo allegato sezione pubblicazione",
    nl: "artikel bijlage paragraaf publicatie",
    pl: "artykule załączniku sekcji publikacji",
    sv: "artikel* bilaga avsnitt*",
    ja: "論文 付録 文書",
    zh: "论文 附录 文档"
  )
}
