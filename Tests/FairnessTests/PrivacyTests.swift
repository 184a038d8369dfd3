// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

@Suite("Privacy")
struct PrivacyTests {
  @Test("guarantees add up and are judged by budget and by the number of people")
  func budgets() throws {
    let part = try PrivacyGuarantee(epsilon: 0.5, delta: 1e-6)
    let whole = PrivacyGuarantee.composed([part, part, part, part])
    #expect(whole.epsilon == 2)
    #expect((whole.delta - 4e-6).magnitude < 1e-18)
    #expect(whole.verdict(budget: 2, people: 1000) == .pass)
    #expect(whole.verdict(budget: 1.9, people: 1000) == .fail)
    #expect(whole.verdict(budget: 2, people: 1_000_000) == .fail)
    #expect(whole.verdict(budget: 2, people: 0) == .notEvaluable)
  }

  @Test("perfect privacy allows no advantage, none at all allows every one")
  func bounds() throws {
    #expect(try PrivacyGuarantee(epsilon: 0, delta: 0).advantageBound == 0)
    #expect(try PrivacyGuarantee(epsilon: 0, delta: 0.1).advantageBound == 0.1)
    #expect(try PrivacyGuarantee(epsilon: 800, delta: 0).advantageBound == 1)
    let one = try PrivacyGuarantee(epsilon: 1, delta: 0.01)
    #expect((one.advantageBound - 0.4675).magnitude < 1e-4)
    #expect((one.truePositiveRateBound(falsePositiveRate: 0.1) - 0.281828).magnitude < 1e-6)
  }

  @Test("an attack contradicts a guarantee only beyond what chance explains")
  func contradiction() throws {
    let strict = try PrivacyGuarantee(epsilon: 0.1, delta: 0)
    let few = try MembershipAttack(memberScores: [3, 4, 5], nonMemberScores: [1, 2, 0])
    #expect(few.advantage == 1)
    #expect(few.verdict(against: strict) == .inconclusive)
    let scores = (0..<1000).map(Double.init)
    let many = try MembershipAttack(memberScores: scores.map { $0 + 500 }, nonMemberScores: scores)
    #expect(many.advantage == 0.5)
    #expect(many.verdict(against: strict) == .fail)
    #expect((try #require(many.advantageLowerBound()) - 0.4141059).magnitude < 1e-6)
    let useless = try MembershipAttack(memberScores: scores, nonMemberScores: scores)
    #expect(useless.areaUnderCurve == 0.5)
    #expect(useless.verdict(against: strict) == .pass)
  }

  @Test("small false positive rates need many non-members")
  func resolution() throws {
    let scores = (0..<1000).map(Double.init)
    let attack = try MembershipAttack(memberScores: scores, nonMemberScores: scores)
    #expect(attack.resolves(falsePositiveRate: 0.001))
    #expect(!attack.resolves(falsePositiveRate: 0.0009))
    #expect(attack.truePositiveRate(atFalsePositiveRate: 0.1) == 0.1)
  }

  @Test("ordered values lie further apart than unordered ones are told apart")
  func closeness() throws {
    let table = try Anonymity(
      quasiIdentifiers: [["a"], ["a"], ["a"], ["b"], ["b"], ["b"], ["c"], ["c"], ["c"]],
      sensitive: ["3", "4", "5", "6", "B", "8", "7", "9", "A"],
      order: ["3", "4", "5", "6", "7", "8", "9", "A", "B"]
    )
    #expect(table.k == 3)
    #expect(table.distinctL == 3)
    #expect((table.t - 2.0 / 3).magnitude < 1e-12)
    #expect((try #require(table.orderedT) - 0.375).magnitude < 1e-12)
    #expect(throws: FairnessError.self) {
      try Anonymity(quasiIdentifiers: [["a"]], sensitive: ["x"], order: ["y"])
    }
  }
}
