// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import FoundationEssentials
internal import GateModel
internal import GitStore
internal import RulePacks
internal import Survey

/// The repository of a run; git's errors become failures of the run here and nowhere else.
struct RepositoryAccess: ~Copyable {
  private let repository: Repository
  private let request: RunRequest

  init(_ request: RunRequest) throws(RunFailure) {
    self.request = request
    var environment = GitEnvironment(request.variables)
    environment.trustsAnyOwner = request.trustsAnyOwner
    repository = try translating { () throws(GitError) in
      try Repository(at: request.repository, environment: environment)
    }
  }

  /// The tree that is judged.
  func checkedTree() throws(RunFailure) -> Snapshot {
    switch request.source {
    case .commit(let revision): try tree(at: revision)
    case .index:
      try translating { () throws(GitError) in
        try repository.indexSnapshot(under: request.directory)
      }
    case .workingTree:
      try translating { () throws(GitError) in
        try repository.worktreeSnapshot(under: request.directory)
      }
    }
  }

  /// The files on disk below the checked folder; none where there are none or they cannot be listed.
  func filesOnDisk() -> [TreeEntry] {
    guard repository.workTree != nil else { return [] }
    do throws(GitError) {
      return try repository.worktreeSnapshot(under: request.directory).entries
    } catch {
      return []
    }
  }

