// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import GateModel
internal import Survey

/// The part `coverage` of a declaration, with the headings that speak of the contents of a scheme.
///
/// What no document speaks of stands as a comment, so that it is still missing.
package struct CoverageDraft: Sendable {
  /// The text, in YAML.
  package let text: String

  /// Reads the documents of a system and matches them with a scheme.
  ///
  /// - Parameters:
  ///   - name: The name of the scheme, such as `annex_iv`.
  ///   - request: Which tree is read; nil for none.
  ///   - id: The id of the system; nil for the only one.
  /// - Returns: The text for the declaration.
  /// - Throws: When there is no such scheme, or the tree cannot be read.
  package static func make(
    scheme name: String,
    _ request: RunRequest?,
    id: String?
  ) async throws(RunFailure) -> CoverageDraft {
    let scheme = try CoverageScheme(named: name)
    guard let request else { return CoverageDraft(scheme, of: nil) }
    let dossiers = try await GateRun(request).assessments(asksRules: false).assessments.map(
      \.dossier
    )
    let wanted = dossiers.filter { dossier in
      dossier.declaration != nil && (id == nil || dossier.systemID == id)
    }
    return CoverageDraft(scheme, of: wanted.count == 1 ? wanted[0] : nil)
  }

  private init(_ scheme: CoverageScheme, of dossier: Dossier?) {
    let folder = dossier?.declaration.map { TreePath.folder(of: $0.source.path) } ?? ""
    // What was written for the purpose comes first, then what speaks of the model, then of its data.
    let kinds: [ArtifactKind] = [.record, .modelCard, .evaluation, .dpia, .fria]
    let artifacts = dossier?.artifacts ?? []
    let own = kinds.flatMap { kind in artifacts.filter { $0.kind == kind } }
    let others = artifacts.filter { !kinds.contains($0.kind) }
    let statements = (own + others).flatMap(\.statements).filter {
      $0.state == .substantive && $0.source.path != dossier?.declaration?.source.path
    }
    let lines = scheme.ids.map { id -> String in
      let content = CoverageContents.content(of: id, in: scheme)
      let note = content.map { "  # \($0.summary)" } ?? ""
      let found = (content?.topics ?? []).lazy.compactMap { topic in
        statements.first { $0.topic == topic }
      }
      .first
      guard let found else { return "    # \"\(id)\": path.md#heading\(note)" }
      let place = Self.place(of: found, from: folder)
      return "    \"\(id)\": \"\(Templates.quotable(place))\"\(note)"
    }
    let versions = Set((dossier?.declaration?.models ?? []).compactMap(\.version))
    let version = versions.count == 1 ? versions.first : nil
    let head = version.map {
      "    \(DeclaredCoverage.versionKey): \"\(Templates.quotable($0))\"\n"
    }
    // A map without entries would be no map.
    let isEmpty = head == nil && lines.allSatisfy { $0.hasPrefix("    #") }
    text =
      "# Part of the declaration. An id that does not apply: {not_applicable: the reason}.\n"
      + "coverage:\n  \(scheme.rawValue):\(isEmpty ? " {}" : "")\n" + (head ?? "")
      + lines.joined(separator: "\n") + "\n"
  }

  /// The document of a statement from the folder of the declaration, with its heading.
  private static func place(of statement: Statement, from folder: String) -> String {
    let path = statement.source.path
    let own = folder.split(separator: "/")
    let parts = path.split(separator: "/")
    let shared = zip(own, parts).prefix { $0 == $1 }.count
    let way =
      Array(repeating: "..", count: own.count - shared) + parts.dropFirst(shared).map(String.init)
    let heading = statement.source.headingPath.last ?? statement.question ?? ""
    let anchor = DeclaredCoverage.anchor(of: heading)
    return way.joined(separator: "/") + (anchor.isEmpty ? "" : "#\(anchor)")
  }
}
