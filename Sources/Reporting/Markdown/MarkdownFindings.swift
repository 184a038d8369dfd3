// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The open findings of a report by the document that they are about, which is who must act.
struct MarkdownFindings {
  /// The parts of the report in the order of a reader.
  enum Part: String, CaseIterable {
    case declaration = "Declaration"
    case modelCard = "Model card"
    case datasheet = "Datasheet"
    case evaluation = "Evaluation and fairness"
    case dpia = "Impact assessment (DPIA)"
    case fria = "Fundamental rights impact assessment"
    case other = "Other documents"
  }

  /// A sentence on fairness with its counts, limit and source takes about 700 characters.
  private static let maximumMessage = 1_200

  private let rules: RuleTexts
  private let kinds: [String: ArtifactKind]
  private let folded: FoldedFindings
  private let namesSystems: Bool

  init(_ report: Report) {
    rules = RuleTexts(report)
    kinds = Dictionary(report.artifacts.map { ($0.path, $0.kind) }) { first, _ in first }
    folded = FoldedFindings(report)
    namesSystems = report.systems.count > 1
  }

  /// The parts that have findings, each with its heading and its rows.
  var sections: [(heading: String, rows: [[String]])] {
    let parts = Dictionary(grouping: folded.findings, by: part)
    return Part.allCases.compactMap { part in
      guard let findings = parts[part], !findings.isEmpty else { return nil }
      let words = VerdictWords(findings, faults: [], verdict: .fail, failOn: .error)
      let counts = words.shortCounts.isEmpty ? "notes" : words.shortCounts
      return ("\(part.rawValue): \(counts)", findings.map(row))
    }
  }

  private func part(of result: CheckResult) -> Part {
    let kind = result.locations.lazy.compactMap { kinds[$0.path] }.first
    switch kind {
    case .system, nil: return .declaration
    case .modelCard: return .modelCard
    case .datasheet: return .datasheet
    case .evaluation: return .evaluation
    case .dpia: return .dpia
    case .fria: return .fria
    default: return .other
    }
  }

  private func row(_ result: CheckResult) -> [String] {
    let rule = rules[result]
    let grave = result.outcome == .undecided ? "❔" : result.severity >= .error ? "❌" : "⚠️"
    let symbol = result.knownSince.map { "not new, since \($0)" } ?? grave
    let place = result.locations.first.map { place in
      MarkdownText.cell(place.path) + (place.position.map { " line \($0.line)" } ?? "")
    }
    let owner = namesSystems ? " (\(MarkdownText.cell(result.system)))" : ""
    let name = MarkdownText.prose(result.code ?? result.ruleName)
    let message = result.message.isEmpty ? rule.title : result.message
    let followers = folded.followers(of: result).map { MarkdownText.prose($0) }
    let with = followers.isEmpty ? "" : "; with it \(followers.joined(separator: ", "))"
    return [
      symbol, MarkdownText.prose(message, limit: Self.maximumMessage) + with + owner,
      place ?? MarkdownText.cell(result.subject), MarkdownText.prose(rule.remedy),
      "\(MarkdownText.prose(rule.clause)) \(name)",
    ]
  }
}
