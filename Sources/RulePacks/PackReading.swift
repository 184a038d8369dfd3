// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import RuleLanguage

/// One pack being read; collects problems.
struct PackReading {
  private static let keys = [
    "id", "version", "title", "summary", "law", "sources", "examples_as_of", "parameters",
  ]

  let environment: RuleEnvironment
  let folder: String
  let settings: ParameterSettings
  let readsExamples: Bool
  private(set) var problems: [PackProblem] = []

  init(
    environment: RuleEnvironment,
    folder: String,
    settings: ParameterSettings,
    readsExamples: Bool
  ) {
    self.environment = environment
    self.folder = folder
    self.settings = settings
    self.readsExamples = readsExamples
  }

  /// The pack; nil, or incomplete, when there are problems.
  mutating func pack(_ files: [PackFile]) -> RulePack? {
    guard let manifest = files.first(where: { $0.path == "pack.yaml" }) else {
      problems.append(
        PackProblem(
          message: "the pack has no pack.yaml",
          location: SourceLocation(path: "\(folder)/pack.yaml"),
          help: "add a pack.yaml with id, version, title and summary"
        )
      )
      return nil
    }
    guard let node = node(manifest) else { return nil }
    var fields = NodeFields(path: "\(folder)/pack.yaml")
    fields.rejectUnknownKeys(of: node, known: Self.keys)
    let examples = ExampleReading(day: fields.date("examples_as_of", of: node))
    let declared = fields.parameters(of: node, scope: .pack)
    let ruleFiles = files.filter { $0.path.hasPrefix("rules/") && $0.path.hasSuffix(".yaml") }
      .map { RuleFile($0, node: self.node($0)) }
    let shared = inForce(declared, rules: ruleFiles)
    let readings = ruleFiles.compactMap { file in
      file.node.map { rule($0, of: file, shared, readsExamples ? examples : nil) }
    }
    reportDuplicates(of: readings.compactMap(\.rule))
    reportUnknownRules(ruleFiles, shared)
    if ruleFiles.allSatisfy({ $0.node != nil }) {
      reportUnused(shared, readings, in: node, &fields)
    }
    let id = fields.requiredText("id", of: node)
    let version = fields.requiredText("version", of: node)
    let title = fields.requiredText("title", of: node)
    let summary = fields.requiredText("summary", of: node)
    problems += fields.problems
    guard let id, let version, let title, let summary else { return nil }
    return RulePack(
      id: id,
      version: version,
      title: title,
      summary: summary,
      parameters: shared.sound,
      rules: readings.compactMap(\.rule).sorted { $0.id < $1.id },
      fixtures: readsExamples ? fixtures(in: files) : [:],
      files: files
    )
  }

  private mutating func node(_ file: PackFile) -> Node? {
    do throws(DocumentError) {
      return try YAMLReader.read(readsExamples ? file.bytes : RuleText.withoutExamples(file.bytes))
    } catch {
      problems.append(
        PackProblem(
          message: error.message,
          location: SourceLocation(path: "\(folder)/\(file.path)", position: error.position),
          help: error.help
        )
      )
      return nil
    }
  }

  private func fixtures(in files: [PackFile]) -> [String: [PackFile]] {
    files.reduce(into: [:]) { fixtures, file in
      let parts = file.path.split(separator: "/", maxSplits: 2)
      guard parts.count == 3, parts[0] == "fixtures" else { return }
      fixtures[String(parts[1]), default: []].append(
        PackFile(path: String(parts[2]), bytes: file.bytes)
      )
    }
  }
}

/// A rule file with what can be said of it before it is understood.
struct RuleFile {
  let path: String
  /// The name without folder and ending, which is the id of the rule.
  let name: String
  /// The content, or nil when it is no YAML.
  let node: Node?

  init(_ file: PackFile, node: Node?) {
    path = file.path
    name = String(file.path.dropFirst("rules/".count).dropLast(".yaml".count))
    self.node = node
  }

  /// What a policy may call the rule: its id and its code.
  var ruleNames: [String] {
    node.map { [$0["id"]?.text, $0["code"]?.text].compactMap { $0 } } ?? [name]
  }
}

