// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Fundamental-rights impact assessments in the words of the law")
struct RightsAssessmentTests {
  /// The elements of AI Act Article 27(1)(a) to (f) in official languages, shortened at their ends.
  static let headings: [(title: String, elements: [String])] = [
    (
      "Fundamental rights impact assessment",
      [
        "Description of the deployer's processes in which the high-risk AI system will be used",
        "Description of the period of time within which, and the frequency with which, the high-risk AI system is intended to be used",
        "Categories of natural persons and groups likely to be affected by its use in the specific context",
        "Specific risks of harm likely to have an impact on the categories of natural persons or groups of persons identified",
        "Description of the implementation of human oversight measures",
        "Measures to be taken in the case of the materialisation of those risks",
      ]
    ),
    (
      "Grundrechte-Folgenabschätzung",
      [
        "Beschreibung der Verfahren des Betreibers, bei denen das Hochrisiko-KI-System verwendet wird",
        "Zeitraum und Häufigkeit der Verwendung jedes Hochrisiko-KI-Systems",
        "Kategorien der natürlichen Personen und Personengruppen, die betroffen sein könnten",
        "Spezifische Schadensrisiken, die sich auf die Personengruppen auswirken könnten",
        "Beschreibung der Umsetzung von Maßnahmen der menschlichen Aufsicht",
        "Maßnahmen im Falle des Eintretens dieser Risiken",
      ]
    ),
    (
      "Analyse d'impact sur les droits fondamentaux",
      [
        "Description des processus du déployeur dans lesquels le système d'IA à haut risque sera utilisé",
        "Description de la période et de la fréquence d'utilisation du système",
        "Catégories de personnes physiques et groupes susceptibles d'être concernés par son utilisation",
        "Risques spécifiques de préjudice susceptibles d'avoir une incidence sur les personnes",
        "Description de la mise en œuvre des mesures de contrôle humain",
        "Mesures à prendre en cas de matérialisation de ces risques",
      ]
    ),
    (
      "Evaluación de impacto relativa a los derechos fundamentales",
      [
        "Descripción de los procesos del responsable del despliegue en los que se utilizará el sistema de IA de alto riesgo",
        "Período de tiempo durante el cual se prevé utilizar el sistema y frecuencia con la que está previsto utilizarlo",
        "Categorías de personas físicas y colectivos que puedan verse afectados por su utilización",
        "Riesgos de perjuicio específicos que puedan afectar a las categorías de personas",
        "Descripción de la aplicación de medidas de supervisión humana",
        "Medidas que deben adoptarse en caso de que dichos riesgos se materialicen",
      ]
    ),
    (
      "Valutazione d'impatto sui diritti fondamentali",
      [
        "Descrizione dei processi del deployer in cui il sistema di IA ad alto rischio sarà utilizzato",
        "Periodo di tempo entro il quale il sistema è destinato a essere utilizzato e relativa frequenza",
        "Categorie di persone fisiche e gruppi verosimilmente interessati dal suo uso",
        "Rischi specifici di danno che possono incidere sulle categorie di persone",
        "Descrizione dell'attuazione delle misure di sorveglianza umana",
        "Misure da adottare qualora tali rischi si concretizzino",
      ]
    ),
    (
      "Effectbeoordeling op het gebied van grondrechten",
      [
        "Beschrijving van de processen van de gebruiksverantwoordelijke waarin het AI-systeem met een hoog risico zal worden gebruikt",
        "Periode waarbinnen en frequentie waarmee het systeem zal worden gebruikt",
        "Categorieën natuurlijke personen en groepen die gevolgen kunnen ondervinden van het gebruik",
        "Specifieke risico's op schade die van invloed kunnen zijn op de personen",
        "Beschrijving van de uitvoering van maatregelen voor menselijk toezicht",
        "Maatregelen die moeten worden genomen wanneer die risico's zich voordoen",
      ]
    ),
    (
      "Avaliação de impacto sobre os direitos fundamentais",
      [
        "Descrição dos processos do responsável pela implantação em que o sistema de IA de risco elevado será utilizado",
        "Período em que o sistema será utilizado e respetiva frequência",
        "Categorias de pessoas singulares e grupos suscetíveis de serem afetados pela sua utilização",
        "Riscos específicos de danos suscetíveis de ter impacto nas categorias de pessoas",
        "Descrição da aplicação das medidas de supervisão humana",
        "Medidas a tomar em caso de materialização desses riscos",
      ]
    ),
    (
      "Ocena skutków dla praw podstawowych",
      [
        "Opis procesów podmiotu stosującego, w których system AI wysokiego ryzyka będzie wykorzystywany",
        "Okres, w którym system będzie wykorzystywany, i częstotliwość jego wykorzystywania",
        "Kategorie osób fizycznych i grup, na które może mieć wpływ wykorzystywanie systemu",
        "Szczególne ryzyko szkody, które może mieć wpływ na kategorie osób",
        "Opis wdrożenia środków nadzoru ze strony człowieka",
        "Środki, jakie należy podjąć w przypadku urzeczywistnienia się tego ryzyka",
      ]
    ),
    (
      "Konsekvensbedömning avseende grundläggande rättigheter",
      [
        "Beskrivning av tillhandahållarens processer där AI-systemet med hög risk kommer att användas",
        "Tidsperiod under vilken systemet är avsett att användas och hur ofta, med frekvens",
        "Kategorier av fysiska personer och grupper som sannolikt kommer att påverkas av användningen",
        "Specifika risker för skada som sannolikt påverkar kategorierna av personer",
        "Beskrivning av genomförandet av åtgärder för mänsklig tillsyn",
        "Åtgärder som ska vidtas om dessa risker förverkligas",
      ]
    ),
    ("基本権影響評価", ["利用プロセス", "使用期間と頻度", "影響を受ける人々", "具体的な危害リスク", "人間による監視", "リスク顕在化時の措置"]),
    ("基本权利影响评估", ["使用流程", "期间和频率", "受影响的人群", "具体损害风险", "人工监督", "风险发生时的措施"]),
  ]

