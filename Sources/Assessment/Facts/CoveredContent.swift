// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
package import Survey

/// One content of a scheme with what was found where the declaration says it stands.
package struct CoveredContent: Sendable {
  package let scheme: CoverageScheme
  package let id: String
  package private(set) var state: State
  /// Where it should stand, as declared; nil where nothing is declared.
  package let target: String?
  /// Why it does not apply, what is missing, or what speaks against it.
  package private(set) var reason: String?
  /// The version of the system that the places of the scheme are stated for.
  package let version: String?
  let source: SourceReference
  /// How many things are said there.
  private var statements = 0

  /// What was found there.
  package enum State: String, CaseIterable, Sendable {
    case substantive
    /// More contents are said to stand there than the place says things.
    case undecided
    case placeholder
    case empty
    /// Nothing is declared, or nothing stands there.
    case absent
    case notApplicable = "not_applicable"
  }

  /// Compares what is declared with the documents of the dossier, in the order of the declaration.
  package static func all(
    of declared: [DeclaredCoverage],
    artifacts: [Artifact]
  ) -> [CoveredContent] {
    var contents = declared.map { CoveredContent($0, artifacts: artifacts) }
    let served = Dictionary(
      grouping: contents.indices.filter { contents[$0].state == .substantive },
      by: { Place(declared[$0]) }
    )
    for (place, indices) in served {
      let said = indices.map { contents[$0].statements }.max() ?? 0
      guard indices.count > max(said, Place.fewContents) else { continue }
      for index in indices {
        contents[index].state = .undecided
        contents[index].reason =
          "\(indices.count) contents are said to stand under '\(place.words)', and \(said) "
          + "\(said == 1 ? "thing is" : "things are") said there"
      }
    }
    return contents
  }

  private init(_ declared: DeclaredCoverage, artifacts: [Artifact]) {
    scheme = declared.scheme
    id = declared.id
    target = declared.path.map { path in declared.heading.map { "\(path)#\($0)" } ?? path }
    source = declared.source
    version = declared.version
    if let reason = declared.reason {
      state = Substance.isRemark(reason) ? .notApplicable : .placeholder
      self.reason = reason
      return
    }
    let statements = artifacts.filter { $0.source.path == declared.path }.flatMap(\.statements)
      .filter { Self.stands($0, under: declared.heading) }
    let found = statements.map(\.state) + (statements.isEmpty ? declared.passage.states : [])
    let states = found.map { $0 == .undecided ? State.placeholder.rawValue : $0.rawValue }
    self.statements = max(
      declared.passage.statements,
      statements.reduce(0) { $0 + StatementCount.of($1.text) }
    )
    state =
      [State.substantive, .placeholder, .empty].first { states.contains($0.rawValue) } ?? .absent
    reason = state == .absent ? declared.passage.lack(in: declared) : nil
  }

  /// The id, with what is missing where a place is named.
  var gap: String { reason.map { "\(id) (\($0))" } ?? id }

  private static func stands(_ statement: Statement, under heading: String?) -> Bool {
    guard let heading else { return true }
    let wanted = DeclaredCoverage.anchor(of: heading)
    let headings = statement.source.headingPath + [statement.question ?? ""]
    return headings.contains { DeclaredCoverage.anchor(of: $0) == wanted }
  }
}

/// A heading of a document, by which contents of one scheme are counted.
private struct Place: Hashable {
  let scheme: CoverageScheme
  let path: String
  let anchor: String

  /// How many contents a single sentence may serve: neighbouring ids of a scheme often ask for halves of
  /// one answer, as 13(3)(b)(iv) and (vii) of the AI Act do.
  static let fewContents = 2

  init(_ declared: DeclaredCoverage) {
    scheme = declared.scheme
    path = declared.path ?? ""
    anchor = DeclaredCoverage.anchor(of: declared.heading ?? "")
  }

  var words: String { anchor.isEmpty ? path : "\(path)#\(anchor)" }
}

extension DeclaredCoverage.Passage {
  /// The state of what was found, if anything was.
  fileprivate var states: [Statement.State] {
    if case .found(let state, _) = self { [state] } else { [] }
  }

  /// How many things it says.
  fileprivate var statements: Int {
    if case .found(_, let statements) = self { statements } else { 0 }
  }

  /// What is missing; nil where the place is there.
  fileprivate func lack(in declared: DeclaredCoverage) -> String? {
    let path = declared.path ?? ""
    return switch self {
    case .noFile: "there is no file '\(path)'"
    case .noHeading: "'\(path)' has no heading or key '\(declared.heading ?? "")'"
    case .unread: "'\(path)' cannot be read as Markdown, JSON or YAML, and is no artifact"
    case .found: nil
    }
  }
}
