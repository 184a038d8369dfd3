// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import GateModel

/// Who wrote or recorded a commit, and when, as the commit itself says.
///
/// The texts are what the person's git was configured with: a claim, not a proof.
package struct CommitIdentity: Hashable, Sendable {
  /// The name.
  package var name: String
  /// The e-mail address.
  package var email: String
  /// The time, in seconds since 1970-01-01T00:00:00Z.
  package var unixSeconds: Int64
  /// The person's distance from UTC at that time, in minutes.
  package var offsetMinutes: Int
}

/// What one commit says about itself.
package struct CommitFacts: Hashable, Sendable {
  /// The id of the commit.
  package var id: ObjectID
  /// The tree of files that it records.
  package var tree: ObjectID
  /// The commits that it follows, in order; empty for the first one.
  package var parents: [ObjectID]
  /// Who wrote the change.
  package var author: CommitIdentity
  /// Who recorded it, such as the person or service that merged it.
  package var committer: CommitIdentity
  /// The first paragraph of the message, on one line.
  package var summary: String
  /// Whether the commit carries a signature; nothing is said about whether it is good.
  package var hasSignature: Bool
}

extension CommitFacts {
  /// Copies the facts out of a commit of libgit2.
  init(copying commit: OpaquePointer) throws(GitError) {
    guard let id = git_commit_id(commit), let tree = git_commit_tree_id(commit),
      let author = git_commit_author(commit), let committer = git_commit_committer(commit)
    else {
      throw GitError(.corrupt, attempt: "read a commit", reason: "it names no tree or author")
    }
    self.init(
      id: ObjectID(id.pointee),
      tree: ObjectID(tree.pointee),
      parents: (0..<git_commit_parentcount(commit)).compactMap { index in
        git_commit_parent_id(commit, index).map { ObjectID($0.pointee) }
      },
      author: CommitIdentity(author.pointee),
      committer: CommitIdentity(committer.pointee),
      summary: git_commit_summary(commit).map { text(of: $0) } ?? "",
      hasSignature: ["gpgsig", "gpgsig-sha256"].contains { Self.has(header: $0, commit) }
    )
  }

  /// Refuses a commit whose day nobody can tell.
  ///
  /// libgit2 takes the first of several committers and git the last one, and neither says a word about a
  /// time beyond every calendar: a day before such a commit would count as one after it.
  ///
  /// - Throws: With kind `corrupt`.
  static func requireOneDay(of commit: OpaquePointer, _ attempt: String) throws(GitError) {
    let header = git_commit_raw_header(commit).map { text(of: $0) } ?? ""
    let count = header.split(separator: "\n").count { $0.hasPrefix("committer ") }
    let time = git_commit_committer(commit)?.pointee.when.time
    guard count == 1, time.flatMap({ CalendarDate(unixSeconds: $0) }) != nil else {
      throw GitError(
        .corrupt,
        attempt: attempt,
        reason: "the commit has \(count == 1 ? "a time that is no day" : "\(count) committers")"
      )
    }
  }

  private static func has(header: String, _ commit: OpaquePointer) -> Bool {
    var value = git_buf()
    defer { git_buf_dispose(&value) }
    let code = git_commit_header_field(&value, commit, header)
    git_error_clear()
    return code == 0
  }
}

extension CommitIdentity {
  /// Copies a signature of libgit2.
  init(_ signature: git_signature) {
    name = signature.name.map { text(of: $0) } ?? ""
    email = signature.email.map { text(of: $0) } ?? ""
    unixSeconds = signature.when.time
    offsetMinutes = Int(signature.when.offset)
  }
}
