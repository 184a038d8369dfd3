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
    for sentence in Announcement.sentences(of: text) {
      let acts = sentence.places(of: acts)
      if !acts.allSatisfy(sentence.isToCome) { return false }
      isAnnounced = isAnnounced || !acts.isEmpty || sentence.putsOff(naming)
    }
    return isAnnounced
  }

  /// Whether a text says that the officer advised against what is assessed, or was not asked.
  static func isWithheld(_ text: String) -> Bool {
    switch StatusWords.outcome(of: text) {
    case .against, .open: true
    case .favourable, nil: false
    }
  }

  /// Whether a text says that somebody will be named.
  static func announcesName(_ text: String) -> Bool {
    Announcement.sentences(of: text).contains { $0.putsOff(naming) }
  }

  /// Whether a text says no more than how an officer was appointed, or that one is from elsewhere:
  /// `Appointed internally`, `Externer Datenschutzbeauftragter`.
  static func tellsAppointment(_ text: String) -> Bool {
    let words = BareWords.of(text).map(\.text)
    guard words.contains(where: { places.matches($0[...]) }) else { return false }
    return words.allSatisfy { word in
      places.matches(word[...]) || naming.matches(word[...]) || WordSieve.joins(word)
        || AssessmentRoots.officer.matches(word[...])
    }
  }

  private static let places = WordRoots(
    en: "internal internally external externally",
    de: "intern interne* extern externe*",
    fr: "interne externe",
    es: "interno interna internamente externo externa externamente",
    pt: "interno interna internamente externo externa externamente",
    it: "interno interna internamente esterno esterna esternamente",
    nl: "intern interne extern externe",
    pl: "wewnętrzn* zewnętrzn*",
    sv: "intern internt extern externt",
    ja: "社内 社外",
    zh: "内部 外部"
  )

  /// What is said of officers that are not there yet.
  private static let naming = WordRoots(
    en: "named naming appoint* designat* nominat* recruit* hired",
    de: "benannt benennen benennung bestellt bestellen bestellung ernannt ernennen beauftrag*",
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

  /// What somebody does who advises.
  private static let acts = WordRoots(
    en: """
      advi* recommend* opinion* review* agree* accept* consult* endors* approv* suggest* satisfied \
      confirm* request* ask* require* object* concern*
      """,
    de: """
      empf* rät riet rat stellungnahme* zustimm* zugestimmt bestätig* geprüft prüf* akzept* \
      einverstanden votum hinweis* hinzuweisen fordert beraten konsultiert beteiligt
      """,
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
