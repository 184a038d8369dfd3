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
}
