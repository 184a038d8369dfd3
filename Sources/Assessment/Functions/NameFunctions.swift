// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import RuleLanguage
internal import Texts

extension RuleFunctions {
  private static let thingNames = TextMemo<Bool, ThingName>()
  private static let subjectWords = TextMemo<Bool, Set<String>>()
  private static let titleWords = TextMemo<Bool, Set<String>>()

  static let sameName = FunctionDeclaration(
    name: "same_name",
    parameters: [.init(name: "one", type: .string), .init(name: "other", type: .string)],
    result: .bool,
    summary:
      "whether two names may be of one thing: capitals, signs, endings and further words make no difference",
    example: "same_name(card.models[0].name, 'loan-scorer')",
    phrase: "{0} and {1} name the same"
  ) { arguments, call throws(EvaluationError) in
    let (one, other) = (call.string(arguments[0]) ?? "", call.string(arguments[1]) ?? "")
    let name = thingNames.value(of: one, ThingName.init)
    return .bool(name.isSame(as: thingNames.value(of: other, ThingName.init)))
  }
}

extension RuleFunctions {
  static let samePerson = FunctionDeclaration(
    name: "same_person",
    parameters: [.init(name: "one", type: .string), .init(name: "other", type: .string)],
    result: .bool,
    summary:
      "whether two names may be of one person, however they are written; an office or a firm may be anybody",
    example: "same_person('Okafor, D.', 'Dr. Dana Okafor')",
    phrase: "{0} and {1} may be the same person"
  ) { arguments, call throws(EvaluationError) in
    .bool(!PersonName.areOfTwo(call.string(arguments[0]) ?? "", call.string(arguments[1]) ?? ""))
  }

  static let namesSomething = FunctionDeclaration(
    name: "names_something",
    parameters: [.init(name: "name", type: .string)],
    result: .bool,
    summary:
      "whether a name has a word that is not of every example and template, as in 'My AI System'",
    example: "names_something(system.name)",
    phrase: "{0} names something"
  ) { arguments, call throws(EvaluationError) in
    let name = call.string(arguments[0]) ?? ""
    let words = BareWords.of(name).map(\.text)
    guard !words.isEmpty else { return .bool(true) }
    return .bool(
      StatementState.state(of: name) == .substantive && !UnansweredWords.fill(name)
        && !words.allSatisfy { sampleWords.contains($0) || $0.utf8.allSatisfy(ASCII.isDigit) }
    )
  }

  /// The words of names that stand for one, by which nobody tells a system from another.
  private static let sampleWords = Set(
    """
    my our your the a an this some any new name of untitled test testing demo example sample dummy foo bar \
    baz asdf qwerty other title role lorem ipsum hello world placeholder template ai ml system systems model models app \
    application tool project software solution 1 2 01 mein meine unser unsere das ein eine neues neue name \
    des der beispiel muster vorlage ki beispielsystem testsystem musterprojekt anwendung projekt mon notre \
    votre le un nouveau nom du d l système modèle exemple ia mi nuestro el sistema nombre modelo ejemplo \
    prueba il mio nostro nome esempio prova o meu exemplo teste mijn het systeem voorbeeld naam projet
    """.spacedWords.flatMap { BareWords.of($0).map(\.text) }
  )
}

extension RuleFunctions {
  static let sameSubject = FunctionDeclaration(
    name: "same_subject",
    parameters: [.init(name: "one", type: .string), .init(name: "other", type: .string)],
    result: .bool,
    summary:
      "whether two texts share a word that tells what they are about; words that join others or name "
      + "people, data or consent, and endings, make no difference",
    example: "same_subject('Applicants agree to credit scoring.', 'To score credits.')",
    phrase: "{0} and {1} are about the same"
  ) { arguments, call throws(EvaluationError) in
    let (one, other) = (call.string(arguments[0]) ?? "", call.string(arguments[1]) ?? "")
    let words = subjectWords.value(of: one, SubjectWords.of)
    return .bool(!words.isDisjoint(with: subjectWords.value(of: other, SubjectWords.of)))
  }
}

extension RuleFunctions {
  static let titleFits = FunctionDeclaration(
    name: "title_fits",
    parameters: [
      .init(name: "title", type: .string), .init(name: "texts", type: .list(.string)),
    ],
    result: .bool,
    summary:
      "whether the title of an assessment names nothing beyond its kind, or something that one of the texts "
      + "speaks of; endings make no difference",
    example: "title_fits('DPIA of loan scoring', [system.name])",
    phrase: "{0} fits {1}"
  ) { arguments, call throws(EvaluationError) in
    let text = call.string(arguments[0]) ?? ""
    if UnansweredWords.fill(text) { return .bool(false) }
    let title = titleWords.value(of: text, TitleWords.of)
    guard !title.isEmpty else { return .bool(true) }
    if title.isSubset(of: TitleWords.blanks) { return .bool(false) }
    let texts = call.elements(of: arguments[1]) ?? []
    try call.charge(texts.count)
    return .bool(
      texts.contains { text in
        !title.isDisjoint(with: titleWords.value(of: call.string(text) ?? "", TitleWords.of))
      }
    )
  }
}

