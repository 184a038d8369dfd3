// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import RulePacks
import Testing

@Suite("Findings that other findings explain")
struct FindingCauseTests {
  @Test func `a finding goes with the one that explains it, on the same subject`() throws {
    let results = try explained([result("gap"), result("part"), result("part", on: "b.md")])
    #expect(results.map(\.cause) == [nil, "sample/gap", nil])
  }

  @Test
  func `a finding on the system explains those on any subject where the rule says so`() throws {
    let results = try explained([result("gap", on: "system"), result("any"), result("part")])
    #expect(results.map(\.cause) == [nil, "sample/gap", nil])
  }

  @Test(arguments: Outcome.allCases.filter { $0 != .failed })
  func `only an open failure explains`(outcome: Outcome) throws {
    #expect(try explained([result("gap", outcome), result("part")]).map(\.cause) == [nil, nil])
    #expect(try explained([result("gap"), result("part", outcome)]).map(\.cause) == [nil, nil])
  }

  @Test func `a finding is never put under one that matters less, or of another system`() throws {
    var grave = result("part")
    grave.severity = .block
    #expect(try explained([result("gap"), grave]).map(\.cause) == [nil, nil])
    var other = result("part")
    other.system = "bank"
    #expect(try explained([result("gap"), other]).map(\.cause) == [nil, nil])
  }

  @Test func `what explains stands for itself; rules in a circle end`() throws {
    let chain = try explained([result("gap"), result("part"), result("detail")])
    #expect(chain.map(\.cause) == [nil, "sample/gap", "sample/gap"])
    let circle = try explained([result("left"), result("right")])
    #expect(circle.map(\.cause) == ["sample/right", "sample/left"])
  }

  @Test func `what waits for an answer goes with the finding that names the answer`() throws {
    var results = [waiting("gap", for: "practices"), waiting("part", for: "adm"), result("open")]
    results = FindingCauses([try pack()]).explained(results, unanswered: ["shop": ["practices"]])
    #expect(results.map(\.cause) == ["sample/open", nil, nil])
  }

  @Test func `what waits for an answer that nothing names goes with the first that waits for it`()
    throws
  {
    let results = try explained([
      waiting("gap", for: "models"), waiting("part", for: "models"), waiting("any", for: "adm"),
      waiting("gap", for: "models", on: "b.md"),
    ])
    #expect(results.map(\.cause) == [nil, "sample/gap", nil, nil])
  }

  @Test func `a warning names no answer for what is undecided`() throws {
    var warning = result("open")
    warning.severity = .warn
    let results = FindingCauses([try pack()]).explained(
      [warning, waiting("gap", for: "adm")],
      unanswered: ["shop": ["adm"]]
    )
    #expect(results.map(\.cause) == [nil, nil])
  }

  @Test func `what may block is not put under one that matters less and decides nothing`() throws {
    var grave = waiting("part", for: "adm")
    grave.severity = .block
    var slight = waiting("gap", for: "adm")
    slight.severity = .info
    // The gravest leads, wherever it stands.
    #expect(try explained([slight, grave]).map(\.cause) == ["sample/part", nil])
    let blocking = VerdictRule(failOn: .block)
    let named = FindingCauses([try pack()]).explained(
      [result("open"), grave, waiting("gap", for: "adm")],
      unanswered: ["shop": ["adm"]],
      by: blocking
    )
    #expect(named.map(\.cause) == [nil, nil, "sample/open"])
  }

  private func waiting(
    _ rule: String,
    for key: String,
    on subject: String = "system"
  ) -> CheckResult {
    var waiting = result(rule, .undecided, on: subject)
    waiting.waitsFor = key
    return waiting
  }

  private func explained(_ results: [CheckResult]) throws -> [CheckResult] {
    FindingCauses([try pack()]).explained(results)
  }

  private func pack() throws -> RulePack {
    try SampleRule.pack([
      SampleRule(id: "gap", more: ["code: GAP-1"]),
      SampleRule(id: "part", more: ["under: [OTH-1, GAP-1]"]),
      SampleRule(id: "any", more: ["under: [{rule: gap, of: system}]"]),
      SampleRule(id: "detail", more: ["under: [part]"]),
      SampleRule(id: "left", more: ["under: [right]"]),
      SampleRule(id: "right", more: ["under: [left]"]),
      SampleRule(id: "open", require: "system.unanswered.size() == 0"),
    ])
  }

  private func result(
    _ rule: String,
    _ outcome: Outcome = .failed,
    on subject: String = "a.md"
  ) -> CheckResult {
    CheckResult(
      system: "shop",
      pack: "sample",
      rule: rule,
      subject: subject,
      outcome: outcome,
      severity: .error,
      message: "a gap"
    )
  }
}
