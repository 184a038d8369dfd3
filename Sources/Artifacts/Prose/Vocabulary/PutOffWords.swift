// SPDX-License-Identifier: Apache-2.0

/// Words of those who put an answer off: that there was no time, that nobody has looked, that something
/// is to be seen later, that somebody else knows, that it goes without saying.
///
/// Everybody words it otherwise. What such sentences have in common is that next to nothing is left of
/// them when the words for time, work and knowledge are taken away.
enum PutOffWords {
  /// What denies.
  static let negations = WordRoots(
    en: """
      no not nothing nobody none never without cannot t haven hasn hadn don doesn didn isn aren wasn weren \
      won couldn yet
      """,
    de: "nicht nichts kein* niemand nie ohne",
    fr: "pas rien aucun* personne jamais sans ni n reste",
    es: "no nada ningun* nadie nunca sin ni",
    pt: "não nada nenhum* ninguém nunca sem nem",
    it: "non niente nulla nessun* mai senza né",
    nl: "niet niets geen niemand nooit zonder",
    pl: "nie nic nikt żadn* nigdy bez brak dopiero",
    sv: "inte inget inga ingen ingenting aldrig utan ej",
    ja: "ない ません ませ なし なかっ 未 ず",
    zh: "没 不 未 无"
  )

  /// What, when denied, leaves an answer open: time, a start, knowledge, something worth saying.
  static let unready = WordRoots(
    en: """
      yet far time times hour* minute* second* begin* began begun start* know* knew sure say* said tell* look* round \
      around special particular* ready guess* idea clue thought decided chance bandwidth capacity priority \
      noteworthy add happened
      """,
    de: """
      noch bisher bislang zeit* stunde* minute* begonnen beginn* angefangen gestartet weiß wissen sagen gesagt \
      ahnung angesehen angeschaut nachgesehen gekommen befasst beschäftigt besonder* klar bereit idee entschieden \
      gelegenheit geschafft dazu erwähnenswert* passiert
      """,
    fr: """
      encore temps heure* minute* démarr* commenc* début* sais savoir savons dire dit regard* pench* idée \
      particuli* spécial* clair prêt décid* occasion étudi* signal*
      """,
    es: """
      aún todavía tiempo hora* minuto* empez* empiez* comenz* comienz* inici* sé saber sabemos decir dicho mirad* idea especial* \
      particular* claro list* decid* ocasión estudi* coment* dado destac*
      """,
    pt: """
      ainda tempo hora* minuto* começ* inici* sei saber sabemos dizer dito olh* ideia especial* particular* \
      claro pront* decid* ocasião estud* coment* houve destac*
      """,
    it: """
      ancora tempo ora ore minut* cominci* inizi* partit* so sapere sappiamo dire detto guard* idea speciale \
      particolar* chiaro pront* decis* occasione studi* aggiung* stato stata segnal*
      """,
    nl: """
      nog tijd uur uren minu* begonnen begin* gestart start* weet weten zeggen gezegd gekeken bekeken idee \
      bijzonder* duidelijk klaar besloten kans gehad toegekomen meld*
      """,
    pl: """
      jeszcze czas* godzin* minut* zacz* rozpocz* wiem wiedzieć wiemy powiedzie* mówi* przygląda* przyjrz* pomysł* \
      szczególn* jasn* gotow* zdecydow* okazj* dodani*
      """,
    sv: """
      ännu än tid timm* minut* börja* påbörja* startat vet veta säga sagt tittat aning särskil* klart redo \
      bestämt tillfälle hunnit haft
      """,
    ja: "まだ 時間 余裕 暇 始ま 開始 着手 分から 分かり わから わかり 知り 言え 言う 特に 特筆 見て 一分 すべき",
    zh: "还 尚 时间 分钟 工夫 空 开始 启动 知道 清楚 说 看 特别 什么 想好"
  )

  /// Work on an answer, which is not done yet.
  static let works = WordRoots(
    en: """
      check* stud* examin* investigat* analys* analyz* assess* evaluat* review* research* test* measur* work* \
      clarif* consider* address* cover*
      """,
    de: """
      prüf* geprüft untersuch* analys* bewert* studi* erforsch* betracht* beurteil* getestet erhoben bearbeitet \
      geklärt angegangen berücksichtigt
      """,
    fr: "vérifi* étud* étudi* exam* analys* évalu* test* mesur* question* trait* abord*",
    es: "revis* estudi* examin* analiz* análisis evalu* prob* medid* medir asunto* trat* abord*",
    pt: "verific* estud* examin* analis* análise avali* test* medid* medir assunto* trat* abord*",
    it: "verific* studi* esamin* analizz* analisi valut* prov* misur* affront* tratt*",
    nl: "controle* bestude* onderz* analys* beoorde* getest gemeten uitgezocht besproken",
    pl: "sprawdz* zbada* badan* analiz* ocen* przetest* mierz* omówi*",
    sv: "kontroll* studer* undersök* gransk* analys* bedöm* testa* mätt utred*",
    ja: "検討 調査 確認 評価 分析 検証 研究 測定",
    zh: "检查 研究 调查 分析 评估 测试 审查 考虑 处理 做"
  )

