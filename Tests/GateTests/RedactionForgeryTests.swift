// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import Gate
import GateModel
import GitStore
import Reporting
import TestSupport
import Testing

/// What somebody may try behind inputs that a bundle leaves out.
@Suite("Forgeries behind a redaction") struct RedactionForgeryTests {
  private static let second = "evaluation/2026-10-second.json"

  /// The example with a second evaluation, which fails it, and the report of the example without.
  private static func hiddenEvaluation() async throws -> (files: [BundleFile], clean: Report) {
    let text = try ExampleFiles.text("evaluation/2026-09-holdout.json", of: "credit-scoring")
    let failing = text.replacingOccurrences(of: #""value": 0.8498"#, with: #""value": 0.7498"#)
    try #require(failing != text)
    var gate = try Gate("credit-scoring", [second: .text(failing)])
    gate.request.redaction = try Redaction([second])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let clean = try await Gate("credit-scoring").record(collectsEvidence: true).bundleFiles()
    try #require(files.report().verdict == .fail)
    return (files, try clean.report())
  }

  @Test func `what a declaration names is never taken for nothing`() async throws {
    let (files, clean) = try await Self.hiddenEvaluation()
    #expect(try await files.check().isSound)
    let honest = try files.report()
    let forged = try files.with(honest.saying(clean))
      .changingEntry(of: Self.second, from: #""role":"evaluation""#, to: #""role":"seen""#)
      .changingEntry(of: Self.second, from: #""systems":["credit-scoring"]"#, to: #""systems":[]"#)
      .resealed()
    let problems = try await forged.check().problems.map(\.message)
    #expect(
      problems.contains { $0.contains("which a declaration names as evidence") },
      "\(problems)"
    )
  }

  @Test(arguments: [
    (#"["evaluation/**"]"#, "which the request leaves out"),
    (#"["**"]"#, "which the request leaves out"),
    (#"["evaluation/2026-10-second.json","datasheet"]"#, "which the request leaves out"),
    (#"["evaluation/2026-10-second.json","nobody/**"]"#, "which covers no input"),
  ])
  func `what the request leaves out is what is left out`(
    selectors: String,
    problem: String
  ) async throws {
    let files = try await Self.hiddenEvaluation().files
    let facts = files.text(of: "data/facts.json")
    let forged = facts.replacingOccurrences(of: "[\"\(Self.second)\"]", with: selectors)
    try #require(facts != forged)
    let check = try await files.changing("data/facts.json", to: [UInt8](forged.utf8)).resealed()
      .check()
    #expect(check.problems.map(\.message).contains { $0.contains(problem) }, "\(check.problems)")
  }

  @Test func `everything beside what is left out is compared`() async throws {
    var gate = try Gate("credit-scoring")
    gate.request.redaction = try Redaction(["dpia"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    try #require(try await files.check().isSound)
    func edited(_ path: String, _ old: String, _ new: String) throws -> [BundleFile] {
      let text = files.text(of: path)
      let range = try #require(text.range(of: old), "\(path) has no \(old)")
      let forged = text.replacingCharacters(in: range, with: new)
      return files.changing(path, to: [UInt8](forged.utf8))
    }
    let index = files.text(of: "data/inputs/index.json")
    let models = String(index[try #require(index.range(of: #""models":["#)).lowerBound...])
    let forgeries = [
      try edited("README.md", "**Verdict: PASS**", "**Verdict: PASS, and safe**"),
      try edited(
        "data/inputs/index.json",
        models,
        #""models":[],"root":"","schema":"modelgate/inputs/v1"}"#
      ),
      try edited("data/facts.json", #""sizes":["#, #""sizes":[{"path":"none.bin","size":1}"#),
      try edited("data/facts.json", #""unread":[]"#, #""unread":[],"zzz":1"#),
      try edited("bag-info.txt", "2026-11-21", "2026-11-20"),
      files + [BundleFile(path: "data/reports/extra.html", bytes: Array("PASS".utf8))],
    ]
    for (number, forged) in forgeries.enumerated() {
      #expect(try await !forged.resealed().check().isSound, "forgery \(number)")
    }
  }

  @Test func `a declared file of no known form may be left out where a fault names it`()
    async throws
  {
    var gate = try Gate("credit-scoring", [Self.second: .text(#"{"note": "see the wiki"}"#)])
    gate.request.redaction = try Redaction([Self.second])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    #expect(try files.report().verdict == .undecided)
    let check = try await files.check()
    #expect(check.isSound, "\(check.problems)")
  }

  @Test func `no declaration is left out, whatever the index calls it`() async throws {
    let other = try ExampleFiles.of("recruiting-screening")
      .filter { !$0.key.hasPrefix("modelgate") }
    var changes: [String: FixtureFile] = [:]
    for (path, file) in other { changes["hiring/\(path)"] = file }
    var gate = try Gate("credit-scoring", changes)
    gate.request.redaction = try Redaction(["hiring/**"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let clean = try await Gate("credit-scoring").record(collectsEvidence: true).bundleFiles()
    let honest = try files.report()
    let hidden = "hiring/ai-system.yml"
    let kept = files.compactMap { file -> String? in
      let prefix = "data/inputs/files/"
      return file.path.hasPrefix(prefix) ? String(file.path.dropFirst(prefix.count)) : nil
    }
    let commit = try #require(honest.repository.commit)
    let objects = try Repository(at: gate.repository.path).proofObjects(
      for: kept.filter { $0 != hidden } + ["modelgate.yml", "modelgate-waivers.yml"],
      commit: commit,
      allTreesBelow: ""
    )
    var writer = PackWriter(objectCount: objects.count)
    for object in objects { try writer.append(object) }
    let forged = try files.filter { $0.path != "data/inputs/files/\(hidden)" }
      .changing("data/repo/objects.pack", to: try writer.finish().content.bytes())
      .with(honest.saying(try clean.report()))
      .changingEntry(of: hidden, from: #""role":"system""#, to: #""role":"seen""#)
      .changingEntry(
        of: hidden,
        from: #""file":"data/inputs/files/\#(hidden)","format":"modelgate-system","#,
        to: ""
      )
      .changingEntry(of: hidden, from: #""systems":["recruiting-screening"]"#, to: #""systems":[]"#)
      .resealed()
    let problems = try await forged.check().problems.map(\.message)
    #expect(problems.contains { $0.contains("which declares a system") }, "\(problems)")
  }

  @Test func `a fault of what is held stays in the report`() async throws {
    var gate = try Gate("credit-scoring", [Self.second: .text("{")])
    gate.request.redaction = try Redaction(["dpia"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let honest = try files.report()
    try #require(!honest.faults.isEmpty && honest.verdict == .undecided)
    #expect(try await files.check().isSound)
    let silent = honest.saying(honest, faults: [], verdict: .pass)
    let problems = try await files.with(silent).resealed().check().problems.map(\.message)
    #expect(problems.contains { $0.contains("silent about a fault") }, "\(problems)")
  }

  @Test func `a system keeps its tier, and is not dropped`() async throws {
    let (files, _) = try await Self.hiddenEvaluation()
    let honest = try files.report()
    var systems = honest.systems
    systems[0].tier = .minimal
    for systems in [systems, []] {
      let forged = honest.saying(honest, systems: systems)
      let problems = try await files.with(forged).resealed().check().problems.map(\.message)
      #expect(problems.contains { $0.contains("the system 'credit-scoring'") }, "\(problems)")
    }
  }

  @Test func `a finding is not excused by words of the report alone`() async throws {
    let text = try ExampleFiles.text("MODEL_CARD.md", of: "credit-scoring")
    let cut = text.replacingOccurrences(of: "## Monitoring", with: "## Notes")
    var gate = try Gate("credit-scoring", ["MODEL_CARD.md": .text(cut)])
    gate.request.redaction = try Redaction(["dpia"])
    let files = try await gate.record(collectsEvidence: true).bundleFiles()
    let honest = try files.report()
    let failed = honest.results.indices.filter { honest.results[$0].outcome == .failed }
    try #require(!failed.isEmpty)
    var known = honest.results
    var displaced = honest.results
    for index in failed {
      known[index].knownSince = CalendarDate("2026-01-01")
      (displaced[index].outcome, displaced[index].rawOutcome) = (.notApplicable, .notApplicable)
      displaced[index].displacedBy = "essentials/model-card-missing"
    }
    for results in [known, displaced] {
      let forged = honest.saying(honest, results: results, verdict: .pass)
      let problems = try await files.with(forged).resealed().check().problems.map(\.message)
      #expect(problems.contains { $0.contains("outcomes otherwise") }, "\(problems)")
    }
  }

  @Test(arguments: [
    "data/index.html", "data/reports/summary.md", "data/reports/junit.xml",
    "data/reports/gate.sarif",
  ])
  func `the other reports say what the one in JSON says`(path: String) async throws {
    let (files, _) = try await Self.hiddenEvaluation()
    let forged = files.text(of: path).replacingOccurrences(of: "FAIL", with: "PASS")
      .replacingOccurrences(of: "failure", with: "success")
    let problems = try await files.changing(path, to: Array(forged.utf8)).resealed().check()
      .problems
    #expect(problems.contains { $0.path == path }, "\(problems)")
  }
}

extension [BundleFile] {
  /// The report, as it is read back.
  fileprivate func report() throws -> Report {
    try Report.read([UInt8](text(of: "data/report.json").utf8))
  }

  /// The files with another report in JSON, and the others rendered from it.
  fileprivate func with(_ report: Report) -> [BundleFile] {
    changing("data/report.json", to: render(report, as: .json))
      .changing("data/index.html", to: render(report, as: .html))
      .changing("data/reports/summary.md", to: render(report, as: .markdown))
      .changing("data/reports/junit.xml", to: render(report, as: .junit))
  }

  /// The files with another text in the index, from the entry of a path to the next.
  fileprivate func changingEntry(
    of path: String,
    from old: String,
    to new: String
  ) throws
    -> [BundleFile]
  {
    let index = "data/inputs/index.json"
    let entries = text(of: index).components(separatedBy: "},{")
    let own = entries.map { entry in
      entry.contains(#""path":"\#(path)""#) ? entry.replacingOccurrences(of: old, with: new) : entry
    }
    try #require(own != entries, "\(entries)")
    return changing(index, to: [UInt8](own.joined(separator: "},{").utf8))
  }
}

extension Report {
  /// This report, of its own run, with the findings of another one.
  fileprivate func saying(
    _ other: Report,
    systems: [SystemReport]? = nil,
    results: [CheckResult]? = nil,
    faults: [Fault]? = nil,
    verdict: Verdict? = nil
  ) -> Report {
    Report(
      tool: tool,
      asOf: asOf,
      request: request,
      repository: repository,
      policy: policy,
      systems: systems ?? other.systems,
      packs: packs,
      artifacts: other.artifacts,
      models: other.models,
      measures: other.measures,
      rules: other.rules,
      results: results ?? other.results,
      waivers: other.waivers,
      faults: faults ?? other.faults,
      verdict: verdict ?? other.verdict
    )
  }
}
