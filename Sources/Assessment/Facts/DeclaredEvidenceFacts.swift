// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
internal import RuleLanguage
package import Survey
internal import Texts

/// One content of a scheme with what was found where the declaration says it stands.
package struct CoveredContent: Sendable {
  package let scheme: CoverageScheme
  package let id: String
  package let state: State
  /// Where it should stand, as declared; nil where nothing is declared.
  package let target: String?
  /// Why it does not apply, or what is missing.
  package let reason: String?
  let source: SourceReference

  /// What was found there.
  package enum State: String, CaseIterable, Sendable {
    case substantive
    case placeholder
    case empty
    /// Nothing is declared, or nothing stands there.
    case absent
    case notApplicable = "not_applicable"
  }

  /// Compares what is declared with the documents of the dossier.
  package init(_ declared: DeclaredCoverage, artifacts: [Artifact]) {
    scheme = declared.scheme
    id = declared.id
    target = declared.path.map { path in declared.heading.map { "\(path)#\($0)" } ?? path }
    source = declared.source
    if let reason = declared.reason {
      state = Substance.isReason(reason) ? .notApplicable : .placeholder
      self.reason = reason
      return
    }
    let statements = artifacts.filter { $0.source.path == declared.path }.flatMap(\.statements)
      .filter { Self.stands($0, under: declared.heading) }
    let found = statements.map(\.state) + (statements.isEmpty ? declared.passage.states : [])
    let states = found.map { $0 == .undecided ? State.placeholder.rawValue : $0.rawValue }
    state =
      [State.substantive, .placeholder, .empty].first { states.contains($0.rawValue) } ?? .absent
    reason = state == .absent ? declared.passage.lack(in: declared) : nil
  }

  private static func stands(_ statement: Statement, under heading: String?) -> Bool {
    guard let heading else { return true }
    let wanted = DeclaredCoverage.anchor(of: heading)
    let headings = statement.source.headingPath + [statement.question ?? ""]
    return headings.contains { DeclaredCoverage.anchor(of: $0) == wanted }
  }
}

extension DeclaredCoverage.Passage {
  /// The state of what was found, if anything was.
  fileprivate var states: [Statement.State] {
    if case .found(let state) = self { [state] } else { [] }
  }

  /// What is missing; nil where the place is there.
  fileprivate func lack(in declared: DeclaredCoverage) -> String? {
    let path = declared.path ?? ""
    return switch self {
    case .noFile: "there is no file '\(path)'"
    case .noHeading: "'\(path)' has no heading '\(declared.heading ?? "")'"
    case .unread: "'\(path)' is no Markdown document and no artifact"
    case .found: nil
    }
  }
}

enum DeclaredEvidenceFacts {
  static let content = RecordType<CoveredContent>(
    "Coverage",
    "One content of a scheme, with what was found where it should stand.",
    place: \.source.location,
    fields: [
      .choice("scheme", "the list of contents") { $0.scheme },
      .text("id", "the content in that list") { $0.id },
      .choice("state", "what was found") { $0.state }.phrased("{}"),
      .optionalText("target", "where it should stand") { $0.target },
      .optionalText("reason", "why it does not apply, or what is missing") { $0.reason },
      .object("source", RecordFacts.source, "where it is declared") { $0.source },
    ]
  )

  static let attestation = RecordType<Attestation>(
    "Attestation",
    "An answer that somebody gives with their name.",
    place: \.source.location,
    fields: [
      .text("question", "the question") { $0.question },
      .text("answer", "the answer") { $0.answer },
      .text("by", "who says so") { $0.by },
      .optionalText("role", "in which role") { $0.role },
      .optionalDay("date", "when") { $0.date },
      .optionalDay("expires", "the last day on which it counts") { $0.expires },
      .optionalText("evidence", "what it rests on") { $0.evidence },
      .object("source", RecordFacts.source, "where it is declared") { $0.source },
    ]
  )

  static let uncollected = RecordType<UncollectedAttribute>(
    "UncollectedAttribute",
    "A protected attribute that nobody asks people for.",
    place: \.source.location,
    fields: [
      .text("attribute", "the attribute") { $0.attribute },
      .optionalText("reason", "why it is not collected, where that says something") {
        Substance.isReason($0.reason) ? $0.reason : nil
      },
      .optionalText("owner", "who answers for that, where it is somebody") {
        Substance.isName($0.owner) ? $0.owner : nil
      },
      .optionalText("proxy", "what it is guessed from, where that says something") {
        Substance.isReason($0.proxy) ? $0.proxy : nil
      },
      .optionalDouble("proxy_error", "the share of people whose group the proxy gets wrong") {
        $0.proxyError
      },
      .text("stated", "what is the case, in words") { $0.stated },
      .object("source", RecordFacts.source, "where it is declared") { $0.source },
    ]
  )
}
