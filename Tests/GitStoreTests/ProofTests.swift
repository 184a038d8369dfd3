// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct ProofTests {
  private static func history() throws -> (fixture: FixtureRepository, commit: ObjectID) {
    let fixture = try FixtureRepository()
    try fixture.commit(["models/a/card.md": "old"])
    let commit = try fixture.commit([
      "models/a/card.md": "# A\n", "models/b/card.md": "# A\n",
      "docs/long.bin": .huge(byteCount: 200_000),
      "unrelated.md": "x",
    ])
    return (fixture, try .required(commit))
  }

  private static let paths = ["models/a/card.md", "models/b/card.md", "docs/long.bin"]

  @Test func `a proof is the commit, the trees on the paths and the blobs, each once`() throws {
    let (fixture, commit) = try Self.history()
    let objects = try Repository(at: fixture.path).proofObjects(for: Self.paths, commit: commit)
    // The two models are equal, so that their folders and cards are the same objects.
    #expect(objects.map(\.kind) == [.commit, .tree, .tree, .tree, .tree, .blob, .blob])
    #expect(objects.first?.id == commit)
    #expect(Set(objects.map(\.id)).count == objects.count)
    for kind in [GitObject.Kind.tree, .blob] {
      let ids = objects.filter { $0.kind == kind }.map(\.id)
      #expect(ids == ids.sorted())
    }
  }

  @Test(arguments: ["nowhere.md", "models", "models/a/card.md/x", "", "/models/a/card.md"])
  func `a path that is no file has no proof`(path: String) throws {
    let (fixture, commit) = try Self.history()
    let repository = try Repository(at: fixture.path)
    let error = gitError { () throws(GitError) in
      try repository.proofObjects(for: [path], commit: commit)
    }
    #expect(error?.kind == .noSuchFile)
    #expect(error?.reason == "there is no file '\(path)' in it")
    #expect(error?.help == "give the path of a file in the checked tree, relative to its root")
  }

  @Test func `a proof of a file that is not there is refused`() throws {
    let (fixture, commit) = try Self.history()
    let repository = try Repository(at: fixture.path)
    let entries = try repository.snapshot(of: "HEAD").entries
    let card = try #require(entries.first { $0.path == "models/a/card.md" })
    try fixture.deleteObject(card.id.hex)
    let error = gitError { () throws(GitError) in
      try repository.proofObjects(for: [card.path], commit: commit)
    }
    #expect(error?.kind == .missingObject)
  }

  @Test func `the same objects make the same pack in any order`() throws {
    let (fixture, commit) = try Self.history()
    let objects = try Repository(at: fixture.path).proofObjects(for: Self.paths, commit: commit)
    let pack = try PackWriter.pack(of: objects)
    #expect(try PackWriter.pack(of: objects.reversed() + objects) == pack)
    let trailer = pack.suffix(20).map { String($0, radix: 16) }.joined(separator: " ")
    #expect(trailer == "b6 a0 b7 bb 85 e3 7e f9 ac 6f c3 8 cd f0 fb e1 c1 be c f")
  }

  @Test func `an empty pack is the one that git makes`() throws {
    // SHA-1 of the twelve bytes of the header, as `git pack-objects` prints it for no objects.
    let digest: [UInt8] = [
      0x02, 0x9D, 0x08, 0x82, 0x3B, 0xD8, 0xA8, 0xEA, 0xB5, 0x10, 0xAD, 0x6A, 0xC7, 0x5C, 0x82,
      0x3C, 0xFD, 0x3E, 0xD3, 0x1E,
    ]
    let pack = try PackWriter.pack(of: [])
    #expect(pack == Array("PACK".utf8) + [0, 0, 0, 2, 0, 0, 0, 0] + digest)
  }

  @Test(.enabled(if: Git.isInstalled, "git is not installed"))
  func `git itself accepts a pack and finds each file at its path`() throws {
    let (fixture, commit) = try Self.history()
    let objects = try Repository(at: fixture.path).proofObjects(for: Self.paths, commit: commit)
    let target = try FixtureRepository(isBare: true)
    try target.directory.write(PackWriter.pack(of: objects), to: "proof.pack")
    let index = try Git.run(["index-pack", "--strict", "proof.pack"], in: target.path)
    #expect(index.status != 0, "--strict must miss the objects that are not part of the proof")
    #expect(try Git.run(["index-pack", "proof.pack"], in: target.path).status == 0)
    #expect(
      try Git.run(["unpack-objects", "-q"], in: target.path, input: "proof.pack").status == 0
    )
    for path in ["models/a/card.md", "models/b/card.md"] {
      let shown = try Git.run(["cat-file", "blob", "\(commit.hex):\(path)"], in: target.path)
      #expect(shown.output == Array("# A\n".utf8))
    }
    let long = try Git.run(["cat-file", "-s", "\(commit.hex):docs/long.bin"], in: target.path)
    #expect(long.output == Array("200000\n".utf8))
  }

  @Test(.enabled(if: Git.isInstalled, "git is not installed"))
  func `git reads objects of every size around the limits of the format`() throws {
    let fixture = try FixtureRepository()
    let sizes = [0, 1, 15, 16, 2_047, 2_048, 5_551, 5_552, 5_553, 65_535, 65_536, 131_070, 262_144]
    var names: [String: FixtureFile] = [:]
    for size in sizes { names["f\(size)"] = .huge(byteCount: size) }
    // The bytes for which the sums of the checksum grow fastest.
    names["highest"] = .bytes([UInt8](repeating: 255, count: 20_000))
    let commit = try ObjectID.required(fixture.commit(names))
    let repository = try Repository(at: fixture.path)
    let objects = try repository.proofObjects(for: Array(names.keys), commit: commit)
    let target = try FixtureRepository(isBare: true)
    try target.directory.write(PackWriter.pack(of: objects), to: "proof.pack")
    #expect(
      try Git.run(["unpack-objects", "-q"], in: target.path, input: "proof.pack").status == 0
    )
    for size in sizes {
      let shown = try Git.run(["cat-file", "-s", "\(commit.hex):f\(size)"], in: target.path)
      #expect(shown.output == Array("\(size)\n".utf8))
    }
    #expect(try Git.run(["fsck", "--strict", commit.hex], in: target.path).status == 0)
  }
}
