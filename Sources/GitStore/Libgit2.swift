// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel
internal import Glibc

/// The library's one-time start.
enum Libgit2 {
  /// Parsed objects that libgit2 may keep, so that memory does not grow with the repository.
  private static let cacheBytes = 16 << 20

  /// Bytes of packs that may be mapped at once, and in one piece: libgit2 would map a whole pack, whose
  /// pages then count as memory of this process.
  private static let mappedBytes = (all: 32 << 20, window: 4 << 20)

  /// Extensions that change neither the names nor the format of objects.
  ///
  /// `partialclone` leaves objects out, which shows as a missing object; `worktreeconfig` (set by
  /// sparse checkouts) moves configuration; `preciousobjects` only forbids pruning;
  /// `relativeworktrees` links work trees by relative paths; `compatobjectformat` keeps second names
  /// beside the SHA-1 names; `submodulepathconfig` moves the repositories of submodules.
  private static let harmlessExtensions = [
    "partialclone", "worktreeconfig", "preciousobjects", "relativeworktrees",
    "compatobjectformat", "submodulepathconfig",
  ]

  private static let start: Result<Void, GitError> = Result { () throws(GitError) in
    try check("git_libgit2_init", "start libgit2") { git_libgit2_init() }
    // The order matters: the files are looked for on the paths that are cleared afterwards.
    SafeDirectories.locate()
    try isolate()
  }

  /// Starts the library, or repeats why it could not be started.
  static func require() throws(GitError) { try start.get() }

  /// Cuts libgit2 off from everything outside the repository.
  ///
  /// Nothing of the system's or the user's configuration, attributes or ignore files may change
  /// what is read. The one setting that git takes from there on purpose, `safe.directory`, decides
  /// only whether a repository is read at all; `Ownership` looks it up.
  private static func isolate() throws(GitError) {
    let attempt = "set up libgit2"
    let levels = [
      GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
      GIT_CONFIG_LEVEL_GLOBAL,
    ]
    for level in levels {
      try check("git_libgit2_opts", attempt) { cgit2_set_search_path(level.rawValue, "") }
    }
    try check("git_libgit2_opts", attempt) { cgit2_set_owner_validation(0) }
    try check("git_libgit2_opts", attempt) { cgit2_set_cache_size(cacheBytes) }
    try check("git_libgit2_opts", attempt) {
      cgit2_set_mapped_bytes(mappedBytes.all, mappedBytes.window)
    }
    try check("git_libgit2_opts", attempt) { setExtensions(harmlessExtensions) }
  }

  private static func setExtensions(_ names: [String]) -> Int32 {
    let owned = names.map { strdup($0) }
    defer { for name in owned { free(name) } }
    var pointers = owned.map { UnsafePointer<CChar>($0) }
    return cgit2_set_extensions(&pointers, pointers.count)
  }
}

extension ObjectID {
  /// The id that libgit2 keeps as 20 bytes.
  init(_ id: git_oid) {
    self = withUnsafeBytes(of: id.id) { ObjectID(bytes: $0) }
  }

  /// The 20 bytes, as libgit2 wants them.
  var raw: git_oid {
    var id = git_oid()
    withUnsafeMutableBytes(of: &id.id) { $0.copyBytes(from: bytes) }
    return id
  }
}
