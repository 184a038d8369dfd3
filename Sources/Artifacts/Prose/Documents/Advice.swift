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
    return words.occurs(in: FoldedText.words(text).spacedWords)
  }

  private static let words = WordRoots(
    en:
      "advi* recommend* opinion* review* agree* accept* consult* endors* approv* suggest* satisfied confirm* request* ask* require* object* concern* must should",
    de:
      "empf* rät riet rat stellungnahme* zustimm* zugestimmt bestätig* geprüft prüf* akzept* einverstanden votum hinweis* hinzuweisen fordert soll sollte beraten",
    fr: "conseill* recommand* avis favorable* valid* demand* approuv* consult* préconis* doit",
    es: "aconsej* recomiend* recomend* opin* dictam* favorable* aprueb* consult* solicit* debe",
    pt: "aconselh* recomend* parecer* favoráv* aprov* consult* solicit* deve",
    it: "consigl* raccomand* parer* favorevol* approv* consult* ritiene chiede deve",
    nl: "advis* adviseert advies raadt raad aanbev* akkoord* oordeel* geraadpleegd verzoekt moet",
    pl: "zalec* rekomend* opini* zaakcept* doradz* konsult* wnosi należy",
    sv: "råd* rekommend* yttra* godkän* tillstyrk* samråd* begär* bör ska",
    ja: "助言 意見 勧告 推奨 求め",
    zh: "建议 意见 同意 要求"
  )
}
