// SPDX-License-Identifier: Apache-2.0

import GateModel
import RuleLanguage
import Testing

@Suite struct SchemaCheckTests {
  private func problems(_ source: String, expecting: ValueType? = .bool) -> [Problem] {
    switch SampleFacts.environment.compile(source, expecting: expecting) {
    case .success: []
    case .failure(let list): list.diagnostics.map(\.problem)
    }
  }

  @Test(arguments: [
    ("system.teir == 'high'", "unknown field `teir` of System", "did you mean `tier`?"),
    ("sytem.tier == 'high'", "unknown name `sytem`", "did you mean `system`?"),
    ("system.tier == 'hgih'", "the value is never 'hgih'", "did you mean 'high'?"),
    ("'zzz' != system.tier", "the value is never 'zzz'", "it is one of high, limited, minimal"),
    (
      "system.tier in ['high', 'lo']", "the value is never 'lo'",
      "it is one of high, limited, minimal"
    ),
    ("'crd' in kinds", "the value is never 'crd'", "did you mean 'card'?"),
    ("kinds.exists(k, k == 'crad')", "the value is never 'crad'", "did you mean 'card'?"),
    ("kinds[0] == 'crad'", "the value is never 'crad'", "did you mean 'card'?"),
    ("system.tier = 'high'", "unexpected `=`", "did you mean `==`?"),
    ("system.profiling & true", "unexpected `&`", "did you mean `&&`?"),
    (
      "system.profiling and true", "expected an operator or the end, found `and`",
      "did you mean `&&`?"
    ),
    (
      "system.tier", "expected bool, found string",
      "compare it with something, so that it is true or false"
    ),
    (
      "extra.owner", "expected bool, found dyn",
      "compare it with something, so that it is true or false"
    ),
    (
      "evaluations.all(system, true)", "the variable `system` hides another name",
      "use another name"
    ),
    (
      "evaluations.all(e, e.metrics.all(e, true))", "the variable `e` hides another name",
      "use another name"
    ),
    (
      "system.domain == null", "`==` does not fit string and null_type",
      "use has(…) to ask whether a field is there"
    ),
    (
      "parameters.limit > 1 && parameters.limit == 1", "`==` does not fit double and int",
      "write 1.0"
    ),
    (
      "system.started > '2026-01-01'", "`>` does not fit timestamp and string",
      "write timestamp('…')"
    ),
    ("as_of > timestamp('2026')", "'2026' is not a moment", "write it as '2026-01-31T00:00:00Z'"),
    (
      "as_of - as_of < duration('9 days')", "'9 days' is not a duration",
      "write it as '36h' or '90s'"
    ),
    ("system.name.matches('(')", "invalid pattern: missing ): (", "patterns follow RE2 syntax"),
    ("evaluations[0].metrc('a').value > 0.5", "unknown function `metrc`", "did you mean `metric`?"),
    (
      "metric(evaluations[0], 'a').value > 0.5", "unknown function `metric`",
      "write it after a dot, as in x.metric(…)"
    ),
  ])
  func `a mistake in a condition is found at load`(_ test: (String, String, String)) throws {
    let found = problems(test.0)
    #expect(found.first?.message == test.1)
    #expect(found.first?.help == test.2)
  }

