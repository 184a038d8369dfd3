// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Whether somebody who is named is what is judged: a model or a system decides nothing about itself.
package enum JudgedName {
  /// Whether a text is the name of one of some things, however it is written: `Credit Scorer`, `the
  /// credit-scorer model`, `credit-scorer 2.3.0`.
  package static func names(_ text: String, oneOf things: some Sequence<String>) -> Bool {
    let wanted = key(text)
    return !wanted.isEmpty && things.contains { key($0) == wanted }
  }

  /// The words of a name without what stands beside many.
  private static func key(_ text: String) -> String {
    BareWords.of(text).filter { $0.script != .digits && !beside.contains($0.text) }
      .map(\.text).joined()
  }

  private static let beside: Set<String> = [
    "the", "model", "system", "ai", "v", "version", "das", "modell", "le", "la", "el", "il",
    "modele", "modelo", "modello", "systeme", "sistema", "ki",
  ]
}
