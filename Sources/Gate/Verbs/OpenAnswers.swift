// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import GateModel
internal import GitStore
package import Reporting
internal import Survey
internal import Texts

/// What is still open in the declarations of a tree, for `modelgate ask`.
package struct OpenAnswers: Sendable {
  /// The systems, by id.
  package let systems: [OpenDeclaration]

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
    let wanted = assessments.compactMap { assessment -> OpenDeclaration? in
      guard let declaration = assessment.dossier.declaration else { return nil }
      let place = declaration.source.path
      guard path == nil || place == path || declaration.id == path else { return nil }
      let mistakes = survey.faults.filter {
        declaration.hasMistakes && $0.location?.path == place
      }
      return OpenDeclaration(declaration, assessment, mistakes: mistakes)
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
}

extension OpenDeclaration {
  fileprivate init(
    _ declaration: SystemDeclaration,
    _ assessment: SystemAssessment,
    mistakes: [Fault]
  ) {
    let asked = Set(assessment.openQuestions.map(\.text))
    self.init(
      id: declaration.id,
      path: declaration.source.path,
      tier: assessment.derivation.tier,
      mistakes: mistakes,
      questions: assessment.openQuestions,
      remarks: declaration.hasMistakes
        ? [] : assessment.derivation.questions.filter { !asked.contains($0) }
    )
  }
}
