// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// The place of a text in a risk.
typealias RiskPath = any WritableKeyPath<Risk, String?> & Sendable

/// The fields of a risk by the headings of columns and the labels of facts.
struct RiskField: Sendable {
  let headings: Set<String>
  /// How such headings start.
  let starts: [String]
  let path: RiskPath

  private init(_ headings: Phrases, starts: [String] = [], _ path: RiskPath) {
    (self.headings, self.starts, self.path) = (headings.folded, starts, path)
  }

  /// The field that a label of a fact fills; nil for any other label.
  static func path(named label: String) -> RiskPath? {
    named[label]
      ?? all.first { field in
        field.starts.contains { label == $0 || label.hasPrefix($0 + " ") }
      }?.path
  }

  /// Whether a section rates a risk, so that its heading names the risk and no topic.
  static func rate(_ section: MarkdownSection) -> Bool {
    let fields = section.blocks.flatMap(\.fields)
    guard fields.contains(where: { path(named: FoldedText.words($0.label)) == \Risk.likelihood })
    else {
      return false
    }
    return fields.contains { field in
      let path = path(named: FoldedText.words(field.label))
      return path == \Risk.severity || path == \Risk.level
    }
  }

  /// Who looks after a risk, by a label; measures have such labels as well, so that it tells no risk.
  static func ownerPath(named label: String) -> RiskPath? {
    owners.contains(label) ? \Risk.owner : nil
  }

  /// Headings of the column that names who looks after a risk.
  static let owners = ControlWords.owners.union(["risk owner", "risikoeigner"])

  /// The fields by their headings.
  private static let named = Dictionary(
    all.flatMap { field in field.headings.map { ($0, field.path) } }
  ) { first, _ in first }

  /// The fields other than the name.
  static let all: [RiskField] = [
    RiskField(RiskWords.residualLikelihood, \.residualLikelihood),
    RiskField(RiskWords.residualSeverity, \.residualSeverity),
    RiskField(
      RiskWords.residualLevel,
      starts: [
        "residual risk", "restrisiko", "restrisico", "risque résiduel", "riesgo residual",
        "nivel de riesgo residual", "risco residual", "rischio residuo", "ryzyko szczątkowe",
        "ryzyko rezydualne", "kvarstående risk", "残留リスク", "残存リスク", "剩余风险", "残余风险",
      ],
      \.residualLevel
    ),
    RiskField(RiskWords.description, \.description),
    RiskField(RiskWords.category, \.category),
    RiskField(RiskWords.affectedGroup, starts: ["who is affected"], \.affectedGroup),
    RiskField(RiskWords.likelihood, starts: ["likelihood", "probability"], \.likelihood),
    RiskField(RiskWords.severity, starts: ["severity"], \.severity),
    RiskField(RiskWords.level, \.level),
    RiskField(RiskWords.mitigation, starts: ["mitigation", "mitigations"], \.mitigation),
    RiskField(RiskWords.status, \.status),
  ]
}

extension RiskField {
  /// Headings of the column that names the risk.
  static let names: Set<String> = RiskWords.name.folded

  /// Headings of the column that numbers the risks.
  static let numbers: Set<String> = [
    "risk id", "risiko id", "id", "no", "ref", "nr", "", "nº", "n", "lp", "kennung", "código",
    "codice", "code",
  ]
  /// Headings that number risks and nothing else.
  static let riskNumbers: Set<String> = ["risk id", "risiko id", "id risiko", "risico id"]
  /// Headings of what may be all that a table says of a numbered risk.
  static let descriptions: Set<String> = [
    "description", "beschreibung", "omschrijving", "description of risk", "descripción",
    "descrição", "descrizione", "opis", "beskrivning",
  ]
}
