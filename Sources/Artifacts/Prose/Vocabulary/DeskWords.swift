// SPDX-License-Identifier: Apache-2.0

/// Words of those who speak of their own work instead of the system: whom they ask, where a text lies,
/// what was talked over, when it is to come.
///
/// `Der Lieferant meldet sich` and `copied from the old sheet` have words enough and say nothing. Such
/// a word counts only where words of other kinds stand beside it.
enum DeskWords {
  /// Who is asked, where things lie, how people talk, and what they think of it.
  static let talk = WordRoots(
    en: """
      ask asked answer* repl* boss chief colleague* lawyer* legal vendor* supplier* department* \
      meeting* phone* drive intranet folder somewhere somehow know knows think* thought year years \
      last next previous earlier old version* release* sprint* q1 q2 q3 q4 v1 v2 card sheet \
      cop* park* postpon* discuss* agree* promis* back get owe* job topic obvious* evident* self \
      explanatory clear blank purpose* intentional* deliberat* scope procedure check look* lies \
      leave left sure unsure
      """,
    de: """
      frag* antwort* meld* chef* leiter* leitung kolleg* jurist* anwalt* anwält* rechtsabteilung \
      datenschutz lieferant* hersteller* abteilung* sitzung* besprech* besproch* termin* telefon* laufwerk \
      intranet ordner* irgendwo weiss weiß überleg* denken nachdenken jahr* vorjahr* letzt* nächst* \
      vorgänger* vorig* früher* alt alten alte version* release* sprint* karte blatt kopier* \
      übernehm* übernommen verschieb* verschoben verein* zusage* thema sache aufgabe selbsterklär* \
      selbstverständlich offensichtlich klar leer absicht* bewusst vorerst bleibt kommt liegt steht verfahren \
      nachsehen schauen
      """,
    fr: """
      demander demandez répond* réponse* chef* direction collègue* juriste* avocat* juridique fournisseur* service \
      réunion* vu vue téléphon* serveur intranet dossier* quelque part sait savoir courant réfléch* penser \
      an année* dernier* dernière* prochain* précédent* ancien* ancienne* vieux vieille version* \
      fiche* copi* repris* reprend* report* conven* convient accord* sujet affaire \
      tâche évident* clair* laiss* vide blanc volontaire* exprès procédure vérif* regard* chez même
      """,
    es: """
      pregunt* respuest* respond* contest* jefe jefa colega* compañer* jurista* abogad* legal proveedor* \
      departamento* reunión reuniones teléfono* telefón* unidad intranet carpeta* compartid* sabe saber \
      pensar* pensarlo vemos visto año años pasado pasada próxim* siguiente* anterior* viej* antigu* \
      versión versiones ficha* hoja* copi* aplaz* acord* conven* prometi* tema cosa \
      asunto tarea evidente* obvi* claro deja dejado blanco vacío propósito procedimiento mirar comprobar tiene \
      está
      """,
    pt: """
      pergunt* respost* respond* chefe* colega* jurista* advogad* jurídic* fornecedor* departamento* \
      reunião reuniões telefone* unidade intranet pasta* partilhad* compartilhad* sabe saber pensar* vemos visto \
      ano anos passado passada próxim* seguinte* anterior* velh* antig* versão versões ficha* \
      folha* copi* adiad* combin* acord* prometi* tema coisa assunto tarefa evidente* óbvi* claro \
      deixad* branco vazi* propósito procedimento preciso connosco conosco verificar
      """,
    it: """
      chied* rispost* rispond* capo collega* giurist* avvocat* legale legali fornitor* reparto riunion* \
      telefon* disco intranet cartella condivis* qualche parte sa sapere pensar* visto vedere anno anni scorso \
      scorsa prossim* successiv* precedent* vecchi* version* scheda foglio copiat* \
      rimandat* rinviat* concordat* accord* promess* tema cosa affar* faccenda compito ovvi* evident* chiaro \
      lasciat* bianco vuot* apposta procedura bisogna ogni verificare
      """,
    nl: """
      vraag* vrag* antwoord* baas chef collega* jurist* advoca* juridisch* leverancier* afdeling* \
      vergadering* overleg* bespr* telefon* schijf gedeelde intranet map ergens weet weten nadenken denken jaar \
      jaren vorig* volgend* oud oude versie* release* kaart blad kopie* gekopieerd \
      overgenomen overnemen uitgesteld afgesprok* beloofd onderwerp zaak zaken taak vanzelfsprekend evident \
      duidelijk leeg gelaten bewust opzet procedure ligt elk
      """,
    pl: """
      zapyta* spyta* odpowi* szef* kierown* koleg* prawni* radc* dostawc* dział* spotkani* telefon* dysku wspóln* \
      intran* folder* gdzieś wie wiedzie* zastanow* myśl* pomyśl* rok roku lat ubiegł* zeszł* następn* \
      poprzedni* star* wersj* kart* arkusz* skopiowan* kopi* przełoż* odłoż* omówi* omawia* \
      uzgodni* obieca* temat* spraw* zadani* oczywist* jasne puste pusty celowo umyślnie procedur* sprawdzi* \
      trzeba leży czeka*
      """,
    sv: """
      fråg* svar* chef* kolleg* jurist* advokat* leverantör* avdelning* möte* telefon* disk disken delade \
      intranät* mapp* någonstans vet veta tänk* fundera* år året varje förra nästa föregående tidigare gaml* \
      version* kort kortet blad kopi* övertag* skjut* diskuter* överens* kommit lova* \
      ämne sak uppgift* självklar* uppenbar* tydlig* lämna* tomt tom flit avsikt* rutin* procedur* tar togs \
      återkom* ligger kolla
      """,
    ja: """
      聞く 聞いて 尋ね 質問 返事 返答 回答 答え 上司 部長 課長 同僚 弁護士 法務 ベンダー 業者 供給元 当部 会議 打ち合わせ \
      電話 共有 フォルダ どこか 知って 知る 考える 考えて 例年 去年 昨年 前年 前回 次回 次の 前の 旧 バージョン 版 カード シート \
      用紙 コピー 転記 延期 話し 話した 合意 約束 課題 仕事 自明 明らか 空欄 空白 意図的 わざと 手続 どおり 原案 見ている 待ち \
      確認 引き継 担当
      """,
    zh: """
      问 回复 答复 回答 领导 老板 经理 同事 律师 法务 法律部 供应商 厂家 会上 会议 开会 电话 共享 文件夹 某处 知道 想想 想一想 \
      考虑 往年 去年 明年 上次 下次 上个 下个 旧 老版 版本 卡片 卡 表格 复制 抄自 照抄 推迟 讨论 商量 说好 约好 答应 话题 任务 事情 \
      显而易见 明显 不言自明 留空 空着 故意 流程 回头 草案 草稿 归我们 管
      """
  )

