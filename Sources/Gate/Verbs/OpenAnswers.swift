// SPDX-License-Identifier: Apache-2.0

internal import Assessment
package import GateModel
internal import GitStore
internal import Survey
internal import Texts

/// What is still open in the declarations of a tree, for `modelgate ask`.
package struct OpenAnswers: Sendable {
  /// One declaration with what is open in it.
  package struct System: Sendable {
    /// The id of the system.
    package let id: String
    /// The declaration from the root of the tree.
    package let path: String
    /// The tier as it stands.
    package let tier: RiskTier
    /// What is wrong with the file; then nothing is derived.
    package let mistakes: [Fault]
    /// The open questions in the order of the law.
    package let questions: [Question]
    /// What a reviewer should ask besides.
    package let remarks: [String]
  }

  /// One open question.
  package struct Question: Sendable {
    /// The key of the declaration that answers it.
    package let key: String
    /// The clause that asks.
    package let article: String
    /// What is asked, without its question mark.
    package let text: String
    /// Each answer with what it changes.
    package let choices: [(answer: String, effect: String)]
  }

  /// The systems, by id.
  package let systems: [System]

  /// Reads the declarations of a tree.
  ///
  /// - Parameters:
  ///   - request: Which tree is read.
  ///   - path: The declaration that is asked about, from the root of the tree; nil for all.
  /// - Returns: What is open in each.
  /// - Throws: When the tree cannot be read, or has no such declaration.
  package static func make(
    _ request: RunRequest,
    path: String? = nil
  ) async throws(RunFailure) -> OpenAnswers {
    let (survey, assessments) = try await GateRun(request).assessments()
    let wanted = assessments.compactMap { assessment -> System? in
      guard let declaration = assessment.dossier.declaration else { return nil }
      let place = declaration.source.path
      guard path == nil || place == path || declaration.id == path else { return nil }
      let mistakes = survey.faults.filter {
        declaration.hasMistakes && $0.location?.path == place
      }
      return System(declaration, assessment, mistakes: mistakes)
    }
    if let path, wanted.isEmpty {
      let names = assessments.compactMap(\.dossier.declaration).flatMap { [$0.id, $0.source.path] }
      throw .configuration(
        "there is no declaration '\(path)' in the tree",
        help: Suggestion.closest(to: path, among: names).map { "did you mean '\($0)'?" }
          ?? "name the path or the id of a declaration; 'modelgate list systems' shows them"
      )
    }
    return OpenAnswers(systems: wanted)
  }

  /// The questions on lines for people.
  package var text: String {
    guard !systems.isEmpty else {
      return "no system is declared here; 'modelgate init' writes a first declaration\n"
    }
    return systems.map(\.text).joined(separator: "\n")
  }
}

extension OpenAnswers.System {
  fileprivate init(
    _ declaration: SystemDeclaration,
    _ assessment: SystemAssessment,
    mistakes: [Fault]
  ) {
    let derivation = assessment.derivation
    let asked = derivation.openQuestions.map(\.text)
    self.init(
      id: declaration.id,
      path: declaration.source.path,
      tier: derivation.tier,
      mistakes: mistakes,
      questions: declaration.hasMistakes
        ? []
        : assessment.openQuestions.map { question in
          OpenAnswers.Question(
            key: question.key,
            article: question.article,
            text: question.question,
            choices: question.choices.map { ($0.answer, $0.effect) }
          )
        },
      remarks: declaration.hasMistakes
        ? [] : derivation.questions.filter { !asked.contains($0) }
    )
  }

  /// What is open, on lines for people.
  fileprivate var text: String {
    let head = "\(id) (\(path)), tier: \(tier.rawValue)\n"
    guard mistakes.isEmpty else {
      return head
        + mistakes.map { fault in
          "  \(fault.location?.description ?? path): \(fault.message)"
            + (fault.help.isEmpty ? "" : "; \(fault.help)") + "\n"
        }
        .joined()
        + "  nothing is derived before these are corrected\n"
    }
    guard !questions.isEmpty || !remarks.isEmpty else { return head + "  nothing is open\n" }
    let lines = questions.map { question in
      let choices = question.choices.map { choice in
        "\n      \(choice.answer)\(choice.effect.isEmpty ? "" : ": \(choice.effect)")"
      }
      return "  \(question.key) (\(question.article))\n    \(question.text)?\(choices.joined())\n"
    }
    return head + lines.joined() + remarks.map { "  to consider: \($0)\n" }.joined()
  }
}
