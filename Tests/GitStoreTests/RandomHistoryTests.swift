// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import TestSupport
import Testing

/// A history of branches and merges that git itself can be asked about.
private struct RandomHistory {
  let fixture: FixtureRepository
  private(set) var commits: [String] = []
  private var files: [String: [String: String]] = [:]

  static let paths = ["a.md", "d/b.md", "d/c.md", "d/e/f.md", "g/h.md"]

  init(_ generator: inout SeededGenerator) throws {
    fixture = try FixtureRepository()
    let first = Dictionary(uniqueKeysWithValues: Self.paths.map { ($0, "0") })
    try add(first, parents: [])
    for _ in 1...40 {
      let parents = (0..<generator.number(in: 1...3)).map { _ in
        commits[generator.number(in: max(0, commits.count - 5)...commits.count - 1)]
      }
      let merged = Self.paths.reduce(into: [String: String]()) { merged, path in
        let side = parents[generator.number(in: 0...parents.count - 1)]
        merged[path] = files[side]?[path]
      }
      var changed = merged
      // Few contents, so that branches often come to the same file in different ways.
      let path = Self.paths[generator.number(in: 0...Self.paths.count - 1)]
      changed[path] = "\(generator.number(in: 0...1))"
      if generator.number(in: 0...9) == 0 { changed[path] = nil }
      try add(changed, parents: parents)
    }
  }

  private mutating func add(_ content: [String: String], parents: [String]) throws {
    let unique = parents.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let tree = try fixture.tree(of: content)
    let commit = try fixture.commit(tree: tree, parents: unique, message: "\(commits.count)")
    commits.append(commit)
    files[commit] = content
  }
}

@Suite(.enabled(if: Git.isInstalled, "git is not installed")) struct RandomHistoryTests {
  @Test(arguments: UInt64(1)...8)
  func `the last change of each file is the one that git log finds`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let history = try RandomHistory(&generator)
    let repository = try Repository(at: history.fixture.path)
    let start = try #require(history.commits.last)
    let found = try repository.lastChange(of: RandomHistory.paths, from: .required(start))
    let present = try repository.snapshot(of: start).entries.map(\.path)
    #expect(found.keys.sorted() == present, "seed \(seed)")
    for path in present {
      let log = ["log", "-1", "--format=%H", start, "--", path]
      let expected = try Git.run(log, in: history.fixture.path).output
      #expect(found[path].map { Array("\($0.id)\n".utf8) } == expected, "seed \(seed), \(path)")
    }
  }

  @Test(arguments: UInt64(1)...4)
  func `ancestors are those that git merge-base finds`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let history = try RandomHistory(&generator)
    let repository = try Repository(at: history.fixture.path)
    for _ in 0..<20 {
      let pair = (0..<2).map { _ in
        history.commits[generator.number(in: 0...history.commits.count - 1)]
      }
      let call = ["merge-base", "--is-ancestor", pair[0], pair[1]]
      let expected = try Git.run(call, in: history.fixture.path).status == 0
      let found = try repository.isAncestor(.required(pair[0]), of: .required(pair[1]))
      #expect(found == expected, "seed \(seed), \(pair)")
    }
  }
}
