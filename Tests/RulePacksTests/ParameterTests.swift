// SPDX-License-Identifier: Apache-2.0

import GateModel
import RulePacks
import Testing

/// A parameter as written, and its value.
struct ParameterCase: CustomTestStringConvertible, Sendable {
  let written: String
  let condition: String
  let value: ParameterValue

  var testDescription: String { written }

  static let all = [
    ParameterCase(written: "40", condition: "parameters.p > 1", value: .int(40)),
    ParameterCase(written: "0.8", condition: "parameters.p > 0.1", value: .double(0.8)),
    ParameterCase(written: "-1.5e3", condition: "parameters.p < 0.0", value: .double(-1500)),
    ParameterCase(written: "true", condition: "parameters.p", value: .bool(true)),
    ParameterCase(written: "word", condition: "parameters.p != ''", value: .string("word")),
    ParameterCase(written: "'40'", condition: "parameters.p != ''", value: .string("40")),
    ParameterCase(
      written: "[a, b]",
      condition: "'a' in parameters.p",
      value: .strings(["a", "b"])
    ),
    ParameterCase(
      written: "{value: 1, type: double}",
      condition: "parameters.p > 0.5",
      value: .double(1)
    ),
    ParameterCase(
      written: #"{value: 'it''s \d+', type: pattern}"#,
      condition: "dossier.statement('fairness').text.matches(parameters.p)",
      value: .string(#"it's \d+"#)
    ),
    ParameterCase(
      written: "{value: a, type: list}",
      condition: "'a' in parameters.p",
      value: .strings(["a"])
    ),
  ]
}

@Suite("Parameters of rules")
struct ParameterTests {
  private func pack(_ parameter: String, _ condition: String) -> SamplePack {
    SamplePack(changing: [
      "require: dossier.artifacts.size() >= 0 && \(condition)", "parameters: {p: \(parameter)}",
    ])
  }

  @Test(arguments: ParameterCase.all)
  func `a value has the type that it is written in`(_ example: ParameterCase) throws {
    let rule = try #require(pack(example.written, example.condition).load().rules.first)
    #expect(rule.parameters.map(\.value) == [example.value])
    #expect(rule.parameters.map(\.isOverridden) == [false])
  }

  @Test func `a condition of another type than the parameter is refused`() {
    #expect(pack("word", "parameters.p > 1").problems().count == 1)
  }

  @Test func `a parameter that has a mistake is reported once, though the condition uses it`() {
    let problems = pack("{value: 0.5, type: int}", "parameters.p > 1").problems()
    #expect(problems.map(\.message) == ["the parameter 'p' is no int"])
  }

  @Test(arguments: [
    ("{value: 3, min: 4}", "parameters.p > 1", "at least 4"),
    ("{value: 0.5, type: double, max: 0.25}", "parameters.p > 0.1", "at most 0.25"),
    ("{value: 3, min: 0, max: 1}", "parameters.p > 1", "0 to 1"),
    ("{value: c, one_of: [a, b]}", "parameters.p != ''", "a or b"),
    ("{value: 'a(', type: pattern}", "parameters.p != ''", "a pattern in RE2 syntax"),
    ("{value: [a, c], one_of: [a, b]}", "'a' in parameters.p", "a or b"),
  ])
  func `a default outside of its own bounds is refused`(
    written: String,
    condition: String,
    domain: String
  ) {
    let messages = pack(written, condition).problems().map(\.message)
    #expect(messages == ["the default of the parameter 'p' is not \(domain)"])
  }

  @Test func `a name that no condition can write is refused`() {
    let problems = SamplePack(changing: ["parameters: {my-limit: 1}"]).problems()
    #expect(
      problems.map(\.message) == [
        "the parameter 'my-limit' has no name that a condition can use"
      ]
    )
  }

  @Test(arguments: ["sample-rule", "SMP-1"])
  func `a policy sets a parameter by the id or the code of the rule`(name: String) throws {
    let pack = try pack("0.8", "parameters.p > 0.1").load(settings: .written("\(name): {p: 1}"))
    let parameter = try #require(pack.rules.first?.parameters.first)
    #expect(parameter.value == .double(1))
    #expect(parameter.isOverridden)
    #expect(parameter.origin == .policy)
  }

  @Test func `an example sets parameters of its rule, each in its type`() throws {
    var sample = pack("0.8", "parameters.p > 0.1")
    sample.files["rules/sample-rule.yaml"]? +=
      "examples:\n  - {name: a, expect: passed, parameters: {p: 1}}\n"
    #expect(try sample.load().rules.first?.examples.first?.parameters == ["p": .double(1)])
    sample.files["rules/sample-rule.yaml"]? +=
      "  - {name: b, expect: passed, parameters: {p: a}}\n"
      + "  - {name: c, expect: passed, parameters: {q: 1}}\n"
    let problems = sample.problems()
    #expect(
      problems.map(\.message) == [
        "the example 'b' sets 'p' of the rule to 'a', which is no double",
        "the example 'c' sets 'q', which the rule does not have",
      ]
    )
    #expect(problems.map { $0.location?.position?.line } == [13, 14])
  }
}
