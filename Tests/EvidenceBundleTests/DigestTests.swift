// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import GateModel
import Testing

/// The digests of the program agree with the examples of the standards.
@Suite struct DigestTests {
  @Test func `SHA-256 agrees with the examples of FIPS 180-4`() {
    #expect(
      ContentDigest(sha256Of: Array("abc".utf8)).hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    #expect(
      ContentDigest(sha256Of: []).hex
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
  }
}
