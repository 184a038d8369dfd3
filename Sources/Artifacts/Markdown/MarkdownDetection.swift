// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// Tells whether a Markdown document is an artifact of some kind: by its title, name and headings.
struct MarkdownDetection {
  let kind: ArtifactKind
  /// What such documents call themselves, in lower-case words.
  let names: [String]
  let table: TopicTable
  /// Whether the topics of the headings alone tell such a document.
  let isTelling: (Set<Topic>) -> Bool

  func detect(_ file: ParsedFile) -> Detection {
    guard let document = file.markdown else { return .no(reason: "it is no Markdown") }
    let topics = Set(document.sections.flatMap { table.topics(of: $0.title) })
    // A document that calls itself so is one, and be it a stub: then rules say what it lacks.
    if isName(document.title ?? "") { return yes("it calls itself \(kind.phrase)", .likely) }
    let isNamed = isName(TreePath.name(of: file.path))
    if isNamed, !topics.isEmpty {
      return yes("its name is that of \(kind.phrase), and it has headings of one", .likely)
    }
    if isTelling(topics) { return yes("it has the headings of \(kind.phrase)", .likely) }
    if isNamed { return yes("its name is that of \(kind.phrase)", .weak) }
    return topics.isEmpty
      ? .no(reason: "no heading is one of \(kind.phrase)")
      : yes("it has headings of \(kind.phrase)", .weak)
  }

  private func isName(_ text: String) -> Bool {
    let words = " \(FoldedText.words(text)) "
    return names.contains { words.contains(" \($0) ") }
  }

  private func yes(_ reason: String, _ confidence: Detection.Confidence) -> Detection {
    .yes(kind: kind, reason: reason, confidence: confidence)
  }
}
