// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The name of somebody, as people write it: `Rune Lindqvist`, `Lindqvist, R.`,
/// `Rune Lindqvist <rune.lindqvist@bank.example>`, `rune.lindqvist@bank.example`.
package struct PersonName: Hashable, Sendable {
  /// The words of the name, without titles, in the order written.
  private let words: [BareWord]
  /// The words in small letters without accents, since capitals of other scripts look like other letters than
  /// small ones and carry no accents: `ΔΗΜΗΤΡΑ`, `Δήμητρα`.
  private let small: [String]
  /// The part of a mail address before the sign, cut into words; empty without an address.
  private let mailbox: [String]
  /// The mail address in small letters.
  private let address: String?

  /// Reads a name; nil where the text names nobody: `pending`, `nobody`, `[name]`, `not approved`.
  package init?(_ text: String) {
    guard let name = Self.known.value(of: text, PersonName.init(reading:)) else { return nil }
    self = name
  }

  private static let known = TextMemo<Bool, PersonName?>()

  private init?(reading text: String) {
    let text = HiddenText.removed(from: NormalText.compatible(text))
    let isOdd = Self.isOddName(text)
    guard !Blank.occurs(in: text), !Self.asksOrLeads(text),
      isOdd
        || StatementState.state(of: text) == .substantive && Self.signer(in: text) != nil
          && !Self.speaksOfSomebody(text) && !Self.isSentence(text) && !CreedWords.fill(text)
    else { return nil }
    let parts = Self.withoutBrackets(text).parts(atSpaceOr: "<>,;")
    let mail = parts.first { $0.contains("@") }
    address = mail?.lowercased()
    let box = mail.map { $0.prefix { $0 != "@" && $0 != "+" } } ?? ""
    mailbox = Self.words(of: String(box)).map(\.text)
    let head = mail.map { text.replacing(String($0), with: " ") } ?? text
    words = Self.words(of: Self.withoutRole(Self.withoutBrackets(head)))
    small = Self.smallWords(of: Self.withoutRole(Self.withoutBrackets(head)))
    let named = Self.words(of: head).map(\.text)
    if Self.isBesideSomebody(head) { return nil }
    if isOdd { return }
    if let first = words.first, NameWords.indefinites.contains(first.text) { return nil }
    if named.count == 2, named.last.map(NameWords.lateSurnames.contains) == true {
      guard Self.isSurnamed(head) else { return nil }
      return
    }
    if named.contains(where: NameWords.standIns.contains)
      || NameWords.standInPairs.contains(where: Set(named).isSuperset)
    {
      return nil
    }
    // The mailbox of a machine is that of nobody, unless somebody is named beside it.
    if words.isEmpty, mailbox.contains(where: NameWords.standIns.contains) { return nil }
    // `Mr. X` is the name of nobody, `R. L.` may be that of somebody.
    if words.count == 1, mailbox.isEmpty, words[0].text.utf8.count == 1 { return nil }
    guard
      words.contains(where: { Self.names($0.text) }) || Self.isUnit(words) || Self.areInitials(head)
        || Self.isInitialed(head) || mailbox.contains(where: Self.namesBox)
    else { return nil }
    // `not approved`, `Ada Example (pending)`: a word that puts off or refuses names nobody.
    if named.contains(where: NameWords.deferring.contains) { return nil }
  }

  /// Whether two texts name one person, as far as a reader could tell: letter case, order, initials,
  /// titles, marks, look-alikes and mail addresses make no difference.
  ///
  /// A name that has all words of another one is taken for it.
  package static func areSame(_ one: String, _ other: String) -> Bool {
    guard let one = PersonName(one), let other = PersonName(other) else { return false }
    return one.isSame(as: other)
  }

  /// Whether somebody signed for another person: what stands behind the name is not who decided.
  package static func actsForAnother(_ text: String) -> Bool { signer(in: text) != text }

  /// Whether this is the person of another name.
  package func isSame(as other: PersonName) -> Bool {
    if let address, address == other.address { return true }
    let forms = [words.map(\.text), small, mailbox].filter { !$0.isEmpty }
    let others = [other.words.map(\.text), other.small, other.mailbox].filter { !$0.isEmpty }
    if forms.contains(where: { form in others.contains { Self.match(form, $0) } }) { return true }
    return Self.isShort(words, of: other) || Self.isShort(other.words, of: self)
  }

  /// Whether each word of the shorter form is one of the longer one, or its first letter; one of them
  /// is a whole word of both.
  private static func match(_ one: [String], _ other: [String]) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    if short.count == 1, let only = short.first, long.count > 1, joined(long).contains(only) {
      return true
    }
    var rest = long.map(plain)
    var shared = 0
    // Whole words first, so that an initial takes none of them.
    for word in short.map(plain).sorted(by: { $0.count > $1.count }) {
      guard
        let index = rest.firstIndex(of: word) ?? rest.firstIndex(where: { abbreviates($0, word) })
      else { return false }
      if rest[index] == word, word.count > 1 { shared += 1 }
      rest.remove(at: index)
    }
    return shared > 0
  }

  /// A question, the address of a page or the number of a ticket, which lead to somebody at best, and what was
  /// struck through.
  private static func asksOrLeads(_ text: String) -> Bool {
    text.contains("?") || text.contains("://") || text.contains("~~") || isTicket(text.trimmed)
  }

  /// `MR-2231`: capitals, a dash and digits.
  private static func isTicket(_ text: String) -> Bool {
    let parts = text.split(separator: "-")
    return parts.count == 2 && parts[0].utf8.allSatisfy { ASCII.isLetter($0) && $0 < 0x60 }
      && parts[1].utf8.allSatisfy(ASCII.isDigit)
  }

  private static func smallWords(of text: String) -> [String] {
    guard !text.isASCII else { return [] }
    return words(of: String(text.lowercased().map { accents[$0] ?? $0 })).map(\.text)
  }

  private static let accents: [Character: Character] = [
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο", "ύ": "υ", "ϋ": "υ",
    "ώ": "ω",
    "ς": "σ",
  ]

  private static func abbreviates(_ one: String, _ other: String) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    return short.count == 1 && long.hasPrefix(short)
  }

  /// How mailboxes join the words of a name: `rlindqvist`, `lindqvistr`, `runelindqvist`.
  private static func joined(_ words: [String]) -> Set<String> {
    guard let first = words.first, let last = words.last else { return [] }
    var forms: Set<String> = []
    for (front, back) in [(first, last), (last, first)] {
      forms.formUnion([front + back, String(front.prefix(1)) + back, front + back.prefix(1)])
    }
    return forms
  }

  /// Whether capitals are the initials of somebody: `RL` or `R. L.` of Rune Lindqvist.
  private static func isShort(_ words: [BareWord], of other: PersonName) -> Bool {
    let letters = words.map(\.text).joined()
    guard words.count == 1 || words.count == letters.count, words.allSatisfy(\.isCapital),
      2...3 ~= letters.count, !NameWords.functions.contains(letters)
    else { return false }
    let names = other.words.isEmpty ? other.mailbox : other.words.map(\.text)
    guard names.count == letters.count else { return false }
    let initials = names.compactMap(\.first).map(String.init)
    return initials.joined() == letters || initials.reversed().joined() == letters
  }

  /// `Mueller` and `Müller` are one: the marked letters of German are written with an `e` behind.
  private static func plain(_ word: String) -> String {
    var text = word
    for (pair, letter) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
      text = text.replacing(pair, with: letter)
    }
    return text
  }

  private static func words(of text: String) -> [BareWord] {
    let parts =
      text.isASCII
      ? text.parts { !ASCII.isWord($0) && $0 != UInt8(ascii: "'") }
      : text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    return parts.flatMap { BareWords.of($0) }.filter {
      $0.script != .digits && !NameWords.titles.contains($0.text)
    }
  }

  private static func names(_ word: String) -> Bool {
    !WordSieve.isHollow(word) && !NameWords.nobody.contains(word)
      && !NameWords.nobody.contains(word.filter { !$0.isNumber })
      && !NameWords.deferring.contains(word) && !NameWords.functions.contains(word)
      && !NameWords.assistants.contains(word)
      && word.has { !ASCII.isDigit($0) } && !isOneLetter(word)
      && (word.utf8.count > 1 || !word.isASCII)
  }

  /// `xx` and `aaaa` stand where a name should.
  private static func isOneLetter(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.allSatisfy { $0 == word.utf8.first }
  }

  /// `R. L.`, `V. Owner`: initials may be those of somebody, and `X. Y.` those of nobody.
  private static func areInitials(_ text: String) -> Bool {
    let parts = text.parts(atSpaceOr: ",;()<>")
    let initials = parts.filter { part in
      part.count == 2 && part.last == "." && part.first?.isUppercase == true
    }
    guard !initials.allSatisfy({ "XYZN".contains($0.prefix(1)) }), parts.count > 1 else {
      return false
    }
    if initials.count == parts.count { return true }
    return initials.contains { !WordSieve.isHollow($0.prefix(1).lowercased()) }
      && parts.contains { $0.count > 2 && $0.first?.isUppercase == true }
  }

  /// Somebody beside the one who is named: `R. Lindqvist's assistant`, `assistant to R. Lindqvist`.
  private static func isBesideSomebody(_ text: String) -> Bool {
    let parts = text.replacing("’", with: "'").parts(atSpaceOr: ",;()")
    let isOwned = zip(parts, parts.dropFirst()).contains { owner, owned in
      (owner.hasSuffix("'s") || owner.hasSuffix("s'")) && owned.first?.isLowercase == true
    }
    let words = parts.map { $0.lowercased() }.drop { NameWords.articles.contains($0) }
    guard let first = words.first, NameWords.helpers.contains(first) else { return isOwned }
    return isOwned || words.dropFirst().first.map(NameWords.ofSomebody.contains) == true
  }

  /// Mailboxes of one letter, and those of parts of a firm, belong to somebody.
  private static func namesBox(_ word: String) -> Bool {
    word.count == 1 || names(word) || NameWords.fields.contains(word)
  }

  /// Whether a text is the name of a part of a firm alone, which owns a claim and approves nothing.
  package static func isDepartment(_ text: String) -> Bool {
    let words = words(of: text).map(\.text)
    if words.count == 1 { return words.allSatisfy(NameWords.fields.contains) }
    return words.contains(where: NameWords.units.contains)
      && words.contains {
        !NameWords.units.contains($0) && !WordSieve.joins($0) && !NameWords.deferring.contains($0)
      }
  }

  /// `Risk Team` names a part of a firm, although `the team` and `no risk` name nobody.
  private static func isUnit(_ words: [BareWord]) -> Bool {
    words.contains { NameWords.fields.contains($0.text) }
      && words.contains { NameWords.units.contains($0.text) }
  }

  /// `A. Owner`: behind an initial stands a surname, although `a owner` names nobody.
  private static func isInitialed(_ text: String) -> Bool {
    let parts = text.parts(atSpaceOr: ",;()<>")
    return zip(parts, parts.dropFirst()).contains { initial, name in
      initial.count == 2 && initial.last == "." && initial.first?.isUppercase == true
        && name.first?.isUppercase == true && NameWords.surnames.contains(name.lowercased())
    }
  }

  /// Names whose words say elsewhere that there is nobody: `Al`, `Ms. Na An`, `Nobody Owens`.
  ///
  /// They are written like names, in words with one capital each, and stand alone, behind a form of
  /// address or before a surname that is known for nothing else.
  private static func isOddName(_ text: String) -> Bool {
    let parts = text.parts(atSpaceOr: ".")
    let named = words(of: text).map(\.text)
    guard parts.count <= 3, parts.allSatisfy(isCapitalized), let last = named.last else {
      return false
    }
    if named.count == 1 { return parts.count == 1 && NameWords.givenNames.contains(last) }
    let isAddressed = parts.first.map { NameWords.titles.contains($0.lowercased()) } ?? false
    if isAddressed, parts.count == 3 {
      return named.allSatisfy { $0.utf8.count > 1 && !isMeant(toSay: $0) }
        && !NameWords.nobody.contains(named.joined())
    }
    guard named.count == 2, parts.count == 2, NameWords.indefinites.contains(named[0]) else {
      return false
    }
    return names(last) && !isMeant(toSay: last) && !NameWords.isAwaited(last)
      && !["ed", "else", "yet"].contains(where: last.hasSuffix)
  }

  private static func isMeant(toSay word: String) -> Bool {
    NameWords.nobody.contains(word) || NameWords.deferring.contains(word)
      || NameWords.standIns.contains(word) || NameWords.functions.contains(word)
  }

  private static func isCapitalized(_ word: Substring) -> Bool {
    word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
  }

  /// `Anna Pending`: behind a given name stands a surname, although `approval pending` names nobody.
  ///
  /// A given name is a word in capitals that is known for nothing else.
  private static func isSurnamed(_ text: String) -> Bool {
    let parts = text.parts(atSpaceOr: "")
    guard parts.count == 2, let given = parts.first, let surname = parts.last,
      NameWords.lateSurnames.contains(surname.lowercased()),
      isCapitalized(surname)
    else { return false }
    // `K. Pending`: so does an initial.
    if given.count == 2, given.last == ".", given.first?.isUppercase == true { return true }
    guard isCapitalized(given) else { return false }
    let word = BareWords.of(given).map(\.text).joined()
    return NameWords.givenNames.contains(word)
      || names(word) && !NameWords.standIns.contains(word) && !NameWords.isMatter(word)
  }

  private static func withoutBrackets(_ text: String) -> String {
    Heading.withoutBrackets(text).trimmed
  }

  /// `Ada Example, CRO`: what stands behind a comma is a position, unless it is an initial or the
  /// name itself as in `Lindqvist, Rune`.
  private static func withoutRole(_ text: String) -> String {
    let parts = text.split(separator: ",").map { $0.trimmed }
    guard parts.count > 1, let first = parts.first, first.spacedWords.count > 1 else { return text }
    return first
  }
}
