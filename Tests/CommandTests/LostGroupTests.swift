// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// A group that the last tag or the base counts, and the judged revision does not.
@Suite struct LostGroupTests {
  private static let evaluation = "evaluation/2026-09-holdout.json"
  private static let title = "Groups that an earlier revision counted are still counted"

  /// A repository whose first commit counts a third sex, and one of its crossings; the second one is the
  /// example as it is.
  private struct Releases {
    let repository: FixtureRepository
    let first: String
    let second: String

    init(tagged tags: [String] = ["v1.9", "v1.10"], _ changes: [String: FixtureFile] = [:]) throws {
      repository = try FixtureRepository()
      var files = try ExampleFiles.of("credit-scoring")
      let text = try ExampleFiles.text(evaluation, of: "credit-scoring")
      files[evaluation] = .text(
        text.replacing(
          #""groups": ["#,
          with: """
            "groups": [
              {"slice": {"sex": "X"}, "tp": 150, "fp": 15, "tn": 54, "fn": 20},
              {"slice": {"sex": "X", "age_band": "18-24"}, "tp": 75, "fp": 8, "tn": 27, "fn": 10},
            """
        )
      )
      first = try repository.commit(files)
      for tag in tags { try repository.reference("refs/tags/\(tag)", to: first) }
      second = try repository.commit([evaluation: .text(text)].merging(changes) { $1 })
    }

    func check(_ arguments: String...) async throws -> Program.Outcome {
      defer { withExtendedLifetime(repository) {} }
      return try await Program.run(
        ["check", "--as-of", "2026-11-21", "--no-color"] + arguments,
        in: repository.path
      )
    }
  }

  private static let waiver = """
    version: 1
    waivers:
      - rule: essentials/evaluation-group-too-small
        reason: Women and men under 25 are few; their rates pass at the lower bound all the same.
        owner: Credit Models team
        approved_by: R. Lindqvist
        created: 2026-10-05
        expires: 2027-03-31
      - rule: modelgate/group-no-longer-counted
        subject: sex=X
        reason: The register has two values since 2026, so that nobody can be counted as X any more.
        owner: Credit Models team
        approved_by: R. Lindqvist
        created: 2026-11-01
        expires: 2027-03-31

    """

