// SPDX-License-Identifier: Apache-2.0

package import FileShapes
package import GateModel

/// The entries of a tree in the order of their paths, so that a pattern looks only at its own folder.
package struct EntryIndex {
  private let entries: [TreeEntry]

  package init(_ entries: [TreeEntry]) {
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The entries that a pattern matches, in the order of their paths.
  package func entries(matching pattern: PathPattern) -> [TreeEntry] {
    let prefix = pattern.literalPrefix
    let start = firstIndex { !$0.path.utf8.lexicographicallyPrecedes(prefix.utf8) }
    return entries[start...].prefix { $0.path.utf8.starts(with: prefix.utf8) }
      .filter { pattern.matches($0.path) }
  }

  /// The first entry for which a condition holds that then holds for all later ones.
  private func firstIndex(where holds: (TreeEntry) -> Bool) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(entries[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
