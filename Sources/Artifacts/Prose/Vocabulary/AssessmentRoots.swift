// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The roots of the words that headings of impact assessments consist of.
enum AssessmentRoots {
  static let risk = WordRoots(
    en: "risk risks",
    de: "risik* schadensrisik* grundrechtsrisik*",
    fr: "risque risques",
    es: "riesgo riesgos",
    pt: "risco riscos",
    it: "rischio rischi",
    nl: "risico risico's risicoanalyse risicobeoordeling",
    pl: "ryzyk*",
    sv: "risk risker riskerna riskanalys riskbedömning",
    ja: "リスク",
    zh: "风险"
  )

  static let assessment = WordRoots(
    en: "assess* identif* analys* evaluat* register* matrix inventory individuals persons",
    de: "bewert* analyse* identifi* ermittl* einschätz* verzeichnis matrix betroffen* katalog*",
    fr: "évalu* analyse* apprécia* identifi* cartograph* étude matrice registre personnes",
    es:
      "evalua* análisis analisis identific* matriz registro valorac* catálogo interesad* personas",
    pt: "avalia* análise analise identific* matriz registo registro titular* pessoas",
    it: "valutazion* analisi identific* matrice registro individuazion* interessat* persone",
    nl: "beoordel* analyse* inschat* inventaris* register identific* matrix betrokkene*",
    pl: "ocen* analiz* identyfik* rejestr* szacowan* matryc* osób",
    sv: "bedöm* analys* identifi* register matris registrerade",
    ja: "評価 分析 特定 一覧",
    zh: "评估 分析 识别 清单"
  )

  /// What lists of risks are called.
  static let listing = WordRoots(
    en: "table list",
    de: "tabelle matrix katalog* risikomatrix risikokatalog verzeichnis übersicht identifizierte",
    fr: "tableau matrice liste registre cartographie",
    es: "tabla matriz lista registro",
    pt: "tabela matriz lista registro registo",
    it: "tabella matrice elenco registro",
    nl: "tabel matrix lijst register overzicht",
    pl: "tabela matryca lista rejestr",
    sv: "tabell matris lista register",
    ja: "一覧 表",
    zh: "清单 表"
  )

  /// What labels of harm are called, which may hold a rating or tell the harm.
  static let impact = WordRoots(
    en: "impact consequence*",
    de: "auswirkung* folge*",
    fr: "impact impacts conséquence*",
    es: "impacto consecuencia*",
    pt: "impacto consequência*",
    it: "impatto conseguenz*",
    nl: "impact gevolg*",
    pl: "skutek skutki wpływ",
    sv: "konsekvens* påverkan",
    ja: "影響",
    zh: "影响"
  )

  static let residual = WordRoots(
    en: "residual remaining",
    de: "restrisik* verbleibend* verblieben*",
    fr: "résiduel* résidu*",
    es: "residual* remanente*",
    pt: "residua* remanescente*",
    it: "residu*",
    nl: "restrisico* resterend* overblijvend*",
    pl: "szczątkow* rezydualn* resztkow*",
    sv: "kvarstående återstående",
    ja: "残留 残存",
    zh: "剩余 残余"
  )

  static let measure = WordRoots(
    en: "measure measures mitigation* safeguard* countermeasure*",
    de: "maßnahme* abhilfemaßnahme* gegenmaßnahme* schutzmaßnahme* minderung*",
    fr: "mesure mesures atténuation",
    es: "medida medidas mitigac* salvaguard* garantías",
    pt: "medida medidas mitiga* salvaguard* garantias",
    it: "misura misure mitigazion* garanzie",
    nl: "maatregel maatregelen beheersmaatregel* beveiligingsmaatregel* mitiger* waarborgen",
    pl: "środk* środek zabezpiecze*",
    sv: "åtgärd* skyddsåtgärd* säkerhetsåtgärd*",
    ja: "措置 対策 軽減",
    zh: "措施 对策 缓解"
  )

  static let necessity = WordRoots(
    en: "necessity proportionality",
    de: "notwendigkeit verhältnismäßigkeit erforderlichkeit",
    fr: "nécessité proportionnalité",
    es: "necesidad proporcionalidad",
    pt: "necessidade proporcionalidade",
    it: "necessità proporzionalità",
    nl: "noodzaak noodzakelijkheid proportionaliteit evenredigheid",
    pl: "niezbędnoś* konieczność proporcjonalność",
    sv: "nödvändighet proportionalitet",
    ja: "必要性 比例性",
    zh: "必要性 相称性 比例性"
  )

  static let describing = WordRoots(
    en: "description describe nature",
    de: "beschreibung* art umfang umstände",
    fr: "description décrire nature",
    es: "descripción descripcion naturaleza",
    pt: "descrição descricao natureza identificação",
    it: "descrizione natura",
    nl: "beschrijving* aard omvang",
    pl: "opis* charakter",
    sv: "beskrivning* art",
    ja: "説明 概要",
    zh: "描述 概述 说明"
  )

  static let processing = WordRoots(
    en: "processing",
    de: "verarbeitung*",
    fr: "traitement traitements",
    es: "tratamiento tratamientos",
    pt: "tratamento tratamentos",
    it: "trattamento trattamenti",
    nl: "verwerking* gegevensverwerking*",
    pl: "przetwarzan*",
    sv: "behandling*",
    ja: "処理 取扱い",
    zh: "处理"
  )

