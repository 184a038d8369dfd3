// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// What the lines of a text amount to, taken one by one.
struct Judgement {
  let demand: Demand
  private var sieve = WordSieve()
  private var letters = LetterPattern()
  private var hasFiller = false
  private var hasText = false
  private var isDoubtful = false
  private var isBounded = false

  /// The beginnings of the words that the topic is called by.
  private let echoes: [String]

  init(demand: Demand, topic: Topic?) {
    self.demand = demand
    let isEcho = demand == .statement || demand == .description
    // Elsewhere the word of the topic may be the matter itself, as in a register or a datasheet.
    let isEchoed = ["use.", "dpia.", "fria."].contains { topic?.rawValue.hasPrefix($0) == true }
    echoes = isEcho && isEchoed ? topic.map(Self.stems) ?? [] : []
  }

  /// What tells a word from others whatever its ending: `used` and `user`, `limits` and `limitation`.
  private static func stems(of topic: Topic) -> [String] {
    topic.rawValue.lowercased().split(separator: ".").filter { $0.count > 2 }
      .map { String($0.prefix(5)) }
  }

  /// The words without those that only repeat what is asked.
  private func withoutEchoes(_ words: [BareWord]) -> [BareWord] {
    guard !echoes.isEmpty else { return words }
    return words.filter { word in
      !echoes.contains { word.text.hasPrefix($0) && word.text.utf8.count < 2 * $0.utf8.count + 3 }
    }
  }

  /// Whether what was taken is enough, whatever follows.
  private(set) var isEnough = false

  /// The state of all lines taken.
  var state: Statement.State {
    if isEnough { return .substantive }
    if isForeignFiller { return .placeholder }
    if sieve.count > 0 && !isGibberish || isDoubtful { return .undecided }
    return hasFiller || hasText ? .placeholder : .empty
  }

  mutating func take(_ line: Substring) {
    let text = line.trimmed
    if StatementState.isPlaceholder(text) {
      hasFiller = true
    } else if StatementState.saysSomething(text) {
      if demand == .value || demand == .answer {
        if SentenceFiller.isWhole(text) || demand == .answer && FormSentence.fill(text) {
          hasFiller = true
        } else {
          isEnough = true
        }
      } else {
        read(text)
      }
    }
  }

  /// Whether digits are those of a number: one alone may number a line, and zeros stand in blanks.
  private static func isFigure(_ word: BareWord) -> Bool {
    word.script == .digits && word.text.count > 1 && word.text.contains { $0 != "0" }
  }

  /// Whether the words taken so far are enough; that something holds only for one kind of case is as
  /// good as a word.
  private func says(_ demand: Demand) -> Bool {
    guard !demand.sparesDeskWords else { return sieve.count >= demand.contentWords }
    let stated = sieve.statedCount
    return stated + (stated > 0 && isBounded ? 1 : 0) >= demand.contentWords
  }

  /// Whether what was taken so far only tells, in a language without tables, that something is still to come.
  private var isForeignFiller: Bool {
    demand.isProse && sieve.total <= ForeignFiller.longest && ForeignFiller.fills(sieve.content)
  }

  /// Whether a sentence rates something, whatever else it says.
  private static func isRating(_ sentence: String) -> Bool {
    ![.absent, .undecided].contains(Rating(sentence))
  }

  /// The words of a sentence, whose letters are counted with those before.
  private mutating func taken(_ sentence: Substring) -> [BareWord] {
    let words = sentence.withBytes { BareWords($0) }
    letters.take(words)
    return words.words
  }

  /// Whether all taken so far can be no text; in names and lists digits may stand between letters.
  private var isGibberish: Bool {
    demand.contentWords > 1 ? letters.isGibberish : letters.isNoise
  }

  private mutating func isTemplate(_ sentence: Substring) -> Bool {
    let isTemplate = Blank.leavesOpen(sentence)
    hasFiller = hasFiller || isTemplate
    return isTemplate
  }

  /// Whether words may say something, and something that is not asked for.
  private func isDoubt(_ words: [BareWord]) -> Bool {
    // Who is listed may be praised in a word or two, and a sentence of praise lists nobody.
    let mayBeCreed = demand.refusesCreeds || words.count >= Self.shortestCreed
    return SentenceFiller.isDoubtful(words) || mayBeCreed && CreedWords.areAll(of: words)
      || demand.refusesCreeds && (SeriesWords.areAll(of: words) || PartyDuty.areAll(of: words))
      || demand.asksWhy && GateWords.areAll(of: words)
  }

