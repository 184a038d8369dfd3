// SPDX-License-Identifier: Apache-2.0

import Assessment
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport

/// One run over many attempts, each of them a system in a folder of its own: reading the rules takes
/// longer than judging by them.
struct CommonRun: Sendable {
  /// What came of one attempt.
  struct Standing: Sendable {
    let verdict: Verdict
    let failures: [String]
  }

  /// What came of each attempt, by its description.
  let standings: [String: Standing]

  static let ofAll = Task { try await CommonRun(of: Attempt.all.filter { !$0.needsOwnRun }) }

  private init(of attempts: [Attempt]) async throws {
    let repository = try FixtureRepository(isBare: true)
    var files: [String: FixtureFile] = [:]
    for (path, text) in try Attempt.fixture() where path.hasPrefix("modelgate") {
      // Who accepts the gap of the one system accepts it here for all.
      files[path] = .text(text.replacingOccurrences(of: "    system: credit-scoring\n", with: ""))
    }
    for (index, attempt) in attempts.enumerated() {
      for (path, text) in try attempt.files() where !path.hasPrefix("modelgate") {
        let own = Self.renaming.reduce(text) { text, key in
          text.replacingOccurrences(of: "\(key)credit-scoring", with: key + Self.id(index))
        }
        files["\(Self.id(index))/\(path)"] = .text(own)
      }
    }
    try repository.commit(files)
    let request = RunRequest(
      repository: repository.path,
      asOf: CalendarDate(2026, 11, 21),
      tool: Report.Tool(name: "modelgate", version: "0.0.0")
    )
    let report = try await GateRun(request).run().report
    withExtendedLifetime(repository) {}
    let results = Dictionary(grouping: report.results, by: \.system)
    standings = Dictionary(
      uniqueKeysWithValues: attempts.enumerated().map { index, attempt in
        let id = Self.id(index)
        let faults = report.faults.filter {
          $0.system == id || $0.location?.path.hasPrefix(id + "/") == true
        }
        let own = results[id] ?? []
        let standing = Standing(
          verdict: VerdictRule(failOn: .error).verdict(on: own, faults: faults),
          failures: own.filter { $0.outcome == .failed || $0.outcome == .undecided }.map(\.message)
            + faults.map(\.message)
        )
        return (attempt.testDescription, standing)
      }
    )
  }

  /// Where the id of the system stands.
  private static let renaming = ["id: ", "system: "]

  private static func id(_ index: Int) -> String { "s\(index)" }
}
