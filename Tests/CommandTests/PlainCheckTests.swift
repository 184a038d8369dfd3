// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("Arguments of a check")
struct PlainCheckTests {
  /// Every option of a check once; each line is a call of its own.
  private static let calls = [
    [], ["--quiet"], ["--explain"], ["--by", "pack"], ["--by=control", "--no-color"],
    ["--output", "json"], ["--output=json=-", "--quiet"], ["--rev", "HEAD", "--any-owner"],
    ["--path", "evaluation"], ["--staged"], ["--worktree"], ["--jobs", "1"], ["--jobs=x"],
    ["--pack", "essentials", "--pack", "eu-gdpr"], ["--system", "ticket-router"],
    ["--system", "none"], ["--policy", "modelgate.yml"], ["--policy-ref", "HEAD"],
    ["--as-of", "2020-01-01"], ["--as-of", "2020-01-01", "--before-commit"], ["--as-of", "commit"],
    ["--base", "HEAD", "--only-changed"], ["--base", "HEAD", "--new-only"], ["--only-changed"],
    ["--baseline", "none.json"], ["--shard", "1/2"], ["--shard", "2/1"], ["--fail-on", "warn"],
    ["--fail-on", "maybe"], ["--junit-profile", "strict", "--output", "junit"],
    ["--evidence", "e.zip"], ["--previous", "e.tar"], ["--redact", "evaluation"],
    ["--sign-key", "env:KEY"], ["--rev", "--quiet"], ["--rev", ""], ["extra"], ["--nothing"],
    ["--output"], ["--output", "yaml"], ["--quiet=yes"], ["--", "--quiet"],
  ]

  /// The parser of the command line reads what is not plain, such as a flag that is given twice.
  @Test(arguments: calls)
  func `mean the same whether or not the parser has to read them`(call: [String]) async throws {
    let example = try Example("ticket-router")
    let day = call.contains("--as-of") ? [] : ["--as-of", "2026-11-21"]
    let plain = try await Program.run(["check"] + day + call, in: example.path)
    let parsed = try await Program.run(
      ["check", "--any-owner", "--any-owner"] + day + call,
      in: example.path
    )
    #expect(plain.status == parsed.status)
    #expect(plain.text == parsed.text)
    #expect(plain.error == parsed.error)
  }
}
