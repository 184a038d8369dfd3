// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import Foundation
import GateModel
import Testing

/// Signatures are those that other people's programs make and verify.
@Suite struct EnvelopeTests {
  @Test func `the encoding that is signed agrees with the example of the DSSE protocol`() {
    let encoding = Envelope.encoding(
      of: Array("hello world".utf8),
      type: "http://example.com/HelloWorld"
    )
    #expect(
      String(decoding: encoding, as: UTF8.self)
        == "DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )
  }

  @Test(arguments: SigningKey.Algorithm.allCases)
  func `what a key signed is read back, and no other key made it`(
    algorithm: SigningKey.Algorithm
  ) throws {
    let key = try SigningKey(pem: SigningKey(generating: algorithm).pem)
    let other = SigningKey(generating: algorithm).publicKey
    let envelope = try Envelope(signing: Array("{}".utf8), with: key)
    let read = try Envelope(reading: envelope.bytes)
    #expect(read == envelope)
    let publicKey = try PublicKey(pem: key.publicKey.pem)
    #expect(read.isSigned(by: publicKey) && !read.isSigned(by: other))
    #expect(publicKey.id == read.keyID && publicKey.id.count == 64)
  }

  @Test func `an envelope has one form only`() throws {
    let key = SigningKey(generating: .ed25519)
    let bytes = try Envelope(signing: Array("{}".utf8), with: key).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let changes = [
      text + "\n", " " + text, text.replacingOccurrences(of: "e30=", with: "e30"),
      text.replacingOccurrences(of: "e30=", with: "e31="),
      text.replacingOccurrences(of: "in-toto", with: "other"),
      text.replacingOccurrences(
        of: "\"signatures\":[",
        with: "\"signatures\":[{\"keyid\":\"\",\"sig\":\"\"},"
      ),
      text.replacingOccurrences(
        of: "\"signatures\":\\[.*\\]",
        with: "\"signatures\":[]",
        options: .regularExpression
      ),
      text.replacingOccurrences(
        of: "\"signatures\":\\[(\\{[^}]*\\})",
        with: "\"signatures\":[$1,$1",
        options: .regularExpression
      ),
      "{}", "",
    ]
    for change in changes {
      #expect(throws: Problem.self, "\(change)") { try Envelope(reading: Array(change.utf8)) }
    }
  }

  @Test func `base64 agrees with RFC 4648`() {
    let examples = [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]
    for (plain, text) in examples {
      #expect(Base64.text(of: Array(plain.utf8)) == text)
      #expect(Base64.bytes(of: text) == Array(plain.utf8))
    }
    for text in ["Zg", "Zg=", "Zh==", "Z===", "Zm9v\n", "Zm9-", "====", "Zg==Zg=="] {
      #expect(Base64.bytes(of: text) == nil, "\(text)")
    }
  }

  @Test(arguments: [
    "", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
  ])
  func `what is no key is refused`(text: String) {
    #expect(throws: KeyError.self) { try SigningKey(pem: text) }
    #expect(throws: KeyError.self) { try PublicKey(pem: text) }
  }

  @Test(
    .enabled(if: Program.isInstalled("openssl")),
    arguments: [
      ("openssl genpkey -algorithm ed25519 -out k", true),
      ("openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out k", false),
      ("openssl ecparam -name prime256v1 -genkey -out k", false),
    ]
  )
  func `openssl verifies what a key that it made has signed`(command: String, isRaw: Bool) throws {
    let folder = try TemporaryFolder()
    let made = try Program.run(["sh", "-c", command], in: folder.path)
    #expect(made.status == 0, "\(made.output)")
    let key = try SigningKey(pem: String(decoding: try folder.bytes(of: "k"), as: UTF8.self))
    let envelope = try Envelope(signing: Array(#"{"a":1}"#.utf8), with: key)
    _ = try folder.write(Envelope.encoding(of: envelope.payload), to: "pae")
    _ = try folder.write(envelope.signature, to: "sig")
    _ = try folder.write(Array(key.publicKey.pem.utf8), to: "pub")
    let verify =
      isRaw
      ? "openssl pkeyutl -verify -pubin -inkey pub -rawin -in pae -sigfile sig"
      : "openssl dgst -sha256 -verify pub -signature sig pae"
    let verified = try Program.run(["sh", "-c", verify], in: folder.path)
    #expect(verified.status == 0, "\(verified.output)")
    let id = try Program.run(
      ["sh", "-c", "openssl pkey -pubin -in pub -outform DER | sha256sum"],
      in: folder.path
    )
    #expect(id.output.hasPrefix(key.publicKey.id))
  }
}
