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
    "risque", "riesgo", "rischio", "risco", "risiko beskrivelse",
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
        ["residual likelihood", "residual probability", "likelihood after measures"],
        \.residualLikelihood
      ),
      RiskField(
        ["residual severity", "residual impact", "severity after measures"],
        \.residualSeverity
      ),
      RiskField(
        ["residual risk", "residual", "residual level", "residual risk level", "remaining risk"],
        starts: ["residual risk", "restrisiko", "restrisico", "risque résiduel"],
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
          "sannolikhet",
        ],
        starts: ["likelihood", "probability"],
        \.likelihood
      ),
      RiskField(
        [
          "severity", "impact", "inherent severity", "inherent impact", "initial severity",
          "schwere", "schadensschwere", "auswirkung", "ernst", "gravité", "gravedad", "impacto",
          "gravità", "impatto", "gravidade", "konsekvens", "alvorlighed", "allvarlighetsgrad",
        ],
        starts: ["severity"],
        \.severity
      ),
      RiskField(
        [
          "overall risk", "risk level", "level", "rating", "risk rating", "inherent risk",
          "overall", "risk score", "score", "initial risk", "inherent risk level",
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
          "foranstaltning", "foranstaltninger", "implementeret afbødning", "åtgärd", "åtgärder",
        ],
        starts: ["mitigation", "mitigations"],
        \.mitigation
      ),
      RiskField(["status", "measure approved", "state"], \.status),
    ]
  }
}
