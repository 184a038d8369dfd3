// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

@Suite("The same input gives the same bytes")
struct ReproducibilityTests {
  /// A repository with all three examples; its id is the same wherever it is made.
  private func gate(isBare: Bool) throws -> Gate {
    let gate = try Gate(try FixtureRepository(isBare: isBare))
    for name in ["credit-scoring", "recruiting-screening", "ticket-router"] {
      try gate.repository.commit(try ExampleFiles.of(name, below: "examples/\(name)"))
    }
    if !isBare { try gate.repository.checkOut() }
    return gate
  }

  /// Every output and every form of the bundle, by name.
  private func outputs(of gate: Gate) async throws -> [String: [UInt8]] {
    let record = try await gate.record(collectsEvidence: true)
    let folder = try TemporaryDirectory()
    var bytes = ReportFormat.allCases.reduce(into: [String: [UInt8]]()) { bytes, format in
      bytes[format.rawValue] = render(record.report, as: format)
    }
    for name in ["bundle.tar", "bundle.tar.gz"] {
      try record.write(
        outputs: [],
        evidence: "\(folder.path)/\(name)",
        style: ConsoleStyle(),
        toStandardOutput: { _ in }
      )
      bytes[name] = try folder.bytes(of: name)
    }
    return bytes
  }

  @Test
  func `at any width, in clones at different paths, with and without files on disk`() async throws {
    let first = try gate(isBare: true)
    let expected = try await outputs(of: first)
    #expect(expected.count == ReportFormat.allCases.count + 2)
    #expect(expected.values.allSatisfy { !$0.isEmpty })
    let second = try gate(isBare: false)
    #expect(first.repository.path != second.repository.path)
    for width in [1, 2, 8] {
      var gate = width == 2 ? first : second
      gate.request.width = width
      let actual = try await outputs(of: gate)
      for (name, bytes) in expected { #expect(actual[name] == bytes, "\(name) at \(width)") }
    }
  }

  @Test func `no report holds the path of the repository`() async throws {
    let gate = try gate(isBare: false)
    for (name, bytes) in try await outputs(of: gate) where !name.hasSuffix(".gz") {
      #expect(
        String(decoding: bytes, as: UTF8.self).firstRange(of: gate.repository.path) == nil,
        "\(name)"
      )
    }
  }

  @Test
  func `the day of the check is the only other input, and it stands in the report`() async throws {
    var gate = try Gate("ticket-router")
    let today = render(try await gate.report(), as: .json)
    gate.request.asOf = .day(try #require(CalendarDate("2026-11-22")))
    let report = try await gate.report()
    #expect(report.asOf == CalendarDate("2026-11-22"))
    #expect(render(report, as: .json) != today)
  }

  @Test(arguments: [true, false])
  func `nothing is written into the repository`(isBare: Bool) async throws {
    var gate = try gate(isBare: isBare)
    let before = try gate.repository.directory.listing()
    _ = try await outputs(of: gate)
    if !isBare {
      for source in [RunRequest.Source.index, .workingTree] {
        gate.request.source = source
        _ = try await gate.report()
      }
    }
    gate.request.source = .commit("nowhere")
    _ = await gate.failure()
    #expect(try gate.repository.directory.listing() == before)
  }
}
