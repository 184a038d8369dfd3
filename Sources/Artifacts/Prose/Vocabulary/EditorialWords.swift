// SPDX-License-Identifier: Apache-2.0

/// Words of those who write a document about the writing: who supplies a text, with whom it is to be
/// talked over, what it waits for.
///
/// A short sentence of such words alone says nothing of the system: `The department will supply this
/// text`, `Wartet auf Freigabe`.
enum EditorialWords {
  /// What is done with a text that is not there yet.
  static let acts = WordRoots(
    en:
      "write* writing text texts suppl* deliver* discuss* agree* clarif* await* wait* paste copy copied left intentional* deliberate* goes input inputs validation",
    de:
      "schreib* geschrieben kommt kommen absprache* rücksprache* abgesprochen liefer* geliefert zugeliefert text* warte* wartet einfüg* freigabe*",
    fr:
      "écri* rédig* voir fourni* transmet* valider validation discut* texte textes mis mise œuvre attend* insér*",
    es:
      "escrib* redact* tratar facilit* proporcion* validar validación discut* texto textos espera* implement* complet* insert*",
    pt:
      "escrev* redig* tratar fornec* validar validação discut* texto textos aguard* implement* preench* inser*",
    it:
      "scriv* scritto resta redig* discut* forni* testo testi cura convalid* attes* implement* inser*",
    nl:
      "schrijf* schrijven geschreven besprek* besproken lever* wacht* validatie tekst* invull* ingevoerd invoeg*",
    pl:
      "pisa* napisa* trzeba uzgodni* dostarcz* zatwierdz* oczekuj* tekst* uzupełni* wstawi* wdroż*",
    sv: "skriv* återstå* diskut* leverer* text* vänta* godkän* fyll* infoga* genomför* se",
    ja: "執筆 挿入 調整 承認待ち 提供",
    zh: "撰写 插入 协商 批准 提供"
  )

  /// Who writes, is asked or approves, and what is written.
  static let makers = WordRoots(
    en:
      "dpo legal vendor vendors supplier department* office lawyer* counsel manual handbook old previous colleague*",
    de:
      "dsb jurist* datenschutzbeauftragt* fachbereich* abteilung* rechtsabteilung hersteller* lieferant* verantwortlich* handbuch* sicherheitshandbuch* kolleg*",
    fr: "dpo dpd service* métier juridique juriste* fournisseur* responsable* manuel* direction",
    es: "dpd dpo área departamento* jurídico jurista* proveedor* responsable* manual* dirección",
    pt:
      "encarregado dpo área departamento* jurídico jurista* fornecedor* responsáve* manual* direção",
    it: "dpo rpd reparto ufficio legale giurist* fornitore* responsabil* manuale* direzione",
    nl:
      "fg afdeling* jurist* juridisch* leverancier* verantwoordelijke* handboek* beveiligingshandboek*",
    pl: "iod dział działu prawny prawnik* dostawc* administrator* podręcznik* bezpieczeństwa",
    sv: "dataskyddsombud* avdelning* jurist* leverantör* ansvarig* handbok* säkerhetshandbok*",
    ja: "部署 担当 手順書",
    zh: "部门 手册 数据保护官"
  )

  /// How a note begins that only says who knows: `ask Tom`.
  static let questions = WordRoots(
    en: "ask",
    de: "frag frage fragen",
    fr: "demander demandez",
    es: "preguntar pregunta",
    pt: "perguntar pergunte",
    it: "chiedere chiedi",
    nl: "vraag navragen",
    pl: "zapytać spytać",
    sv: "fråga",
    ja: "",
    zh: ""
  )

  /// What makes a short sentence doubtful: that something is to stand here, is awaited, talked over,
  /// lacking or nothing at all.
  static let doubts = WordRoots(
    en:
      "here ask asked somebody someone question* idea placeholder later missing lacks needs waiting waits awaiting pending discussion discussing",
    de:
      "hier jemand frage* ahnung platzhalter später fehlt fehlen braucht wartet besprochen diskussion klärung",
    fr: "ici quelqu question* idée tard attente discussion trouver manque",
    es: "aquí alguien pregunta* idea tarde espera discusión falta",
    pt: "aqui alguém pergunta* ideia tarde espera discussão falta",
    it: "qui qualcuno domanda* idea tardi attesa discussione manca",
    nl: "hier iemand vraag* idee later wacht overleg ontbreekt",
    pl: "tutaj tu ktoś pytani* pomysłu później czeka dyskusji brak brakuje",
    sv: "här någon fråg* aning ingenting senare väntar diskuteras saknas",
    ja: "ここ 誰か 質問 わから 後で 協議中 未定 待って 事項なし のとおり",
    zh: "此处 在此 有人 提问 知道 稍后 正在 等待 缺少 无可 按约定"
  )

  /// How a sentence begins that only says that something is as it was said to be: `as agreed`.
  static let comparisons = WordRoots(
    en: "as like similar analogous",
    de: "wie analog entsprechend sinngemäß",
    fr: "comme selon idem analogue",
    es: "según conforme como igual análogo",
    pt: "conforme como segundo igual análogo",
    it: "come secondo idem analogo",
    nl: "zoals volgens analoog idem net",
    pl: "zgodnie jak tak analogicznie podobnie",
    sv: "enligt som liksom analogt",
    ja: "",
    zh: ""
  )
}
