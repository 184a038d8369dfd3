// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The weighing of a legitimate interest against those of the people whose data are used.
///
/// GDPR Art. 6(1)(f) asks for it.
package enum BalancingTest {
  /// Whether a text is one, and does not come out against whoever relies on it.
  package static func carries(_ text: String) -> Bool {
    let sentences = Lines(text).flatMap(StatementCount.sentences)
    let isTold = sentences.contains { sentence in
      let words = BareWords.of(sentence)
      return words.count >= shortestSentence
        || words.contains { $0.script == .ideographs && $0.text.count >= shortestSentence }
    }
    let words = BareWords.of(text).map { $0.text[...] }
    guard isTold, interests.occurs(in: words), weighing.occurs(in: words), isFilled(text) else {
      return false
    }
    let isLost = sentences.compactMap(prevailing).last ?? false
    return !isLost && result(in: text).map(stands) != false
  }

  /// Whether no part of the form is still to be written, or has nothing below the heading or label that
  /// asks for interest, weighing or result; what is signed by hand may be empty.
  private static func isFilled(_ text: String) -> Bool {
    let lines = Lines(text).map(\.trimmed).filter { !$0.isEmpty }
    return zip(lines, lines.dropFirst() + [""]).allSatisfy { line, next in
      let cells = line.split(separator: "|").map { cell in
        String(cell.filter { !"*_`#>".contains($0) }).trimmed
      }
      guard !cells.contains(where: isToWrite) else { return false }
      let isEmpty =
        isBareLabel(line) && (next.hasPrefix("#") || next.hasPrefix("**"))
        || depth(next) > 0 && depth(next) <= depth(line)
      return !isEmpty || !asks(line)
    }
  }

  /// Whether a part is filler; an option that is not ticked is none.
  private static func isToWrite(_ text: String) -> Bool {
    !text.hasPrefix("[ ]") && !text.hasPrefix("- [ ]") && StatementState.isToCome(text)
  }

  private static func asks(_ line: String) -> Bool {
    let words = BareWords.of(line).map { $0.text[...] }
    return [interests, weighing, results].contains { $0.occurs(in: words) }
  }

  /// Whether a line is a label in bold letters with nothing behind it: `**Interest:**`.
  private static func isBareLabel(_ line: String) -> Bool {
    line.hasPrefix("**") && (line.hasSuffix(":**") || line.hasSuffix("**:"))
  }

  private static func depth(_ line: String) -> Int { line.prefix { $0 == "#" }.count }

  /// Whether the result, by its label, is one that can be relied on.
  private static func stands(_ result: String) -> Bool {
    if StatementState.state(of: result) != .substantive || CreedWords.fill(result) { return false }
    switch StatusWords.decision(result) {
    case .refused, .pending: return false
    default: break
    }
    let words = BareWords.of(result).map { $0.text[...] }
    if lost.occurs(in: words), !StatusWords.denies(words) { return false }
    let outcome = StatusWords.outcome(of: result)
    return outcome != .against && outcome != .open
  }

  /// Whether a sentence says that the people prevail; nil where it weighs nothing, or asks whether.
  private static func prevailing(_ sentence: Substring) -> Bool? {
    guard !StatusWords.bounding.occurs(in: BareWords.of(sentence).map { $0.text[...] }) else {
      return nil
    }
    var isAgainst: Bool?
    for clause in sentence.parts(atAny: ";；,，:：—–") {
      let words = BareWords.of(clause).map { $0.text[...] }
      guard let verb = words.firstIndex(where: verbs.matches) else { continue }
      let isOfPeople = people.occurs(in: Array(words[..<verb]))
      let isPassive = words[(verb + 1)...].first == "by"
      let flips = [isOfPeople, StatusWords.denies(words), isPassive].count { $0 }
      isAgainst = !flips.isMultiple(of: 2)
    }
    return isAgainst
  }

  /// What stands behind the label or heading of the result, up to the next one.
  private static func result(in text: String) -> String? {
    var lines: [String]?
    for line in Lines(text).map(String.init) {
      let isHead = line.hasPrefix("#") || line.hasPrefix("**")
      let label = line.split(separator: ":", maxSplits: 1).first ?? ""
      if isHead || line.contains(":"), BareWords.of(label).count < 3,
        results.occurs(in: BareWords.of(label).map { $0.text[...] })
      {
        lines = [line.hasPrefix("#") ? "" : String(line.dropFirst(label.count + 1))]
      } else if !isHead {
        lines?.append(line)
      } else if lines != nil {
        break
      }
    }
    return lines?.joined(separator: "\n")
  }

  /// The fewest words, or characters without spaces, of a sentence that tells something.
  private static let shortestSentence = 6

  private static let interests = WordRoots(
    en: "interest interests",
    de: "interesse* interessenabwägung",
    fr: "intérêt*",
    es: "interés interes*",
    pt: "interesse*",
    it: "interess*",
    nl: "belang belangen belangenafweging gerechtvaardigd*",
    pl: "interes*",
    sv: "intress*",
    ja: "利益",
    zh: "利益"
  )

  private static let weighing = WordRoots(
    en: "weigh* balanc* outweigh* prevail* overrid* necess* proportion* expect* rights freedoms",
    de: """
      abwäg* abgewogen interessenabwägung überwieg* erforderlich* notwendig* erwart* rechte \
      freiheiten
      """,
    fr: "balance pondér* prévau* prévalent emport* nécess* droits libertés attend*",
    es: "ponder* prevalec* neces* derechos libertades expectativ*",
    pt: "ponder* balanc* prevalec* necess* direitos liberdades expectativ*",
    it: "bilanc* prevale* prevalg* necess* diritti libertà aspettativ*",
    nl: "afweg* afgewogen belangenafweging zwaarder noodza* rechten vrijheden verwacht*",
    pl: "równoważ* wyważ* przeważ* niezbędn* praw* wolności oczeki*",
    sv: "avväg* intresseavvägning väger nödvändig* rättigheter friheter förvänt*",
    ja: "衡量 比較 必要 優先 権利",
    zh: "权衡 平衡 必要 优先 权利"
  )

  private static let verbs = WordRoots(
    en: """
      prevail prevails prevailed override overrides overrode overridden outweigh outweighs \
      outweighed
      """,
    de: "überwiegt überwiegen überwog",
    fr: "prévaut prévalent emporte emportent",
    es: "prevalece prevalecen",
    pt: "prevalece prevalecem",
    it: "prevale prevalgono",
    nl: "prevaleert prevaleren zwaarder",
    pl: "przeważa przeważają",
    sv: "väger överväger",
    ja: "",
    zh: ""
  )

  private static let people = WordRoots(
    en: """
      applicant applicants subject subjects people person persons individual individuals customers \
      users rights \
      freedoms their whose employees staff children candidates
      """,
    de: """
      betroffene* person* bewerber* antragsteller* grundrechte rechte freiheiten kund* nutzer* \
      beschäftigt*
      """,
    fr: "personnes personne concernées droits libertés candidats clients demandeurs",
    es: "interesados interesadas personas derechos libertades solicitantes clientes",
    pt: "titulares pessoas direitos liberdades requerentes clientes",
    it: "interessati persone diritti libertà richiedenti clienti",
    nl: "betrokkene* personen rechten vrijheden aanvragers klanten",
    pl: "osób osoby prawa wolności wnioskodawców klientów",
    sv: "registrerade* personer* rättigheter* friheter sökande* kunder*",
    ja: "",
    zh: ""
  )

  private static let lost = WordRoots(
    en: "fails failed negative",
    de: "negativ scheitert gescheitert",
    fr: "échoue échoué négatif",
    es: "negativo fracasa",
    pt: "negativo falha",
    it: "negativo fallisce",
    nl: "negatief mislukt",
    pl: "negatywny negatywnie",
    sv: "negativt misslyckas",
    ja: "否定的",
    zh: "不通过"
  )

  private static let results = WordRoots(
    en: "result outcome conclusion",
    de: "ergebnis fazit schlussfolgerung",
    fr: "résultat conclusion",
    es: "resultado conclusión",
    pt: "resultado conclusão",
    it: "risultato esito conclusione",
    nl: "resultaat uitkomst conclusie",
    pl: "wynik wniosek",
    sv: "resultat slutsats",
    ja: "結果 結論",
    zh: "结果 结论"
  )
}
