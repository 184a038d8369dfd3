// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import Texts

/// A rule that is read from the image of its pack, in the order in which `Rule.write` wrote it.
struct PlannedRule {
  /// The rule with its own parameters, and their values as it states them.
  var rule: Rule
  /// The parameters that it declares.
  let own: ParameterDeclarations
  /// The parameters of the pack that it mentions.
  let mentioned: [String]

  /// Reads a rule.
  ///
  /// - Parameters:
  ///   - image: What `Rule.write` wrote.
  ///   - path: The path of the rule's file.
  ///   - shared: The parameters of the pack, with the values in force.
  ///   - scope: What conditions of rules without parameters of their own may use.
  ///   - environment: The facts without parameters.
  /// - Throws: When the image holds something else.
  init(
    _ image: ImageReader,
    path: String,
    shared: ParameterDeclarations,
    scope: Deferred<ParameterScope>,
    environment: RuleEnvironment
  ) throws(ImageReader.Damage) {
    var image = image
    let head = try Head(&image)
    let own = ParameterDeclarations(
      sound: try image.elements { image throws(ImageReader.Damage) in
        try RuleParameter(&image, scope: .rule)
      }
    )
    mentioned = try image.elements { image throws(ImageReader.Damage) in try image.text() }
    let under = try image.elements { image throws(ImageReader.Damage) in
      RuleCause(rule: try image.text(), isOfSystem: try image.flag())
    }
    let conditions = try PlannedConditions(
      environment,
      own.isEmpty ? scope : Deferred { ParameterScope(own.adding(shared), in: environment) }
    ).conditions(&image)
    self.own = own
    rule = Self.rule(head, conditions, path: path)
    rule.parameters = own.sound
    rule.under = under
    rule.knownQuestions = Rule.Questions(
      dating: HistoryQuestions(rawValue: try image.number()),
      asked: HistoryQuestions(rawValue: try image.number())
    )
    guard image.isAtEnd else { throw ImageReader.Damage() }
  }

  private static func rule(_ head: Head, _ conditions: RuleConditions, path: String) -> Rule {
    Rule(
      id: head.id,
      code: head.code,
      title: head.title,
      controls: conditions.controls,
      asks: head.asks,
      rationale: head.rationale,
      remedy: head.remedy,
      severity: conditions.severity,
      status: head.status,
      period: conditions.period,
      origin: head.origin,
      iteration: conditions.iteration,
      when: conditions.when,
      require: conditions.require,
      allowsVacuous: head.allowsVacuous,
      message: conditions.message,
      parameters: [],
      isWaivable: head.isWaivable,
      limits: conditions.limits,
      displaces: conditions.displacements,
      under: [],
      examples: [],
      acceptedMutants: [],
      shortForm: head.shortForm,
      location: SourceLocation(path: path, position: head.position)
    )
  }
}

/// What stands before the parameters of a planned rule.
private struct Head {
  let id: String
  let title: String
  let rationale: String
  let remedy: String
  let code: String?
  let asks: Addressee?
  let status: Rule.Status
  let origin: Rule.Origin?
  let allowsVacuous: Bool
  let isWaivable: Bool
  let shortForm: String?
  let position: SourcePosition?

  init(_ image: inout ImageReader) throws(ImageReader.Damage) {
    id = try image.text()
    title = try image.text()
    rationale = try image.text()
    remedy = try image.text()
    code = try image.optionalText()
    asks = try image.choice()
    status = try image.known()
    origin = try image.choice()
    allowsVacuous = try image.flag()
    isWaivable = try image.flag()
    shortForm = try image.optionalText()
    let (line, column) = (try image.number(), try image.number())
    position = line == 0 ? nil : SourcePosition(line: line, column: column)
  }
}

/// Reads the conditions of a planned rule.
private struct PlannedConditions {
  /// With the parameters of the rule and of its pack.
  private let scope: Deferred<ParameterScope>
  private let environment: RuleEnvironment
  /// What conditions of entries may use: the facts alone.
  private let facts: PlannedNames

  init(_ environment: RuleEnvironment, _ scope: Deferred<ParameterScope>) {
    (self.scope, self.environment) = (scope, environment)
    facts = PlannedNames(functions: environment) { (environment, []) }
  }

