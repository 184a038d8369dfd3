// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import RuleLanguage

/// A pack whose manifest is read and whose rules are not: each of them can be read on its own core.
package struct PackDraft: Sendable {
  /// The files that hold one rule each, sorted by path.
  package let ruleFiles: [PackFile]

  let folder: String
  let settings: ParameterSettings
  /// The parameters of the pack, with the values in force.
  let shared: ParameterDeclarations
  /// What conditions of rules without parameters of their own may use.
  private let scope: ParameterScope
  let manifest: NodeCursor
  private let files: [PackFile]
  /// Trees beside the pack.
  private let sharedFixtures: [PackFile]
  private let examples: ExampleReading?
  /// Whether the rules have no mistakes, since they were tested as they are.
  let isTested: Bool
  /// What the rules require, where that was put into words before.
  private let phrases: RequirementPhrases?
  private let problems: [Problem]

  init(
    environment: RuleEnvironment,
    files: [PackFile],
    folder: String,
    shared sharedFixtures: [PackFile],
    settings: ParameterSettings,
    readsExamples: Bool,
    isTested: Bool,
    phrases: RequirementPhrases?
  ) throws(PackProblems) {
    var reading = PackFileReading(
      try Self.manifest(in: files, folder: folder, isTested: isTested),
      shape: isTested ? nil : PackShapes.pack,
      path: "\(folder)/pack.yaml"
    )
    manifest = reading.root
    let day = manifest.day("examples_as_of")
    let declared = reading.parameters(of: manifest, scope: .pack)
    self.files = files
    self.sharedFixtures = sharedFixtures
    self.folder = folder
    self.settings = settings
    self.isTested = isTested
    self.phrases = phrases
    examples = readsExamples ? ExampleReading(day: day) : nil
    // What is wrong with the settings is said when the rules are known, which may be meant.
    var check = SettingCheck(subject: "the policy")
    let values = check.values(settings.pack, among: declared, of: "") { _ in nil }
    shared = ParameterDeclarations(
      sound: declared.sound.map { $0.overridden(by: values[$0.name]) },
      broken: declared.broken
    )
    scope = ParameterScope(shared, in: environment)
    ruleFiles = files.filter { $0.path.hasPrefix("rules/") && $0.path.hasSuffix(".yaml") }
    problems = reading.problems
  }

  private static func manifest(
    in files: [PackFile],
    folder: String,
    isTested: Bool
  ) throws(PackProblems) -> Node {
    guard let file = files.first(where: { $0.path == "pack.yaml" }) else {
      throw PackProblems([
        Problem(
          message: "the pack has no pack.yaml",
          location: SourceLocation(path: "\(folder)/pack.yaml"),
          help: "add a pack.yaml with id, version, title and summary"
        )
      ])
    }
    if isTested, let subset = YAMLReader.readSubset(file.bytes) { return subset }
    do throws(Problem) {
      return try YAMLReader.read(file.bytes)
    } catch {
      throw PackProblems([error.placed(in: "\(folder)/pack.yaml")])
    }
  }

  /// Reads, checks and compiles one rule; its mistakes stay with it until the pack is complete.
  package func rule(_ file: PackFile) -> DraftRule {
    DraftRule(
      file,
      folder: folder,
      scope: scope,
      shared: shared,
      settings: settings.rules,
      examples: examples,
      isTested: isTested
    )
  }

  /// The pack with its rules.
  ///
  /// - Parameter rules: What came of each file of `ruleFiles`.
  /// - Returns: The pack.
  /// - Throws: Every problem of the pack, its rules and the settings in one go.
  package func pack(of rules: [DraftRule]) throws(PackProblems) -> RulePack {
    let found = problems + rules.flatMap(\.problems) + DraftCheck(self, rules).problems
    guard found.isEmpty, let id = manifest["id"]?.text, let version = manifest["version"]?.text,
      let title = manifest["title"]?.text, let summary = manifest["summary"]?.text
    else { throw PackProblems(found) }
    return RulePack(
      id: id,
      version: version,
      title: title,
      summary: summary,
      law: manifest["law"]?.text,
      statusDay: manifest.day("status_day"),
      parameters: shared.sound,
      rules: phrased(rules.compactMap(\.rule)).sorted { $0.id < $1.id },
      fixtures: examples == nil ? [:] : fixtures,
      files: files
    )
  }

  private func phrased(_ rules: [Rule]) -> [Rule] {
    guard let phrases else { return rules }
    var rules = rules
    for index in rules.indices { rules[index].phrases = phrases }
    return rules
  }

  private var fixtures: [String: [PackFile]] {
    (sharedFixtures + files).reduce(into: [:]) { fixtures, file in
      let parts = file.path.split(separator: "/", maxSplits: 2)
      guard parts.count == 3, parts[0] == "fixtures" else { return }
      fixtures[String(parts[1]), default: []].append(
        PackFile(path: String(parts[2]), bytes: file.bytes)
      )
    }
  }
}
