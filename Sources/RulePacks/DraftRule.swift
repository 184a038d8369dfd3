// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import RuleLanguage

/// What came of one rule file, before the pack is known as a whole.
package struct DraftRule: Sendable {
  /// The rule, unless it has mistakes.
  let rule: Rule?
  /// What is wrong with the file, and with what the policy sets for the rule.
  let problems: [Problem]
  /// The name of the file without its ending, which is the id of the rule.
  let fileName: String
  /// Whether the file holds a map, so that its keys are known.
  let isReadable: Bool
  /// What a policy may call the rule: its id, which is the name of the file, and its code.
  let names: [String]
  /// The parameters that it declares.
  let declaredParameters: [String]
  /// The parameters of the pack that it mentions; nil while its conditions have mistakes.
  let mentionedParameters: [String]?

  /// A rule that was planned before.
  init(_ planned: PlannedRule, shared: ParameterDeclarations, settings: [ParameterSettings.OfRule])
  {
    var rule = planned.rule
    let names = [rule.id, rule.id] + [rule.code].compactMap { $0 }
    let (parameters, problems) = planned.own.inForce(
      with: shared,
      mentioned: planned.mentioned,
      settings: settings.filter { names.contains($0.rule) }.flatMap(\.settings),
      fileName: rule.id
    )
    rule.parameters = parameters
    self.rule = problems.isEmpty ? rule : nil
    self.problems = problems
    fileName = rule.id
    isReadable = true
    self.names = names
    declaredParameters = planned.own.names
    mentionedParameters = planned.mentioned
  }

  init(
    _ file: PackFile,
    folder: String,
    scope: ParameterScope,
    shared: ParameterDeclarations,
    settings: [ParameterSettings.OfRule],
    examples: ExampleReading?,
    isTested: Bool
  ) {
    let path = "\(folder)/\(file.path)"
    fileName = String(file.path.dropFirst("rules/".count).dropLast(".yaml".count))
    do throws(Problem) {
      let bytes = examples == nil ? file.withoutExamples : file.bytes
      let subset = isTested ? YAMLReader.readSubset(bytes) : nil
      let node = if let subset { subset } else { try YAMLReader.read(bytes) }
      let names = [fileName] + [node["id"]?.text, node["code"]?.text].compactMap { $0 }
      var decoder = RuleDecoder(
        scope: scope,
        shared: shared,
        settings: settings.filter { names.contains($0.rule) }.flatMap(\.settings),
        examples: examples,
        isTested: isTested,
        reading: PackFileReading(node, shape: isTested ? nil : PackShapes.rule, path: path)
      )
      let rule = decoder.rule(fileName: fileName)
      self.rule = decoder.reading.problems.isEmpty ? rule : nil
      problems = decoder.reading.problems
      isReadable = node.isMap
      self.names = names
      declaredParameters = (node["parameters"]?.map ?? .empty).map(\.key)
      mentionedParameters = decoder.mentionedParameters
    } catch {
      rule = nil
      problems = [error.placed(in: path)]
      isReadable = false
      names = [fileName]
      declaredParameters = []
      mentionedParameters = nil
    }
  }
}
