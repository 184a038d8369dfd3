// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Repeated evaluations of one model on the same data.
@Suite struct LookTests {
  private static let evaluation = "evaluation/2026-09-holdout.json"

  /// A repository whose evaluation is as it is after so many versions since the first tag.
  private struct Evaluations {
    let repository: FixtureRepository
    let text: String

    init(versions: Int, parameters: String = "") throws {
      repository = try FixtureRepository()
      text = try ExampleFiles.text(LookTests.evaluation, of: "credit-scoring")
      var files = try ExampleFiles.of("credit-scoring")
      files["modelgate.yml"] = .text(
        "version: 1\npacks: [{name: fairness-quality\(parameters)}]\n"
      )
      try repository.commit(files)
      for version in 0..<versions { try evaluate(version) }
    }

    /// Commits a version of the evaluation at a path.
    @discardableResult
    func evaluate(
      _ version: Int,
      at path: String = LookTests.evaluation,
      removing: [String] = [],
      _ change: (String) -> String = { $0 }
    ) throws -> String {
      let dated = text.replacing("2026-09-14", with: "2026-08-\(10 + version)")
      return try repository.commit([path: .text(change(dated))], removing: removing)
    }

    func check(_ arguments: String...) async throws -> Program.Outcome {
      defer { withExtendedLifetime(repository) {} }
      return try await Program.run(
        ["check", "--as-of", "2026-11-21", "--output", "json"] + arguments,
        in: repository.path
      )
    }
  }

  private static let seventh =
    "7th look at this model and these data in the whole history: judged at a level of 99.8214 % in "
    + "place of 95 %."

  @Test func `the seventh version is judged as the seventh look`() async throws {
    let outcome = try await Evaluations(versions: 6).check()
    #expect(outcome.text.contains(Self.seventh))
    let single = try await Evaluations(versions: 0).check()
    #expect(!single.text.contains("look at this model"))
    #expect(single.text.contains("(95 %"))
  }

  @Test func `looks begin anew at a tag, and at a base where there is no tag`() async throws {
    let evaluations = try Evaluations(versions: 3)
    let accepted = try evaluations.evaluate(4)
    try evaluations.evaluate(5)
    try evaluations.evaluate(6)
    let based = try await evaluations.check("--base", accepted)
    let since = accepted.prefix(12)
    #expect(based.text.contains("2nd look at this model and these data since the base \(since):"))
    try evaluations.repository.reference("refs/tags/v1", to: accepted)
    let tagged = try await evaluations.check("--base", "HEAD")
    #expect(tagged.text.contains("2nd look at this model and these data since the release v1:"))
  }

  @Test func `other names, other folders and deletions hide no look; other data are none`()
    async throws
  {
    let evaluations = try Evaluations(versions: 2)
    try evaluations.evaluate(3, at: "evaluation/another.json", removing: [Self.evaluation])
    try evaluations.evaluate(4, at: "old/another.json", removing: ["evaluation/another.json"])
    try evaluations.evaluate(5, removing: ["old/another.json"])
    let outcome = try await evaluations.check()
    #expect(outcome.text.contains("6th look at this model"))
    try evaluations.evaluate(7) {
      $0.replacing("consumer-loans-2025", with: "Consumer Loans_2025")
    }
    let respelt = try await evaluations.check()
    #expect(respelt.text.contains("7th look at this model"))
    try evaluations.evaluate(6) {
      $0.replacing("consumer-loans-2025", with: "consumer-loans-2026")
        .replacing("\"tn\": 1", with: "\"tn\": 2")
    }
    let fresh = try await evaluations.check()
    #expect(!fresh.text.contains("look at this model"))
  }

  @Test func `the same counts under other names are no new data`() async throws {
    let evaluations = try Evaluations(versions: 3)
    try evaluations.evaluate(4) { $0.replacing("consumer-loans-2025", with: "loans-b") }
    let renamed = try await evaluations.check()
    #expect(renamed.text.contains("5th look at this model"))
    try evaluations.evaluate(5) {
      $0.replacing("consumer-loans-2025", with: "loans-c").replacing("\"sex\"", with: "\"gender\"")
        .replacing("\"credit-scorer\"", with: "\"credit-scorer-next\"")
    }
    try evaluations.evaluate(6) { $0.replacing("consumer-loans-2025", with: "loans-c") }
    let again = try await evaluations.check()
    #expect(again.text.contains("7th look at this model"))
  }

  @Test func `a new folder with a new name, a new split and a new attribute hide no look`()
    async throws
  {
    let evaluations = try Evaluations(versions: 1)
    var path = Self.evaluation
    for version in 2...4 {
      let next = "round\(version)/run\(version).json"
      try evaluations.evaluate(version, at: next, removing: [path])
      path = next
    }
    try evaluations.evaluate(5, at: "evaluation/5.json", removing: [path])
    let moved = try await evaluations.check()
    #expect(moved.text.contains("6th look at this model"))
    try evaluations.evaluate(6, removing: ["evaluation/5.json"]) {
      $0.replacing("\"sex\"", with: "\"gender\"").replacing("\"age_band\"", with: "\"age\"")
    }
    try evaluations.evaluate(7)
    let renamed = try await evaluations.check()
    #expect(renamed.text.contains("8th look at this model"))
    try evaluations.evaluate(7) { $0.replacing("\n", with: "\n ") }
    let indented = try await evaluations.check()
    #expect(indented.text.contains("8th look at this model"))
  }

  @Test func `a cut history is undecided, unless the policy leaves looks out`() async throws {
    for (parameters, isOpen) in [("", true), (", parameters: {looks: ignore}", false)] {
      let evaluations = try Evaluations(versions: 0, parameters: parameters)
      let first = try evaluations.evaluate(1)
      let second = try evaluations.evaluate(2)
      try evaluations.repository.makeShallow(at: second, without: [first])
      let outcome = try await evaluations.check()
      #expect(outcome.text.contains("nobody can tell how often this model was evaluated") == isOpen)
      #expect(outcome.text.contains(#""rule":"selection-rate-ratio""#))
    }
  }

  @Test func `a version that is too large to be read, or lies too deep, is undecided`() async throws
  {
    let deep = String(repeating: "a/", count: 600)
    for path in ["old/2026-09-holdout.json", "\(deep)2026-09-holdout.json"] {
      let evaluations = try Evaluations(versions: 1)
      let size = path.hasPrefix("old") ? 64 << 20 + 1 : 1
      try evaluations.repository.commit([path: .text(String(repeating: " ", count: size))])
      // The judged tree does not hold it any more.
      try evaluations.repository.commit(removing: [path])
      let outcome = try await evaluations.check()
      #expect(outcome.text.contains("nobody can tell how often this model was evaluated"))
    }
  }

  @Test func `work that is not committed is a look of its own`() async throws {
    let evaluations = try Evaluations(versions: 1)
    try evaluations.repository.checkOut()
    let path = "\(evaluations.repository.path)/\(Self.evaluation)"
    try evaluations.text.replacing("2026-09-14", with: "2026-09-15")
      .write(toFile: path, atomically: false, encoding: .utf8)
    #expect(try await evaluations.check("--worktree").text.contains("3rd look at this model"))
  }
}
