// SPDX-License-Identifier: Apache-2.0

/// What columns and labels of risks are called.
enum RiskWords {
  static let name = Phrases(
    en:
      "risk|risks|threat|hazard|scenario|risk scenario|risk description|harm|potential harm|risk name|describe source of risk and nature of potential impact on individuals",
    de: "risiko|risiken|risikobeschreibung|gefährdung|schadensszenario|risikoszenario",
    fr: "risque|risques|événement redouté|description du risque|scénario",
    es: "riesgo|riesgos|amenaza|descripción del riesgo|escenario de riesgo",
    pt: "risco|riscos|ameaça|descrição do risco|risco referente ao tratamento de dados pessoais",
    it: "rischio|rischi|minaccia|descrizione del rischio|scenario di rischio",
    nl: "risico|risico's|dreiging|omschrijving risico",
    pl: "ryzyko|ryzyka|zagrożenie|opis ryzyka",
    sv: "risk för|riskbeskrivning|hot|riskscenario",
    ja: "リスク|リスク内容|脅威",
    zh: "风险|风险描述|威胁",
    others: "risiko beskrivelse|risiko potencial|risco potencial"
  )

  static let residualLikelihood = Phrases(
    en: "residual likelihood|residual probability|likelihood after measures",
    de: "rest eintrittswahrscheinlichkeit|verbleibende eintrittswahrscheinlichkeit",
    fr: "vraisemblance résiduelle",
    es: "probabilidad residual",
    pt: "probabilidade residual",
    it: "probabilità residua",
    nl: "resterende kans",
    pl: "prawdopodobieństwo szczątkowe|prawdopodobieństwo rezydualne",
    sv: "kvarstående sannolikhet",
    ja: "残留可能性",
    zh: "剩余可能性"
  )

  static let residualSeverity = Phrases(
    en: "residual severity|residual impact|severity after measures",
    de: "rest schwere|verbleibende schwere",
    fr: "gravité résiduelle|impact résiduel",
    es: "impacto residual|gravedad residual",
    pt: "impacto residual|gravidade residual",
    it: "gravità residua|impatto residuo",
    nl: "resterende ernst|resterende impact",
    pl: "dotkliwość szczątkowa|skutki szczątkowe",
    sv: "kvarstående allvarlighet",
    ja: "残留影響度",
    zh: "剩余影响"
  )

  static let residualLevel = Phrases(
    en: "residual risk|residual|residual level|residual risk level|remaining risk|with measures",
    de: "restrisiko|verbleibendes risiko|restrisikostufe|mit maßnahmen",
    fr: "risque résiduel|résiduel|niveau résiduel",
    es: "riesgo residual|nivel residual",
    pt: "risco residual|nível residual",
    it: "rischio residuo|livello residuo|residuo|rischio netto|r residuo|r netto",
    nl: "restrisico|resterend risico",
    pl: "ryzyko szczątkowe|ryzyko rezydualne",
    sv: "kvarstående risk|återstående risk",
    ja: "残留リスク|残存リスク",
    zh: "剩余风险|残余风险"
  )

  static let description = Phrases(
    en: "description|details|potential impact|consequence",
    de: "erläuterung|einzelheiten",
    fr: "détails|impacts potentiels",
    es: "detalle|detalles",
    pt: "detalhe|detalhes|descrição",
    it: "dettaglio|dettagli",
    nl: "toelichting",
    pl: "szczegóły",
    sv: "detaljer",
    ja: "詳細",
    zh: "详情"
  )

  static let category = Phrases(
    en:
      "category|type|right|right affected|rights affected|interest|right or interest|rights or interests",
    de: "kategorie|grundrecht|betroffenes recht|betroffenes grundrecht",
    fr: "catégorie|droit fondamental|droit concerné",
    es: "categoría|derecho fundamental|derecho afectado",
    pt: "categoria|direito fundamental|direito afetado",
    it: "categoria|diritto fondamentale|diritto interessato",
    nl: "categorie|grondrecht|betrokken recht",
    pl: "kategoria|prawo podstawowe",
    sv: "kategori|grundläggande rättighet|berörd rättighet",
    ja: "分類|基本権",
    zh: "类别|基本权利",
    others: "fundamental right"
  )

  static let affectedGroup = Phrases(
    en: "affected group|affected groups|affected|affected persons|affected persons or groups",
    de: "betroffene|betroffene gruppe|betroffene personen|betroffene gruppen",
    fr: "personnes concernées|groupe concerné|groupes concernés",
    es: "afectados|personas afectadas|grupo afectado|colectivo afectado",
    pt: "afetados|pessoas afetadas|grupo afetado",
    it: "interessati|persone interessate|gruppo interessato",
    nl: "betrokkenen|betrokken groep|betrokken groepen",
    pl: "osoby dotknięte|grupa dotknięta",
    sv: "berörda|berörda personer|berörd grupp",
    ja: "影響を受ける人|対象者",
    zh: "受影响人群|受影响群体"
  )

