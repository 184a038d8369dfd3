// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import Foundation
import Gate
import GateModel
import GitStore
import Reporting
import TestSupport
import Testing

/// What a run looked into and took for nothing decides as well, and a bundle says what it was.
@Suite("Files that were looked into") struct LookedAtTests {
  @Test func `a bundle names each one, and none can be dropped or added`() async throws {
    let without = try await Gate("ticket-router").record(collectsEvidence: true).bundleFiles()
    let gate = try Gate("ticket-router", ["results/q4.json": "{\"a\": 1}\n"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let facts = files.text(of: "data/facts.json")
    #expect(facts.contains(#""results/q4.json""#), "\(facts)")
    #expect(!files.contains { $0.path.contains("q4.json") })
    let check = try await files.check()
    #expect(check.isSound, "\(check.problems)")
    let fewer = try await without.check()
    #expect(check.statement?.trustedFacts == (fewer.statement?.trustedFacts ?? 0) + 1)
    for name in ["results/q5.json", "results/q4.json\",\"zzz.json"] {
      let forged = facts.replacing("\"results/q4.json\"", with: "\"\(name)\"")
      let bundle = files.changing("data/facts.json", to: Array(forged.utf8)).resealed()
      #expect(try await !bundle.check().isSound, "\(name)")
    }
    var requirements = BundleRequirements()
    requirements.repository = gate.repository.path
    #expect(try await files.check(requirements).isSound)
  }

  @Test(arguments: [
    ("docs/one.yaml", "record: human_oversight\nstop: The officer switches it off.\n", true),
    ("docs/one.json", #"{"record_type": "security_measures", "title": "Measures"}"#, true),
    ("docs/two.yaml", "record: 12\nkind: human_oversight\n", false),
    ("docs/two.json", #"[{"record": "human_oversight"}]"#, false),
  ])
  func `data that say which governance record they are need no telling name`(
    path: String,
    text: String,
    isRead: Bool
  ) async throws {
    let report = try await Gate("credit-scoring", [path: .text(text)]).report()
    let artifact = report.artifacts.first { $0.path == path }
    #expect((artifact?.kind == .record) == isRead)
    // The declaration names its artifacts, and this is none of them.
    #expect(report.faults.compactMap(\.location?.path) == (isRead ? [path] : []))
  }

  /// A bundle about a commit by somebody who says that one of its files is nothing, and leaves it out: all
  /// else is as if it were so.
  private func bundle(
    denying path: String,
    _ truth: String
  ) async throws -> (
    files: [BundleFile], gate: Gate
  ) {
    let gate = try Gate("ticket-router", [path: .text(truth)])
    let honest = try await gate.record(collectsEvidence: true).bundleFiles()
    let lie = try Gate("ticket-router", [path: "{\"a\": 1}\n"])
    let files = try await lie.record(collectsEvidence: true).bundleFiles()
    let names = try ["commit", "tree"].map { key in
      try [files, honest].map { files in
        let text = files.text(of: "data/report.json")
        let start = try #require(text.range(of: "\"\(key)\":\"")).upperBound
        return String(text[start...].prefix(40))
      }
    }
    let commit = try #require(ObjectID(hex: names[0][1]))
    let blobs = files.filter { $0.path.hasPrefix("data/inputs/files/") && !$0.path.hasSuffix(path) }
      .map { GitObject(id: GitHash.id(of: .blob, $0.bytes), kind: .blob, bytes: $0.bytes) }
    let trees = try Repository(at: gate.repository.path)
      .proofObjects(for: [], commit: commit, allTreesBelow: "")
    let objects = (trees + blobs).inPackOrder
    var writer = PackWriter(objectCount: objects.count)
    for object in objects { try writer.append(object) }
    let pack = try writer.finish().content.bytes()
    let entry = try Regex(#"\{"blob":"[0-9a-f]*","file":"data/inputs/files/\#(path)"[^{}]*\},?"#)
    let forged = files.filter { !$0.path.hasSuffix(path) }.map { file in
      if file.path.hasSuffix(".pack") { return BundleFile(path: file.path, bytes: pack) }
      guard !file.path.contains("/files/") else { return file }
      var text =
        file.path == "data/inputs/index.json" ? "" : String(decoding: file.bytes, as: UTF8.self)
      if text.isEmpty {
        text = String(decoding: file.bytes, as: UTF8.self).replacing(entry, with: "")
          .replacing("},]", with: "}]")
      }
      for name in names {
        text = text.replacing(name[0], with: name[1])
          .replacing(name[0].prefix(12), with: name[1].prefix(12))
      }
      return BundleFile(path: file.path, bytes: Array(text.utf8))
    }
    return (forged.resealed(), gate)
  }

  private static let evaluation = """
    {"schema": "modelgate/evaluation/v1", "model": {"name": "x"}, "dataset": {"name": "y"}, "metrics": []}
    """

  @Test(arguments: ["evaluation/q4.json", "evaluation.json", "DATASHEET.md", "docs/dpia.yaml"])
  func `nothing that is named like an artifact can be left out`(path: String) async throws {
    let (files, _) = try await bundle(denying: path, Self.evaluation)
    let check = try await files.check()
    #expect(!check.isSound)
    #expect(check.problems.contains { $0.path == "data/report.json" }, "\(check.problems)")
  }

  @Test func `a file without such a name is believed to be nothing until a repository is there`()
    async throws
  {
    let (files, gate) = try await bundle(denying: "results/q4.json", Self.evaluation)
    let alone = try await files.check()
    #expect(alone.isSound, "\(alone.problems)")
    #expect(alone.text.contains("facts of data/facts.json, which --repo PATH confirms"))
    #expect(alone.text.contains("results/q4.json"))
    var requirements = BundleRequirements()
    requirements.repository = gate.repository.path
    let whole = try await files.check(requirements)
    #expect(
      whole.problems.contains { $0.message.contains("'results/q4.json', which calls itself") }
    )
  }
}
