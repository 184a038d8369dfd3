// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import GateModel
package import Reporting
internal import Survey
internal import Texts

/// Where the contents of schemes stand, and which have no place, for `modelgate coverage`.
package struct CoverageListing: Sendable {
  /// The contents by system, scheme and id.
  package let contents: Listing
  /// How many contents of each scheme are accounted for, one line for each system and scheme.
  package let summary: String

  /// Reads the declarations of a tree and the documents that they point at.
  ///
  /// - Parameters:
  ///   - name: The name of a scheme, such as `annex_iv`; nil for those that a declaration mentions.
  ///   - request: Which tree is read, and which systems.
  /// - Returns: The contents of every declared system.
  /// - Throws: When there is no such scheme, or the tree cannot be read.
  package static func make(
    scheme name: String?,
    _ request: RunRequest
  ) async throws(RunFailure) -> CoverageListing {
    let scheme = try name.map { name throws(RunFailure) in try CoverageScheme(named: name) }
    let dossiers = try await GateRun(request).assessments(asksRules: false).assessments.map(
      \.dossier
    )
    let declared = dossiers.filter { $0.declaration != nil }
    let parts = declared.flatMap { dossier in
      let schemes = scheme.map { [$0] } ?? Self.schemes(of: dossier)
      return schemes.map { SchemeCoverage($0, of: dossier) }
    }
    let absence =
      declared.isEmpty
      ? "no system is declared" : "no declaration says where contents stand; name a --scheme"
    return CoverageListing(
      contents: Listing(
        ["system", "scheme", "id", "state", "place", "content"],
        absence: absence,
        rows: parts.flatMap(\.rows)
      ),
      summary: parts.map { "\($0.sentence)\n" }.joined()
    )
  }

  /// The schemes that a declaration mentions, in their fixed order.
  private static func schemes(of dossier: Dossier) -> [CoverageScheme] {
    let mentioned = Set((dossier.declaration?.coverage ?? []).map(\.scheme))
    return CoverageScheme.allCases.filter(mentioned.contains)
  }
}

/// One scheme as one system covers it.
private struct SchemeCoverage {
  let system: String
  let scheme: CoverageScheme
  let contents: [(id: String, found: CoveredContent?)]

  init(_ scheme: CoverageScheme, of dossier: Dossier) {
    self.scheme = scheme
    system = dossier.systemID
    let declared = (dossier.declaration?.coverage ?? []).filter { $0.scheme == scheme }
    let covered = CoveredContent.all(of: declared, artifacts: dossier.artifacts)
    contents = scheme.ids.map { id in (id, covered.first { $0.id == id }) }
  }

  var rows: [[Listing.Cell?]] {
    contents.map { id, found in
      [
        .text(system), .text(scheme.rawValue), .text(id), .text(found?.words ?? "no place"),
        (found?.reason ?? found?.target).map { .text($0) },
        CoverageContents.content(of: id, in: scheme).map { .text($0.summary) },
      ]
    }
  }

  var sentence: String {
    let count = contents.count { $0.found?.isAccounted == true }
    return "\(system): \(count) of \(contents.count) contents of \(scheme.rawValue) accounted for"
  }
}

extension CoveredContent {
  /// Whether something stands there, or a reason says why nothing has to.
  fileprivate var isAccounted: Bool { [.substantive, .notApplicable].contains(state) }

  fileprivate var words: String {
    switch state {
    case .substantive: "there"
    case .undecided: "too much for its place"
    case .placeholder: "placeholder"
    case .empty: "empty"
    case .absent: "nothing there"
    case .notApplicable: "does not apply"
    }
  }
}

extension CoverageScheme {
  /// Reads the name of a scheme.
  init(named name: String) throws(RunFailure) {
    guard let scheme = CoverageScheme(rawValue: name) else {
      let known = CoverageScheme.allCases.map(\.rawValue)
      throw .configuration(
        "there is no scheme '\(name)'",
        help: Suggestion.closest(to: name, among: known).map { "did you mean '\($0)'?" }
          ?? "the schemes are \(known.joined(separator: ", "))"
      )
    }
    self = scheme
  }
}
