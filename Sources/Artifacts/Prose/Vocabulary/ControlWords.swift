// SPDX-License-Identifier: Apache-2.0

/// What the columns and labels of a measure are called.
enum ControlWords {
  static let measures: Set<String> = Phrases(
    en: """
      measure|measures|control|controls|action|safeguard|safeguards|\
      options to reduce or eliminate risk
      """,
    de: "maßnahme",
    fr: "mesure",
    es: "",
    pt: "",
    it: "",
    nl: "maatregel",
    pl: "",
    sv: "",
    ja: "",
    zh: ""
  ).folded

  static let numbers: Set<String> = ["id", "no", "ref"]

  static let descriptions = Phrases(
    en: "description|details|implementation|how",
    de: "beschreibung|umsetzung",
    fr: "description|mise en œuvre",
    es: "descripción|implementación",
    pt: "descrição|implementação",
    it: "descrizione|attuazione",
    nl: "beschrijving|omschrijving|uitvoering",
    pl: "opis|wdrożenie",
    sv: "beskrivning|genomförande",
    ja: "説明|実施内容",
    zh: "描述|实施"
  ).folded

  static let statuses = RiskWords.status.folded

  static let owners = Phrases(
    en: "responsible|owner|responsible person",
    de: "verantwortlich|verantwortlicher|zuständig",
    fr: "responsable",
    es: "responsable",
    pt: "responsável",
    it: "responsabile",
    nl: "verantwoordelijke|eigenaar",
    pl: "odpowiedzialny|właściciel",
    sv: "ansvarig",
    ja: "担当|担当者|責任者",
    zh: "负责人|责任人"
  ).folded

  static let days = Phrases(
    en: "due|due date|deadline|by|timeline|time frame|timeframe|target date",
    de: "frist|termin|fällig|fällig am|zeitplan|bis",
    fr: "échéance|délai|calendrier",
    es: "plazo|fecha límite|vencimiento|calendario",
    pt: "prazo|data limite|cronograma",
    it: "scadenza|termine|tempistica|tempi",
    nl: "deadline|termijn|uiterlijk|planning",
    pl: "termin|harmonogram",
    sv: "frist|slutdatum|tidsplan",
    ja: "期限|予定日",
    zh: "期限|截止日期|时间表"
  ).folded
}
