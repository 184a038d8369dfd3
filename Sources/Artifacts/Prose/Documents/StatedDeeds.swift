// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// The days on which a text says that something was done: `Approved on 3 December 2030`, `im März 2031 geprüft`,
/// `D. Okafor, 2028-09-10: acceptable`.
///
/// What is due, planned or valid until a day was not done on it: a part of a sentence counts where a word of
/// something done stands beside the day, and none of a plan.
enum StatedDeeds {
  /// The latest such day of a document that people write, with its place.
  static func latest(in file: ParsedFile, of artifact: Artifact) -> StatedDate? {
    var latest: StatedDate?
    func keep(_ day: CalendarDate, at position: SourcePosition) {
      guard latest?.date.map({ $0 < day }) ?? true else { return }
      let source = file.file.reference(at: position)
      latest = StatedDate(raw: day.description, date: day, source: source)
    }
    func take(_ text: String, at position: SourcePosition) {
      for day in days(in: text) { keep(day, at: position) }
    }
    switch file.content {
    case .markdown(let document):
      for block in document.sections.flatMap(\.blocks) where !block.isCode {
        switch block.content {
        case .paragraph(let text), .quote(let text): take(text, at: block.position)
        case .list(let items): for item in items { take(item.text, at: item.position) }
        case .table(let table):
          for (text, position) in rows(of: table) {
            for day in done(text, on: dated(text), besides: []) { keep(day, at: position) }
          }
        case .code: break
        }
      }
    case .json(let node), .yaml(let node):
      if artifact.format.hasPrefix("modelgate-"), artifact.kind != .evaluation {
        node.forEachScalar { take($0, at: $1.position) }
      }
    case .table, .text, .binary: break
    }
    return latest
  }

  static func days(in text: String) -> [CalendarDate] {
    mayName(text) ? known.value(of: text, daysAnew) : []
  }

  private static let known = TextMemo<Bool, [CalendarDate]>()

  private static func daysAnew(in text: String) -> [CalendarDate] {
    let parts = parts(of: text)
    let dated = parts.map { Self.dated($0) }
    var days: [CalendarDate] = []
    for (index, part) in parts.enumerated() {
      guard let first = dated[index].first else { continue }
      // `Validated: March 2031`, `On 3 December 2030, the board approved it.`
      let isAlone = part.spacedWords.count <= first.words.count + 1
      let beside = isAlone ? [index - 1, index + 1].filter(parts.indices.contains) : []
      let before = beside.first == index - 1 ? parts[index - 1] : ""
      let isSigned = !before.isEmpty && before.spacedWords.count < 5 && PersonName(before) != nil
      // `Tested: 2031` counts cases.
      let isNumber =
        !before.isEmpty && part.utf8.allSatisfy(ASCII.isDigit)
        && before.spacedWords.last.map { !ofYears.contains($0.lowercased()) } ?? false
      let besides = beside.filter { dated[$0].isEmpty }.map { parts[$0] }
      if isSigned {
        days.append(first.day)
      } else if !isNumber {
        days += done(part, on: dated[index], besides: besides)
      }
    }
    return days
  }

  /// The days that a part of a sentence names; where there are none, the first of a year that stands alone, as in
  /// `Approved in 2030 by the board`.
  private static func dated(_ part: String) -> [(day: CalendarDate, words: Range<Int>)] {
    let days = DateReader.days(in: part)
    guard days.isEmpty, let (year, index) = year(in: part),
      let day = CalendarDate(year: year, month: 1, day: 1)
    else { return days }
    return [(day, index..<(index + 1))]
  }

  /// A year of this century that can be nothing else, and which word it is.
  static func year(in part: String) -> (year: Int, word: Int)? {
    let words = part.parts(atSpaceOr: ",;()[]").map { word in
      word.last.map { ".:".contains($0) } == true ? word.dropLast() : word
    }
    for (index, whole) in words.enumerated() {
      // `03/2031` is a month.
      let word = whole.split(separator: "/").last ?? whole
      guard word.utf8.count == 4, word.hasPrefix("20"), word.utf8.allSatisfy(ASCII.isDigit) else {
        continue
      }
      let before = index > 0 ? words[index - 1].lowercased() : "in"
      let next = index + 1 < words.count ? words[index + 1].lowercased() : "by"
      if ofYears.contains(before), behindYears.contains(next) {
        return Int(word).map { ($0, index) }
      }
    }
    return nil
  }

