// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

@Suite("Privacy")
struct PrivacyTests {
  @Test func `guarantees add up and are judged by budget and by the number of people`() throws {
    let part = try PrivacyGuarantee(epsilon: 0.5, delta: 1e-6)
    let whole = PrivacyGuarantee.composed([part, part, part, part])
    #expect(whole.epsilon == 2)
    #expect((whole.delta - 4e-6).magnitude < 1e-18)
    #expect(whole.verdict(budget: 2, people: 1000) == .pass)
    #expect(whole.verdict(budget: 1.9, people: 1000) == .fail)
    #expect(whole.verdict(budget: 2, people: 1_000_000) == .fail)
    #expect(whole.verdict(budget: 2, people: 0) == .notEvaluable)
  }

  @Test func `perfect privacy allows no advantage, none at all allows every one`() throws {
    #expect(try PrivacyGuarantee(epsilon: 0, delta: 0).advantageBound == 0)
    #expect(try PrivacyGuarantee(epsilon: 0, delta: 0.1).advantageBound == 0.1)
    #expect(try PrivacyGuarantee(epsilon: 800, delta: 0).advantageBound == 1)
    let one = try PrivacyGuarantee(epsilon: 1, delta: 0.01)
    #expect((one.advantageBound - 0.4675).magnitude < 1e-4)
    #expect((one.truePositiveRateBound(falsePositiveRate: 0.1) - 0.281828).magnitude < 1e-6)
  }
}
