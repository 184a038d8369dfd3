// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import Foundation
import GateModel
import Testing

/// Bundles whose inputs stay on a disk.
@Suite struct LargeBundleTests {
  /// None, one, some around the size of stored blocks, and more than is read at once.
  private static let sizes = [0, 1, 65_536, 131_071, 2_000_000]
  private static let files = sizes.map { size in
    RepositoryFixture.File(
      path: "data/\(size).bin",
      bytes: [UInt8](repeating: UInt8(size & 0x7F), count: size)
    )
  }
  private static let repository = RepositoryFixture(files)

  private let contents: BundleContents

  init() throws { contents = try Self.storedContents() }

  /// Contents whose inputs and pack are on a disk.
  private static func storedContents() throws -> BundleContents {
    var contents = BundleFixture.contents(of: repository, files)
    let objects = try repository.objects.map { object in
      let kind = try #require(GitObject.Kind(rawValue: object.kind.code))
      return GitObject(id: object.id, kind: kind, bytes: object.bytes)
    }
    .inPackOrder
    var writer = PackWriter(objectCount: objects.count)
    for object in objects { try writer.append(object) }
    let pack = writer.finish()
    contents.repositoryPack = pack.content
    for index in contents.inputs.indices {
      contents.inputs[index].content = pack.blobs[contents.inputs[index].blob]
    }
    return contents
  }

  @Test(arguments: ["out", "a.tar", "a.tgz"])
  func `inputs out of a pack on a disk are the ones that verify`(name: String) throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path(name))
    let result = try BundleVerifier.verify(folder.path(name), readingReport: BundleFixture.facts)
    #expect(result.problems.isEmpty, "\(result.problems)")
    let record = try #require(result.record)
    for input in BundleFixture.contents(of: Self.repository, Self.files).inputs {
      #expect(try record.contents[input.blob]?.bytes() == input.bytes, "\(input.path)")
    }
  }

  @Test func `a bundle is the same whether its inputs are in memory or not`() throws {
    var held = BundleFixture.contents(of: Self.repository, Self.files)
    held.repositoryPack = .held(try contents.repositoryPack.bytes())
    let files = try EvidenceBundle.heldFiles(of: contents)
    #expect(try EvidenceBundle.heldFiles(of: held) == files)
  }

  /// More than stays in memory, and what lies around the place where it goes to a disk.
  @Test func `reports that are kept while others are made are as they were`() throws {
    let spool = FileSpool()
    let made = [0, 3, 9 << 20, 0, 2 << 20].enumerated().map { index, size in
      BundleFile(path: "\(index)", bytes: [UInt8](repeating: UInt8(index), count: size))
    }
    for file in made {
      try spool.keep(at: file.path) { handOn in
        handOn(Array(file.bytes.prefix(1_000_000)))
        handOn(Array(file.bytes.dropFirst(1_000_000)))
      }
    }
    for (file, kept) in zip(made, try spool.finish()) {
      #expect(kept.path == file.path)
      #expect(try kept.content.bytes() == file.bytes)
      #expect(kept.content.sha256 == ContentDigest(sha256Of: file.bytes))
    }
  }

  @Test(arguments: ["out/data/inputs/files/data/131071.bin", "a.tar"])
  func `what changes after it was hashed is not handed on`(changed: String) throws {
    let name = changed.hasPrefix("out") ? "out" : changed
    let folder = try TemporaryFolder()
    try write(to: folder.path(name))
    let result = try BundleVerifier.verify(folder.path(name), readingReport: BundleFixture.facts)
    let record = try #require(result.record)
    let blob = try #require(contents.inputs.first { $0.size == 131_071 }).blob
    let content = try #require(record.contents[blob])
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.path(changed)))
    try file.seek(toOffset: 100_000)
    try file.write(contentsOf: Data("changed".utf8))
    try file.close()
    let error = #expect(throws: Problem.self) { try content.bytes() }
    #expect(error?.message.contains("changed while it was read") == true)
  }

  @Test func `an archive that is unpacked to a disk says what one in memory says`() throws {
    let folder = try TemporaryFolder()
    let zeros = PlacedFile(
      path: "data/inputs/files/zeros",
      content: .held([UInt8](repeating: 0, count: 20 << 20))
    )
    let results = try ["a.tar", "a.tgz"].map { name in
      let destination = BundleDestination(path: folder.path(name))
      try BundleWriter.write([zeros], named: "top", modified: 0, to: destination)
      return try BundleVerifier.verify(
        folder.path(name),
        readingReport: BundleFixture.facts
      )
    }
    #expect(results[0] == results[1])
    #expect(results[0].fileCount == 1)
    #expect(results[0].problems.contains { $0.message.hasPrefix("has no place in a bundle") })
  }

  private func write(to path: String) throws {
    try BundleWriter.write(
      EvidenceBundle.files(of: contents),
      named: "top",
      modified: 0,
      to: BundleDestination(path: path)
    )
  }
}
