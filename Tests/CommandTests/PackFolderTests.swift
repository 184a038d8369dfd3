// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@Suite("Packs of a folder, and their bundles")
struct PackFolderTests {
  private static func pack(_ id: String) -> String {
    "id: \(id)\nversion: '1'\ntitle: Acme\nsummary: Ours.\n"
  }

  @Test func `a folder is the same pack with and without a slash`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.pack("acme"), to: "own/pack.yaml")
    try folder.write(Self.pack("essentials"), to: "taken/pack.yaml")
    let example = try Example("ticket-router")
    func check(_ pack: String) async throws -> Program.Outcome {
      try await Program.run(
        ["check", "--repo", example.path, "--as-of", "2026-11-21", "--pack", pack, "--quiet"]
          + ["--evidence", "e.tar", "--pack", "essentials"],
        in: folder.path
      )
    }
    for name in ["own", "./own", "own/"] {
      let checked = try await check(name)
      #expect(checked.status == 0, "\(name): \(checked.error)")
      let verified = try await Program.run(["verify", "e.tar"], in: folder.path)
      #expect(verified.status == 0, "\(name): \(verified.text)")
      let required = try await Program.run(
        ["verify", "e.tar", "--require", "pass"],
        in: folder.path
      )
      #expect(required.text.contains("came from a disk"), "\(name): \(required.text)")
    }
    for name in ["taken", "./taken"] {
      let checked = try await check(name)
      #expect(checked.status == 2)
      #expect(checked.error.contains("has the id of the shipped pack 'essentials'"))
    }
  }

  @Test func `a commit is named by its whole id`() async throws {
    let short = try await Program.run(["verify", "e.tar", "--commit", "0123456"])
    #expect(short.status == 2)
    #expect(short.error.contains("--commit needs the whole id"))
  }
}
