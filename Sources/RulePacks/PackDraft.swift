// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import RuleLanguage
internal import Texts

/// A pack whose manifest is read and whose rules are not: each of them can be read on its own core.
package struct PackDraft: Sendable {
  /// The files that hold one rule each, sorted by path.
  package let ruleFiles: [PackFile]

  let folder: String
  let settings: ParameterSettings
  /// The name of the file that tells what the pack is.
  static let manifestName = "pack.yaml"

  /// The parameters of the pack, with the values in force.
  let shared: ParameterDeclarations
  private let environment: RuleEnvironment
  /// What conditions of rules without parameters of their own may use.
  private let scope: Deferred<ParameterScope>
  /// The manifest as it is written; nil for one that was read before.
  let root: NodeCursor?
  private let manifest: PackManifest?
  private let files: [PackFile]
  /// Trees beside the pack.
  private let sharedFixtures: [PackFile]
  private let examples: ExampleReading?
  /// Whether the rules have no mistakes, since they were tested as they are.
  let isTested: Bool
  /// What the rules require, where that was put into words before.
  private let phrases: RequirementPhrases?
  /// The rules as they were planned before, where they were.
  private let image: PackImage?
  private let problems: [Problem]

  init(
    environment: RuleEnvironment,
    files: [PackFile],
    folder: String,
    shared sharedFixtures: [PackFile],
    settings: ParameterSettings,
    readsExamples: Bool,
    isTested: Bool,
    phrases: RequirementPhrases?,
    image: PackImage?
  ) throws(PackProblems) {
    let read = try Self.reading(files, folder: folder, isTested: isTested, image: image)
    (manifest, root, problems) = (read.manifest, read.root, read.problems)
    let declared = read.declared
    self.environment = environment
    self.image = image
    self.files = files
    self.sharedFixtures = sharedFixtures
    self.folder = folder
    self.settings = settings
    self.isTested = isTested
    self.phrases = phrases
    examples =
      readsExamples ? ExampleReading(day: read.root.flatMap { $0.day("examples_as_of") }) : nil
    // What is wrong with the settings is said when the rules are known, which may be meant.
    var check = SettingCheck(subject: "the policy")
    let values = check.values(settings.pack, among: declared, of: "") { _ in nil }
    let shared = ParameterDeclarations(
      sound: declared.sound.map { $0.overridden(by: values[$0.name]) },
      broken: declared.broken
    )
    self.shared = shared
    scope = Deferred { ParameterScope(shared, in: environment) }
    ruleFiles = files.filter { $0.path.hasPrefix("rules/") && $0.path.hasSuffix(".yaml") }
  }

  /// What is known of a pack before its rules are.
  private struct Reading {
    var manifest: PackManifest?
    var declared: ParameterDeclarations
    var root: NodeCursor?
    var problems: [Problem] = []
  }

  private static func reading(
    _ files: [PackFile],
    folder: String,
    isTested: Bool,
    image: PackImage?
  ) throws(PackProblems) -> Reading {
    if let file = files.first(where: { $0.path == manifestName }),
      let (manifest, parameters) = image?.manifest(file)
    {
      return Reading(manifest: manifest, declared: ParameterDeclarations(sound: parameters))
    }
    var reading = PackFileReading(
      try node(of: files, folder: folder, isTested: isTested),
      shape: isTested ? nil : PackShapes.pack,
      path: "\(folder)/\(manifestName)"
    )
    let declared = reading.parameters(of: reading.root, scope: .pack)
    return Reading(
      manifest: PackManifest(reading.root),
      declared: declared,
      root: reading.root,
      problems: reading.problems
    )
  }

  private static func node(
    of files: [PackFile],
    folder: String,
    isTested: Bool
  ) throws(PackProblems) -> Node {
    guard let file = files.first(where: { $0.path == manifestName }) else {
      throw PackProblems([
        Problem(
          message: "the pack has no pack.yaml",
          location: SourceLocation(path: "\(folder)/\(manifestName)"),
          help: "add a pack.yaml with id, version, title and summary"
        )
      ])
    }
    if isTested, let subset = YAMLReader.readSubset(file.bytes) { return subset }
    do throws(Problem) {
      return try YAMLReader.read(file.bytes)
    } catch {
      throw PackProblems([error.placed(in: "\(folder)/\(manifestName)")])
    }
  }

  /// Reads, checks and compiles one rule; its mistakes stay with it until the pack is complete.
  package func rule(_ file: PackFile) -> DraftRule {
    planned(file)
      ?? DraftRule(
        file,
        folder: folder,
        scope: scope.value,
        shared: shared,
        settings: settings.rules,
        examples: examples,
        isTested: isTested
      )
  }

  /// A rule that was planned before; nil where it has to be read.
  private func planned(_ file: PackFile) -> DraftRule? {
    guard let reader = image?.reader(of: file) else { return nil }
    do throws(ImageReader.Damage) {
      let rule = try PlannedRule(
        reader,
        path: "\(folder)/\(file.path)",
        shared: shared,
        scope: scope,
        environment: environment
      )
      return DraftRule(rule, shared: shared, settings: settings.rules)
    } catch {
      return nil
    }
  }

  /// The pack with its rules.
  ///
  /// - Parameter rules: What came of each file of `ruleFiles`.
  /// - Returns: The pack.
  /// - Throws: Every problem of the pack, its rules and the settings in one go.
  package func pack(of rules: [DraftRule]) throws(PackProblems) -> RulePack {
    let found = problems + rules.flatMap(\.problems) + DraftCheck(self, rules).problems
    guard found.isEmpty, let manifest else { throw PackProblems(found) }
    return RulePack(
      id: manifest.id,
      version: manifest.version,
      title: manifest.title,
      summary: manifest.summary,
      law: manifest.law,
      statusDay: manifest.statusDay,
      parameters: shared.sound,
      rules: phrased(rules.compactMap(\.rule)).sorted { $0.id < $1.id },
      fixtures: examples == nil ? [:] : fixtures,
      files: files,
      knownDigest: image?.digest(of: files.filter { !$0.path.hasPrefix("fixtures/") })
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