/// The beginnings of the words by which a title tells what is assessed.
private enum TitleWords {
  static func of(_ text: String) -> Set<String> {
    Set(
      BareWords.of(text).lazy.filter { word in
        word.script != .digits && word.text.count > 2 && !kinds.contains(word.text)
      }
      .map { String($0.text.prefix(stem)) }
    )
  }

  private static let stem = 4
  /// The beginnings of titles that nobody has written yet.
  static let blanks: Set<String> = [
    "unti", "temp", "titl", "new", "neue", "docu", "doku", "draf", "entw", "copy", "kopi", "test",
    "exam", "beis", "vorl", "form", "name", "ohne", "sans", "sin", "senz",
  ]
  /// What assessments are called whatever they assess, and words that join.
  private static let kinds = Set(
    """
    data protection privacy impact assessment dpia pia fundamental rights fria report version final \
    the and for our use of system model ai datenschutz folgenabschätzung \
    datenschutzfolgenabschätzung dsfa grundrechte grundrechtsfolgenabschätzung grundrechten \
    abschätzung bericht der die das des und für von den zur zum über analyse relative aux sur les \
    pour vie privée protection données aipd droits fondamentaux une dans evaluación impacto protección \
    datos eipd derechos fundamentales sobre los las para del valutazione impatto protezione dati sulla \
    diritti fondamentali dei per avaliação proteção dados direitos fundamentais \
    gegevensbeschermingseffectbeoordeling effectbeoordeling gegevensbescherming grondrechten voor van \
    het een ocena skutków dla ochrony danych praw podstawowych konsekvensbedömning dataskydd \
    grundläggande rättigheter för och av
    """.split(separator: " ").flatMap { BareWords.of(String($0)).map(\.text) }
  )
}

/// The beginnings of the words by which a text tells what it is about.
private enum SubjectWords {
  static func of(_ text: String) -> Set<String> {
    Set(
      BareWords.of(text).lazy.filter { $0.script != .digits }.map(\.text)
        .filter { ($0.count >= 4 || !$0.utf8.allSatisfy { $0 < 0x80 }) && !general.contains($0) }
        .map { String($0.prefix(stem)) }
    )
  }

  private static let stem = 5
  /// What stands in texts about consent whatever it is for.
  private static let general: Set<String> = Set(
    """
    about access account agree agreed agrees also applicant applicants asked before being collected \
    collection consent consented consents customer customers data does each either email employee \
    employees every explicit form freely from gave give given have into letter member members more \
    must only other patient patients people person personal persons process processed processing \
    purpose purposes revoke service settings should subject subjects than that their them then there \
    these they this time told under until used user users using when where which will with withdraw \
    withdrawal withdrawn withdraws without would year years auch daten dieser diese durch einer eine \
    eines einwilligung eingewilligt haben kann können nach oder person personen personenbezogene sind über \
    unter verarbeitet verarbeitung werden widerruf widerrufen wird zweck zwecke zwecken avec cette \
    consentement dans données elles leur leurs peuvent personnes pour sont traitement consentimiento \
    datos como para pueden personas sobre tratamiento consenso dati della delle finalità persone possono \
    trattamento toestemming gegevens deze voor
    """.split(separator: " ").map(String.init)
  )
}

/// The name of a model or system, as people write it: `loan-scorer`, `Loan scoring`, `LoanScorer v2`.
struct ThingName {
  private let text: String
  /// The beginnings of its words, each once, without those that stand in many names; they are few.
  private let stems: [String]

  init(_ name: String) {
    let words = BareWords.of(name).filter { $0.script != .digits }.map(\.text)
    text = words.joined()
    stems = words.reduce(into: []) { stems, word in
      let stem = String(word.prefix(Self.stem))
      if !Self.general.contains(word), !stems.contains(stem) { stems.append(stem) }
    }
  }

  /// Whether all words of the shorter name begin like words of the longer one.
  func isSame(as other: ThingName) -> Bool {
    if text == other.text { return !text.isEmpty }
    let (short, long) =
      stems.count <= other.stems.count ? (stems, other.stems) : (other.stems, stems)
    return !short.isEmpty && short.allSatisfy(long.contains)
  }

  /// How many letters tell a word from others whatever its ending: `scorer` and `scoring`.
  private static let stem = 4
  private static let general: Set<String> = [
    "model", "models", "card", "system", "ai", "ml", "the", "a", "an", "for", "of", "v", "version",
    "modell", "karte", "modele",
  ]
}
