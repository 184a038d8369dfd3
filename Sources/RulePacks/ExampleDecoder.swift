// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// How the examples of a pack are read.
struct ExampleReading {
  /// The day that examples without `as_of` are judged on, as the pack states it.
  let day: CalendarDate?
}

extension PackFileReading {
  /// The examples of the rule, whose parameters they may set.
  mutating func examples(
    _ examples: ExampleReading,
    parameters: [RuleParameter]
  ) -> [RuleExample] {
    (root["examples"]?.elements ?? []).compactMap { example($0, examples, parameters) }
  }

  private mutating func example(
    _ cursor: NodeCursor,
    _ examples: ExampleReading,
    _ parameters: [RuleParameter]
  ) -> RuleExample? {
    guard let name = cursor["name"]?.text, let expected = cursor.choice("expect", of: Outcome.self)
    else { return nil }
    guard let day = cursor.day("as_of") ?? examples.day else {
      add(
        "the example '\(name)' does not say on which day it is judged",
        at: cursor,
        help: "add 'as_of: YYYY-MM-DD' here, or 'examples_as_of' to pack.yaml"
      )
      return nil
    }
    return RuleExample(
      name: name,
      expected: expected,
      base: cursor["base"]?.text,
      edits: (cursor["edits"]?.elements ?? []).compactMap(edit),
      files: (cursor["files"]?.node.map ?? .empty).map {
        PackFile(path: $0.key, bytes: Array(($0.value.text ?? "").utf8))
      },
      removed: (cursor["remove"]?.elements ?? []).compactMap(\.text),
      asOf: day,
      committed: cursor.day("committed"),
      history: cursor.choice("history"),
      signature: cursor.choice("signature"),
      earlier: cursor["earlier"].flatMap(earlier),
      looks: cursor["looks"]?.node.int ?? 1,
      parameters: values(of: cursor, setting: parameters, name: name),
      subject: cursor["subject"]?.text,
      location: cursor.source.location
    )
  }

  /// The parameters that an example sets, each of the type that the rule declares.
  private mutating func values(
    of example: NodeCursor,
    setting parameters: [RuleParameter],
    name: String
  ) -> [String: ParameterValue] {
    let settings = (example["parameters"]?.node.map ?? .empty).map {
      ParameterSettings.Setting($0, path: path)
    }
    guard !settings.isEmpty else { return [:] }
    var check = SettingCheck(subject: "the example '\(name)'")
    let declared = ParameterDeclarations(sound: parameters)
    let values = check.values(settings, among: declared, of: "the rule") { _ in nil }
    for problem in check.problems { add(problem) }
    return values
  }

  private func earlier(_ cursor: NodeCursor) -> RuleExample.Earlier? {
    cursor.day("until").map {
      RuleExample.Earlier(until: $0, edits: (cursor["edits"]?.elements ?? []).compactMap(edit))
    }
  }

  private func edit(_ cursor: NodeCursor) -> RuleExample.Edit? {
    guard let file = cursor["file"]?.text, let find = cursor["find"]?.node.text else { return nil }
    return RuleExample.Edit(
      file: file,
      find: find,
      replacement: cursor["replace"]?.node.text ?? "",
      location: cursor.source.location
    )
  }

  /// The changes that no example can notice, each with its reason.
  var acceptedMutants: [AcceptedMutant] {
    (root["accepted_mutants"]?.elements ?? []).compactMap { cursor in
      guard let change = cursor["change"]?.text, let reason = cursor["reason"]?.text else {
        return nil
      }
      return AcceptedMutant(change: change, reason: reason)
    }
  }
}
