// SPDX-License-Identifier: Apache-2.0

import Digests
import GateModel
import RulePacks
import Testing

/// The program knows the digests of its packs without hashing them at every start.
@Suite struct ShippedDigestTests {
  @Test(arguments: ShippedPacks.names)
  func `the digests that the build wrote are those of the files`(name: String) throws {
    let files = try #require(ShippedPacks.files(of: name))
    for file in files {
      #expect(file.sha256 == ContentDigest(sha256Of: file.bytes), "\(name)/\(file.path)")
    }
  }
}
