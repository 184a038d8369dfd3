// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import GateModel

extension Repository {
  /// Whether a commit is another one or lies in its history.
  ///
  /// - Throws: With kind `shallow` when the history was cut off before the answer was found.
  package func isAncestor(_ ancestor: ObjectID, of commit: ObjectID) throws(GitError) -> Bool {
    if ancestor == commit { return true }
    let attempt = "find out whether \(ancestor.short) lies in the history of \(commit.short)"
    guard !isShallow else { return try isAncestorWithinCut(ancestor, of: commit, attempt) }
    var (older, newer) = (ancestor.raw, commit.raw)
    let code = git_graph_descendant_of(shared.pointer, &newer, &older)
    try check("git_graph_descendant_of", attempt) { code }
    return code == 1
  }

  /// Walks what a shallow clone has; only a commit that was met is a certain answer.
  private func isAncestorWithinCut(
    _ ancestor: ObjectID,
    of commit: ObjectID,
    _ attempt: String
  ) throws(GitError) -> Bool {
    var seen: Set<ObjectID> = [commit]
    var waiting = [commit]
    var isCut = false
    while let id = waiting.popLast() {
      for parent in try facts(of: id, attempt).parents where seen.insert(parent).inserted {
        if parent == ancestor { return true }
        if shared.has(parent) { waiting.append(parent) } else { isCut = true }
      }
    }
    guard !isCut else { throw .shallow(attempt) }
    return false
  }
}

extension Repository {
  /// The commit at which one line of history left another, as `git merge-base` finds it.
  ///
  /// - Returns: The commit, or nil when the two have nothing in common.
  /// - Throws: With kind `shallow` when the history was cut off before it.
  package func mergeBase(of one: ObjectID, and other: ObjectID) throws(GitError) -> ObjectID? {
    let attempt = "find out where \(other.short) left \(one.short)"
    var (left, right, base) = (one.raw, other.raw, git_oid())
    let code = git_merge_base(&base, shared.pointer, &left, &right)
    guard code == GIT_ENOTFOUND.rawValue || isShallow && code < 0 else {
      try check("git_merge_base", attempt) { code }
      return ObjectID(base)
    }
    git_error_clear()
    guard !isShallow else { throw .shallow(attempt) }
    return nil
  }
}

extension GitError {
  static func shallow(_ attempt: String) -> GitError {
    GitError(.shallow, attempt: attempt, reason: "the clone is shallow and ends before the answer")
  }
}

extension SharedRepository {
  /// Whether an object is in the repository.
  func has(_ id: ObjectID) -> Bool {
    var id = id.raw
    return git_odb_exists(database, &id) == 1
  }
}
