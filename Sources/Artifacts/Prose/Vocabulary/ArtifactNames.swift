// SPDX-License-Identifier: Apache-2.0

/// What cards, datasheets and impact assessments call themselves, in lower-case words.
enum ArtifactNames {
  static let modelCard = SelfNames(
    Phrases(
      en: "model card|modelcard|system card|model report card",
      de: "modellkarte|modell karte|modellsteckbrief|systemkarte",
      fr: "fiche de modèle|fiche modèle|fiche du modèle|carte de modèle|carte du modèle",
      es: "ficha del modelo|ficha de modelo|tarjeta del modelo|tarjeta de modelo",
      pt: "ficha do modelo|ficha de modelo|cartão do modelo|cartão de modelo",
      it: "scheda del modello|scheda modello|scheda di modello",
      nl: "modelkaart|modelkaartje|systeemkaart",
      pl: "karta modelu|karta systemu",
      sv: "modellkort|systemkort",
      ja: "モデルカード|システムカード",
      zh: "模型卡|模型卡片|系统卡",
      others: "modelkort"
    ).folded.sorted()
  )

  static let datasheet = SelfNames(
    Phrases(
      en: "datasheet|data sheet|data card|datacard|dataset card|datasetcard",
      de: "datenblatt|datensatzkarte|datenkarte|datensatzsteckbrief",
      fr: "fiche de données|fiche du jeu de données|fiche de jeu de données|carte de données",
      es: "ficha de datos|ficha del conjunto de datos|hoja de datos",
      pt: "ficha de dados|ficha do conjunto de dados|folha de dados",
      it: "scheda dei dati|scheda del dataset|scheda dati|scheda del set di dati",
      nl: "gegevensblad|datakaart|datasetkaart",
      pl: "karta danych|karta zbioru danych",
      sv: "datablad|datakort|datasetkort",
      ja: "データシート|データカード|データセットカード",
      zh: "数据说明书|数据卡|数据集卡|数据表"
    ).folded.sorted()
  )

  /// Those names of datasheets that no document on hardware has.
  static let datasetCard = SelfNames(
    Phrases(
      en: "data card|datacard|dataset card|datasetcard",
      de: "datensatzkarte|datenkarte|datensatzsteckbrief",
      fr: "fiche du jeu de données|fiche de jeu de données",
      es: "ficha del conjunto de datos",
      pt: "ficha do conjunto de dados",
      it: "scheda del dataset|scheda del set di dati",
      nl: "datakaart|datasetkaart",
      pl: "karta zbioru danych",
      sv: "datakort|datasetkort",
      ja: "データカード|データセットカード",
      zh: "数据卡|数据集卡"
    ).folded.sorted()
  )

  /// Data protection impact assessments as each official text of the GDPR names them, and authorities.
  static let dpia = SelfNames(
    Phrases(
      en: "data protection impact assessment|dpia|privacy impact assessment|pia",
      de: "datenschutz folgenabschätzung|datenschutzfolgenabschätzung|dsfa",
      fr:
        "analyse d impact relative à la protection des données|aipd|analyse d impact sur la protection des données",
      es:
        "evaluación de impacto relativa a la protección de datos|eipd|evaluación de impacto en la protección de datos|evaluación de impacto de protección de datos",
      pt:
        "avaliação de impacto sobre a proteção de dados|aipd|relatório de impacto à proteção de dados pessoais|ripd|relatório de impacto à proteção de dados",
      it:
        "valutazione d impatto sulla protezione dei dati|vip|valutazione di impatto sulla protezione dei dati",
      nl: "gegevensbeschermingseffectbeoordeling|geb|data protection impact assessment dpia",
      pl: "ocena skutków dla ochrony danych|ocena skutków dla ochrony danych osobowych",
      sv: "konsekvensbedömning avseende dataskydd|konsekvensbedömning",
      ja: "データ保護影響評価|個人情報保護影響評価|プライバシー影響評価",
      zh: "数据保护影响评估|个人信息保护影响评估|隐私影响评估",
      others: "konsekvensanalyse"
    ).folded.sorted()
  )

  /// Fundamental-rights impact assessments as each official text of the AI Act names them.
  static let fria = SelfNames(
    Phrases(
      en: "fundamental rights impact assessment|fria|fundamental rights assessment",
      de:
        "grundrechte folgenabschätzung|grundrechtefolgenabschätzung|grundrechte folgenabschätzung für hochrisiko ki systeme",
      fr:
        "analyse d impact sur les droits fondamentaux|analyse de l impact sur les droits fondamentaux",
      es:
        "evaluación de impacto relativa a los derechos fundamentales|evaluación de impacto en los derechos fundamentales",
      pt:
        "avaliação de impacto sobre os direitos fundamentais|avaliação de impacto nos direitos fundamentais",
      it:
        "valutazione d impatto sui diritti fondamentali|valutazione di impatto sui diritti fondamentali",
      nl:
        "effectbeoordeling op het gebied van de grondrechten|effectbeoordeling op het gebied van grondrechten|grondrechteneffectbeoordeling|beoordeling van de gevolgen voor de grondrechten",
      pl: "ocena skutków w zakresie praw podstawowych|ocena skutków dla praw podstawowych",
      sv:
        "konsekvensbedömning avseende grundläggande rättigheter|bedömning av konsekvenser för grundläggande rättigheter",
      ja: "基本権影響評価|基本的権利影響評価",
      zh: "基本权利影响评估"
    ).folded.sorted()
  )
}
