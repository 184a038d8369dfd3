// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import GateModel

/// One content that a file had at some commit.
package struct FileVersion: Hashable, Sendable {
  /// Where it stood, from the root of the repository; of several places the first.
  package var path: String
  /// The id of the content.
  package var id: ObjectID
  /// The earliest commit time with it, in seconds since 1970-01-01T00:00:00Z.
  package var time: Int64

  /// A content at a path.
  package init(path: String, id: ObjectID, time: Int64 = 0) {
    (self.path, self.id, self.time) = (path, id, time)
  }
}

/// The contents that files had in a part of the history.
package struct FileVersions: Hashable, Sendable {
  /// What came in, each content once, by path, then by id.
  package var new: [FileVersion]
  /// What was there before.
  package var known: Set<ObjectID>

  /// Contents.
  package init(new: [FileVersion] = [], known: Set<ObjectID> = []) {
    (self.new, self.known) = (new, known)
  }
}

extension Repository {
  /// The versions of files that came in after a commit.
  ///
  /// Every commit counts that lies in the history of one commit and not in that of the other, whichever
  /// branch it is from. Each tree is read once, however many commits have it.
  ///
  /// - Parameters:
  ///   - commit: Where to start.
  ///   - base: What stands there, or before it, is not new; nil for the whole history.
  ///   - isAsked: Whether a path, from the root of the repository, is of interest.
  /// - Returns: The versions, and those of the base.
  /// - Throws: With kind `shallow` when the history is cut off, with kind `tooLarge` when there are too many
  ///   trees or levels of them.
  package func versions(
    upTo commit: ObjectID,
    since base: ObjectID?,
    where isAsked: (String) -> Bool
  ) throws(GitError) -> FileVersions {
    let attempt = "find the versions of files before \(commit.short)"
    guard !isShallow else { throw .shallow(attempt) }
    var walk = VersionWalk(shared, attempt)
    if let base { try walk.addTree(of: base, where: isAsked) }
    let known = Set(walk.paths.keys)
    for id in try commits(upTo: commit, notIn: base, attempt) {
      try walk.addTree(of: id, where: isAsked)
    }
    let new = walk.paths.filter { !known.contains($0.key) }
      .map { FileVersion(path: $0.value.path, id: $0.key, time: $0.value.time) }
      .sorted { ($0.path, $0.id) < ($1.path, $1.id) }
    return FileVersions(new: new, known: known)
  }

  /// The bytes of a file of some commit; nil where it is larger than a limit.
  ///
  /// - Throws: With kind `missingObject` where the clone leaves it out.
  package func content(of id: ObjectID, limit: Int) throws(GitError) -> [UInt8]? {
    let attempt = "read the file \(id.short)"
    var (size, kind, raw) = (0, GIT_OBJECT_INVALID, id.raw)
    try check("git_odb_read_header", attempt) {
      git_odb_read_header(&size, &kind, shared.database, &raw)
    }
    return size <= limit ? try shared.rawObject(id, attempt).bytes : nil
  }

  private func commits(
    upTo commit: ObjectID,
    notIn base: ObjectID?,
    _ attempt: String
  ) throws(GitError) -> [ObjectID] {
    var walk: OpaquePointer?
    defer { git_revwalk_free(walk) }
    try check("git_revwalk_new", attempt) { git_revwalk_new(&walk, shared.pointer) }
    // The oldest first, so that each tree is read at its earliest commit.
    try check("git_revwalk_sorting", attempt) {
      git_revwalk_sorting(walk, GIT_SORT_TIME.rawValue | GIT_SORT_REVERSE.rawValue)
    }
    var start = commit.raw
    try check("git_revwalk_push", attempt) { git_revwalk_push(walk, &start) }
    if var hidden = base?.raw {
      try check("git_revwalk_hide", attempt) { git_revwalk_hide(walk, &hidden) }
    }
    var commits: [ObjectID] = []
    var next = git_oid()
    while true {
      let code = git_revwalk_next(&next, walk)
      if code == GIT_ITEROVER.rawValue { break }
      try check("git_revwalk_next", attempt) { code }
      commits.append(ObjectID(next))
    }
    git_error_clear()
    return commits
  }
}

/// Collects the contents of files from trees, of which each is read once in each place.
private struct VersionWalk {
  private struct Place: Hashable {
    let path: String
    let tree: ObjectID
  }

  private let repository: SharedRepository
  private let attempt: String
  private var seen: Set<Place> = []
  /// The first path of each content, and the time of the earliest commit with it.
  private(set) var paths: [ObjectID: (path: String, time: Int64)] = [:]
  private var time: Int64 = 0

  init(_ repository: SharedRepository, _ attempt: String) {
    (self.repository, self.attempt) = (repository, attempt)
  }

  mutating func addTree(
    of commit: ObjectID,
    where isAsked: (String) -> Bool
  ) throws(GitError) {
    let object = try repository.object(commit.raw, GIT_OBJECT_COMMIT, attempt)
    let facts = try CommitFacts(copying: object.pointer)
    time = facts.committer.unixSeconds
    try add(facts.tree, below: "", depth: 0, where: isAsked)
  }

  private mutating func add(
    _ tree: ObjectID,
    below folder: String,
    depth: Int,
    where isAsked: (String) -> Bool
  ) throws(GitError) {
    guard seen.insert(Place(path: folder, tree: tree)).inserted else { return }
    guard depth < Listing.maximumDepth, seen.count <= Listing.maximumNames else {
      throw GitError(.tooLarge, attempt: attempt, reason: "there are too many trees")
    }
    let object = try repository.object(tree.raw, GIT_OBJECT_TREE, attempt)
    for index in 0..<git_tree_entrycount(object.pointer) {
      guard let entry = git_tree_entry_byindex(object.pointer, index),
        let id = git_tree_entry_id(entry)?.pointee, let name = git_tree_entry_name(entry)
      else { continue }
      let path = folder + text(of: name)
      switch git_tree_entry_type(entry) {
      case GIT_OBJECT_TREE:
        try add(ObjectID(id), below: path + "/", depth: depth + 1, where: isAsked)
      case GIT_OBJECT_BLOB where isAsked(path):
        let id = ObjectID(id)
        let first = paths[id] ?? (path, time)
        paths[id] = (min(first.path, path), min(first.time, time))
      default: break
      }
    }
  }
}
