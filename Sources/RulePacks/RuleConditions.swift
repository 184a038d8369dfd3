// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import RuleLanguage
internal import Texts

/// The compiled parts of a rule.
struct RuleConditions {
  var iteration: Rule.Iteration?
  var when: Program?
  var require: Program
  var shortForm: String?
  var message: MessageTemplate
  var severity: RuleSeverity
  var period: ApplicationPeriod
  var controls: [RuleControl]
  var limits: [RuleLimit]
  var displacements: [RuleDisplacement]

  /// The parameters among some that conditions or message mention.
  ///
  /// - Parameters:
  ///   - parameters: The names.
  ///   - isTested: Whether the rule was tested, so that its texts tell without being compiled: a test
  ///     compares what comes out.
  /// - Returns: Those that are mentioned, in their order.
  func mentioned(among parameters: [String], isTested: Bool) -> [String] {
    guard !parameters.isEmpty else { return [] }
    if isTested {
      let texts = [message.source, require.source, when?.source, iteration?.list.source]
        .compactMap { $0 }.filter { $0.contains("parameters.") }
      return parameters.filter { name in texts.contains { $0.mentions(parameter: name) } }
    }
    var fields = message.mentions(root: "parameters") ? message.referencedFields : []
    for program in [when, require, iteration?.list] {
      guard let program, program.mentions(root: "parameters") else { continue }
      fields.formUnion(program.referencedFields)
    }
    return parameters.filter { fields.contains("parameters.\($0)") }
  }
}

extension String {
  /// Whether `parameters.NAME` stands in the text as a whole.
  fileprivate func mentions(parameter name: String) -> Bool {
    var rest = self[...]
    while let found = rest.firstRange(of: "parameters.\(name)") {
      rest = rest[found.upperBound...]
      guard let next = rest.utf8.first else { return true }
      let character = Character(Unicode.Scalar(next))
      if !character.isLetter, !character.isNumber, character != "_" { return true }
    }
    return false
  }
}

extension RuleDecoder {
  /// The facts that conditions without parameters may use.
  private var environment: RuleEnvironment { scope.base }

  private func compiler(
    _ environment: RuleEnvironment,
    _ locals: [FactsSchema.Field]
  ) -> ConditionCompiler {
    ConditionCompiler(environment: environment, locals: locals, isTested: isTested)
  }

  /// Compiles every condition; nil when a required one has mistakes.
  mutating func conditions(own: ParameterDeclarations) -> RuleConditions? {
    let root = reading.root
    let scope = own.isEmpty ? scope : ParameterScope(own.adding(shared), in: environment)
    let iteration = iteration(scope: scope)
    let locals = scope.locals + Self.subject(of: iteration)
    let compiler = compiler(scope.environment, locals)
    let when = root["when"].flatMap {
      compiler.program($0.node, expecting: .bool, key: "when", into: &reading)
    }
    // The shape has said so when one of the two is missing.
    guard let condition = root["require"]?.node, let message = root["message"]?.node else {
      return nil
    }
    let requirement = requirement(condition, by: compiler)
    let template = compiler.template(message, into: &reading)
    guard let requirement, let template else { return nil }
    let require = requirement.program
    reportUnusedParameters(own.sound, used: [when, require, iteration?.list].compactMap { $0 })
    return RuleConditions(
      iteration: iteration,
      when: when,
      require: require,
      shortForm: requirement.shortForm,
      message: template,
      severity: severity,
      period: period,
      controls: controls,
      limits: limits,
      displacements: displacements
    )
  }

  /// The name that stands for each subject, with its type; none for a rule on the whole system.
  static func subject(of iteration: Rule.Iteration?) -> [FactsSchema.Field] {
    guard let iteration, case .list(let element) = iteration.list.resultType else { return [] }
    return [FactsSchema.Field(name: iteration.variable, type: element, summary: "the subject")]
  }

  /// What must hold, with the short form that it was expanded from.
  private mutating func requirement(
    _ node: Node,
    by compiler: ConditionCompiler
  ) -> (program: Program, shortForm: String?)? {
    var shortForm: ShortForm?
    if node.isMap {
      guard let form = ShortForm(node, into: &reading) else { return nil }
      shortForm = form
    }
    let program = compiler.program(
      node,
      source: shortForm?.expansion,
      expecting: .bool,
      key: "require",
      into: &reading
    )
    return program.map { ($0, shortForm?.source) }
  }

  private mutating func iteration(scope: ParameterScope) -> Rule.Iteration? {
    let members = reading.root["for_each"]?.node.map ?? .empty
    guard let member = members.first else { return nil }
    guard members.count == 1 else {
      reading.add(
        "'for_each' names \(members.count) variables",
        at: member.keyPosition,
        help: "name one variable; nest lists with a function or a comprehension"
      )
      return nil
    }
    let compiler = compiler(scope.environment, scope.locals)
    guard
      let list = compiler.program(member.value, expecting: nil, key: "for_each", into: &reading)
    else { return nil }
    guard case .list = list.resultType else {
      reading.add(
        "'for_each' needs a list",
        at: member.value.position,
        help: "write an expression such as dossier.model_cards"
      )
      return nil
    }
    return Rule.Iteration(
      variable: member.key,
      list: list,
      ifEmpty: reading.root.choice("if_empty") ?? .notApplicable
    )
  }

