// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import Glibc
import TestSupport
import Testing

@Suite struct OpeningTests {
  @Test(arguments: ["", "/", "/.git", "/models/a"])
  func `a repository is found at its root, in its folder and from below`(below: String) throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["models/a/card.md": "x"])
    try fixture.checkOut()
    let repository = try Repository(at: fixture.path + below)
    #expect(repository.path == fixture.path + "/.git")
    #expect(repository.workTree == fixture.path)
    let (isBare, isShallow) = (repository.isBare, repository.isShallow)
    #expect(!isBare)
    #expect(!isShallow)
  }

  @Test func `a bare repository has no files on disk`() throws {
    let fixture = try FixtureRepository(isBare: true)
    try fixture.commit(["card.md": "x"])
    let repository = try Repository(at: fixture.path)
    let isBare = repository.isBare
    #expect(isBare)
    #expect(repository.path == fixture.path)
    #expect(repository.workTree == nil)
    #expect(try text(at: "card.md", in: repository.snapshot(of: "HEAD")) == "x")
    for error in [
      gitError { () throws(GitError) in try repository.indexSnapshot() },
      gitError { () throws(GitError) in try repository.worktreeSnapshot() },
    ] {
      #expect(error?.kind == .bareRepository)
      #expect(error?.help == "check a commit instead, or give the path of a working copy")
    }
  }

  @Test func `a linked work tree is as shallow as the repository that it belongs to`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a.md": "1"])
    let second = try fixture.commit(["b.md": "1"])
    try fixture.makeShallow(at: second, without: [first])
    let link = try TemporaryDirectory()
    let own = fixture.path + "/.git/worktrees/linked"
    try link.write("gitdir: \(own)\n", to: ".git")
    try fixture.directory.write("ref: refs/heads/main\n", to: ".git/worktrees/linked/HEAD")
    try fixture.directory.write("../..\n", to: ".git/worktrees/linked/commondir")
    try fixture.directory.write(link.path + "/.git\n", to: ".git/worktrees/linked/gitdir")
    let repository = try Repository(at: link.path)
    let isShallow = repository.isShallow
    #expect(isShallow)
    #expect(repository.workTree == link.path)
    #expect(repository.path == own)
    #expect(try repository.commit(for: "HEAD").id.hex == second)
  }

  @Test func `libgit2 reads no certificates`() throws {
    // What the program defines stands in for the function of libmbedx509, which libgit2 calls; the
    // real one reports an error for a file that does not exist.
    typealias Parse = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>) -> Int32
    let symbol = try #require(dlsym(nil, "mbedtls_x509_crt_parse_file"))
    #expect(unsafeBitCast(symbol, to: Parse.self)(nil, "/nowhere") == 0)
  }

  @Test func `nothing in a repository is ever written`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["card.md": "a", "models/a/card.md": "b"])
    let second = try fixture.commit(["card.md": "c"])
    try fixture.checkOut()
    try fixture.directory.write("changed", to: "card.md")
    try fixture.directory.write("new", to: "untracked/new.md")
    let before = try fixture.directory.listing()
    let repository = try Repository(at: fixture.path)
    let snapshot = try repository.snapshot(of: "HEAD")
    _ = try text(at: "card.md", in: snapshot)
    _ = try text(at: "card.md", in: repository.indexSnapshot())
    _ = try text(at: "card.md", in: repository.worktreeSnapshot())
    let (old, new) = (try ObjectID.required(first), try ObjectID.required(second))
    _ = try repository.lastChange(of: ["card.md"], from: new)
    _ = try repository.isAncestor(old, of: new)
    _ = try repository.proofObjects(for: ["card.md"], commit: new)
    _ = gitError { () throws(GitError) in try repository.commit(for: "unknown") }
    #expect(try fixture.directory.listing() == before)
  }
}
