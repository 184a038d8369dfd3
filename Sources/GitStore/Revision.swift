// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel
internal import Texts

extension Repository {
  /// The commit that a revision names.
  ///
  /// - Parameter revision: A branch, a tag, a full or short id, `HEAD`, `HEAD~2` or whatever else
  ///   gitrevisions(7) allows.
  /// - Returns: The facts of the commit; an annotated tag leads to its commit.
  /// - Throws: When nothing, or no commit, or more than one thing has this name.
  package func commit(for revision: String) throws(GitError) -> CommitFacts {
    let attempt = "resolve the revision '\(revision)'"
    try RevisionName(of: revision, in: shared)?.requireOneMeaning(attempt)
    let named = try object(named: revision, attempt)
    let commit: Owned<ObjectHandle>
    do {
      commit = try Owned(ObjectHandle.self, "git_object_peel", attempt) {
        git_object_peel(&$0, named.pointer, GIT_OBJECT_COMMIT)
      }
    } catch {
      guard error.kind == .notACommit || error.code == GIT_EINVALIDSPEC.rawValue else {
        throw error
      }
      throw error.retold(
        .notACommit,
        "it names a \(Self.typeName(of: named.pointer)), not a commit"
      )
    }
    try CommitFacts.requireOneDay(of: commit.pointer, attempt)
    return try CommitFacts(copying: commit.pointer)
  }

  /// The full name of the reference at the start of a revision; nil for an id.
  ///
  /// It is `refs/heads/main` for `main~2`, and for `HEAD` the branch that is checked out.
  package func reference(for revision: String) -> String? {
    guard let found = RevisionName(of: revision, in: shared)?.reference else { return nil }
    guard found == "HEAD" else { return found }
    var head: OpaquePointer?
    defer { git_reference_free(head) }
    guard git_reference_lookup(&head, shared.pointer, found) == 0,
      let target = git_reference_symbolic_target(head)
    else {
      git_error_clear()
      return found
    }
    return text(of: target)
  }

  private func object(
    named revision: String,
    _ attempt: String
  ) throws(GitError) -> Owned<ObjectHandle> {
    guard !revision.isEmpty, !revision.utf8.contains(0) else {
      throw GitError(.unknownRevision, attempt: attempt, reason: "this is no name of a revision")
    }
    do {
      return try Owned(ObjectHandle.self, "git_revparse_single", attempt) {
        git_revparse_single(&$0, shared.pointer, revision)
      }
    } catch {
      throw explained(error, revision)
    }
  }

  /// Finds out why a name leads nowhere.
  private func explained(_ error: GitError, _ revision: String) -> GitError {
    switch error.code {
    case GIT_EAMBIGUOUS.rawValue:
      return error.retold(.ambiguousRevision, "several objects have an id that starts like this")
    case GIT_ENOTFOUND.rawValue where namesUnbornHead(revision):
      return error.retold(.unbornBranch, "the checked-out branch has no commit yet")
    case GIT_ENOTFOUND.rawValue where startsAtKnownCommit(revision):
      return beyondHistory(error)
    case GIT_ENOTFOUND.rawValue:
      guard let target = target(of: revision) else { return unknown(error, revision) }
      return error.retold(.missingObject, "it names \(target), which is not in the repository")
    default:
      let isSyntax = error.code == GIT_EINVALIDSPEC.rawValue || error.kind == .other
      return isSyntax ? unknown(error, revision) : error
    }
  }

  /// Whether a revision such as `main~7` starts with a name that leads somewhere.
  private func startsAtKnownCommit(_ revision: String) -> Bool {
    let start = String(revision.prefix { $0 != "~" && $0 != "^" })
    guard start != revision, !start.isEmpty else { return false }
    var object: OpaquePointer?
    defer { git_object_free(object) }
    let code = git_revparse_single(&object, shared.pointer, start)
    git_error_clear()
    return code == 0
  }

  /// Explains a revision that leads out of the history that is there.
  private func beyondHistory(_ error: GitError) -> GitError {
    switch error.kind {
    case .missingObject where isShallow: .shallow(error.attempt)
    case .missingObject: error
    default: error.retold(.unknownRevision, "the history does not reach that far")
    }
  }

  private func unknown(_ error: GitError, _ revision: String) -> GitError {
    var help = GitError.Kind.unknownRevision.remedy
    if let suggestion = Suggestion.closest(to: revision, among: referenceNames()) {
      help = "did you mean '\(suggestion)'? otherwise " + help
    } else if isShallow {
      help += "; the clone is shallow: \(GitError.Kind.shallow.remedy)"
    }
    return error.retold(.unknownRevision, "no branch, tag or commit has this name", help: help)
  }

  private func namesUnbornHead(_ revision: String) -> Bool {
    let name = revision.prefix { !"~^@:".contains($0) }
    guard name == "HEAD" || name.isEmpty && revision.hasPrefix("@") else { return false }
    return git_repository_head_unborn(shared.pointer) == 1
  }

  /// The id that a reference points to, if the revision is the name of a reference.
  private func target(of revision: String) -> ObjectID? {
    var reference: OpaquePointer?
    defer { git_reference_free(reference) }
    guard git_reference_dwim(&reference, shared.pointer, revision) == 0,
      let target = git_reference_target(reference)
    else {
      git_error_clear()
      return nil
    }
    return ObjectID(target.pointee)
  }

  /// The short names of all references, for suggestions; empty if they cannot be listed.
  private func referenceNames() -> [String] {
    var iterator: OpaquePointer?
    defer { git_reference_iterator_free(iterator) }
    guard git_reference_iterator_new(&iterator, shared.pointer) == 0 else { return [] }
    var names: [String] = []
    var reference: OpaquePointer?
    while git_reference_next(&reference, iterator) == 0 {
      names += git_reference_shorthand(reference).map { [text(of: $0)] } ?? []
      git_reference_free(reference)
    }
    git_error_clear()
    return names.sorted()
  }

  private static func typeName(of object: OpaquePointer) -> String {
    switch git_object_type(object) {
    case GIT_OBJECT_TREE: "folder"
    case GIT_OBJECT_BLOB: "file"
    case GIT_OBJECT_TAG: "tag of something else"
    default: "thing"
    }
  }
}

extension GitError {
  /// The same failure with a kind and a reason that the caller knows better.
  func retold(_ kind: Kind, _ reason: String, help: String? = nil) -> GitError {
    var error = self
    error.kind = kind
    error.reason = reason
    error.help = help ?? kind.remedy
    return error
  }
}
