// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage

/// What is there and could not be read, artifacts or history: what it might have shown is open.
struct UnreadEvidence: Sendable {
  /// The kinds of artifacts of which some could not be read.
  let kinds: Set<ArtifactKind>
  /// Whether the history is cut off, so that nobody knows when a file was last changed.
  let isHistoryCut: Bool

  /// Whether a fact is absent only because the history is cut off.
  func explains(_ error: EvaluationError) -> Bool {
    isHistoryCut && error.kind == .missingEvidence && error.field == "last_changed"
  }

  /// Why a failure of a condition is not certain, or nil when it looked at nothing unread.
  func reason(toDoubt program: Program) -> String? {
    let doubtful = Self.lists.filter {
      kinds.contains($0.kind) && Self.looks(program, at: $0.field)
    }
    guard !doubtful.isEmpty else { return nil }
    let names = Set(doubtful.map(\.kind.rawValue)).sorted().joined(separator: ", ")
    return "the evidence may stand in an artifact that could not be read (\(names))"
  }

  private static let lists: [(field: String, kind: ArtifactKind)] = [
    ("model_cards", .modelCard), ("datasheets", .datasheet), ("evaluations", .evaluation),
    ("dpias", .dpia), ("frias", .fria), ("records", .record),
  ]

  /// Whether a condition reads a list; one that reads the dossier as a whole reads every list.
  private static func looks(_ program: Program, at field: String) -> Bool {
    guard program.referencedRoots.contains("dossier") else { return false }
    let fields = program.referencedFields.filter { $0.hasPrefix("dossier.") }
    let named = Set(fields.map { $0.dropFirst("dossier.".count).prefix { $0 != "." } })
    guard !named.isEmpty, !named.contains("artifacts"), !named.contains("metric_pairs") else {
      return true
    }
    return named.contains(field[...])
  }
}
