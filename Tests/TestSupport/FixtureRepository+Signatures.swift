// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import Digests
internal import GateModel

extension FixtureRepository {
  /// Signs the last commit of the branch in the form of OpenSSH, and returns its new id.
  @discardableResult
  package func signLastCommit(with key: SigningKey) throws -> String {
    guard let last = try target(of: "refs/heads/\(branch)") else {
      throw FixtureError("signLastCommit", "no commit")
    }
    let text = String(decoding: try bytes(of: last), as: UTF8.self)
    var id = git_oid()
    try call("git_commit_create_with_signature") {
      git_commit_create_with_signature(&id, pointer, text, SSHSigning.armored(text, key), nil)
    }
    try point("refs/heads/\(branch)", to: id)
    return try target(of: "refs/heads/\(branch)") ?? last
  }

  /// Adds a signed tag; without a key, one with the signature that is made of its text.
  package func signedTag(
    _ name: String,
    of target: String,
    by tagger: String = "Bea Fixture <bea@example.org>",
    with key: SigningKey? = nil,
    signing: (String) -> String = { _ in "" }
  ) throws {
    let text = """
      object \(target)
      type commit
      tag \(name)
      tagger \(tagger) \(Self.firstSecond) +0000

      Release \(name)

      """
    let armour = key.map { SSHSigning.armored(text, $0) } ?? signing(text)
    try reference("refs/tags/\(name)", to: write(Array((text + armour).utf8), as: .tag))
  }

  private func bytes(of id: String) throws -> [UInt8] {
    var (database, object): (OpaquePointer?, OpaquePointer?) = (nil, nil)
    defer {
      git_odb_object_free(object)
      git_odb_free(database)
    }
    var id = try objectID(id)
    try call("git_repository_odb") { git_repository_odb(&database, pointer) }
    try call("git_odb_read") { git_odb_read(&object, database, &id) }
    let buffer = UnsafeRawBufferPointer(
      start: git_odb_object_data(object),
      count: git_odb_object_size(object)
    )
    return Array(buffer)
  }
}

/// Signing as `ssh-keygen -Y sign -n git` does with an Ed25519 key (OpenSSH, PROTOCOL.sshsig).
enum SSHSigning {
  static func armored(_ message: String, _ key: SigningKey) -> String {
    let body = key.publicKey.pem.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
    let blob = strings([
      Array("ssh-ed25519".utf8), Array((Base64.bytes(of: body) ?? []).suffix(32)),
    ])
    let digest = ContentDigest(sha256Of: Array(message.utf8)).bytes
    let head = Array("SSHSIG".utf8)
    let names = [Array("git".utf8), [], Array("sha256".utf8)]
    do {
      let signature = try key.signature(for: head + strings(names + [digest]))
      let wrapped = strings([Array("ssh-ed25519".utf8), signature])
      let whole = head + [0, 0, 0, 1] + strings([blob] + names + [wrapped])
      let text = Base64.text(of: whole)
      return "-----BEGIN SSH SIGNATURE-----\n\(text)\n-----END SSH SIGNATURE-----\n"
    } catch {
      return "no signature: \(error)"
    }
  }

  private static func strings(_ parts: [[UInt8]]) -> [UInt8] {
    parts.flatMap { part in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: part.count >> $0) } + part
    }
  }
}
