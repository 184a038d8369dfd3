// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Follows the objects of a git pack from the commit to each input.
///
/// Every id on the way is the SHA-1 of what it names, so that a path that leads to the blob of an
/// input proves that the input stands at this path in the commit.
struct RepositoryProof {
  private let objects: [String: PackedObject]
  private let index: InputIndex
  private var trees: [String: GitTree] = [:]
  private var problems: [BundleProblem] = []

  /// The ids of the trees that were checked, outermost first, for comparison with the report.
  private(set) var checkedTrees: [String] = []

  /// Proves an index by a pack.
  init(_ objects: [String: PackedObject], of index: InputIndex) {
    (self.objects, self.index) = (objects, index)
  }

  /// What is wrong with the proof; nothing if each input belongs to the commit.
  mutating func findProblems() -> [BundleProblem] {
    readTrees()
    guard let commit = objects[index.commit.hex], commit.kind == .commit else {
      report("does not hold the commit \(index.commit)")
      return problems
    }
    guard let tree = GitCommit.tree(of: commit.bytes) else {
      report("holds a commit \(index.commit) that names no tree")
      return problems
    }
    checkedTrees = [tree]
    followRoot(from: tree)
    reportStrangers()
    return problems
  }

  private mutating func readTrees() {
    for (id, object) in objects.sorted(by: { $0.key < $1.key }) where object.kind == .tree {
      do {
        trees[id] = try GitTree(reading: object.bytes)
      } catch {
        report("holds an object \(id) that \(error.what)")
      }
    }
  }

  private mutating func followRoot(from tree: String) {
    guard !index.root.isEmpty else { return followInputs(from: tree) }
    guard let root = entry(at: index.root, from: tree), root.isTree else {
      report("does not lead to the checked folder \(quoted(index.root))")
      return
    }
    checkedTrees.append(root.id)
    followInputs(from: root.id)
  }

  private mutating func followInputs(from tree: String) {
    for input in index.entries {
      guard let found = entry(at: input.path, from: tree) else {
        report("does not lead from the commit to \(quoted(input.path))")
        continue
      }
      if found.id != input.blob.hex {
        report("leads to \(found.id) at \(quoted(input.path)), not to the blob \(input.blob)")
      }
      if found.kind != input.mode {
        report("has another mode for \(quoted(input.path)) than \(input.mode.gitMode)")
      }
      if objects[input.blob.hex]?.kind != .blob {
        report("does not hold the blob \(input.blob) of \(quoted(input.path))")
      }
    }
  }

  /// The entry at a path below a tree, found part by part.
  private func entry(at path: String, from tree: String) -> GitTree.Entry? {
    var current = GitTree.Entry(mode: 0o040000, id: tree)
    for part in Array(path.utf8).split(
      separator: UInt8(ascii: "/"),
      omittingEmptySubsequences: false
    ) {
      guard current.isTree, let next = trees[current.id]?[part] else { return nil }
      current = next
    }
    return current
  }

  /// Reports objects that the commit does not lead to.
  private mutating func reportStrangers() {
    var reached: Set<String> = [index.commit.hex]
    var waiting = checkedTrees.prefix(1).map { $0 }
    while let id = waiting.popLast() {
      guard objects[id] != nil, reached.insert(id).inserted else { continue }
      waiting += trees[id]?.entries.values.map(\.id) ?? []
    }
    for id in objects.keys.sorted() where !reached.contains(id) {
      report("holds an object \(id) to which the commit does not lead")
    }
  }

  private mutating func report(_ what: String) {
    problems.append(.unproven(BagLayout.pack, what))
  }
}

/// The part of a commit object that a proof needs.
enum GitCommit {
  /// The 40 digits of the tree's id, which the first line of a commit names.
  static func tree(of commit: [UInt8]) -> String? {
    guard commit.starts(with: Array("tree ".utf8)), commit.count > 45, commit[45] == 0x0A else {
      return nil
    }
    return ObjectID(hex: String(decoding: commit[5..<45], as: UTF8.self))?.hex
  }
}