  /// What conditions on the subjects of an iteration may use.
  private func names(over iteration: Rule.Iteration?) -> PlannedNames {
    PlannedNames(functions: environment) { [scope] in
      (scope.value.environment, scope.value.locals + RuleDecoder.subject(of: iteration))
    }
  }

  func conditions(_ image: inout ImageReader) throws(ImageReader.Damage) -> RuleConditions {
    let iteration = try iteration(&image)
    let names = names(over: iteration)
    let when = try image.flag() ? try Program(&image, using: names, expecting: .bool) : nil
    let require = try Program(&image, using: names, expecting: .bool)
    let message = try MessageTemplate(&image, using: names)
    let cases = try image.elements { image throws(ImageReader.Damage) in
      RuleSeverity.Case(when: try self.condition(&image), scale: try SeverityScale(&image))
    }
    return RuleConditions(
      iteration: iteration,
      when: when,
      require: require,
      shortForm: nil,
      message: message,
      severity: RuleSeverity(cases: cases),
      period: try period(&image),
      controls: try image.elements { image throws(ImageReader.Damage) in
        try self.control(&image)
      },
      limits: try image.elements { image throws(ImageReader.Damage) in try self.limit(&image) },
      displacements: try image.elements { image throws(ImageReader.Damage) in
        let (rule, cite) = (try image.text(), try image.text())
        let effect: RuleDisplacement.Effect = try image.known()
        return RuleDisplacement(
          rule: rule,
          when: try self.condition(&image),
          cite: cite,
          effect: effect
        )
      }
    )
  }

  private func iteration(
    _ image: inout ImageReader
  ) throws(ImageReader.Damage) -> Rule.Iteration? {
    guard try image.flag() else { return nil }
    let variable = try image.text()
    let ifEmpty: Rule.EmptyOutcome = try image.known()
    return Rule.Iteration(
      variable: variable,
      list: try Program(&image, using: names(over: nil), expecting: nil),
      ifEmpty: ifEmpty
    )
  }

  private func period(_ image: inout ImageReader) throws(ImageReader.Damage) -> ApplicationPeriod {
    let start: ApplicationPeriod.Start
    switch try image.text() {
    case "always": start = .always
    case "day": start = .day(try image.knownDay())
    case "route": start = .byRoute
    case "cases":
      start = .cases(
        try image.elements { image throws(ImageReader.Damage) in
          ApplicationPeriod.Case(when: try self.condition(&image), day: try image.knownDay())
        }
      )
    default: throw ImageReader.Damage()
    }
    return ApplicationPeriod(
      from: start,
      until: try image.day(),
      contestedFrom: try image.day()
    )
  }

  private func control(_ image: inout ImageReader) throws(ImageReader.Damage) -> RuleControl {
    let control = Control(
      scheme: try image.text(),
      id: try image.text(),
      from: try image.day(),
      until: try image.day(),
      confidence: try image.choice()
    )
    let isByRoute = try image.flag()
    return RuleControl(control: control, when: try condition(&image), isByRoute: isByRoute)
  }

  private func limit(_ image: inout ImageReader) throws(ImageReader.Damage) -> RuleLimit {
    let parameter = try image.text()
    let bound: RuleLimit.Bound = try image.known()
    let cite = try image.text()
    let from = try image.day()
    let when = try condition(&image)
    let number = try image.double()
    let measure = try condition(&image, expecting: .double)
    guard let amount = measure.map({ .stated($0) }) ?? number.map({ RuleLimit.Amount.number($0) })
    else { throw ImageReader.Damage() }
    return RuleLimit(
      parameter: parameter,
      bound: bound,
      amount: amount,
      when: when,
      cite: cite,
      from: from
    )
  }
}

extension PlannedConditions {
  /// A condition of an entry, over the facts alone, where there is one.
  private func condition(
    _ image: inout ImageReader,
    expecting type: ValueType = .bool
  ) throws(ImageReader.Damage) -> Program? {
    try image.flag() ? try Program(&image, using: facts, expecting: type) : nil
  }
}
