// SPDX-License-Identifier: Apache-2.0

import Digests
import Testing

/// Public keys are read as people hand them on.
@Suite("Public keys") struct KeyTextTests {
  /// Keys that ssh-keygen made, with what Python's `cryptography` makes of them.
  private static let pairs = [
    (
      ssh: """
      ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN+wf9FvgtfSfL5GfQixLN77JQUkiyN0CiT2f7aMHMQJ \
      someone@example.org
      """,
      pem: """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEA37B/0W+C19J8vkZ9CLEs3vslBSSLI3QKJPZ/towcxAk=
      -----END PUBLIC KEY-----

      """
    ),
    (
      ssh: """
      ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBJFDbOTlpSFgnucI8sIL\
      BU3TePcKEx3lCNM6NNiswURzLxYlcJM5KMbMukB3eznRMlzEl+UN9oVTqZRX5Pq9P8c= x
      """,
      pem: """
      -----BEGIN PUBLIC KEY-----
      MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEkUNs5OWlIWCe5wjywgsFTdN49woT
      HeUI0zo02KzBRHMvFiVwkzkoxsy6QHd7OdEyXMSX5Q32hVOplFfk+r0/xw==
      -----END PUBLIC KEY-----

      """
    ),
  ]

  @Test(arguments: pairs)
  func `the line of OpenSSH and the PEM of a key are one key`(ssh: String, pem: String) throws {
    let key = try PublicKey(text: ssh)
    #expect(key.pem == pem)
    #expect(try PublicKey(text: pem) == key)
    #expect(try PublicKey(text: "  \(ssh)\n") == key)
  }

  @Test(arguments: pairs)
  func `a line of OpenSSH that is cut, longer or of another kind is no key`(
    ssh: String,
    pem: String
  ) throws {
    let words = ssh.split(separator: " ").map(String.init)
    let bytes = try #require(Base64.bytes(of: words[1]))
    for count in 0..<bytes.count {
      let text = "\(words[0]) \(Base64.text(of: Array(bytes.prefix(count))))"
      #expect(throws: KeyError.self) { try PublicKey(text: text) }
    }
    for text in [
      "\(words[0]) \(Base64.text(of: bytes + [0]))", "ssh-rsa \(words[1])", words[0], "",
      "\(words[0]) %%%",
    ] {
      #expect(throws: KeyError.self) { try PublicKey(text: text) }
    }
  }
}
