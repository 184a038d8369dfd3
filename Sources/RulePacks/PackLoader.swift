// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
public import RuleLanguage

/// Loads packs from their files: reads, checks and compiles every rule.
public struct PackLoader: Sendable {
  /// The facts and functions that conditions may use.
  public let environment: RuleEnvironment
  /// Creates a loader for rules over the given facts and functions.
  public init(environment: RuleEnvironment) {
    self.environment = environment
  }

  /// Loads one pack.
  ///
  /// - Parameters:
  ///   - files: Every file of the pack's folder, with paths from that folder.
  ///   - folder: The folder, for the places of problems.
  ///   - overrides: Parameter values set by a policy: rule id or code, then parameter name.
  /// - Returns: The pack with its compiled rules.
  /// - Throws: Every problem of the pack in one go.
  public func pack(
    files: [PackFile],
    folder: String,
    overrides: [String: [String: ParameterValue]] = [:]
  ) throws(PackProblems) -> RulePack {
    var reading = PackReading(environment: environment, folder: folder, overrides: overrides)
    let own = files.filter { Self.isPart($0.path) }.sorted { $0.path < $1.path }
    let pack = reading.pack(own)
    guard let pack, reading.problems.isEmpty else { throw PackProblems(reading.problems) }
    return pack
  }
}

extension PackLoader {
  /// Whether a file decides anything; documentation beside the rules does not.
  private static func isPart(_ path: String) -> Bool {
    path == "pack.yaml" || path.hasPrefix("rules/") || path.hasPrefix("fixtures/")
  }
}

/// One pack being read; collects problems.
private struct PackReading {
  let environment: RuleEnvironment
  let folder: String
  let overrides: [String: [String: ParameterValue]]
  var problems: [PackProblem] = []
  var exampleDay: CalendarDate?

  mutating func pack(_ files: [PackFile]) -> RulePack? {
    let manifestPath = "\(folder)/pack.yaml"
    guard let manifest = files.first(where: { $0.path == "pack.yaml" }) else {
      problems.append(
        PackProblem(
          message: "the pack has no pack.yaml",
          location: SourceLocation(path: manifestPath),
          help: "add a pack.yaml with id, version, title and summary"
        )
      )
      return nil
    }
    guard let node = node(manifest) else { return nil }
    var fields = NodeFields(path: manifestPath)
    fields.rejectUnknownKeys(
      of: node,
      known: ["id", "version", "title", "summary", "law", "sources", "examples_as_of"]
    )
    exampleDay = fields.date("examples_as_of", of: node)
    let rules = files.filter { $0.path.hasPrefix("rules/") && $0.path.hasSuffix(".yaml") }
      .compactMap { rule($0) }
    reportDuplicates(of: rules)
    if problems.isEmpty { reportUnknownOverrides(of: rules) }
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
      rules: rules.sorted { $0.id < $1.id },
      fixtures: fixtures(in: files),
      files: files
    )
  }

  private mutating func node(_ file: PackFile) -> Node? {
    do throws(DocumentError) {
      return try YAMLReader.read(file.bytes)
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

  private mutating func rule(_ file: PackFile) -> Rule? {
    guard let node = node(file) else { return nil }
    let fileName = String(file.path.dropFirst("rules/".count).dropLast(".yaml".count))
    let keys = [node["id"]?.text, node["code"]?.text].compactMap { $0 }
    var decoder = RuleDecoder(
      environment: environment,
      overrides: keys.reduce(into: [:]) { values, key in
        values.merge(overrides[key] ?? [:]) { _, later in later }
      },
      exampleDay: exampleDay,
      fields: NodeFields(path: "\(folder)/\(file.path)")
    )
    let rule = decoder.rule(node, fileName: fileName)
    problems += decoder.fields.problems
    return decoder.fields.problems.isEmpty ? rule : nil
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

  private mutating func reportUnknownOverrides(of rules: [Rule]) {
    let byName = rules.reduce(into: [String: Rule]()) { names, rule in
      names[rule.id] = rule
      if let code = rule.code { names[code] = rule }
    }
    for (name, values) in overrides.sorted(by: { $0.key < $1.key }) {
      guard let rule = byName[name] else {
        report(
          "the policy sets parameters of the rule '\(name)', which the pack does not have",
          suggestion: Suggestion.closest(to: name, among: byName.keys.sorted())
        )
        continue
      }
      for (parameter, value) in values.sorted(by: { $0.key < $1.key }) {
        reportOverride(of: rule, parameter: parameter, value: value)
      }
    }
  }

  private mutating func reportOverride(of rule: Rule, parameter: String, value: ParameterValue) {
    guard let known = rule.parameters.first(where: { $0.name == parameter }) else {
      report(
        "the policy sets '\(parameter)', which the rule '\(rule.id)' does not have",
        suggestion: Suggestion.closest(to: parameter, among: rule.parameters.map(\.name))
      )
      return
    }
    guard value.converted(toTypeOf: known.value) == nil else { return }
    report(
      "the policy sets '\(parameter)' of the rule '\(rule.id)' to \(value.text),"
        + " which is no \(known.value.typeName)",
      suggestion: nil
    )
  }

  private mutating func report(_ message: String, suggestion: String?) {
    problems.append(
      PackProblem(
        message: message,
        location: SourceLocation(path: "\(folder)/pack.yaml"),
        help: suggestion.map { "did you mean '\($0)'?" } ?? "correct the policy file"
      )
    )
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
