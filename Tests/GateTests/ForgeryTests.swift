// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// A bundle whose manifests are right after somebody changed it is still refused: judging again gives
/// other bytes.
@Suite("Forged bundles") struct ForgeryTests {
  /// One forgery: what somebody does to the files of a bundle before sealing it again.
  private struct Forgery {
    let name: String
    let files: [BundleFile]
  }

  /// The files of a bundle about an example.
  private static func bundle(
    _ example: String,
    _ changes: [String: FixtureFile] = [:],
    asked: (inout RunRequest) -> Void = { _ in }
  ) async throws -> [BundleFile] {
    var gate = try Gate(example, changes)
    asked(&gate.request)
    return try await gate.record(collectsEvidence: true).bundleFiles()
  }

  private static func check(
    _ files: [BundleFile],
    _ requirements: BundleRequirements = BundleRequirements()
  ) async throws -> BundleCheck {
    try await files.check(requirements)
  }

  @Test(arguments: [
    ("credit-scoring", Verdict.pass), ("recruiting-screening", .fail), ("ticket-router", .pass),
  ])
  func `an honest bundle is sound whatever it says`(example: String, verdict: Verdict) async throws
  {
    let check = try await Self.check(try await Self.bundle(example))
    #expect(check.problems.isEmpty, "\(check.problems)")
    #expect(check.statement?.verdict == verdict)
    #expect(check.text.hasPrefix(verdict.rawValue.uppercased()))
  }

  @Test(arguments: ["vendor/other", "excluded"])
  func `a declaration that is not judged brings no packs about`(folder: String) async throws {
    let declaration = FixtureFile.text(try ExampleFiles.text("ai-system.yml", of: "credit-scoring"))
    let policy = FixtureFile.text("version: 1\nexclude: [\"excluded/**\"]\n")
    let plain = try await Self.bundle("ticket-router", ["modelgate.yml": policy])
    let files = try await Self.bundle(
      "ticket-router",
      ["modelgate.yml": policy, "\(folder)/ai-system.yml": declaration]
    )
    let check = try await Self.check(files)
    #expect(check.problems.isEmpty, "\(check.problems)")
    let packs = { (files: [BundleFile]) in files.statedReport?.packs.map(\.id) }
    #expect(packs(files) != nil && packs(files) == packs(plain))
  }

  @Test func `every forgery is refused`() async throws {
    let files = try await Self.bundle("recruiting-screening")
    let forgeries =
      Self.editedReports(files) + Self.editedFiles(files) + Self.addedFiles(files)
      + Self.editedRequests(files) + Self.otherMakers(files) + (try await Self.swapped(files))
      + (try Self.signedLies(files))
    #expect(forgeries.count >= 150)
    for forgery in forgeries {
      let sealed = forgery.files.resealed()
      guard sealed != files else { continue }
      do {
        let check = try await Self.check(sealed)
        #expect(!check.isSound, "\(forgery.name)")
      } catch is Problem {
        continue  // A name that no archive can hold.
      }
    }
  }

  // MARK: The table

  private static let report = "data/report.json"