  private mutating func reportUnusedParameters(
    _ parameters: [RuleParameter],
    used programs: [Program]
  ) {
    guard !parameters.isEmpty, !isTested else { return }
    let unused = FactsSchema.unused(
      parameters: parameters.map(\.name),
      of: "parameters",
      in: programs
    )
    for name in unused {
      reading.add(
        "the parameter '\(name)' is not used by the rule",
        at: reading.root["parameters"] ?? reading.root,
        help: "use it as parameters.\(name), or remove it"
      )
    }
  }
}

extension RuleDecoder {
  /// A condition of an entry, over the facts alone; nil where there is none.
  private mutating func condition(of entry: NodeCursor) -> Program? {
    entry["when"].flatMap {
      compiler(environment, []).program($0.node, expecting: .bool, key: "when", into: &reading)
    }
  }

  fileprivate var period: ApplicationPeriod {
    mutating get {
      ApplicationPeriod(
        from: start,
        until: reading.root.day("until"),
        contestedFrom: reading.root.day("alt_from")
      )
    }
  }

  /// The scale of a severity: one word, or a word by tier and flag.
  private static func scale(_ cursor: NodeCursor?) -> SeverityScale? {
    guard let cursor else { return nil }
    guard cursor.node.isMap else {
      return cursor.choice().map { .uniform($0) }
    }
    return .graded(
      cursor.members.compactMap { member in
        member.value.choice().map { SeverityScale.Step(key: member.key, severity: $0) }
      }
    )
  }

  fileprivate var severity: RuleSeverity {
    mutating get {
      guard let stated = reading.root["severity"] else { return RuleSeverity(cases: []) }
      let entries = stated.node.isList ? stated.elements : []
      guard !entries.isEmpty else {
        return RuleSeverity(cases: Self.scale(stated).map { [.init(when: nil, scale: $0)] } ?? [])
      }
      return RuleSeverity(
        cases: entries.compactMap { entry in
          Self.scale(entry["is"]).map { .init(when: condition(of: entry), scale: $0) }
        }
      )
    }
  }

  private var start: ApplicationPeriod.Start {
    mutating get {
      guard let from = reading.root["from"] else { return .always }
      guard !from.node.isList else {
        return .cases(
          from.elements.compactMap { entry in
            entry.day("date").map {
              ApplicationPeriod.Case(when: condition(of: entry), day: $0)
            }
          }
        )
      }
      if from.says("by_route") { return .byRoute }
      return reading.root.day("from").map { .day($0) } ?? .always
    }
  }

  fileprivate var controls: [RuleControl] {
    mutating get {
      (reading.root["controls"]?.elements ?? []).compactMap { entry in
        guard let scheme = entry["scheme"]?.text, let id = entry["id"]?.text else { return nil }
        return RuleControl(
          control: Control(
            scheme: scheme,
            id: id,
            from: entry.day("from"),
            until: entry.day("until"),
            confidence: entry.choice("confidence")
          ),
          when: condition(of: entry),
          isByRoute: entry["from"]?.says("by_route") == true
        )
      }
    }
  }

  fileprivate var limits: [RuleLimit] {
    mutating get {
      (reading.root["limits"]?.elements ?? []).compactMap { entry in
        guard let parameter = entry["parameter"]?.text, let cite = entry["cite"]?.text,
          let bound = entry.choice("bound", of: RuleLimit.Bound.self),
          let stated = entry["value"]?.node, isNumber(parameter, at: entry),
          let amount = amount(stated)
        else { return nil }
        return RuleLimit(
          parameter: parameter,
          bound: bound,
          amount: amount,
          when: condition(of: entry),
          cite: cite,
          from: entry.day("from")
        )
      }
    }
  }

  /// A number, or the condition that gives it.
  private mutating func amount(_ node: Node) -> RuleLimit.Amount? {
    if let number = node.double { return .number(number) }
    return ConditionCompiler(environment: environment, locals: [], isTested: isTested)
      .program(node, expecting: .double, key: "value", into: &reading)
      .map { .stated($0) }
  }

  /// Whether a system declares such a number; a bound of another would never meet its opposite.
  private mutating func isNumber(_ parameter: String, at entry: NodeCursor) -> Bool {
    if isTested { return true }
    if case .success(let fact) = environment.compile("system.\(parameter)", expecting: nil),
      [.int, .double].contains(fact.resultType)
    {
      return true
    }
    reading.add(
      "'\(parameter)' is no number that a system declares",
      at: entry["parameter"] ?? entry,
      help: "write the path of a fact without 'system.', such as retention.logs_days"
    )
    return false
  }

  fileprivate var displacements: [RuleDisplacement] {
    mutating get {
      (reading.root["displaces"]?.elements ?? []).compactMap { entry in
        guard let rule = entry["rule"]?.text, let cite = entry["cite"]?.text,
          let effect = entry.choice("effect", of: RuleDisplacement.Effect.self)
        else { return nil }
        return RuleDisplacement(
          rule: rule,
          when: condition(of: entry),
          cite: cite,
          effect: effect
        )
      }
    }
  }
}
