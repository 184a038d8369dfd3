// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import RulePacks
import TestSupport
import Testing

/// The shipped packs, loaded once, and what their examples gave.
private enum Shipped {
  static let catalogue = Result { try RuleCatalogue(packs: RuleCatalogue.shippedNames) }

  static let report = Task { await ExampleRun(try catalogue.get()).run(width: 2) }

  /// The name of every rule with its pack.
  static let ruleNames: [String] = {
    let packs = (try? catalogue.get())?.packs ?? []
    return packs.flatMap { pack in pack.rules.map { "\(pack.id)/\($0.id)" } }
  }()
}

@Suite("The shipped rule packs")
struct EssentialsTests {
  private func packs() throws -> [RulePack] { try Shipped.catalogue.get().packs }

  @Test func `every shipped pack loads without a mistake`() throws {
    #expect(try packs().map(\.id) == RuleCatalogue.shippedNames)
    #expect(RuleCatalogue.shippedNames.contains("essentials"))
    for pack in try packs() { #expect(!pack.rules.isEmpty, "\(pack.id)") }
  }

  @Test(arguments: Shipped.ruleNames)
  func `every example of a rule comes out as it says`(rule: String) async throws {
    let results = try await Shipped.report.value.results.filter { $0.rule == rule }
    #expect(!results.isEmpty)
    for result in results {
      #expect(
        result.actual == result.expected,
        "\(result.location) \(result.example): \(result.explanation)"
      )
    }
  }

  @Test(arguments: Shipped.ruleNames)
  func `every rule has an example that passes and one that fails`(rule: String) async throws {
    let results = try await Shipped.report.value.results.filter { $0.rule == rule }
    let outcomes = Set(results.map(\.expected))
    #expect(outcomes.contains(.passed))
    #expect(outcomes.contains(.failed))
  }

  @Test func `no rule is without examples`() async throws {
    let report = try await Shipped.report.value
    #expect(report.rulesWithoutExamples.isEmpty)
    #expect(report.isSatisfied)
  }

  @Test func `codes are unique over all packs, and every rule has one`() throws {
    let rules = try packs().flatMap(\.rules)
    let codes = rules.compactMap(\.code)
    #expect(codes.count == rules.count)
    #expect(Set(codes).count == codes.count)
  }

  @Test func `every rule file has less than 140 lines, examples included`() throws {
    for file in try packs().flatMap(\.files) where file.path.hasPrefix("rules/") {
      let lines = file.bytes.count { $0 == UInt8(ascii: "\n") }
      #expect(lines < 140, "\(file.path)")
    }
  }

  @Test func `every rule with a number says where the number comes from`() throws {
    for rule in try packs().flatMap(\.rules) {
      for parameter in rule.parameters {
        switch parameter.value {
        case .int, .double:
          #expect(parameter.origin != nil || rule.origin != nil, "\(rule.id) \(parameter.name)")
        case .bool, .string, .strings: break
        }
        #expect(!parameter.summary.isEmpty, "\(rule.id) \(parameter.name)")
      }
    }
  }
}

@Suite("Running rule examples")
struct ExampleRunTests {
  private func report(_ example: [String]) async throws -> ExampleReport {
    var pack = SamplePack(changing: ["examples:"] + example)
    pack.files["fixtures/small/note.md"] = "one and one"
    let folder = try TemporaryDirectory()
    for (path, text) in pack.files { try folder.write(text, to: path) }
    return await ExampleRun(try RuleCatalogue(packs: [folder.path])).run(width: 2)
  }

  @Test(arguments: [
    ("  - {name: a, expect: failed, base: smal}", "did you mean 'small'?"),
    (
      "  - {name: a, expect: failed, base: small,"
        + " edits: [{file: note.md, find: one, replace: x}]}",
      "occurs 2 times"
    ),
  ])
  func `an example that cannot be built is no success`(
    example: String,
    explanation: String
  ) async throws {
    let report = try await report([example])
    #expect(!report.isSatisfied)
    let result = try #require(report.results.first)
    #expect(result.actual == nil)
    #expect(result.explanation.contains(explanation))
    #expect(result.location.position?.line == 11)
  }

  @Test func `an example that comes out otherwise is explained`() async throws {
    let report = try await report(["  - {name: a, expect: passed, base: small}"])
    #expect(!report.isSatisfied)
    #expect(report.results.map(\.actual) == [nil])
    #expect(!report.page(as: .console).bytes.isEmpty)
  }

  @Test func `a pack without examples is no success`() async throws {
    let report = try await report(["  []"])
    #expect(report.results.isEmpty)
    #expect(report.rulesWithoutExamples == ["sample/sample-rule"])
    #expect(!report.isSatisfied)
  }
}
