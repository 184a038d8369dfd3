// SPDX-License-Identifier: Apache-2.0

import Foundation
import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct EnvironmentTests {
  private static let isRoot = geteuid() == 0

  /// A bare repository, and a second one that holds a commit which only the second has.
  private static func quarantine() throws -> (FixtureRepository, FixtureRepository, String) {
    let server = try FixtureRepository(isBare: true)
    try server.commit(["a.md": "1"])
    let incoming = try FixtureRepository(isBare: true)
    return (server, incoming, try incoming.commit(["a.md": "pushed"]))
  }

  @Test(arguments: [
    "GIT_QUARANTINE_PATH", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  ])
  func `objects that a push brought are found where git holds them apart`(name: String) throws {
    let (server, incoming, commit) = try Self.quarantine()
    let variables = [
      name: incoming.path + "/objects", "GIT_WORK_TREE": "/nowhere", "GIT_DIR": "/nowhere",
    ]
    let repository = try Repository(
      at: server.path,
      environment: GitEnvironment(variables)
    )
    #expect(try text(at: "a.md", in: repository.snapshot(of: commit)) == "pushed")
    let error = gitError { () throws(GitError) in
      try Repository(at: server.path).snapshot(of: commit)
    }
    #expect(error != nil)
  }

  @Test func `further objects may lie in several folders, with colons in their names`() throws {
    let (server, incoming, commit) = try Self.quarantine()
    let odd = try TemporaryDirectory()
    let folder = odd.path + "/a:b\"c"
    try FileManager.default.copyItem(atPath: incoming.path + "/objects", toPath: folder)
    let quoted = "\"" + odd.path + "/a\\072b\\\"c\""
    let repository = try Repository(
      at: server.path,
      environment: GitEnvironment([
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": "/nowhere::\(quoted):/elsewhere"
      ])
    )
    #expect(try text(at: "a.md", in: repository.snapshot(of: commit)) == "pushed")
  }

  /// Whether a repository of another user is read.
  private static func isRead(
    _ fixture: FixtureRepository,
    _ variables: [String: String],
    anyOwner: Bool = false
  ) -> Bool {
    var environment = GitEnvironment(variables)
    environment.trustsAnyOwner = anyOwner
    let error = gitError { () throws(GitError) in
      try Repository(at: fixture.path, environment: environment)
    }
    return error == nil
  }

  @Test(.enabled(if: isRoot, "only root can give files away"))
  func `a repository of somebody else is read where the place of work trusts it`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "1"])
    try fixture.chown(to: 12_345)
    let parent = URL(filePath: fixture.path).deletingLastPathComponent().path
    let settings = try TemporaryDirectory()
    try settings.write("[safe]\n\tdirectory = \(fixture.path)\n", to: "safe")
    try settings.write("[safe]\n\tdirectory =\n", to: "unsafe")
    try settings.write("[safe]\n\tdirectory = ~/\(fixture.path.dropFirst())\n", to: "home")
    let pair = ["GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory"]
    let all = pair.merging(["GIT_CONFIG_VALUE_0": "*"]) { $1 }
    let trusted: [[String: String]] = [
      ["GITHUB_WORKSPACE": fixture.path], ["CI_PROJECT_DIR": parent],
      ["GIT_CONFIG_GLOBAL": settings.path + "/safe"],
      ["GIT_CONFIG_SYSTEM": settings.path + "/safe"],
      ["GIT_CONFIG_GLOBAL": settings.path + "/home", "HOME": "/"], all,
      pair.merging(["GIT_CONFIG_VALUE_0": parent + "/*"]) { $1 },
    ]
    for variables in trusted { #expect(Self.isRead(fixture, variables), "\(variables)") }
    #expect(Self.isRead(fixture, [:], anyOwner: true))
    let strange: [[String: String]] = [
      [:], ["GITHUB_WORKSPACE": "/"], ["GITHUB_WORKSPACE": fixture.path + "-other"],
      ["GIT_CONFIG_GLOBAL": settings.path + "/unsafe"],
      ["GIT_CONFIG_GLOBAL": "/dev/null"],
      ["GIT_CONFIG_SYSTEM": settings.path + "/safe", "GIT_CONFIG_NOSYSTEM": "1"],
      all.merging(["GIT_CONFIG_COUNT": "0"]) { $1 },
      all.merging(["GIT_CONFIG_KEY_0": "core.worktree"]) { $1 },
      [
        "GIT_CONFIG_SYSTEM": settings.path + "/safe",
        "GIT_CONFIG_GLOBAL": settings.path + "/unsafe",
      ],
    ]
    for variables in strange { #expect(!Self.isRead(fixture, variables), "\(variables)") }
  }

  @Test func `no other setting of the environment moves what is read`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "1"])
    try fixture.checkOut()
    let elsewhere = try TemporaryDirectory()
    try elsewhere.write("[core]\n\tworktree = \(elsewhere.path)\n\tbare = true\n", to: "config")
    let repository = try Repository(
      at: fixture.path,
      environment: GitEnvironment([
        "GIT_CONFIG_GLOBAL": elsewhere.path + "/config",
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.worktree",
        "GIT_CONFIG_VALUE_0": elsewhere.path, "GIT_WORK_TREE": elsewhere.path,
      ])
    )
    #expect(repository.workTree == fixture.path)
    #expect(try repository.worktreeSnapshot().entries.map(\.path) == ["a.md"])
  }

  @Test(arguments: [
    "relativeWorktrees = true", "compatObjectFormat = sha256", "submodulePathConfig = true",
  ])
  func `extensions that change nothing for a reader are no obstacle`(setting: String) throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "1"])
    try fixture.configure("[core]\n\trepositoryformatversion = 1\n[extensions]\n\t\(setting)")
    #expect(try text(at: "a.md", in: Repository(at: fixture.path).snapshot(of: "HEAD")) == "1")
  }
}
