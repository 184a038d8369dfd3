// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Follows the objects of a git pack from the commit to each input.
///
/// Every id on the way is the SHA-1 of what it names, so that a path that leads to the blob of an
/// input proves that the input stands at this path in the commit. All folders below the checked one
/// are there as well: they prove that no other file was left out.
struct RepositoryProof {
  private let objects: [String: PackedObject]
  private let index: InputIndex
  private let policyCommit: ObjectID?
  private var trees: [String: GitTree] = [:]
  private var problems: [Problem] = []

  /// The ids of the trees that were checked, outermost first, for comparison with the report.
  private(set) var checkedTrees: [String] = []
  /// Every file below the checked folder.
  private(set) var entries: [TreeEntry] = []
  /// The files of the policy's commit, as far as the pack leads to them; nil when the policy was
  /// read from the checked tree.
  private(set) var policyEntries: [TreeEntry]?

  /// Proves an index by a pack.
  init(_ objects: [String: PackedObject], of index: InputIndex, policyCommit: ObjectID?) {
    (self.objects, self.index, self.policyCommit) = (objects, index, policyCommit)
  }

  /// What is wrong with the proof; nothing if each input belongs to the commit.
  mutating func findProblems() -> [Problem] {
    readTrees()
    guard let tree = tree(of: index.commit) else { return problems }
    checkedTrees = [tree]
    if let root = root(below: tree) {
      followInputs(from: root)
      listFiles(below: root)
    }
    if let policyCommit, let tree = self.tree(of: policyCommit) {
      policyEntries = root(below: tree).map { TreeListing.entries(below: $0, trees).entries }
    }
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

  private mutating func tree(of id: ObjectID) -> String? {
    guard let commit = objects[id.hex], commit.kind == .commit else {
      report("does not hold the commit \(id)")
      return nil
    }
    guard let tree = GitCommit.tree(of: commit.bytes) else {
      report("holds a commit \(id) that names no tree")
      return nil
    }
    return tree
  }

  private mutating func root(below tree: String) -> String? {
    guard !index.root.isEmpty else { return tree }
    guard let root = entry(at: index.root, from: tree), root.isTree else {
      report("does not lead to the checked folder \(quoted(index.root))")
      return nil
    }
    return root.id
  }

  private mutating func followInputs(from tree: String) {
    if !index.root.isEmpty { checkedTrees.append(tree) }
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
      if input.file != nil, objects[input.blob.hex]?.kind != .blob {
        report("does not hold the blob \(input.blob) of \(quoted(input.path))")
      }
    }
  }

  private mutating func listFiles(below tree: String) {
    let listing = TreeListing.entries(below: tree, trees)
    entries = listing.entries
    if let problem = listing.problem { report(problem) }
  }

  /// The entry at a path below a tree, found part by part.
  private func entry(at path: String, from tree: String) -> GitTree.Entry? {
    var current = GitTree.Entry(mode: 0o040000, id: tree)
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      guard current.isTree, let next = trees[current.id]?[part] else { return nil }
      current = next
    }
    return current
  }

  /// Reports objects to which no commit leads.
  private mutating func reportStrangers() {
    let commits = [index.commit] + (policyCommit.map { [$0] } ?? [])
    var reached = Set(commits.map(\.hex))
    var waiting = commits.compactMap { objects[$0.hex].flatMap { GitCommit.tree(of: $0.bytes) } }
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
