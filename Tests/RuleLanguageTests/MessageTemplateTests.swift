// SPDX-License-Identifier: Apache-2.0

import GateModel
import RuleLanguage
import Testing

@Suite struct MessageTemplateTests {
  private let facts = SampleFacts()

  @Test(arguments: [
    ("plain text", "plain text"), ("", ""),
    ("{system.name} is {system.tier}", "loan scoring is high"),
    ("{{not a hole}} {'a}b' + \"}\"} {{{system.tier}}}", "{not a hole} a}b} {high}"),
    ("{size(evaluations)} and {parameters.limit} and {0.5 + 0.5}", "2 and 0.9 and 1"),
    ("{system.jurisdictions} {as_of}", "[DE, FR] 2026-11-21T00:00:00Z"),
    ("in {system.domain}, by {1 / 0}", "in ?, by ?"),
    ("{ {'a': 1}['a'] }", "1"),
  ])
  func `holes are filled in`(_ test: (String, String)) throws {
    let template = try SampleFacts.environment.compileTemplate(test.0).get()
    #expect(template.render(in: facts.arena, bindings: facts.bindings) == test.1)
  }

  @Test(arguments: [
    ("a {system.name", "`{` is not closed", 3), ("a } b", "`}` without `{`", 3),
    ("ä {system.nam}", "unknown field `nam` of System", 11),
    ("{{'a': 1}", "`}` without `{`", 9),
    ("{} b", "the expression ends where an expression was expected", 2),
    ("{system.name} {sytem}", "unknown name `sytem`", 16),
  ])
  func `a mistake in a message is found at load`(_ test: (String, String, Int)) {
    guard case .failure(let list) = SampleFacts.environment.compileTemplate(test.0) else {
      Issue.record("accepted")
      return
    }
    #expect(list.diagnostics.map(\.problem.message) == [test.1])
    #expect(list.diagnostics.map(\.problem.position.column) == [test.2])
  }

  @Test func `all mistakes of a message are reported`() {
    guard case .failure(let list) = SampleFacts.environment.compileTemplate("{a} {b}") else {
      Issue.record("accepted")
      return
    }
    #expect(list.diagnostics.count == 2)
  }

  @Test func `a message names what it mentions`() throws {
    let template = try SampleFacts.environment.compileTemplate("{system.name} {parameters.limit}")
      .get()
    #expect(template.referencedRoots == ["system", "parameters"])
    #expect(template.referencedFields.contains("parameters.limit"))
  }
}
