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
    func take(_ text: String, at position: SourcePosition) {
      for day in days(in: text) where latest?.date.map({ $0 < day }) ?? true {
        latest = StatedDate(
          raw: day.description,
          date: day,
          source: file.file.reference(at: position)
        )
      }
    }
    func look(through node: Node) {
      if let members = node.map {
        for member in members { look(through: member.value) }
      } else if let elements = node.list {
        for element in elements { look(through: element) }
      } else if let text = node.text {
        take(text, at: node.position)
      }
    }
    switch file.content {
    case .markdown(let document):
      for block in document.sections.flatMap(\.blocks) where !block.isCode {
        switch block.content {
        case .paragraph(let text), .quote(let text): take(text, at: block.position)
        case .list(let items): for item in items { take(item.text, at: item.position) }
        case .table, .code: break
        }
      }
    case .json(let node), .yaml(let node):
      if artifact.format.hasPrefix("modelgate-"), artifact.kind != .evaluation {
        look(through: node)
      }
    case .table, .text, .binary: break
    }
    return latest
  }

  static func days(in text: String) -> [CalendarDate] {
    guard mayName(text) else { return [] }
    let parts = parts(of: text)
    var days: [CalendarDate] = []
    for (index, part) in parts.enumerated() {
      guard let first = DateReader.days(in: part).first else { continue }
      // `Validated: March 2031`, `On 3 December 2030, the board approved it.`
      let isAlone = part.spacedWords.count <= first.words.count + 1
      let before = isAlone && index > 0 ? parts[index - 1] : ""
      let after = isAlone && index + 1 < parts.count ? parts[index + 1] : ""
      let isSigned = !before.isEmpty && before.spacedWords.count < 5 && PersonName(before) != nil
      days += isSigned ? [first.day] : done(part, besides: [before, after])
    }
    return days
  }

  private static func done(_ part: String, besides others: [String]) -> [CalendarDate] {
    let dated = DateReader.days(in: part)
    let besides = others.filter { DateReader.days(in: $0).isEmpty }
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
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    let letters = Array(text)
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      let isEnd: Bool =
        switch letter {
        case ".":
          next.isWhitespace && !isInitial(letters[..<index])
            && (index < 4 || !letters[index - 1].isNumber || letters[index - 3].isNumber)
        case ",", ":": next.isWhitespace && !leadsToYear(letters[(index + 1)...])
        case ";", "(", ")", "\n", "。", "、", "，", "；": true
        default: false
        }
      if isEnd {
        parts.append(part.trimmed)
        part = ""
      } else {
        part.append(letter)
      }
    }
    return (parts + [part.trimmed]).filter { !$0.isEmpty }
  }

  /// `A. Brandt`: the letter of a name.
  private static func isInitial(_ before: ArraySlice<Character>) -> Bool {
    before.last?.isUppercase == true && before.dropLast().last.map { !$0.isLetter } ?? true
  }

  private static func leadsToYear(_ rest: ArraySlice<Character>) -> Bool {
    let word = rest.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    return word.prefix(4).count == 4 && word.prefix(4).allSatisfy(\.isNumber)
      && !word.dropFirst(4).contains { $0.isNumber || $0 == "-" }
  }

  /// What a day is for that stands behind it.
  private static let purposes: Set<String> = [
    "for", "für", "pour", "para", "per", "voor", "na", "dla", "för",
  ]
  /// `is reviewed in March 2027` may well be a plan.
  private static let copulas: Set<Substring> = [
    "is", "are", "ist", "sind", "est", "sont", "es", "e", "jest", "ar",
  ]

  private static let deeds = WordRoots(
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
