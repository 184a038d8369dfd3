// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Lists the files below a tree of a pack, spelled as for the check itself.
struct TreeListing {
  /// As many names and levels as the check itself reads; trees may share subtrees, so that a few
  /// kilobytes can stand for billions of names.
  private static let maximumNames = 2_000_000
  private static let maximumDepth = 512

  private let trees: [String: GitTree]
  private var found: [TreeEntry] = []
  private var nameCount = 0
  private var isTooLarge = false
  /// The first missing folder by the bytes of its path, in whichever order trees are read.
  private var missing: String?

  /// The files that the trees lead to, and what is in the way of a complete listing.
  static func entries(
    below tree: String,
    _ trees: [String: GitTree]
  ) -> (entries: [TreeEntry], problem: String?) {
    var listing = TreeListing(trees: trees)
    listing.list(tree, at: "", depth: 0)
    return (listing.found.inTreeOrder, listing.problem)
  }

  private init(trees: [String: GitTree]) { self.trees = trees }

  private var problem: String? {
    if isTooLarge { return "holds a tree that is too large to be listed" }
    return missing.map { "does not hold the folder \(quoted($0)), so that files may be hidden" }
  }

  private mutating func list(_ id: String, at path: String, depth: Int) {
    guard let tree = trees[id] else {
      let isFirst = missing.map { path.utf8.lexicographicallyPrecedes($0.utf8) } ?? true
      if isFirst { missing = path }
      return
    }
    nameCount += tree.entries.count
    guard depth < Self.maximumDepth, nameCount <= Self.maximumNames else {
      isTooLarge = true
      return
    }
    for (name, entry) in tree.entries {
      let text = PathText.text(of: name)
      let place = path.isEmpty ? text : "\(path)/\(text)"
      if entry.isTree {
        list(entry.id, at: place, depth: depth + 1)
      } else if let kind = entry.kind, let blob = ObjectID(hex: entry.id) {
        found.append(TreeEntry(path: place, kind: kind, id: blob))
      }
    }
  }
}
