// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import RuleLanguage

/// A pack whose manifest is read and whose rules are not: each of them can be read on its own core.
package struct PackDraft: Sendable {
  private static let keys = [
    "id", "version", "title", "summary", "law", "sources", "examples_as_of", "parameters",
  ]

  /// The files that hold one rule each, sorted by path.
  package let ruleFiles: [PackFile]

  let folder: String
  let settings: ParameterSettings
  /// The parameters of the pack, with the values in force.
  let shared: ParameterDeclarations
  let manifest: Node
  private let environment: RuleEnvironment
  private let files: [PackFile]
  private let examples: ExampleReading?
  private let problems: [Problem]

  init(
    environment: RuleEnvironment,
    files: [PackFile],
    folder: String,
    settings: ParameterSettings,
    readsExamples: Bool
  ) throws(PackProblems) {
    manifest = try Self.manifest(in: files, folder: folder)
    var fields = NodeFields(path: "\(folder)/pack.yaml")
    fields.rejectUnknownKeys(of: manifest, known: Self.keys)
    let day = fields.date("examples_as_of", of: manifest)
    let declared = fields.parameters(of: manifest, scope: .pack)
    self.environment = environment
    self.files = files
    self.folder = folder
    self.settings = settings
    examples = readsExamples ? ExampleReading(day: day) : nil
    // What is wrong with the settings is said when the rules are known, which may be meant.
    var check = SettingCheck(subject: "the policy")
    let values = check.values(settings.pack, among: declared, of: "") { _ in nil }
    shared = ParameterDeclarations(
      sound: declared.sound.map { $0.overridden(by: values[$0.name]) },
      broken: declared.broken
    )
    ruleFiles = files.filter { $0.path.hasPrefix("rules/") && $0.path.hasSuffix(".yaml") }
    problems = fields.problems
  }

  private static func manifest(
    in files: [PackFile],
    folder: String
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
    do throws(DocumentError) {
      return try YAMLReader.read(file.bytes)
    } catch {
      throw PackProblems([Problem(error, path: "\(folder)/pack.yaml")])
    }
  }

  /// Reads, checks and compiles one rule; its mistakes stay with it until the pack is complete.
  package func rule(_ file: PackFile) -> DraftRule {
    DraftRule(
      file,
      folder: folder,
      environment: environment,
      shared: shared,
      settings: settings.rules,
      examples: examples
    )
  }

  /// The pack with its rules.
  ///
  /// - Parameter rules: What came of each file of `ruleFiles`.
  /// - Returns: The pack.
  /// - Throws: Every problem of the pack, its rules and the settings in one go.
  package func pack(of rules: [DraftRule]) throws(PackProblems) -> RulePack {
    var fields = NodeFields(path: "\(folder)/pack.yaml")
    let id = fields.requiredText("id", of: manifest)
    let version = fields.requiredText("version", of: manifest)
    let title = fields.requiredText("title", of: manifest)
    let summary = fields.requiredText("summary", of: manifest)
    let found =
      problems + fields.problems + rules.flatMap(\.problems) + DraftCheck(self, rules).problems
    guard let id, let version, let title, let summary, found.isEmpty else {
      throw PackProblems(found)
    }
    return RulePack(
      id: id,
      version: version,
      title: title,
      summary: summary,
      parameters: shared.sound,
      rules: rules.compactMap(\.rule).sorted { $0.id < $1.id },
      fixtures: examples == nil ? [:] : fixtures,
      files: files
    )
  }

  private var fixtures: [String: [PackFile]] {
    files.reduce(into: [:]) { fixtures, file in
      let parts = file.path.split(separator: "/", maxSplits: 2)
      guard parts.count == 3, parts[0] == "fixtures" else { return }
      fixtures[String(parts[1]), default: []].append(
        PackFile(path: String(parts[2]), bytes: file.bytes)
      )
    }
  }
}

extension Problem {
  /// A file that is no YAML.
  init(_ error: DocumentError, path: String) {
    self.init(
      message: error.message,
      location: SourceLocation(path: path, position: error.position),
      help: error.help
    )
  }
}
