// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// To claim another version of the program makes the words of a bundle free, and nothing else.
@Suite("Bundles of another version") struct OtherVersionTests {
  private static let report = "data/report.json"
  private static let index = "data/inputs/index.json"

  private static func bundle(_ example: String) async throws -> [BundleFile] {
    var gate = try Gate(example)
    gate.request.tool = Report.Tool(name: "modelgate", version: "0.0.9")
    return try await gate.record(collectsEvidence: true).bundleFiles()
  }

  @Test func `an honest one is sound, says what is not compared, and has to be asked for`()
    async throws
  {
    let files = try await Self.bundle("credit-scoring")
    var requirements = BundleRequirements()
    let plain = try await files.check(requirements)
    #expect(plain.isSound, "\(plain.problems)")
    #expect(plain.text.contains("made by modelgate 0.0.9; judging again gives the same facts"))
    #expect(plain.text.contains("not compared, since another version wrote them"))
    requirements.verdict = .pass
    let required = try await files.check(requirements)
    #expect(required.unmet.contains { $0.contains("give --other-version") })
    requirements.acceptsOtherVersion = true
    // Its packs are those of this program, so that nothing else is missing.
    #expect(try await files.check(requirements).holds)
  }

  @Test(arguments: ["credit-scoring", "recruiting-screening"])
  func `no fact of its report says something else`(example: String) async throws {
    let files = try await Self.bundle(example)
    let json = try JSONSerialization.jsonObject(
      with: Data(files.text(of: Self.report).utf8)
    )
    let honest = try #require(json as? [String: Any])
    func first(_ key: String, _ change: (inout [String: Any]) -> Void) throws -> [String: Any] {
      var list = try #require(honest[key] as? [[String: Any]])
      try #require(!list.isEmpty)
      change(&list[0])
      return [key: list]
    }
    func part(_ key: String, _ member: String, _ value: Any) throws -> [String: Any] {
      var object = try #require(honest[key] as? [String: Any])
      object[member] = value
      return [key: object]
    }
    let zeros = String(repeating: "0", count: 64)
    let edits: [[String: Any]] = [
      ["asOf": "2026-11-20"], ["measures": [Any]()], ["artifacts": [Any]()], ["packs": [Any]()],
      ["models": [Any]()], ["systems": [Any]()], ["results": [Any]()],
      try first("models") { $0["sha256"] = zeros },
      try first("systems") { $0["tier"] = "minimal" },
      try first("packs") { $0["digest"] = zeros },
      try first("results") { $0["outcome"] = "waived" },
      try first("artifacts") { $0["format"] = "other" },
      try part("policy", "digest", zeros), try part("policy", "failOn", "never"),
      try part("request", "failOn", "never"), try part("summary", "passed", 9999),
      try part("repository", "shallow", true),
    ]
    for edit in edits {
      let changed = honest.merging(edit) { $1 }
      let data = try JSONSerialization.data(
        withJSONObject: changed,
        options: [.sortedKeys, .withoutEscapingSlashes]
      )
      let check = try await files.changing(Self.report, to: [UInt8](data)).resealed().check()
      #expect(!check.isSound, "\(edit.keys) \(edit.values.map { "\($0)".prefix(60) })")
    }
    // The comparison above is of values: the same values in this form are sound.
    let same = try JSONSerialization.data(
      withJSONObject: honest,
      options: [.sortedKeys, .withoutEscapingSlashes]
    )
    let check = try await files.changing(Self.report, to: [UInt8](same)).resealed().check()
    #expect(check.isSound, "\(check.problems)")
  }

  @Test func `no file is added, left out or changed beside its words`() async throws {
    let files = try await Self.bundle("credit-scoring")
    let honest = files.text(of: Self.index)
    let digest = try #require(honest.firstMatch(of: /"sha256":"([0-9a-f]{64})"/))
    let index =
      honest
      .replacingOccurrences(of: digest.1, with: String(repeating: "0", count: 64))
    let lastTime = files.text(of: "data/facts.json")
      .replacingOccurrences(of: #""unread":[]"#, with: #""unread":[],"zzz":1"#)
    let day = files.text(of: "bag-info.txt")
      .replacingOccurrences(of: "2026-11-21", with: "2026-11-20")
    let forgeries = [
      files + [BundleFile(path: "data/reports/extra.html", bytes: Array("PASS".utf8))],
      files.filter { $0.path != "data/index.html" },
      files.filter { $0.path != "data/reports/junit.xml" },
      files.changing(Self.index, to: Array(index.utf8)),
      files.changing("data/facts.json", to: Array(lastTime.utf8)),
      files.changing("bag-info.txt", to: Array(day.utf8)),
    ]
    for (number, forged) in forgeries.enumerated() {
      #expect(try await !forged.resealed().check().isSound, "forgery \(number)")
    }
  }
}
