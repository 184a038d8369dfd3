// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite("modelgate check")
struct CheckTests {
  @Test(arguments: [("credit-scoring", 0), ("ticket-router", 0), ("recruiting-screening", 1)])
  func `the examples give the agreed report and exit status`(
    name: String,
    status: Int32
  ) async throws {
    let outcome = try await Example(name).check()
    #expect(outcome.status == status)
    #expect(outcome.error.isEmpty)
    try expectGolden(outcome.text, named: "check-\(name).txt")
  }

  @Test
  func `what cannot be judged is status 3, with the reason on standard error or in the report`()
    async throws
  {
    let repository = try FixtureRepository()
    let unborn = try await Program.run(["check", "--repo", repository.path])
    #expect(unborn.status == 3)
    #expect(unborn.output.isEmpty)
    #expect(unborn.error.hasPrefix("error: "))
    #expect(unborn.error.contains("\nhelp: "))
    try repository.commit(["README.md": "nothing"])
    let empty = try await Program.run(["check", "--repo", repository.path])
    #expect(empty.status == 3)
    #expect(empty.error.isEmpty)
    #expect(empty.text.contains("modelgate init"))
    let unread = try await Example("credit-scoring", ["dpia.yaml": "a: ["]).check()
    #expect(unread.status == 3)
  }

  @Test(arguments: [
    ["--outptu", "json"], ["--output", "yaml"], ["--output", "json="],
    ["--output", "json", "--output", "junit"], ["--fail-on", "maybe"], ["--as-of", "2026-13-01"],
    ["--as-of", "21.11.2026"], ["--jobs", "0"], ["--jobs", "many"], ["--staged", "--worktree"],
    ["--rev", "HEAD", "--staged"], ["--policy", "p.yml", "--policy-ref", "HEAD"], ["extra"],
    ["--rev", "nowhere"], ["--path", "nowhere"], ["--system", "nobody"], ["--pack", "nothing"],
    ["--policy", "nowhere.yml"], ["--staged", "--evidence", "e.tar"],
  ])
  func `a wrong call is status 2, and nothing is printed to standard output`(
    arguments: [String]
  ) async throws {
    let example = try Example("ticket-router")
    let outcome = try await Program.run(["check"] + arguments, in: example.path)
    #expect(outcome.status == 2, "\(outcome.error)")
    #expect(outcome.output.isEmpty)
    #expect(!outcome.error.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: example.path + "/e.tar"))
  }

  @Test(arguments: [["chekc"], ["--nothing"], ["list", "rule"]])
  func `no known command is status 2`(arguments: [String]) async throws {
    let outcome = try await Program.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.error.isEmpty)
  }

  @Test func `a mistake in the policy is shown with its place and remedy`() async throws {
    let outcome = try await Example(
      "ticket-router",
      ["modelgate.yml": "version: 1\nfail_onn: warn\n"]
    ).check()
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("error: unknown key 'fail_onn'"))
    #expect(outcome.error.contains(" --> modelgate.yml:2:1"))
    #expect(outcome.error.contains("help: did you mean 'fail_on'?"))
  }

  @Test func `the threshold changes the status, not the findings`() async throws {
    let example = try Example("recruiting-screening")
    #expect(try await example.check("--fail-on", "never").status == 0)
    #expect(try await example.check("--fail-on", "warn").status == 1)
  }

  @Test func `one report goes to standard output, others to files`() async throws {
    let example = try Example("recruiting-screening")
    let folder = try TemporaryDirectory()
    let outcome = try await example.check(
      "--output",
      "json=-",
      "--output",
      "junit=\(folder.path)/out/j.xml",
      "--output",
      "markdown=\(folder.path)/out/m.md",
      "--output",
      "sarif=\(folder.path)/s.sarif"
    )
    #expect(outcome.status == 1)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
    )
    #expect(report["schema"] as? String == "modelgate/report/v1")
    #expect(report["verdict"] as? String == "fail")
    for name in ["out/j.xml", "out/m.md", "s.sarif"] {
      #expect(FileManager.default.fileExists(atPath: folder.path + "/" + name), "\(name)")
    }
  }

  @Test
  func `with files only, the console report is printed as well, unless it is to be quiet`()
    async throws
  {
    let example = try Example("ticket-router")
    let folder = try TemporaryDirectory()
    let target = "json=\(folder.path)/r.json"
    let plain = try await example.check()
    #expect(try await example.check("--output", target).text == plain.text)
    let quiet = try await example.check("--output", target, "--quiet")
    #expect(quiet.status == 0)
    #expect(quiet.output.isEmpty)
    #expect(quiet.error.isEmpty)
    let silent = try await Example("recruiting-screening").check("--quiet")
    #expect(silent.status == 1)
    #expect(silent.output.isEmpty)
  }

  @Test func `an output that cannot be written is status 2, and none is written`() async throws {
    let example = try Example("ticket-router")
    let folder = try TemporaryDirectory()
    try folder.write("in the way", to: "file")
    let outcome = try await example.check(
      "--output",
      "junit=\(folder.path)/j.xml",
      "--output",
      "json=\(folder.path)/file/r.json"
    )
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
  }

  @Test func `the number of jobs, the place and the surroundings change no byte`() async throws {
    let (one, other) = (try Example("recruiting-screening"), try Example("recruiting-screening"))
    let expected = try await one.check("--output", "json").output
    let surroundings = [
      "LANG": "tr_TR.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati",
      "HOME": "/nonexistent", "COLUMNS": "20", "GIT_DIR": "/nonexistent",
      "SOURCE_DATE_EPOCH": "0",
    ]
    for jobs in ["1", "2", "8"] {
      let outcome = try await other.check(
        "--output",
        "json",
        "--jobs",
        jobs,
        environment: surroundings
      )
      #expect(outcome.output == expected, "\(jobs) jobs")
    }
  }

  @Test(arguments: [
    (["TERM": "xterm"], [String](), true),
    (["TERM": "xterm", "NO_COLOR": "1"], [], false),
    (["TERM": "xterm", "NO_COLOR": ""], [], true),
    (["TERM": "dumb"], [], false),
    (["TERM": "xterm"], ["--no-color"], false),
  ])
  func `colours are for a terminal that wants them`(
    environment: [String: String],
    arguments: [String],
    isColoured: Bool
  ) async throws {
    let example = try Example("ticket-router")
    let text = try await Program.runOnTerminal(
      ["check", "--as-of", "2026-11-21"] + arguments,
      in: example.path,
      environment: environment
    )
    #expect(text.contains("ticket-router"))
    #expect(text.contains("\u{1B}[") == isColoured)
  }

  @Test func `what goes to a file or a pipe has no colours`() async throws {
    let outcome = try await Example("ticket-router").check(environment: ["TERM": "xterm"])
    #expect(!outcome.output.contains(0x1B))
  }
}
