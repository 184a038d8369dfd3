// SPDX-License-Identifier: Apache-2.0

import Digests
import Foundation
import GateModel
import RulePacks
import Testing

/// The program holds its packs packed, and knows their digests without hashing them at every start.
@Suite struct ShippedDigestTests {
  private static let gates = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "gates")

  @Test(arguments: ShippedPacks.names)
  func `the files of a pack are those of the checkout to the byte`(name: String) throws {
    let files = try #require(ShippedPacks.files(of: name))
    #expect(files.contains { $0.path == "pack.yaml" })
    for file in files {
      let bytes = Array(try Data(contentsOf: Self.gates.appending(path: "\(name)/\(file.path)")))
      #expect(file.bytes == bytes && file.size == bytes.count, "\(name)/\(file.path)")
      #expect(file.sha256 == ContentDigest(sha256Of: bytes), "\(name)/\(file.path)")
    }
  }

  @Test func `no file that a pack consists of is left out`() throws {
    for name in ShippedPacks.names {
      let paths = try FileManager.default
        .subpathsOfDirectory(atPath: Self.gates.appending(path: name).path)
        .filter { $0 == "pack.yaml" || $0.hasPrefix("rules/") || $0.hasPrefix("fixtures/") }
        .filter { path in
          let file = Self.gates.appending(path: "\(name)/\(path)")
          return try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
        }
      let files = try #require(ShippedPacks.files(of: name))
      let embedded = Set(files.map(\.path)).subtracting([
        RequirementPhrases.fileName, PackImage.fileName,
      ])
      #expect(Set(paths) == embedded, "\(name)")
    }
    #expect(!ShippedPacks.sharedFixtures.isEmpty)
    #expect(ShippedPacks.sharedFixtures.allSatisfy { $0.path.hasPrefix("fixtures/") })
  }
}
