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
    name(
      in: title,
      without: ["model card for", "model card of", "model card", "modelcard"],
      calledAs: ArtifactNames.modelCard
    )
  }

  /// The name of the dataset in a title such as `Datasheet: loans` or `Dataset Card for Loans`.
  static func datasetName(in title: String) -> String? {
    name(
      in: title,
      without: [
        "dataset card for", "dataset card", "datasheet for dataset", "datasheet for", "datasheet",
        "data card for", "data card", "data sheet for", "data sheet",
      ],
      calledAs: ArtifactNames.datasheet
    )
  }

  private static func name(
    in title: String,
    without phrases: [String],
    calledAs names: SelfNames
  ) -> String? {
    // `# MODEL_CARD.md` repeats the name of the file.
    guard !title.lowercased().hasSuffix(".md"), !names.contains(FoldedText.words(title)) else {
      return nil
    }
    var rest = subject(of: title, calledAs: names) ?? title
    for phrase in rest == title ? phrases : [] {
      guard let shorter = without(phrase, title) else { continue }
      rest = shorter
      break
    }
    var name = String(rest, trimming: { $0.isWhitespace || ":-–—|_\"“”„«»".contains($0) })
    // `Credit-Scorer Overview` heads a card of NVIDIA's form.
    if name.lowercased().hasSuffix(" overview"), name.lowercased() != "model overview" {
      name = name.dropLast(" overview".count).trimmed
    }
    return StatementState.state(of: name) == .substantive ? name : nil
  }

  /// What stands behind the name of the kind in any language, as in `Modellkarte: loan-scorer` or
  /// `Fiche de modèle pour loan-scorer`; nil where the title does not begin with such a name.
  private static func subject(of title: String, calledAs names: SelfNames) -> String? {
    let parts = title.split(maxSplits: 1) { ":：–—|".contains($0) }.map(String.init)
    if parts.count == 2, names.contains(FoldedText.words(parts[0])) { return parts[1] }
    if parts.count == 2, names.contains(FoldedText.words(parts[1])) { return parts[0] }
    if let name = possessed(title, names) { return name }
    let words = title.split { $0.isWhitespace }
    for count in (1..<max(2, min(longestName, words.count))).reversed() where count < words.count {
      let name = FoldedText.words(words.prefix(count).joined(separator: " "))
      guard names.contains(name) else { continue }
      let rest = words.dropFirst(count)
      // `Karta modelu voice-2`: one word that is no word of a language is the name.
      if rest.count == 1, rest[count].contains(where: { "-_.0123456789".contains($0) }) {
        return String(rest[count])
      }
      guard SelfName.links.contains(FoldedText.words(String(words[count]))) else { continue }
      return words.dropFirst(count + 1).joined(separator: " ")
    }
    return nil
  }

  /// What comes before the kind and its particle in Japanese and Chinese: `DINOv3 のモデルカード`,
  /// `X 模型卡`.
  private static func possessed(_ title: String, _ names: SelfNames) -> String? {
    let text = title.trimmed
    for name in names.written where text.hasSuffix(name) && text.count > name.count {
      return String(text.dropLast(name.count), trimming: { $0.isWhitespace || "の的".contains($0) })
    }
    return nil
  }

  /// More words than any kind has in its name.
  private static let longestName = 8

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
