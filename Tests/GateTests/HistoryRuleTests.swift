// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// Rules that ask what the history of the repository tells.
@Suite struct HistoryRuleTests {
  private static let user = "recruiting-provider"
  private static let evaluation = FixtureFile.text(
    """
    {"schema": "modelgate/evaluation/v1", "model": {"name": "ranker", "version": "1"},
     "dataset": {"name": "applications", "split": "test"}, "positive_means": "benefit",
     "date": "2027-06-01", "metrics": [{"name": "accuracy", "value": 0.9, "n": 4000}]}
    """
  )

  private static func policy(_ limit: Double, more: String = "") -> FixtureFile {
    .text(
      """
      version: 1
      packs:
        - eu-ai-act-high-risk
        - name: fairness-quality
          parameters: {selection-rate-ratio: {limit: \(limit)}}
      \(more)
      """
    )
  }

  /// A repository with the commits in their order, cut off behind the last one on demand.
  private static func repository(
    _ commits: [[String: FixtureFile]],
    isShallow: Bool
  ) throws -> FixtureRepository {
    let repository = try FixtureRepository(isBare: true)
    var ids: [String] = []
    let prefix = "\(user)/"
    let declaration = try WorkedUser.files().filter { $0.key.hasPrefix(prefix) }
    let base = declaration.map { (String($0.key.dropFirst(prefix.count)), $0.value) }
    for files in [Dictionary(uniqueKeysWithValues: base)] + commits {
      ids.append(try repository.commit(files))
    }
    let last = ids.removeLast()
    if isShallow { try repository.makeShallow(at: last, without: ids) }
    return repository
  }

  private static func outcome(
    _ commits: [[String: FixtureFile]],
    on day: String = "2027-12-02",
    isShallow: Bool = false
  ) async throws -> Outcome? {
    let repository = try repository(commits, isShallow: isShallow)
    var gate = try Gate(repository)
    gate.request.asOf = .day(try #require(CalendarDate(day)))
    let results = try await gate.report().results
    return results.first { $0.code == "EUH-005" }?.outcome
  }

  @Test func `a bound that was committed before its test stands`() async throws {
    let commits = [
      ["modelgate.yml": Self.policy(0.8)], ["evaluation/test.json": Self.evaluation],
      ["README.md": "more"],
    ]
    #expect(try await Self.outcome(commits) == .passed)
  }

  @Test func `a bound that came with its test or was changed later proves nothing`() async throws {
    let together = ["modelgate.yml": Self.policy(0.8), "evaluation/test.json": Self.evaluation]
    #expect(try await Self.outcome([together]) == .failed)
    let lowered = [
      ["modelgate.yml": Self.policy(0.9)], ["evaluation/test.json": Self.evaluation],
      ["modelgate.yml": Self.policy(0.8)],
    ]
    #expect(try await Self.outcome(lowered) == .failed)
  }

  @Test func `what else the policy says may change with the test`() async throws {
    let later = Self.policy(0.8, more: "fail_on: warn")
    let commits = [
      ["modelgate.yml": Self.policy(0.8)],
      ["modelgate.yml": later, "evaluation/test.json": Self.evaluation],
    ]
    #expect(try await Self.outcome(commits) == .passed)
  }

  @Test func `a policy without bounds proves nothing`() async throws {
    #expect(try await Self.outcome([["evaluation/test.json": Self.evaluation]]) == .failed)
  }

  @Test func `a history that is cut off leaves the rule undecided`() async throws {
    let commits = [
      ["modelgate.yml": Self.policy(0.8)], ["evaluation/test.json": Self.evaluation],
    ]
    #expect(try await Self.outcome(commits, isShallow: true) == .undecided)
  }

  @Test func `before the rule can apply history is not walked`() async throws {
    let commits = [
      ["modelgate.yml": Self.policy(0.8)], ["evaluation/test.json": Self.evaluation],
    ]
    #expect(try await Self.outcome(commits, on: "2027-12-01") == .upcoming)
  }
}