  /// The words from which on praise is a sentence of its own.
  private static let shortestCreed = 5

  /// `Pending` alone is no sentence that somebody could have meant otherwise.
  private static func isPutOff(_ words: [BareWord]) -> Bool {
    words.count < 3 && words.contains { NameWords.deferring.contains($0.text) }
      && words.allSatisfy { WordSieve.isHollow($0.text) }
  }

  /// Counts the words of a line that is no filler as a whole, sentence by sentence.
  private mutating func read(_ line: String) {
    hasText = true
    if demand == .address, LinkText.leadsToPage(line) {
      isEnough = true
      return
    }
    var rest = LinkText.removed(from: line)[...]
    while !rest.isEmpty {
      let end = SentenceFiller.end(of: rest)
      let sentence = rest[..<end]
      rest = rest[end...]
      guard sentence.last != "?", sentence.last != "？", !isTemplate(sentence) else { continue }
      let words = taken(sentence)
      if isGibberish { return }
      if FormSentence.matches(words) || SentenceFiller.isFiller(words)
        || ReferenceSentence.matches(words) || Self.isPutOff(words)
      {
        continue
      }
      if demand == .rating, Self.isRating(String(sentence)) {
        isEnough = true
        return
      }
      if isDoubt(words) {
        isDoubtful = true
        continue
      }
      sieve.take(withoutEchoes(words))
      if demand == .figure, words.contains(where: Self.isFigure) {
        isEnough = true
        return
      }
      isBounded = isBounded || SentenceFiller.isBounded(words)
      if says(demand), sieve.total >= demand.words, !isForeignFiller {
        isEnough = true
        return
      }
    }
  }
}

/// Takes away what leads elsewhere: addresses of pages and files, and the marks of Markdown links.
enum LinkText {
  static func removed(from line: String) -> String {
    guard line.withBytes(mayLead) else { return line }
    let words = line.parts(atSpaceOr: "")
    guard words.contains(where: isAddress) else { return line }
    return words.filter { !isAddress($0) }.joined(separator: " ")
  }

  /// Whether a line has what every address has: a dot with letters beside it, or the marks of a link.
  private static func mayLead(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.indices.contains { index in
      let next = index + 1 < line.count ? line[index + 1] : ASCII.space
      switch line[index] {
      case UInt8(ascii: "."):
        // `www.` is one with nothing behind it.
        return ASCII.isWord(next) || next >= 0x80
          || index > 0 && line[index - 1] | 0x20 == UInt8(ascii: "w")
      case UInt8(ascii: ":"): return next == UInt8(ascii: "/")
      case UInt8(ascii: "]"): return next == UInt8(ascii: "(")
      default: return false
      }
    }
  }

  /// Whether a line has the address of a page somewhere.
  static func leadsToPage(_ line: String) -> Bool {
    line.lowercased().parts(atSpaceOr: "()<>[]").contains { word in
      ["https://", "http://", "www."].contains { word.hasPrefix($0) && word.count > $0.count }
    }
  }

  private static let marks: ASCIISet = "/.("

  /// Whether a word is an address: `https://…`, `docs/risk.md`, `[here](risk.md)`.
  private static func isAddress(_ word: Substring) -> Bool {
    guard word.has(any: marks) else { return false }
    let bare = word.lowercased()
    if bare.contains("://") || bare.hasPrefix("www.") || bare.contains("](") { return true }
    guard let dot = bare.lastIndex(ofByte: UInt8(ascii: ".")) else { return false }
    let ending = bare[bare.index(after: dot)...].prefix { $0.isLetter || $0.isNumber }
    return fileEndings.contains(String(ending)) && bare[..<dot].utf8.count > 1
  }

  private static let fileEndings: Set<String> = [
    "md", "markdown", "pdf", "doc", "docx", "xls", "xlsx", "html", "htm", "txt", "yml", "yaml",
    "json", "csv", "ipynb", "odt",
  ]
}

/// Takes away what a reader does not see: comments, and elements that HTML hides.
enum HiddenText {
  static func mayOccur(in text: String) -> Bool {
    guard text.has(any: openings) else { return hasOverride(text) }
    return text.has(UInt8(ascii: "<")) || hasOverride(text) || text.contains("&#")
  }

  /// What tags and references begin with; most texts have neither.
  private static let openings: ASCIISet = "<&"

