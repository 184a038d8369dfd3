// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The rows of registers, procedures, reports and plans.
extension RecordTopics {
  static let register: Rows = [
    (
      [.ropaController],
      "controller|controller information|name and contact details|verantwortlicher|responsable du traitement|responsable del tratamiento|responsável pelo tratamento|titolare del trattamento|verwerkingsverantwoordelijke|administrator|personuppgiftsansvarig|管理者|控制者"
    ),
    (
      [.ropaPurposes],
      "purposes|purpose|purpose of processing|purposes of the processing|zwecke|zweck|finalités|fines|finalidad|finalidades|finalità|doeleinden|cele|ändamål|目的"
    ),
    (
      [.ropaSubjects],
      "data subjects|categories of data subjects|betroffene personen|kategorien betroffener personen|personnes concernées|interesados|titulares|interessati|betrokkenen|osoby|registrerade|データ主体|数据主体"
    ),
    (
      [.ropaCategories],
      "categories of personal data|personal data|data categories|kategorien personenbezogener daten|catégories de données|categorías de datos|categorias de dados|categorie di dati|categorieën persoonsgegevens|kategorie danych|kategorier av personuppgifter|個人データの種類|个人数据类别"
    ),
    (
      [.ropaRecipients],
      "recipients|categories of recipients|empfänger|destinataires|destinatarios|destinatários|destinatari|ontvangers|odbiorcy|mottagare|受領者|接收方"
    ),
    (
      [.ropaTransfers],
      "transfers|third country transfers|international transfers|drittlandübermittlung|übermittlungen|transferts|transferencias|transferências|trasferimenti|doorgifte|przekazywanie|överföringar|移転|跨境传输"
    ),
    (
      [.ropaRetention],
      "retention|retention periods|time limits for erasure|löschfristen|speicherdauer|durée de conservation|plazos de conservación|prazos de conservação|termini di cancellazione|bewaartermijnen|okres przechowywania|lagringstid|保存期間|保存期限"
    ),
    (
      [.ropaSecurity],
      "security|security measures|technical and organisational measures|technical and organizational controls|technische und organisatorische maßnahmen|mesures de sécurité|medidas de seguridad|medidas de segurança|misure di sicurezza|beveiligingsmaatregelen|środki bezpieczeństwa|säkerhetsåtgärder|安全管理措置|安全措施"
    ),
  ]
  static let contest: Rows = [
    (
      [.contestChannel],
      "channel|appeals channel|how to contest|contact|kanal|canal|canale|kanaal|kanał"
    ),
    (
      [.contestReview],
      "review|human review|process|überprüfung|réexamen|revisión|revisão|riesame|herbeoordeling"
    ),
    (
      [.contestAuthority],
      "authority|who decides|manual override|decision authority|befugnis|autorité|autoridad|autoridade|autorità|bevoegdheid"
    ),
    (
      [.contestExplanation],
      "explanation|right to explanation|reasons|erläuterung|explication|explicación|explicação|spiegazione|uitleg"
    ),
    (
      [.contestDeadline],
      "deadline|deadlines|time limit|response time|frist|délai|plazo|prazo|termine|termijn|termin"
    ),
  ]
  static let rights: Rows = [
    ([.rightsChannel], "channel|how to submit|request channel|contact|kanal|canal|canale|kanaal"),
    (
      [.rightsIdentity],
      "identity|identity verification|identification|identitätsprüfung|identité|identidad|identidade|identità|identiteit"
    ),
    (
      [.rightsDeadline],
      "deadline|deadlines|time limit|response time|frist|délai|plazo|prazo|termine|termijn"
    ),
    (
      [.rightsSearch],
      "search|locating data|data location|models and training data|suche|recherche|búsqueda"
    ),
    (
      [.rightsRefusal],
      "refusal|exceptions|exemptions|ablehnung|refus|denegación|recusa|rifiuto|weigering"
    ),
  ]
  static let suppliers: Rows = [
    (
      [.supplierRows],
      "suppliers|vendors|components|vendor list|register|supplier register|vendor register|supplier list|register of suppliers|lieferanten|fournisseurs|proveedores|fornecedores|fornitori|leveranciers|dostawcy|leverantörer"
    ),
    (
      [.supplierDiligence],
      "due diligence|due diligence checks|vendor classification|sorgfaltsprüfung|diligencia debida"
    ),
    (
      [.supplierContract],
      "contract|contract requirements|agreements|contracts|verträge|contrats|contratos|contratti|contracten"
    ),
  ]
  static let copyright: Rows = [
    (
      [.copyrightDetection],
      "detection|detection of reservations|rights reservations|procedures for honoring reserved rights|procedures for honouring reserved rights|opt out|opt outs|robots txt|crawling|vorbehalte|réserves de droits|reservas de derechos"
    ),
    (
      [.copyrightContact],
      "contact|complaints|complaints contact|point of contact|beschwerden|réclamations|reclamaciones"
    ),
  ]
  static let summary: Rows = [
    (
      [.summarySources],
      "sources|data sources|list of data sources|data source categories|datasets|datenquellen|sources de données|fuentes de datos|fontes de dados|fonti dei dati"
    ),
    (
      [.summaryURL],
      "url|public url|publication|published at|veröffentlichung|publicación|publicação|pubblicazione"
    ),
  ]
  static let audit: Rows = [
    ([.auditAuditor], "auditor|independent auditor|audited by|prüfer|auditeur"),
    ([.auditDate], "date of audit|audit date|date of bias audit"),
    (
      [.auditTool], "aedt description|tool|aedt|automated employment decision tool|tool description"
    ),
    (
      [.auditSource],
      "source of data|data source|data sources|source and explanation of data|data used"
    ),
    ([.auditUnknown], "unknown|unknown category|individuals of unknown category"),
    ([.auditExcluded], "excluded|excluded categories|exclusions"),
    ([.auditURL], "url|published at|publication"),
  ]
  static let literacy: Rows = [
    (
      [.literacyAudience],
      "audience|target audience|staff|roles|competency level|zielgruppe|public visé|público|destinatari|doelgroep|odbiorcy|målgrupp|対象者|对象"
    ),
    (
      [.literacyMeasure],
      "measure|measures|training|course|courses|content|schulung|maßnahmen|formation|formación|formação|formazione|opleiding|szkolenie|utbildning|研修|培训"
    ),
    ([.literacyDate], "date|dates|schedule|completed|termin|calendrier|fecha|data|datum|日付|日期"),
  ]
  static let deployment: Rows = [
    ([.deploymentScope], "scope|purpose|use|deployment scope|einsatzzweck|usage|uso"),
    (
      [.deploymentMonitoring],
      "monitoring|operation monitoring|überwachung|surveillance|seguimiento"
    ),
    (
      [.deploymentLogs],
      "logs|logged events|logging configuration|log retention|protokolle|journaux|registros"
    ),
    (
      [.deploymentOversight],
      "oversight|human oversight|assigned persons|menschliche aufsicht|contrôle humain|supervisión humana"
    ),
    (
      [.deploymentInputData],
      "input data|input data quality|eingabedaten|données d'entrée|datos de entrada"
    ),
    (
      [.deploymentSuspension],
      "suspension|suspending the use|suspension of use|stopping the use|stop|aussetzung|suspensión|sospensione|opschorting"
    ),
  ]
  static let security: Rows = [
    (
      [.securityThreats],
      "threats|threat model|attack surface|threat analysis|bedrohungen|menaces|amenazas|ameaças|minacce|dreigingen|zagrożenia|hot|脅威|威胁"
    ),
    (
      [.securityMeasures],
      "measures|controls|mitigations|security controls|infrastructure|maßnahmen|mesures|medidas|misure|maatregelen|środki|åtgärder|対策|措施"
    ),
    (
      [.securityTests],
      "tests|testing|penetration test|penetration testing|adversarial testing|robustness testing|tests und prüfungen|essais|pruebas|testes|prove|testen|testy|tester|テスト|测试"
    ),
    (
      [.securityWeights],
      "weights|model weights|weight protection|protection of weights|modellgewichte|poids|pesos|pesi|gewichten|wagi|vikter"
    ),
    (
      [.securityInsider],
      "insider|insider threats|insiders|personnel|innentäter|menaces internes|amenazas internas"
    ),
  ]
  static let redTeam: Rows = [
    ([.redTeamScope], "scope|objectives|umfang|périmètre|alcance|âmbito|ambito"),
    ([.redTeamMethod], "method|methodology|approach|methode|méthode|metodología|metodologia"),
    (
      [.redTeamFindings],
      "findings|results|vulnerabilities found|ergebnisse|constats|hallazgos|constatações|risultati"
    ),
    (
      [.redTeamMitigations],
      "mitigations|mitigation|remediation|recommendations|abhilfe|remédiation|mitigaciones|mitigações|mitigazioni"
    ),
  ]
  static let special: Rows = [
    (
      [.specialNecessity],
      "necessity|strict necessity|erforderlichkeit|nécessité|necesidad|necessidade|necessità|noodzaak|niezbędność|nödvändighet"
    ),
    (
      [.specialAlternatives],
      "alternatives|synthetic or anonymised data|alternativen|alternativas|alternative"
    ),
    (
      [.specialSafeguards],
      "safeguards|technical limitations|pseudonymisation|security|schutzmaßnahmen|garanties|garantías|garantias|garanzie|waarborgen"
    ),
    (
      [.specialAccess],
      "access|access control|access controls|zugriff|accès|acceso|acesso|accesso|toegang"
    ),
    (
      [.specialSharing],
      "sharing|transmission|no transfer|weitergabe|partage|transmisión|partilha|condivisione"
    ),
    (
      [.specialDeletion],
      "deletion|deletion date|erasure|löschung|suppression|eliminación|supresión|eliminação|cancellazione|verwijdering|usunięcie|radering"
    ),
  ]
  static let quality: Rows = [
    (
      [.qualityStrategy],
      "strategy|regulatory compliance strategy|compliance strategy|strategie|stratégie|estrategia"
    ),
    ([.qualityDesign], "design|design control|design procedures|entwicklung|conception|diseño"),
    (
      [.qualityTesting],
      "testing|examination test and validation|test procedures|prüfverfahren|essais|pruebas"
    ),
    (
      [.qualityData],
      "data management|data governance|datenmanagement|gestion des données|gestión de datos"
    ),
    (
      [.qualityResponsibility],
      "responsibility|accountability framework|responsibilities|verantwortlichkeit|responsabilité|responsabilidades"
    ),
  ]
}
