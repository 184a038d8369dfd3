// SPDX-License-Identifier: Apache-2.0

import CGit2
import Foundation

/// A repository whose ids are constants: author, time and branch never differ.
///
/// Commit number n is made n minutes after 2026-11-20T06:13:20Z by Ada Fixture.
package final class FixtureRepository {
  /// The folder with the files, or the repository itself if it is bare.
  package let directory: TemporaryDirectory
  /// The branch that the next commit goes to.
  package internal(set) var branch: String

  let pointer: OpaquePointer
  private let isBare: Bool
  private var commitCount = 0

  /// The time of the first commit, in seconds since 1970.
  package static let firstSecond: Int64 = 1_795_155_200

  /// Creates a repository without a commit, whose `HEAD` names a branch.
  ///
  /// Its folder is made below the parent, or in the system's folder for temporary files.
  package init(branch: String = "main", isBare: Bool = false, in parent: String? = nil) throws {
    directory = try TemporaryDirectory(in: parent)
    self.branch = branch
    self.isBare = isBare
    var options = git_repository_init_options()
    git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
    options.flags = GIT_REPOSITORY_INIT_MKPATH.rawValue
    if isBare { options.flags |= GIT_REPOSITORY_INIT_BARE.rawValue }
    var created: OpaquePointer?
    let path = directory.path
    try call("git_repository_init_ext") {
      branch.withCString { head in
        options.initial_head = head
        return git_repository_init_ext(&created, path, &options)
      }
    }
    guard let created else { throw FixtureError("git_repository_init_ext", "no repository") }
    pointer = created
  }

  deinit { git_repository_free(pointer) }

  /// The path of the repository.
  package var path: String { directory.path }

  /// The folder that holds the repository itself.
  package var gitDirectory: String { isBare ? path : path + "/.git" }

  /// Adds a commit to the current branch and returns its id.
  ///
  /// The files replace those of the same path; further parents make the commit a merge.
  @discardableResult
  package func commit(
    _ files: [String: FixtureFile] = [:],
    removing removed: [String] = [],
    merging merged: [String] = [],
    message: String = "Change files"
  ) throws -> String {
    try commit(
      named: files.map { (Array($0.key.utf8), $0.value) },
      removing: removed,
      merging: merged,
      message: message
    )
  }

  /// Adds a commit with files whose names need not be UTF-8.
  @discardableResult
  package func commit(
    named files: [(name: [UInt8], file: FixtureFile)],
    removing removed: [String] = [],
    merging merged: [String] = [],
    message: String = "Change files"
  ) throws -> String {
    let first = try target(of: "refs/heads/\(branch)").map { [$0] } ?? []
    let tree = try tree(files, removing: removed, from: first.first)
    return try commit(tree: tree, parents: first + merged, message: message)
  }

  /// Adds a commit with any tree to the current branch.
  @discardableResult
  package func commit(
    tree: String,
    parents: [String],
    message: String = "Change files"
  ) throws -> String {
    defer { commitCount += 1 }
    var id = git_oid()
    var treeID = try objectID(tree)
    var signature: UnsafeMutablePointer<git_signature>?
    let time = Self.firstSecond + Int64(commitCount) * 60
    try call("git_signature_new") {
      git_signature_new(&signature, "Ada Fixture", "ada@example.org", time, 0)
    }
    defer { git_signature_free(signature) }
    var parentIDs = try parents.map(objectID)
    try parentIDs.withUnsafeMutableBufferPointer { ids in
      var pointers = ids.indices.map { index in
        ids.baseAddress.map { UnsafePointer($0 + index) }
      }
      try call("git_commit_create_from_ids") {
        git_commit_create_from_ids(
          &id,
          pointer,
          nil,
          signature,
          signature,
          nil,
          message,
          &treeID,
          ids.count,
          &pointers
        )
      }
    }
    try point("refs/heads/\(branch)", to: id)
    return text(of: id)
  }
}