  private static let answers = [
    "The desk of repairs sorts 400 letters of tenants each day with it.",
    "From March 2026, on each working day, for two years.",
    "Tenants of the trust, among them families and older people.",
    "An urgent letter can be sorted as routine and a repair comes late.",
    "Two clerks read all letters with a key word before noon.",
    "The clerk in charge stops the system and tells the tenants within a day.",
  ]

  private static let topics: [Topic] = [
    .friaProcesses, .friaPeriod, .friaGroups, .friaHarms, .friaOversight, .friaRemedies,
  ]

  /// The topics with the answers that are told by the text.
  private func told(_ text: String) throws -> [String] {
    let assessment = try Reader.artifact(text, at: "FRIA.md")
    #expect(assessment.kind == .fria)
    return Self.topics.map { topic in
      assessment.statements.filter { $0.topic == topic && $0.state == .substantive }
        .map(\.text).joined(separator: "; ")
    }
  }

  @Test(arguments: headings)
  func `headings, labels and rows tell what each element is`(
    title: String,
    elements: [String]
  ) throws {
    let pairs = Array(zip(elements, Self.answers))
    let headed = pairs.map { "## \($0)\n\n\($1)\n" }.joined(separator: "\n")
    #expect(try told("# \(title): letters\n\n\(headed)") == Self.answers)
    let labelled = pairs.map { "**\($0):** \($1)\n" }.joined(separator: "\n")
    #expect(try told("# \(title): letters\n\n## Art. 27\n\n\(labelled)") == Self.answers)
    let rows = pairs.map { "| \($0) | \($1) |" }.joined(separator: "\n")
    #expect(try told("# \(title): letters\n\n| 27(1) | |\n|---|---|\n\(rows)\n") == Self.answers)
  }
}
