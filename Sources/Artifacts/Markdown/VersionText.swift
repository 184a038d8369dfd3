// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Versions as header facts state them: `1.4.0`, `1.4.0, 2026-10-01`, `v2 (October 1, 2026)`.
enum VersionText {
  /// The version, and its date where one stands behind it; a doubtful date becomes an issue.
  static func split(
    _ fact: LabelledFact,
    _ artifact: inout Artifact
  ) -> (version: String?, date: StatedDate?) {
    guard let cut = fact.text.firstIndex(where: { ",;(".contains($0) }) else {
      return (fact.text, nil)
    }
    let version = Trimmed.text(fact.text[..<cut])
    let rest = String(
      fact.text[fact.text.index(after: cut)...],
      trimming: { $0.isWhitespace || "()".contains($0) }
    )
    let isDated = DateReader.read(rest) != .none
    return (
      version.isEmpty ? nil : version,
      isDated ? artifact.statedDate(rest, at: fact.source) : nil
    )
  }

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
