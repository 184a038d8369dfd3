// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import GateModel
import TestSupport
import Testing

/// Archives are the same byte for byte for the same files.
@Suite struct ArchiveTests {
  private let files: [BundleFile]

  init() throws { files = try EvidenceBundle.heldFiles(of: BundleFixture.contents()) }

  private func archive(_ name: String, modified: Int64 = 1_760_000_000) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try BundleWriter.write(
      files,
      named: "top",
      modified: modified,
      to: BundleDestination(path: folder.path(name))
    )
    return try folder.bytes(of: name)
  }

  @Test(arguments: ["a.tar", "a.tar.gz"])
  func `the same files make the same archive`(name: String) throws {
    #expect(try archive(name) == archive(name))
  }

  @Test func `the order of files changes nothing`() throws {
    let folder = try TemporaryFolder()
    for seed in UInt64(0)..<5 {
      var generator = SeededGenerator(seed: seed)
      let path = folder.path("\(seed).tar")
      try BundleWriter.write(
        files.shuffled(using: &generator),
        named: "top",
        modified: 1_760_000_000,
        to: .tar(path)
      )
      #expect(try folder.bytes(of: "\(seed).tar") == archive("a.tar"), "seed \(seed)")
    }
  }

  @Test func `the archive of the sample has a known digest`() throws {
    let digest = ContentDigest(sha256Of: try archive("a.tar")).hex
    #expect(
      digest
        == "36c72858269fe9ab700204b95746b779516afd2a28c1ad03e0d5c5f8179aecb7"
    )
  }

  @Test func `an entry has no owner, mode 0644 and the time of the commit`() throws {
    let header = try archive("a.tar").prefix(512)
    #expect(String(decoding: header.prefix(13), as: UTF8.self) == "top/README.md")
    let size = String(files.bytes(of: "README.md").count, radix: 8)
    #expect(
      String(decoding: header[100..<148], as: UTF8.self)
        == "0000644\u{0}0000000\u{0}0000000\u{0}00000000\(size)\u{0}15071674000\u{0}"
    )
    #expect(header[265..<329].allSatisfy { $0 == 0 }, "no names of user and group")
  }

  @Test(arguments: [(-5, "00000000000"), (0, "00000000000"), (Int64.max, "77777777777")])
  func `a time that ustar cannot hold is clamped`(time: Int64, field: String) throws {
    let header = try archive("a.tar", modified: time).prefix(512)
    #expect(String(decoding: header[136..<147], as: UTF8.self) == field)
  }

  @Test func `files come in the order of their bytes, and two blocks of zeros end the archive`()
    throws
  {
    let bytes = try archive("a.tar")
    #expect(bytes.count.isMultiple(of: 512))
    #expect(bytes.suffix(1024).allSatisfy { $0 == 0 })
    let names = files.map(\.path)
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func `the gzip header names no time, no file and no system`() throws {
    #expect(try archive("a.tgz").prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])
  }

  @Test func `a path of up to 255 bytes is archived, a longer one is refused`() throws {
    let folder = try TemporaryFolder()
    let part = String(repeating: "x", count: 100)
    let destination = BundleDestination.tar(folder.path("a.tar"))
    for (top, fits) in [(54, true), (55, false)] {
      let path = String(repeating: "y", count: 100) + "/" + part
      let files = [BundleFile(path: path, bytes: [])]
      let name = String(repeating: "z", count: top)
      if fits {
        try BundleWriter.write(files, named: name, modified: 0, to: destination)
        let header = try folder.bytes(of: "a.tar").prefix(512)
        #expect(header.prefix(100) == Array(part.utf8)[...])
        #expect(
          header[345..<500].elementsEqual("\(name)/\(String(repeating: "y", count: 100))".utf8)
        )
      } else {
        let error = #expect(throws: Problem.self) {
          try BundleWriter.write(files, named: name, modified: 0, to: destination)
        }
        #expect(error?.message == "cannot be archived: it has a path too long for a ustar archive")
      }
    }
    #expect(try folder.entries() == ["a.tar"], "nothing half-written remains")
  }

  @Test func `a large and incompressible file survives both archives`() throws {
    var generator = SeededGenerator(seed: 7)
    var contents = BundleFixture.contents()
    let noise = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    contents.reports.append(PlacedFile(path: "noise.bin", content: .held(noise)))
    let files = try EvidenceBundle.heldFiles(of: contents)
    let folder = try TemporaryFolder()
    for name in ["a.tar", "a.tgz"] {
      let path = folder.path(name)
      try BundleWriter.write(files, named: "b", modified: 0, to: BundleDestination(path: path))
      let result = try BundleVerifier.verify(path, readingReport: BundleFixture.facts(of:))
      #expect(result.problems.isEmpty)
    }
  }
}