  private static let ofYears: Set<String> = [
    "in", "im", "en", "em", "nel", "w", "i", "on", "am", "le", "el", "op", "den", "il", "year",
    "jahr",
    "année", "año", "ano", "anno", "jaar", "rok", "roku", "år", "date", "day", "datum", "fecha",
    "data",
    "when", "wann", "quand", "q1", "q2", "q3", "q4", "spring", "summer", "autumn", "fall", "winter",
    "frühjahr", "sommer", "herbst", "printemps", "été", "automne", "hiver", "primavera", "verano",
    "otoño",
  ]
  private static let behindYears: Set<String> = [
    "by", "von", "vom", "durch", "par", "por", "pelo", "pela", "da", "dal", "dalla", "door",
    "przez", "av", "r",
  ]

  /// What each day in a table is the day of, in words: the other cells of its row, its column and itself.
  private static func rows(of table: MarkdownTable) -> [(text: String, position: SourcePosition)] {
    let headers = table.header.map { header in
      // `When` and `Date` say no more than that there is a day.
      ofYears.contains(header.text.lowercased()) ? "on" : header.text
    }
    return table.rows.flatMap { row -> [(text: String, position: SourcePosition)] in
      // Told only where some cell of the row has a day.
      lazy var isUndated = row.map { dated($0.text).isEmpty }
      return zip(row.indices, headers).compactMap { index, header in
        let cell = "\(header) \(row[index].text)"
        guard mayName(cell), !dated(cell).isEmpty else { return nil }
        let others = row.indices.filter { $0 != index && isUndated[$0] }
        let words = others.map { row[$0].text } + [cell]
        return (words.joined(separator: " "), row[index].position)
      }
    }
  }

  private static func done(
    _ part: String,
    on dated: [(day: CalendarDate, words: Range<Int>)],
    besides: [String]
  ) -> [CalendarDate] {
    let words = BareWords.of(([part] + besides).joined(separator: " ")).map { $0.text[...] }
    guard !words.contains(where: plans.matches) else { return [] }
    let isDone = zip([""] + words, words).contains { before, word in
      deeds.matches(word) && !copulas.contains(before)
    }
    guard isDone else { return [] }
    let written = part.parts(atSpaceOr: ",;()[]")
    return dated.filter { item in
      let before = item.words.lowerBound > 0 ? written[item.words.lowerBound - 1].lowercased() : ""
      return !purposes.contains(before)
    }.map(\.day)
  }

  /// Whether a text may name a year of this century.
  private static func mayName(_ text: String) -> Bool {
    text.withBytes { bytes in
      bytes.indices.dropLast(3).contains { index in
        bytes[index] == UInt8(ascii: "2") && bytes[index + 1] == UInt8(ascii: "0")
          && ASCII.isDigit(bytes[index + 2]) && ASCII.isDigit(bytes[index + 3])
      }
    }
  }

  /// The parts of sentences; full stops within days and the comma before a year divide nothing.
  static func parts(of text: String) -> [String] {
    let ends = text.withBytes { bytes in
      bytes.indices.filter { isEnd($0, of: bytes) }.map { ($0, bytes[$0] < 0x80 ? 1 : 3) }
    }
    var start = text.startIndex
    var parts: [String] = []
    for (offset, length) in ends + [(text.utf8.count, 0)] {
      let end = text.utf8.index(text.startIndex, offsetBy: offset)
      let part = text[start..<end].trimmed
      if !part.isEmpty { parts.append(part) }
      start = text.utf8.index(end, offsetBy: length)
    }
    return parts
  }

