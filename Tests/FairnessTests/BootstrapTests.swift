// SPDX-License-Identifier: Apache-2.0

import Fairness
import Testing

@Suite("Bootstrap")
struct BootstrapTests {
  @Test("a seed gives the same bootstrap interval, close to the one of many resamples")
  func bootstrap() throws {
    let pair = TwoProportions(
      try Proportion(successes: 45, trials: 300),
      try Proportion(successes: 100, trials: 500)
    )
    let bootstrap = try Bootstrap(seed: 7, resamples: 20_000)
    let difference = try #require(bootstrap.differenceInterval(pair))
    #expect((difference.lower + 0.10333).magnitude < 0.003)
    #expect((difference.upper - 0.004).magnitude < 0.003)
    let ratio = try #require(bootstrap.ratioInterval(pair))
    #expect((ratio.lower - 0.5316).magnitude < 0.015)
    #expect((ratio.upper - 1.0227).magnitude < 0.015)
    #expect(bootstrap.differenceInterval(pair) == difference)
    #expect(try Bootstrap(seed: 8, resamples: 20_000).ratioInterval(pair) != ratio)
    #expect(difference.method == .bootstrap)
  }

  @Test("a bootstrap without meaning is refused or has no interval")
  func noBootstrap() throws {
    #expect(throws: FairnessError.self) { try Bootstrap(seed: 1, resamples: 1999) }
    let bootstrap = try Bootstrap(seed: 1)
    let none = try Proportion(successes: 0, trials: 20)
    let empty = try Proportion(successes: 0, trials: 0)
    let all = try Proportion(successes: 1_000_000_000, trials: 1_000_000_000)
    #expect(bootstrap.differenceInterval(TwoProportions(none, empty)) == nil)
    #expect(bootstrap.ratioInterval(TwoProportions(none, none)) == nil)
    #expect(bootstrap.differenceInterval(TwoProportions(none, none), level: 1) == nil)
    let certain = try #require(bootstrap.differenceInterval(TwoProportions(all, none)))
    #expect(certain.lower == 1 && certain.upper == 1)
    #expect(bootstrap.ratioInterval(TwoProportions(all, none))?.upper == .infinity)
  }
}
