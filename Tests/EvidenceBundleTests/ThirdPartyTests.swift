// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import GateModel
import Testing

/// Programs that know nothing of modelgate accept its bundles, where they are installed.
@Suite struct ThirdPartyTests {
  private let files: [BundleFile]

  init() throws { files = try EvidenceBundle.heldFiles(of: BundleFixture.contents()) }

  private func write(to path: String) throws {
    try BundleWriter.write(files, named: "top", modified: 0, to: BundleDestination(path: path))
  }

  @Test(.enabled(if: Program.isInstalled("bagit.py")))
  func `bagit.py validates the bag`() throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path("out"))
    let result = try Program.run(["bagit.py", "--validate", folder.path("out")], in: folder.path)
    #expect(result.status == 0, "\(result.output)")
    _ = try folder.write([1], to: "out/data/extra")
    let broken = try Program.run(["bagit.py", "--validate", folder.path("out")], in: folder.path)
    #expect(broken.status != 0)
  }

  @Test(.enabled(if: Program.isInstalled("sha256sum")))
  func `sha256sum checks both manifests`() throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path("out"))
    let result = try Program.run(
      ["sha256sum", "--check", "--strict", "manifest-sha256.txt", "tagmanifest-sha256.txt"],
      in: folder.path("out")
    )
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.split(separator: "\n").count == files.count - 1)
  }

  @Test(.enabled(if: Program.isInstalled("tar")), arguments: ["a.tar", "a.tar.gz"])
  func `tar extracts the archives to the same bundle`(name: String) throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path(name))
    let result = try Program.run(["tar", "xf", name], in: folder.path)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.output)")
    for file in files { #expect(try folder.bytes(of: "top/\(file.path)") == file.bytes) }
    let verification = try BundleVerifier.verify(
      folder.path("top"),
      readingReport: BundleFixture.facts(of:)
    )
    #expect(verification.problems.isEmpty)
  }

  @Test(.enabled(if: Program.isInstalled("tar")))
  func `an archive that tar made of a bundle directory is refused, and verified once unpacked`()
    throws
  {
    let folder = try TemporaryFolder()
    try write(to: folder.path("out"))
    let result = try Program.run(
      ["tar", "--format=ustar", "-czf", "repacked.tgz", "out"],
      in: folder.path
    )
    #expect(result.status == 0, "\(result.output)")
    let verification = try BundleVerifier.verify(
      folder.path("repacked.tgz"),
      readingReport: BundleFixture.facts(of:)
    )
    #expect(verification.problems.map(\.path) == ["archive"], "\(verification.problems)")
    #expect(verification.problems.first?.help.contains("unpack it") == true)
    let commands = "rm -r out && tar -xf repacked.tgz"
    #expect(try Program.run(["sh", "-c", commands], in: folder.path).status == 0)
    let unpacked = try BundleVerifier.verify(
      folder.path("out"),
      readingReport: BundleFixture.facts(of:)
    )
    #expect(unpacked.problems.isEmpty, "\(unpacked.problems)")
  }

  @Test(.enabled(if: Program.isInstalled("gzip")))
  func `gzip tests the compressed archive`() throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path("a.tar.gz"))
    let result = try Program.run(["gzip", "--test", "a.tar.gz"], in: folder.path)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.output)")
  }

  @Test(.enabled(if: Program.isInstalled("git")))
  func `git finds each input at its path in the commit of the pack`() throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path("out"))
    #expect(try Program.run(["git", "init", "-q", "--bare", "r.git"], in: folder.path).status == 0)
    let pack = folder.path("out/data/repo/objects.pack")
    let index = try Program.run(
      ["sh", "-c", "git -C r.git index-pack --strict --stdin < '\(pack)'"],
      in: folder.path
    )
    #expect(index.status == 0, "\(index.output)")
    let commit = BundleFixture.repository.commit.id
    let list = try Program.run(
      ["git", "-C", "r.git", "ls-tree", "-r", commit.hex],
      in: folder.path
    )
    let expected = BundleFixture.contents().inputs.map { input in
      let mode = [.file: "100644", .executable: "100755"][input.mode] ?? "120000"
      return "\(mode) blob \(input.blob)\t\(input.path)"
    }
    #expect(list.output.split(separator: "\n").map(String.init) == expected)
  }

  @Test(.enabled(if: Program.isInstalled("git")))
  func `a pack and ids that git made are proven`() throws {
    let folder = try TemporaryFolder()
    let script = """
      set -e
      git init -q r && cd r
      mkdir -p deep/er && printf 'card\\n' > deep/er/card.md && printf '#!' > run && chmod +x run
      seq 1 20000 > deep/large.txt && git add -A
      GIT_AUTHOR_DATE='1760000000 +0000' GIT_COMMITTER_DATE='1760000000 +0000' \\
        git -c user.name=n -c user.email=e commit -qm message
      git rev-list --objects HEAD | cut -c1-40 | git pack-objects -q --window=0 --stdout > ../pack
      git cat-file commit HEAD > ../commit && git rev-parse HEAD HEAD^{tree} > ../ids
      """
    let result = try Program.run(["sh", "-c", script], in: folder.path)
    #expect(result.status == 0, "\(result.output)")
    let ids = String(decoding: try folder.bytes(of: "ids"), as: UTF8.self).split(separator: "\n")
    var contents = BundleFixture.contents()
    contents.commit = try #require(ObjectID(hex: String(ids[0])))
    contents.repositoryPack = .held(try folder.bytes(of: "pack"))
    contents.inputs = try ["deep/er/card.md", "deep/large.txt", "run"].map { path in
      let bytes = try folder.bytes(of: "r/\(path)")
      return BundleInput(
        path: path,
        mode: path == "run" ? .executable : .file,
        blob: ObjectFixture.blob(bytes).id,
        role: "modelCard",
        systems: ["s"],
        bytes: bytes
      )
    }
    contents.reports[0].bytes = Array("\(ids[0])\n\(ids[1])\n".utf8)
    let problems = try verification(of: EvidenceBundle.heldFiles(of: contents)).problems
    #expect(problems.isEmpty, "\(problems)")
  }
}
