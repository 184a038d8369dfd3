// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  /// Every command of the program.
  static let commands = [
    "check", "diff", "fairness", "explain", "list", "inspect", "eval", "test", "init", "ask",
    "new", "verify", "sign", "keygen", "log", "promote", "hook", "baseline", "merge",
    "posture", "history", "coverage", "waivers",
  ]
  /// The commands of commands.
  static let further = [
    "hook pre-commit", "hook pre-push", "hook pre-receive", "hook update", "hook install",
    "log add", "log verify",
  ]

  @Test(arguments: commands)
  func `the help of a command is the agreed text`(name: String) async throws {
    let help = try await Program.run([name, "--help"])
    #expect(help.status == 0)
    #expect(help.error.isEmpty)
    try expectGolden(help.text, named: "help-\(name).txt")
  }

  @Test func `the help of the program names every command`() async throws {
    let help = try await Program.run(["--help"])
    #expect(help.status == 0)
    try expectGolden(help.text, named: "help.txt")
    let start = try #require(help.text.firstRange(of: "JUDGE SUBCOMMANDS:\n"))
    let listed = help.text[start.upperBound...].split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(listed.filter { $0 != "See" }.sorted() == Self.commands.sorted())
  }

  @Test(arguments: commands)
  func `every command says what its exit statuses mean or has only two`(name: String) async throws {
    let help = try await Program.run([name, "--help"])
    let isSimple = ["explain", "list", "inspect", "init", "ask", "new", "coverage", "waivers"]
      .contains(name)
    #expect(help.text.contains("EXIT STATUS") || isSimple)
    #expect(help.text.contains("EXAMPLES"))
  }

  @Test(arguments: commands + [""])
  func `no example or status wraps on a terminal of 80 columns`(name: String) async throws {
    let help = try await Program.run(name.isEmpty ? ["--help"] : [name, "--help"])
    let lines = help.text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "EXAMPLES"))
    let end = try #require(lines.firstIndex { $0.hasPrefix("USAGE:") })
    for line in lines[start..<end] {
      let isHeading = line.allSatisfy { $0.isUppercase || $0 == " " }
      #expect(isHeading || line.hasPrefix("  "))
      #expect(line.count <= 80)
    }
  }

  @Test(arguments: commands + further + [""])
  func `help wraps at 80 columns`(name: String) async throws {
    let help = try await Program.run(name.split(separator: " ").map { String($0) } + ["--help"])
    #expect(help.status == 0)
    for line in help.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `the version is printed`() async throws {
    let version = try await Program.run(["--version"])
    #expect(version.status == 0)
    #expect(version.text.hasPrefix("modelgate "))
  }
}
