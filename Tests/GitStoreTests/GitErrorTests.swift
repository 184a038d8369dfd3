// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import Glibc
import TestSupport
import Testing

@Suite struct GitErrorTests {
  /// The error of opening a fixture and resolving or listing something in it.
  private static func error(
    _ fixture: FixtureRepository,
    _ body: (borrowing Repository) throws(GitError) -> Void
  ) -> GitError? {
    gitError { () throws(GitError) in
      let repository = try Repository(at: fixture.path)
      try body(repository)
    }
  }

  @Test func `a folder without a repository is none`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path
    let error = try #require(gitError { () throws(GitError) in try Repository(at: path) })
    #expect(error.kind == .notARepository)
    #expect(error.operation == "git_repository_open_ext")
    #expect(error.code == -3)
    #expect(error.message.contains("could not find repository"))
    #expect(
      error.description
        == "cannot open the repository at '\(path)': there is no git repository here or above"
    )
    #expect(error.help == "give the path of a git repository or of a folder inside one")
  }

  @Test(arguments: ["/nowhere/at/all", "", "with\0nul"])
  func `a path that cannot be a repository is none`(path: String) {
    TestEnvironment.prepare()
    let kind = gitError { () throws(GitError) in try Repository(at: path) }?.kind
    #expect(kind == (path.contains("\0") ? .notARepository : .noSuchPath))
  }

  @Test(.enabled(if: isRoot, "only root can give files away"))
  func `a repository of somebody else is refused with the command that allows it`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["card.md": "x"])
    try fixture.chown(to: 12_345)
    let error = try #require(Self.error(fixture) { _ throws(GitError) in })
    #expect(error.kind == .foreignOwner)
    #expect(error.help.hasPrefix("run: git config --global --add safe.directory '\(fixture.path)'"))
    #expect(error.reason.contains("belongs to another user"))
  }

  @Test(.enabled(if: isRoot, "only root can give files away"))
  func `a repository of somebody else that is declared safe is read`() throws {
    TestEnvironment.prepare()
    let fixture = try FixtureRepository(in: TestEnvironment.safeFolder)
    let id = try fixture.commit(["card.md": "x"])
    try fixture.chown(to: 12_345)
    #expect(try Repository(at: fixture.path).commit(for: "HEAD").id.hex == id)
  }

  @Test func `a repository with SHA-256 is named as such`() throws {
    let fixture = try FixtureRepository()
    try fixture.declareSHA256()
    let error = try #require(Self.error(fixture) { _ throws(GitError) in })
    #expect(error.kind == .sha256Repository)
    #expect(error.reason == "it names its objects with SHA-256, which libgit2 cannot read")
    #expect(error.help == "check a clone that names its objects with SHA-1 (git's default)")
  }

  @Test(arguments: [
    "repositoryformatversion = 7",
    "repositoryformatversion = 1\n[extensions]\n\trefstorage = reftable",
  ])
  func `an unknown format is not guessed at`(setting: String) throws {
    let fixture = try FixtureRepository()
    try fixture.configure("[core]\n\t\(setting)")
    let error = Self.error(fixture) { _ throws(GitError) in }
    #expect(error?.kind == .unsupportedRepository)
    #expect(error?.help == "check a fresh clone in git's default format")
  }

  @Test(arguments: ["partialClone = origin", "worktreeConfig = true", "preciousObjects = true"])
  func `extensions that leave objects as they are do no harm`(setting: String) throws {
    let fixture = try FixtureRepository()
    let id = try fixture.commit(["card.md": "x"])
    try fixture.configure("[core]\n\trepositoryformatversion = 1\n[extensions]\n\t\(setting)")
    #expect(try Repository(at: fixture.path).commit(for: "HEAD").id.hex == id)
  }

  @Test(arguments: ["HEAD", "@", "HEAD~1", "@^{tree}"])
  func `a branch without a commit is unborn`(revision: String) throws {
    let fixture = try FixtureRepository()
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.commit(for: revision)
    }
    #expect(error?.kind == .unbornBranch)
    #expect(error?.reason == "the checked-out branch has no commit yet")
    #expect(
      error?.help == "make a first commit, or judge the files before it with 'check --worktree'"
    )
  }

  @Test(arguments: [
    ("mian", "main"), ("feature/tierng", "feature/tiering"), ("nothing-like-it", nil),
    ("0123456789abcdef0123456789abcdef01234567", nil), ("HEAD^{", nil), ("", nil), ("main\0x", nil),
  ])
  func `an unknown revision is answered with what was probably meant`(
    revision: String,
    suggestion: String?
  ) throws {
    let fixture = try FixtureRepository()
    let id = try fixture.commit(["card.md": "x"])
    try fixture.reference("refs/heads/feature/tiering", to: id)
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.commit(for: revision)
    }
    #expect(error?.kind == .unknownRevision)
    let remedy = "give a branch, a tag or a commit id, or fetch it first"
    #expect(error?.help == (suggestion.map { "did you mean '\($0)'? otherwise " } ?? "") + remedy)
  }

  @Test func `a revision beyond the first commit is told from an unknown name`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["card.md": "x"])
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.commit(for: "HEAD~7")
    }
    #expect(error?.kind == .unknownRevision)
    #expect(error?.reason == "the history does not reach that far")
  }

  @Test(arguments: [true, false])
  func `a revision beyond what was fetched says so`(isShallow: Bool) throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["card.md": "x"])
    let second = try fixture.commit(["card.md": "y"])
    try fixture.deleteObject(first)
    if isShallow { try fixture.makeShallow(at: second, without: []) }
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.commit(for: "HEAD~1")
    }
    #expect(error?.kind == (isShallow ? .shallow : .missingObject))
  }

  @Test func `a short id that several objects share is ambiguous`() throws {
    let fixture = try FixtureRepository()
    // 313 texts are enough for two ids with the same four digits.
    var prefixes: Set<Substring> = []
    var shared: Substring?
    for number in 0..<2_000 where shared == nil {
      let prefix = try fixture.blob("text \(number)").prefix(4)
      if !prefixes.insert(prefix).inserted { shared = prefix }
    }
    let revision = String(try #require(shared))
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.commit(for: revision)
    }
    #expect(error?.kind == .ambiguousRevision)
    #expect(error?.reason == "several objects have an id that starts like this")
    #expect(error?.help == "give more digits of the id")
  }

  @Test(arguments: [
    ("HEAD^{tree}", "it names a folder, not a commit"),
    ("HEAD:card.md", "it names a file, not a commit"),
    ("blob-tag", "it names a tag of something else, not a commit"),
  ])
  func `a revision that names no commit says what it names`(
    revision: String,
    reason: String
  ) throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["card.md": "x"])
    try fixture.annotatedTag("blob-tag", of: fixture.blob("x"), type: "blob")
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.commit(for: revision)
    }
    #expect(error?.kind == .notACommit)
    #expect(error?.reason == reason)
    #expect(error?.help == "give a revision that names a commit, such as a branch or a tag")
  }

  @Test func `a branch whose commit is gone names the missing object`() throws {
    let fixture = try FixtureRepository()
    let id = try fixture.commit(["card.md": "x"])
    try fixture.deleteObject(id)
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.commit(for: "main")
    }
    #expect(error?.kind == .missingObject)
    #expect(error?.reason == "it names \(id), which is not in the repository")
  }

  @Test func `a damaged commit is corrupt`() throws {
    let fixture = try FixtureRepository()
    let id = try fixture.commit(["card.md": "x"])
    try fixture.damageObject(id)
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.commit(for: id)
    }
    #expect(error?.kind == .corrupt)
    #expect(error?.help == "find the damage with git fsck, and check a fresh clone")
  }

  @Test(arguments: ["nowhere", "card.md", "models/card.md", "../models", "/models", "models/x"])
  func `a folder that is none is refused`(directory: String) throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["card.md": "x", "models/card.md": "y"])
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.snapshot(of: "HEAD", under: directory)
    }
    #expect(error?.kind == .noSuchDirectory)
    let isFile = directory.hasSuffix("card.md")
    #expect(
      error?.reason == (isFile ? "'\(directory)' is a file" : "there is no folder '\(directory)'")
    )
    #expect(error?.help == "give a folder of the checked tree, relative to its root")
  }

  @Test(arguments: [".", "..", ".git", ".GIT", "a/b"])
  func `a tree with a name that git does not allow is corrupt`(name: String) throws {
    let fixture = try FixtureRepository()
    let blob = try fixture.blob("x")
    let tree = try fixture.rawTree([("100644", name, blob)])
    try fixture.commit(tree: tree, parents: [])
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.snapshot(of: "HEAD")
    }
    #expect(error?.kind == .corrupt)
  }

  @Test func `a tree with the same name twice is corrupt`() throws {
    let fixture = try FixtureRepository()
    let entries = try ["x", "y"].map { ("100644", "card.md", try fixture.blob($0)) }
    try fixture.commit(tree: fixture.rawTree(entries), parents: [])
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.snapshot(of: "HEAD")
    }
    #expect(error?.kind == .corrupt)
    #expect(error?.reason == "the tree holds 'card.md' twice")
  }

  @Test func `a tree with more names than any real one is refused`() throws {
    let fixture = try FixtureRepository()
    let blob = try fixture.blob("x")
    let files = (10_000..<50_000).map { ("100644", "f\($0)", blob) }
    var tree = try fixture.rawTree(files)
    // The same 40 000 names on each of 50 levels.
    let level = try fixture.rawTreeBytes(files)
    for _ in 1..<50 {
      let below = try fixture.rawTreeBytes([("40000", "below", tree)])
      tree = try fixture.write(below + level, as: .tree)
    }
    try fixture.commit(tree: tree, parents: [])
    let error = Self.error(fixture) { repository throws(GitError) in
      _ = try repository.snapshot(of: "HEAD")
    }
    #expect(error?.kind == .tooLarge)
    #expect(error?.reason == "it has more than 2000000 names")
    #expect(error?.help == "check the folder that matters, given as a path below the root")
  }

  @Test func `a tree of too many levels is refused`() throws {
    let fixture = try FixtureRepository()
    func commit(levels: Int) throws -> String {
      var tree = try fixture.rawTree([("100644", "f", fixture.blob("x"))])
      for _ in 0..<levels { tree = try fixture.rawTree([("40000", "d", tree)]) }
      return try fixture.commit(tree: tree, parents: [])
    }
    let (allowed, refused) = (try commit(levels: 511), try commit(levels: 512))
    let repository = try Repository(at: fixture.path)
    let depth = try repository.snapshot(of: allowed).entries[0].path.utf8.count
    #expect(depth == 1023)
    let error = gitError { () throws(GitError) in try repository.snapshot(of: refused) }
    #expect(error?.kind == .tooLarge)
  }

  private static let isRoot = geteuid() == 0
}
