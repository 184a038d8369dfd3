// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import Texts

extension Survey {
  /// The files that impact assessments name behind their risks and measures and that are not in the tree,
  /// by the path of the assessment.
  ///
  /// - Parameter paths: All paths of the tree.
  /// - Returns: The names as written; an assessment that names no file has no entry.
  package func missingFiles(among paths: some Sequence<String>) -> [String: [String]] {
    let assessments = dossiers.flatMap(\.artifacts).filter { $0.kind == .dpia }
    let cited = assessments.map { ($0.source.path, CitedFiles.named(in: $0)) }
      .filter { !$0.1.isEmpty }
    guard !cited.isEmpty else { return [:] }
    func places(of name: String, in path: String) -> [String] {
      [TreePath.folder(of: path), ""].compactMap { TreePath.resolve(name, in: $0) }
    }
    let wanted = Set(cited.flatMap { path, names in names.flatMap { places(of: $0, in: path) } })
    let found = Set(paths.lazy.filter(wanted.contains))
    return cited.reduce(into: [:]) { missing, one in
      missing[one.0] = one.1.filter { name in
        !places(of: name, in: one.0).contains(where: found.contains)
      }
    }
  }
}

/// The words of a text that name files of the repository.
private enum CitedFiles {
  static func named(in assessment: Artifact) -> [String] {
    let texts =
      assessment.risks.flatMap { [$0.mitigation, $0.description] }
      + assessment.controls.flatMap { [$0.title, $0.description] }
    return Set(texts.compactMap(\.self).flatMap(names)).sorted()
  }

  private static func names(in text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).compactMap { word in
      let bare = word.drop { marks.contains($0) }.split(separator: "#").first ?? ""
      let name = String(bare.reversed().drop { marks.contains($0) || $0 == "." }.reversed())
      return isFile(name) ? name : nil
    }
  }

  /// Whether a word is a path with a usual ending; what begins with a host is an address.
  private static func isFile(_ word: String) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard !word.contains(":"), !word.contains("*"), let name = parts.last, !name.hasPrefix("."),
      endings.contains(TreePath.fileExtension(of: String(name)))
    else { return false }
    guard parts.count > 1, let first = parts.first else { return true }
    return first == "." || first == ".." || !first.dropFirst().contains(".")
  }

  private static let marks: Set<Character> = Set("()[]{}<>\"'`,;!?“”„‘’«»")
  private static let endings: Set<String> = [
    "md", "markdown", "yml", "yaml", "json", "csv", "tsv", "pdf", "txt", "html", "py", "ipynb",
    "docx", "xlsx",
  ]
}
