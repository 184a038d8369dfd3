// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
package import GateModel
internal import Texts

/// Finds the files of a tree that matter, by their paths alone.
package enum Discovery {
  /// How many folders deep artifacts are looked for, from the root and from each declaration; what a
  /// declaration names may lie as deep as it likes.
  package static let maximumDepth = 4
  /// Folders whose content was written elsewhere.
  private static let foreignFolders = ["node_modules", "vendor", ".git"].map { Array($0.utf8) }

  /// The policy of the tree, if it has one; `modelgate.yaml` is accepted too.
  package static func policyEntry(in entries: [TreeEntry]) -> TreeEntry? {
    entries.first { $0.path == PolicyFile.name }
      ?? entries.first { $0.path == PolicyFile.otherName }
  }

  /// The waiver file that the policy names, if it is there.
  package static func waiverEntry(in entries: [TreeEntry], policy: PolicyFile) -> TreeEntry? {
    entries.first { $0.path == policy.waivers }
  }

  /// The entries that may be anything that is looked for by its path, in their order.
  ///
  /// Most files of a large tree are source code and pictures, which nothing that follows takes for evidence:
  /// going through them once leaves the other searches the few that are left.
  package static func telling(among entries: [TreeEntry], policy: PolicyFile) -> [TreeEntry] {
    // A pattern such as `**/ai-system.yml` matches none of them.
    let open = policy.systems.filter { pattern in
      let isPlain = TreePath.fileExtension(of: pattern.text).utf8.allSatisfy(ASCII.isLetter)
      return !isPlain || bystanders.contains(FileEnding(of: pattern.text))
    }
    return entries.indices.compactMap { index in
      let path = entries[index].path
      guard
        !bystanders.contains(FileEnding(of: path)) || mayNamePolicy(path)
          || open.contains(where: { $0.matches(path) })
      else { return nil }
      return entries[index]
    }
  }

  /// The endings of files that are neither evidence nor declarations, weights or policies.
  private static let bystanders: FileEnding.Choice = [
    "py", "c", "h", "cc", "cpp", "hpp", "java", "js", "ts", "go", "rs", "swift", "kt", "rb", "php",
    "cs", "scala", "sh", "pyc", "pyi", "pyx", "jsx", "tsx", "vue", "css", "scss", "lua", "jl", "r",
    "m", "mm", "cu", "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "bmp", "tif", "tiff", "mp3",
    "mp4", "wav", "flac", "avi", "woff", "woff2", "ttf", "otf", "o", "so", "a", "class", "jar",
  ]

  /// The system declarations, in the order of the tree.
  package static func declarationEntries(
    in entries: [TreeEntry],
    policy: PolicyFile
  ) -> [TreeEntry] {
    entries.filter { isDeclaration($0.path, policy: policy) }
  }

  /// Whether a path is that of a declaration.
  package static func isDeclaration(_ path: String, policy: PolicyFile) -> Bool {
    policy.systems.contains { $0.matches(path) } && !isForeign(path) && !policy.excludes(path)
  }

  /// The declarations that lie in folders of others and that the policy does not exclude by name.
  package static func skippedDeclarations(
    in entries: [TreeEntry],
    policy: PolicyFile
  ) -> [TreeEntry] {
    entries.filter { entry in
      policy.systems.contains { $0.matches(entry.path) } && isForeign(entry.path)
        && !policy.excludes(entry.path)
    }
  }

  /// Files named like a declaration that the policy's `systems` do not name, in folders that it does not
  /// exclude; their names count in any letter case, and with the ending of JSON.
  package static func unnamedDeclarations(
    in entries: [TreeEntry],
    policy: PolicyFile
  ) -> [TreeEntry] {
    entries.filter { entry in
      declarationEndings.contains(FileEnding(of: entry.path))
        && SystemDeclaration.fileNames.contains(TreePath.name(of: entry.path).lowercased())
        && !isForeign(entry.path) && !policy.excludes(entry.path)
        && !policy.systems.contains { $0.matches(entry.path) }
    }
  }

  private static let declarationEndings: FileEnding.Choice = ["yml", "yaml", "json"]

  /// The policies that nothing reads: below the root in folders that the policy of the root neither
  /// excludes nor lists, and at the root under a name that only resembles its own.
  package static func unreadPolicies(in entries: [TreeEntry], policy: PolicyFile) -> [TreeEntry] {
    let listed = policy.systems.map { TreePath.folder(of: $0.literalPrefix) }
      .filter { !$0.isEmpty }
    return entries.filter { entry in
      guard mayNamePolicy(entry.path) else { return false }
      let folder = TreePath.folder(of: entry.path)
      guard !folder.isEmpty else {
        return PolicyFile.resembles(entry.path) && !PolicyFile.names.contains(entry.path)
          && !policy.excludes(entry.path)
      }
      if PolicyFile.resembles(String(entry.path.prefix { $0 != "/" })) {
        return !policy.excludes(entry.path)
      }
      return PolicyFile.resembles(TreePath.name(of: entry.path)) && !isForeign(entry.path)
        && !policy.excludes(entry.path)
        && !listed.contains {
          $0 == folder || TreePath.lies($0, below: folder) || TreePath.lies(folder, below: $0)
        }
    }
  }

  /// Whether the first folder or the name of a file starts like the name of a policy, which few do.
  private static func mayNamePolicy(_ path: String) -> Bool {
    path.withBytes { bytes in
      let slash = UInt8(ascii: "/")
      let first = bytes.prefix { $0 != slash }
      let name = bytes[(bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0)...]
      return PolicyFile.startsLikeName(first) || PolicyFile.startsLikeName(name)
    }
  }

  /// Whether a folder of the path holds what others wrote.
  package static func isForeign(_ path: String) -> Bool {
    path.withBytes { bytes in
      var start = 0
      while let end = bytes[start...].firstIndex(of: UInt8(ascii: "/")) {
        if foreignFolders.contains(where: { bytes[start..<end].elementsEqual($0) }) { return true }
        start = end + 1
      }
      return false
    }
  }
}
