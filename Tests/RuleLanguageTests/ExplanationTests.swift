// SPDX-License-Identifier: Apache-2.0

import GateModel
import RuleLanguage
import Testing

@Suite struct ExplanationTests {
  private let facts = SampleFacts()

  @Test func `a false existence shows the nearest miss and what it lacks`() throws {
    let source = """
      evaluations.exists(e, e.version == '1.4' && e.metrics.exists(m, m.name == 'accuracy' && \
      m.value >= parameters.limit && m.count >= parameters.min_n))
      """
    let inner =
      "e.metrics.exists(m, m.name == 'accuracy' && m.value >= parameters.limit && m.count >= parameters.min_n)"
    #expect(
      try facts.explain(source).outline == """
        \(source) -> false (none of 2) [facts.json:20:1]
          e = item 2 -> Evaluation (nearest) [facts.json:20:1]
            e.version == '1.4' && \(inner) -> false [facts.json:21:1]
              \(inner) -> false (none of 2) [facts.json:21:1]
                m = item 1 -> Metric (nearest) [facts.json:21:1]
                  m.name == 'accuracy' && m.value >= parameters.limit && m.count >= parameters.min_n \
        -> false [facts.json:21:30]
                    m.value >= parameters.limit -> false [facts.json:21:30]
                      m.value -> 0.88 [facts.json:21:30]
                      parameters.limit -> 0.9
        """
    )
  }

  @Test func `a false universal shows the first element that fails`() throws {
    #expect(
      try facts.explain("evaluations.all(e, e.version == '1.3')").outline == """
        evaluations.all(e, e.version == '1.3') -> false (item 2 of 2 does not) [facts.json:20:1]
          e = item 2 -> Evaluation [facts.json:20:1]
            e.version == '1.3' -> false [facts.json:20:5]
              e.version -> '1.4' [facts.json:20:5]
        """
    )
  }

  @Test func `only the operands that decided a connective are shown`() throws {
    let explained = try facts.explain("system.name == 'loan scoring' && system.tier == 'limited'")
    #expect(explained.children.map(\.expression) == ["system.tier == 'limited'"])
    let either = try facts.explain("system.name == 'x' || system.tier == 'limited'")
    #expect(
      either.children.map(\.expression) == ["system.name == 'x'", "system.tier == 'limited'"]
    )
    let negated = try facts.explain("!(system.name == 'x' || system.tier == 'high')")
    #expect(negated.children[0].children.map(\.expression) == ["system.tier == 'high'"])
  }

  @Test func `an error shows what raised it and where the evidence should be`() throws {
    #expect(
      try facts.explain("system.tier == 'high' && system.domain == 'x'").outline == """
        system.tier == 'high' && system.domain == 'x' -> error: `domain` is not stated [facts.json:1:1]
          system.domain == 'x' -> error: `domain` is not stated [facts.json:1:1]
            system.domain -> error: `domain` is not stated [facts.json:1:1]
        """
    )
  }

  @Test func `what a question for a field saw is the field, not its owner`() throws {
    let absent = try facts.explain("has(system.domain)")
    #expect(absent.children.map(\.expression) == ["system.domain"])
    #expect(absent.children.map(\.value) == ["not stated"])
    let there = try facts.explain("!has(system.name)").children[0]
    #expect(there.children.map(\.expression) == ["system.name"])
    #expect(there.children[0].location != nil)
  }

  @Test func `nothing to look at is said so`() throws {
    #expect(try facts.explain("[].all(x, x == 1)").note == "there is nothing to look at")
    #expect(try facts.explain("[].exists(x, x == 1)").note == "none of 0: there is nothing")
  }

  @Test func `more than one match is counted`() throws {
    let explained = try facts.explain("system.jurisdictions.exists_one(j, size(j) == 2)")
    #expect(explained.note == "2 of 2")
    #expect(explained.children.map(\.expression) == ["j = item 1", "j = item 2"])
  }

  @Test func `an explanation has a bounded size`() throws {
    let operands = (0..<300).map { "system.name == '\($0)'" }.joined(separator: " || ")
    let explained = try facts.explain(operands)
    #expect(explained.outline.split(separator: "\n").count <= 61)
  }

  @Test(arguments: [
    (
      "system.tier == 'high' && has(system.domain)",
      "the system's tier is 'high' and the system's domain is stated"
    ),
    (
      "evaluations.all(e, size(e.metrics) > 0)",
      "for every evaluation e in the evaluations, there is at least one entry in e's metrics"
    ),
    (
      "!evaluations.exists(e, e.version == '0')",
      "there is no evaluation e in the evaluations whose version is '0'"
    ),
    (
      "system.tier in ['high', 'limited'] || !(system.tier in ['minimal'])",
      "either the system's tier is one of 'high' or 'limited' or the system's tier is not 'minimal'"
    ),
    (
      "system.started <= as_of - duration('24h')",
      "the system's started is not after the as of minus '24h'"
    ),
    (
      "system.name.startsWith('loan') ? parameters.limit >= 0.5 : parameters.min_n < 3",
      "if the system's name starts with 'loan' then the parameters' limit is at least 0.5, "
        + "otherwise the parameters' min n is below 3"
    ),
    (
      "evaluations[0].metric('accuracy').value >= 0.9",
      "the value of the metric 'accuracy' of the first of the evaluations is at least 0.9"
    ),
    (
      "evaluations.filter(e, e.version != '').all(e, e.version > '1' && !has(system.domain))",
      "for every evaluation e in the evaluations whose version is not empty, e's version comes "
        + "after '1' and the system's domain is not stated"
    ),
    (
      "evaluations.exists(other, other.version == '' && other.metrics.size() > 1) && true",
      "(there is at least one other evaluation in the evaluations for which the other evaluation's "
        + "version is empty and there is more than one entry in the other evaluation's metrics) and "
        + "true"
    ),
    (
      "(has(system.domain) ? system.domain : system.name).lowerAscii() == system.name + ' ' + 'x'",
      "the system's domain (the system's name if not stated) in small letters is the system's name "
        + "followed by 'x'"
    ),
  ])
  func `a condition is said in English`(_ test: (String, String)) throws {
    #expect(try SampleFacts.environment.compile(test.0).get().english() == test.1)
  }

  @Test func `every comparison, quantifier and connective is mutated`() throws {
    let source = "!has(system.domain) && evaluations.all(e, e.version >= '1' || e.version in ['2'])"
    let program = try SampleFacts.environment.compile(source, expecting: .bool).get()
    #expect(
      program.mutations().map { "\($0.position.column) \($0.summary): \($0.program.source)" } == [
        "1 `&&` became `||`: !has(system.domain) || evaluations.all(e, e.version >= '1' || e.version in ['2'])",
        "1 `!` was dropped: has(system.domain) && evaluations.all(e, e.version >= '1' || e.version in ['2'])",
        "24 `all` became `exists`: !has(system.domain) && evaluations.exists(e, e.version >= '1' || e.version in ['2'])",
        "43 `||` became `&&`: !has(system.domain) && evaluations.all(e, e.version >= '1' && e.version in ['2'])",
        "43 `>=` became `<`: !has(system.domain) && evaluations.all(e, e.version < '1' || e.version in ['2'])",
        "63 `in` became its opposite: !has(system.domain) && evaluations.all(e, e.version >= '1' || !(e.version in ['2']))",
      ]
    )
  }
}
