// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension MarkdownReading {
  /// The licenses of what the document describes: labelled, in the front matter, or in a section.
  var licenses: [String] {
    var found = facts.filter { HeaderLabels.license.contains($0.label) && $0.isAboutDocument }
      .compactMap { LicenseText.name(in: $0.text) }
    found += frontMatterLicenses
    if found.isEmpty { found = sectionLicenses }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.lowercased()).inserted }
  }

  /// `license`, and `license_name` where that says `other`.
  private var frontMatterLicenses: [String] {
    (frontMatter?["license"]?.texts ?? []).compactMap { license in
      guard license.lowercased() == "other" else { return license }
      return frontMatter?["license_name"]?.text ?? license
    }
    .compactMap { LicenseText.name(in: $0) }
  }

  private var sectionLicenses: [String] {
    zip(document.sections, headings).compactMap { section, heading in
      guard !HeaderLabels.licenseHeadings.isDisjoint(with: heading.names) else { return nil }
      let lines = SectionText(section.evidence).evidence.split(whereSeparator: \.isNewline)
      return lines.lazy.compactMap { LicenseText.name(in: $0.trimmed) }.first
    }
  }
}

/// The license that a text states.
enum LicenseText {
  /// The text without a remark in brackets or a full stop; nil where the license is still open.
  static func name(in text: String) -> String? {
    let text = String(text, trimming: { $0.isWhitespace || $0 == "." })
    guard StatementState.state(of: text) == .substantive, !Blank.occurs(in: text),
      !openWords.contains(text.lowercased())
    else { return nil }
    if let name = inSentence(text) { return name }
    guard let open = text.firstRange(of: "(see ") else { return text }
    let name = String(text[..<open.lowerBound], trimming: { $0.isWhitespace || $0 == "." })
    return name.isEmpty ? text : name
  }

  /// What stands where nobody has chosen a license; the hub lists `unknown` among its own.
  private static let openWords: Set<String> = [
    "unknown", "none", "unspecified", "undefined", "unbekannt", "inconnue", "inconnu",
    "desconocida",
    "desconhecida", "sconosciuta", "onbekend", "nieznana", "okänd",
  ]

  /// `MIT` of `This dataset is released under the MIT licence. By using it you agree …`; nil where a
  /// text states a license in no such sentence.
  private static func inSentence(_ text: String) -> String? {
    let isSentence = sentences.contains { text.hasPrefix($0) }
    let leads = [" governed by ", " under "]
    guard isSentence, let start = leads.lazy.compactMap({ text.firstRange(of: $0) }).first else {
      return nil
    }
    let rest = text[start.upperBound...]
    // `Open Model License` is a name as a whole, and `MIT` of `MIT license`.
    let ends =
      [" license", " licence"].compactMap { rest.firstRange(of: $0)?.lowerBound }
      + [" License", " Licence"].compactMap { rest.firstRange(of: $0)?.upperBound }
    guard let end = ends.min() else { return nil }
    var name = rest[..<end].trimmed
    for article in ["the ", "a ", "an "] where name.lowercased().hasPrefix(article) {
      name = String(name.dropFirst(article.count))
      break
    }
    return name.isEmpty || name.utf8.count > longestName ? nil : name
  }

  /// The longest name of a license, in bytes; a longer text tells of more.
  private static let longestName = 60
  private static let sentences = [
    "This ", "The ", "It is ", "Released ", "Licensed ", "Distributed ", "All ", "We ", "Our ",
    "Use of ", "Governing ", "GOVERNING ",
  ]

  /// The answer to the question whether there is a license, without the `Yes.` or `No.` before it
  /// and what follows the sentence that names one.
  static func withoutAssent(_ answer: String) -> String {
    let rest = answer.drop { $0.isWhitespace }
    let word = rest.prefix { $0.isLetter }
    let isAssent = ["yes", "no", "none"].contains(word.lowercased())
    let text = String(
      isAssent ? rest.dropFirst(word.count) : rest,
      trimming: { $0.isWhitespace || ".,;:".contains($0) }
    )
    return Sentence.end(in: text).map { String(text[...$0]) } ?? text
  }
}