  @Test func `all mistakes of a condition are reported in the order of the text`() {
    let source =
      "sytem.tier == 'high' &&\n  evaluations.all(e, e.vrsion == '1' && size(e.metrics) > 'a')"
    let found = problems(source)
    #expect(
      found.map(\.message) == [
        "unknown name `sytem`", "unknown field `vrsion` of Evaluation",
        "`>` does not fit int and string",
      ]
    )
    #expect(
      found.map(\.position) == [
        SourcePosition(line: 1, column: 1), SourcePosition(line: 2, column: 24),
        SourcePosition(line: 2, column: 41),
      ]
    )
  }

  @Test func `a diagnostic shows the line with carets below the mistake`() {
    let source = "true &&\n  'ä' == system.teir"
    let compiled = SampleFacts.environment.compile(source, expecting: .bool)
    guard case .failure(let list) = compiled else {
      Issue.record("compiled")
      return
    }
    let rendered = list.diagnostics.first?.text
    #expect(
      rendered == """
        2:17: unknown field `teir` of System
            'ä' == system.teir
                          ^^^^
        help: did you mean `tier`?
        """
    )
  }

  @Test(arguments: [
    "system.tier == 'high'", "has(system.domain)", "!has(system.domain) || system.domain != ''",
    "system.?domain.orValue('none') == 'none'", "'DE' in system.jurisdictions",
    "extra.owner == 'R&D'", "extra['owner'] == 'R&D'", "size(extra) == 1",
    "as_of - duration('24h') < as_of", "parameters.limit >= 1 || parameters.min_n > 1.5",
    "evaluations[0].metric('accuracy').unit == 'fraction'",
    "evaluations.map(e, e.version).exists(v, v == '1')",
    "evaluations.exists(e, e.metrics.filter(m, m.unit == 'percent').size() > 0)",
  ])
  func `a sound condition is accepted`(_ source: String) {
    #expect(problems(source) == [])
  }

  @Test func `locals are declared beside the roots`() {
    let local = FactsSchema.Field(name: "e", type: .object("Evaluation"))
    let program = SampleFacts.environment
      .compile("e.version == parameters.version_", locals: [local])
    guard case .failure(let list) = program else {
      Issue.record("an unknown parameter was accepted")
      return
    }
    #expect(list.diagnostics.map(\.problem.message) == ["unknown field `version_` of Parameters"])
  }

  @Test func `a program names what it mentions`() throws {
    let program = try SampleFacts.environment
      .compile("system.tier == 'high' && parameters.limit > 0.5").get()
    #expect(program.referencedRoots == ["system", "parameters"])
    #expect(
      program.referencedFields == ["system", "system.tier", "parameters", "parameters.limit"]
    )
    #expect(program.resultType == .bool)
    #expect(
      FactsSchema.unused(parameters: ["limit", "min_n"], of: "parameters", in: [program])
        == ["min_n"]
    )
  }

  @Test(arguments: [
    ("[]", "list(dyn)"), ("[1, 2]", "list(int)"), ("[1, 'a']", "list(dyn)"),
    ("{'a': [1.0]}", "map(string, list(double))"), ("[[], ['a']]", "list(list(string))"),
    ("optional.of(1)", "optional_type(int)"), ("evaluations[0].metrics", "list(Metric)"),
    ("evaluations.map(e, e.metrics)", "list(list(Metric))"), ("as_of - as_of", "duration"),
    ("system.?domain", "optional_type(string)"), ("extra.owner", "dyn"),
  ])
  func `the type of an expression is inferred`(_ test: (String, String)) throws {
    let program = try SampleFacts.environment.compile(test.0).get()
    #expect(program.resultType.description == test.1)
  }

  @Test(arguments: [
    "list(string)", "map(string, list(int))", "optional_type(dyn)", "tuple(T, int)",
  ])
  func `a type reads back as it prints`(_ text: String) {
    #expect(ValueType(text)?.description == text)
  }

  @Test(arguments: [
    "", "list(", "list(int", "map(a b)", "list(int))", String(repeating: "list(", count: 99),
  ])
  func `a malformed type is refused`(_ text: String) {
    #expect(ValueType(text) == nil)
  }
}

@Suite struct DerivedEnvironmentTests {
  private let facts = SampleFacts()

  @Test func `an environment can be extended for one rule`() throws {
    let options = FactsSchema.ObjectType(
      name: "Options",
      fields: [.init(name: "minimum", type: .int)]
    )
    let environment = SampleFacts.environment.adding(
      objects: [options],
      roots: [.init(name: "options", type: .object("Options"))]
    )
    let program = try environment.compile("size(evaluations) >= options.minimum").get()
    #expect(program.referencedFields.contains("options.minimum"))
    guard case .failure(let list) = environment.compile("options.minimun > 1") else {
      Issue.record("accepted")
      return
    }
    #expect(list.diagnostics.map(\.problem.help) == ["did you mean `minimum`?"])
    guard case .failure = SampleFacts.environment.compile("options.minimum > 1") else {
      Issue.record("the extension leaked into the base")
      return
    }
  }

  @Test func `a local may not hide a root`() {
    let local = FactsSchema.Field(name: "system", type: .int)
    guard case .failure(let list) = SampleFacts.environment.compile("true", locals: [local])
    else {
      Issue.record("accepted")
      return
    }
    #expect(list.diagnostics.map(\.problem.message) == ["the name `system` hides a root"])
  }

  @Test func `a bound value is evaluated only where it is needed`() throws {
    #expect(
      try facts.evaluate("cel.bind(d, system.domain, has(system.domain) && d == 'x')").bool
        == false
    )
    #expect(
      try facts.evaluate("cel.bind(d, system.domain, d == 'x')").error?.kind == .missingEvidence
    )
    #expect(
      try facts.evaluate(
        "evaluations.all(e, cel.bind(n, e.metrics.map(m, m.name), n.exists(x, x == 'accuracy') "
          + "&& size(n) == 2))"
      ).bool == true
    )
  }
}
