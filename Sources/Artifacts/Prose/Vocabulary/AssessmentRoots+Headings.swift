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

  static let fria = HeadingRoots([
    ([.friaProcesses], [processes], risk),
    ([.friaGroups], [persons, affected], risk),
    ([.friaHarms], [risk, fundamental], residual),
    ([.friaHarms], [risk, assessment], residual),
    ([.friaHarms], [rights, fundamental], measure),
    ([.friaRemedies], [measure], nil),
  ])
}