  static let likelihood = Phrases(
    en:
      "likelihood|probability|inherent likelihood|initial likelihood|likelihood of harm|likelihood of occurrence",
    de: "eintrittswahrscheinlichkeit|wahrscheinlichkeit|eintritt",
    fr: "vraisemblance|probabilité|probabilité de survenance",
    es: "probabilidad|probabilidad inherente|probabilidad de ocurrencia",
    pt: "probabilidade|probabilidade de ocorrência",
    it: "probabilità|probabilità di accadimento|verosimiglianza",
    nl: "kans|waarschijnlijkheid|kans op schade",
    pl: "prawdopodobieństwo|prawdopodobieństwo wystąpienia",
    sv: "sannolikhet|sannolikhet för skada",
    ja: "可能性|発生可能性|発生確率",
    zh: "概率|可能性|发生概率|发生可能性",
    others: "sandsynlighed"
  )

  static let severity = Phrases(
    en: "severity|impact|inherent severity|inherent impact|initial severity|severity of harm",
    de:
      "schwere|schadensschwere|auswirkung|auswirkungen|schweregrad|schadenshöhe|schadenspotential|schadenspotenzial|schadensausmaß|schwere des schadens",
    fr: "gravité|sévérité|gravité des impacts",
    es: "gravedad|impacto|severidad|impacto inherente",
    pt: "gravidade|impacto|severidade",
    it: "gravità|impatto|severità",
    nl: "ernst|impact|gevolg|ernst van de gevolgen|impact op betrokkenen|ernst van schade",
    pl: "waga|dotkliwość|skutki|wpływ|powaga",
    sv: "konsekvens|allvarlighetsgrad|allvar|påverkan",
    ja: "深刻度|影響度|影響|重大性",
    zh: "严重程度|严重性|影响|影响程度",
    others: "alvorlighed"
  )

  static let level = Phrases(
    en:
      "overall risk|risk level|level|rating|risk rating|inherent risk|overall|risk score|score|initial risk|inherent risk level|without measures|gross risk|before|before measures",
    de:
      "risikostufe|risikoniveau|risikobewertung|risikoklasse|risikowert|bruttorisiko|stufe|ohne maßnahmen|vorher|vor maßnahmen",
    fr: "niveau de risque|niveau|risque brut|risque initial|niveau du risque|avant|avant mesures",
    es:
      "riesgo inherente|nivel de riesgo|nivel|riesgo inicial|nivel de riesgo inherente|riesgo bruto|antes|antes de las medidas",
    pt: "nível de risco|nível|risco inerente|nível do risco|risco bruto|antes das medidas",
    it:
      "livello di rischio|livello|rischio inerente|rischio iniziale|rischio lordo|r lordo|prima delle misure",
    nl: "risiconiveau|niveau|risicoscore|bruto risico|risiconiveau vooraf",
    pl: "poziom ryzyka|poziom|ryzyko pierwotne",
    sv: "risknivå|nivå|riskvärde|inneboende risk",
    ja: "リスクレベル|リスク評価",
    zh: "风险等级|风险级别|固有风险"
  )

  static let mitigation = Phrases(
    en:
      "mitigation|mitigations|measure|measures|control|controls|safeguard|safeguards|mitigation measure|mitigation measures|options to reduce or eliminate risk|treatment|risk treatment|treatment plan|risk treatment plan|implemented treatment|mitigating measures|existing controls|countermeasure|countermeasures|technical and organisational measures",
    de:
      "maßnahme|maßnahmen|gegenmaßnahme|gegenmaßnahmen|abhilfemaßnahme|abhilfemaßnahmen|schutzmaßnahme|schutzmaßnahmen|tom|risikominderung|risikobehandlung",
    fr:
      "mesure|mesures|mesures de réduction|mesures prévues|mesures existantes ou prévues|mesures d atténuation|atténuation|mesures correctives",
    es:
      "medida|medidas|mitigación|medidas de mitigación|medida de mitigación|controles|salvaguardas|medidas de control",
    pt:
      "medida|medidas|mitigação|mitigacao|medidas de mitigação|medida de mitigação|controles|salvaguardas|medidas de segurança",
    it:
      "misura|misure|mitigazione|misure di mitigazione|misura di mitigazione|contromisure|misure di sicurezza",
    nl:
      "maatregel|maatregelen|beheersmaatregel|beheersmaatregelen|mitigatie|mitigerende maatregelen",
    pl: "środek|środki|środki zaradcze|zabezpieczenia|środki ograniczające ryzyko",
    sv:
      "åtgärd|åtgärder|skyddsåtgärd|skyddsåtgärder|riskreducerande åtgärder|hantering|riskhantering",
    ja: "対策|軽減策|措置|緩和策",
    zh: "措施|缓解措施|应对措施|控制措施",
    others: "foranstaltning|foranstaltninger|implementeret afbødning"
  )

  static let status = Phrases(
    en: "status|measure approved|state|approved",
    de: "stand|umsetzungsstand|maßnahme genehmigt|umgesetzt",
    fr: "statut|état|mesure approuvée|avancement",
    es: "estado|medida aprobada|medidas aprobadas",
    pt: "situação|medida aprovada|medidas aprovadas|estado",
    it: "stato|misura approvata",
    nl: "maatregel goedgekeurd|stand van zaken",
    pl: "środek zatwierdzony|stan",
    sv: "åtgärd godkänd|läge",
    ja: "状況|承認",
    zh: "状态|批准情况"
  )
}
