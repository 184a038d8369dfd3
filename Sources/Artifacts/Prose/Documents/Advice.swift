// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// Tells advice from the name of who could give it.
enum Advice {
  /// Whether a section on the data protection officer says what they advised, or its heading is that of
  /// advice; below `Data protection officer` alone, a name and an address are none.
  static func isTold(in text: String, below section: TopicSection) -> Bool {
    let heading = FoldedText.words(section.section.title).spacedWords
    if AssessmentRoots.advice.occurs(in: heading)
      || AssessmentRoots.consultation.occurs(in: heading)
    {
      return true
    }
    let words = FoldedText.words(text).spacedWords
    return acts.occurs(in: words) || duties.occurs(in: words)
  }

  /// Whether all that a text says is that somebody will be named, or will be asked.
  ///
  /// `The DPO will be named`, `Wird im März benannt`; `The DPO, who will be named in the register, advised
  /// to keep less` tells what was advised.
  static func isAnnounced(_ text: String) -> Bool {
    var isAnnounced = false
    for sentence in text.split(whereSeparator: { ".!?。;\n".contains($0) }) {
      let words = FoldedText.words(sentence).spacedWords
      let ahead = words.indices.filter { coming.matches(words[$0]) }
      let acts = words.indices.filter { Self.acts.matches(words[$0]) }
      let isTold = acts.contains { act in !ahead.contains { (0...reach).contains(act - $0) } }
      if isTold { return false }
      isAnnounced = isAnnounced || !acts.isEmpty || announcesName(words)
    }
    return isAnnounced
  }

  /// Whether a text says that somebody will be named.
  static func announcesName(_ text: String) -> Bool {
    announcesName(FoldedText.words(text).spacedWords)
  }

  private static func announcesName(_ words: [Substring]) -> Bool {
    guard let last = words.lastIndex(where: naming.matches) else { return false }
    return words[...last].contains { coming.matches($0) || leading.matches($0) }
  }

  /// How many words before a verb its auxiliary stands.
  private static let reach = 4

  /// What is said of officers that are not there yet.
  private static let naming = WordRoots(
    en: "named naming appoint* designat* nominat* recruit* hired",
    de: "benannt benennen benennung bestellt bestellen bestellung ernannt ernennen",
    fr: "désign* nomm* nomination recrut*",
    es: "nombr* design* contrat*",
    pt: "nomead* nomear nomeação designad* designar contratad*",
    it: "nominat* nominare nomina designat* designare",
    nl: "aangewezen aanwijzen benoemd benoemen aangesteld",
    pl: "wyznacz* powoł* mianow*",
    sv: "utses utse utsedd utnämn* tillsätt*",
    ja: "選任 任命 指名",
    zh: "任命 指定 委任 聘任"
  )

  /// Words before what is still to come.
  private static let coming = WordRoots(
    en: "will going shall yet pending",
    de: "noch",
    fr: "sera seront encore prochainement",
    es: "será serán aún pendiente",
    pt: "será serão ainda pendente",
    it: "sarà saranno ancora",
    nl: "zal zullen nog",
    pl: "zostanie zostaną będzie jeszcze",
    sv: "kommer skall ännu",
    ja: "予定 今後 未定",
    zh: "将 尚未 待"
  )

  /// Words that make a verb of naming one of the future.
  private static let leading = WordRoots(
    en: "be not",
    de: "wird werden zu nicht",
    fr: "à pas",
    es: "por no",
    pt: "por não",
    it: "da non",
    nl: "wordt worden te niet",
    pl: "do nie",
    sv: "ska inte",
    ja: "",
    zh: ""
  )

  /// What somebody does who advises.
  private static let acts = WordRoots(
    en:
      "advi* recommend* opinion* review* agree* accept* consult* endors* approv* suggest* satisfied confirm* request* ask* require* object* concern*",
    de:
      "empf* rät riet rat stellungnahme* zustimm* zugestimmt bestätig* geprüft prüf* akzept* einverstanden votum hinweis* hinzuweisen fordert beraten konsultiert beteiligt",
    fr: "conseill* recommand* avis favorable* valid* demand* approuv* consult* préconis*",
    es: "aconsej* recomiend* recomend* opin* dictam* favorable* aprueb* consult* solicit*",
    pt: "aconselh* recomend* parecer* favoráv* aprov* consult* solicit*",
    it: "consigl* raccomand* parer* favorevol* approv* consult* ritiene chiede",
    nl: "advis* adviseert advies raadt raad aanbev* akkoord* oordeel* geraadpleegd verzoekt",
    pl: "zalec* rekomend* opini* zaakcept* doradz* konsult* wnosi",
    sv: "råd* rekommend* yttra* godkän* tillstyrk* samråd* begär*",
    ja: "助言 意見 勧告 推奨 求め",
    zh: "建议 意见 同意 要求"
  )

  /// What somebody is told to do.
  private static let duties = WordRoots(
    en: "must should",
    de: "soll sollte",
    fr: "doit",
    es: "debe",
    pt: "deve",
    it: "deve",
    nl: "moet",
    pl: "należy",
    sv: "bör ska",
    ja: "",
    zh: ""
  )
}