/// What came of one rule file.
struct RuleReading {
  /// The rule, unless it has mistakes.
  let rule: Rule?
  /// The parameters that it mentions; nil while its conditions have mistakes.
  let usedParameters: Set<String>?
}

// MARK: - Rules

extension PackReading {
  private mutating func rule(
    _ node: Node,
    of file: RuleFile,
    _ shared: ParameterDeclarations,
    _ examples: ExampleReading?
  ) -> RuleReading {
    var decoder = RuleDecoder(
      environment: environment,
      shared: shared,
      settings: settings.rules.filter { file.ruleNames.contains($0.rule) }.flatMap(\.settings),
      examples: examples,
      path: "\(folder)/\(file.path)"
    )
    let rule = decoder.rule(node, fileName: file.name)
    problems += decoder.fields.problems
    return RuleReading(
      rule: decoder.fields.problems.isEmpty ? rule : nil,
      usedParameters: decoder.usedParameters
    )
  }

  private mutating func reportDuplicates(of rules: [Rule]) {
    var seen: [String: SourceLocation] = [:]
    for rule in rules {
      for name in [rule.id, rule.code].compactMap({ $0 }) {
        if let first = seen[name] {
          problems.append(
            PackProblem(
              message: "two rules are called '\(name)'; the other one is at \(first)",
              location: rule.location,
              help: "give each rule its own id and code"
            )
          )
        }
        seen[name] = rule.location
      }
    }
  }
}

// MARK: - Parameters

extension PackReading {
  /// The parameters of the pack with the values that the policy sets for all of it.
  private mutating func inForce(
    _ declared: ParameterDeclarations,
    rules: [RuleFile]
  ) -> ParameterDeclarations {
    let ruleNames = rules.flatMap(\.ruleNames)
    let owners = rules.reduce(into: [String: String]()) { owners, rule in
      for member in rule.node?["parameters"]?.map ?? [] where owners[member.key] == nil {
        owners[member.key] = rule.name
      }
    }
    var check = SettingCheck(subject: "the policy")
    let values = check.values(settings.pack, among: declared, of: "the pack '\(folder)'") { name in
      if ruleNames.contains(name) { return "it is a rule: write '\(name): {PARAMETER: VALUE}'" }
      return owners[name].map { "it is a parameter of a rule: write '\($0): {\(name): VALUE}'" }
    }
    problems += check.problems
    return ParameterDeclarations(
      sound: declared.sound.map { $0.overridden(by: values[$0.name]) },
      broken: declared.broken
    )
  }

  /// Names the rules of the policy that the pack does not have.
  private mutating func reportUnknownRules(_ files: [RuleFile], _ shared: ParameterDeclarations) {
    let known = files.flatMap(\.ruleNames)
    // The code of a rule whose file is no YAML is not known, and ids have no capital letters.
    let allCodesAreKnown = files.allSatisfy { $0.node != nil }
    var check = SettingCheck(subject: "the policy")
    for rule in settings.rules where !known.contains(rule.rule) {
      guard allCodesAreKnown || rule.rule == rule.rule.lowercased() else { continue }
      check.addUnknown(rule, known: known, isOfPack: shared.names.contains(rule.rule))
    }
    problems += check.problems
  }

  /// Names the parameters of the pack that no rule mentions, once all rules are understood.
  private func reportUnused(
    _ shared: ParameterDeclarations,
    _ readings: [RuleReading],
    in manifest: Node,
    _ fields: inout NodeFields
  ) {
    var used: Set<String> = []
    for reading in readings {
      guard let names = reading.usedParameters else { return }
      used.formUnion(names)
    }
    for member in manifest["parameters"]?.map ?? []
    where shared.sound.contains(where: { $0.name == member.key }) && !used.contains(member.key) {
      fields.add(
        "the parameter '\(member.key)' is not used by any rule of the pack",
        at: member.keyPosition,
        help: "use it as parameters.\(member.key), or remove it"
      )
    }
  }
}
