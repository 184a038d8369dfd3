// SPDX-License-Identifier: Apache-2.0

import Foundation
import GateModel
import TestSupport
import Testing

@Suite("Ways to a false green")
struct AttackTests {
  @Test func `the table is read as a whole, and holds every class of attempts`() throws {
    let attacks = Attempt.all.filter { $0.passes != true }
    #expect(attacks.count >= 300)
    #expect(try Attempt.lineCount() == Attempt.all.count)
    let classes: Set = [
      "control", "hide", "declaration", "flimsy", "place", "approval", "evaluation", "model",
      "policy", "waiver", "time", "Markdown",
    ]
    #expect(classes == Set(attacks.map(\.kind)))
  }

  @Test(arguments: Attempt.all.filter { !$0.needsOwnRun && $0.passes != true })
  func `an attempt on a system is seen through`(attempt: Attempt) async throws {
    let run = try await CommonRun.ofAll.value
    let standing = try #require(run.standings[attempt.testDescription])
    #expect(standing.verdict != .pass)
  }

  @Test(arguments: Attempt.all.filter { $0.passes == true })
  func `what is honest passes`(attempt: Attempt) async throws {
    let run = try await CommonRun.ofAll.value
    let standing = try #require(run.standings[attempt.testDescription])
    #expect(standing.verdict == .pass, "\(standing.failures)")
  }

  @Test func `the repository that is attacked passes`() async throws {
    let outcome = try await Attack(files: try Attempt.fixture()).check()
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test(arguments: Attempt.all.filter(\.needsOwnRun))
  func `an attempt on the run ends in fail, usage or undecided`(attempt: Attempt) async throws {
    let outcome = try await Attack(files: try attempt.files()).check(attempt.arguments ?? [])
    #expect([1, 2, 3].contains(outcome.status), "\(attempt.testDescription)\n\(outcome.text)")
  }
}
