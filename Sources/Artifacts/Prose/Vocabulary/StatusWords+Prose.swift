// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// What a text in prose comes to.
enum Outcome: Sendable {
  case favourable
  case against
  /// Nobody was asked, or nothing is decided.
  case open
}

extension StatusWords {
  /// What advice or an acceptance in prose comes to: as of decisions, the last sentence that decides
  /// counts; nil where none does.
  ///
  /// A refusal is one of the processing as a whole. `Advised against postcodes` and `not acceptable
  /// without a second officer` are advice.
  static func outcome(of text: String) -> Outcome? {
    var outcome: Outcome?
    for sentence in Lines(text).flatMap(StatementCount.sentences) {
      let words = BareWords.of(sentence).map { $0.text[...] }
      let isBound = bounding.occurs(in: words)
      for clause in sentence.parts(atAny: ";；:：,，、—–") {
        switch ofClause(clause) {
        case .favourable?: outcome = .favourable
        case .against? where !isBound: outcome = .against
        case .open?: outcome = .open
        default: break
        }
      }
      // What was done in spite of advice was not advised, whatever else is told of it.
      if defiance.occurs(in: words.map(String.init)) { outcome = .against }
    }
    return outcome
  }

  private static func ofClause(_ clause: Substring) -> Outcome? {
    let words = BareWords.of(clause)
    let texts = words.map { $0.text[...] }
    let strings = words.map(\.text)
    let denials = texts.indices.filter { isDenial(texts, at: $0) }
    if halts.occurs(in: strings) || halts.occurs(inWritten: strings.joined()) { return .against }
    if waiting.occurs(in: strings) || waiting.occurs(inWritten: strings.joined()) { return .open }
    if isUnasked(texts, denials) { return .open }
    // `Rät von der Verarbeitung dringend ab`: the verb of German stands in two places.
    if texts.last == "ab", texts.contains(where: separable.contains), denials.isEmpty {
      return .against
    }
    if let place = texts.firstIndex(where: strong.matches), denials.isEmpty,
      place + 1 == texts.count || WordSieve.isHollow(strings[place + 1])
    {
      return .against
    }
    if let place = texts.firstIndex(where: consent.matches) {
      let isDenied = denials.contains { (-1...reach).contains(place - $0) }
      return isDenied ? .against : .favourable
    }
    guard let place = texts.firstIndex(where: refusing.matches), !isOfEach(texts, at: place) else {
      return nil
    }
    if !denials.isEmpty { return .favourable }
    let isWhole = texts.count <= reach && place + 1 == texts.count
    return isWhole || isOfProcessing(texts, around: place) ? .against : nil
  }

  /// Whether a word near a refusal is what is assessed as a whole; `processing of postcodes` is a part.
  private static func isOfProcessing(_ texts: [Substring], around place: Int) -> Bool {
    let near = max(0, place - reach)...min(texts.count - 1, place + reach)
    return near.contains { index in
      let isMatter =
        AssessmentRoots.processing.matches(texts[index]) || undertakings.matches(texts[index])
      return isMatter && (index + 1 == texts.count || !genitives.contains(texts[index + 1]))
    }
  }

  private static func isUnasked(_ texts: [Substring], _ denials: [Int]) -> Bool {
    guard officers.occurs(in: texts), let denial = denials.first else { return false }
    return texts[denial...].prefix(reach + 1).contains(where: asking.matches)
  }

  /// Whether a word denies; `no` is an article in Portuguese.
  private static func isDenial(_ texts: [Substring], at index: Int) -> Bool {
    guard texts[index] == "no" else { return denying.matches(texts[index]) }
    return !texts.contains(where: portuguese.contains)
  }

  /// Whether a clause denies what it says.
  static func denies(_ texts: [Substring]) -> Bool {
    texts.indices.contains { isDenial(texts, at: $0) }
  }

  /// How far apart a denial and what it denies stand.
  private static let reach = 5
  private static let portuguese: Set<Substring> = [
    "da", "dos", "das", "ao", "em", "um", "uma", "com", "sao",
  ]
  private static let genitives: Set<Substring> = [
    "of", "von", "der", "des", "de", "du", "do", "da", "di", "del", "dei", "delle", "van", "av",
  ]

  private static let denying = WordRoots(
    en: "not never nobody none nothing cannot neither",
    de: "nicht kein keine keinen keiner nie niemals niemand nichts",
    fr: "pas aucun aucune jamais rien",
    es: "ningún ninguna nunca nadie nada",
    pt: "não nenhum nenhuma ninguém",
    it: "non nessun nessuna nessuno",
    nl: "niet geen nooit niemand niets",
    pl: "nie żaden żadne nigdy nikt nic",
    sv: "inte ej ingen inga inget aldrig",
    ja: "ない ません",
    zh: "不 未 没有"
  )

