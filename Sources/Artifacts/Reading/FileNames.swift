// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel

/// The file names that discovery looks for.
package struct FileNames: Sendable {
  /// The name that MLflow gives its description of a model, which has no extension.
  static let mlflowModel = "MLmodel"

  /// The endings of files whose syntax a reader knows.
  private static let endings: FileEnding.Choice = [
    .none, "md", "markdown", "json", "jsonl", "jsonld", "yaml", "yml", "csv", "tsv", "eval", "txt",
  ]

  private let patterns: [PathPattern]
  /// Folders of declarations that claim what lies there, in lower case.
  private let openFolders: Set<String>

  package init(of formats: [ArtifactFormat], openFolders: Set<String>) {
    patterns = formats.flatMap(\.patterns)
    self.openFolders = Set(openFolders.map { $0.lowercased() })
  }

  package func match(_ path: String) -> Bool {
    let ending = FileEnding(of: path)
    guard Self.endings.contains(ending) else { return false }
    let path = path.lowercased()
    let isBesideDeclaration = openFolders.contains(TreePath.folder(of: path))
    return patterns.contains { pattern in
      pattern.matches(path) || (isBesideDeclaration && pattern.matches(TreePath.name(of: path)))
    }
  }

  /// Whether discovery looks for a file of this name, in this folder or in that of a declaration.
  package func isTelling(_ path: String) -> Bool { match(path) || match(TreePath.name(of: path)) }
}