  static let purpose = WordRoots(
    en: "purpose purposes",
    de: "zweck zwecke zwecken",
    fr: "finalité finalités",
    es: "finalidad finalidades fines",
    pt: "finalidade finalidades",
    it: "finalità",
    nl: "doel doelen doeleinden doelstelling* verwerkingsdoel*",
    pl: "cel cele celów",
    sv: "ändamål*",
    ja: "目的",
    zh: "目的"
  )

  static let rights = WordRoots(
    en: "rights",
    de: "rechte rechten betroffenenrechte",
    fr: "droits",
    es: "derechos",
    pt: "direitos",
    it: "diritti",
    nl: "rechten",
    pl: "prawa praw",
    sv: "rättigheter",
    ja: "権利",
    zh: "权利"
  )

  static let persons = WordRoots(
    en: "subject subjects individuals persons",
    de: "betroffen* personen betroffenenrechte",
    fr: "personnes concernées",
    es: "interesad* titulares afectad* personas",
    pt: "titular titulares pessoas",
    it: "interessat* persone",
    nl: "betrokkene* personen",
    pl: "podmiot* osób osoby",
    sv: "registrerad* personer",
    ja: "本人 データ主体",
    zh: "主体 个人"
  )

  static let fundamental = WordRoots(
    en: "fundamental",
    de: "grundrecht*",
    fr: "fondamentaux",
    es: "fundamentales",
    pt: "fundamentais",
    it: "fondamentali",
    nl: "grondrecht*",
    pl: "podstawow*",
    sv: "grundläggande",
    ja: "基本権 基本的",
    zh: "基本"
  )

  static let consultation = WordRoots(
    en: "consultation consulted",
    de: "konsultation* konsultiert* anhörung* standpunkt",
    fr: "consultation consultations consulté*",
    es: "consulta consultas consultad*",
    pt: "consulta consultas consultad*",
    it: "consultazion* consultat*",
    nl: "raadpleging* geraadpleegd* consultatie*",
    pl: "konsultacj* konsultowan*",
    sv: "samråd rådfråg*",
    ja: "協議 意見聴取",
    zh: "咨询 征求意见"
  )

  static let authority = WordRoots(
    en: "authority prior",
    de: "aufsichtsbehörde* behörde* vorherige",
    fr: "autorité cnil préalable",
    es: "autoridad aepd previa",
    pt: "autoridade anpd cnpd prévia",
    it: "autorità garante preventiva",
    nl: "toezichthouder* ap voorafgaande",
    pl: "organ organu organem nadzorcz* uprzednie",
    sv: "tillsyn* imy förhandssamråd",
    ja: "監督機関",
    zh: "监管"
  )

  static let advice = WordRoots(
    en: "advice opinion",
    de: "stellungnahme* rat votum",
    fr: "avis",
    es: "dictamen opinión asesoramiento",
    pt: "parecer",
    it: "parere",
    nl: "advies",
    pl: "opinia stanowisko zalecenia",
    sv: "yttrande råd",
    ja: "意見 助言",
    zh: "意见 建议"
  )

  static let officer = WordRoots(
    en: "dpo officer",
    de: "datenschutzbeauftragt* dsb dpo",
    fr: "dpd dpo délégué",
    es: "dpd dpo delegado",
    pt: "encarregado dpo epd",
    it: "dpo rpd responsabile",
    nl: "fg dpo functionaris",
    pl: "iod inspektor*",
    sv: "dataskyddsombud*",
    ja: "保護責任者 dpo",
    zh: "保护官 dpo"
  )

  static let retention = WordRoots(
    en: "retention",
    de: "aufbewahrung* speicherdauer löschfrist* löschkonzept",
    fr: "conservation",
    es: "conservación retención",
    pt: "conservação retenção",
    it: "conservazione",
    nl: "bewaartermijn* bewaren",
    pl: "przechowywani* retencj*",
    sv: "lagring* gallring*",
    ja: "保存期間 保持期間",
    zh: "保存期限 保留期限"
  )

  static let minimisation = WordRoots(
    en: "minimisation minimization",
    de: "datenminimierung datensparsamkeit",
    fr: "minimisation",
    es: "minimización",
    pt: "minimização",
    it: "minimizzazione",
    nl: "dataminimalisatie gegevensminimalisatie minimale",
    pl: "minimalizacj*",
    sv: "uppgiftsminimering dataminimering",
    ja: "最小化",
    zh: "最小化"
  )

  static let lawfulBasis = WordRoots(
    en: "lawful legal",
    de: "rechtsgrundlage* rechtmäßigkeit",
    fr: "légale légales licéité juridique",
    es: "legal legales jurídica jurídicas legitimadora",
    pt: "legal legais jurídico jurídica",
    it: "giuridica giuridiche liceità",
    nl: "rechtsgrond* grondslag* rechtmatigheid",
    pl: "prawna prawne podstawy",
    sv: "rättslig rättsliga",
    ja: "法的根拠",
    zh: "法律依据 合法性"
  )

  static let basis = WordRoots(
    en: "basis bases",
    de: "rechtsgrundlage* rechtmäßigkeit",
    fr: "base bases licéité fondement",
    es: "base bases",
    pt: "base bases fundamento",
    it: "base basi liceità",
    nl: "rechtsgrond* grondslag* rechtmatigheid",
    pl: "podstawa podstawy",
    sv: "grund grunder",
    ja: "法的根拠",
    zh: "法律依据 合法性"
  )
}
