// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// What the headings, labels and keys of governance records speak of.
///
/// After the articles that ask for each record, and what public repositories write above it.
enum RecordTopics {
  static func table(of kind: RecordKind) -> TopicTable { tables[kind] ?? TopicTable([]) }

  /// The heading for each topic in English, in the order in which a record has them.
  static func headings(of kind: RecordKind) -> [String] {
    (rows[kind] ?? []).compactMap { row in Phrases.parts(of: row.headings).first.map(String.init)
    }
  }

  /// The headings that carry a topic, the English ones first.
  static func headings(of topic: Topic) -> [String] {
    RecordKind.allCases.flatMap { rows[$0] ?? [] }.filter { $0.topics.contains(topic) }
      .flatMap { Phrases.parts(of: $0.headings).map(String.init) }
  }

  private static let tables = rows.mapValues { TopicTable(findsWithin: true, $0) }

  private static let rows: [RecordKind: Rows] = [
    .riskManagement: risk, .instructionsForUse: instructions,
    .humanOversight: oversight, .logSpecification: logs,
    .postMarketPlan: monitoring, .incidentRunbook: incidents,
    .notices: notices, .processingRegister: register,
    .contestProcedure: contest, .rightsProcedure: rights,
    .supplierRegister: suppliers, .copyrightPolicy: copyright,
    .trainingSummary: summary, .biasAudit: audit,
    .aiLiteracy: literacy, .deploymentRecord: deployment,
    .securityAssessment: security, .securityMeasures: security,
    .redTeamReport: redTeam, .specialCategoryRecord: special,
    .qualityManagement: quality,
  ]

  typealias Rows = [(topics: [Topic], headings: String)]

