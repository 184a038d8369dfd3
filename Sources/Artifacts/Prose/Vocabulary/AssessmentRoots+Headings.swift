// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension AssessmentRoots {
  /// The controller and the processors, who are not what is processed.
  private static let agents = WordRoots(
    en: "controller* processor* roles",
    de: "verantwortlich* auftragsverarbeiter* datenschutzbeauftragt*",
    fr: "responsable* acteurs délégué",
    es: "responsable* encargado* delegado agentes",
    pt: "agentes controlador* operador* encarregado responsáve*",
    it: "titolar* responsabil*",
    nl: "verwerkingsverantwoordelijke* verwerker*",
    pl: "administrator* inspektor* podmiot*",
    sv: "personuppgiftsansvarig* personuppgiftsbiträde* dataskyddsombud*",
    ja: "管理者 処理者",
    zh: "控制者 处理者"
  )

  /// That an assessment is needed says nothing of the need for what it assesses: `Necessidade de
  /// elaborar o relatório`.
  private static let impactAssessment = WordRoots(
    en: "dpia pia report",
    de: "dsfa folgenabschätzung* datenschutzfolgenabschätzung*",
    fr: "aipd pia impact",
    es: "eipd dpia informe impacto",
    pt: "ripd aipd dpia relatório relatorio impacto",
    it: "dpia impatto",
    nl: "dpia geb effectbeoordeling* gegevensbeschermingseffectbeoordeling*",
    pl: "dpia skutków",
    sv: "dpia konsekvensbedömning*",
    ja: "影響評価",
    zh: "影响评估"
  )

  /// What joins two things that a heading names.
  private static let conjunction = WordRoots(
    en: "and",
    de: "und",
    fr: "et",
    es: "y",
    pt: "e",
    it: "e ed",
    nl: "en",
    pl: "i oraz",
    sv: "och",
    ja: "及び とその",
    zh: "和 与 及"
  )

  /// That measures are for the risks, which other headings name; or that a risk remains.
  private static let treating = WordRoots(
    en: "residual remaining to for against",
    de: "restrisik* verbleibend* verblieben* zur zum gegen",
    fr: "résiduel* résidu* pour contre face",
    es: "residual* remanente* para contra frente",
    pt: "residua* remanescente* para contra",
    it: "residu* per contro",
    nl: "restrisico* resterend* overblijvend* voor tegen om",
    pl: "szczątkow* rezydualn* resztkow* na przeciw",
    sv: "kvarstående återstående för mot",
    ja: "残留 残存 ための",
    zh: "剩余 残余"
  )

  static let dpia = HeadingRoots([
    ([.dpiaDescription], [describing, processing], agents),
    ([.dpiaPurposes], [purpose], nil),
    ([.dpiaLegalBasis], [lawfulBasis, basis], nil),
    ([.dpiaNecessity], [necessity], impactAssessment),
    ([.dpiaMinimisation], [minimisation], nil),
    ([.dpiaRetention], [retention], nil),
    ([.dpiaAccess, .dpiaErasure, .dpiaObjection], [rights, persons], risk),
    ([.dpiaRisks], [risk, assessment], residual),
    ([.dpiaRisks], [risk, rights], residual),
    ([.dpiaRisks], [risk, measure, conjunction], treating),
    ([.dpiaMeasures], [measure], residual),
    ([.dpiaResidualRisk], [residual, risk], nil),
    ([.dpiaConsultation], [consultation], authority),
    ([.dpiaDPOAdvice], [advice, officer], nil),
    ([.dpiaDPOAdvice], [consultation, officer], nil),
  ])

  /// Whether a heading is about something else than the topic that a part of it names.
  ///
  /// GDPR Art. 36 asks for the authority, Art. 35(2) for the officer and Art. 35(9) for the people concerned, and
  /// what an assessment
  /// is based on is no basis of what it assesses.
  static func isOther(than topic: Topic, _ words: [Substring]) -> Bool {
    switch topic {
    case .dpiaConsultation:
      (authority.occurs(in: words) || officer.occurs(in: words)) && !persons.occurs(in: words)
    case .dpiaLegalBasis: impactAssessment.occurs(in: words)
    default: false
    }
  }

  static let processes = WordRoots(
    en: "process processes",
    de: "verfahren prozess* einsatzprozess*",
    fr: "processus",
    es: "proceso procesos",
    pt: "processo processos",
    it: "processo processi",
    nl: "proces processen",
    pl: "proces procesy procesów",
    sv: "process processer processerna",
    ja: "プロセス",
    zh: "流程"
  )

  static let affected = WordRoots(
    en: "affected concerned",
    de: "betroffen*",
    fr: "concerné* affecté* touché*",
    es: "afectad* interesad*",
    pt: "afetad* abrangid*",
    it: "interessat* colpit*",
    nl: "betrokken getroffen*",
    pl: "dotknięt* których",
    sv: "berörd* påverkas",
    ja: "影響を受ける",
    zh: "受影响"
  )

  private static let deployer = WordRoots(
    en: "deployer deployers",
    de: "betreiber*",
    fr: "déployeur*",
    es: "despliegue",
    pt: "implantação",
    it: "deployer",
    nl: "gebruiksverantwoordelijke*",
    pl: "stosując*",
    sv: "tillhandahållar*",
    ja: "導入者",
    zh: "部署者"
  )

  private static let period = WordRoots(
    en: "period",
    de: "zeitraum",
    fr: "période",
    es: "período periodo",
    pt: "período periodo",
    it: "periodo",
    nl: "periode termijn",
    pl: "okres okresu",
    sv: "tidsperiod* period",
    ja: "期間",
    zh: "期间 期限"
  )

  private static let frequency = WordRoots(
    en: "frequency",
    de: "häufigkeit",
    fr: "fréquence",
    es: "frecuencia",
    pt: "frequência",
    it: "frequenza",
    nl: "frequentie",
    pl: "częstotliwoś*",
    sv: "frekvens* användningsfrekvens*",
    ja: "頻度",
    zh: "频率"
  )

  private static let categories = WordRoots(
    en: "categories",
    de: "kategorien personengruppen",
    fr: "catégories",
    es: "categorías",
    pt: "categorias",
    it: "categorie",
    nl: "categorieën",
    pl: "kategorie",
    sv: "kategorier",
    ja: "区分 種類",
    zh: "类别"
  )

  private static let harm = WordRoots(
    en: "harm harms",
    de: "schaden* schäden",
    fr: "préjudice*",
    es: "perjuicio*",
    pt: "dano danos",
    it: "danno danni",
    nl: "schade",
    pl: "szkod*",
    sv: "skad*",
    ja: "危害",
    zh: "损害 伤害"
  )

  private static let oversight = WordRoots(
    en: "oversight",
    de: "aufsicht",
    fr: "contrôle surveillance",
    es: "supervisión vigilancia",
    pt: "supervisão",
    it: "sorveglianza",
    nl: "toezicht",
    pl: "nadzoru nadzór",
    sv: "tillsyn",
    ja: "監視 監督",
    zh: "监督"
  )

  private static let human = WordRoots(
    en: "human",
    de: "menschlich*",
    fr: "humain*",
    es: "humana",
    pt: "humana",
    it: "umana",
    nl: "menselijk*",
    pl: "człowieka",
    sv: "mänsklig*",
    ja: "人 人間",
    zh: "人"
  )

  /// The elements of AI Act Article 27(1), each one sentence of some forty words at most, which forms print
  /// before the answer.
  static let fria = HeadingRoots(
    longest: 48,
    readsLabels: true,
    [
      ([.friaProcesses], [processes, deployer], nil),
      ([.friaProcesses], [processes], risk),
      ([.friaPeriod], [period, frequency], nil),
      ([.friaGroups], [persons, affected], risk),
      ([.friaGroups], [categories, persons], risk),
      ([.friaHarms], [risk, harm], residual),
      ([.friaHarms], [risk, fundamental], residual),
      ([.friaHarms], [risk, assessment], residual),
      ([.friaHarms], [rights, fundamental], measure),
      ([.friaOversight], [oversight, human], nil),
      ([.friaRemedies], [measure], oversight),
    ]
  )
}
