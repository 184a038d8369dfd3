// SPDX-License-Identifier: Apache-2.0

import Digests
import TestSupport
import Testing

/// Signatures that GnuPG made, verified without it.
@Suite("Signatures of OpenPGP") struct OpenPGPSignatureTests {
  private static let message = Array("a release\n".utf8)

  private func made(
    _ key: String,
    _ signature: String,
    _ message: [UInt8] = message
  ) throws -> Bool? {
    let signature = try #require(OpenPGPSignature(armored: signature))
    return try OpenPGPKey(armored: key).made(signature, over: message)
  }

  @Test(arguments: [
    (OpenPGPFixture.rsaKey, OpenPGPFixture.rsa), (OpenPGPFixture.rsaKey, OpenPGPFixture.rsa384),
    (OpenPGPFixture.subkeyKey, OpenPGPFixture.subkey),
    (OpenPGPFixture.p256Key, OpenPGPFixture.p256),
    (OpenPGPFixture.yearKey, OpenPGPFixture.year),
  ])
  func `a genuine signature holds for its message and its key alone`(
    key: String,
    signature: String
  ) throws {
    #expect(try made(key, signature) == true)
    #expect(try made(key, signature, Self.message + [10]) == false)
    #expect(try made(key, signature, []) == false)
    let others = [OpenPGPFixture.rsaKey, OpenPGPFixture.subkeyKey, OpenPGPFixture.p256Key]
    for other in others where other != key { #expect(try made(other, signature) == nil) }
  }

  @Test func `the fingerprint is that of the primary key`() throws {
    let key = try OpenPGPKey(armored: OpenPGPFixture.subkeyKey)
    #expect(key.fingerprint == "eae1b7f45181e9fb85c4d81de9bff3922c447f3d")
  }

  @Test func `what was made after its key ended, or of a text, does not hold`() throws {
    #expect(try made(OpenPGPFixture.yearKey, OpenPGPFixture.yearLate) == false)
    #expect(try made(OpenPGPFixture.rsaKey, OpenPGPFixture.rsaOfText) == false)
    #expect(try made(OpenPGPFixture.rsaKey, OpenPGPFixture.rsaThatEnds) == nil)
  }

  @Test func `a signature whose last lines are changed holds for nothing`() throws {
    for (key, text) in [
      (OpenPGPFixture.rsaKey, OpenPGPFixture.rsa),
      (OpenPGPFixture.subkeyKey, OpenPGPFixture.subkey),
      (OpenPGPFixture.p256Key, OpenPGPFixture.p256),
    ] {
      let letters = Array(text)
      let end = letters.count - 35
      for index in end - 80..<end where letters[index].isLetter {
        var changed = letters
        changed[index] = changed[index] == "A" ? "B" : "A"
        let signature = OpenPGPSignature(armored: String(changed))
        let isMade = try signature.flatMap {
          try OpenPGPKey(armored: key).made($0, over: Self.message)
        }
        #expect(isMade != true, "\(index)")
      }
      for length in stride(from: 0, to: letters.count - 30, by: 7) {
        #expect(OpenPGPSignature(armored: String(letters.prefix(length))) == nil)
      }
    }
  }

  @Test func `no cut or change of a key block makes more of it than it was`() throws {
    let signature = try #require(OpenPGPSignature(armored: OpenPGPFixture.subkey))
    let letters = Array(OpenPGPFixture.subkeyKey)
    var lost = 0
    for index in letters.indices where letters[index].isLetter {
      var changed = letters
      changed[index] = changed[index] == "A" ? "B" : "A"
      do {
        let key = try OpenPGPKey(armored: String(changed))
        if key.made(signature, over: Self.message + [1]) == true { Issue.record("\(index)") }
        if key.made(signature, over: Self.message) != true { lost += 1 }
      } catch {
        lost += 1
      }
    }
    #expect(lost > 300, "most of the block is signed")
  }

  /// What only a primary key says of a subkey, or a subkey of a primary key, binds neither.
  @Test func `a subkey counts when both keys vouch for each other`() throws {
    let (owner, other) = (SigningKey(generating: .ed25519), SigningKey(generating: .ed25519))
    let text = "a release\n"
    let signature = try #require(OpenPGPSignature(armored: OpenPGPSigning.armored(text, other)))
    for (binding, isMade) in [
      (OpenPGPSigning.Binding.mutual, true as Bool?), (.primaryAlone, nil), (.subkeyAlone, nil),
      (.withoutSigning, nil), (.revoked, nil),
    ] {
      let block = OpenPGPSigning.block(of: owner, subkey: other, binding)
      let key = try OpenPGPKey(armored: block)
      #expect(key.made(signature, over: Array(text.utf8)) == isMade, "\(binding)")
    }
  }

  @Test func `a key that was revoked, is nobody's or is of another kind is refused`() {
    let key = SigningKey(generating: .ed25519)
    for block in [
      OpenPGPSigning.block(of: key, isRevoked: true),
      OpenPGPSigning.block(of: key, isCertified: false),
      OpenPGPFixture.rsa, "", key.publicKey.pem,
    ] {
      #expect(throws: KeyError.self) { try OpenPGPKey(armored: block) }
    }
  }
}
