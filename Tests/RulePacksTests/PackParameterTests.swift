// SPDX-License-Identifier: Apache-2.0

import GateModel
import RulePacks
import Testing

@Suite("Parameters of packs")
struct PackParameterTests {
  private static let sample = SamplePack(changing: [
    "require: dossier.artifacts.size() > parameters.least",
    "message: fewer than {parameters.least} of {parameters.noun}",
  ]).declaring(
    "parameters:",
    "  least: {value: 3, type: int, min: 1, summary: The least., origin: convention}",
    "  noun: things"
  )

  @Test func `every rule sees them, in conditions and message`() throws {
    let pack = try Self.sample.load()
    #expect(pack.parameters.map(\.name) == ["least", "noun"])
    #expect(pack.parameters.map(\.scope) == [.pack, .pack])
    #expect(pack.parameters.first?.domain.text == "at least 1")
    #expect(pack.rules.first?.parameters == pack.parameters)
  }

  @Test func `a rule lists those that it mentions, after its own`() throws {
    var sample = Self.sample
    sample.files["rules/zz-rule.yaml"] = """
      id: zz-rule
      title: Another
      controls: []
      rationale: A test.
      remedy: Nothing.
      severity: error
      parameters: {own: 1}
      require: dossier.artifacts.size() > parameters.own + parameters.least
      message: no

      """
    let rules = try sample.load().rules
    #expect(rules.map { $0.parameters.map(\.name) } == [["least", "noun"], ["own", "least"]])
    #expect(rules.last?.parameters.map(\.scope) == [.rule, .pack])
  }

  @Test func `a policy sets them for the pack, and for one rule`() throws {
    let pack = try Self.sample.load(settings: .written("least: 5\nsample-rule: {least: 7}\n"))
    #expect(pack.parameters.first?.value == .int(5))
    #expect(pack.parameters.first?.origin == .policy)
    let parameter = try #require(pack.rules.first?.parameters.first)
    #expect(parameter.value == .int(7))
    #expect(parameter.isOverridden)
    let whole = try Self.sample.load(settings: .written("least: 5"))
    #expect(whole.rules.first?.parameters.first == whole.parameters.first)
  }

  @Test func `one that no rule mentions is an error at its name`() throws {
    let problems = Self.sample.declaring("  more: 1").problems()
    #expect(problems.map(\.message) == ["the parameter 'more' is not used by any rule of the pack"])
    #expect(problems.first?.location?.description == "sample/pack.yaml:9:3")
    #expect(problems.first?.help == "use it as parameters.more, or remove it")
  }

  @Test func `use is not judged while a rule cannot be understood`() {
    var sample = Self.sample.declaring("  more: 1")
    sample.files["rules/zz-rule.yaml"] = "id: [\n"
    #expect(sample.problems().count == 1)
  }

  @Test func `a rule cannot declare the name again`() throws {
    let problems = SamplePack(changing: [
      "require: dossier.artifacts.size() > parameters.least", "parameters: {least: 1}",
    ]).declaring("parameters: {least: 3}").problems()
    #expect(problems.map(\.message) == ["the parameter 'least' is declared by the pack already"])
    #expect(problems.first?.location?.description == "sample/rules/sample-rule.yaml:10:14")
  }

  @Test func `one with a mistake is reported once, though rules use it`() {
    var sample = Self.sample
    sample.files["pack.yaml"] = SamplePack.manifest + "parameters: {least: {}, noun: things}\n"
    #expect(sample.problems().map(\.message) == ["parameters.least has no 'value'"])
  }
}
