// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// What governance records call themselves, in titles and file names.
enum RecordNames {
  /// The names of records of a kind in lower-case words.
  static func lowercased(of kind: RecordKind) -> [String] { byKind[kind] ?? [] }

  /// Calls a function with each of these names in UTF-8, in no order and perhaps more than once.
  static func forEach(of kind: RecordKind, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    names(of: kind).forEachFolded(body)
  }

  /// What a record of a kind is called first in English.
  static func title(of kind: RecordKind) -> String {
    names(of: kind).all.first.map(String.init) ?? kind.rawValue
  }

  private static let byKind: [RecordKind: [String]] = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.map { ($0, names(of: $0).folded.sorted()) }
  )

  private static func names(of kind: RecordKind) -> Phrases {
    switch kind {
    case .riskManagement: riskManagement
    case .instructionsForUse: instructionsForUse
    case .humanOversight: humanOversight
    case .logSpecification: logSpecification
    case .postMarketPlan: postMarketPlan
    case .incidentRunbook: incidentRunbook
    case .notices: notices
    case .processingRegister: processingRegister
    case .contestProcedure: contestProcedure
    case .rightsProcedure: rightsProcedure
    case .supplierRegister: supplierRegister
    case .copyrightPolicy: copyrightPolicy
    case .trainingSummary: trainingSummary
    case .biasAudit: biasAudit
    case .aiLiteracy: aiLiteracy
    case .deploymentRecord: deploymentRecord
    case .securityAssessment: securityAssessment
    case .securityMeasures: securityMeasures
    case .redTeamReport: redTeamReport
    case .specialCategoryRecord: specialCategoryRecord
    case .qualityManagement: qualityManagement
    }
  }

  private static let riskManagement = Phrases(
    en:
      "risk management|risk management file|risk management plan|risk management system|ai risk register|risk register|ai risk assessment",
    de:
      "risikomanagement|risikomanagementakte|risikomanagementsystem|risikomanagementplan|risikoregister",
    fr:
      "gestion des risques|dossier de gestion des risques|système de gestion des risques|registre des risques",
    es:
      "gestión de riesgos|sistema de gestión de riesgos|registro de riesgos|plan de gestión de riesgos",
    pt: "gestão de riscos|sistema de gestão de riscos|registo de riscos|registro de riscos",
    it: "gestione dei rischi|sistema di gestione dei rischi|registro dei rischi",
    nl: "risicobeheer|risicobeheersysteem|risicomanagement|risicoregister",
    pl: "zarządzanie ryzykiem|system zarządzania ryzykiem|rejestr ryzyk|rejestr ryzyka",
    sv: "riskhantering|riskhanteringssystem|riskhanteringsplan|riskregister",
    ja: "リスク管理|リスク管理計画|リスク管理表|リスク登録簿",
    zh: "风险管理|风险管理计划|风险管理体系|风险登记册"
  )
  private static let instructionsForUse = Phrases(
    en:
      "instructions for use|ifu|instructions of use|deployer instructions|information for deployers",
    de: "betriebsanleitung|gebrauchsanweisung|informationen für betreiber",
    fr: "notice d'utilisation|notice d'emploi|instructions d'utilisation",
    es: "instrucciones de uso|instrucciones de utilización",
    pt: "instruções de utilização|instruções de uso",
    it: "istruzioni per l'uso",
    nl: "gebruiksaanwijzing|gebruiksinstructies",
    pl: "instrukcja obsługi|instrukcje obsługi|instrukcja użytkowania",
    sv: "bruksanvisning",
    ja: "使用説明書|取扱説明書|利用手引書",
    zh: "使用说明|使用说明书"
  )
  private static let humanOversight = Phrases(
    en:
      "human oversight|human oversight plan|human oversight measures|human oversight design|human oversight procedure",
    de: "menschliche aufsicht|menschliche aufsicht konzept|konzept der menschlichen aufsicht",
    fr: "contrôle humain|surveillance humaine|plan de contrôle humain",
    es: "supervisión humana|plan de supervisión humana|vigilancia humana",
    pt: "supervisão humana|plano de supervisão humana",
    it: "sorveglianza umana|supervisione umana|piano di sorveglianza umana",
    nl: "menselijk toezicht|plan voor menselijk toezicht",
    pl: "nadzór człowieka|nadzór ze strony człowieka",
    sv: "mänsklig tillsyn|mänsklig kontroll",
    ja: "人間による監督|人的監視|人間による監視",
    zh: "人工监督|人类监督"
  )
  private static let logSpecification = Phrases(
    en:
      "log specification|logging specification|logging plan|event logging|record keeping and logging|logging and record keeping|automatic logging",
    de: "protokollierung|protokollierungskonzept|aufzeichnungspflichten",
    fr: "journalisation|spécification de la journalisation|plan de journalisation",
    es: "registro de eventos|especificación de registros|plan de registro",
    pt: "registo de eventos|registro de eventos|especificação de registos",
    it: "registrazione degli eventi|specifica dei log",
    nl: "logging|logspecificatie|logboekspecificatie",
    pl: "rejestrowanie zdarzeń|specyfikacja logów",
    sv: "loggning|loggspecifikation",
    ja: "ログ仕様|ログ仕様書|記録仕様",
    zh: "日志规范|日志记录规范"
  )
  private static let postMarketPlan = Phrases(
    en:
      "post market monitoring plan|post market monitoring|post market surveillance plan|postmarket monitoring plan",
    de:
      "plan zur beobachtung nach dem inverkehrbringen|beobachtung nach dem inverkehrbringen|marktbeobachtungsplan",
    fr: "plan de surveillance après commercialisation|surveillance après commercialisation",
    es: "plan de vigilancia poscomercialización|vigilancia poscomercialización",
    pt: "plano de acompanhamento pós comercialização|acompanhamento pós comercialização",
    it:
      "piano di monitoraggio successivo all'immissione sul mercato|monitoraggio post commercializzazione",
    nl: "plan voor monitoring na het in de handel brengen|monitoring na het in de handel brengen",
    pl: "plan monitorowania po wprowadzeniu do obrotu|monitorowanie po wprowadzeniu do obrotu",
    sv:
      "plan för övervakning efter utsläppande på marknaden|övervakning efter utsläppande på marknaden",
    ja: "市販後モニタリング計画|市販後監視計画",
    zh: "上市后监测计划|上市后监测"
  )
  private static let incidentRunbook = Phrases(
    en:
      "incident runbook|incident response plan|incident response|serious incident reporting|serious incident procedure|incident reporting procedure|ai incident response",
    de: "vorfallhandbuch|notfallplan|meldung schwerwiegender vorfälle|vorfallmanagement",
    fr: "gestion des incidents|procédure d'incident|signalement des incidents graves",
    es: "gestión de incidentes|plan de respuesta a incidentes|notificación de incidentes graves",
    pt: "gestão de incidentes|plano de resposta a incidentes|comunicação de incidentes graves",
    it: "gestione degli incidenti|piano di risposta agli incidenti|segnalazione di incidenti gravi",
    nl: "incidentdraaiboek|incidentresponsplan|melding van ernstige incidenten",
    pl: "plan reagowania na incydenty|zgłaszanie poważnych incydentów",
    sv: "incidenthantering|incidenthanteringsplan|rapportering av allvarliga incidenter",
    ja: "インシデント対応手順|インシデント対応計画|重大インシデント報告",
    zh: "事件响应计划|严重事件报告|事件应急预案"
  )
  private static let notices = Phrases(
    en:
      "transparency notices|transparency notice|ai transparency notice|ai notices|ai disclosure|ai disclosures|user notices|notices",
    de: "transparenzhinweise|transparenzhinweis|ki hinweise",
    fr: "mentions de transparence|avis de transparence|information des personnes",
    es: "avisos de transparencia|aviso de transparencia",
    pt: "avisos de transparência|aviso de transparência",
    it: "avvisi di trasparenza|informativa di trasparenza",
    nl: "transparantiemeldingen|transparantieverklaring",
    pl: "informacje o przejrzystości|oznaczenia ai",
    sv: "transparensinformation|transparensmeddelanden",
    ja: "透明性に関する通知|利用者への通知",
    zh: "透明度声明|透明度通知"
  )
  private static let processingRegister = Phrases(
    en:
      "record of processing activities|records of processing activities|ropa|register of processing|processing register",
    de: "verzeichnis von verarbeitungstätigkeiten|verarbeitungsverzeichnis|vvt",
    fr: "registre des activités de traitement|registre des traitements",
    es: "registro de actividades de tratamiento|rat",
    pt: "registo das atividades de tratamento|registro das operações de tratamento",
    it: "registro delle attività di trattamento|registro dei trattamenti",
    nl: "register van verwerkingsactiviteiten|verwerkingsregister",
    pl: "rejestr czynności przetwarzania",
    sv: "register över behandling|registerförteckning|behandlingsregister",
    ja: "処理活動の記録|処理活動記録",
    zh: "处理活动记录|个人信息处理记录"
  )
  private static let contestProcedure = Phrases(
    en:
      "contest procedure|contestation procedure|appeals process|appeal procedure|appeals procedure|right to contest|redress procedure",
    de: "anfechtungsverfahren|einspruchsverfahren|beschwerdeverfahren",
    fr: "procédure de contestation|procédure de recours",
    es: "procedimiento de impugnación|procedimiento de reclamación",
    pt: "procedimento de contestação|procedimento de reclamação",
    it: "procedura di contestazione|procedura di ricorso",
    nl: "bezwaarprocedure|klachtenprocedure",
    pl: "procedura odwoławcza",
    sv: "överklagandeförfarande|klagomålsförfarande",
    ja: "異議申立手続|不服申立手続",
    zh: "申诉程序|异议程序"
  )
  private static let rightsProcedure = Phrases(
    en:
      "data subject rights procedure|data subject rights|data subject request procedure|dsar procedure|rights procedure",
    de: "verfahren für betroffenenrechte|betroffenenrechte verfahren",
    fr: "procédure d'exercice des droits|exercice des droits",
    es: "procedimiento de derechos|ejercicio de derechos",
    pt: "procedimento de direitos dos titulares|exercício de direitos",
    it: "procedura per i diritti degli interessati|esercizio dei diritti",
    nl: "procedure rechten van betrokkenen",
    pl: "procedura realizacji praw osób",
    sv: "rutin för registrerades rättigheter",
    ja: "権利行使手続|開示請求手続",
    zh: "数据主体权利程序|个人权利响应程序"
  )
  private static let supplierRegister = Phrases(
    en:
      "supplier register|vendor register|third party register|supplier list|vendor inventory|ai vendor register",
    de: "lieferantenregister|lieferantenverzeichnis|dienstleisterverzeichnis",
    fr: "registre des fournisseurs",
    es: "registro de proveedores",
    pt: "registo de fornecedores|registro de fornecedores",
    it: "registro dei fornitori",
    nl: "leveranciersregister",
    pl: "rejestr dostawców",
    sv: "leverantörsregister",
    ja: "供給者一覧|サプライヤー登録簿",
    zh: "供应商登记册|供应商清单"
  )
  private static let copyrightPolicy = Phrases(
    en: "copyright policy|copyright compliance policy|tdm policy",
    de: "urheberrechtsrichtlinie|urheberrechtsstrategie",
    fr: "politique de droit d'auteur|politique relative au droit d'auteur",
    es: "política de derechos de autor",
    pt: "política de direitos de autor|política de direitos autorais",
    it: "politica sul diritto d'autore",
    nl: "auteursrechtbeleid",
    pl: "polityka praw autorskich",
    sv: "upphovsrättspolicy",
    ja: "著作権ポリシー|著作権方針",
    zh: "版权政策"
  )
  private static let trainingSummary = Phrases(
    en:
      "training data summary|summary of training content|training content summary|public summary of training content",
    de: "zusammenfassung der trainingsinhalte|zusammenfassung der trainingsdaten",
    fr: "résumé des données d'entraînement|résumé du contenu d'entraînement",
    es: "resumen del contenido de entrenamiento|resumen de los datos de entrenamiento",
    pt: "resumo dos dados de treino|resumo do conteúdo de treino",
    it: "sintesi dei contenuti di addestramento|sintesi dei dati di addestramento",
    nl: "samenvatting van de trainingsdata|samenvatting van trainingsinhoud",
    pl: "streszczenie treści treningowych|streszczenie danych treningowych",
    sv: "sammanfattning av träningsdata|sammanfattning av träningsinnehåll",
    ja: "学習データの概要|学習コンテンツ概要",
    zh: "训练内容摘要|训练数据摘要"
  )
  private static let biasAudit = Phrases(
    en: "bias audit|bias audit report|aedt bias audit|bias audit summary|ll144 bias audit",
    de: "bias audit|verzerrungsprüfung",
    fr: "audit de biais|audit des biais",
    es: "auditoría de sesgos|auditoría de sesgo",
    pt: "auditoria de viés|auditoria de vieses",
    it: "audit sui bias|audit delle distorsioni",
    nl: "bias audit|vooringenomenheidsaudit",
    pl: "audyt stronniczości",
    sv: "biasrevision|bias granskning",
    ja: "バイアス監査",
    zh: "偏见审计"
  )
  private static let aiLiteracy = Phrases(
    en:
      "ai literacy|ai literacy programme|ai literacy program|ai literacy plan|ai literacy record|ai training plan",
    de: "ki kompetenz|ki kompetenzplan|ki schulungsplan",
    fr: "maîtrise de l'ia|plan de formation à l'ia",
    es: "alfabetización en ia|alfabetización en materia de ia",
    pt: "literacia em ia|letramento em ia",
    it: "alfabetizzazione in materia di ia|alfabetizzazione ia",
    nl: "ai geletterdheid",
    pl: "kompetencje w zakresie ai",
    sv: "ai kunnighet|ai kompetens",
    ja: "aiリテラシー",
    zh: "人工智能素养|ai素养"
  )
  private static let deploymentRecord = Phrases(
    en: "deployment record|deployer record|record of deployment|deployment log",
    de: "betreiberprotokoll|einsatzprotokoll|betriebsprotokoll",
    fr: "registre de déploiement|fiche de déploiement",
    es: "registro de despliegue",
    pt: "registo de implantação|registro de implantação",
    it: "registro di utilizzo|registro di messa in servizio",
    nl: "ingebruiknameregister|gebruiksregister",
    pl: "rejestr wdrożenia",
    sv: "driftsättningsprotokoll",
    ja: "導入記録|運用記録",
    zh: "部署记录"
  )
  private static let securityAssessment = Phrases(
    en:
      "security assessment|security risk assessment|ai security assessment|threat model|cybersecurity assessment|security test report",
    de: "sicherheitsbewertung|bedrohungsanalyse|it sicherheitsbewertung",
    fr: "évaluation de la sécurité|analyse de menaces",
    es: "evaluación de seguridad|modelo de amenazas",
    pt: "avaliação de segurança|modelo de ameaças",
    it: "valutazione della sicurezza|modello di minaccia",
    nl: "beveiligingsbeoordeling|dreigingsmodel",
    pl: "ocena bezpieczeństwa|model zagrożeń",
    sv: "säkerhetsbedömning|hotmodell",
    ja: "セキュリティ評価|脅威モデル",
    zh: "安全评估|威胁模型"
  )
  private static let securityMeasures = Phrases(
    en:
      "security measures|technical and organisational measures|technical and organizational measures|toms",
    de: "sicherheitsmaßnahmen|technische und organisatorische maßnahmen|tom",
    fr: "mesures de sécurité|mesures techniques et organisationnelles",
    es: "medidas de seguridad|medidas técnicas y organizativas",
    pt: "medidas de segurança|medidas técnicas e organizativas",
    it: "misure di sicurezza|misure tecniche e organizzative",
    nl: "beveiligingsmaatregelen|technische en organisatorische maatregelen",
    pl: "środki bezpieczeństwa|środki techniczne i organizacyjne",
    sv: "säkerhetsåtgärder|tekniska och organisatoriska åtgärder",
    ja: "安全管理措置|技術的及び組織的措置",
    zh: "安全措施|技术和组织措施"
  )
  private static let redTeamReport = Phrases(
    en:
      "red team report|red teaming report|red team assessment|red teaming|adversarial testing report|adversarial testing",
    de: "red team bericht|red teaming bericht",
    fr: "rapport d'équipe rouge|rapport de red teaming|tests contradictoires",
    es: "informe de equipo rojo|informe de red teaming|pruebas adversarias",
    pt: "relatório de red team|testes adversariais",
    it: "rapporto red team|test contraddittori",
    nl: "red team rapport|rapport red teaming",
    pl: "raport red team|testy kontradyktoryjne",
    sv: "red team rapport|rapport om red teaming",
    ja: "レッドチーム報告書|レッドチーミング報告",
    zh: "红队报告|红队测试报告"
  )
  private static let specialCategoryRecord = Phrases(
    en:
      "special category record|special categories record|special category data record|bias detection special categories",
    de: "besondere kategorien|nachweis besondere kategorien",
    fr: "catégories particulières|registre des catégories particulières",
    es: "categorías especiales|registro de categorías especiales",
    pt: "categorias especiais|registo de categorias especiais",
    it: "categorie particolari|registro delle categorie particolari",
    nl: "bijzondere categorieën|register bijzondere categorieën",
    pl: "szczególne kategorie|rejestr szczególnych kategorii",
    sv: "särskilda kategorier|register över särskilda kategorier",
    ja: "特別カテゴリーデータ記録",
    zh: "特殊类别数据记录"
  )
  private static let qualityManagement = Phrases(
    en: "quality management system|quality management|qms",
    de: "qualitätsmanagementsystem|qualitätsmanagement",
    fr: "système de gestion de la qualité|gestion de la qualité",
    es: "sistema de gestión de la calidad",
    pt: "sistema de gestão da qualidade",
    it: "sistema di gestione della qualità",
    nl: "kwaliteitsbeheersysteem|kwaliteitsmanagementsysteem",
    pl: "system zarządzania jakością",
    sv: "kvalitetsledningssystem",
    ja: "品質管理システム|品質マネジメントシステム",
    zh: "质量管理体系"
  )
}
