// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// The day by which a document says that it will be looked at again: `Next review: 2027-09-20`, `The next review is due
/// in September 2027`.
///
/// `Review date` may be that of the last one, and says nothing about the next.
enum ReviewDue {
  /// The latest such day of a document that people write; nil where it names none.
  static func latest(in file: ParsedFile) -> CalendarDate? {
    guard let document = file.markdown else { return nil }
    return document.sections.flatMap(\.blocks).filter { !$0.isCode }.flatMap(days).max()
  }

  /// The last day that a text means by a day, a month or a year.
  static func lastDay(in text: String) -> CalendarDate? {
    if let found = DateReader.days(in: text).last {
      // A month and its year are two words, a day with them three or one.
      return found.words.count == 2 ? end(of: found.day.month, found.day.year) : found.day
    }
    return StatedDeeds.year(in: text).flatMap { end(of: 12, $0.year) }
  }

  private static func end(of month: Int, _ year: Int) -> CalendarDate? {
    (28...31).reversed().lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first
  }

  private static func days(of block: MarkdownBlock) -> [CalendarDate] {
    let labelled = block.fields.filter { isDue($0.label) }.compactMap { lastDay(in: $0.text) }
    switch block.content {
    case .paragraph(let text), .quote(let text): return labelled + told(in: text)
    case .list(let items): return labelled + items.flatMap { told(in: $0.text) }
    case .table(let table):
      return table.rows.flatMap { row in
        zip(table.header, row).compactMap { header, cell in
          isDue(header.text) || row.first.map { isDue($0.text) } == true
            ? lastDay(in: cell.text) : nil
        }
      }
    case .code: return []
    }
  }

  private static func told(in text: String) -> [CalendarDate] {
    guard text.contains("20") else { return [] }
    return StatedDeeds.parts(of: text).filter(isDue).compactMap(lastDay)
  }

  /// Whether words speak of a review that is ahead.
  private static func isDue(_ text: String) -> Bool {
    let words = BareWords.of(text).map { $0.text[...] }
    return reviews.occurs(in: words) && ahead.occurs(in: words)
      && !StatedDeeds.deeds.occurs(in: words)
  }

  private static let reviews = WordRoots(
    en: "review reviews reassessment revalidation",
    de: "prüfung überprüfung review neubewertung",
    fr: "révision réexamen revue",
    es: "revisión",
    pt: "revisão",
    it: "revisione riesame",
    nl: "herziening toetsing",
    pl: "przegląd przeglądu",
    sv: "översyn granskning",
    ja: "見直し レビュー",
    zh: "审查 复审 评审"
  )
  private static let ahead = WordRoots(
    en: "next due scheduled",
    de: "nächste nächster fällig*",
    fr: "prochain* échéance",
    es: "próxima próximo",
    pt: "próxima",
    it: "prossim*",
    nl: "volgende",
    pl: "następn* kolejn*",
    sv: "nästa",
    ja: "次回",
    zh: "下次"
  )
}