  /// Whether a word speaks of the work on a document.
  static func contains(_ word: Substring) -> Bool {
    talk.matches(word)
  }

  /// What makes one word a statement: `only adults`, `no minors`.
  static let bounds = Phrases(
    en: "only|solely|exclusively|except|no|not|nothing|never|without",
    de: "nur|ausschließlich|außer|lediglich|kein|keine|keinen|nicht|nichts|nie|ohne",
    fr: "uniquement|seulement|exclusivement|sauf|hormis|pas|aucun|aucune|rien|jamais|sans",
    es: "solo|sólo|solamente|únicamente|salvo|excepto|no|ningún|ninguna|nada|nunca|sin",
    pt: "só|apenas|somente|unicamente|salvo|exceto|não|nenhum|nenhuma|nada|nunca|sem",
    it:
      "solo|soltanto|solamente|esclusivamente|salvo|tranne|non|nessun|nessuna|niente|nulla|mai|senza",
    nl: "alleen|uitsluitend|enkel|slechts|behalve|niet|geen|niets|nooit|zonder",
    pl: "tylko|wyłącznie|jedynie|oprócz|nie|brak|nic|nigdy|bez",
    sv: "endast|bara|enbart|uteslutande|utom|inte|ingen|inga|inget|aldrig|utan",
    ja: "のみ|だけ|に限る|限定|使わない|を除く|に弱い|対象外|ません|しない",
    zh: "仅|未在|只限|只用|只适|不用|不得|除外|不会|没有|不适用于"
  ).bare
}
