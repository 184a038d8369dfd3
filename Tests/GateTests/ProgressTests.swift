// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Survey
import Testing

@Suite("Progress")
struct ProgressTests {
  /// Keeps what it is told.
  private actor Witness {
    private(set) var seen: [RunProgress] = []
    func take(_ progress: RunProgress) { seen.append(progress) }
  }

  @Test func `a run tells how many files it read, then how many systems it judges`() async throws {
    let witness = Witness()
    var gate = try Gate()
    let unwatched = try await gate.report()
    gate.request.progress = { await witness.take($0) }
    #expect(try await gate.report() == unwatched)
    let seen = await witness.seen
    #expect(seen.last == .judging(systems: 1))
    let counts = seen.dropLast().map { progress -> (Int, Int)? in
      guard case .reading(let files, let total) = progress else { return nil }
      return (files, total)
    }
    let last = try #require(counts.last ?? nil)
    #expect(last.0 == last.1 && last.1 > 3)
  }
}