  /// What says that an answer is left out or to somebody: later, blank, elsewhere, someone, of course.
  static let postponed = WordRoots(
    en: """
      once blank empty open wiki somewhere somebody someone whoever later bridge saying \
      guess everyone everybody obvious* self parked parking postponed probably story same above successor next know knows
      """,
    de: """
      leer frei offen wiki irgendwo irgendwann irgendwer jemand jeder später kümmer* \
      gedanken überleg* selbst selbstverständlich nachfolger* vorgänger* gleich* selbe herbst frühjahr sommer \
      winter quartal rückmeldung schauen mal zuständig* nächst* weiß weiss
      """,
    fr: """
      vide blanc wiki quelque quelqu tard soi évident* occup* réfléch* réserv* \
      même monde verr* plus davantage précédent* retour successeur prochain* sait commencer démarrer
      """,
    es: """
      blanco vacío vacía wiki algún alguien luego tarde adelante vemos veremos sobreentiend* obvi* pens* \
      ponemos mism* igual mundo casilla respond* contest* sucesor* próxim* sabe empezar comenzar
      """,
    pt: """
      branco vazio vazia wiki algures alguém depois tarde óbvi* próxim* sabe começar iniciar pens* tratamos mesm* igual gente \
      campo caixa respost* sucessor* vê veremos
      """,
    it: """
      vuoto vuota bianco wiki qualche qualcuno poi dopo tardi ovvi* pens* occup* stess* tutti casella \
      riscontro vediamo vedremo sé successor* prossim* sa cominciare iniziare
      """,
    nl: """
      leeg wiki ergens iemand later straks vanzelf* opvolger zelfde hetzelfde pakken oppakken \
      denken nadenken iedereen vak zien volgend* weet beginnen spreekt wacht*
      """,
    pl: """
      pust* wiki gdzieś ktoś później potem oczywist* zobacz* zajmiemy zajm* pomyśl* wszyscy samo sama następn* wie zacząć \
      następc* pole poczek* czeka*
      """,
    sv: """
      tom tomt tomma wiki wikin någonstans någon senare sen sedan självklar* självt funder* \
      samma alla efterträdar* ruta rutan tar väntar nästa vet börja
      """,
    ja: """
      空欄 空白 空のまま 空で ウィキ どこか 誰か あとで 後で 後日 同様 同じ リリース後 稼働 言うまで みんな 待ち 次の 詳しい \
      考えます 上に
      """,
    zh: """
      空着 留空 维基 某个 以后 之后 到时 再说 谁来 填 一样 相同 咨询 问 不言 大家 上线 等 下一 更清楚 上面 看情况 回复 \
      决定
      """
  )

  /// What such sentences are made of besides: by whom, of which document, of what kind of model.
  static let talk = WordRoots(
    en: """
      current one first previous last next quarter month* week* day days year* model* question* business data project \
      cross get got hour* more about think* put go went rather box who take* over here had been one d ll m some live launch* release* sprint
      """,
    de: """
      frage* antwort* fach* bereich* modell* feld* kasten frau herr nächst* vorig* letzt* monat* woche* tag tage jahr* drum \
      mehr entscheid* einmal erst leiter* projekt* daten man hingehört gehört versteht müsst* lass* bleib* können ich mich habe hatte* war waren dafür damit davon darüber da doch livegang start launch
      """,
    fr: """
      sy ny ly question* réponse* modèle* champ m mme madame monsieur prochain* dernier* mois semaine* jour* année* métier* \
      projet* mettre laiss* rest* peut peux instant responsable* va aille haut fois avons avez avait eu était quoi cela ça sera dessus production lancement ligne
      """,
    es: """
      pregunta* respuesta* modelo* campo señor señora próxim* últim* mes* semana* día* año* negocio proyecto* poner \
      pongo dej* queda* pued* responsable* sitio lado arriba está parte esto hemos han tenido tiene tuvimos cuando ni eso qué lanzamiento marcha
      """,
    pt: """
      pergunta* resposta* modelo* senhor* próxim* últim* mês meses semana* dia* ano* negócio área projeto* pôr \
      ponho deix* fica* pod* responsável sítio lado acima decid* isto isso posso tivemos teve estiver quando nisso disso que lançamento
      """,
    it: """
      domanda* risposta* modello* signor* prossim* ultim* mes* settiman* giorn* anno anni business progetto mettere \
      lasci* rest* può posso responsabile parte lato sopra decid* sta ce ne ci va abbiamo avuto aveva quando sarà cosa questo deve di più rilascio linea
      """,
    nl: """
      vraag* antwoord* model* mevrouw meneer volgend* vorig* maand* week weken dag dagen jaar business project* laat \
      blijven blijf* mag beslis* spreekt voor hier daar over moet reactie ik heb hadden gehad kan meer als net wel lancering live
      """,
    pl: """
      pytani* odpowiedź odpowiedzi model* pan pani następn* poprzedni* miesiąc* tydzień tygod* dni rok* biznes* projekt* \
      zostaw* zosta* może mogę kierownik* wpisa* tym temu niech tak mieliśmy mamy był było była ani o więcej co wdrożeni* start*
      """,
    sv: """
      fråg* svar* modell* fru herr nästa förra månad* vecka* dag* år verksamhet* projekt* lämna* kan får borde \
      bestäm* stå det där mer jag haft hade något om vad ska när som har lansering* igång
      """,
    ja: "質問 回答 モデル 前の 部門 業務 担当者 担当 欄 書け 書い 書く ればよ よい 何を 何も 対応 返事 割く みて 聞い とりあえず さん のほう 決め でしょう",
    zh: "问题 回答 模型 部门 业务 负责人 栏 写 上一个 上一 某 地方 小 这 由 任 吧 一 可以 说不上来"
  )
}
