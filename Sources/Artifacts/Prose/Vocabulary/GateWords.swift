// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Sentences that speak of the gate, the build and the deadline, and not of the gap: `needed to pass CI`.
///
/// Why a gap may stay open for a time is told by what the gap is, what covers it and what ends it. That
/// somebody wants a green build is true of every gap.
package enum GateWords {
  /// The fewest words besides that make a sentence one about something else.
  private static let leastOthers = 2

  /// Whether a sentence has a word of the gate or of hurry, and hardly another.
  static func areAll(of words: [BareWord]) -> Bool {
    let texts = words.map { $0.text[...] }
    guard gate.occurs(in: texts) else { return false }
    var sieve = WordSieve()
    sieve.take(words.filter { $0.script != .ideographs })
    let others = sieve.content.count { !isKnown($0[...]) }
    let characters = words.filter { $0.script == .ideographs }
      .reduce(0) { $0 + written.leftover(in: $1.text) }
    return others + characters / 2 < leastOthers
  }

  /// Whether a reason hardly says more than the finding that it is to excuse.
  ///
  /// That a card has no section on monitoring is what was found, and not why that may stay so.
  package static func repeats(_ finding: [String], in reason: String) -> Bool {
    let known = Set(finding.flatMap { BareWords.of($0) }.map { $0.text.prefix(stem) })
    let words = BareWords.of(reason)
    guard !words.contains(where: { $0.script == .ideographs }) else { return false }
    var sieve = WordSieve()
    sieve.take(words)
    let echoes = sieve.content.filter { known.contains($0.prefix(stem)) }
    let others = sieve.content.filter { !isKnown($0[...]) && !known.contains($0.prefix(stem)) }
    return echoes.count >= fewestEchoes && others.count < leastOthers
  }

  /// The fewest words of a finding that make a reason its echo.
  private static let fewestEchoes = 2
  /// The letters that tell a word from others whatever its ending.
  private static let stem = 5

  private static func isKnown(_ word: Substring) -> Bool {
    gate.matches(word) || wish.matches(word) || Announcement.isAhead(word)
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
      milestone* business management nobody noone rule rules waiver* waive waived boss customer* client* jenkins github gitlab job jobs \
      pull request* sales everybody agreed meeting okay
      """,
    de: """
      gate ci pipeline* build builds grün rot durchläuft durchlaufen durchlauf release* auslieferung* freigabe* \
      termin* termindruck zeitdruck frist* deadline* blockier* merge* werkzeug* tool prüfung* warnung* meldung* \
      unterdrück* fehlalarm* livegang* produktivsetzung dringend* eilig eile geschäft* chef* geschäftsleitung leitung niemand regel* grüne* rote* kompilier* veröffentlich* kunde* kunden druck \
      liefern durchlassen durchwinken morgen steht
      """,
    fr: """
      gate ci pipeline* build vert verte rouge passer passe release* livraison* livrer échéance* délai* \
      délais bloqu* débloqu* fusion* merge* outil* contrôle* alerte* avertissement* supprim* mise production \
      urgen* pressé pression client* métier direction planning compilation compile compilé publication personne règle* hiérarchie
      """,
    es: """
      gate ci pipeline* build verde rojo pasar pase release* entrega* plazo* bloque* desbloque* fusion* merge* \
      herramienta* control* alerta* aviso* suprim* lanzamiento despliegue urgen* prisa presión cliente* negocio \
      jefe jefa construcción compilación compilar dirección nadie regla* publicación versión
      """,
    pt: """
      gate ci pipeline* build verde vermelho passar passe release* entrega* prazo* bloque* desbloque* merge* \
      ferramenta* controle* controlo* alerta* aviso* suprim* lançamento implantação urgen* pressa pressão \
      cliente* negócio chefe compilação construção direção ninguém regra* publicação gestão
      """,
    it: """
      gate ci pipeline* build verde rosso passare passi release* rilasci* consegna* scadenz* blocc* sblocc* merge* \
      strument* controll* allert* avvis* lancio urgen* fretta pressione client* azienda* capo compilazione direzione nessuno regol* pubblicazione
      """,
    nl: """
      gate ci pipeline* build groen groene rood slagen slaagt release* oplevering* deadline* blokk* deblokk* merge* \
      tool gereedschap* controle* waarschuwing* melding* livegang dringend spoed haast druk klant* \
      bedrijf* baas directie niemand regel* compilatie publicatie vrijgave
      """,
    pl: """
      gate ci pipeline* build zielon* czerwon* przeszło przejść przechodzi* przeszedł release* wydani* termin* \
      blok* odblok* merge* narzędzi* kontrol* ostrzeże* alert* wdrożeni* pilne pośpiech* presj* klient* \
      biznes* szef* zarząd* kierownictw* nikt reguł* kompilacj* publikacj* budowa* zielony
      """,
    sv: """
      gate ci pipeline* bygge bygget grön grönt röd passera release* leverans* deadline* tidsfrist* block* \
      avblock* merge* verktyg* kontroll* varning* larm driftsättning* brådskande bråttom press kund* \
      affär* chef* ledning* ingen regel* kompilering* publicering* lanseringen lansering*
      """,
    ja:
      "リリース CI ゲート パイプライン ビルド 通す 通過 締め切り 締切 納期 期限 ブロック 解除 マージ 警告 緊急 至急 急ぎ 顧客 緑 上司 経営 誰も ルール グリーン コンパイル 公開",
    zh: "发布 上线 门禁 流水线 构建 通过 截止 期限 阻塞 解除 合并 警告 告警 紧急 赶 客户 业务 绿 领导 管理层 没有人 没人 规则 编译 变绿 部署 项目"
  )

  /// What is wished of them, and when.
  private static let wish = WordRoots(
    en: """
      need* must want* wait* get gets go goes going out today tomorrow yesterday monday tuesday wednesday \
      thursday friday saturday sunday week* month* day days hour* fix* quick* fast false noise noisy wrong complain* \
      fail* error* break* broken otherwise else avoid* make makes let allow* enable* continue* proceed* \
      team told tell tells order* instruct* look* review* anyway sure trust* everybody people decision* priorit* plan plans ignore* skip* bypass* tight short importan*
      """,
    de: """
      muss müssen damit will wollen warte* heute morgen gestern montag dienstag mittwoch donnerstag freitag \
      woche* tag tage schnell* falsch* sonst scheiter* fehl* vermeid* mach* lass* erlaub* weiter* entscheid* \
      ignorier* überspring* wichtig* durch brauch* benötig* gesagt angewies* angewiesen angeordnet geschaut angesehen geprüft \
      kommend* erst
      """,
    fr: """
      doit devoir veut attend* aujourd demain hier lundi mardi mercredi jeudi vendredi semaine* jour* vite rapid* \
      faux fausse sinon échou* erreur* évit* faire permet* continu* décision* ignor* importan* faut besoin avons dit demand* ordonn* regard* aille ailles sort sorte
      """,
    es: """
      debe quiere necesit* tiene tenemos dicho orden* mirad* revis* salga salir sal* esper* hoy mañana lunes martes miércoles jueves viernes semana* día días rápid* falso \
      falsa positivo fall* error* evit* hacer permit* continu* decisión* ignor* importan*
      """,
    pt: """
      deve quer precis* temos disse mand* olhou revist* fique ficar saia esper* hoje amanhã segunda terça quarta quinta sexta semana* dia dias rápid* falso falsa positivo \
      falh* erro* evit* fazer permit* continu* decisão* ignor* importan*
      """,
    it: """
      deve vuole serve abbiamo bisogno detto ordin* guardat* rivist* sia uscire aspett* attend* oggi domani lunedì martedì mercoledì giovedì venerdì settiman* giorn* rapid* \
      falso positivo fall* error* evit* fare permett* continu* decision* ignor* importan*
      """,
    nl: """
      moet moeten wil hebben nodig gezegd opgedragen bekeken gekeken zijn wacht* vandaag morgen maandag dinsdag woensdag donderdag vrijdag week weken dag dagen snel vals \
      positief faal* fout* vermijd* maken krijgen laat toestaan verder beslissing* negeer* belangrijk*
      """,
    pl: """
      musi chce potrzeb* kazał* polec* powiedz* patrzył* sprawdz* był było czeka* dziś jutro poniedział* wtor* śród* czwart* piąt* tydzień tygod* dzień dni szybk* fałszyw* \
      pozytyw* błąd błęd* unikn* zrobi* pozwol* dalej decyzj* ignor* ważn* żeby
      """,
    sv: """
      måste vill behöver sagt beordra* tittat granskat vara blir vänta* idag imorgon måndag* tisdag* onsdag* torsdag* fredag* vecka* dag dagar snabb* falsk* \
      fel undvik* göra låta tillåta fortsätt* beslut* ignorer* viktig* bli
      """,
    ja: "必要 必須 言われ 指示 見て 確認 する 金曜 月曜 待ち 今日 明日 今週 来週 早く 急いで 回避 無視 しなければ ため 誤検知",
    zh: "需要 必须 要求 告诉 看过 检查 周五 周一 等待 今天 明天 本周 下周 尽快 避免 忽略 误报 为了 等"
  )
}
