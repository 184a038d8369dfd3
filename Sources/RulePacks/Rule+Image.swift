// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import Texts

extension Rule {
  /// Writes all of the rule but examples, for `PlannedRule`.
  ///
  /// - Parameter image: Where to.
  func write(to image: inout ImageWriter) {
    for text in [id, title, rationale, remedy] { image.add(text) }
    image.add(code)
    image.add(choice: asks)
    image.add(choice: status)
    image.add(choice: origin)
    image.add(flag: allowsVacuous)
    image.add(flag: isWaivable)
    image.add(shortForm)
    image.add(location.position?.line ?? 0)
    image.add(location.position?.column ?? 0)
    image.add(parameters.filter { $0.scope == .rule }) { $1.write(to: &$0) }
    image.add(parameters.filter { $0.scope == .pack }) { $0.add($1.name) }
    image.add(under) { image, cause in
      image.add(cause.rule)
      image.add(flag: cause.isOfSystem)
    }
    writeConditions(to: &image)
    let questions = questions
    image.add(questions.dating.rawValue)
    image.add(questions.asked.rawValue)
    image.endLine()
  }

  private func writeConditions(to image: inout ImageWriter) {
    image.add(flag: iteration != nil)
    if let iteration {
      image.add(iteration.variable)
      image.add(choice: iteration.ifEmpty)
      iteration.list.write(to: &image, isPhrased: false)
    }
    image.add(condition: when)
    // What is required stands in words elsewhere.
    require.write(to: &image, isPhrased: false)
    message.write(to: &image)
    image.add(severity.cases) { image, entry in
      image.add(condition: entry.when)
      entry.scale.write(to: &image)
    }
    period.write(to: &image)
    image.add(controls) { $1.write(to: &$0) }
    image.add(limits) { $1.write(to: &$0) }
    image.add(displaces) { image, displacement in
      image.add(displacement.rule)
      image.add(displacement.cite)
      image.add(choice: displacement.effect)
      image.add(condition: displacement.when)
    }
  }
}

extension PackManifest {
  /// Writes the manifest with the parameters of the pack.
  func write(to image: inout ImageWriter, parameters: [RuleParameter]) {
    for text in [id, version, title, summary] { image.add(text) }
    image.add(law)
    image.add(day: statusDay)
    image.add(parameters) { $1.write(to: &$0) }
    image.endLine()
  }

  /// Reads what `write` wrote.
  static func read(
    _ image: inout ImageReader
  ) throws(ImageReader.Damage) -> (manifest: PackManifest, parameters: [RuleParameter]) {
    let manifest = PackManifest(
      id: try image.text(),
      version: try image.text(),
      title: try image.text(),
      summary: try image.text(),
      law: try image.optionalText(),
      statusDay: try image.day()
    )
    let parameters = try image.elements { image throws(ImageReader.Damage) in
      try RuleParameter(&image, scope: .pack)
    }
    return (manifest, parameters)
  }
}

extension RuleParameter {
  fileprivate func write(to image: inout ImageWriter) {
    image.add(name)
    image.add(summary)
    image.add(choice: origin)
    image.add(number: domain.minimum)
    image.add(number: domain.maximum)
    image.add(domain.words) { $0.add($1) }
    image.add(flag: domain.isPattern)
    value.write(to: &image)
  }

  init(_ image: inout ImageReader, scope: Scope) throws(ImageReader.Damage) {
    name = try image.text()
    summary = try image.text()
    origin = try image.choice()
    domain = ParameterDomain(
      minimum: try image.double(),
      maximum: try image.double(),
      words: try image.elements { image throws(ImageReader.Damage) in try image.text() },
      isPattern: try image.flag()
    )
    value = try ParameterValue(&image)
    self.scope = scope
    isOverridden = false
  }
}

extension ParameterValue {
  fileprivate func write(to image: inout ImageWriter) {
    image.add(typeName)
    switch self {
    case .bool(let value): image.add(flag: value)
    case .int(let value): image.add(value)
    case .double(let value): image.add(number: value)
    case .string(let value): image.add(value)
    case .strings(let values): image.add(values) { $0.add($1) }
    }
  }

  fileprivate init(_ image: inout ImageReader) throws(ImageReader.Damage) {
    switch try image.text() {
    case "bool": self = .bool(try image.flag())
    case "int": self = .int(try image.number())
    case "double":
      guard let value = try image.double() else { throw ImageReader.Damage() }
      self = .double(value)
    case "string": self = .string(try image.text())
    case "list":
      self = .strings(
        try image.elements { image throws(ImageReader.Damage) in try image.text() }
      )
    default: throw ImageReader.Damage()
    }
  }
}

extension SeverityScale {
  fileprivate func write(to image: inout ImageWriter) {
    switch self {
    case .uniform(let severity):
      image.add(flag: true)
      image.add(choice: severity)
    case .graded(let steps):
      image.add(flag: false)
      image.add(steps) { image, step in
        image.add(step.key)
        image.add(choice: step.severity)
      }
    }
  }

  init(_ image: inout ImageReader) throws(ImageReader.Damage) {
    guard try !image.flag() else {
      self = .uniform(try image.known())
      return
    }
    self = .graded(
      try image.elements { image throws(ImageReader.Damage) in
        Step(key: try image.text(), severity: try image.known())
      }
    )
  }
}

extension ApplicationPeriod {
  fileprivate func write(to image: inout ImageWriter) {
    switch from {
    case .always: image.add("always")
    case .day(let day):
      image.add("day")
      image.add(day: day)
    case .byRoute: image.add("route")
    case .cases(let cases):
      image.add("cases")
      image.add(cases) { image, entry in
        image.add(condition: entry.when)
        image.add(day: entry.day)
      }
    }
    image.add(day: until)
    image.add(day: contestedFrom)
  }
}

extension RuleControl {
  fileprivate func write(to image: inout ImageWriter) {
    image.add(control.scheme)
    image.add(control.id)
    image.add(day: control.from)
    image.add(day: control.until)
    image.add(choice: control.confidence)
    image.add(flag: isByRoute)
    image.add(condition: when)
  }
}

extension RuleLimit {
  fileprivate func write(to image: inout ImageWriter) {
    image.add(parameter)
    image.add(choice: bound)
    image.add(cite)
    image.add(day: from)
    image.add(condition: when)
    if case .number(let number) = amount { image.add(number: number) } else { image.add(0) }
    image.add(condition: measure)
  }
}
