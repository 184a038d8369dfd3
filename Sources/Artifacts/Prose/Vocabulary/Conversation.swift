// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Tells a pasted chat or thread of mails from a text.
///
/// Words enough stand in either, and neither was written to answer a question. Turns and their times are told
/// without a language: the same two voices again and again. Only the head of a text is looked at.
enum Conversation {
  /// Whether some texts that stand below one another begin as people talk to each other.
  static func begins(_ texts: some Collection<String>) -> Bool {
    var head = ""
    for text in texts.prefix(mostTexts) where head.utf8.count < longestHead {
      head += text.prefix(longestHead - head.utf8.count)
      head += "\n"
    }
    // Most texts have hardly a colon.
    guard head.utf8.count(where: { $0 == UInt8(ascii: ":") }) > 1 || head.has(UInt8(ascii: ">"))
    else { return false }
    return isMail(head) || isChat(head)
  }

  private static let mostTexts = 8
  private static let longestHead = 500

  /// `On Mon, Aug 3, 2026 at 9:12 AM Anna Berg wrote: > …`, or the header of a mail.
  private static func isMail(_ head: String) -> Bool {
    let words = head.lowercased().spacedWords
    let isQuoting =
      words.contains { $0.hasPrefix(">") && !$0.dropFirst().hasPrefix("=") }
      && (head.contains("@") || clocks(in: head.spacedWords).count > 0)
    if isQuoting, words.contains(where: quoting.contains) { return true }
    let headers = Set(words.filter { $0.hasSuffix(":") }.map { $0.dropLast() })
    return headers.intersection(headerLabels).count > 2
  }

  private static let quoting: Set<Substring> = [
    "wrote:", "schrieb:", "écrit", "escribió:", "escreveu:", "scritto:", "schreef:", "napisał:",
    "napisał(a):", "skrev:", "のメール:", "写道：",
  ]
  private static let headerLabels: Set<Substring> = [
    "from", "sent", "to", "subject", "cc", "von", "gesendet", "an", "betreff", "de", "envoyé", "à",
    "objet",
    "enviado", "para", "asunto", "assunto", "da", "inviato", "oggetto", "van", "verzonden", "aan",
    "onderwerp",
    "od", "wysłano", "do", "temat", "från", "skickat", "till", "ämne",
  ]

  /// `anna: hey, are you done? tom: not really anna: ok`, `[10:32] Anna: morning!`.
  private static func isChat(_ head: String) -> Bool {
    let words = head.spacedWords
    let turns = turns(of: words)
    guard turns.count > 1 else { return false }
    let clockCount = clocks(in: words).count
    if clockCount > 1, clockCount >= turns.count - 1 { return true }
    let voices = Dictionary(grouping: turns, by: \.voice)
    let isRepeated = voices.values.contains { $0.count > 1 }
    let talks = turns.contains { $0.isQuestion || $0.length < 3 }
    return turns.count > 2 && (2...3).contains(voices.count) && isRepeated && talks
      && voices.keys.allSatisfy { !WordSieve.isHollow($0) && !labels.matches($0[...]) }
  }

  private struct Turn {
    let voice: String
    var length = 0
    var isQuestion = false
  }

  /// What stands behind each word with a colon, which may be the name of who speaks.
  private static func turns(of words: [Substring]) -> [Turn] {
    var turns: [Turn] = []
    for word in words {
      let name = word.dropLast()
      if word.hasSuffix(":"), name.count > 1, name.allSatisfy({ $0.isLetter || "._-".contains($0) })
      {
        turns.append(Turn(voice: name.lowercased()))
      } else if !turns.isEmpty {
        turns[turns.count - 1].length += 1
        if word.hasSuffix("?") { turns[turns.count - 1].isQuestion = true }
      }
    }
    return turns
  }

  /// The words that are times of a day: `[10:32]`, `10:32`.
  private static func clocks(in words: [Substring]) -> [Substring] {
    words.filter { word in
      let parts = word.drop { "[(".contains($0) }.prefix { $0.isNumber || $0 == ":" }.split(
        separator: ":"
      )
      return (2...3).contains(parts.count) && parts[0].count < 3
        && parts.dropFirst().allSatisfy { $0.count == 2 }
    }
  }

  /// What lists of questions, examples and groups put before a colon, again and again.
  private static let labels = WordRoots(
    en: """
      question* answer* input* output* prompt* response* risk* measure* group* men women male female before after \
      pro* con* yes no example* case* step* phase* user* system* assistant* model* applicant* severity likelihood
      """,
    de: """
      frage* antwort* eingabe* ausgabe* risik* maßnahm* frauen männer vorher nachher beispiel* \
      fall schritt*
      """,
    fr: """
      question* réponse* entrée* sortie* risque* mesure* femmes hommes avant après exemple* \
      cas étape*
      """,
    es: """
      pregunta* respuesta* entrada* salida* riesgo* medida* mujeres hombres antes después \
      ejemplo* caso*
      """,
    pt: """
      pergunta* resposta* entrada* saída* risco* medida* mulheres homens antes depois exemplo* \
      caso*
      """,
    it: "domanda* rispost* ingress* uscit* rischi* misur* donne uomini prima dopo esempi* caso",
    nl: "vraag antwoord* invoer uitvoer risico* maatregel* vrouwen mannen voor na voorbeeld* geval",
    pl: "pytani* odpowied* wejści* wyjści* ryzyk* środ* kobiety mężczyźni przed po przykład*",
    sv: "fråga svar indata utdata risk* åtgärd* kvinnor män före efter exempel",
    ja: "",
    zh: ""
  )
}
