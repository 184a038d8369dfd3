// SPDX-License-Identifier: Apache-2.0

import GateModel
import RulePacks
import Testing

/// What a policy writes below `parameters:`, and what is wrong with it.
struct SettingMistake: CustomTestStringConvertible, Sendable {
  let written: String
  let place: String
  let message: String
  let help: String

  var testDescription: String { written }

  static let all = [
    SettingMistake(
      written: "sampel-rule: {p: 2}",
      place: "1:1",
      message: "sets parameters of the rule 'sampel-rule', which the pack does not have",
      help: "did you mean 'sample-rule'?"
    ),
    SettingMistake(
      written: "SMP-11: {}",
      place: "1:1",
      message: "the rule 'SMP-11'",
      help: "did you mean 'SMP-1'?"
    ),
    SettingMistake(
      written: "strictness: {value: low}",
      place: "1:1",
      message: "the rule 'strictness', which the pack does not have",
      help: "it is a parameter of the pack: write 'strictness: VALUE'"
    ),
    SettingMistake(
      written: "sample-rule: {q: 2}",
      place: "1:15",
      message: "sets 'q', which the rule 'sample-rule' does not have",
      help: "did you mean 'p'?"
    ),
    SettingMistake(
      written: "sample-rule: {nothing-like-it: 2}",
      place: "1:15",
      message: "sets 'nothing-like-it'",
      help: "what can be set there: p, strictness"
    ),
    SettingMistake(
      written: "sample-rule: {p: 0.5}",
      place: "1:18",
      message: "sets 'p' of the rule 'sample-rule' to 0.5, which is no int",
      help: "write a whole number, 1 to 9; without it, 3 is used"
    ),
    SettingMistake(
      written: "SMP-1: {p: '2'}",
      place: "1:12",
      message: "to '2', which is no int",
      help: "write a whole number"
    ),
    SettingMistake(
      written: "sample-rule: {p: [2]}",
      place: "1:18",
      message: "to [2], which is no int",
      help: "write a whole number"
    ),
    SettingMistake(
      written: "sample-rule: {p: {value: 2}}",
      place: "1:18",
      message: "to something that is no value",
      help: "write a whole number"
    ),
    SettingMistake(
      written: "sample-rule: {p: 10}",
      place: "1:18",
      message: "sets 'p' of the rule 'sample-rule' to 10; allowed is 1 to 9",
      help: "write a whole number, 1 to 9; without it, 3 is used"
    ),
    SettingMistake(
      written: "strictnes: low",
      place: "1:1",
      message: "sets 'strictnes', which the pack 'sample' does not have",
      help: "did you mean 'strictness'?"
    ),
    SettingMistake(
      written: "p: 2",
      place: "1:1",
      message: "sets 'p', which the pack 'sample' does not have",
      help: "it is a parameter of a rule: write 'sample-rule: {p: VALUE}'"
    ),
    SettingMistake(
      written: "sample-rule: 2",
      place: "1:1",
      message: "sets 'sample-rule', which the pack 'sample' does not have",
      help: "it is a rule: write 'sample-rule: {PARAMETER: VALUE}'"
    ),
    SettingMistake(
      written: "strictness: lo",
      place: "1:13",
      message: "sets 'strictness' of the pack 'sample' to 'lo'; allowed is low or high",
      help: "did you mean 'low'?"
    ),
    SettingMistake(
      written: "strictness: null",
      place: "1:13",
      message: "to something that is no value",
      help: "write a text, low or high; without it, high is used"
    ),
    SettingMistake(
      written: "zz-rule: {strictness: low}",
      place: "1:11",
      message: "sets 'strictness', which the rule 'zz-rule' does not have",
      help: "the pack has it, but this rule does not mention it; remove it here"
    ),
  ]
}

@Suite("What a policy sets in a pack")
struct SettingTests {
  private static let pack: SamplePack = {
    var pack = SamplePack(changing: [
      "require: dossier.artifacts.size() > parameters.p && parameters.strictness == 'high'",
      "parameters: {p: {value: 3, min: 1, max: 9}}",
    ]).declaring("parameters:", "  strictness: {value: high, one_of: [low, high]}")
    pack.files["rules/zz-rule.yaml"] = SamplePack.rule.map { line in
      line.hasPrefix("id:") ? "id: zz-rule" : line.hasPrefix("code:") ? "code: SMP-2" : line
    }.joined(separator: "\n")
    return pack
  }()

  @Test(arguments: SettingMistake.all)
  func `a mistake points at the policy and says what to do`(_ mistake: SettingMistake) throws {
    let problems = Self.pack.problems(settings: try .written(mistake.written))
    #expect(problems.count == 1, "\(problems.map(\.message))")
    let problem = try #require(problems.first)
    #expect(problem.location?.description == "modelgate.yml:\(mistake.place)")
    #expect(problem.message.contains(mistake.message), "\(problem.message)")
    #expect(problem.help.contains(mistake.help), "\(problem.help)")
  }

  @Test(arguments: ["id: [\n", "- no\n- map\n"])
  func `mistakes of the policy are reported together with those of the pack`(
    unreadable: String
  ) throws {
    var pack = Self.pack
    pack.files["rules/zz-rule.yaml"] = unreadable
    pack.files["rules/sample-rule.yaml"]? += "severty: error\n"
    let settings = try ParameterSettings.written(
      "sampel-rule: {p: 1}\nstrictness: lo\nsample-rule: {p: 99, q: 1}\n"
        // Its rule cannot be read, so that nothing is said about these.
        + "zz-rule: {x: 1}\nSMP-2: {x: 1}\n"
    )
    let places = pack.problems(settings: settings).map { "\($0.location?.description ?? "")" }
    #expect(places.filter { $0.hasPrefix("sample/") }.count == 2)
    #expect(
      places.filter { $0.hasPrefix("modelgate.yml") } == [
        "modelgate.yml:1:1", "modelgate.yml:2:13", "modelgate.yml:3:18", "modelgate.yml:3:22",
      ]
    )
  }

  @Test func `a value of the wrong type gives no further mistake`() throws {
    let settings = try ParameterSettings.written("strictness: [a]\nsample-rule: {p: text}\n")
    #expect(Self.pack.problems(settings: settings).count == 2)
  }

  @Test func `a rule that is named by id and by code sets each parameter once`() throws {
    let settings = try ParameterSettings.written("sample-rule: {p: 1}\nSMP-1: {p: 2}\n")
    let problem = try #require(Self.pack.problems(settings: settings).first)
    #expect(problem.message == "the policy sets 'p' of the rule 'sample-rule' twice")
    #expect(problem.location?.description == "modelgate.yml:2:9")
  }
}
