// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Sentences that speak of the gate, the build and the deadline, and not of the gap: `needed to pass CI`.
///
/// Why a gap may stay open for a time is told by what the gap is, what covers it and what ends it. That
/// somebody wants a green build is true of every gap.
enum GateWords {
  /// The fewest words besides that make a sentence one about something else.
  private static let leastOthers = 2

  /// Whether a sentence has a word of the gate or of hurry, and hardly another.
  static func areAll(of words: [BareWord]) -> Bool {
    let texts = words.map { $0.text[...] }
    guard gate.occurs(in: texts) else { return false }
    var sieve = WordSieve()
    sieve.take(words.filter { $0.script != .ideographs })
    let others = sieve.content.count { !gate.matches($0[...]) && !wish.matches($0[...]) }
    let characters = words.filter { $0.script == .ideographs }
      .reduce(0) { $0 + written.leftover(in: $1.text) }
    return others + characters / 2 < leastOthers
  }

  private static let written = IdeographPhrases(
    gate.written + wish.written + FunctionWords.phrases.bare.written
      + HollowWords.phrases.bare.written
  )

  /// The gate, what it is part of, and what hurries.
  private static let gate = WordRoots(
    en: """
      gate gates gating ci cd pipeline* workflow* build builds green red pass passes passed passing release* \
      ship ships shipping shipped deadline* unblock* block blocks blocked blocking blocker* merge* merging \
      modelgate tool tools linter* check checks checker* warning* suppress* silenc* mute finding* alert* \
      positive launch* golive live demo hotfix* rollout deploy* urgen* hurry pressure schedule* sprint* \
      milestone* business management boss customer* client* jenkins github gitlab job jobs
      """,
    de: """
      gate ci pipeline* build builds grün rot durchläuft durchlaufen durchlauf release* auslieferung* freigabe* \
      termin* termindruck zeitdruck frist* deadline* blockier* merge* werkzeug* tool prüfung* warnung* meldung* \
      unterdrück* fehlalarm* livegang* produktivsetzung dringend* eilig eile geschäft* chef* kunde* kunden druck
      """,
    fr: """
      gate ci pipeline* build vert verte rouge passer passe release* livraison* livrer échéance* délai* \
      délais bloqu* débloqu* fusion* merge* outil* contrôle* alerte* avertissement* supprim* mise production \
      urgen* pressé pression client* métier direction planning
      """,
    es: """
      gate ci pipeline* build verde rojo pasar pase release* entrega* plazo* bloque* desbloque* fusion* merge* \
      herramienta* control* alerta* aviso* suprim* lanzamiento despliegue urgen* prisa presión cliente* negocio \
      jefe jefa
      """,
    pt: """
      gate ci pipeline* build verde vermelho passar passe release* entrega* prazo* bloque* desbloque* merge* \
      ferramenta* controle* controlo* alerta* aviso* suprim* lançamento implantação urgen* pressa pressão \
      cliente* negócio chefe
      """,
    it: """
      gate ci pipeline* build verde rosso passare passi release* rilasci* consegna* scadenz* blocc* sblocc* merge* \
      strument* controll* allert* avvis* lancio urgen* fretta pressione client* azienda* capo
      """,
    nl: """
      gate ci pipeline* build groen groene rood slagen slaagt release* oplevering* deadline* blokk* deblokk* merge* \
      tool gereedschap* controle* waarschuwing* melding* livegang dringend spoed haast druk klant* \
      bedrijf* baas
      """,
    pl: """
      gate ci pipeline* build zielon* czerwon* przeszło przejść przechodzi* przeszedł release* wydani* termin* \
      blok* odblok* merge* narzędzi* kontrol* ostrzeże* alert* wdrożeni* pilne pośpiech* presj* klient* \
      biznes* szef*
      """,
    sv: """
      gate ci pipeline* bygge bygget grön grönt röd passera release* leverans* deadline* tidsfrist* block* \
      avblock* merge* verktyg* kontroll* varning* larm driftsättning* brådskande bråttom press kund* \
      affär* chef*
      """,
    ja: "リリース CI ゲート パイプライン ビルド 通す 通過 締め切り 締切 納期 期限 ブロック 解除 マージ 警告 緊急 至急 急ぎ 顧客 緑",
    zh: "发布 上线 门禁 流水线 构建 通过 截止 期限 阻塞 解除 合并 警告 告警 紧急 赶 客户 业务 绿"
  )

  /// What is wished of them, and when.
  private static let wish = WordRoots(
    en: """
      need* must want* wait* get gets go goes going out today tomorrow yesterday monday tuesday wednesday \
      thursday friday saturday sunday week* month* day days hour* fix* quick* fast false noise noisy wrong complain* \
      fail* error* break* broken otherwise else avoid* make makes let allow* enable* continue* proceed* \
      team everybody people decision* priorit* plan plans ignore* skip* bypass* tight short importan*
      """,
    de: """
      muss müssen damit will wollen warte* heute morgen gestern montag dienstag mittwoch donnerstag freitag \
      woche* tag tage schnell* falsch* sonst scheiter* fehl* vermeid* mach* lass* erlaub* weiter* entscheid* \
      ignorier* überspring* wichtig* werden durch
      """,
    fr: """
      doit devoir veut attend* aujourd demain hier lundi mardi mercredi jeudi vendredi semaine* jour* vite rapid* \
      faux fausse sinon échou* erreur* évit* faire permet* continu* décision* ignor* importan*
      """,
    es: """
      debe quiere esper* hoy mañana lunes martes miércoles jueves viernes semana* día días rápid* falso \
      falsa positivo fall* error* evit* hacer permit* continu* decisión* ignor* importan*
      """,
    pt: """
      deve quer esper* hoje amanhã segunda terça quarta quinta sexta semana* dia dias rápid* falso falsa positivo \
      falh* erro* evit* fazer permit* continu* decisão* ignor* importan*
      """,
    it: """
      deve vuole aspett* attend* oggi domani lunedì martedì mercoledì giovedì venerdì settiman* giorn* rapid* \
      falso positivo fall* error* evit* fare permett* continu* decision* ignor* importan*
      """,
    nl: """
      moet wil wacht* vandaag morgen maandag dinsdag woensdag donderdag vrijdag week weken dag dagen snel vals \
      positief faal* fout* vermijd* maken krijgen laat toestaan verder beslissing* negeer* belangrijk*
      """,
    pl: """
      musi chce czeka* dziś jutro poniedział* wtor* śród* czwart* piąt* tydzień tygod* dzień dni szybk* fałszyw* \
      pozytyw* błąd błęd* unikn* zrobi* pozwol* dalej decyzj* ignor* ważn* żeby
      """,
    sv: """
      måste vill vänta* idag imorgon måndag* tisdag* onsdag* torsdag* fredag* vecka* dag dagar snabb* falsk* \
      fel undvik* göra låta tillåta fortsätt* beslut* ignorer* viktig* bli
      """,
    ja: "必要 必須 待ち 今日 明日 今週 来週 早く 急いで 回避 無視 しなければ ため 誤検知",
    zh: "需要 必须 等待 今天 明天 本周 下周 尽快 避免 忽略 误报 为了 等"
  )
}
