// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import GateModel
internal import Texts

/// A commit or tag that somebody signed, taken apart.
package struct SignedObject: Hashable, Sendable {
  /// The name of the tag below `refs/tags/`; nil for a commit.
  package var tag: String?
  /// The signature with its armour.
  package var signature: String
  /// What was signed.
  package var payload: [UInt8]
  /// Who recorded the commit or made the tag, as it says.
  package var signer: CommitIdentity?
}

extension Repository {
  /// The signature of a commit, or nil where it has none.
  package func signature(of commit: ObjectID) throws(GitError) -> SignedObject? {
    let attempt = "read the signature of commit \(commit.short)"
    let facts = try facts(of: commit, attempt)
    guard facts.hasSignature else { return nil }
    var (signature, payload) = (git_buf(), git_buf())
    defer {
      git_buf_dispose(&signature)
      git_buf_dispose(&payload)
    }
    var id = commit.raw
    try check("git_commit_extract_signature", attempt) {
      git_commit_extract_signature(&signature, &payload, shared.pointer, &id, nil)
    }
    return SignedObject(
      tag: nil,
      signature: String(decoding: Self.bytes(of: signature), as: UTF8.self),
      payload: Self.bytes(of: payload),
      signer: facts.committer
    )
  }

  private static func bytes(of buffer: git_buf) -> [UInt8] {
    buffer.ptr.map { Array(UnsafeRawBufferPointer(start: $0, count: buffer.size)) } ?? []
  }

  /// The signed tags of a commit, by name.
  package func signedTags(of commit: ObjectID) throws(GitError) -> [SignedObject] {
    let attempt = "read the tags of commit \(commit.short)"
    var names = git_strarray()
    try check("git_tag_list", attempt) { git_tag_list(&names, shared.pointer) }
    defer { git_strarray_dispose(&names) }
    var tags: [SignedObject] = []
    for index in 0..<names.count {
      guard let name = names.strings[index].map({ text(of: $0) }),
        let tag = try signedTag(named: name, of: commit, attempt)
      else { continue }
      tags.append(tag)
    }
    return tags.sorted { ($0.tag ?? "").utf8.lexicographicallyPrecedes(($1.tag ?? "").utf8) }
  }

  /// A tag with a signature that leads straight to a commit; nil for any other.
  private func signedTag(
    named name: String,
    of commit: ObjectID,
    _ attempt: String
  ) throws(GitError) -> SignedObject? {
    var id = git_oid()
    guard git_reference_name_to_id(&id, shared.pointer, "refs/tags/\(name)") == 0 else {
      git_error_clear()
      return nil
    }
    var pointer: OpaquePointer?
    guard git_tag_lookup(&pointer, shared.pointer, &id) == 0, let tag = pointer else {
      git_error_clear()
      return nil
    }
    defer { git_tag_free(tag) }
    // Under another name than was signed a tag would say what nobody said.
    guard let target = git_tag_target_id(tag), ObjectID(target.pointee) == commit,
      git_tag_name(tag).map({ text(of: $0) }) == name
    else { return nil }
    let raw = try shared.rawObject(ObjectID(id), attempt).bytes
    guard let start = Self.signatureStart(in: raw) else { return nil }
    return SignedObject(
      tag: name,
      signature: String(decoding: raw[start...], as: UTF8.self),
      payload: Array(raw[..<start]),
      signer: git_tag_tagger(tag).map { CommitIdentity($0.pointee) }
    )
  }

  /// Where the signature of a tag begins: a tag is signed as a whole, and the signature is put behind it.
  private static func signatureStart(in bytes: [UInt8]) -> Int? {
    let heading = Array("-----BEGIN ".utf8)
    return bytes.indices.last { index in
      bytes[index...].starts(with: heading) && (index == 0 || bytes[index - 1] == ASCII.lineFeed)
    }
  }
}
