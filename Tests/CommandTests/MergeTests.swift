// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// `check --shard` and `merge`.
@Suite final class MergeTests {
  private let repository: Monorepo
  private let folder: TemporaryDirectory

  init() throws {
    repository = try Monorepo()
    folder = try TemporaryDirectory()
  }

  /// Writes a report and gives its path.
  private func report(_ name: String, _ arguments: String...) async throws -> String {
    let path = "\(folder.path)/\(name).json"
    let outcome = try await repository.run(
      ["check", "--as-of", "2026-11-21", "--quiet", "--output", "json=\(path)"] + arguments
    )
    #expect(outcome.status != 2, "\(outcome.error)")
    return path
  }

  private func merge(_ reports: String...) async throws -> Program.Outcome {
    try await repository.run(["merge", "--output", "json=\(folder.path)/merged.json"] + reports)
  }

  @Test(arguments: [
    ("\"outcome\":\"failed\"", "\"outcome\":\"passed\""), ("\"failed\":", "\"failed\":1"),
    ("\"results\":[", "\"results\":[],\"results_\":["),
  ])
  func `a shard that contradicts itself is refused`(old: String, new: String) async throws {
    try repository.commit(removing: ["b/MODEL_CARD.md"])
    let shards = [
      try await report("1", "--shard", "1/2"), try await report("2", "--shard", "2/2"),
    ]
    var isChanged = false
    for shard in shards {
      let text = try String(contentsOfFile: shard, encoding: .utf8)
      isChanged = isChanged || text.contains(old)
      try text.replacingOccurrences(of: old, with: new)
        .write(toFile: shard, atomically: true, encoding: .utf8)
    }
    #expect(isChanged)
    #expect(try await merge(shards[0], shards[1]).status == 2)
  }

