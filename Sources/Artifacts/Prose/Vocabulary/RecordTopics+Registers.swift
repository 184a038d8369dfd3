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
    // A register may say what a system without an impact assessment has no other place for.
    (
      [.dpiaMinimisation],
      "data minimisation|minimisation|data minimization|datenminimierung|minimisation des données|minimización de datos|minimização de dados|minimizzazione dei dati|gegevensminimalisatie|minimalizacja danych|uppgiftsminimering|最小化"
    ),
    (
      [.dpiaAccuracy],
      "accuracy of the data|data accuracy|richtigkeit|richtigkeit der daten|exactitude des données|exactitud de los datos|exatidão dos dados|esattezza dei dati|juistheid van gegevens|prawidłowość danych|uppgifternas riktighet|正確性|准确性"
    ),
    (
      [.dpiaByDesign],
      "data protection by design and by default|data protection by design|datenschutz durch technikgestaltung|protection des données dès la conception|protección de datos desde el diseño|proteção de dados desde a conceção|protezione dei dati fin dalla progettazione|gegevensbescherming door ontwerp|ochrona danych w fazie projektowania|inbyggt dataskydd"
    ),
  ]
  static let contest: Rows = [
    (
      [.contestChannel],
      "channel|appeals channel|how to contest|contact|kanal|canal|canale|kanaal|kanał|anlaufstelle|beschwerdeweg|einspruch|voie de recours|vía de reclamación|窓口|渠道"
    ),
    (
      [.contestReview],
      "review|human review|process|überprüfung|réexamen|revisión|revisão|riesame|herbeoordeling|prüfung durch menschen|ponowne rozpatrzenie|omprövning|再審査|复核"
    ),
    (
      [.contestAuthority],
      "authority|who decides|manual override|decision authority|befugnis|autorité|autoridad|autoridade|autorità|bevoegdheid|entscheidungsbefugnis|wer entscheidet|uprawnienia|befogenhet|権限|权限"
    ),
    (
      [.contestExplanation],
      "explanation|right to explanation|reasons|erläuterung|explication|explicación|explicação|spiegazione|uitleg|erklärung|begründung|wyjaśnienie|förklaring|説明|解释"
    ),
    (
      [.contestDeadline],
      "deadline|deadlines|time limit|response time|frist|délai|plazo|prazo|termine|termijn|termin"
    ),
  ]
  static let rights: Rows = [
    (
      [.rightsChannel],
      "channel|how to submit|request channel|contact|kanal|canal|canale|kanaal|anlaufstelle|antragsweg|kanał|窓口|渠道"
    ),
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
      "search|locating data|data location|models and training data|suche|recherche|búsqueda|suche in systemen|auffinden der daten|pesquisa|ricerca|zoeken|wyszukiwanie|sökning|検索|查找"
    ),
    (
      [.rightsRefusal],
      "refusal|exceptions|exemptions|ablehnung|refus|denegación|recusa|rifiuto|weigering"
    ),
  ]
  static let suppliers: Rows = [
    (
      [.supplierRows],
      "suppliers|vendors|components|vendor list|register|supplier register|vendor register|supplier list|register of suppliers|lieferantenregister|registre des fournisseurs|registro de proveedores|registo de fornecedores|registro de fornecedores|registro dei fornitori|leveranciersregister|rejestr dostawców|leverantörsregister|lieferanten|fournisseurs|proveedores|komponenten|bauteile|composants|componentes|componenti|componenten|komponenty|komponenter|部品|组件|fornecedores|fornitori|leveranciers|dostawcy|leverantörer"
    ),
    (
      [.supplierDiligence],
      "due diligence|due diligence checks|vendor classification|sorgfaltsprüfung|diligencia debida|prüfungen|lieferantenprüfung|contrôles des fournisseurs|controlli|leverancierscontrole|kontrola dostawców|leverantörskontroll"
    ),
    (
      [.supplierContract],
      "contract|contract requirements|agreements|contracts|verträge|contrats|contratos|contratti|contracten|vertragsanforderungen|vereinbarungen|exigences contractuelles|requisitos contractuales|umowy|avtal|契約|合同"
    ),
  ]
  static let copyright: Rows = [
    (
      [.copyrightDetection],
      "detection|detection of reservations|rights reservations|procedures for honoring reserved rights|procedures for honouring reserved rights|opt out|opt outs|robots txt|crawling|vorbehalte|réserves de droits|reservas de derechos|erkennung von vorbehalten|riserve di diritti|voorbehouden|zastrzeżenia praw|rättighetsförbehåll|権利留保|权利保留"
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
      "audience|target audience|staff|roles|competency level|zielgruppe|teilnehmende|personal|public visé|público|destinatari|doelgroep|odbiorcy|målgrupp|対象者|对象"
    ),
    (
      [.literacyMeasure],
      "measure|measures|training|course|courses|content|schulung|maßnahmen|formation|formación|formação|formazione|opleiding|szkolenie|utbildning|研修|培训"
    ),
    ([.literacyDate], "date|dates|schedule|completed|termin|calendrier|fecha|data|datum|日付|日期"),
  ]
  static let deployment: Rows = [
    (
      [.deploymentScope],
      "scope|purpose|use|deployment scope|einsatzzweck|usage|uso|einsatz|ámbito de uso|âmbito de utilização|ambito d'uso|gebruik|zastosowanie|användning|用途"
    ),
    (
      [.deploymentMonitoring],
      "monitoring|operation monitoring|überwachung|surveillance|seguimiento|supervisión del funcionamiento|acompanhamento|monitoraggio|toezicht op de werking|monitorowanie|övervakning|監視|监测"
    ),
    (
      [.deploymentLogs],
      "logs|logged events|logging configuration|log retention|protokolle|journaux|registros|registos|registrazioni|logbestanden|rejestry|loggar|ログ|日志"
    ),
    (
      [.deploymentOversight],
      "oversight|human oversight|assigned persons|menschliche aufsicht|contrôle humain|supervisión humana|supervisão humana|sorveglianza umana|menselijk toezicht|nadzór człowieka|mänsklig tillsyn|aufsichtspersonen|beauftragte personen|personnes chargées du contrôle|監督者|监督人员"
    ),
    (
      [.deploymentInputData],
      "input data|input data quality|eingabedaten|données d'entrée|datos de entrada|dados de entrada|dati di input|invoergegevens|dane wejściowe|indata|入力データ|输入数据"
    ),
    (
      [.deploymentSuspension],
      "suspension|suspending the use|suspension of use|stopping the use|stop|aussetzung|suspensión|suspension de l'utilisation|suspensão|zawieszenie|avbrytande|stilllegung|停止|暂停|sospensione|opschorting"
    ),
  ]
  static let security: Rows = [
    (
      [.securityThreats],
      "threats|threat model|attack surface|threat analysis|bedrohungen|angriffe|menaces|amenazas|ameaças|minacce|dreigingen|zagrożenia|hot|脅威|威胁"
    ),
    (
      [.securityMeasures],
      "measures|controls|mitigations|security controls|infrastructure|encryption|encryption and pseudonymisation|pseudonymisation|resilience|restoring|recovery|verschlüsselung|belastbarkeit|wiederherstellung|chiffrement|résilience|restauration|cifrado|resiliencia|restauración|criptografia|resiliência|cifratura|resilienza|ripristino|versleuteling|veerkracht|herstel|szyfrowanie|odporność|kryptering|motståndskraft|återställning|maßnahmen|mesures|medidas|misure|maatregelen|środki|åtgärder|対策|措施"
    ),
    (
      [.securityTests],
      "tests|testing|penetration test|penetration testing|adversarial testing|robustness testing|tests und prüfungen|prüfung|prüfungen|penetrationstest|wirksamkeitsprüfung|essais|pruebas|testes|prove|testen|testy|tester|テスト|测试"
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
    (
      [.qualityDesign],
      "design|design control|design procedures|entwicklung|conception|diseño|conceção|progettazione|ontwerp|projektowanie|utformning"
    ),
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
