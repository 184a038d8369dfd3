// SPDX-License-Identifier: Apache-2.0

/// What the metrics of classifiers are called in other languages than English, one row per metric.
enum MetricTranslations {
  /// The English name, as records hold it, of a metric in lower-case words; nil for any other text.
  static func english(_ words: String) -> String? { names[words] }

  /// Headings of the column that names metrics.
  static let headings = Phrases(
    en: "",
    de: "metrik|kennzahl|messgröße|gütemaß",
    fr: "métrique|indicateur|mesure",
    es: "métrica|indicador|medida",
    pt: "métrica|indicador|medida",
    it: "metrica|indicatore|misura",
    nl: "metriek|maatstaf|indicator",
    pl: "metryka|miara|wskaźnik",
    sv: "mått|mätvärde|nyckeltal",
    ja: "指標|評価指標|メトリクス|メトリック",
    zh: "指标|评估指标|评价指标|度量"
  ).folded

  /// Headings of the column that holds their values.
  static let values = Phrases(
    en: "",
    de: "wert|ergebnis|resultat",
    fr: "valeur|résultat",
    es: "valor|resultado",
    pt: "valor|resultado",
    it: "valore|risultato",
    nl: "waarde|resultaat",
    pl: "wartość|wynik",
    sv: "värde|resultat",
    ja: "値|数値|結果|スコア",
    zh: "值|数值|结果|得分|分数"
  ).folded

  /// Headings of a column whose rows are models, methods or runs and no groups of people.
  static let variants = Phrases(
    en: "",
    de:
      "modell|modelle|modellname|modellversion|versuch|lauf|algorithmus|verfahren|methode|ansatz|konfiguration|architektur|variante|epoche|klassifikator",
    fr:
      "modèle|modèles|nom du modèle|expérience|essai|algorithme|méthode|approche|variante|époque|classifieur",
    es:
      "modelo|modelos|nombre del modelo|experimento|algoritmo|método|enfoque|configuración|arquitectura|variante|época|clasificador",
    pt:
      "modelo|modelos|nome do modelo|experimento|algoritmo|método|abordagem|configuração|arquitetura|variante|época|classificador",
    it:
      "modello|modelli|nome del modello|esperimento|algoritmo|metodo|approccio|configurazione|architettura|variante|epoca|classificatore",
    nl: "modellen|modelnaam|algoritme|methode|aanpak|configuratie|architectuur",
    pl:
      "modele|nazwa modelu|eksperyment|algorytm|metoda|podejście|konfiguracja|architektura|wariant|epoka|klasyfikator",
    sv: "modell|modeller|modellnamn|försök|algoritm|metod|konfiguration|arkitektur|epok",
    ja: "モデル|モデル名|実験|手法|アルゴリズム|設定|構成|エポック",
    zh: "模型|模型名称|实验|方法|算法|配置|架构|轮次|版本"
  ).folded

  /// Headings of a column whose rows are datasets.
  static let datasets = Phrases(
    en: "",
    de: "datensatz|datensätze|datenbestand",
    fr: "jeu de données|jeux de données",
    es: "conjunto de datos",
    pt: "conjunto de dados",
    it: "insieme di dati",
    nl: "gegevensset|gegevensverzameling",
    pl: "zbiór danych",
    sv: "datamängd|dataset",
    ja: "データセット",
    zh: "数据集"
  ).folded

  /// Headings of a column whose rows are parts of the data.
  static let splits = Phrases(
    en: "",
    de: "aufteilung|teilmenge|datenteil",
    fr: "volet|partition|sous ensemble",
    es: "partición|subconjunto",
    pt: "partição|subconjunto",
    it: "partizione|sottoinsieme",
    nl: "deelverzameling|splitsing",
    pl: "podzbiór|podział",
    sv: "delmängd|uppdelning",
    ja: "分割|データ分割",
    zh: "划分|数据划分"
  ).folded

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for (name, phrases) in [
      ("accuracy", accuracy), ("precision", precision), ("recall", recall),
      ("sensitivity", sensitivity), ("specificity", specificity), ("f1", fOne),
      ("error_rate", errorRate),
    ] {
      for phrase in phrases.folded { names[phrase] = name }
    }
    return names
  }()

  private static let accuracy = Phrases(
    en: "",
    de: "genauigkeit|korrektklassifikationsrate",
    fr: "exactitude|taux de bonne classification",
    es: "exactitud",
    pt: "acurácia|exatidão",
    it: "accuratezza",
    nl: "nauwkeurigheid",
    pl: "dokładność|trafność",
    sv: "noggrannhet|träffsäkerhet",
    ja: "正解率|正確度",
    zh: "准确率|准确度|正确率"
  )
  private static let precision = Phrases(
    en: "",
    de: "präzision",
    fr: "précision",
    es: "precisión",
    pt: "precisão",
    it: "precisione",
    nl: "precisie",
    pl: "precyzja",
    sv: "precision",
    ja: "適合率",
    zh: "精确率|查准率|精准率"
  )
  private static let recall = Phrases(
    en: "",
    de: "trefferquote",
    fr: "rappel",
    es: "exhaustividad",
    pt: "revocação",
    it: "richiamo",
    nl: "vangst",
    pl: "pełność",
    sv: "återkallning",
    ja: "再現率",
    zh: "召回率|查全率"
  )
  private static let sensitivity = Phrases(
    en: "",
    de: "sensitivität",
    fr: "sensibilité",
    es: "sensibilidad",
    pt: "sensibilidade",
    it: "sensibilità",
    nl: "sensitiviteit",
    pl: "czułość",
    sv: "sensitivitet|känslighet",
    ja: "感度",
    zh: "灵敏度|敏感度"
  )
  private static let specificity = Phrases(
    en: "",
    de: "spezifität",
    fr: "spécificité",
    es: "especificidad",
    pt: "especificidade",
    it: "specificità",
    nl: "specificiteit",
    pl: "swoistość",
    sv: "specificitet",
    ja: "特異度",
    zh: "特异度|特异性"
  )
  private static let fOne = Phrases(
    en: "",
    de: "f1 wert|f1 maß",
    fr: "score f1|mesure f1",
    es: "puntuación f1|valor f1",
    pt: "pontuação f1|medida f1",
    it: "punteggio f1",
    nl: "f1 waarde",
    pl: "miara f1|wynik f1",
    sv: "f1 värde",
    ja: "f値|f1値|f1スコア",
    zh: "f1值|f1分数|f值"
  )
  private static let errorRate = Phrases(
    en: "",
    de: "fehlerrate|fehlerquote",
    fr: "taux d'erreur",
    es: "tasa de error",
    pt: "taxa de erro",
    it: "tasso di errore",
    nl: "foutpercentage",
    pl: "stopa błędu|wskaźnik błędów",
    sv: "felfrekvens|felkvot",
    ja: "誤り率|エラー率",
    zh: "错误率|误差率"
  )
}