  @Test func `a group that disappears after a tag fails, its crossings without a word`()
    async throws
  {
    let releases = try Releases()
    let outcome = try await releases.check()
    #expect(outcome.status == 1)
    #expect(outcome.words.contains(Self.title))
    #expect(
      outcome.words.contains("the release v1.10 (\(releases.first.prefix(12))) counts 239 cases")
    )
    #expect(outcome.words.contains("1 error"))
    let json = try await releases.check("--output", "json")
    #expect(json.text.contains(#""subject":"sex=X""#))
    #expect(!json.text.contains(#""subject":"age_band=18-24"#))
    let parallel = try await releases.check("--output", "json", "--jobs", "7")
    #expect(parallel.output == json.output)
  }

  @Test func `the release itself, and a history without tags, lose nothing`() async throws {
    #expect(try await Releases().check("--rev", "v1.10").status == 0)
    let untagged = try await Releases(tagged: []).check()
    #expect(untagged.status == 0)
    #expect(!untagged.words.contains(Self.title))
  }

  @Test func `a waiver accepts that a group is gone`() async throws {
    let releases = try Releases(["modelgate-waivers.yml": .text(Self.waiver)])
    let outcome = try await releases.check()
    #expect(outcome.status == 0)
    #expect(outcome.words.contains("2 waived"))
  }

  @Test func `a base is compared with beside the tag, and takes nothing from it`() async throws {
    let releases = try Releases(tagged: [])
    let outcome = try await releases.check("--base", "HEAD~1")
    #expect(outcome.status == 1)
    #expect(outcome.words.contains("the base \(releases.first.prefix(12)) counts 239 cases"))
    try releases.repository.reference("refs/tags/v1", to: releases.first)
    try releases.repository.commit(["README.md": "more"])
    #expect(try await releases.check("--base", "HEAD~1").status == 1)
    #expect(try await releases.check("--base", "HEAD").status == 1)
    #expect(try await releases.check().status == 1)
  }

  @Test func `a cut history says that nothing was compared`() async throws {
    let releases = try Releases()
    try releases.repository.makeShallow(at: releases.second, without: [releases.first])
    let outcome = try await releases.check()
    #expect(outcome.status == 0)
    #expect(outcome.words.contains("nobody can tell which groups the last tag counts"))
    let junit = try await releases.check("--output", "junit")
    #expect(junit.text.contains("errors=\"0\""))
  }

  @Test(arguments: ["id", "policy", "declaration"])
  func `no other change hides that a group is gone`(change: String) async throws {
    let declaration = try ExampleFiles.text("ai-system.yml", of: "credit-scoring")
    let policy = try ExampleFiles.text("modelgate.yml", of: "credit-scoring")
    let changes: [String: FixtureFile] =
      switch change {
      case "id":
        ["ai-system.yml": .text(declaration.replacing("id: credit-scoring", with: "id: scoring"))]
      case "policy": ["modelgate.yml": .text(policy + "exclude: [evaluation/old.json]\n")]
      default: ["ai-system.yml": .text(declaration + "# more\n")]
      }
    let outcome = try await Releases(changes).check()
    #expect(outcome.status == 1)
    #expect(outcome.words.contains(Self.title))
  }

  @Test func `a group that is counted apart from all others, or only measured, is not compared`()
    async throws
  {
    let text = try ExampleFiles.text(Self.evaluation, of: "credit-scoring")
    let apart = text.replacing(/(?s)"groups": \[.*?\n  \]/) { _ in
      #""groups": [{"slice": {"sex": "X"}, "tp": 150, "fp": 15, "tn": 54, "fn": 20}]"#
    }
    #expect(apart != text)
    let alone = try await Releases(["evaluation/x.json": .text(apart)]).check("--output", "json")
    #expect(alone.text.contains(#""subject":"sex=X""#))
    let measured = text.replacing(
      #""metrics": ["#,
      with: #""metrics": [{"name": "accuracy", "value": 0.9, "n": 9, "slice": {"sex": "X"}},"#
    )
    #expect(measured != text)
    let only = try await Releases([Self.evaluation: .text(measured)]).check("--output", "json")
    #expect(only.text.contains(#""subject":"sex=X""#))
  }

  @Test func `an unchanged file that another declaration reads otherwise is read again`()
    async throws
  {
    let releases = try Releases(tagged: [])
    let declaration = try ExampleFiles.text("ai-system.yml", of: "credit-scoring")
    try releases.repository.reference("refs/tags/v3", to: releases.second)
    try releases.repository.commit([
      "ai-system.yml": .text(declaration + "unknown_values: {sex: [F]}\n")
    ])
    let outcome = try await releases.check("--output", "json")
    #expect(outcome.text.contains(#""subject":"sex=F""#))
  }

  @Test func `a system that got another id, name and place is the one that was there`()
    async throws
  {
    let declaration = try ExampleFiles.text("ai-system.yml", of: "credit-scoring")
      .replacing("id: credit-scoring", with: "id: loans")
      .replacing(/\nname: .*/, with: "\nname: Loans")
    let releases = try Releases()
    try releases.repository.commit([
      "loans/ai-system.yml": .text(declaration.replacing("evaluation/", with: "../evaluation/")),
      "ai-system.yml": "not: one\n",
      "modelgate.yml": "version: 1\nsystems: [loans/ai-system.yml]\n",
    ])
    let outcome = try await releases.check("--output", "json")
    #expect(outcome.text.contains(#""subject":"sex=X""#))
  }

  @Test func `a file that nobody lists any more had its groups`() async throws {
    let releases = try Releases()
    let evaluation = try ExampleFiles.text(Self.evaluation, of: "credit-scoring")
    let declaration = try ExampleFiles.text("ai-system.yml", of: "credit-scoring")
    let other = evaluation.replacing(#"{"sex": "F"}"#, with: #"{"sex": "N"}"#)
    let tagged = try releases.repository.commit(["evaluation/other.json": .text(other)])
    try releases.repository.reference("refs/tags/v2", to: tagged)
    try releases.repository.commit([
      "ai-system.yml": .text(
        declaration.replacing("evaluation/*.json", with: "evaluation/2026-*.json")
      )
    ])
    let outcome = try await releases.check("--output", "json")
    #expect(outcome.text.contains(#""subject":"sex=N""#))
  }

  @Test func `work that is not committed is compared with the tag at its head`() async throws {
    let releases = try Releases(tagged: [])
    try releases.repository.reference("refs/tags/v2", to: releases.second)
    try releases.repository.checkOut()
    let path = "\(releases.repository.path)/\(Self.evaluation)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing(#"{"slice": {"sex": "F"}, "tp""#, with: #"{"slice": {"sex": "W"}, "tp""#)
      .replacing(#""slice": {"sex": "F"}, "ci""#, with: #""slice": {"sex": "W"}, "ci""#)
      .write(toFile: path, atomically: false, encoding: .utf8)
    let outcome = try await releases.check("--worktree", "--output", "json")
    #expect(outcome.text.contains(#""subject":"sex=F""#))
    #expect(outcome.status == 1)
  }

  @Test func `a group that another evaluation still counts is gone from its own`() async throws {
    let releases = try Releases(tagged: [])
    let both = try Self.counting("X")
    let tagged = try releases.repository.commit([
      Self.evaluation: .text(both),
      "evaluation/other.json": .text(both.replacing(Self.dataset, with: "loans-of-another-year")),
    ])
    try releases.repository.reference("refs/tags/v2", to: tagged)
    try releases.repository.commit([
      Self.evaluation: .text(try ExampleFiles.text(Self.evaluation, of: "credit-scoring"))
    ])
    let outcome = try await releases.check("--output", "json")
    #expect(outcome.text.contains(#""subject":"sex=X""#))
    #expect(outcome.text.contains("evaluation/other.json does, which is another evaluation"))
  }

  @Test func `an evaluation that was there beside a deleted one does not stand in its place`()
    async throws
  {
    let releases = try Releases(tagged: [])
    let both = try Self.counting("X")
    let tagged = try releases.repository.commit([
      Self.evaluation: .text(both),
      "evaluation/other.json": .text(both.replacing(Self.dataset, with: "loans-of-another-year")),
    ])
    try releases.repository.reference("refs/tags/v2", to: tagged)
    try releases.repository.commit(removing: [Self.evaluation])
    let outcome = try await releases.check("--output", "json")
    #expect(outcome.text.contains(#""subject":"sex=X""#))
    #expect(outcome.text.contains("evaluation/other.json does, which is another evaluation"))
  }

  @Test func `a new version of an evaluation under another name is looked at in its place`()
    async throws
  {
    let releases = try Releases(tagged: [])
    let both = try Self.counting("X")
    let other = both.replacing(Self.dataset, with: "loans-of-another-year")
    let tagged = try releases.repository.commit([
      Self.evaluation: .text(both), "evaluation/other.json": .text(other),
    ])
    try releases.repository.reference("refs/tags/v2", to: tagged)
    let moved = "evaluation/2026-12-holdout.json"
    try releases.repository.commit([moved: .text(both)], removing: [Self.evaluation])
    let kept = try await releases.check("--output", "json")
    #expect(!kept.text.contains(#""subject":"sex=X""#))
    let renamed = try ExampleFiles.text(Self.evaluation, of: "credit-scoring")
      .replacing(Self.dataset, with: "loans-2026-12")
    try releases.repository.commit([moved: .text(renamed)])
    let lost = try await releases.check("--output", "json")
    #expect(lost.text.contains(#""subject":"sex=X""#))
  }

  @Test func `groups that went into a file of their own are still counted`() async throws {
    let releases = try Releases()
    let own = try Self.counting("X").replacing(/(?s)"groups": \[.*?\n  \]/) { _ in
      """
      "groups": [{"slice": {"sex": "X"}, "tp": 150, "fp": 15, "tn": 54, "fn": 20},
        {"slice": {"sex": "M"}, "tp": 150, "fp": 15, "tn": 54, "fn": 20}]
      """
    }
    try releases.repository.commit(["evaluation/x.json": .text(own)])
    let outcome = try await releases.check("--output", "json")
    #expect(!outcome.text.contains(#""subject":"sex=X""#))
  }

  @Test func `a tag that leads nowhere leaves the run undecided`() async throws {
    let releases = try Releases()
    let gone = try releases.repository.blob("gone")
    try releases.repository.reference("refs/tags/v2", to: gone)
    try releases.repository.deleteObject(gone)
    let outcome = try await releases.check()
    #expect(outcome.status == 3)
    #expect(outcome.error.contains("'v2'"))
  }

  /// The dataset of the example's evaluation.
  private static let dataset = "consumer-loans-2025"

  /// The example's evaluation with one more sex.
  private static func counting(_ group: String) throws -> String {
    try ExampleFiles.text(evaluation, of: "credit-scoring").replacing(
      #""groups": ["#,
      with:
        #""groups": [{"slice": {"sex": "\#(group)"}, "tp": 150, "fp": 15, "tn": 54, "fn": 20},"#
    )
  }
}