  private static let risk: Rows = [
    (
      [.riskFileScope],
      "scope|system description|geltungsbereich|champ d'application|ámbito|âmbito|ambito|toepassingsgebied|zakres|omfattning|適用範囲|范围"
    ),
    (
      [.riskFileSources],
      "sources of risk|risk sources|sources of systemic risk|systemic risk sources|systemic risks|systemic risk identification|systemic risks at union level|union level risks|risikoquellen|quellen systemischer risiken|systemische risiken|sources de risque|sources de risques|risques systémiques|fuentes de riesgo|riesgos sistémicos|fontes de risco|riscos sistémicos|fonti di rischio|rischi sistemici|risicobronnen|systeemrisico's|źródła ryzyka|ryzyka systemowe|riskkällor|systemrisker|リスク源|风险来源"
    ),
    (
      [.riskFileMethod],
      "method|methodology|risk assessment methodology|risk criteria|risk analysis method|methode|méthode|metodología|metodologia|metodyka|metod|方法"
    ),
    (
      [.riskFileRows],
      "risks|risk register|risk identification|identified risks|risk analysis|health and safety risks|fundamental rights risks|risk table|risiken|risikoanalyse|risques|riesgos|riscos|rischi|risico's|ryzyka|risker|リスク|风险"
    ),
    (
      [.riskFileMisuse],
      "misuse|reasonably foreseeable misuse|foreseeable misuse|vorhersehbare fehlanwendung|fehlanwendung|mauvaise utilisation|mauvaise utilisation raisonnablement prévisible|uso indebido|uso indebido razonablemente previsible|utilização indevida|uso improprio|misbruik|niewłaściwe wykorzystanie|felaktig användning|誤用|误用"
    ),
    (
      [.riskFileVulnerable],
      "vulnerable groups|vulnerable persons|minors and vulnerable groups|children and vulnerable groups|schutzbedürftige gruppen|schutzbedürftige personen|groupes vulnérables|grupos vulnerables|grupos vulneráveis|gruppi vulnerabili|kwetsbare groepen|grupy szczególnie wrażliwe|sårbara grupper|脆弱な集団|弱势群体"
    ),
    (
      [.riskFileResidual],
      "residual risk|residual risks|overall residual risk|restrisiko|restrisiken|risque résiduel|risques résiduels|riesgo residual|risco residual|rischio residuo|restrisico|ryzyko szczątkowe|kvarstående risk|残留リスク|剩余风险"
    ),
    (
      [.riskFileAcceptance],
      "acceptance|risk acceptance|acceptance of residual risk|risikoakzeptanz|acceptation|aceptación|aceitação|accettazione|aanvaarding|akceptacja|godkännande av risk"
    ),
    (
      [.riskFileReview],
      "review|monitoring and review|review and update|review cadence|überprüfung|réexamen|revisión|revisão|riesame|herziening|przegląd|översyn|見直し|审查"
    ),
  ]
  private static let instructions: Rows = [
    (
      [.instructionsProvider],
      "provider|provider identity|manufacturer|identity and contact of the provider|anbieter|fournisseur|proveedor|fornecedor|fornitore|aanbieder|dostawca|leverantör|提供者|提供商"
    ),
    (
      [.instructionsPurpose],
      "intended purpose|intended use|purpose|zweckbestimmung|destination|finalité|finalidad prevista|finalidade prevista|finalità prevista|beoogd doel|przeznaczenie|avsett ändamål|意図された目的|预期用途"
    ),
    (
      [.instructionsPerformance],
      "performance|accuracy|accuracy robustness and cybersecurity|system performance and limitations|performance characteristics|system performance|leistung|genauigkeit|performances|exactitude|rendimiento|precisión|desempenho|exatidão|prestazioni|accuratezza|prestaties|nauwkeurigheid|wyniki|dokładność|prestanda|noggrannhet|性能|精度"
    ),
    (
      [.instructionsMisuse],
      "misuse|foreseeable misuse|warnings and precautions|warnings|foreseeable risks|known risks|warnhinweise|fehlanwendung|avertissements|advertencias|advertências|avvertenze|waarschuwingen|ostrzeżenia|varningar|警告"
    ),
    (
      [.instructionsGroups],
      "groups|performance by group|performance for specific groups|groups of people|groups of persons|specific persons or groups|personengruppen|groupes de personnes|grupos de personas|grupos de pessoas|gruppi di persone|groepen personen|grupy osób|grupper av personer"
    ),
    (
      [.instructionsInput],
      "input data|input data specification|input requirements|eingabedaten|données d'entrée|datos de entrada|dados de entrada|dati di input|inputdata|invoergegevens|dane wejściowe|indata|入力データ|输入数据"
    ),
    (
      [.instructionsInterpretation],
      "interpretation|interpreting the output|output interpretation|explanation of outputs|interpretation of output|interpretation der ausgaben|interprétation|interpretación|interpretação|interpretazione|interpretatie|interpretacja|tolkning"
    ),
    (
      [.instructionsChanges],
      "changes|predetermined changes|pre determined changes|updates|änderungen|modifications|cambios|alterações|modifiche|wijzigingen|zmiany|ändringar"
    ),
    (
      [.instructionsOversight],
      "human oversight|oversight|human oversight measures|menschliche aufsicht|contrôle humain|supervisión humana|supervisão humana|sorveglianza umana|menselijk toezicht|nadzór człowieka|mänsklig tillsyn"
    ),
    (
      [.instructionsResources],
      "resources|computational resources|hardware|lifetime|expected lifetime|maintenance|maintenance and care|hardware requirements|ressourcen|wartung|lebensdauer|ressources|mantenimiento|manutenção|manutenzione|onderhoud|konserwacja|underhåll"
    ),
    (
      [.instructionsLogs],
      "logs|logging|monitoring and logging|log collection|protokolle|protokollierung|journaux|registros|registos|registrazioni|logbestanden|rejestry zdarzeń|loggar|ログ|日志"
    ),
  ]
  private static let oversight: Rows = [
    (
      [.oversightUnderstand],
      "understanding|information for the overseer|capacities and limitations|understanding capabilities|oversight model|verständnis|compréhension|comprensión|compreensão|comprensione|information for oversight staff|fähigkeiten und grenzen|informationen für die aufsicht|capacités et limites|capacidades y limitaciones|capacidades e limitações|capacità e limiti|begrip|mogelijkheden en beperkingen|zrozumienie|możliwości i ograniczenia|förståelse|förmågor och begränsningar|理解|能力と限界|能力与局限"
    ),
    (
      [.oversightAutomationBias],
      "automation bias|automatisierungsbias|automatisierungsverzerrung|biais d'automatisation|sesgo de automatización|viés de automação|distorsione dell'automazione|automatiseringsbias|błąd automatyzacji|automatiseringsbias|自動化バイアス|自动化偏见"
    ),
    (
      [.oversightInterpret],
      "interpretation|interpretation of output|interpreting outputs|interpret|explanations|interprétation|interpretación|interpretação|interpretazione"
    ),
    (
      [.oversightOverride],
      "override|manual override|intervention|intervention actions|overriding|override procedure|übersteuerung|eingriff|dérogation|intervención|intervenção|ingripande|korrektur durch menschen|prise de contrôle|anulación|anulação|intervento|ingrijpen|interwencja|åsidosättande|介入|干预"
    ),
    (
      [.oversightStop],
      "stop|stop button|stop procedure|halt|kill switch|interruption|emergency stop|stopptaste|abschaltung|arrêt|bouton d'arrêt|parada|paragem|arresto|stopknop|zatrzymanie|stopp|停止"
    ),
    (
      [.oversightTraining],
      "training|competence|user training|competence and training|training of overseers|schulung|kompetenz|formation|compétences|formación|formação|formazione|opleiding|szkolenie|utbildning|研修|培训"
    ),
  ]
  private static let logs: Rows = [
    (
      [.logEvents],
      "events|logged events|events to be logged|logging scope|event types|ereignisse|protokollierte ereignisse|événements|eventos|eventi|gebeurtenissen|zdarzenia|händelser|イベント|事件"
    ),
    (
      [.logSchema],
      "schema|log schema|log data schema|log format|fields|log fields|format|felder|champs|campos|campi|velden|pola|fält|スキーマ|格式"
    ),
    (
      [.logRetention],
      "retention|log retention|log storage and retention|storage and retention|retention period|aufbewahrung|speicherdauer|conservation|conservación|retenção|conservazione|bewaartermijn|przechowywanie|lagringstid|保存期間|保留期限"
    ),
    (
      [.logAccess],
      "access|access control|log access|integrity|zugriff|zugriffskontrolle|accès|acceso|acesso|accesso|toegang|dostęp|åtkomst|アクセス|访问"
    ),
  ]
  private static let monitoring: Rows = [
    (
      [.monitoringSources],
      "data collection|data sources|sources|data to be collected|datenquellen|datenerhebung|collecte des données|sources de données|fuentes de datos|fontes de dados|fonti dei dati|gegevensbronnen|źródła danych|datakällor|データ源|数据来源"
    ),
    (
      [.monitoringMetrics],
      "metrics|key metrics|key metrics to track|indicators|kpis|kennzahlen|indicateurs|indicadores|indicatori|indicatoren|wskaźniki|mätetal|指標|指标"
    ),
    (
      [.monitoringCadence],
      "cadence|frequency|schedule|data analysis and reporting|reporting frequency|häufigkeit|fréquence|frecuencia|frequência|frequenza|frequentie|częstotliwość|frekvens|頻度|频率"
    ),
    (
      [.monitoringTriggers],
      "triggers|thresholds|alert thresholds|action thresholds|auslöser|schwellenwerte|seuils|umbrales|limiares|soglie|drempelwaarden|progi|tröskelvärden|閾値|阈值"
    ),
    (
      [.monitoringOwner],
      "owner|responsibilities|roles and responsibilities|responsible|verantwortlichkeiten|responsabilités|responsabilidades|responsabilità|verantwoordelijkheden|odpowiedzialność|ansvar|責任|职责"
    ),
    (
      [.monitoringCorrective],
      "corrective actions|corrective and preventive actions|corrective action|capa|korrekturmaßnahmen|mesures correctives|medidas correctivas|medidas corretivas|azioni correttive|corrigerende maatregelen|działania naprawcze|korrigerande åtgärder|是正措置|纠正措施"
    ),
  ]
  private static let incidents: Rows = [
    (
      [.incidentDefinition],
      "definition|definitions|definition of a serious incident|what is a serious incident|serious incident|definition schwerwiegender vorfälle|définition|definición|definição|definizione|definitie|definicja|定義|定义"
    ),
    (
      [.incidentClocks],
      "reporting timelines|timelines|deadlines|reporting deadlines|clocks|reporting|meldefristen|fristen|délais|plazos|prazos|termini|termijnen|terminy|tidsfrister|報告期限|报告时限"
    ),
    (
      [.incidentPreservation],
      "preservation|evidence preservation|preservation of evidence|immediate response actions|containment|beweissicherung|sofortmaßnahmen|conservation des preuves|preservación|preservação|conservazione delle prove|bewijsbewaring|zabezpieczenie dowodów|bevarande av bevis"
    ),
    (
      [.incidentAuthorities],
      "authorities|contact information for authorities|market surveillance authority|supervisory authorities|behörden|autorités|autoridades|autorità|autoriteiten|organy|myndigheter|当局|主管机关"
    ),
    (
      [.incidentContacts],
      "contacts|contact|escalation|escalation path|on call|ansprechpartner|eskalation|contactos|contatti|escalade|kontakty|kontakter|連絡先|联系人"
    ),
    (
      [.incidentLog],
      "log|incident log|incident register|past incidents|vorfallregister|registre des incidents|registro de incidentes|registro degli incidenti|incidentenregister|rejestr incydentów|incidentlogg|事件记录"
    ),
  ]
  private static let notices: Rows = [
    (
      [.noticeAIInteraction],
      "ai interaction|interaction with ai|interaction with the ai|interaction with an ai system|interaction notice|chatbot notice|chat notice|interaktion mit ki|interaktion mit einer ki|interaktion mit einem ki system|ai interaction notice|proposed notification text|notification text|how users are informed|ki interaktion|interaction avec une ia|interacción con ia|interação com ia|interazione con l'ia|interactie met ai|interakcja z ai|interaktion med ai"
    ),
    (
      [.noticeMarking],
      "marking|output marking|labelling|labeling method|watermarking|machine readable marking|kennzeichnung|marquage|marcado|marcação|marcatura|markering|oznakowanie|märkning|表示|标识"
    ),
    (
      [.noticeBiometric],
      "biometric|emotion recognition|biometric categorisation|biometric notice|biometrie|biométrie|biometría|biometria"
    ),
    (
      [.noticeDeepfake],
      "deepfake|deep fake|deepfakes|deep fakes|synthetic media|synthetische medien|hypertrucage|hypertrucages|ultrasuplantación|ディープフェイク|深度伪造"
    ),
    (
      [.noticePublicInterestText],
      "public interest text|ai generated text|generated text|text of public interest|texte von öffentlichem interesse|texte d'intérêt public|texto de interés público|texto de interesse público"
    ),
    (
      [.noticeWorkers],
      "workers|employees|worker notice|notice to workers|notice to employees|notice to staff|hinweis an beschäftigte|hinweis an die beschäftigten|information des travailleurs|information des salariés|avis aux salariés|aviso a los trabajadores|avviso ai lavoratori|melding aan werknemers|works council|beschäftigte|information der beschäftigten|betriebsrat|travailleurs|trabajadores|trabalhadores|lavoratori|werknemers|pracownicy|arbetstagare"
    ),
    (
      [.noticeDecisionSubjects],
      "decision subjects|affected persons|people concerned|notice to applicants|notice to affected persons|information of affected persons|notice to|information for|hinweis an|hinweis für|avis aux|information des|aviso a los|aviso aos|avviso ai|melding aan|informacja dla|information till|hinweis an betroffene|information der betroffenen|natural persons subject to decisions|betroffene personen|personnes concernées|personas afectadas|pessoas afetadas|persone interessate|betrokkenen|osoby|berörda personer"
    ),
    (
      [.noticePrivacy],
      "privacy|privacy notice|privacy information|datenschutzhinweis|datenschutzinformation|confidentialité|privacidad|privacidade|informativa privacy|privacyverklaring|prywatność|integritet"
    ),
    (
      [.noticeAccessibility],
      "accessibility|barrierefreiheit|accessibilité|accesibilidad|acessibilidade|accessibilità|toegankelijkheid|dostępność|tillgänglighet"
    ),
  ]
}
