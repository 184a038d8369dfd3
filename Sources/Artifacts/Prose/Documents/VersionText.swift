// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Versions as header facts state them: `1.4.0`, `1.4.0, 2026-10-01`, `v2 (October 1, 2026)`.
enum VersionText {
  /// The version, and its date where one stands behind it; a doubtful date becomes an issue.
  static func split(
    _ fact: LabelledFact,
    _ artifact: inout Artifact
  ) -> (version: String?, date: StatedDate?) {
    let version = version(in: fact.text)
    guard let cut = fact.text.firstIndex(ofAny: ends) else { return (version, nil) }
    let rest = String(
      fact.text[fact.text.index(after: cut)...],
      trimming: { $0.isWhitespace || "()".contains($0) }
    )
    let isDated = DateReader.read(rest) != .none
    return (version, isDated ? artifact.statedDate(rest, at: fact.source) : nil)
  }

  /// The version without what stands behind it; nil where a sentence only tells where to look.
  static func version(in text: String) -> String? {
    let text = text[..<(text.firstIndex(ofAny: ends) ?? text.endIndex)].trimmed
    guard !text.isEmpty, !Blank.occurs(in: text) else { return nil }
    let words = text.parts(atSpaceOr: "")
    if words.count < shortestSentence || isVersion(words[0]) { return text }
    // `This is version 1 of the model.`
    guard let place = words.firstIndex(where: { $0.lowercased() == "version" })?.advanced(by: 1),
      place < words.count, words[place].contains(where: \.isNumber)
    else { return nil }
    return String(words[place], trimming: { ".:".contains($0) })
  }

  /// What ends a version.
  private static let ends: ASCIISet = ",;("

  /// The words from which on a text is taken for a sentence.
  private static let shortestSentence = 4

  /// The name and the version in text such as `credit-scorer 2.3.0` or `credit-scorer, version 2`.
  static func splitName(_ text: String) -> (name: String, version: String?) {
    let words = text.split { $0.isWhitespace || "(),;".contains($0) }
    guard words.count > 1, let last = words.last, isVersion(last) else { return (text, nil) }
    let name = String(
      text[..<last.startIndex],
      trimming: { $0.isWhitespace || "(),;".contains($0) }
    )
    for word in ["version", "release"] where name.lowercased().hasSuffix(" \(word)") {
      let rest = name.dropLast(word.count)
      return (String(rest, trimming: { $0.isWhitespace || ",;".contains($0) }), String(last))
    }
    return (name, String(last))
  }

  /// `2.3.0`, `v2`, `1.4-rc1`: digits first, and a dot or a `v` to tell it from a plain number.
  private static func isVersion(_ word: Substring) -> Bool {
    let digits = word.drop { $0 == "v" || $0 == "V" }
    guard digits.first?.isNumber == true else { return false }
    return digits.count < word.count || digits.contains(".")
  }
}
