// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import GateModel
import TestSupport
import Testing

/// A git pack is read with suspicion.
@Suite struct PackTests {
  private static let objects = BundleFixture.repository.objects
  private static let pack = PackFixture.pack(objects)

  /// What verification says of a pack in an otherwise sound bundle.
  private func complaints(
    about pack: [UInt8],
    limits: BundleLimits = BundleLimits()
  ) throws
    -> [String]
  {
    var contents = BundleFixture.contents()
    contents.repositoryPack = .held(pack)
    let folder = try TemporaryFolder()
    let path = folder.path("bundle.tar")
    try BundleWriter.write(
      EvidenceBundle.heldFiles(of: contents),
      named: "b",
      modified: 0,
      to: .tar(path)
    )
    let result = try BundleVerifier.verify(
      path,
      limits: limits,
      readingReport: BundleFixture.facts(of:)
    )
    return result.problems.filter { $0.path == "data/repo/objects.pack" }.map(\.message)
  }

  struct Damage: CustomTestStringConvertible {
    let testDescription: String
    let pack: [UInt8]
    let what: String

    init(_ name: String, _ pack: [UInt8], _ what: String) {
      (testDescription, self.pack, self.what) = (name, pack, what)
    }
  }

  private static func altered(_ change: (inout [UInt8]) -> Void) -> [UInt8] {
    var body = Array(pack.dropLast(20))
    change(&body)
    return PackFixture.sealed(body)
  }

  private static func holding(code: UInt8, size: Int, _ rest: [UInt8]) -> [UInt8] {
    PackFixture.sealed(
      Array("PACK".utf8) + [0, 0, 0, 2, 0, 0, 0, 1] + PackFixture.header(code: code, size: size)
        + rest
    )
  }

  static let damages = [
    Damage("empty", [], "ends too early"),
    Damage("cut off", Array(pack.dropLast()), "checksum"),
    Damage("not a pack", altered { $0[0] = 0 }, "is not a git pack of version 2"),
    Damage("version 3", altered { $0[7] = 3 }, "is not a git pack of version 2"),
    Damage("one object too few", altered { $0[11] -= 1 }, "after its last object"),
    Damage("one object too many", altered { $0[11] += 1 }, "ends too early"),
    Damage("four billion objects", altered { $0[8] = 0xFF }, "states 42"),
    Damage("an object twice", PackFixture.pack(objects + [objects[0]]), "twice"),
    Damage("a delta by offset", holding(code: 6, size: 3, [1] + PackFixture.stored([1])), "delta"),
    Damage("a delta by id", holding(code: 7, size: 3, [1] + PackFixture.stored([1])), "delta"),
    Damage("type 0", holding(code: 0, size: 1, PackFixture.stored([1])), "unknown type"),
    Damage("type 5", holding(code: 5, size: 1, PackFixture.stored([1])), "unknown type"),
    Damage("a size too large", holding(code: 3, size: 9, PackFixture.stored([1])), "shorter"),
    Damage("a size too small", holding(code: 3, size: 1, PackFixture.stored([1, 2])), "more than"),
    Damage("a size of 2^59", holding(code: 3, size: 1 << 59, PackFixture.stored([1])), "size"),
    Damage("a size of 2^40", holding(code: 3, size: 1 << 40, PackFixture.stored([1])), "too many"),
    Damage("damaged packing", holding(code: 3, size: 1, [0x78, 0x01, 0xFF, 0xFF]), "damaged"),
    Damage("unfinished packing", holding(code: 3, size: 1, [0x78, 0x01]), "in the middle"),
    Damage("a tree that is none", PackFixture.pack(objects + [badTree]), "is not a tree of git"),
    Damage("a tree of one name twice", PackFixture.pack(objects + [doubleTree]), "twice"),
    Damage("a tag", PackFixture.pack(objects + [tag]), "does not lead"),
  ]

  private static let badTree = ObjectFixture(kind: .tree, bytes: Array("100644 a\u{0}short".utf8))
  private static let tag = ObjectFixture(kind: .tag, bytes: Array("object x\n".utf8))
  private static let doubleTree = ObjectFixture.tree([
    ("100644", [0x61], objects[0].rawID), ("100644", [0x61], objects[0].rawID),
  ])

  @Test(arguments: damages)
  func `a damaged pack is named for its damage`(damage: Damage) throws {
    let complaints = try complaints(about: damage.pack)
    #expect(complaints.contains { $0.contains(damage.what) }, "\(complaints)")
  }

  @Test func `a pack whose objects together unpack beyond the limit is refused`() throws {
    let objects = try Self.packedMegabyte(of: 0) + Self.packedMegabyte(of: 1)
    let pack = PackFixture.sealed(Array("PACK".utf8) + [0, 0, 0, 2, 0, 0, 0, 2] + objects)
    #expect(pack.count < 10_000)
    let fitting = try complaints(about: pack, limits: BundleLimits(bytes: 5 << 19))
    #expect(fitting.allSatisfy { !$0.contains("too many bytes") })
    let exceeding = try complaints(about: pack, limits: BundleLimits(bytes: 3 << 19))
    #expect(exceeding == ["unpacks to too many bytes"])
  }

  /// An object in a pack that is really compressed: the inside of a compressed archive.
  private static func packedMegabyte(of byte: UInt8) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let files = [BundleFile(path: "x", bytes: [UInt8](repeating: byte, count: 1 << 20))]
    for name in ["a.tar", "a.tgz"] {
      let destination = BundleDestination(path: folder.path(name))
      try BundleWriter.write(files, named: "t", modified: 0, to: destination)
    }
    let archive = try folder.bytes(of: "a.tar")
    let deflated = try folder.bytes(of: "a.tgz").dropFirst(10).dropLast(8)
    return PackFixture.header(code: 3, size: archive.count) + [0x78, 0x01] + deflated
      + PackFixture.adler32(archive)
  }

  @Test func `more objects than the limit are refused`() throws {
    let blobs = (0..<100).map { ObjectFixture.blob([UInt8($0)]) }
    let limits = BundleLimits(files: 50, bytes: 1 << 20)
    let complaints = try complaints(about: PackFixture.pack(blobs), limits: limits)
    #expect(complaints.contains { $0.contains("states 100 objects, more than 50") })
  }

  @Test func `no mutation of a pack crashes the reader or passes`() throws {
    for seed in UInt64(0)..<300 {
      var generator = SeededGenerator(seed: seed)
      let body = Self.altered { bytes in
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let index = Int.random(in: bytes.indices, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
          case 1: bytes.remove(at: index)
          default: bytes.insert(.random(in: 0...255, using: &generator), at: index)
          }
        }
      }
      guard body != Self.pack else { continue }
      #expect(try !complaints(about: body).isEmpty, "seed \(seed)")
    }
  }
}
