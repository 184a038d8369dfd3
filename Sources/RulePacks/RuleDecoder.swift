// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import RuleLanguage

/// Reads one rule file and compiles its conditions; collects every mistake.
struct RuleDecoder {
  private static let keys = [
    "id", "code", "title", "control", "rationale", "remedy", "severity", "status", "from", "until",
    "alt_from", "confidence", "origin", "for_each", "if_empty", "when", "require", "allow_vacuous",
    "message", "parameters", "waivable", "examples", "accepted_mutants",
  ]

  let environment: RuleEnvironment
  /// The parameters of the pack, with the values in force.
  let shared: ParameterDeclarations
  /// What the policy sets for this rule.
  let settings: [ParameterSettings.Setting]
  /// How examples are read; nil to leave them out.
  let examples: ExampleReading?
  var fields: NodeFields
  /// The parameters of the pack that it mentions; nil while its conditions have mistakes.
  private(set) var mentionedParameters: [String]?

  init(
    environment: RuleEnvironment,
    shared: ParameterDeclarations,
    settings: [ParameterSettings.Setting],
    examples: ExampleReading?,
    path: String
  ) {
    self.environment = environment
    self.shared = shared
    self.settings = settings
    self.examples = examples
    fields = NodeFields(path: path)
  }

  /// The rule, or nil when it has a mistake; the mistakes are in `fields`.
  mutating func rule(_ node: Node, fileName: String) -> Rule? {
    guard node.isMap else {
      fields.add("a rule file holds one map", at: node.position, help: "start with 'id: …'")
      return nil
    }
    fields.rejectUnknownKeys(of: node, known: Self.keys)
    let id = fields.requiredText("id", of: node)
    if let id, id != fileName, let idNode = node["id"] {
      fields.add(
        "the rule '\(id)' stands in a file of another name",
        at: idNode.position,
        help: "name the file \(id).yaml"
      )
    }
    let own = fields.parameters(of: node, scope: .rule)
    rejectRedeclared(own, in: node)
    let conditions = conditions(of: node, own: own)
    mentionedParameters = conditions.map { shared.names.filter($0.mention) }
    let parameters = parameters(own, fileName: fileName)
    let title = fields.requiredText("title", of: node)
    let control = fields.requiredText("control", of: node)
    let rationale = fields.requiredText("rationale", of: node)
    let remedy = fields.requiredText("remedy", of: node)
    let severity: Severity? = fields.choice("severity", of: node)
    if severity == nil, node["severity"] == nil {
      fields.add(
        "the key 'severity' is missing",
        at: node.position,
        help: "add 'severity: block', 'error', 'warn' or 'info'"
      )
    }
    guard let id, let title, let control, let rationale, let remedy, let severity, let conditions
    else { return nil }
    return Rule(
      id: id,
      code: fields.optionalText("code", of: node),
      title: title,
      control: control,
      rationale: rationale,
      remedy: remedy,
      severity: severity,
      status: fields.choice("status", of: node) ?? .stable,
      period: period(of: node),
      confidence: fields.choice("confidence", of: node),
      origin: fields.choice("origin", of: node),
      iteration: conditions.iteration,
      when: conditions.when,
      require: conditions.require,
      allowsVacuous: fields.flag("allow_vacuous", of: node, default: false),
      message: conditions.message,
      parameters: parameters,
      isWaivable: fields.flag("waivable", of: node, default: true),
      examples: examples.map { fields.examples(of: node, $0, parameters: parameters) } ?? [],
      acceptedMutants: examples == nil ? [] : fields.acceptedMutants(of: node),
      shortForm: conditions.shortForm,
      location: fields.location(of: node)
    )
  }

  private mutating func period(of node: Node) -> ApplicationPeriod {
    ApplicationPeriod(
      from: fields.date("from", of: node),
      until: fields.date("until", of: node),
      contestedFrom: fields.date("alt_from", of: node)
    )
  }

  /// The rule's own parameters and those of its pack that it mentions, with the values in force.
  private mutating func parameters(
    _ own: ParameterDeclarations,
    fileName: String
  ) -> [RuleParameter] {
    var declared = own.adding(shared)
    if let mentionedParameters {
      declared.sound.removeAll { $0.scope == .pack && !mentionedParameters.contains($0.name) }
    }
    guard !declared.sound.isEmpty || !settings.isEmpty else { return [] }
    var check = SettingCheck(subject: "the policy")
    let unmentioned = shared.names.filter { !declared.names.contains($0) }
    let values = check.values(settings, among: declared, of: "the rule '\(fileName)'") { name in
      unmentioned.contains(name)
        ? "the pack has it, but this rule does not mention it; remove it here" : nil
    }
    for problem in check.problems { fields.add(problem) }
    return declared.sound.map { $0.overridden(by: values[$0.name]) }
  }

