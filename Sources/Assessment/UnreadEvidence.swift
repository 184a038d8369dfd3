// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import RuleLanguage
package import RulePacks

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
    // What is derived from several lists reads them all.
    guard !named.isEmpty, named.isSubset(of: lists.map { $0.field[...] }) else { return true }
    return named.contains(field[...])
  }

  /// What a condition may ask of a system without an artifact having a say in it.
  private static let declared: Set<Substring> = [
    "id", "name", "description", "is_declared", "tier", "flags", "route", "areas", "under_ai_act",
    "jurisdictions", "protected_slices", "protected_groups", "uncollected_attributes",
  ]

  /// Whether a condition may come out otherwise where some artifacts say something else, in a system
  /// whose tier and flags are known.
  fileprivate static func rests(_ program: Program, on kinds: Set<ArtifactKind>) -> Bool {
    let asked = program.referencedFields.filter { $0.hasPrefix("system.") }
      .map { $0.dropFirst("system.".count).prefix { $0 != "." } }
    return !declared.isSuperset(of: asked)
      || lists.contains { kinds.contains($0.kind) && looks(program, at: $0.field) }
  }
}

extension Rule {
  /// Whether an outcome of the rule may rest on artifacts of some kinds, in a system whose tier and flags
  /// are known; unsure is yes.
  package func rests(on kinds: Set<ArtifactKind>) -> Bool {
    [iteration?.list, when, require].contains { program in
      program.map { UnreadEvidence.rests($0, on: kinds) } ?? false
    }
  }
}
