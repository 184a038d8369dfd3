// SPDX-License-Identifier: Apache-2.0

import Assessment
import Documents
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

  @Test(arguments: ShippedPacks.names)
  func `shipped packs are the same where nothing of them is checked again`(name: String) throws {
    let whole = try #require(try RuleCatalogue(packs: [name]).packs.first)
    let draft = try PackLoader(environment: Facts.environment).draft(
      files: try #require(ShippedPacks.files(of: name)),
      folder: name,
      readsExamples: false,
      isTested: true
    )
    let tested = try draft.pack(of: draft.ruleFiles.map { draft.rule($0) })
    #expect(tested.files == whole.files)
    #expect(tested.parameters == whole.parameters)
    #expect(tested.rules.map(Self.texts) == whole.rules.map(Self.texts))
    #expect(tested.rules.map(Self.words) == whole.rules.map(Self.words))
  }

  @Test(arguments: ShippedPacks.names)
  func `shipped rules mostly keep to the YAML that is read fast, and read the same`(
    name: String
  ) throws {
    let files = try #require(ShippedPacks.files(of: name)).filter {
      $0.path == "pack.yaml" || $0.path.hasPrefix("rules/")
    }
    let fast = try files.filter { file in
      let text = RuleText.withoutExamples(file.bytes)
      guard let node = YAMLReader.readSubset(text) else { return false }
      let slow = try YAMLReader.read(text)
      #expect(node == slow, "\(file.path)")
      return true
    }
    #expect(fast.count * 10 >= files.count * 9, "\(fast.map(\.path))")
  }

  /// What the conditions and the message of a rule say and mention.
  private static func words(of rule: Rule) -> [String] {
    let conditions =
      [rule.iteration?.list, rule.when, rule.require] + rule.severity.cases.map(\.when)
      + rule.controls.map(\.when) + rule.limits.map(\.when) + rule.displaces.map(\.when)
    return conditions.compactMap { $0 }.flatMap { condition in
      [condition.english(), condition.formatted(), "\(condition.resultType)"]
        + condition.referencedFields.sorted()
    } + rule.message.referencedFields.sorted()
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
