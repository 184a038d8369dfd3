// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import FileShapes
package import GateModel
internal import Reporting
internal import Survey

/// The open questions of one declaration on disk, and what its text is once one of them is answered.
package struct DeclarationQuestions: Sendable {
  /// The text of the declaration.
  package let text: String
  /// What is open, in the order of the law, who answers first.
  package private(set) var open: [OpenQuestion]
  private let day: CalendarDate

  /// Reads a declaration, and what the tier asks of it.
  ///
  /// - Throws: When the file cannot be read or has mistakes, which come first.
  package init(of path: String, day: CalendarDate) throws(RunFailure) {
    text = String(decoding: try DiskFile.bytes(at: path), as: UTF8.self)
    self.day = day
    let (declaration, problems) = Self.read(text)
    guard let declaration, problems.isEmpty else { throw RunFailure(.configuration, problems) }
    let derivation = Tiering.derive(
      from: declaration.facts,
      words: declaration.words,
      asOf: day
    )
    open = derivation.openQuestions + [OpenQuestion.models(of: declaration)].compactMap(\.self)
  }

  /// Adds what the rules ask, so that one round is all.
  ///
  /// - Parameters:
  ///   - request: The files of the repository that the declaration lies in.
  ///   - place: The declaration from the root of that repository.
  /// - Throws: When the repository cannot be read, or does not read the declaration.
  package mutating func addThoseOfRules(
    of request: RunRequest,
    at place: String
  ) async throws(RunFailure) {
    let systems = try await OpenAnswers.make(request, path: place).systems
    if let system = systems.first, system.mistakes.isEmpty { open = system.questions }
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
    let contact = TypedContact(answer)
    let address = contact.email.map { ", email: \(SystemDraft.scalar($0))" } ?? ""
    return "{on: \(day), owner: \(SystemDraft.scalar(contact.name))\(address)}"
  }
}