  /// What makes of a refusal a condition.
  static let bounding = WordRoots(
    en: "if unless until without before only provided except whether",
    de: "wenn falls sofern solange ohne bevor außer nur ob",
    fr: "si sauf tant avant sans",
    es: "salvo hasta sin antes",
    pt: "salvo até sem antes caso",
    it: "salvo finché senza prima qualora",
    nl: "tenzij zolang zonder voordat mits",
    pl: "jeśli jeżeli chyba dopóki bez zanim",
    sv: "såvida utan innan förrän",
    ja: "場合 限り なければ",
    zh: "如果 除非 之前"
  )

  /// What condemns something as a whole.
  static let strong = WordRoots(
    en: """
      unacceptable inacceptable inadmissible impermissible unlawful illegal unjustified \
      disproportionate
      """,
    de: "unzulässig rechtswidrig inakzeptabel unvertretbar unverhältnismäßig",
    fr: "inacceptable illicite illégal illégale inadmissible disproportionné disproportionnée",
    es: "inaceptable ilícito ilícita ilegal inadmisible desproporcionado desproporcionada",
    pt: "inaceitável ilícito ilícita ilegal inadmissível desproporcionado desproporcional",
    it: "inaccettabile illecito illecita illegittimo inammissibile sproporzionato",
    nl: "onaanvaardbaar onrechtmatig ontoelaatbaar onevenredig",
    pl: "niedopuszczalne niezgodne bezprawne nieakceptowalne",
    sv: "oacceptabel oacceptabelt olaglig olagligt otillåten otillåtet",
    ja: "違法 不適法 許容できない 容認できない",
    zh: "不可接受 违法 非法 不合法"
  )

  private static let consent = WordRoots(
    en: """
      acceptab* accept* approv* agree* agrees endors* satisfied favourable favorable permissible
      """,
    de: "akzept* vertretbar zustimm* zugestimmt einverstanden gebilligt zulässig",
    fr: "acceptable* accept* favorable* approuv* accord",
    es: "aceptab* acept* favorable* aprueb* aprob* conforme",
    pt: "aceitáve* aceit* favoráve* aprov*",
    it: "accettab* accett* favorevol* approv*",
    nl: "aanvaard* akkoord accept* goedgekeurd",
    pl: "akcept* zaakcept* zgad* zgadza dopuszczaln* pozytywn*",
    sv: "godta* accept* tillstyrk* godkän* godkänt",
    ja: "承認 同意 許容できる",
    zh: "同意 可以接受 认可"
  )

  /// Whether what is refused is any case of many, as in `two agents review each refusal`.
  private static func isOfEach(_ words: [Substring], at place: Int) -> Bool {
    each.matches(words[place]) || place > 0 && each.matches(words[place - 1])
  }

  private static let each = WordRoots(
    en: "each every any",
    de: "jede*",
    fr: "chaque tout",
    es: "cada todo",
    pt: "cada todo toda",
    it: "ogni ciascun*",
    nl: "elke iedere",
    pl: "każd*",
    sv: "varje",
    ja: "各 毎回",
    zh: "每次 每个 每项 每一"
  )

  private static let refusing = WordRoots(
    en: """
      refused refuses rejected rejects opposed opposes objected objects vetoed forbade forbids \
      against
      """,
    de: "abgelehnt lehnt widerspricht widersprach untersagt abgeraten abrät",
    fr: "refuse refusé rejette oppose opposé déconseille déconseillé interdit",
    es: "rechaza rechazó opone opuso desaconseja desaconsejó prohíbe",
    pt: "rejeita rejeitou opõe opôs desaconselha desaconselhou proíbe",
    it: "respinge respinto oppone opposto sconsiglia sconsigliato vieta",
    nl: "weigert afgewezen ontraadt ontraden verbiedt",
    pl: "odrzuca odrzucił odmawia odradza odradził odradziła sprzeciwia zakazuje",
    sv: "avslår avslog avråder avrådde avstyrker motsätter förbjuder",
    ja: "拒否 反対",
    zh: "拒绝 反对"
  )

  /// The first part of `abraten` and `ablehnen`, as bare words have it.
  private static let separable: Set<Substring> = ["rat", "riet", "raten", "lehnt", "lehnte"]

  private static let undertakings = WordRoots(
    en: "project system launch deployment release rollout pilot",
    de: "projekt vorhaben system einsatz einführung",
    fr: "projet système lancement déploiement",
    es: "proyecto sistema lanzamiento despliegue",
    pt: "projeto sistema lançamento implantação",
    it: "progetto sistema lancio",
    nl: "project systeem lancering uitrol",
    pl: "projekt* system* wdrożeni*",
    sv: "projekt* system* lansering* införande*",
    ja: "プロジェクト システム 導入",
    zh: "项目 系统 上线"
  )

