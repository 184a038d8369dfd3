// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import RuleLanguage
import RulePacks
import Testing

@Suite("Packs without their examples")
struct ExampleTextTests {
  @Test(arguments: ShippedPacks.names)
  func `shipped packs are the same in everything else`(name: String) throws {
    let whole = try #require(try RuleCatalogue(packs: [name]).packs.first)
    let lean = try #require(try RuleCatalogue(packs: [name], readsExamples: false).packs.first)
    #expect(lean.files == whole.files)
    #expect(lean.parameters == whole.parameters)
    #expect(lean.rules.allSatisfy { $0.examples.isEmpty })
    #expect(lean.rules.map(Self.texts) == whole.rules.map(Self.texts))
    #expect(whole.rules.allSatisfy { !$0.examples.isEmpty })
  }

  /// Everything that a rule says besides its examples.
  private static func texts(of rule: Rule) -> [String] {
    [
      rule.id, rule.code ?? "", rule.title, rule.control, rule.rationale, rule.remedy,
      rule.severity.text, rule.period.from.text ?? "", rule.iteration?.list.source ?? "",
      rule.when?.source ?? "", rule.require.source, rule.message.source, "\(rule.parameters)",
      "\(rule.isWaivable) \(rule.status) \(String(describing: rule.origin))", "\(rule.location)",
    ]
  }

  @Test(arguments: [
    ["examples:", "  - {name: a}", "", "# a comment", "  - {name: b}"],
    ["examples:", "- {name: a}", "accepted_mutants:", "- {change: x}"],
    ["examples: [", "  : not even YAML"],
  ])
  func `the values of examples and accepted mutants are left out wherever they stand`(
    lines: [String]
  ) throws {
    for place in [0, 4, SamplePack.rule.count] {
      var rule = SamplePack.rule
      rule.insert(contentsOf: lines, at: place)
      var pack = SamplePack()
      pack.files["rules/sample-rule.yaml"] = rule.joined(separator: "\n") + "\n"
      let loaded = try pack.load(readsExamples: false)
      #expect(loaded.rules.map(\.title) == ["A sample"])
      #expect(loaded.rules.map(\.message.source) == ["it does not hold"])
      #expect(loaded.fixtures.isEmpty)
    }
  }
}
