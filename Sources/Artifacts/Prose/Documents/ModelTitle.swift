// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Titles of documents: what they call themselves, and the name of what they describe.
enum ModelTitle {
  /// Whether a title or file name says that the document is a model card.
  static func isCard(_ title: String) -> Bool {
    let words = FoldedText.words(title)
    return words.contains("model card") || words.contains("modelcard")
  }

  /// The name of the model in a title such as `Model Card: loan-scorer` or `Loan scorer — Model card`.
  static func name(in title: String) -> String? {
    name(in: title, without: ["model card for", "model card of", "model card", "modelcard"])
  }

  /// The name of the dataset in a title such as `Datasheet: loans` or `Dataset Card for Loans`.
  static func datasetName(in title: String) -> String? {
    name(
      in: title,
      without: [
        "dataset card for", "dataset card", "datasheet for dataset", "datasheet for", "datasheet",
        "data card for", "data card", "data sheet for", "data sheet",
      ]
    )
  }

  private static func name(in title: String, without phrases: [String]) -> String? {
    // `# MODEL_CARD.md` repeats the name of the file.
    guard !title.lowercased().hasSuffix(".md") else { return nil }
    var rest = title
    for phrase in phrases {
      guard let shorter = without(phrase, title) else { continue }
      rest = shorter
      break
    }
    let name = String(rest, trimming: { $0.isWhitespace || ":-–—|_".contains($0) })
    return StatementState.state(of: name) == .substantive ? name : nil
  }

  /// A text of any case without a lower-case phrase of ASCII; nil where it does not hold it.
  private static func without(_ phrase: String, _ text: String) -> String? {
    let offset = text.withBytes { bytes in
      phrase.withBytes { wanted in
        bytes.indices.dropLast(wanted.count - 1).first { start in
          wanted.indices.allSatisfy { ASCII.lower(bytes[start + $0]) == wanted[$0] }
        }
      }
    }
    guard let offset else { return nil }
    let start = text.utf8.index(text.startIndex, offsetBy: offset)
    let end = text.utf8.index(start, offsetBy: phrase.utf8.count)
    return String(text[..<start] + text[end...])
  }
}
