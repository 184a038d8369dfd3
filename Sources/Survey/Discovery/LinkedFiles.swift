// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension Discovery {
  /// The candidates with each symbolic link replaced by the file of the tree that it leads to.
  ///
  /// A file is read once, for all systems that look at it under either path. A link that leads out of
  /// the tree, to nothing, or to a folder stays what it is.
  ///
  /// - Parameters:
  ///   - candidates: The candidates by path.
  ///   - files: The tree.
  ///   - targets: What the links among the candidates say, by their paths.
  /// - Returns: The candidates by path.
  package static func followingLinks(
    of candidates: [Candidate],
    among files: EntryIndex,
    targets: [String: String]
  ) -> [Candidate] {
    guard !targets.isEmpty else { return candidates }
    var followed: [Candidate] = []
    for candidate in candidates {
      var candidate = candidate
      if candidate.entry.kind == .symlink, let text = targets[candidate.entry.path],
        !text.hasPrefix("/"),
        let path = TreePath.resolve(text, in: TreePath.folder(of: candidate.entry.path)),
        let entry = files[path], entry.kind == .file || entry.kind == .executable
      {
        candidate.links = [candidate.entry.path]
        candidate.entry = entry
      }
      let known = followed.firstIndex {
        $0.entry.path == candidate.entry.path && $0.declaredKind == candidate.declaredKind
          && $0.declaredRecord == candidate.declaredRecord
      }
      if let known {
        followed[known].systems = Set(followed[known].systems + candidate.systems).sorted()
        followed[known].links += candidate.links
      } else {
        followed.append(candidate)
      }
    }
    return followed.inPathOrder
  }
}
