// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Ways around the files: git, bundles, texts and the disk")
struct OutsideAttackTests {
  private static let declaration = "ai-system.yml"

  /// The fixture with entries of a tree that are no plain texts.
  private static func repository(_ entries: [String: FixtureFile]) throws -> FixtureRepository {
    let repository = try FixtureRepository(isBare: true)
    let files = try Attempt.fixture().mapValues { FixtureFile.text($0) }
    try repository.commit(files.merging(entries) { _, entry in entry })
    return repository
  }

  private static func check(
    _ repository: FixtureRepository,
    _ arguments: String...
  ) async throws -> Attack.Outcome {
    defer { withExtendedLifetime(repository) {} }
    let call = ["check", "--repo", repository.path, "--as-of", "2026-11-21"]
    return try await Attack.run(call + arguments)
  }

  @Test(arguments: [
    "ai-system.yml", "MODEL_CARD.md", "dpia.yaml", "fria.yaml", "DATASHEET.md", "modelgate.yml",
    "modelgate-waivers.yml", "evaluation/2026-09-holdout.json", "models/credit-scorer.bin",
  ])
  func `a link or a submodule is never read for what it points to`(path: String) async throws {
    let link = try Self.repository([path: .symlink(to: "/etc/hostname")])
    #expect(try await Self.check(link).status != 0)
    let commit = String(repeating: "1", count: 40)
    let submodule = try Self.repository([path: .submodule(at: commit)])
    #expect(try await Self.check(submodule).status != 0)
  }

  @Test func `a tag beside a branch of the same name takes over nothing`() async throws {
    let repository = try Self.repository([:])
    let strict = try repository.commit()
    try repository.reference("refs/remotes/origin/main", to: strict)
    let weak = try repository.commit(["modelgate.yml": "version: 1\nfail_on: never\n"])
    try repository.reference("refs/tags/origin/main", to: weak)
    #expect(try await Self.check(repository, "--policy-ref", "origin/main").status == 2)
    try repository.reference("refs/tags/main", to: weak)
    #expect(try await Self.check(repository, "--policy-ref", "main").status == 2)
    #expect(try await Self.check(repository, "--policy-ref", "no-such").status == 2)
  }

  @Test(arguments: [
    "Modelgate.yml", "MODELGATE.YAML", ".modelgate.yml", " modelgate.yml", "modelgate.yml ",
    "modelgate.yml/a",
  ])
  func `a policy by a slip of its name is not passed over`(path: String) async throws {
    let repository = try FixtureRepository(isBare: true)
    var files = try ExampleFiles.of("ticket-router")
    files["modelgate.yml"] = nil
    try repository.commit(files)
    #expect(try await Self.check(repository).status == 0)
    try repository.commit([path: "version: 1\nrequire_systems: [other]\n"])
    let outcome = try await Self.check(repository)
    #expect(outcome.status == 3 && outcome.text.contains("named like the policy"))
  }

