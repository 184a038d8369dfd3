// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel

extension SystemDeclaration {
  /// Looks up what stands where contents of schemes are said to stand: under a heading of a Markdown
  /// document of any kind, or below a key of one in JSON or YAML.
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
      let isMarkdown = Self.isMarkdown(path)
      let ending = TreePath.fileExtension(of: path)
      guard isMarkdown || Self.keyedEndings.contains(ending),
        entry.kind == .file || entry.kind == .executable
      else { continue }
      let isMeant = coverage[place].heading.map(DeclaredCoverage.anchor).map { anchor in
        { DeclaredCoverage.anchor(of: $0) == anchor }
      }
      do throws(Problem) {
        let bytes = if let read = documents[path] { read } else { try tree.bytes(of: entry) }
        documents[path] = bytes
        let passage =
          isMarkdown
          ? try DocumentPassage(of: bytes, under: isMeant)
          : try DocumentPassage(of: bytes, isJSON: ending == "json", below: isMeant)
        coverage[place].passage =
          passage.map { .found($0.state, statements: $0.statements) } ?? .noHeading
      } catch {
        // What cannot be read shows nothing; where it is an artifact, that is a fault of its own.
        coverage[place].passage = .unread
      }
    }
  }

  private static let keyedEndings: Set<String> = ["json", "yaml", "yml"]

  /// Whether a file is read as Markdown, by its name.
  static func isMarkdown(_ path: String) -> Bool {
    ["md", "markdown"].contains(TreePath.fileExtension(of: path))
  }
}