  /// What the report says, changed in one place.
  private static func editedReports(_ files: [BundleFile]) -> [Forgery] {
    let text = files.text(of: report)
    let pairs = [
      (#""outcome":"failed""#, #""outcome":"passed""#),
      (#""outcome":"failed""#, #""outcome":"not_applicable""#),
      (#""rawOutcome":"failed""#, #""rawOutcome":"passed""#),
      (#""severity":"error""#, #""severity":"info""#),
      (#""verdict":"fail""#, #""verdict":"pass""#),
      (#""verdict":"fail""#, #""verdict":"undecided""#),
      (#""shallow":false"#, #""shallow":true"#),
      (#""failOn":"error""#, #""failOn":"never""#),
      (#""tier":"high""#, #""tier":"minimal""#),
      (#""failed":"#, #""failed":1"#), (#""passed":"#, #""passed":1"#),
      (#""asOf":"2026"#, #""asOf":"2025"#), (#""ruleCount":"#, #""ruleCount":1"#),
      (#""commit":""#, #""commit":"0"#), (#""sha256":""#, #""sha256":"0"#),
      (#""blob":""#, #""blob":"0"#), (#""size":"#, #""size":1"#), (#""digest":""#, #""digest":"0"#),
      (#""results":["#, #""results":[],"x":["#), (#"{""#, #"{ ""#),
      (#""schema":"modelgate/report/v1""#, #""schema":"modelgate/report/v2""#),
    ]
    let edits = pairs.flatMap { old, new in
      text.replacingEach(old, by: new, atMost: 12).enumerated().map { index, changed in
        Forgery(
          name: "report: \(old) → \(new), place \(index)",
          files: files.changing(report, to: Array(changed.utf8))
        )
      }
    }
    let all = text.replacingOccurrences(of: #""outcome":"failed""#, with: #""outcome":"passed""#)
      .replacingOccurrences(of: #""verdict":"fail""#, with: #""verdict":"pass""#)
    let whole: [(String, [UInt8])] = [
      ("everything passes", Array(all.utf8)),
      ("a byte order mark", [0xEF, 0xBB, 0xBF] + text.utf8),
      ("UTF-16", Array(text.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
      ("a second document", Array((text + text).utf8)), ("a line break", Array((text + "\n").utf8)),
      ("nothing", []), ("not JSON", Array("pass".utf8)),
      ("a key twice", Array(("{\"verdict\":\"pass\"," + text.dropFirst()).utf8)),
    ]
    return edits
      + whole.map { Forgery(name: "report: \($0.0)", files: files.changing(report, to: $0.1)) }
  }

  /// Every other file, damaged in the ways that manifests do not show once they are made anew.
  private static func editedFiles(_ files: [BundleFile]) -> [Forgery] {
    let kept = files.filter { !$0.path.hasSuffix("manifest-sha256.txt") && $0.path != report }
    return kept.filter { $0.path != "data/facts.json" }.flatMap { file in
      var flipped = file.bytes
      if !flipped.isEmpty { flipped[flipped.count / 2] ^= 1 }
      return [
        Forgery(name: "flip \(file.path)", files: files.changing(file.path, to: flipped)),
        Forgery(
          name: "append \(file.path)",
          files: files.changing(file.path, to: file.bytes + [10])
        ),
        Forgery(name: "remove \(file.path)", files: files.filter { $0 != file }),
      ]
    }
  }

  private static func addedFiles(_ files: [BundleFile]) -> [Forgery] {
    [
      "data/extra.json", "data/reports/extra.txt", "data/inputs/files/EVIL.md",
      "data/policy/files/packs/essentials/rules/evil.yaml", "data/repo/more.pack", "fetch.txt",
      "extra.txt", "attestations/gate-result.0123.dsse.json", "attestations/x.txt",
      "data/inputs/files/model_card.md", "data/log/checkpoint", "data/log/inclusion.json",
    ].map { path in
      Forgery(name: "add \(path)", files: files + [BundleFile(path: path, bytes: Array("{}".utf8))])
    }
  }

  /// What was asked, changed in the file that says so.
  private static func editedRequests(_ files: [BundleFile]) -> [Forgery] {
    let text = files.text(of: "data/facts.json")
    return [
      (#""asOf":"2026-11-21""#, #""asOf":"2020-01-01""#), (#""systems":[]"#, #""systems":["x"]"#),
      (#""packs":[]"#, #""packs":[{"id":"essentials","name":"essentials"}]"#),
      (#""source":"tree""#, #""source":"file","name":"modelgate.yml""#),
      (#""shallow":false"#, #""shallow":true"#), (#"{""#, #"{ ""#),
      (#""unread":[]"#, #""unread":[{}]"#),
      (#""request":{"#, #""request":{"failOn":"never","#),
      (#""sizes":[]"#, #""sizes":[{"path":"MODEL_CARD.md","size":1}]"#),
    ].map { old, new in
      Forgery(
        name: "facts: \(old) → \(new)",
        files: files.changing(
          "data/facts.json",
          to: Array(text.replacingOccurrences(of: old, with: new).utf8)
        )
      )
    }
  }

  /// The maker of the bundle, changed where reports of another version would be believed.
  private static func otherMakers(_ files: [BundleFile]) -> [Forgery] {
    let text = files.text(of: "bag-info.txt")
    return ["9.9.9", "0.0.1", ""].map { version in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.hasPrefix("Bag-Software-Agent: ") ? "Bag-Software-Agent: modelgate \(version)" : $0
      }
      return Forgery(
        name: "made by version '\(version)'",
        files: files.changing("bag-info.txt", to: Array(lines.joined(separator: "\n").utf8))
      )
    }
  }

  /// Statements by a key that nobody knows, about this evidence and against what it says.
  private static func signedLies(_ files: [BundleFile]) throws -> [Forgery] {
    let manifest = files.first { $0.path == "manifest-sha256.txt" }?.bytes ?? []
    let evidence = #"{"digest":{"sha256":"\#(ContentDigest(sha256Of: manifest))"},"name":"x"}"#
    let model = #"{"digest":{"sha256":"\#(String(repeating: "0", count: 64))"},"name":"m"}"#
    let test = "https://in-toto.io/attestation/test-result/v0.1"
    let summary = "https://slsa.dev/verification_summary/v1"
    let lies = [
      (test, #"{"result":"PASSED"}"#, evidence), (test, #"{"result":"WARNED"}"#, evidence),
      (test, "{}", evidence),
      (summary, #"{"inputAttestations":[\#(evidence)],"verificationResult":"PASSED"}"#, model),
      (summary, #"{"inputAttestations":[\#(evidence)],"verificationResult":"FAILED"}"#, model),
    ]
    let key = SigningKey(generating: .ed25519)
    return try lies.enumerated().map { index, lie in
      let payload =
        #"{"_type":"https://in-toto.io/Statement/v1","predicate":\#(lie.1),"#
        + #""predicateType":"\#(lie.0)","subject":[\#(lie.2)]}"#
      let envelope = try Envelope(signing: Array(payload.utf8), with: key)
      let path = "attestations/lie-\(index).dsse.json"
      return Forgery(name: payload, files: files + [BundleFile(path: path, bytes: envelope.bytes)])
    }
  }

  /// Parts of one bundle in another.
  private static func swapped(_ files: [BundleFile]) async throws -> [Forgery] {
    let passing = try await bundle("ticket-router")
    return passing.filter { !$0.path.hasSuffix("manifest-sha256.txt") }.map { file in
      Forgery(
        name: "take \(file.path) from another bundle",
        files: files.filter { $0.path != file.path } + [file]
      )
    }
  }

  @Test func `a pack that is not the shipped one does not pass under its name`() async throws {
    let files = try await Self.bundle("credit-scoring")
    let place = "data/policy/files/packs/essentials/pack.yaml"
    // A key that only `modelgate test` reads, so that nothing else of the bundle changes.
    let text = files.text(of: place)
    let changed = text.replacingOccurrences(
      of: "examples_as_of: 2026",
      with: "examples_as_of: 2025"
    )
    try #require(changed != text)
    let altered = files.changing(place, to: Array(changed.utf8))
    func digest(_ files: [BundleFile], below folder: String) -> ContentDigest {
      EvidenceBundle.policyDigest(
        of: files.filter { $0.path.hasPrefix(folder) }.map {
          (
            String($0.path.dropFirst(folder.count)), ContentDigest(sha256Of: $0.bytes),
            $0.bytes.count
          )
        }
      )
    }
    let pairs = ["data/policy/files/packs/essentials/", "data/policy/files/"].map {
      ("\(digest(files, below: $0))", "\(digest(altered, below: $0))")
    }
    let own = [
      (
        "\(ContentDigest(sha256Of: Array(text.utf8)))",
        "\(ContentDigest(sha256Of: Array(changed.utf8)))"
      ),
      (
        GitHash.id(of: .blob, Array(text.utf8)).hex, GitHash.id(of: .blob, Array(changed.utf8)).hex
      ),
    ]
    let forged = altered.map { file in
      guard !file.path.hasSuffix(".pack"), !file.path.hasSuffix("manifest-sha256.txt") else {
        return file
      }
      let text = (pairs + own).reduce(String(decoding: file.bytes, as: UTF8.self)) {
        $0.replacingOccurrences(of: $1.0, with: $1.1)
      }
      return BundleFile(path: file.path, bytes: Array(text.utf8))
    }
    let check = try await Self.check(forged.resealed())
    #expect(check.problems.map(\.path) == ["data/policy"], "\(check.problems)")
    #expect(check.problems.allSatisfy { $0.message.contains("not the one of this program") })
    var requirements = BundleRequirements()
    requirements.verdict = .pass
    #expect(try await !Self.check(forged.resealed(), requirements).unmet.isEmpty)
  }

  // MARK: What is asked of a bundle

  @Test func `what is required has to hold`() async throws {
    let files = try await Self.bundle("recruiting-screening")
    var pass = BundleRequirements()
    pass.verdict = .pass
    #expect(try await !Self.check(files, pass).holds)
    let good = try await Self.bundle("credit-scoring")
    #expect(try await Self.check(good, pass).holds)
    let wrong: [(inout BundleRequirements) -> Void] = [
      { $0.system = "other" }, { $0.commit = "0000000" },
      { $0.modelDigest = ContentDigest(sha256Of: []) },
      { $0.policyDigest = ContentDigest(sha256Of: []) },
      { $0.packDigests = [ContentDigest(sha256Of: [])] },
      {
        $0.maximumAge = 1
        $0.today = CalendarDate("2027-01-01")
      },
      {
        $0.maximumAge = 1
        $0.today = CalendarDate("2026-11-20")
      },
    ]
    for change in wrong {
      var requirements = pass
      change(&requirements)
      let check = try await Self.check(good, requirements)
      #expect(check.isSound && check.unmet.count == 1)
    }
  }

  @Test func `a pack from the disk needs its digest to be relied on`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write("id: acme\nversion: '1'\ntitle: Acme\nsummary: Ours.\n", to: "acme/pack.yaml")
    let files = try await Self.bundle("credit-scoring") { request in
      request.packs = ["essentials", folder.path + "/acme"]
    }
    let plain = try await Self.check(files)
    #expect(plain.isSound, "\(plain.problems)")
    var requirements = BundleRequirements()
    requirements.verdict = .pass
    #expect(try await !Self.check(files, requirements).holds)
    requirements.policyDigest = plain.statement?.policyDigest
    #expect(try await Self.check(files, requirements).holds)
    #expect(!files.contains { String(decoding: $0.bytes, as: UTF8.self).contains(folder.path) })
  }
}

extension String {
  /// The text once for each place of a phrase, with the phrase replaced there.
  fileprivate func replacingEach(_ old: String, by new: String, atMost count: Int) -> [String] {
    ranges(of: old).prefix(count).map { range in
      self[..<range.lowerBound] + new + self[range.upperBound...]
    }.map(String.init)
  }
}