  @Test(arguments: ["[services/x, services/y/]", "[\"services/*\"]", "[\"services/**\"]"])
  func `a policy at the root may list the folders of systems with policies of their own`(
    systems: String
  ) async throws {
    let repository = try FixtureRepository(isBare: true)
    var files: [String: FixtureFile] = [:]
    for name in ["x", "y"] {
      files.merge(try ExampleFiles.of("ticket-router", below: "services/\(name)")) { $1 }
      let declaration = try ExampleFiles.text("ai-system.yml", of: "ticket-router")
      files["services/\(name)/ai-system.yml"] = .text(
        declaration.replacingOccurrences(of: "id: ticket-router", with: "id: router-\(name)")
      )
      files["services/\(name)/modelgate.yml"] = "version: 1\n"
    }
    files["modelgate.yml"] = .text("version: 1\nsystems: \(systems)\n")
    try repository.commit(files)
    let outcome = try await Self.check(repository)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("router-x") && outcome.text.contains("router-y"))
  }

  @Test func `a tag that is named like a description of another commit takes over nothing`()
    async throws
  {
    let repository = try Self.repository([:])
    let first = try repository.commit()
    let other = try repository.commit(["other.txt": "other"])
    let name = "v1-3-g\(other.prefix(9))"
    #expect(try await Self.check(repository, "--rev", name).status == 0)
    try repository.reference("refs/tags/\(name)", to: first)
    #expect(try await Self.check(repository, "--rev", name).status == 2)
    #expect(try await Self.check(repository, "--rev", "refs/tags/\(name)").status == 0)
  }

  @Test func `a commit without files is not judged`() async throws {
    let repository = try FixtureRepository(isBare: true)
    try repository.commit()
    #expect(try await Self.check(repository).status == 3)
  }

  @Test(arguments: [
    ["--system", "\u{1B}[2Kpass"], ["--path", "\u{1B}]0;x\u{7}"], ["--pack", "\u{202E}slaitnesse"],
    ["--policy-ref", "\u{1B}[1A"], ["--fail-on", "\u{9B}2J"], ["--output", "json\u{1B}[m=x"],
    ["--as-of", "2026-11-21\u{1B}[0m"], ["--policy", "/none\u{1B}[31m"],
  ])
  func `no option is echoed raw, and none of these ends well`(option: [String]) async throws {
    let repository = try Self.repository([:])
    defer { withExtendedLifetime(repository) {} }
    let outcome = try await Attack.run(["check", "--repo", repository.path] + option)
    #expect([1, 2, 3].contains(outcome.status))
    Self.expectOnlyVisible(outcome.text)
  }

  @Test(arguments: [
    ("MODEL_CARD.md", "# Model Card: credit-scorer", "# Model Card: face\u{1B}[2K\u{202E}finder"),
    ("ai-system.yml", "name: Credit scoring", "name: \"\\e[2K::error::Credit\" # "),
    ("dpia.yaml", "likelihood: medium", "likelihood: \"\\e]0;pwn\\a\""),
    ("modelgate-waivers.yml", "approved_by: R. Lindqvist", "approved_by: \"\\e[31mnobody\""),
    ("modelgate.yml", "fail_on: error", "fail_on: \"error\\e[0m\""),
    ("evaluation/2026-09-holdout.json", "\"holdout\"", "\"train\\u001b[2K\""),
  ])
  func `no text of a file is shown raw`(path: String, find: String, put: String) async throws {
    var files = try Attempt.fixture()
    let text = try #require(files[path])
    let edited = text.replacingOccurrences(of: find, with: put)
    #expect(edited != text)
    files[path] = edited
    Self.expectOnlyVisible(try await Attack(files: files).check().text)
  }

  private static func expectOnlyVisible(_ text: String) {
    #expect(
      !text.unicodeScalars.contains { scalar in
        (scalar.properties.generalCategory == .control && scalar != "\n")
          || (0x202A...0x202E).contains(scalar.value)
      }
    )
  }

  @Test func `no output goes onto devices that are full, into git or to nobody`() async throws {
    let repository = try Self.repository([:])
    let folder = try TemporaryDirectory()
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let places = [
      "/dev/full", pipe, folder.path, repository.path + "/HEAD",
      repository.path + "/refs/x", "/proc/none",
    ]
    for place in places {
      #expect(try await Self.check(repository, "--output", "json=\(place)").status == 2, "\(place)")
    }
    #expect(try await Self.check(repository).status == 0)
  }

  @Test func `a bundle that was changed in any way is none`() async throws {
    let repository = try Self.repository([:])
    let folder = try TemporaryDirectory()
    let path = folder.path + "/evidence.tar"
    #expect(try await Self.check(repository, "--quiet", "--evidence", path).status == 0)
    #expect(try await Attack.run(["verify", path]).status == 0)
    let whole = Array(try Data(contentsOf: URL(filePath: path)))
    for (name, bytes) in Self.forgeries(of: whole) {
      let forged = folder.path + "/forged.tar"
      try folder.write(bytes, to: "forged.tar")
      #expect([1, 2, 3].contains(try await Attack.run(["verify", forged]).status), "\(name)")
    }
  }

  @Test func `a folder that has nothing of a bundle cannot be read as one`() async throws {
    let folder = try TemporaryDirectory()
    #expect(try await Attack.run(["verify", folder.path]).status == 3)
    try folder.write("text", to: "notes.txt")
    #expect(try await Attack.run(["verify", folder.path]).status == 3)
    try folder.write("text", to: "data/notes.txt")
    #expect(try await Attack.run(["verify", folder.path]).status == 1)
  }

  @Test func `an evaluation under another name is part of the evidence`() async throws {
    let evaluation = try #require(try Attempt.fixture()["evaluation/2026-09-holdout.json"])
    let repository = try Self.repository(["docs/zz.json": .text(evaluation + "\n")])
    let folder = try TemporaryDirectory()
    for (name, options) in [("whole", []), ("redacted", ["--redact", "docs/zz.json"])] {
      let path = "\(folder.path)/\(name).tar"
      let call = ["check", "--repo", repository.path, "--as-of", "2026-11-21", "--evidence", path]
      _ = try await Attack.run(call + options)
      let outcome = try await Attack.run(["verify", path, "--repo", repository.path])
      #expect(outcome.status == 0, "\(name): \(outcome.text)")
      #expect(try await Attack.run(["verify", path]).status == 0, "\(name)")
    }
  }

  @Test func `files beyond those that are looked into are named in the report`() async throws {
    let evaluation = try #require(try Attempt.fixture()["evaluation/2026-09-holdout.json"])
    var files = ["docs/deep/zz.json": FixtureFile.text(evaluation + "\n")]
    for number in 0..<2_000 { files["a\(number).json"] = .text("{}") }
    let repository = try Self.repository(files)
    let outcome = try await Attack.run([
      "check", "--repo", repository.path, "--as-of", "2026-11-21", "--output", "json",
    ])
    #expect(outcome.text.contains("not looked into, since 2000 near declarations are at most"))
  }

  @Test func `a file that is too large to be looked into is named in the report`() async throws {
    let evaluation = try #require(try Attempt.fixture()["evaluation/2026-09-holdout.json"])
    let padding = String(repeating: " ", count: 1 << 20)
    let repository = try Self.repository(["docs/zz.json": .text(evaluation + padding)])
    let folder = try TemporaryDirectory()
    let path = folder.path + "/evidence.tar"
    let outcome = try await Self.check(repository, "--output", "json", "--evidence", path)
    #expect(outcome.text.contains("not looked into, since it has more than 1048576 bytes"))
    #expect(try await Attack.run(["verify", path]).status == 0)
    #expect(try await Attack.run(["verify", path, "--repo", repository.path]).status == 0)
  }

  @Test(arguments: ["docs/other.yaml", "notes.txt", "systems/a.yml"])
  func `a declaration under a name that none has is not passed over`(path: String) async throws {
    let declaration = try #require(try Attempt.fixture()["ai-system.yml"])
    let other = declaration.replacingOccurrences(of: "id: credit-scoring", with: "id: other")
    let repository = try Self.repository([path: .text(other)])
    let folder = try TemporaryDirectory()
    let bundle = folder.path + "/evidence.tar"
    let outcome = try await Self.check(repository, "--evidence", bundle)
    #expect(outcome.status == 3 && outcome.text.contains("was not read as one"))
    #expect(try await Attack.run(["verify", bundle]).status == 0)
  }

  @Test func `a card that lies too deep is named in the report`() async throws {
    let card = try #require(try Attempt.fixture()["MODEL_CARD.md"])
    let repository = try Self.repository(["a/b/c/d/e/f/MODEL_CARD.md": .text(card)])
    for format in ["console", "json", "markdown", "html"] {
      let outcome = try await Attack.run([
        "check", "--repo", repository.path, "--as-of", "2026-11-21", "--output", format,
      ])
      #expect(outcome.text.contains("a/b/c/d/e/f/MODEL"), "\(format)")
    }
  }

  @Test(arguments: ["ulimit -n 4", "ulimit -n 6", "ulimit -n 15", "ulimit -s 64"])
  func `a process that may not have what it needs ends with a word`(limit: String) async throws {
    let outcome = try await Attack.run(["list", "packs"], under: limit)
    #expect(outcome.status == 2)
    #expect(outcome.text.contains("raise it with ulimit"))
    #expect(try await Attack.run(["list", "packs"], under: "ulimit -n 32").status == 0)
  }

  private static func forgeries(of whole: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var forgeries: [(String, [UInt8])] = [
      ("nothing", []), ("half", Array(whole.prefix(whole.count / 2))),
      ("without its end", Array(whole.dropLast(1_536))), ("twice", whole + whole),
      ("something behind", whole + Array("x".utf8)), ("text", Array("no bundle\n".utf8)),
      ("zeros", [UInt8](repeating: 0, count: 10_240)),
    ]
    // The first byte of every fortieth record of 512 bytes that holds something.
    for start in stride(from: 0, to: whole.count, by: 512 * 40) where whole[start] != 0 {
      var bytes = whole
      bytes[start] ^= 1
      forgeries.append(("a bit at \(start)", bytes))
    }
    return Array(forgeries.prefix(9))
  }
}
