// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// A fixture repository, and what is asked of the gate.
struct Gate {
  /// The repository; it lives as long as the gate.
  let repository: FixtureRepository
  /// The request: its head, on the day that the examples are judged on.
  var request: RunRequest

  /// A gate before any repository.
  init(_ repository: FixtureRepository) throws {
    self.repository = repository
    request = RunRequest(
      repository: repository.path,
      asOf: try #require(CalendarDate("2026-11-21")),
      tool: Report.Tool(name: "modelgate", version: "0.0.0")
    )
  }

  /// A gate before a repository with one commit that holds an example and some changes.
  init(
    _ example: String = "credit-scoring",
    _ changes: [String: FixtureFile] = [:],
    removing removed: [String] = [],
    isBare: Bool = true
  ) throws {
    try self.init(try FixtureRepository(isBare: isBare))
    var files = try ExampleFiles.of(example)
    for path in removed { files[path] = nil }
    try repository.commit(files.merging(changes) { _, change in change })
    if !isBare { try repository.checkOut() }
  }

  /// What a run finds.
  func record(collectsEvidence: Bool = false) async throws -> RunRecord {
    defer { withExtendedLifetime(repository) {} }
    return try await GateRun(request).run(collectsEvidence: collectsEvidence)
  }

  /// The report of a run.
  func report() async throws -> Report { try await record().report }

  /// Why a run gives no verdict, or nil when it gives one.
  func failure(collectsEvidence: Bool = false) async -> RunFailure? {
    defer { withExtendedLifetime(repository) {} }
    do throws(RunFailure) {
      _ = try await GateRun(request).run(collectsEvidence: collectsEvidence)
      return nil
    } catch {
      return error
    }
  }
}

extension RunRecord {
  /// The report in one format, as standard output shows it.
  func text(as format: ReportFormat) throws -> String {
    var bytes: [UInt8] = []
    try write(
      outputs: [OutputTarget(format: format, path: nil)],
      evidence: nil,
      style: ConsoleStyle(),
      toStandardOutput: { bytes += $0.bytes }
    )
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Report {
  /// The outcome of a rule on the first of its subjects.
  func outcome(_ rule: String) -> Outcome? {
    results.first { $0.rule == rule }?.outcome
  }

  /// The rules that failed, each once, sorted.
  var failedRules: [String] {
    Set(results.filter { $0.outcome == .failed }.map(\.rule)).sorted()
  }
}

extension BundleCheck {
  /// What a terminal shows of the check.
  var text: String { String(decoding: page.bytes, as: UTF8.self) }
}
