// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import RuleLanguage

/// Reads one rule file and compiles its conditions; collects every mistake.
struct RuleDecoder {
  /// What conditions of rules without parameters of their own may use.
  let scope: ParameterScope
  /// The parameters of the pack, with the values in force.
  let shared: ParameterDeclarations
  /// What the policy sets for this rule.
  let settings: [ParameterSettings.Setting]
  /// How examples are read; nil to leave them out.
  let examples: ExampleReading?
  /// Whether the rule has no mistakes, since it was tested as it is.
  let isTested: Bool
  var reading: PackFileReading
  /// The parameters of the pack that it mentions; nil while its conditions have mistakes.
  private(set) var mentionedParameters: [String]?

  init(
    scope: ParameterScope,
    shared: ParameterDeclarations,
    settings: [ParameterSettings.Setting],
    examples: ExampleReading?,
    isTested: Bool,
    reading: PackFileReading
  ) {
    self.scope = scope
    self.shared = shared
    self.settings = settings
    self.examples = examples
    self.isTested = isTested
    self.reading = reading
  }

  /// The rule, or nil when it has a mistake; the mistakes are in `reading`.
  mutating func rule(fileName: String) -> Rule? {
    let root = reading.root
    guard root.node.isMap else { return nil }
    checkName(against: fileName)
    let own = ownParameters()
    let conditions = conditions(own: own)
    mentionedParameters = conditions?.mentioned(among: shared.names, isTested: isTested)
    let parameters = parameters(own, fileName: fileName)
    guard let id = root["id"]?.text, let title = root["title"]?.text, let conditions,
      !conditions.severity.cases.isEmpty,
      let rationale = root["rationale"]?.text, let remedy = root["remedy"]?.text
    else { return nil }
    return Rule(
      id: id,
      code: root["code"]?.text,
      title: title,
      controls: conditions.controls,
      asks: root.choice("asks"),
      rationale: rationale,
      remedy: remedy,
      severity: conditions.severity,
      status: root.choice("status") ?? .stable,
      period: conditions.period,
      origin: root.choice("origin"),
      iteration: conditions.iteration,
      when: conditions.when,
      require: conditions.require,
      allowsVacuous: root.flag("allow_vacuous", default: false),
      message: conditions.message,
      parameters: parameters,
      isWaivable: root.flag("waivable", default: true),
      limits: conditions.limits,
      displaces: conditions.displacements,
      under: root.causes,
      examples: examples.map { reading.examples($0, parameters: parameters) } ?? [],
      acceptedMutants: examples == nil ? [] : reading.acceptedMutants,
      shortForm: conditions.shortForm,
      location: root.source.location
    )
  }

  private mutating func checkName(against fileName: String) {
    guard let id = reading.root["id"], let text = id.text, text != fileName else { return }
    reading.add(
      "the rule '\(text)' stands in a file of another name",
      at: id,
      help: "name the file \(text).yaml"
    )
  }

  /// The parameters that the rule uses, with the values in force.
  private mutating func parameters(
    _ own: ParameterDeclarations,
    fileName: String
  ) -> [RuleParameter] {
    let (parameters, problems) = own.inForce(
      with: shared,
      mentioned: mentionedParameters,
      settings: settings,
      fileName: fileName
    )
    for problem in problems { reading.add(problem) }
    return parameters
  }

  /// The rule's own parameters; none of them may be one of the pack.
  private mutating func ownParameters() -> ParameterDeclarations {
    let own = reading.parameters(of: reading.root, scope: .rule)
    for member in reading.root["parameters"]?.node.map ?? .empty
    where shared.names.contains(member.key) {
      reading.add(
        "the parameter '\(member.key)' is declared by the pack already",
        at: member.keyPosition,
        help: "remove it here, or give it another name: one name is one decision in a pack"
      )
    }
    return own
  }
}

/// What the conditions of one rule may use: the facts, and `parameters` of the rule and its pack.
struct ParameterScope: Sendable {
  /// The facts without parameters.
  let base: RuleEnvironment
  let environment: RuleEnvironment
  let locals: [FactsSchema.Field]

  init(_ parameters: ParameterDeclarations, in base: RuleEnvironment) {
    let type = FactsSchema.ObjectType(
      name: "Parameters",
      summary: "The parameters of the rule.",
      fields: parameters.sound.map {
        FactsSchema.Field(
          name: $0.name,
          type: $0.value.type,
          summary: $0.summary,
          phrase: "the parameter \($0.name)" + ($0.value.type == .bool ? " is true" : "")
        )
      }
        + parameters.broken.map {
          FactsSchema.Field(name: $0, type: .dyn, summary: "of a type yet to be stated")
        }
    )
    self.base = base
    environment = base.adding(objects: [type], roots: [])
    locals = [
      FactsSchema.Field(
        name: "parameters",
        type: .object(type.name),
        summary: "the parameters of the rule and of its pack"
      )
    ]
  }
}
