// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import FileShapes
package import GateModel
internal import Survey

/// The open questions of one declaration on disk, and what its text is once one of them is answered.
package struct DeclarationQuestions {
  /// One open question.
  package struct Question: Sendable {
    /// The key that answers it.
    package let key: String
    /// The clause that asks.
    package let article: String
    /// What is asked, without its question mark.
    package let text: String
    /// The answers with what each changes.
    package let choices: [String]
    /// What there is to know besides.
    package let more: String
  }

  /// The text of the declaration.
  package let text: String
  /// What is open, in the order of the law, who answers first.
  package let open: [Question]
  private let day: CalendarDate

  /// Reads a declaration.
  ///
  /// - Throws: When the file cannot be read or has mistakes, which come first.
  package init(of path: String, day: CalendarDate) throws(RunFailure) {
    text = String(decoding: try DiskFile.bytes(at: path), as: UTF8.self)
    self.day = day
    let (declaration, problems) = Self.read(text)
    guard let declaration, problems.isEmpty else { throw RunFailure(.configuration, problems) }
    let derivation = Tiering.derive(
      from: declaration.facts,
      name: "\(declaration.id) \(declaration.name)",
      asOf: day
    )
    open = (derivation.openQuestions + [OpenQuestion.models(of: declaration)].compactMap(\.self))
      .map(Question.init)
  }

  private static func read(_ text: String) -> (SystemDeclaration?, [Problem]) {
    SystemDeclaration.read(SourceFile(path: "ai-system.yml", bytes: Array(text.utf8)))
  }

  /// The text with one answer, or what is wrong with the answer.
  package func answering(
    _ key: String,
    with answer: String
  ) -> (text: String, problem: String?) {
    var changed = DeclarationText(text)
    changed.set(key, to: key == "answered" ? signature(answer) : answer)
    let (_, problems) = Self.read(changed.text)
    guard let problem = problems.first else { return (changed.text, nil) }
    return (text, "\(problem.message); \(problem.help)")
  }

  private func signature(_ answer: String) -> String {
    let parts = answer.split { "<>".contains($0) }
      .map { $0.split(separator: " ").joined(separator: " ") }
    let address = parts.last.flatMap {
      $0.contains("@") ? ", email: \(SystemDraft.scalar($0))" : nil
    }
    return "{on: \(day), owner: \(SystemDraft.scalar(parts.first ?? answer))\(address ?? "")}"
  }
}

extension DeclarationQuestions.Question {
  fileprivate init(_ question: OpenQuestion) {
    self.init(
      key: question.key,
      article: question.article,
      text: question.question,
      choices: question.choices.map {
        $0.effect.isEmpty ? $0.answer : "\($0.answer): \($0.effect)"
      },
      more:
        "The article is \(question.article). What is not known is answered with unknown; it is read "
        + "against the system and keeps the gate closed."
    )
  }
}
