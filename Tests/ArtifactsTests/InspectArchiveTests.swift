// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

/// Logs in archives that use Zstandard, as inspect-ai writes them since 0.3.206.
@Suite struct InspectArchiveTests {
  static let header = Array(
    (#"{"version":2,"status":"success","eval":{"task":"t","model":"m"},"results":{"#
      + #""completed_samples":9,"scores":[{"metrics":{"accuracy":{"value":0.5}}}]}}"#).utf8
  )

  struct Packing: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let packed: [UInt8]

    init(_ description: String, _ packed: [UInt8]) {
      testDescription = description
      self.packed = packed
    }
  }

  private static func archive(_ packed: [UInt8]) -> [UInt8] {
    ArchiveFixture.zip([
      ArchiveEntry("samples/1.json", stored: Array("{}".utf8)),
      ArchiveEntry("header.json", method: 93, packed: packed, of: header),
    ])
  }

  private static func read(_ archive: [UInt8]) -> ReadOutcome {
    ArtifactReader().read(SourceFile(path: "logs/a.eval", bytes: archive))
  }

  @Test(arguments: [
    Packing("a frame of the library", FrameFixture.packed(header)),
    Packing("the densest frame", FrameFixture.packed(header, level: 19)),
    Packing("a frame without its size", FrameFixture.streamed(header)),
    Packing(
      "several frames",
      FrameFixture.streamed(Array(header[..<70])) + FrameFixture.packed(Array(header[70...]))
    ),
    Packing(
      "a frame to be skipped before it",
      [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 1, 2] + FrameFixture.packed(header)
    ),
  ])
  func `a log is read, however it is packed`(packing: Packing) throws {
    guard case .recognized(let artifacts, _) = Self.read(Self.archive(packing.packed)) else {
      Testing.Issue.record("not recognized")
      return
    }
    #expect(artifacts.map(\.format) == ["inspect-log"])
    #expect(artifacts[0].readings == [Reading("accuracy", 0.5, n: 9)])
    #expect(artifacts[0].issues.isEmpty)
  }

  @Test(arguments: [
    (Packing("cut off", FrameFixture.packed(header).dropLast()), "damaged"),
    (Packing("nothing", []), "damaged"),
    (Packing("no frame", Array("not packed at all".utf8)), "damaged"),
    (
      Packing("a dictionary", [0x28, 0xB5, 0x2F, 0xFD, 0x21, 7, 1, 9, 0, 0, 1]),
      "a dictionary that is not in the archive"
    ),
    (
      Packing("a window of 2 GiB", [0x28, 0xB5, 0x2F, 0xFD, 0, 21 << 3, 1, 0, 0]),
      "more than 16 MiB of memory"
    ),
    (
      Packing("a bomb", FrameFixture.packed([UInt8](repeating: 0x20, count: 1 << 24))),
      "the entry is larger than the directory says"
    ),
    (Packing("another text", FrameFixture.packed(header.reversed())), "size or checksum"),
    (Packing("a part", FrameFixture.packed(Array(header.dropLast()))), "size or checksum"),
  ])
  func `a log that cannot be unpacked is an issue`(packing: Packing, reason: String) throws {
    guard case .recognized(let artifacts, _) = Self.read(Self.archive(packing.packed)) else {
      Testing.Issue.record("not recognized")
      return
    }
    #expect(artifacts.map(\.issueCodes) == [["unreadable-archive"]])
    #expect(artifacts[0].issues[0].message.contains(reason), "\(artifacts[0].issues)")
    #expect(artifacts[0].issues[0].message.contains("commit the log as JSON"))
    #expect(artifacts[0].measurements.isEmpty)
  }

  @Test func `damaged archives are read, refused or passed over, never more`() {
    let whole = Self.archive(FrameFixture.packed(Self.header))
    for seed in 0..<UInt64(300) {
      var random = SeededBytes(seed: seed)
      if case .fault = Self.read(random.mutated(whole)) {
        Testing.Issue.record("seed \(seed): an archive is never a fault")
      }
    }
    for length in 0..<whole.count {
      if case .recognized = Self.read(Array(whole[..<length])) {
        Testing.Issue.record("\(length) of \(whole.count) bytes were read as an archive")
      }
    }
  }

  @Test(arguments: [
    "../header.json", "/header.json", "header.json/", "a/header.json", "header.JSON",
  ])
  func `an entry counts by its exact name only`(name: String) {
    let archive = ArchiveFixture.zip([ArchiveEntry(name, stored: Self.header)])
    guard case .notRecognized = Self.read(archive) else {
      Testing.Issue.record("\(name) was read")
      return
    }
  }
}
