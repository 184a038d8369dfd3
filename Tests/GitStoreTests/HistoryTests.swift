// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct HistoryTests {
  private static func changes(
    of paths: [String],
    in fixture: FixtureRepository,
    from commit: String
  ) throws -> [String: String] {
    let repository = try Repository(at: fixture.path)
    return try repository.lastChange(of: paths, from: .required(commit)).mapValues(\.id.hex)
  }

  @Test func `each file has the last commit that changed it`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a.md": "1", "dir/b.md": "1", "dir/deep/c.md": "1"])
    let second = try fixture.commit(["dir/b.md": "2"])
    let third = try fixture.commit(["other.md": "1"])
    let paths = ["a.md", "dir/b.md", "dir/deep/c.md", "other.md", "dir", "missing.md", "a.md/x"]
    #expect(
      try Self.changes(of: paths, in: fixture, from: third) == [
        "a.md": first, "dir/b.md": second, "dir/deep/c.md": first, "other.md": third,
        "dir": second,
      ]
    )
  }

  @Test func `a file that went away and came back changed when it came back`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "1", "b.md": "1"])
    try fixture.commit(removing: ["a.md"])
    let back = try fixture.commit(["a.md": "1"])
    #expect(try Self.changes(of: ["a.md"], in: fixture, from: back) == ["a.md": back])
  }

  @Test func `a changed mode is a change`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["run.sh": "x"])
    let second = try fixture.commit(["run.sh": .executable("x")])
    let third = try fixture.commit(["other": "x"])
    #expect(try Self.changes(of: ["run.sh"], in: fixture, from: third) == ["run.sh": second])
  }

  @Test func `a merge leads to the parent that has the same file`() throws {
    let fixture = try FixtureRepository()
    let base = try fixture.commit(["a.md": "1", "b.md": "1", "c.md": "1"])
    let main = try fixture.commit(["a.md": "2", "c.md": "main"])
    try fixture.switchBranch(to: "side", at: base)
    let side = try fixture.commit(["b.md": "2", "c.md": "side"])
    try fixture.switchBranch(to: "main")
    let merge = try fixture.commit(["b.md": "2", "c.md": "both"], merging: [side])
    let last = try fixture.commit(["d.md": "1"])
    #expect(
      try Self.changes(of: ["a.md", "b.md", "c.md"], in: fixture, from: last) == [
        "a.md": main, "b.md": side, "c.md": merge,
      ]
    )
  }

  @Test func `many files in a long history are found as one by one`() throws {
    let fixture = try FixtureRepository()
    var generator = SeededGenerator(seed: 11)
    let paths = (0..<30).map { "d\($0 % 4)/e\($0 % 3)/f\($0).md" }
    var expected: [String: String] = [:]
    var last = ""
    for number in 0..<120 {
      let path = paths[generator.number(in: 0...paths.count - 1)]
      last = try fixture.commit([path: .text("\(number)")])
      expected[path] = last
    }
    #expect(try Self.changes(of: paths, in: fixture, from: last) == expected)
  }

  @Test func `a shallow clone answers only what it knows`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["old.md": "1"])
    let second = try fixture.commit(["edge.md": "1"])
    let third = try fixture.commit(["new.md": "1"])
    try fixture.makeShallow(at: second, without: [first])
    let repository = try Repository(at: fixture.path)
    let isShallow = repository.isShallow
    #expect(isShallow)
    let start = try ObjectID.required(third)
    #expect(try repository.lastChange(of: ["new.md"], from: start)["new.md"]?.id.hex == third)
    for path in ["old.md", "edge.md"] {
      let error = gitError { () throws(GitError) in
        try repository.lastChange(of: ["new.md", path], from: start)
      }
      #expect(error?.kind == .shallow)
      #expect(error?.reason == "the clone is shallow and ends before the answer")
      #expect(
        error?.help == "fetch the whole history: git fetch --unshallow (in CI: fetch depth 0)"
      )
    }
  }

  @Test func `a lost commit is missing when the clone is not shallow`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["old.md": "1"])
    let second = try fixture.commit(["new.md": "1"])
    try fixture.deleteObject(first)
    let repository = try Repository(at: fixture.path)
    let start = try ObjectID.required(second)
    let error = gitError { () throws(GitError) in
      try repository.lastChange(of: ["old.md"], from: start)
    }
    #expect(error?.kind == .missingObject)
  }

  @Test func `ancestors are told from strangers`() throws {
    let fixture = try FixtureRepository()
    let base = try ObjectID.required(fixture.commit(["a": "1"]))
    let main = try ObjectID.required(fixture.commit(["a": "2"]))
    try fixture.switchBranch(to: "side", at: base.hex)
    let side = try ObjectID.required(fixture.commit(["b": "1"]))
    let repository = try Repository(at: fixture.path)
    #expect(try repository.isAncestor(base, of: main))
    #expect(try repository.isAncestor(base, of: side))
    #expect(try repository.isAncestor(main, of: main))
    #expect(try !repository.isAncestor(main, of: base))
    #expect(try !repository.isAncestor(main, of: side))
  }

  @Test func `a shallow clone knows the ancestors that it has and refuses to guess`() throws {
    let fixture = try FixtureRepository()
    let ids = try (1...4).map { try ObjectID.required(fixture.commit(["a": .text("\($0)")])) }
    try fixture.makeShallow(at: ids[1].hex, without: [ids[0].hex])
    let repository = try Repository(at: fixture.path)
    #expect(try repository.isAncestor(ids[1], of: ids[3]))
    #expect(try repository.isAncestor(ids[0], of: ids[3]))
    let error = gitError { () throws(GitError) in
      try repository.isAncestor(ids[3], of: ids[2])
    }
    #expect(error?.kind == .shallow)
  }

  @Test func `a file is followed past its changes to the commit that added it`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a.md": "1", "gone.md": "1"])
    let base = try fixture.commit(["a.md": "2", "b.md": "1"])
    try fixture.commit(["a.md": "3"])
    try fixture.switchBranch(to: "side", at: base)
    let side = try fixture.commit(["c.md": "1"], removing: ["gone.md"])
    try fixture.switchBranch(to: "main")
    try fixture.commit(["c.md": "1", "a.md": "4"], merging: [side])
    let last = try fixture.commit(["gone.md": "2"])
    let paths = ["a.md", "b.md", "c.md", "gone.md", "missing.md"]
    let histories = try Repository(at: fixture.path)
      .history(of: paths, from: .required(last), following: Set(paths))
    let starts = histories.mapValues { $0.start?.id.hex }
    #expect(starts == ["a.md": first, "b.md": base, "c.md": side, "gone.md": first])
    let counts = histories.mapValues { $0.earlier?.count }
    #expect(counts == ["a.md": 3, "b.md": 0, "c.md": 0, "gone.md": 1])
  }

  @Test func `a start that nobody asks for is not looked for`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "1"])
    let last = try fixture.commit(["a.md": "2"])
    let histories = try Repository(at: fixture.path)
      .history(of: ["a.md"], from: .required(last), following: ["b.md"])
    #expect(histories["a.md"]?.change.id.hex == last)
    #expect(histories["a.md"]?.start == nil)
    #expect(histories["a.md"]?.earlier == nil)
  }

  @Test func `the bytes of a file at a commit are read without listing its tree`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["dir/a.md": "1"])
    let second = try fixture.commit(removing: ["dir/a.md"])
    let repository = try Repository(at: fixture.path)
    #expect(try repository.bytes(at: "dir/a.md", of: .required(first)) == Array("1".utf8))
    #expect(try repository.bytes(at: "dir", of: .required(first)) == nil)
    #expect(try repository.bytes(at: "dir/a.md", of: .required(second)) == nil)
  }
}
