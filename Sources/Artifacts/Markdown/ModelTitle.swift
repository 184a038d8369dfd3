// SPDX-License-Identifier: Apache-2.0

internal import GateModel

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
    var rest = Array(title)
    for phrase in phrases {
      guard let place = range(of: phrase, in: rest) else { continue }
      rest.removeSubrange(place)
      break
    }
    let name = String(String(rest), trimming: { $0.isWhitespace || ":-–—|_".contains($0) })
    return StatementState.state(of: name) == .substantive ? name : nil
  }

  /// Where a lower-case phrase stands in a text of any case.
  private static func range(of phrase: String, in text: [Character]) -> Range<Int>? {
    let wanted = phrase.map { String($0) }
    let folded = text.map { $0.lowercased() }
    guard wanted.count <= folded.count else { return nil }
    let start = (0...(folded.count - wanted.count)).first { start in
      folded[start..<(start + wanted.count)].elementsEqual(wanted)
    }
    return start.map { $0..<($0 + wanted.count) }
  }
}