  /// Whether a policy lies on disk where one is read.
  var hasPolicyOnDisk: Bool {
    guard let root = repository.workTree else { return false }
    let folder = request.directory.map { "\(root)/\($0)" } ?? root
    return ["modelgate.yml", "modelgate.yaml"].contains {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)")
    }
  }

  /// The tree at a revision, below the checked folder.
  func tree(at revision: String) throws(RunFailure) -> Snapshot {
    try translating { () throws(GitError) in
      try repository.snapshot(of: revision, under: request.directory)
    }
  }

  /// The whole name of what a revision names; what is counted from a name, an id and `HEAD` stay as they are.
  func fullName(of revision: String) -> String {
    let isName = !revision.contains { "~^@:".contains($0) } && revision != "HEAD"
    return isName ? repository.reference(for: revision) ?? revision : revision
  }

  /// What no output may replace: the repository, and the files on disk that are judged.
  func protectedPaths(
    _ survey: Survey,
    _ governance: Governance,
    in tree: borrowing Snapshot
  ) -> ProtectedPaths {
    let weights = survey.dossiers.compactMap(\.declaration).flatMap(\.models).compactMap(\.weights)
    let paths = survey.inputs.map(\.entry.path) + governance.files.map(\.path) + weights
    let root = repository.workTree
    return ProtectedPaths(
      folders: [repository.path, repository.commonPath],
      files: root.map { root in paths.map { "\(root)/\(tree.repositoryPath(of: $0))" } } ?? []
    )
  }

  /// What changed between the point where the judged work left a revision and that work.
  ///
  /// - Throws: When the revision is not there, or has no commit in common with the work; a clone that
  ///   was cut off gets the command that helps.
  func changes(
    since revision: String,
    in tree: borrowing Snapshot
  ) throws(RunFailure) -> ChangedRange {
    let base = try commit(ofBase: revision)
    let head = tree.commit?.id.hex ?? "HEAD"
    let common = try translating { () throws(GitError) in
      try repository.mergeBase(of: base, and: try repository.commit(for: head).id)
    }
    guard let common else {
      throw .configuration(
        "the base '\(revision)' and the judged commit have no commit in common",
        help: "name the revision that the work goes back to, such as origin/main"
      )
    }
    return ChangedRange(
      base: base,
      since: common,
      before: try entries(of: common),
      after: tree.entries
    )
  }

  private func commit(ofBase revision: String) throws(RunFailure) -> ObjectID {
    do throws(GitError) {
      return try repository.commit(for: revision).id
    } catch {
      let isMissing = [.unknownRevision, .missingObject].contains(error.kind)
      throw RunFailure(
        error.kind.failureKind,
        [
          Problem(
            message: error.description,
            help: isMissing ? help(fetching: revision) : error.help
          )
        ]
      )
    }
  }

  /// The command that brings a base into the clone.
  private func help(fetching revision: String) -> String {
    let place = "refs/remotes/origin/"
    let branch = revision.hasPrefix(place) ? String(revision.dropFirst(place.count)) : nil
    let fetched = branch.map { " origin \($0):\(place)\($0)" } ?? ""
    return isShallow
      ? "the clone is shallow: git fetch --unshallow\(fetched) (in CI: fetch depth 0)"
      : "check the name, or fetch it first: git fetch\(fetched)"
  }

  /// Whether what changed since a base is what somebody says.
  func confirms(_ change: ChangedRange, in tree: borrowing Snapshot) -> Bool {
    do throws(RunFailure) {
      return try changes(since: change.base.hex, in: tree) == change
    } catch {
      return false
    }
  }

  /// What a commit says about itself.
  func commit(for revision: String) throws(RunFailure) -> CommitFacts {
    try translating { () throws(GitError) in try repository.commit(for: revision) }
  }

  /// Whether a commit is there.
  func has(_ commit: ObjectID) -> Bool {
    do throws(GitError) {
      return try repository.commit(for: commit.hex).id == commit
    } catch {
      return false
    }
  }

  /// The tree of an earlier commit below the checked folder; nil when it does not have the folder.
  func earlierTree(at commit: ObjectID) throws(RunFailure) -> Snapshot? {
    try translating { () throws(GitError) -> Snapshot? in
      do throws(GitError) {
        return try repository.snapshot(of: commit.hex, under: request.directory)
      } catch {
        guard error.kind == .noSuchDirectory else { throw error }
        return nil
      }
    }
  }

  /// The last tag before the judged commit; for work that is not committed, the last one at `HEAD`.
  func lastTag(before tree: borrowing Snapshot) throws(RunFailure) -> TaggedCommit? {
    guard tree.isCommitted || repository.head == .commit else { return nil }
    let commit = tree.commit?.id
    return try translating { () throws(GitError) in
      guard let commit else {
        let head = try repository.commit(for: "HEAD").id
        return try repository.lastTag(before: head, orOfItself: true)
      }
      return try repository.lastTag(before: commit, orOfItself: false)
    }
  }

  /// Where the history of a tree begins: its commit, else that of `HEAD`; nil before the first one.
  func historyStart(of tree: borrowing Snapshot) throws(RunFailure) -> ObjectID? {
    if let commit = tree.commit?.id { return commit }
    guard repository.head == .commit else { return nil }
    return try translating { () throws(GitError) in try repository.commit(for: "HEAD").id }
  }

  /// Whether a tag names a commit in the history of another one.
  func isRelease(
    _ tag: String,
    at commit: ObjectID,
    before later: ObjectID
  ) throws(RunFailure) -> Bool {
    try translating { () throws(GitError) -> Bool in
      do throws(GitError) {
        guard try repository.commit(for: "refs/tags/\(tag)").id == commit else { return false }
        return try repository.isAncestor(commit, of: later)
      } catch {
        guard error.kind == .unknownRevision else { throw error }
        return false
      }
    }
  }

  /// The versions of files that came in after a commit; nil where the clone leaves trees out, or the history
  /// is too large to be looked through.
  func versions(
    upTo commit: ObjectID,
    since base: ObjectID?,
    where isAsked: (String) -> Bool
  ) throws(RunFailure) -> FileVersions? {
    try translating { () throws(GitError) -> FileVersions? in
      do throws(GitError) {
        return try repository.versions(upTo: commit, since: base, where: isAsked)
      } catch {
        guard error.kind == .tooLarge || error.kind == .missingObject else { throw error }
        return nil
      }
    }
  }

  /// What is known of a file of some commit.
  enum Content {
    case bytes([UInt8])
    case tooLarge
    /// The clone leaves it out.
    case missing
  }

  /// What is known of the file at a path of a commit; a file that is not there is empty.
  func content(at path: String, of commit: ObjectID) throws(RunFailure) -> Content {
    try translating { () throws(GitError) -> Content in
      do throws(GitError) {
        return .bytes(try repository.bytes(at: path, of: commit) ?? [])
      } catch {
        guard error.kind == .missingObject else { throw error }
        return .missing
      }
    }
  }

  /// What is known of a file of some commit.
  func content(of id: ObjectID, limit: Int) throws(RunFailure) -> Content {
    try translating { () throws(GitError) -> Content in
      do throws(GitError) {
        guard let bytes = try repository.content(of: id, limit: limit) else { return .tooLarge }
        return .bytes(bytes)
      } catch {
        guard error.kind == .missingObject else { throw error }
        return .missing
      }
    }
  }

  /// Whether a commit has files below the checked folder.
  func hasFiles(at commit: ObjectID) throws(RunFailure) -> Bool { try !entries(of: commit).isEmpty }

  /// The files of a commit below the checked folder; none when it does not have the folder.
  private func entries(of commit: ObjectID) throws(RunFailure) -> [TreeEntry] {
    try translating { () throws(GitError) in
      do throws(GitError) {
        return try repository.snapshot(of: commit.hex, under: request.directory).entries
      } catch {
        guard error.kind == .noSuchDirectory else { throw error }
        return []
      }
    }
  }

  /// Where git looks for hooks, and the root of the files on disk, if there are any.
  struct HookFolder {
    let path: String
    let workTree: String?
  }

  /// Where git looks for hooks.
  func hookFolder() throws(RunFailure) -> HookFolder {
    let path = try translating { () throws(GitError) in try repository.hooksFolder() }
    return HookFolder(path: path, workTree: repository.workTree)
  }

  /// The commit at `HEAD`; nil before the first.
  func headCommit() throws(RunFailure) -> ObjectID? {
    guard repository.head == .commit else { return nil }
    return try translating { () throws(GitError) in try repository.commit(for: "HEAD").id }
  }

  /// What `HEAD` leads to.
  var head: Repository.Head { repository.head }

  /// Whether the history is cut off.
  var isShallow: Bool { repository.isShallow }

  /// What history tells of files, by path below the checked folder.
  ///
  /// A shallow history tells nothing: rules that ask find absent evidence, never a wrong date.
  func histories(
    of paths: [String],
    in tree: borrowing Snapshot,
    following followed: Set<String>
  ) throws(RunFailure) -> [String: FileHistory] {
    guard !repository.isShallow, !paths.isEmpty, let start = try historyStart(of: tree)
    else { return [:] }
    let full = paths.map { tree.repositoryPath(of: $0) }
    let wanted = Set(followed.map { tree.repositoryPath(of: $0) })
    let histories = try translating { () throws(GitError) in
      try repository.history(of: full, from: start, following: wanted)
    }
    return zip(paths, full).reduce(into: [:]) { $0[$1.0] = histories[$1.1] }
  }

  /// All changes of one file up to a commit, by its path from the root of the repository.
  func history(of path: String, from commit: ObjectID) throws(RunFailure) -> FileHistory? {
    try translating { () throws(GitError) in
      try repository.history(of: [path], from: commit, following: [path])[path]
    }
  }

  /// The bytes of a file at a commit, or nil where there is none.
  func bytes(at path: String, of commit: ObjectID) throws(RunFailure) -> [UInt8]? {
    try translating { () throws(GitError) in try repository.bytes(at: path, of: commit) }
  }

  /// The signature of a commit, or nil where it has none.
  func signature(of commit: ObjectID) throws(RunFailure) -> SignedObject? {
    try translating { () throws(GitError) in try repository.signature(of: commit) }
  }

  /// The signed tags of a commit, by name.
  func signedTags(of commit: ObjectID) throws(RunFailure) -> [SignedObject] {
    try translating { () throws(GitError) in try repository.signedTags(of: commit) }
  }

  /// The git objects that prove which blobs stand at some paths of a commit, and which files there
  /// are below a folder (empty for all of it).
  func proof(
    of paths: [String],
    commit: ObjectID,
    allTreesBelow folder: String?
  ) throws(RunFailure) -> [GitObject] {
    try translating { () throws(GitError) in
      try repository.proofObjects(for: paths, commit: commit, allTreesBelow: folder)
    }
  }
}

/// Runs a git operation and translates its error.
private func translating<Value: ~Copyable>(
  _ operation: () throws(GitError) -> Value
) throws(RunFailure) -> Value {
  do throws(GitError) {
    return try operation()
  } catch {
    throw RunFailure(
      error.kind.failureKind,
      [Problem(message: error.description, help: error.help)]
    )
  }
}

extension GitError.Kind {
  /// A name that the caller got wrong is the caller's; everything else is the repository's.
  fileprivate var failureKind: RunFailure.Kind {
    switch self {
    case .noSuchPath, .unknownRevision, .ambiguousRevision, .notACommit, .noSuchDirectory,
      .noSuchFile,
      .bareRepository:
      .configuration
    case .notARepository, .foreignOwner, .sha256Repository, .unsupportedRepository, .shallow,
      .unbornBranch, .missingObject, .corrupt, .unmergedIndex, .tooLarge, .unreadableFile, .other:
      .repository
    }
  }
}
