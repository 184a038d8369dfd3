// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// How the examples of a pack are read.
struct ExampleReading {
  /// The day that examples without `as_of` are judged on, as the pack states it.
  let day: CalendarDate?
}

extension NodeFields {
  private static var exampleKeys: [String] {
    [
      "name", "expect", "base", "edits", "files", "remove", "as_of", "parameters", "subject",
    ]
  }

  /// The examples of a rule, whose parameters they may set.
  mutating func examples(
    of rule: Node,
    _ reading: ExampleReading,
    parameters: [RuleParameter]
  ) -> [RuleExample] {
    elements("examples", of: rule).compactMap { example($0, reading, parameters) }
  }

  private mutating func example(
    _ node: Node,
    _ reading: ExampleReading,
    _ parameters: [RuleParameter]
  ) -> RuleExample? {
    rejectUnknownKeys(of: node, known: Self.exampleKeys)
    let name = requiredText("name", of: node)
    let expected: Outcome? = choice("expect", of: node)
    guard let name else { return nil }
    guard let expected else {
      add(
        "the example '\(name)' does not say what to expect",
        at: node.position,
        help: "add 'expect: passed' or 'expect: failed'"
      )
      return nil
    }
    guard let day = date("as_of", of: node) ?? reading.day else {
      add(
        "the example '\(name)' does not say on which day it is judged",
        at: node.position,
        help: "add 'as_of: YYYY-MM-DD' here, or 'examples_as_of' to pack.yaml"
      )
      return nil
    }
    return RuleExample(
      name: name,
      expected: expected,
      base: optionalText("base", of: node),
      edits: elements("edits", of: node).compactMap { edit($0) },
      files: members("files", of: node).map {
        PackFile(path: $0.key, bytes: Array(($0.value.text ?? "").utf8))
      },
      removed: elements("remove", of: node).compactMap(\.text),
      asOf: day,
      parameters: values(of: node, setting: parameters, name: name),
      subject: optionalText("subject", of: node),
      location: location(of: node)
    )
  }

  /// The parameters that an example sets, each of the type that the rule declares.
  private mutating func values(
    of example: Node,
    setting parameters: [RuleParameter],
    name: String
  ) -> [String: ParameterValue] {
    let settings = members("parameters", of: example).map {
      ParameterSettings.Setting($0, path: path)
    }
    guard !settings.isEmpty else { return [:] }
    var check = SettingCheck(subject: "the example '\(name)'")
    let declared = ParameterDeclarations(sound: parameters)
    let values = check.values(settings, among: declared, of: "the rule") { _ in nil }
    for problem in check.problems { add(problem) }
    return values
  }

  private mutating func edit(_ node: Node) -> RuleExample.Edit? {
    rejectUnknownKeys(of: node, known: ["file", "find", "replace"])
    guard let file = requiredText("file", of: node), let find = requiredText("find", of: node)
    else { return nil }
    return RuleExample.Edit(
      file: file,
      find: find,
      replacement: node["replace"]?.text ?? "",
      location: location(of: node)
    )
  }

  /// The changes that no example can notice, each with its reason.
  mutating func acceptedMutants(of rule: Node) -> [AcceptedMutant] {
    elements("accepted_mutants", of: rule).compactMap { node in
      rejectUnknownKeys(of: node, known: ["change", "reason"])
      guard let change = requiredText("change", of: node),
        let reason = requiredText("reason", of: node)
      else { return nil }
      return AcceptedMutant(change: change, reason: reason)
    }
  }
}