  static func removed(from text: String) -> String {
    var text = hasOverride(text) ? withoutOverrides(text) : text
    if text.contains("&#") { text = withReferences(text) }
    guard text.has(UInt8(ascii: "<")) else { return text }
    return withoutElements(without(text, from: "<!--", to: "-->"))
  }

  /// Whether a text holds a control that makes letters stand in another order than they are written in.
  ///
  /// Arabic and Hebrew need none of these two (Unicode Standard Annex 9, 2.2).
  private static func hasOverride(_ text: String) -> Bool {
    text.has { $0 == 0xE2 } && text.unicodeScalars.contains { overrides.contains($0) }
  }

  /// The text with the characters that numbers stand for, as in `&#84;BD`.
  private static func withReferences(_ text: String) -> String {
    var kept = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "&#") {
      kept += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      let isHexadecimal = rest.first == "x" || rest.first == "X"
      let digits = rest.dropFirst(isHexadecimal ? 1 : 0).prefix { $0.isHexDigit }
      let scalar = UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
      guard let scalar else {
        kept += "&#"
        continue
      }
      kept.unicodeScalars.append(scalar)
      rest = rest[digits.endIndex...]
      if rest.first == ";" { rest = rest.dropFirst() }
    }
    return kept + rest
  }

  /// The text without what people read otherwise than it is written: from an override to its end.
  private static func withoutOverrides(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var isTurned = false
    for scalar in text.unicodeScalars {
      if overrides.contains(scalar) {
        isTurned = true
      } else if scalar == "\u{202C}" || scalar == "\n" {
        isTurned = false
        kept.append(scalar)
      } else if !isTurned {
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  private static let overrides: Set<Unicode.Scalar> = ["\u{202D}", "\u{202E}"]

  private static func without(_ text: String, from start: String, to end: String) -> String {
    var kept = ""
    var rest = text[...]
    while let open = rest.firstRange(of: start) {
      kept += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: end) else { return kept }
      rest = rest[close.upperBound...]
    }
    return kept + rest
  }

  /// The text without tags, and without what stands in elements that are never shown.
  private static func withoutElements(_ text: String) -> String {
    var kept = ""
    var rest = text[...]
    while let open = rest.firstIndex(ofByte: UInt8(ascii: "<")) {
      kept += rest[..<open]
      let tag = rest[open...]
      guard let name = tagName(of: tag), let close = tag.firstIndex(ofByte: UInt8(ascii: ">"))
      else {
        kept.append("<")
        rest = tag.dropFirst()
        continue
      }
      rest = tag[tag.index(after: close)...]
      guard isHidden(name, tag[..<close]) else { continue }
      rest = after(name, in: rest)
    }
    return kept + rest
  }

  /// What stands behind the end tag of an element, and of those of the same name within it; nothing
  /// where it does not end.
  private static func after(_ name: String, in text: Substring) -> Substring {
    var rest = text
    var depth = 1
    while depth > 0 {
      guard let open = rest.firstIndex(ofByte: UInt8(ascii: "<")) else { return "" }
      let tag = rest[open...]
      if tagName(of: tag) == name { depth += tag.dropFirst().hasPrefix("/") ? -1 : 1 }
      rest = tag.dropFirst()
    }
    return rest.firstIndex(ofByte: UInt8(ascii: ">")).map { rest[rest.index(after: $0)...] } ?? ""
  }

  private static func tagName(of tag: Substring) -> String? {
    let inner = tag.dropFirst().drop { $0 == "/" }
    let name = inner.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard let first = name.first, first.isLetter else { return nil }
    // `<your name here>` is a blank to fill in, no element.
    let known = name.lowercased()
    return elements.contains(known) || HTMLText.isUnseen(known) ? known : nil
  }

  private static func isHidden(_ name: String, _ tag: Substring) -> Bool {
    guard !tag.dropFirst().hasPrefix("/") else { return false }
    return HTMLText.hides(name, tag.utf8)
  }

  private static let elements: Set<String> = [
    "span", "div", "p", "a", "b", "i", "u", "em",
    "strong", "br", "sub", "sup", "small", "del", "ins", "details", "summary", "font", "code", "li",
    "ul", "ol", "section", "table", "tr", "td", "th", "s", "strike", "dialog",
    "mark", "q", "cite", "dl", "dt", "dd", "blockquote", "article", "aside", "center", "label",
  ]
}
