// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// A risk that one line names and rates: `Name leak – likelihood: high, severity: 3/5`, `Leak (risk:
/// high)`.
struct RatedLine {
  /// What stands before the first rating, without the label `Risk`.
  private(set) var name = ""
  /// The fields that the line fills, in its order.
  private(set) var fields: [(path: RiskPath, text: String)] = []

  init(_ line: String) {
    var end: String.Index?
    var label: RiskPath?
    for part in Self.parts(of: line) {
      let text = String(part, trimming: { $0.isWhitespace || "*_.".contains($0) })
      if let path = label {
        fields.append((path, text))
        label = nil
      } else if let (path, value) = Self.labelled(text) {
        if end == nil { end = part.startIndex }
        if let value { fields.append((path, value)) } else { label = path }
      }
    }
    name = Self.named(line[..<(end ?? line.endIndex)])
  }

  /// The risk of the line; nil where nothing in it is rated.
  func risk(at source: SourceReference) -> Risk? {
    guard !fields.isEmpty, !name.isEmpty else { return nil }
    var risk = Risk(name: name, source: source)
    add(to: &risk)
    return risk
  }

  /// Adds the fields to a risk that has none of them yet.
  func add(to risk: inout Risk) {
    for (path, text) in fields where risk[keyPath: path] == nil { risk[keyPath: path] = text }
  }

  /// The name without `Risk:` before it and marks around it.
  private static func named(_ text: Substring) -> String {
    let text = String(text, trimming: isMark)
    guard let colon = text.firstIndex(where: isColon),
      RiskField.names.contains(FoldedText.words(text[..<colon]))
    else { return text }
    return String(text[text.index(after: colon)...], trimming: isMark)
  }

  private static func isMark(_ character: Character) -> Bool {
    character.isWhitespace || ":：–—-.,;|/(（*_".contains(character)
  }

  private static func isColon(_ character: Character) -> Bool { ":：=".contains(character) }

  /// `severity: high`, `risk: high`, `severity high`, `high severity`; a label alone has no value.
  private static func labelled(_ text: String) -> (RiskPath, String?)? {
    if let colon = text.firstIndex(where: isColon) {
      let label = FoldedText.words(text[..<colon])
      let value = text[text.index(after: colon)...].trimmed
      if let path = RiskField.path(named: label) { return (path, value) }
      let isLevel = RiskField.names.contains(label) && isRating(value)
      return isLevel ? (\Risk.level, value) : nil
    }
    let words = FoldedText.words(text, keeping: "/").spacedWords
    guard (1...longestRating).contains(words.count) else { return nil }
    if words.count == 1 {
      return RiskField.path(named: String(words[0])).flatMap { isRated($0) ? ($0, nil) : nil }
    }
    for (label, value) in [
      (words.prefix(1), words.dropFirst()), (words.suffix(1), words.dropLast()),
    ] {
      let value = value.joined(separator: " ")
      if let path = RiskField.path(named: label.joined()), isRated(path), isRating(value) {
        return (path, value)
      }
    }
    return nil
  }

  private static func isRated(_ path: RiskPath) -> Bool {
    path == \Risk.likelihood || path == \Risk.severity || path == \Risk.level
      || path == \Risk.residualLevel
  }

  private static func isRating(_ text: String) -> Bool {
    text.spacedWords.count < longestRating && [.low, .medium, .high].contains(Rating(text))
  }

  /// The most words of a rating with its label.
  private static let longestRating = 4

  /// The parts of a line between dashes, commas, bars, brackets and sentences.
  private static func parts(of line: String) -> [Substring] {
    var parts = [line[...]]
    for separator in separators where line.contains(separator) {
      parts = parts.flatMap { Heading.split($0, at: separator) }
    }
    return parts.filter { !$0.allSatisfy(isMark) }
  }

  private static let separators = [
    " - ", " – ", " — ", " | ", "; ", ", ", " / ", "(", ")", ". ", "、", "，", "；", "（", "）", "。",
  ]
}