  private mutating func rejectRedeclared(_ own: ParameterDeclarations, in node: Node) {
    for member in node["parameters"]?.map ?? .empty where shared.names.contains(member.key) {
      fields.add(
        "the parameter '\(member.key)' is declared by the pack already",
        at: member.keyPosition,
        help: "remove it here, or give it another name: one name is one decision in a pack"
      )
    }
  }
}

/// The compiled parts of a rule.
struct Conditions {
  var iteration: Rule.Iteration?
  var when: Program?
  var require: Program
  var shortForm: String?
  var message: MessageTemplate

  /// Whether conditions or message mention a parameter.
  func mention(_ parameter: String) -> Bool {
    let path = "parameters.\(parameter)"
    return [when, require, iteration?.list].contains {
      $0?.referencedFields.contains(path) ?? false
    } || message.referencedFields.contains(path)
  }
}

extension RuleDecoder {
  fileprivate mutating func conditions(
    of node: Node,
    own: ParameterDeclarations
  ) -> Conditions? {
    let scope = ParameterScope(own.adding(shared), in: environment)
    let iteration = iteration(of: node, scope: scope)
    var locals = scope.locals
    if let iteration, case .list(let element) = iteration.list.resultType {
      locals.append(
        FactsSchema.Field(name: iteration.variable, type: element, summary: "the subject")
      )
    }
    let compiler = ConditionCompiler(environment: scope.environment, locals: locals)
    let when = node["when"].flatMap {
      compiler.program($0, expecting: .bool, key: "when", into: &fields)
    }
    guard let requireNode = node["require"], let messageNode = node["message"] else {
      let missing = node["require"] == nil ? "require" : "message"
      fields.add("the key '\(missing)' is missing", at: node.position, help: "add '\(missing): …'")
      return nil
    }
    var shortForm: ShortForm?
    if requireNode.isMap {
      guard let form = ShortForm(requireNode, into: &fields) else { return nil }
      shortForm = form
    }
    let require = compiler.program(
      requireNode,
      source: shortForm?.expansion,
      expecting: .bool,
      key: "require",
      into: &fields
    )
    let message = compiler.template(messageNode, into: &fields)
    guard let require, let message else { return nil }
    reportUnusedParameters(
      own.sound,
      in: node,
      used: [when, require, iteration?.list].compactMap { $0 }
    )
    return Conditions(
      iteration: iteration,
      when: when,
      require: require,
      shortForm: shortForm?.source,
      message: message
    )
  }

  private mutating func iteration(of node: Node, scope: ParameterScope) -> Rule.Iteration? {
    let members = fields.members("for_each", of: node)
    guard let member = members.first else { return nil }
    guard members.count == 1 else {
      fields.add(
        "'for_each' names \(members.count) variables",
        at: member.keyPosition,
        help: "name one variable; nest lists with a function or a comprehension"
      )
      return nil
    }
    let compiler = ConditionCompiler(environment: scope.environment, locals: scope.locals)
    guard
      let list = compiler.program(member.value, expecting: nil, key: "for_each", into: &fields)
    else { return nil }
    guard case .list = list.resultType else {
      fields.add(
        "'for_each' needs a list",
        at: member.value.position,
        help: "write an expression such as dossier.model_cards"
      )
      return nil
    }
    return Rule.Iteration(
      variable: member.key,
      list: list,
      ifEmpty: fields.choice("if_empty", of: node) ?? .notApplicable
    )
  }

  private mutating func reportUnusedParameters(
    _ parameters: [RuleParameter],
    in node: Node,
    used programs: [Program]
  ) {
    guard !parameters.isEmpty else { return }
    let unused = FactsSchema.unused(
      parameters: parameters.map(\.name),
      of: "parameters",
      in: programs
    )
    for name in unused {
      fields.add(
        "the parameter '\(name)' is not used by the rule",
        at: node["parameters"]?.position ?? node.position,
        help: "use it as parameters.\(name), or remove it"
      )
    }
  }
}

/// What the conditions of one rule may use: the facts, and `parameters` of the rule and its pack.
struct ParameterScope {
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