  /// Whether a character that starts at a place divides a sentence.
  private static func isEnd(_ index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text[index] {
    case UInt8(ascii: "."):
      isSpace(index + 1, of: text) && !isInitial(before: index, of: text)
        && (index < 4 || !ASCII.isDigit(text[index - 1]) || ASCII.isDigit(text[index - 3]))
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      isSpace(index + 1, of: text) && !leadsToYear(text[(index + 1)...])
    case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), ASCII.lineFeed: true
    case 0xE3, 0xEF: ["。", "、", "，", "；"].contains(text.character(at: index).0)
    default: false
    }
  }

  /// Whether white space stands at a place, or nothing.
  private static func isSpace(_ index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < text.count, text[index] >= 0x80 else {
      return index >= text.count || ASCII.isSpace(text[index])
    }
    return text.character(at: index).0.properties.isWhitespace
  }

  /// `A. Brandt`: the letter of a name.
  private static func isInitial(before index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index > 0, !ASCII.isDigit(text[index - 1]),
      text[index - 1] >= 0x80 || text[index - 1] & 0x20 == 0
    else { return false }
    let written = String(decoding: text[max(0, index - 8)..<index], as: UTF8.self)
    return written.last?.isUppercase == true
      && written.dropLast().last.map { !$0.isLetter } ?? true
  }

  private static func leadsToYear(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = rest.drop(while: ASCII.isSpace).prefix { !ASCII.isSpace($0) }
    return word.prefix(4).count == 4 && word.prefix(4).allSatisfy(ASCII.isDigit)
      && !word.dropFirst(4).contains { ASCII.isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// What a day is for that stands behind it.
  private static let purposes: Set<String> = [
    "for", "für", "pour", "para", "per", "voor", "na", "dla", "för",
  ]
  /// `is reviewed in March 2027` may well be a plan.
  private static let copulas: Set<Substring> = [
    "is", "are", "ist", "sind", "est", "sont", "es", "e", "jest", "ar",
  ]

  static let deeds = WordRoots(
    en: """
      approved accepted validated verified reviewed audited checked tested tried evaluated measured assessed \
      signed consulted heard interviewed decided agreed confirmed completed finished performed conducted held \
      certified inspected authorised authorized endorsed concluded discussed presented
      """,
    de: """
      genehmigt* freigegeben* geprüft* validiert* bewertet* getestet* gemessen* unterschrieben* unterzeichnet* \
      angehört* konsultiert* befragt* beschlossen* abgenommen* durchgeführt* gebilligt* zugestimmt bestätigt* \
      stattgefunden abgeschlossen*
      """,
    fr: """
      approuvé* validé* vérifié* revu* testé* évalué* mesuré* signé* consulté* entendu* décidé* accepté* réalisé* \
      effectué* audité*
      """,
    es: """
      aprobad* validad* verificad* revisad* probad* evaluad* medido firmad* consultad* decidid* aceptad* \
      realizad* aprobó firmó
      """,
    pt: """
      aprovad* validad* verificad* revist* testad* avaliad* medido assinad* consultad* decidid* aceite* realizad* \
      aprovou assinou
      """,
    it: """
      approvat* validat* verificat* rivist* testat* valutat* misurat* firmat* consultat* deciso decisa accettat* eseguit*
      """,
    nl: """
      goedgekeurd* gevalideerd* gecontroleerd* beoordeeld* getest* gemeten ondertekend* geraadpleegd* gehoord \
      besloten uitgevoerd*
      """,
    pl: """
      zatwierdzon* zatwierdził* sprawdzon* zweryfikowan* ocenion* przetestowan* zmierzon* podpisan* podpisał* \
      przeprowadzon* zaakceptowan*
      """,
    sv: """
      godkänd* godkänt godkände* granskad* granskat validerad* validerat testad* testat utvärderad* utvärderat \
      mätt* undertecknad* beslutad* beslutat genomförd* genomförts
      """,
    ja: "承認 検証した 検証済 実施した 署名 評価した 確認した",
    zh: "批准 已验证 签署 已评估 已测试 审核"
  )

  private static let plans = WordRoots(
    en: """
      due next until till valid expire* expiry end ends ending plan* schedule* target will shall should must \
      can be to apply applies before expected if unless when once deadline through renew* later than yet future \
      from start* begin* latest
      """,
    de: """
      fällig* nächst* bis gültig* läuft endet geplant* plan soll* wird werden muss müssen ab spätestens vor frist \
      falls wenn sobald künftig* voraussichtlich
      """,
    fr: "prochain* jusqu échéance valable* expire prévu* sera seront doit doivent avant partir fin",
    es: "próximo próxima hasta vence* válido válida previst* será* debe deben antes desde vigente",
    pt: "próximo próxima até vence* válido válida previst* será* deve devem antes desde",
    it: "prossim* fino scad* valido valida previst* sarà saranno deve devono entro prima",
    nl: "volgende tot geldig* vervalt gepland* wordt worden zal moet* vóór vanaf uiterlijk",
    pl: "następn* ważn* wygasa planowan* zostanie zostaną będzie musi przed",
    sv: "nästa till giltig* upphör planera* ska skall måste före senast från",
    ja: "予定 まで 期限 次回 有効 今後 以降 から",
    zh: "将 下次 截至 截止 有效 计划 之前 到期"
  )
}