  private static let officers = WordRoots(
    en: "dpo officer advice opinion",
    de: "datenschutzbeauftragt* dsb stellungnahme",
    fr: "délégué* dpd dpo avis",
    es: "delegad* dpd dpo dictamen",
    pt: "encarregad* dpo parecer",
    it: "responsabile rpd dpo parere",
    nl: "functionaris fg advies",
    pl: "inspektor* iod opini*",
    sv: "dataskyddsombud* yttrande*",
    ja: "保護責任者 意見",
    zh: "保护官 意见"
  )

  private static let asking = WordRoots(
    en: "asked consulted heard received involved obtained",
    de: "gefragt befragt beteiligt konsultiert eingeholt eingebunden",
    fr: "consulté* sollicité* reçu* saisi* demandé*",
    es: "consultad* preguntad* recibid* solicitad*",
    pt: "consultad* perguntad* recebid* solicitad*",
    it: "consultat* interpellat* ricevut* richiest*",
    nl: "gevraagd geraadpleegd ontvangen",
    pl: "zapytan* konsultowan* otrzyman* zasięgnięt*",
    sv: "tillfråga* hörts rådfråga* mottagit*",
    ja: "相談 聞い",
    zh: "咨询 征求 收到"
  )

  /// What stops what is assessed.
  private static let halts = Phrases(
    en: """
      must not start|must not begin|must not go live|must not proceed|may not start|may not begin|\
      should not start|\
      should not go ahead|should not proceed|must stop|must be stopped|to stop it|\
      cannot be relied on|withdrawn the advice|withdrawn this advice|withdrew the advice|\
      withdrawn the approval|withdrew the approval|advice was withdrawn|advice is withdrawn
      """,
    de: """
      darf nicht beginnen|darf nicht starten|darf nicht aufgenommen werden|ist einzustellen|\
      muss gestoppt werden
      """,
    fr: "ne doit pas commencer|ne peut pas commencer|doit cesser|doit être arrêté",
    es: "no debe comenzar|no debe iniciarse|no puede comenzar|debe cesar|debe detenerse",
    pt: "não deve começar|não deve iniciar|não pode começar|deve cessar|deve parar",
    it: "non deve iniziare|non può iniziare|deve cessare|va interrotto",
    nl: "mag niet beginnen|mag niet starten|moet stoppen|moet worden gestaakt",
    pl: "nie może się rozpocząć|nie może rozpocząć|musi zostać wstrzymane",
    sv: "får inte börja|får inte starta|måste stoppas|måste upphöra",
    ja: "開始してはならない|中止すべき",
    zh: "不得开始|必须停止"
  ).bare

  private static let waiting = Phrases(
    en: """
      was skipped|advice is expected|advice is awaited|still open|still undecided|not yet decided|\
      has not decided|have not decided
      """,
    de: "übersprungen|noch offen|steht noch aus|noch nicht entschieden",
    fr: "encore ouvert|encore ouverte|pas encore décidé|est attendu",
    es: "sigue abierto|sigue abierta|aún no se ha decidido|está pendiente",
    pt: "continua em aberto|ainda não foi decidido|está pendente",
    it: "ancora aperto|ancora aperta|non è ancora deciso|è in attesa",
    nl: "nog open|nog niet besloten|wordt verwacht",
    pl: "nadal otwarte|jeszcze nie zdecydowano|oczekuje się",
    sv: "fortfarande öppen|fortfarande öppet|inte beslutat ännu|inväntas",
    ja: "未決定|保留中",
    zh: "尚未决定|悬而未决"
  ).bare

  private static let defiance = Phrases(
    en: """
      goes ahead anyway|went ahead|go ahead anyway|against the advice|despite the advice|\
      proceeds anyway
      """,
    de: "gegen den rat|entgegen dem rat|entgegen der empfehlung|macht trotzdem weiter",
    fr: "passe outre|malgré l'avis|contre l'avis",
    es: "pese al dictamen|contra el dictamen|sigue adelante de todos modos",
    pt: "contra o parecer|apesar do parecer|avança mesmo assim",
    it: "contro il parere|nonostante il parere|procede comunque",
    nl: "tegen het advies|ondanks het advies|gaat toch door",
    pl: "wbrew opinii|mimo opinii|wbrew zaleceniu",
    sv: "trots avrådan|mot rådet|går vidare ändå",
    ja: "",
    zh: ""
  ).bare
}
