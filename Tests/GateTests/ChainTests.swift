// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// A bundle names the one of the release before, so that a dropped or moved release is found.
@Suite("Chained bundles") final class ChainTests {
  private static let tool = Report.Tool(name: "modelgate", version: "0.0.0")

  private let folder: TemporaryDirectory
  private let gate: Gate

  init() throws {
    folder = try TemporaryDirectory()
    gate = try Gate()
  }

  private func path(_ number: Int) -> String { "\(folder.path)/\(number).tar" }

  /// Bundles of a series, from 0, each of its own day.
  private func makeSeries(_ count: Int) async throws {
    for number in 0..<count {
      var release = gate
      release.request.asOf = .day(try #require(CalendarDate("2026-11-\(21 + number)")))
      release.request.previousBundle = number == 0 ? nil : path(number - 1)
      try await release.record(collectsEvidence: true).write(
        outputs: [],
        evidence: path(number),
        style: ConsoleStyle(),
        toStandardOutput: { _ in }
      )
    }
  }

  private func check(_ number: Int, after previous: Int?) async throws -> BundleCheck {
    var requirements = BundleRequirements()
    requirements.previous = previous.map(path)
    return try await BundleCheck.verify(path(number), requirements: requirements, tool: Self.tool)
  }

  @Test func `each bundle of a series follows the one before it, and no other`() async throws {
    try await makeSeries(3)
    for number in 0..<3 {
      #expect(try await check(number, after: nil).holds)
      for previous in 0..<3 {
        let check = try await check(number, after: previous)
        #expect(check.isSound)
        #expect(check.holds == (previous == number - 1), "\(number) after \(previous)")
      }
    }
  }

  @Test func `the bundles of a series make one log in their order alone`() async throws {
    try await makeSeries(3)
    var log = try EvidenceLog(at: folder.path + "/log", mayBeNew: true)
    for number in 0..<3 {
      #expect(try await log.add(path(number), tool: Self.tool) == number)
    }
    #expect(try await log.inclusion(of: path(2), tool: Self.tool)?.index == 2)
    var gap = try EvidenceLog(at: folder.path + "/gap", mayBeNew: true)
    _ = try await gap.add(path(0), tool: Self.tool)
    await #expect(throws: RunFailure.self) { try await gap.add(path(2), tool: Self.tool) }
  }

  @Test func `another series with the same releases is told apart`() async throws {
    try await makeSeries(2)
    let last = try await check(1, after: 0).evidenceDigest
    // The first release made anew under another threshold is another first release.
    var other = gate
    other.request.failOn = .warn
    try await other.record(collectsEvidence: true).write(
      outputs: [],
      evidence: path(0),
      style: ConsoleStyle(),
      toStandardOutput: { _ in }
    )
    let check = try await check(1, after: 0)
    #expect(check.evidenceDigest == last)
    #expect(check.unmet.first?.contains("dropped, replaced or moved") == true)
  }

  @Test func `nothing follows a bundle that does not hold`() async throws {
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let forged = files.map { file in
      file.path == "data/report.json" ? BundleFile(path: file.path, bytes: file.bytes + [10]) : file
    }
    try BundleWriter.write(
      forged.resealed().map { PlacedFile($0) },
      named: "bundle",
      modified: 0,
      to: BundleDestination(path: path(0))
    )
    var next = gate
    next.request.previousBundle = path(0)
    let failure = await next.failure(collectsEvidence: true)
    #expect(failure?.problems.first?.message.contains("is not sound") == true)
    var requirements = BundleRequirements()
    requirements.previous = path(0)
    let check = try await files.check(requirements)
    #expect(check.isSound && check.unmet.contains { $0.contains("is not sound") })
  }

  @Test func `what a bundle says of those before it has to be proven`() async throws {
    try await makeSeries(2)
    var release = gate
    release.request.previousBundle = path(1)
    let files = try await release.record(collectsEvidence: true).bundleFiles()
    #expect(try await files.check().isSound)
    let log = ["data/log/checkpoint", "data/log/inclusion.json", "data/log/consistency.json"]
    for path in log {
      let text = files.text(of: path)
      let removed = files.filter { $0.path != path }.resealed()
      #expect(try await !removed.check().isSound, "\(path) removed")
      let digits = text.indices.filter { text[$0].isHexDigit }
      for index in digits where text.distance(from: text.startIndex, to: index) % 7 == 0 {
        let digit = text[index] == "1" ? "2" : "1"
        let edited = text.replacingCharacters(in: index...index, with: digit)
        let forged = files.changing(path, to: Array(edited.utf8)).resealed()
        #expect(try await !forged.check().isSound, "\(path): \(edited)")
      }
    }
  }
}
