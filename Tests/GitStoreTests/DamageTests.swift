// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import GateModel
import GitStore
import TestSupport
import Testing

/// Whatever stands in a repository, the answer is a value or an error.
@Suite struct DamageTests {
  /// Changes, removes or adds a few bytes.
  private static func mutated(
    _ bytes: [UInt8],
    _ generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<generator.number(in: 1...4) where !bytes.isEmpty {
      let position = generator.number(in: 0...bytes.count - 1)
      switch generator.number(in: 0...3) {
      case 0: bytes[position] = UInt8(generator.number(in: 0...255))
      case 1: bytes.remove(at: position)
      case 2: bytes.insert(UInt8(generator.number(in: 0...255)), at: position)
      default: bytes = Array(bytes[..<position])
      }
    }
    return bytes
  }

  /// Does everything that can be done with a revision.
  private static func exercise(_ path: String, _ revision: String) -> Bool {
    do {
      let repository = try Repository(at: path)
      let snapshot = try repository.snapshot(of: revision)
      for entry in snapshot.entries where entry.kind != .submodule {
        _ = try snapshot.byteCount(of: entry)
        _ = try snapshot.bytes(of: entry)
      }
      guard let commit = snapshot.commit?.id else { return false }
      let paths = snapshot.entries.filter { $0.kind != .submodule }.map(\.path)
      _ = try repository.lastChange(of: paths, from: commit)
      _ = try PackWriter.pack(of: try repository.proofObjects(for: paths, commit: commit))
      return true
    } catch let error as GitError {
      return !error.reason.isEmpty && !error.help.isEmpty
    } catch let error as Problem {
      return !error.message.isEmpty && !error.help.isEmpty
    } catch {
      return false
    }
  }

  @Test func `a damaged tree or commit is answered with an error or a value`() throws {
    let fixture = try FixtureRepository()
    let blob = try fixture.blob("x")
    let inner = try fixture.rawTree([("100644", "inner.md", blob)])
    let tree = try fixture.rawTreeBytes([
      ("100644", "card.md", blob), ("40000", "dir", inner), ("120000", "link", blob),
    ])
    let path = fixture.path
    forAll(
      count: 300,
      { Self.mutated(tree, &$0) },
      holds: { bytes in
        let id = try fixture.write(bytes, as: .tree)
        let commit = try fixture.commit(tree: id, parents: [])
        return Self.exercise(path, commit)
      }
    )
    let valid = try fixture.commit(tree: inner, parents: [])
    let text = """
      tree \(inner)
      parent \(valid)
      author A <a@example.org> 1700000000 +0100
      committer A <a@example.org> 1700000000 +0100
      gpgsig -----BEGIN SSH SIGNATURE-----
       x

      Summary
      """
    forAll(
      count: 300,
      { Self.mutated(Array(text.utf8), &$0) },
      holds: { bytes in
        Self.exercise(path, try fixture.write(bytes, as: .commit))
      }
    )
  }

  @Test(arguments: [".git/index", ".git/config", ".git/HEAD", ".git/refs/heads/main"])
  func `a damaged file of the repository is answered with an error or a value`(
    name: String
  ) throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "1", "b/c.md": "2"])
    try fixture.checkOut()
    let original = try Array(Data(contentsOf: URL(filePath: fixture.path + "/" + name)))
    let path = fixture.path
    forAll(
      count: 100,
      { Self.mutated(original, &$0) },
      holds: { bytes in
        try fixture.directory.write(bytes, to: name)
        for error in [
          gitError { () throws(GitError) in try Repository(at: path).indexSnapshot() },
          gitError { () throws(GitError) in try Repository(at: path).worktreeSnapshot() },
        ] {
          if let error, error.reason.isEmpty || error.help.isEmpty { return false }
        }
        return Self.exercise(path, "HEAD")
      }
    )
  }

  @Test func `a configuration that cannot be read is corrupt`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "1"])
    try fixture.configure("[core\nbroken")
    let path = fixture.path
    let error = gitError { () throws(GitError) in try Repository(at: path) }
    #expect(error?.kind == .corrupt)
    #expect(error?.reason.contains("config") == true)
  }
}
