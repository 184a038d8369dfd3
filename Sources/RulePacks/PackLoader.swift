// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import RuleLanguage

/// Loads packs from their files: reads, checks and compiles every rule.
package struct PackLoader: Sendable {
  /// The facts and functions that conditions may use.
  package let environment: RuleEnvironment

  /// Creates a loader for rules over the given facts and functions.
  package init(environment: RuleEnvironment) {
    self.environment = environment
  }

  /// Loads one pack.
  ///
  /// - Parameters:
  ///   - files: Every file of the pack's folder, with paths from that folder.
  ///   - folder: The folder, for the places of problems.
  ///   - shared: Trees beside the pack that its examples may start from, below `fixtures/`.
  ///   - settings: What a policy sets in the pack.
  ///   - readsExamples: Whether the rules carry their examples. Without them, neither the examples
  ///     nor the accepted mutants are looked at, not even their syntax: only for packs whose
  ///     examples were tested before, as those that are part of the program.
  /// - Returns: The pack with its compiled rules.
  /// - Throws: Every problem of the pack and of the settings in one go.
  package func pack(
    files: [PackFile],
    folder: String,
    shared: [PackFile] = [],
    settings: ParameterSettings = ParameterSettings(),
    readsExamples: Bool = true
  ) throws(PackProblems) -> RulePack {
    let draft = try draft(
      files: files,
      folder: folder,
      shared: shared,
      settings: settings,
      readsExamples: readsExamples
    )
    return try draft.pack(of: draft.ruleFiles.map { draft.rule($0) })
  }

  /// Begins to load one pack, for callers that read its rules on several cores.
  ///
  /// - Parameters:
  ///   - files: As for `pack`.
  ///   - folder: As for `pack`.
  ///   - shared: As for `pack`.
  ///   - settings: As for `pack`.
  ///   - readsExamples: As for `pack`.
  ///   - isTested: Whether the rules were tested as they are, as those that are part of the program:
  ///     nothing of them is checked again, and conditions are compiled where they are first needed.
  /// - Returns: The pack without its rules.
  /// - Throws: What is wrong with the manifest, where nothing can be read without it.
  package func draft(
    files: [PackFile],
    folder: String,
    shared: [PackFile] = [],
    settings: ParameterSettings = ParameterSettings(),
    readsExamples: Bool = true,
    isTested: Bool = false
  ) throws(PackProblems) -> PackDraft {
    try PackDraft(
      environment: environment,
      files: Self.parts(of: files),
      folder: folder,
      shared: shared,
      settings: settings,
      readsExamples: readsExamples,
      isTested: isTested,
      phrases: isTested ? RequirementPhrases(files) : nil,
      // Examples stand in the rules alone.
      image: isTested && !readsExamples ? PackImage(files) : nil
    )
  }

  /// The files of a folder that a pack consists of, sorted by path.
  package static func parts(of files: [PackFile]) -> [PackFile] {
    files.filter { isPart($0.path) }.sorted { $0.path < $1.path }
  }

  /// Whether a file decides anything; documentation beside the rules does not.
  private static func isPart(_ path: String) -> Bool {
    path == "pack.yaml" || path.hasPrefix("rules/") || path.hasPrefix("fixtures/")
  }
}
