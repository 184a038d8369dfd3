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

  @Test("a value has the type that it is written in", arguments: ParameterCase.all)
  func types(_ example: ParameterCase) throws {
    let rule = try #require(pack(example.written, example.condition).load().rules.first)
    #expect(rule.parameters.map(\.value) == [example.value])
    #expect(rule.parameters.map(\.isOverridden) == [false])
  }

  @Test("a condition of another type than the parameter is refused")
  func mismatch() {
    #expect(pack("word", "parameters.p > 1").problems().count == 1)
  }

  @Test(
    "a policy sets a parameter by the id or the code of the rule",
    arguments: ["sample-rule", "SMP-1"]
  )
  func override(name: String) throws {
    let pack = try pack("0.8", "parameters.p > 0.1").load(overrides: [name: ["p": .int(1)]])
    let parameter = try #require(pack.rules.first?.parameters.first)
    #expect(parameter.value == .double(1))
    #expect(parameter.isOverridden)
    #expect(parameter.origin == .policy)
  }

  @Test(
    "an override that fits nothing is refused with a suggestion",
    arguments: [
      ("sampel-rule", "p", "the rule 'sampel-rule'", "did you mean 'sample-rule'?"),
      ("SMP-11", "p", "the rule 'SMP-11'", "did you mean 'SMP-1'?"),
      ("sample-rule", "q", "the policy sets 'q'", "did you mean 'p'?"),
      ("sample-rule", "other", "the policy sets 'other'", "correct the policy file"),
    ]
  )
  func unknown(rule: String, parameter: String, message: String, help: String) throws {
    let problems = pack("1", "parameters.p > 0")
      .problems(overrides: [rule: [parameter: .int(2)]])
    #expect(problems.count == 1)
    #expect(try #require(problems.first).message.contains(message))
    #expect(problems.first?.help == help)
  }

  @Test(
    "an override of another type is refused",
    arguments: [
      ParameterValue.double(0.5), .string("2"), .bool(true), .strings(["2"]),
    ]
  )
  func type(value: ParameterValue) throws {
    let problems = pack("1", "parameters.p > 0").problems(overrides: ["sample-rule": ["p": value]])
    #expect(problems.count == 1)
    #expect(try #require(problems.first).message.hasSuffix("which is no int"))
  }

  @Test("several wrong overrides are reported in one go")
  func several() {
    let problems = pack("1", "parameters.p > 0").problems(overrides: [
      "nothing": ["p": .int(1)], "sample-rule": ["q": .int(1), "p": .bool(true)],
    ])
    #expect(problems.count == 3)
  }
}