  @Test func `a shard without the results of a system is refused`() async throws {
    let shards = [
      try await report("1", "--shard", "1/2"), try await report("2", "--shard", "2/2"),
    ]
    for shard in shards {
      let read = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: shard)))
      var document = try #require(read as? [String: Any])
      document["results"] = [Any]()
      document["summary"] = [
        "failed": 0, "notApplicable": 0, "passed": 0, "undecided": 0, "upcoming": 0, "waived": 0,
      ]
      try JSONSerialization.data(withJSONObject: document).write(to: URL(filePath: shard))
    }
    let outcome = try await merge(shards[0], shards[1])
    #expect(outcome.status == 2 && outcome.error.contains("lacks results"))
  }

  @Test(arguments: [2, 3])
  func `all shards together give the bytes of the whole run`(count: Int) async throws {
    let waiver = """
      version: 1
      waivers:
        - rule: essentials/card-missing
          system: other
          subject: "*"
          reason: the card is being rewritten
          owner: Ada <ada@example.org>
          approved_by: Bob <bob@example.org>
          created: 2026-11-01
          expires: 2026-12-24
      """
    try repository.commit(
      ["modelgate-waivers.yml": .text(waiver), "c/MODEL_CARD.md": "# Model card of nobody\n"],
      removing: ["b/MODEL_CARD.md"]
    )
    _ = try await report("whole")
    var shards: [String] = []
    for number in 1...count {
      shards.append(try await report("\(number)", "--shard", "\(number)/\(count)"))
    }
    let outcome = try await repository.run(
      ["merge", "--output", "json=\(folder.path)/merged.json"] + shards.reversed()
    )
    #expect(try folder.text("merged.json") == folder.text("whole.json"))
    let again = try await repository.check()
    #expect(outcome.text == again.text)
    #expect(outcome.status == again.status)
  }

  @Test func `a shard alone has no verdict`() async throws {
    let outcome = try await repository.check("--shard", "1/2")
    #expect(outcome.status == 3)
    #expect(outcome.words.contains("PARTIAL: shard 1/2 alone has no verdict"))
    let path = try await report("1", "--shard", "1/2")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(#""verdict":"partial""#))
    #expect(text.contains(#""shard":"1/2""#))
  }

  @Test func `the shard of a parallel job is asked for by name alone`() async throws {
    let variables = ["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "2"]
    let auto = try await repository.check("--shard", "auto", environment: variables)
    #expect(auto.words.contains("PARTIAL: shard 2/2"))
    #expect(!(try await repository.check(environment: variables)).words.contains("PARTIAL"))
    for arguments in [["auto"], ["0/2"], ["3/2"], ["1/0"], ["+1/2"], ["x"]] {
      let outcome = try await repository.run(["check", "--shard"] + arguments)
      #expect(outcome.status == 2, "\(arguments)")
    }
    let both = try await repository.check("--shard", "1/2", "--base", "HEAD", "--only-changed")
    #expect(both.status == 2)
  }

  @Test func `a missing shard, a double one and a whole report are refused`() async throws {
    let one = try await report("1", "--shard", "1/2")
    let two = try await report("2", "--shard", "2/2")
    let whole = try await report("whole")
    let changed = try await report("changed", "--base", "HEAD", "--only-changed")
    for (outcome, message) in [
      (try await merge(one), "1 of 2 shards are missing: 2/2"),
      (try await merge(one, two, one), "shard 1/2 is there twice"),
      (try await merge(one, whole), "is the report of no shard"),
      (try await merge(changed), "is the report of no shard"),
      (try await merge(one, folder.path + "/none.json"), "there is no file"),
    ] {
      #expect(outcome.status == 2)
      #expect(outcome.words.contains(message))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/merged.json"))
  }

  @Test func `shards of two commits, policies, days or tools are refused`() async throws {
    let first = try repository.commit(["README.md": "1"])
    let policy = try repository.commit(["modelgate.yml": "version: 1\nfail_on: warn\n"])
    let one = try await report("1", "--shard", "1/2", "--rev", first)
    let tool = folder.path + "/tool.json"
    let two = try await report("2", "--shard", "2/2", "--rev", first)
    try String(contentsOfFile: two, encoding: .utf8)
      .replacing(#""name":"modelgate""#, with: #""name":"other""#)
      .write(toFile: tool, atomically: true, encoding: .utf8)
    for (other, what) in [
      (try await report("a", "--shard", "2/3", "--rev", first), "number of shards"),
      (try await report("b", "--shard", "2/2", "--rev", policy), "commit"),
      (try await report("c", "--shard", "2/2", "--rev", first, "--policy-ref", policy), "policy"),
      (try await report("d", "--shard", "2/2", "--rev", first, "--fail-on", "block"), "policy"),
      (try await report("e", "--shard", "2/2", "--rev", first, "--as-of", "2026-11-22"), "day"),
      (try await report("f", "--shard", "2/2", "--rev", first, "--system", "other"), "request"),
      (tool, "tool"),
    ] {
      let outcome = try await merge(one, other)
      #expect(outcome.status == 2)
      let error = outcome.words
      #expect(error.contains("are of different runs: another \(what)"), "\(what): \(error)")
    }
    #expect(try await merge(one, two).status != 2)
  }

  @Test func `a shard that leaves out a system of its share is refused`() async throws {
    let one = try await report("1", "--shard", "1/2")
    let two = try await report("2", "--shard", "2/2")
    try String(contentsOfFile: one, encoding: .utf8)
      .replacing(#""shard":"1/2""#, with: #""shard":"2/2""#)
      .write(toFile: folder.path + "/x.json", atomically: true, encoding: .utf8)
    try String(contentsOfFile: two, encoding: .utf8)
      .replacing(#""shard":"2/2""#, with: #""shard":"1/2""#)
      .write(toFile: folder.path + "/y.json", atomically: true, encoding: .utf8)
    let outcome = try await merge(folder.path + "/x.json", folder.path + "/y.json")
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("are not the share of shard"))
  }
}
