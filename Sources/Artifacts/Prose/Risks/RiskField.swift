// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// The fields of a risk by the headings of columns and the labels of facts.
struct RiskField {
  let headings: Set<String>
  /// How such headings start.
  let starts: [String]
  let path: WritableKeyPath<Risk, String?>

  private init(
    _ headings: Set<String>,
    starts: [String] = [],
    _ path: WritableKeyPath<Risk, String?>
  ) {
    (self.headings, self.starts, self.path) = (headings, starts, path)
  }

  /// Headings of the column that names the risk.
  static let names: Set<String> = [
    "risk", "risks", "threat", "hazard", "scenario", "risk scenario", "risk description", "harm",
    "describe source of risk and nature of potential impact on individuals",
    "potential harm", "risk name", "risiko", "risikobeschreibung", "gefährdung", "risico",
    "risque", "riesgo", "rischio", "risco", "risiko beskrivelse", "risiken", "risques", "riesgos",
    "rischi", "riscos", "ryzyko", "zagrożenie", "opis ryzyka", "risk för", "riskbeskrivning",
    "événement redouté", "amenaza", "minaccia", "ameaça", "dreiging", "リスク", "リスク内容", "风险",
    "风险描述", "descripción del riesgo", "descrizione del rischio", "descrição do risco",
    "description du risque", "schadensszenario", "hot",
  ]

  /// Headings of the column that numbers the risks.
  static let numbers: Set<String> = ["risk id", "risiko id", "id", "no", "ref", "nr", ""]
  /// Headings that number risks and nothing else.
  static let riskNumbers: Set<String> = ["risk id", "risiko id"]
  /// Headings of what may be all that a table says of a numbered risk.
  static let descriptions: Set<String> = [
    "description", "beschreibung", "omschrijving", "description of risk",
  ]

  /// The field that a label of a fact fills; nil for any other label.
  static func path(named label: String) -> WritableKeyPath<Risk, String?>? {
    all.first { field in
      field.headings.contains(label)
        || field.starts.contains { label == $0 || label.hasPrefix($0 + " ") }
    }?.path
  }

  /// Whether a section rates a risk, so that its heading names the risk and no topic.
  static func rate(_ section: MarkdownSection) -> Bool {
    let fields = section.blocks.flatMap(\.fields)
    guard fields.contains(where: { $0.label.lowercased().hasPrefix("likelihood") }) else {
      return false
    }
    return fields.contains { field in
      let path = path(named: FoldedText.words(field.label))
      return path == \.severity || path == \.level
    }
  }

  /// The fields other than the name.
  static var all: [RiskField] {
    [
      RiskField(
        [
          "residual likelihood", "residual probability", "likelihood after measures",
          "rest eintrittswahrscheinlichkeit", "vraisemblance résiduelle", "probabilidad residual",
          "probabilidade residual", "probabilità residua", "resterende kans",
          "kvarstående sannolikhet",
        ],
        \.residualLikelihood
      ),
      RiskField(
        [
          "residual severity", "residual impact", "severity after measures", "rest schwere",
          "gravité résiduelle", "impacto residual", "gravedad residual", "gravità residua",
          "impatto residuo", "resterende ernst", "kvarstående allvarlighet",
        ],
        \.residualSeverity
      ),
      RiskField(
        ["residual risk", "residual", "residual level", "residual risk level", "remaining risk"],
        starts: [
          "residual risk", "restrisiko", "restrisico", "risque résiduel", "riesgo residual",
          "nivel de riesgo residual", "risco residual", "rischio residuo", "ryzyko szczątkowe",
          "ryzyko rezydualne", "kvarstående risk", "残留リスク", "残存リスク", "剩余风险", "残余风险",
        ],
        \.residualLevel
      ),
      RiskField(["description", "details", "potential impact", "consequence"], \.description),
      RiskField(["category", "type", "right", "right affected"], \.category),
      RiskField(
        ["affected group", "affected groups", "affected", "affected persons"],
        starts: ["who is affected"],
        \.affectedGroup
      ),
      RiskField(
        [
          "likelihood", "probability", "inherent likelihood", "initial likelihood",
          "kans", "eintrittswahrscheinlichkeit", "wahrscheinlichkeit", "waarschijnlijkheid",
          "vraisemblance", "probabilidad", "probabilità", "probabilidade", "sandsynlighed",
          "sannolikhet", "prawdopodobieństwo", "可能性", "発生可能性", "発生確率", "概率",
        ],
        starts: ["likelihood", "probability"],
        \.likelihood
      ),
      RiskField(
        [
          "severity", "impact", "inherent severity", "inherent impact", "initial severity",
          "schwere", "schadensschwere", "auswirkung", "ernst", "gravité", "gravedad", "impacto",
          "gravità", "impatto", "gravidade", "konsekvens", "alvorlighed", "allvarlighetsgrad",
          "schweregrad", "ernst van de gevolgen", "impact op betrokkenen", "waga", "dotkliwość",
          "skutki", "wpływ", "深刻度", "影響度", "影響", "严重程度", "严重性", "影响",
        ],
        starts: ["severity"],
        \.severity
      ),
      RiskField(
        [
          "overall risk", "risk level", "level", "rating", "risk rating", "inherent risk",
          "overall", "risk score", "score", "initial risk", "inherent risk level", "risikostufe",
          "risikoniveau", "risikobewertung", "niveau de risque", "niveau", "riesgo inherente",
          "nivel de riesgo", "nivel", "nível de risco", "nível", "risco inerente",
          "livello di rischio", "livello", "rischio inerente", "risiconiveau", "poziom ryzyka",
          "risknivå", "リスクレベル", "リスク評価", "风险等级", "风险级别",
        ],
        \.level
      ),
      RiskField(
        [
          "mitigation", "mitigations", "measure", "measures", "control", "controls", "safeguards",
          "options to reduce or eliminate risk", "mitigating measures", "treatment",
          "implemented treatment", "existing controls", "countermeasures",
          "maßnahme", "maßnahmen", "gegenmaßnahmen", "maatregel", "maatregelen", "mesures",
          "medida",
          "medidas", "mitigación", "misura", "misure", "mitigazione", "mitigação", "mitigacao",
          "środek", "środki", "środki zaradcze", "abhilfemaßnahme", "abhilfemaßnahmen",
          "mesures de réduction", "mesures prévues", "mesure", "medidas de mitigación",
          "medidas de mitigação", "misure di mitigazione", "beheersmaatregel", "beheersmaatregelen",
          "対策", "軽減策", "措置", "措施", "缓解措施", "应对措施",
          "foranstaltning", "foranstaltninger", "implementeret afbødning", "åtgärd", "åtgärder",
        ],
        starts: ["mitigation", "mitigations"],
        \.mitigation
      ),
      RiskField(["status", "measure approved", "state"], \.status),
    ]
  }
}
