// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// The commit of every example is dated 2026-11-20.
@Suite struct DayTests {
  /// An example whose papers are older than its commit.
  private static func example() throws -> Example {
    let declaration = try ExampleFiles.text("ai-system.yml", of: "ticket-router")
    let earlier = declaration.replacing("2026-11-20", with: "2026-11-02")
    return try Example("ticket-router", ["ai-system.yml": .text(earlier)])
  }

  @Test func `a day before the commit's own is undecided unless it is meant`() async throws {
    let example = try Self.example()
    let outcome = try await example.run("check", "--as-of", "2026-11-18")
    #expect(outcome.status == 3)
    #expect(outcome.text.contains("the day of the check, 2026-11-18, lies 2 days before"))
    let meant = try await example.run("check", "--as-of", "2026-11-18", "--before-commit")
    #expect(meant.status == 0)
    #expect(try await example.run("check", "--as-of", "2026-11-20").status == 0)
  }

  @Test func `the day can be the commit's own, which uncommitted work has not`() async throws {
    let example = try Self.example()
    let outcome = try await example.run("check", "--as-of", "commit", "--output", "json")
    #expect(outcome.text.contains(#""asOf":"2026-11-20""#))
    let staged = try await example.run("check", "--as-of", "commit", "--staged")
    #expect(staged.status == 2)
    #expect(try await example.run("check", "--as-of", "2026-11-20", "--staged").status == 0)
    #expect(try await example.run("check", "--as-of", "yesterday").status == 2)
  }

  @Test func `the surroundings give no day`() async throws {
    let example = try Example("ticket-router")
    let outcome = try await example.run(
      "check",
      "--output",
      "json",
      environment: ["SOURCE_DATE_EPOCH": "0"]
    )
    #expect(outcome.status == 0)
    #expect(!outcome.text.contains(#""asOf":"1970-01-01""#))
  }

  @Test(.enabled(if: Git.isInstalled, "git is not installed"))
  func `a commit that is dated in the future says so and names the clock`() throws {
    let example = try Example("ticket-router")
    let outcome = try Shell.run(
      "git commit -q --allow-empty -m Future && modelgate check",
      in: example.path,
      environment: ["GIT_COMMITTER_DATE": "4000000000 +0000"]
    )
    #expect(outcome.status == 3)
    #expect(outcome.text.contains("the commit is dated 2096-10-02"))
    #expect(outcome.text.contains("clock"))
  }
}
