// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel

extension SystemDeclaration {
  /// Looks up what stands where contents of schemes are said to stand, in Markdown documents of any kind.
  mutating func lookUpCoverage(
    in tree: borrowing some SourceTree & ~Copyable,
    _ index: EntryIndex
  ) {
    var documents: [String: [UInt8]] = [:]
    for place in coverage.indices {
      guard let path = coverage[place].path else { continue }
      guard let entry = index[path] else {
        coverage[place].passage = .noFile
        continue
      }
      guard Self.isMarkdown(path), entry.kind == .file || entry.kind == .executable else {
        continue
      }
      let wanted = coverage[place].heading.map(DeclaredCoverage.anchor)
      do throws(Problem) {
        let bytes = if let read = documents[path] { read } else { try tree.bytes(of: entry) }
        documents[path] = bytes
        let passage = try MarkdownPassage(
          of: bytes,
          under: wanted.map { anchor in { DeclaredCoverage.anchor(of: $0) == anchor } }
        )
        coverage[place].passage =
          passage.map { .found($0.state, statements: $0.statements) } ?? .noHeading
      } catch {
        // What cannot be read shows nothing; where it is an artifact, that is a fault of its own.
        coverage[place].passage = .unread
      }
    }
  }

  /// Whether a file is read as Markdown, by its name.
  static func isMarkdown(_ path: String) -> Bool {
    ["md", "markdown"].contains(TreePath.fileExtension(of: path))
  }
}
