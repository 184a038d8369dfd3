// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import GateModel
import TestSupport
import Testing

/// Archives from anywhere are read without harm.
@Suite struct HostileArchiveTests {
  private let files: [BundleFile]

  init() throws { files = try EvidenceBundle.heldFiles(of: BundleFixture.contents()) }

  private func archive(_ name: String = "a.tar") throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try BundleWriter.write(
      files,
      named: "top",
      modified: 0,
      to: BundleDestination(path: folder.path(name))
    )
    return try folder.bytes(of: name)
  }

  /// The archive with one more entry before its end.
  private func archive(
    adding path: String,
    type: Character = "0",
    _ bytes: [UInt8] = []
  )
    throws -> [UInt8]
  {
    try archive().dropLast(1024) + TarFixture.entry(path, type: type, bytes)
      + [UInt8](repeating: 0, count: 1024)
  }

  @Test(arguments: [
    "../evil", "/etc/passwd", "top/../evil", "top/./x", "top//x", "other/x", "evil", "top",
    "top/.hidden", "top/a b", "top/caf\u{E9}", "top/a\\b", "top/a%2Fb", "", "top/-x",
  ])
  func `an entry outside of the top directory, or of an odd name, is a problem`(
    path: String
  )
    throws
  {
    let result = try verification(ofArchive: archive(adding: path))
    #expect(result.problems.contains { $0.path.hasSuffix(String(path.suffix(2))) })
    #expect(result.fileCount == files.count)
  }

  @Test(arguments: ["1", "2", "3", "4", "6", "7", "x", "g", "L", "K", "S", "\u{7F}"])
  func `a link, a device or an extension is a problem`(type: Character) throws {
    let result = try verification(ofArchive: archive(adding: "top/data/x", type: type))
    #expect(
      result.problems.contains { $0.path == "top/data/x" && $0.message.contains("is a link") }
    )
  }

  private static let form = "is packed otherwise than modelgate packs"

  @Test(arguments: [
    ("0004644", 100), ("0002755", 100), ("rw-r--r--", 100), ("target", 157), ("0000001", 329),
    ("0000005", 337), ("evil", 500), ("\u{0}evil", 90), ("\u{0}evil", 350), ("0000600", 100),
    ("0001750", 108), ("0001750", 116), ("somebody", 265), ("somebody", 297), ("14774321000", 136),
    ("\u{0}", 156), ("0000644 ", 100),
  ])
  func `an entry with other fields than a bundle is written with is a problem`(
    field: (String, Int)
  ) throws {
    var archive = try archive()
    // The last entry, whose place and content stay what they are.
    let start =
      archive.count - 1024 - 512 * (1 + (files.last.map { $0.bytes.count + 511 } ?? 0) / 512)
    let last = try #require(files.last)
    let plain = TarFixture.entry("top/\(last.path)", type: "0", last.bytes)
    archive.replaceSubrange(start..<archive.count - 1024, with: plain)
    let honest = try verification(ofArchive: archive).problems
    #expect(honest.isEmpty, "\(honest)")
    let odd = TarFixture.entry("top/\(last.path)", type: "0", last.bytes, putting: field)
    archive.replaceSubrange(start..<archive.count - 1024, with: odd)
    do {
      let problems = try verification(ofArchive: archive).problems
      #expect(problems.contains { $0.message.hasPrefix(Self.form) }, "\(problems)")
    } catch let error as Problem {
      #expect(error.message.contains("has an entry with"))
    }
  }

  @Test
  func
    `an archive in another order, with folders or with padding is a problem that says what to do`()
    throws
  {
    let whole = try archive()
    let first = 512 * (1 + (files[0].bytes.count + 511) / 512)
    let turned = whole[first...].dropLast(1024) + whole[..<first] + whole.suffix(1024)
    let folder = TarFixture.entry("top/", type: "5", []) + whole
    for bytes in [Array(turned), folder, whole + [UInt8](repeating: 0, count: 10_240)] {
      let problems = try verification(ofArchive: bytes).problems
      #expect(problems.map(\.message).allSatisfy { $0.hasPrefix(Self.form) })
      #expect(
        problems.map(\.help) == [
          "unpack it and verify the folder, or take the archive as it was written"
        ]
      )
    }
  }

  @Test(arguments: [(3, UInt8(2)), (4, 1), (8, 2), (9, 3)])
  func `a compressed archive whose header says more is a problem`(place: (Int, UInt8)) throws {
    var bytes = try archive("a.tgz")
    bytes[place.0] = place.1
    do {
      let problems = try verification(ofArchive: bytes).problems
      #expect(problems.map(\.message).contains { $0.hasPrefix(Self.form) })
    } catch let error as Problem {
      #expect(error.message.hasPrefix("cannot read the bundle"))
    }
  }

  @Test func `an entry that is there twice is a problem, and the first one counts`() throws {
    let result = try verification(
      ofArchive: archive(adding: "top/bagit.txt", Array("second".utf8))
    )
    #expect(result.problems.first?.message == "is there twice")
  }

  @Test func `a folder that no bundle has is named`() throws {
    let other = try verification(ofArchive: archive(adding: "top/data/evil/", type: "5"))
    #expect(other.problems.first?.message == "is a folder that no bundle has")
  }

  @Test func `a cut archive is refused wherever it is cut`() throws {
    for (name, step) in [("a.tar", 509), ("a.tgz", 97)] {
      let bytes = try archive(name)
      for length in stride(from: 0, to: bytes.count, by: step) {
        let error = #expect(throws: Problem.self, "\(name) cut to \(length) bytes") {
          try verification(ofArchive: Array(bytes.prefix(length)))
        }
        #expect(error?.message.hasPrefix("cannot read the bundle: the archive ") == true)
      }
    }
  }

  @Test func `a flipped bit anywhere in a tar archive is caught`() throws {
    let bytes = try archive()
    for index in stride(from: 0, to: bytes.count, by: 23) {
      var changed = bytes
      changed[index] ^= 1 << UInt8(index % 8)
      #expect(Self.isCaught(changed), "byte \(index)")
    }
  }

  @Test func `a flipped bit in a compressed archive is caught, or changes nothing`() throws {
    let bytes = try archive("a.tgz")
    let digest = try verification(ofArchive: bytes).evidenceDigest
    var harmless = 0
    for index in bytes.indices.dropFirst(10) where index % 11 == 0 {
      var changed = bytes
      changed[index] ^= 1 << UInt8(index % 8)
      guard !Self.isCaught(changed) else { continue }
      // DEFLATE has bits that mean nothing, such as those before a stored block.
      harmless += 1
      #expect(try verification(ofArchive: changed).evidenceDigest == digest, "byte \(index)")
    }
    #expect(harmless <= 3)
  }

  private static func isCaught(_ archive: [UInt8]) -> Bool {
    do {
      return try !verification(ofArchive: archive).problems.isEmpty
    } catch {
      return error is Problem
    }
  }

  @Test(arguments: ["a.tar", "a.tgz"])
  func `something after the end is refused`(name: String) throws {
    let error = #expect(throws: Problem.self) {
      try verification(ofArchive: archive(name) + [1])
    }
    #expect(error?.message.hasSuffix("has something after its end") == true)
  }

  @Test func `a bomb is refused when it has unpacked to the limit`() throws {
    let folder = try TemporaryFolder()
    let zeros = BundleFile(path: "data/zeros", bytes: [UInt8](repeating: 0, count: 4 << 20))
    let path = folder.path("bomb.tgz")
    try BundleWriter.write([zeros], named: "top", modified: 0, to: .tarGz(path))
    #expect(try folder.bytes(of: "bomb.tgz").count < 10_000)
    let error = #expect(throws: Problem.self) {
      try BundleVerifier.verify(
        path,
        limits: BundleLimits(bytes: 1 << 20),
        readingReport: BundleFixture.facts(of:)
      )
    }
    #expect(error?.message.contains("unpacks to more than 1048576 bytes") == true)
  }

  @Test func `more entries or bytes than the limits are refused`() throws {
    let bytes = try archive()
    let entries = #expect(throws: Problem.self) {
      try verification(ofArchive: bytes, limits: BundleLimits(files: 3))
    }
    #expect(entries?.message.contains("more than 3 entries") == true)
    let size = #expect(throws: Problem.self) {
      try verification(ofArchive: bytes, limits: BundleLimits(bytes: 1000))
    }
    #expect(size?.message.contains("more than 1000 bytes") == true)
  }

  @Test(arguments: ["a.tar", "a.tgz", "folder"])
  func `no more is read into memory than the limits allow, whatever stands for it`(
    name: String
  ) throws {
    let folder = try TemporaryFolder()
    let blanks = [UInt8](repeating: 0x20, count: 1 << 20)
    let destination = BundleDestination(path: folder.path(name))
    for path in ["data/report.json", "data/inputs/files/large.txt"] {
      let file = BundleFile(path: path, bytes: blanks)
      let path = "\(destination.path).\(path.count).\(name)"
      let form = name == "folder" ? .directory(path) : BundleDestination(path: path)
      try BundleWriter.write([file], named: "top", modified: 0, to: form)
      func verify(_ limits: BundleLimits) throws -> BundleVerification {
        try BundleVerifier.verify(path, limits: limits, readingReport: BundleFixture.facts(of:))
      }
      #expect(try verify(BundleLimits(held: 1 << 20)).fileCount == 1)
      guard file.path == "data/report.json" else {
        #expect(try verify(BundleLimits(held: 0)).fileCount == 1)
        continue
      }
      let error = #expect(throws: Problem.self) { try verify(BundleLimits(held: 1 << 19)) }
      #expect(error?.message.contains("more than 524288 bytes beside inputs") == true)
    }
  }

  @Test(arguments: [[], [0x1F, 0x8B], Array("PK\u{3}\u{4}".utf8), Array("not an archive".utf8)])
  func `a file that is no archive is refused`(bytes: [UInt8]) {
    #expect(throws: Problem.self) { try verification(ofArchive: bytes) }
  }

  @Test func `an archive of zeros is an empty bundle`() throws {
    let result = try verification(ofArchive: [UInt8](repeating: 0, count: 1024))
    #expect(result.commit == nil)
    #expect(result.evidenceDigest == nil)
    #expect(result.problems.count == 10, "each required file is missing")
  }

  @Test func `no mutation of an archive crashes the reader or passes`() throws {
    for seed in UInt64(0)..<200 {
      var generator = SeededGenerator(seed: seed)
      var bytes = try archive(seed.isMultiple(of: 2) ? "a.tar" : "a.tgz")
      let original = bytes
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let index = Int.random(in: bytes.indices.dropFirst(10), using: &generator)
        let end = min(bytes.count, index + Int.random(in: 0...600, using: &generator))
        bytes.replaceSubrange(index..<end, with: generator.bytes(atMost: 600))
      }
      guard bytes != original else { continue }
      #expect(Self.isCaught(bytes), "seed \(seed)")
    }
  }
}
