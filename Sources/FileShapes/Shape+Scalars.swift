// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import GateModel
internal import Texts

extension Shape {
  /// Whether a node is a scalar of this shape; shapes of lists and maps accept none but an
  /// empty list for nothing.
  package func accepts(_ place: Node.Index, of tree: NodeTree) -> Bool {
    switch self {
    case .text: tree.isText(place) && tree.bool(place) == nil
    case .identifier: Self.isIdentifier(tree.text(of: place) ?? "")
    case .digest: Self.isDigest(tree.text(of: place) ?? "")
    case .flag: tree.bool(place) != nil
    case .ternary: tree.bool(place) != nil || Self.means("unknown", tree.text(of: place))
    case .number: tree.double(place)?.isFinite ?? false
    case .integer(let minimum): tree.int(place).map { $0 >= minimum } ?? false
    case .date: tree.text(of: place).flatMap { CalendarDate(dayOf: $0) } != nil
    case .choice(let members): Self.member(of: members, meantBy: tree.text(of: place)) != nil
    case .word(let members): members.contains(tree.text(of: place) ?? "")
    case .version(let number): tree.int(place) == number
    case .open: Self.member(of: Self.openWords, meantBy: tree.text(of: place)) != nil
    case .nothing:
      Self.means("none", tree.text(of: place))
        || (tree.isList(place) && tree.children(of: place).allSatisfy { _ in false })
    case .either(let first, let second):
      first.accepts(place, of: tree) || second.accepts(place, of: tree)
    case .anything: true
    case .scalar: tree.isText(place)
    case .anyOf(let shapes): shapes.contains { $0.accepts(place, of: tree) }
    case .list, .oneOrMore, .grouped, .record, .dictionary, .textOr, .justified, .nullable: false
    }
  }

  /// Whether null is one of the values, and not the absence of one.
  package var isNullable: Bool {
    switch self {
    case .nullable, .anything: true
    default: false
    }
  }

  /// The words by which an answer says that it is open.
  private static let openWords = ["unknown", "?"]

  private static func means(_ member: String, _ text: String?) -> Bool {
    self.member(of: CollectionOfOne(member), meantBy: text) != nil
  }

  /// The member of a choice that a text means: people write `Approved`, `IN REVIEW` and `in-review`
  /// for what is listed as `approved` and `in_review`.
  package static func member(of members: some Sequence<String>, meantBy text: String?) -> String? {
    guard let text else { return nil }
    // The words of choices and most texts are of ASCII, and need no tables.
    let wanted = text.isASCII ? nil : folded(text)
    return members.first { member in
      if member == text { return true }
      return wanted.map { folded(member) == $0 } ?? isSame(member, text)
    }
  }

  private static func folded(_ word: String) -> String {
    word.lowercased().filter { !" -_".contains($0) }
  }

  /// Whether two texts, the second of ASCII, have the same letters and signs but for capitals.
  private static func isSame(_ member: String, _ text: String) -> Bool {
    member.withBytes { member in
      text.withBytes { text in
        var (index, other) = (0, 0)
        while true {
          while index < member.count, gaps.contains(member[index]) { index += 1 }
          while other < text.count, gaps.contains(text[other]) { other += 1 }
          guard index < member.count, other < text.count else {
            return index == member.count && other == text.count
          }
          guard ASCII.lower(member[index]) == ASCII.lower(text[other]) else { return false }
          (index, other) = (index + 1, other + 1)
        }
      }
    }
  }

  private static let gaps: ASCIISet = " -_"

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLowerOrDigit(first) else { return false }
    return text.utf8.allSatisfy { isLowerOrDigit($0) || ".-_".utf8.contains($0) }
  }

  private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isDigest(_ text: String) -> Bool { digest(text) != nil }

  /// The digits of a digest as people and this program write it: `sha256:…`, in any case.
  fileprivate static func digest(_ text: String) -> ContentDigest? {
    let text = text.lowercased()
    return ContentDigest(hex: text.hasPrefix("sha256:") ? String(text.dropFirst(7)) : text)
  }
}

extension NodeCursor {
  /// The word of a choice, however its letters are written; nil for any other text.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    if let text, let choice = Choice(rawValue: text) { return choice }
    // A loop: what maps and filters cases of any type looks its own types up at run time.
    var words: [String] = []
    for choice in Choice.allCases { words.append(choice.rawValue) }
    return Shape.member(of: words, meantBy: text).flatMap { Choice(rawValue: $0) }
  }

  /// Whether the value is a word, however its letters are written.
  package func says(_ word: String) -> Bool {
    Shape.member(of: CollectionOfOne(word), meantBy: text) != nil
  }

  /// Whether an answer says that it is open.
  package var isOpen: Bool { Shape.open.accepts(node.place, of: node.tree) }

  /// The SHA-256 that the value states; other text as it stands.
  package var digestText: String? {
    text.map { text in Shape.digest(text)?.hex ?? text.lowercased() }
  }
}
