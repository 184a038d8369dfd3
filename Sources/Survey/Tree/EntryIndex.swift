// SPDX-License-Identifier: Apache-2.0

package import FileShapes
package import GateModel

/// The entries of a tree in the order of their paths, so that whoever looks for a path or a folder does
/// not walk all of them.
package struct EntryIndex {
  /// The entries in the order of their paths.
  package let entries: [TreeEntry]
  /// Entries by paths that Unicode may write in another way as well: few trees have any.
  private let respelled: [String: TreeEntry]

  /// Indexes the entries of a tree, which mostly are in the order of their paths already.
  package init(_ entries: [TreeEntry]) {
    let isSorted = entries.indices.dropFirst().allSatisfy { index in
      !TreePath.precedes(entries[index].path, entries[index - 1].path)
    }
    self.entries =
      isSorted ? entries : entries.sorted { TreePath.precedes($0.path, $1.path) }
    respelled = Dictionary(
      entries.lazy.filter { !TreePath.isASCII($0.path) }.map { ($0.path, $0) }
    ) { first, _ in first }
  }

  /// The entry at a path.
  package subscript(path: String) -> TreeEntry? {
    Self.entry(at: path, in: entries) ?? (respelled.isEmpty ? nil : respelled[path])
  }

  /// The entry at a path of entries that are in order, for whoever looks for so few that indexing a large
  /// tree would take longer than all else.
  package static func entry(at path: String, in entries: [TreeEntry]) -> TreeEntry? {
    let index = firstIndex(notBefore: path, in: entries)
    guard index < entries.count, entries[index].path.utf8.elementsEqual(path.utf8) else {
      return nil
    }
    return entries[index]
  }

  /// Whether a path is a folder with something in it, as the root of any tree with entries is.
  package func holdsSomething(below folder: String) -> Bool {
    guard !folder.isEmpty else { return !entries.isEmpty }
    let prefix = folder + "/"
    let index = firstIndex(notBefore: prefix)
    if index < entries.count, entries[index].path.utf8.starts(with: prefix.utf8) { return true }
    return respelled.keys.contains { TreePath.lies($0, below: folder) }
  }

  /// The entries in a folder and its folders, in the order of their paths; all where it is the root.
  package func entries(below folder: String) -> ArraySlice<TreeEntry> {
    guard !folder.isEmpty else { return entries[...] }
    let prefix = folder + "/"
    return entries[firstIndex(notBefore: prefix)...].prefix {
      $0.path.utf8.starts(with: prefix.utf8)
    }
  }

  /// The entries that a pattern matches, in the order of their paths.
  package func entries(matching pattern: PathPattern) -> [TreeEntry] {
    let prefix = pattern.literalPrefix
    return entries[firstIndex(notBefore: prefix)...]
      .prefix { $0.path.utf8.starts(with: prefix.utf8) }
      .filter { pattern.matches($0.path) }
  }

  /// The place of the first entry whose path does not come before another path.
  private func firstIndex(notBefore path: String) -> Int {
    Self.firstIndex(notBefore: path, in: entries)
  }

  private static func firstIndex(notBefore path: String, in entries: [TreeEntry]) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if TreePath.precedes(entries[middle].path, path) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
