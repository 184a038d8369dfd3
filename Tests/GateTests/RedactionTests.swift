// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// A bundle may name inputs by their digests alone; then it says what was not judged again.
@Suite("Redacted bundles") struct RedactionTests {
  /// Two systems: the impact assessment of one of them is confidential.
  private static func gate(redacting selectors: [String] = ["dpia"]) throws -> Gate {
    let other = try ExampleFiles.of("recruiting-screening")
      .filter { !$0.key.hasPrefix("modelgate") }
    var files: [String: FixtureFile] = [:]
    for (path, file) in other { files["hiring/\(path)"] = file }
    var gate = try Gate("credit-scoring", files)
    gate.request.redaction = try Redaction(selectors)
    return gate
  }

  @Test func `the bytes are gone from every file, and the digests stay`() async throws {
    var gate = try Gate("credit-scoring")
    gate.request.redaction = try Redaction(["dpia"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    var open = gate
    open.request.redaction = .none
    let complete = try await open.record(collectsEvidence: true).bundleFiles()
    let path = "data/inputs/files/dpia.yaml"
    let bytes = try #require(complete.first { $0.path == path }).bytes
    #expect(!files.contains { $0.path == path })
    let document = String(decoding: bytes, as: UTF8.self)
    let others = complete.filter { $0.path.contains("/files/") && $0.path != path }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    let lines = document.components(separatedBy: "\n")
      .map { $0.trimmingCharacters(in: [" ", "-"]) }.filter { line in
        line.count > 40 && !others.contains { $0.contains(line) }
      }
    #expect(!lines.isEmpty)
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let left = lines.filter { text.contains($0) }
      #expect(left.isEmpty, "\(file.path): \(left)")
    }
    let digest = try #require(complete.check(of: path))
    #expect(files.text(of: "data/inputs/index.json").contains(digest))
  }

  @Test func `numbers of a file that is left out stand in no message`() async throws {
    var gate = try Gate("recruiting-screening")
    let open = try await gate.record(collectsEvidence: true).bundleFiles()
    #expect(open.text(of: "data/report.json").contains("373/1380"))
    gate.request.redaction = try Redaction(["evaluation"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    for file in files {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("373/1380"), "\(file.path)")
    }
  }

  @Test func `what was not judged again is said, and a pass needs the repository`() async throws {
    var gate = try Gate("credit-scoring")
    gate.request.redaction = try Redaction(["dpia", "MODEL_CARD.md"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    var requirements = BundleRequirements()
    let alone = try await files.check(requirements)
    #expect(alone.holds, "\(alone.problems)")
    #expect(alone.text.hasPrefix("PASS BY ITS OWN WORD"))
    #expect(alone.statement?.notReplayed.map(\.path) == ["MODEL_CARD.md", "dpia.yaml"])
    requirements.verdict = .pass
    let required = try await files.check(requirements)
    #expect(required.isSound)
    #expect(required.unmet.first?.contains("--repo") == true)
    requirements.repository = gate.repository.path
    let replayed = try await files.check(requirements)
    #expect(replayed.holds, "\(replayed.problems) \(replayed.unmet)")
    #expect(replayed.statement?.notReplayed.isEmpty == true)
    #expect(replayed.text.hasPrefix("PASS: the bundle is sound; judging again"))
    withExtendedLifetime(gate.repository) {}
  }

  @Test func `the same bytes under another name are left out as well`() async throws {
    let assessment = try ExampleFiles.text("dpia.yaml", of: "credit-scoring")
    let declaration = try ExampleFiles.text("ai-system.yml", of: "credit-scoring")
    var gate = try Gate(
      "credit-scoring",
      [
        "copy/dpia.yaml": .text(assessment),
        "ai-system.yml": .text(
          declaration.replacingOccurrences(
            of: "dpias: dpia.yaml",
            with: "dpias: [dpia.yaml, copy/dpia.yaml]"
          )
        ),
      ]
    )
    gate.request.redaction = try Redaction(["dpia.yaml"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let check = try await files.check()
    #expect(check.isSound, "\(check.problems)")
    #expect(check.statement?.notReplayed.map(\.path) == ["copy/dpia.yaml", "dpia.yaml"])
  }

  @Test func `what rests on nothing redacted is judged again all the same`() async throws {
    let gate = try Self.gate(redacting: ["dpia.yaml"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    #expect(try await files.check().isSound)
    let report = files.text(of: "data/report.json")
    #expect(report.contains(#""outcome":"failed""#))
    let forged = report.replacingOccurrences(
      of: #""outcome":"failed""#,
      with: #""outcome":"passed""#
    )
    .replacingOccurrences(of: #""verdict":"fail""#, with: #""verdict":"pass""#)
    let check = try await files.changing("data/report.json", to: Array(forged.utf8)).resealed()
      .check()
    #expect(!check.isSound)
  }

  @Test func `what does not look at a redacted input has to come out the same`() async throws {
    let text = try ExampleFiles.text("MODEL_CARD.md", of: "credit-scoring")
    let cut = text.replacingOccurrences(of: "## Monitoring", with: "## Notes")
    try #require(cut != text)
    var gate = try Gate("credit-scoring", ["MODEL_CARD.md": .text(cut)])
    gate.request.redaction = try Redaction(["dpia"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    #expect(try await files.check().isSound)
    let report = files.text(of: "data/report.json")
    try #require(report.contains(#""verdict":"fail""#))
    let honest = try Report.read(Array(report.utf8))
    var results = honest.results
    for index in results.indices where results[index].outcome == .failed {
      (results[index].outcome, results[index].rawOutcome) = (.passed, .passed)
    }
    let forged = Report(
      tool: honest.tool,
      asOf: honest.asOf,
      request: honest.request,
      repository: honest.repository,
      policy: honest.policy,
      systems: honest.systems,
      packs: honest.packs,
      artifacts: honest.artifacts,
      models: honest.models,
      measures: honest.measures,
      rules: honest.rules,
      results: results,
      waivers: honest.waivers,
      faults: honest.faults,
      verdict: .pass
    )
    let check = try await files.changing("data/report.json", to: forged.json).resealed().check()
    #expect(
      check.problems.contains { $0.message.contains("outcomes otherwise") },
      "\(check.problems)"
    )
  }

  @Test(arguments: [
    ("data/facts.json", #""redact":["dpia"]"#, #""redact":["fria"]"#),
    ("data/facts.json", #","redact":["dpia"]"#, ""),
    ("data/inputs/index.json", #""role":"dpia""#, #""role":"other""#),
    ("data/inputs/index.json", #""role":"dpia""#, #""role":"seen""#),
  ])
  func `nothing is left out that was not asked for`(
    path: String,
    old: String,
    new: String
  ) async throws {
    let gate = try Self.gate(redacting: ["dpia"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let text = files.text(of: path)
    try #require(text.contains(old))
    let forged = text.replacingOccurrences(of: old, with: new)
    let check = try await files.changing(path, to: Array(forged.utf8)).resealed().check()
    #expect(!check.isSound)
  }

  @Test(arguments: [
    ("credit-scoring", "modelCard"), ("credit-scoring", "evaluation"),
    ("credit-scoring", "datasheet"), ("credit-scoring", "fria"), ("credit-scoring", "**"),
    ("recruiting-screening", "dpia"), ("recruiting-screening", "evaluation"),
    ("recruiting-screening", "MODEL_CARD.md"), ("ticket-router", "**"),
  ])
  func `an honest bundle is sound whatever it leaves out`(
    example: String,
    selector: String
  ) async throws {
    var gate = try Gate(example)
    gate.request.redaction = try Redaction([selector])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let check = try await files.check()
    #expect(check.isSound, "\(check.problems)")
  }

  @Test func `a report forged behind a redaction falls to the repository`() async throws {
    var gate = try Gate("recruiting-screening")
    gate.request.redaction = try Redaction(["**"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let forged = files.text(of: "data/report.json")
      .replacingOccurrences(of: #""verdict":"fail""#, with: #""verdict":"pass""#)
    let sealed = files.changing("data/report.json", to: Array(forged.utf8)).resealed()
    #expect(try await !sealed.check().isSound)
    var requirements = BundleRequirements()
    requirements.verdict = .pass
    #expect(try await !sealed.check(requirements).holds)
    requirements.repository = gate.repository.path
    #expect(try await !sealed.check(requirements).isSound)
    withExtendedLifetime(gate.repository) {}
  }

  @Test func `a digest that the repository contradicts is found`() async throws {
    let gate = try Self.gate()
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let digest = try #require(files.text(of: "data/report.json").digest(of: "dpia.yaml"))
    let other = String(digest.reversed())
    let forged = ["data/report.json", "data/inputs/index.json"].reduce(files) { files, path in
      let text = files.text(of: path).replacingOccurrences(of: digest, with: other)
      return files.changing(path, to: Array(text.utf8))
    }.resealed()
    var requirements = BundleRequirements()
    requirements.repository = gate.repository.path
    #expect(try await !forged.check(requirements).isSound)
    withExtendedLifetime(gate.repository) {}
  }

  @Test(arguments: ["nosuch", "modelgate.yml", "**/ai-system.yml", "docs/**"])
  func `a selector that leaves nothing out is a mistake`(selector: String) async throws {
    let failure = await (try Self.gate(redacting: [selector])).failure(collectsEvidence: true)
    #expect(failure?.problems.first?.message.contains("covers no input") == true)
  }

  @Test(arguments: ["system", "waivers", "../x", ""])
  func `what decides is never redacted`(selector: String) {
    #expect(throws: RunFailure.self) { try Redaction([selector]) }
  }
}

extension [BundleFile] {
  /// The SHA-256 that the manifest states for a file.
  fileprivate func check(of path: String) -> String? {
    text(of: "manifest-sha256.txt").split(separator: "\n").first { $0.hasSuffix("  \(path)") }
      .map { String($0.prefix(64)) }
  }
}

extension String {
  /// The SHA-256 that a report states for an artifact.
  fileprivate func digest(of path: String) -> String? {
    range(of: #""path":"\#(path)","sha256":""#).map { String(self[$0.upperBound...].prefix(64)) }
  }
}
