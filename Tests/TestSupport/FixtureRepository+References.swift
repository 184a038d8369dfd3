// SPDX-License-Identifier: Apache-2.0

import CGit2
import GateModel
import GitStore

extension FixtureRepository {
  /// Goes on with another branch, which starts at a commit.
  package func switchBranch(to name: String, at commit: String? = nil) throws {
    if let commit { try point("refs/heads/\(name)", to: objectID(commit)) }
    branch = name
    try call("git_repository_set_head") {
      git_repository_set_head(pointer, "refs/heads/\(name)")
    }
  }

  /// Lets `HEAD` name a commit instead of a branch.
  package func detachHead(at commit: String) throws {
    var id = try objectID(commit)
    try call("git_repository_set_head_detached") {
      git_repository_set_head_detached(pointer, &id)
    }
  }

  /// Adds a tag that is an object of its own and returns the id of that object.
  @discardableResult
  package func annotatedTag(
    _ name: String,
    of target: String,
    type: String = "commit"
  ) throws
    -> String
  {
    let id = try write(
      Array(
        """
        object \(target)
        type \(type)
        tag \(name)
        tagger Ada Fixture <ada@example.org> \(Self.firstSecond) +0000

        Tag \(name)

        """.utf8
      ),
      as: .tag
    )
    try reference("refs/tags/\(name)", to: id)
    return id
  }

  /// Lets any reference name any object.
  package func reference(_ name: String, to target: String) throws {
    try point(name, to: objectID(target))
  }

  func point(_ name: String, to id: git_oid) throws {
    var id = id
    var reference: OpaquePointer?
    defer { git_reference_free(reference) }
    try call("git_reference_create") {
      git_reference_create(&reference, pointer, name, &id, 1, nil)
    }
  }

  /// The object that a reference names, or nil when there is no such reference.
  func target(of name: String) throws -> String? {
    var id = git_oid()
    let code = git_reference_name_to_id(&id, pointer, name)
    return code == 0 ? text(of: id) : nil
  }
}
