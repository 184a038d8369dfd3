// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import GateModel
internal import Reporting
internal import RuleLanguage
internal import RulePacks
internal import Survey
internal import Texts

/// The documents that are generated from tables in the code; a test regenerates and compares them.
package struct ReferenceDocuments: Sendable {
  /// One generated file.
  package struct File: Sendable {
    /// The path from the root of the package.
    package var path: String
    /// The text, with a closing newline.
    package var text: String
  }

  private let packs: [RulePack]

  /// Creates the documents for the shipped packs.
  package init() throws(RunFailure) {
    packs = try RuleCatalogue(packs: RuleCatalogue.shippedNames).packs
  }

  /// Every file, sorted by path.
  package var files: [File] {
    let references = packs.map { File(path: "gates/\($0.id)/README.md", text: reference(of: $0)) }
    let phrases = packs.map {
      File(
        path: "gates/\($0.id)/\(RequirementPhrases.fileName)",
        text: RequirementPhrases.text(for: $0)
      )
    }
    let images = packs.map { pack in
      let deciding = pack.files.filter { !$0.path.hasPrefix(Governance.exampleFolder) }
      return File(
        path: "gates/\(pack.id)/\(PackImage.fileName)",
        text: PackImage.text(for: pack, digest: Governance.digest(of: deciding))
      )
    }
    let schemas =
      [
        File(path: "templates/schemas/report.schema.json", text: Self.text(ReportSchema.document)),
        File(
          path: "templates/schemas/gate-result.schema.json",
          text: Self.text(GateResultSchema.document)
        ),
        File(
          path: "templates/schemas/inspect.schema.json",
          text: Self.text(InspectSchema.document)
        ),
      ]
      + (FileSchemas.all + Self.packSchemas).map {
        File(path: "templates/schemas/\($0.name)", text: $0.text)
      }
    return ([index, facts] + references + phrases + images + schemas).sorted { $0.path < $1.path }
  }

  /// The schemas of the files that a rule pack consists of.
  private static var packSchemas: [FileSchemas.FileSchema] {
    [
      FileSchemas.schema("rule", "One rule of a pack (rules/*.yaml)", PackShapes.rule),
      FileSchemas.schema("pack", "The manifest of a rule pack (pack.yaml)", PackShapes.pack),
    ]
  }

  /// The JSON Schema of one of the project's own file formats, by the name of the format.
  package static func schema(named name: String) throws(RunFailure) -> String {
    let all = FileSchemas.all + packSchemas
    let names = all.map { String($0.name.dropLast(".schema.json".count)) }
    if let index = names.firstIndex(of: name) { return all[index].text }
    throw .configuration(
      "there is no schema '\(name)'",
      help: Suggestion.closest(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "the schemas are \(names.joined(separator: ", "))"
    )
  }

  private static func text(_ schema: JSONValue) -> String {
    String(decoding: CanonicalJSON.prettyBytes(of: schema), as: UTF8.self)
  }

  // MARK: gates/README.md

  private var index: File {
    let rows = packs.map { pack in
      "| [\(pack.id)](\(pack.id)/README.md) | \(pack.version) | \(pack.rules.count) | \(pack.title) |"
    }
    let lines =
      [
        "# Rule packs", "",
        "Each folder is one pack: `pack.yaml`, one file per rule in `rules/`, and the little trees",
        "that rule examples start from in `fixtures/`. [FACTS.md](FACTS.md) lists what conditions may",
        "refer to. `modelgate explain RULE` prints one rule with its examples.", "",
        "| pack | version | rules | about |", "|---|---|---|---|",
      ] + rows
    return File(path: "gates/README.md", text: lines.joined(separator: "\n") + "\n")
  }

  // MARK: gates/<pack>/README.md

  private func reference(of pack: RulePack) -> String {
    let rows = pack.rules.map { rule in
      "| `\(rule.id)` | \(rule.code ?? "") | \(rule.severity.text) | \(cell(rule.title)) |"
    }
    let head = [
      "# \(pack.title)", "", "`\(pack.id)` \(pack.version)", "", pack.summary, "",
      "| rule | code | severity | title |", "|---|---|---|---|",
    ]
    return (head + rows + [""] + parameters(of: pack) + pack.rules.map { section(of: $0) })
      .joined(separator: "\n")
  }

  private func parameters(of pack: RulePack) -> [String] {
    guard !pack.parameters.isEmpty else { return [] }
    let rows = pack.parameters.map { parameter in
      let users = pack.rules.filter { $0.parameters.contains { $0.name == parameter.name } }
      return "| `\(parameter.name)` | \(cell(parameter.value.text)) | \(parameter.terms)"
        + " | \(cell(parameter.summary)) | \(users.count) |"
    }
    return [
      "## Parameters of the pack", "",
      "A policy sets them for all rules, or for one rule under its id.", "",
      "| parameter | value | type, values, origin | meaning | rules |", "|---|---|---|---|---|",
    ] + rows + [""]
  }

  private func section(of rule: Rule) -> String {
    var lines = ["## \(rule.id)", "", "\(rule.title).", ""]
    if !rule.control.isEmpty { lines.append("- asked for by: \(rule.control)") }
    if let addressee = rule.asks { lines.append("- of whom: \(addressee.rawValue)") }
    lines.append("- severity: \(rule.severity.text)")
    if let from = rule.period.from.text { lines.append("- applies from: \(from)") }
    if let until = rule.period.until { lines.append("- applies until: \(until)") }
    if let contested = rule.period.contestedFrom {
      lines.append("- contested earlier reading: \(contested)")
    }
    if let origin = rule.origin { lines.append("- origin of the threshold: \(origin.rawValue)") }
    lines += rule.parameters.map { parameter in
      if parameter.scope == .pack { return "- parameter of the pack: `\(parameter.name)`" }
      let summary = parameter.summary.isEmpty ? "" : ": \(parameter.summary)"
      let domain = parameter.domain.text.map { " (\($0))" } ?? ""
      return "- parameter `\(parameter.name)` = \(parameter.value.text)\(domain)\(summary)"
    }
    lines += rule.limits.map { "- limit: \($0.summary)" }
    lines += rule.displaces.map { "- \($0.summary)" }
    lines += ["", rule.rationale.collapsed, "", "How to fix: \(rule.remedy.collapsed)", "", "```"]
    if let iteration = rule.iteration {
      lines.append("for each \(iteration.variable) in \(iteration.list.source.collapsed)")
    }
    if let when = rule.when { lines.append("when    \(when.source.collapsed)") }
    lines += ["require \(rule.require.source.collapsed)", "```", ""]
    return lines.joined(separator: "\n")
  }

  // MARK: gates/FACTS.md

  private var facts: File {
    let schema = Facts.schema
    let roots = schema.roots.map { "| `\($0.name)` | \($0.type) | \(cell($0.summary)) |" }
    let types = schema.objects.map { type in
      let rows = type.fields.map { field in
        let optional = field.isOptional ? " (optional)" : ""
        let members = field.members.isEmpty ? "" : ": \(field.members.joined(separator: ", "))"
        return "| `\(field.name)` | \(field.type)\(optional) | \(cell(field.summary + members)) |"
      }
      return
        (["## \(type.name)", "", type.summary, "", "| field | type | meaning |", "|---|---|---|"]
        + rows).joined(separator: "\n")
    }
    let functions = RuleFunctions.all.map { function in
      "| `\(cell(function.signature))` | \(cell(function.summary)) | `\(cell(function.example))` |"
    }
    let text =
      ([
        """
        # What conditions may refer to

        Conditions are written in the Common Expression Language. An optional field that is absent is
        absent evidence: it never passes. `has(x.y)` asks for it, `x.?y.orValue(z)` replaces it.

        | name | type | meaning |
        |---|---|---|
        \(roots.joined(separator: "\n"))
        | `parameters` | Parameters | the parameters of the rule and of its pack |

        ## Functions

        | function | gives | example |
        |---|---|---|
        \(functions.joined(separator: "\n"))
        """
      ] + types).joined(separator: "\n\n")
    return File(path: "gates/FACTS.md", text: text + "\n")
  }

  private func cell(_ text: String) -> String {
    text.collapsed.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

extension String {
  /// The text on one line.
  fileprivate var collapsed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
