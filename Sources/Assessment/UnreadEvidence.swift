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
    guard !kinds.isEmpty else { return nil }
    let doubtful = Self.kinds(readBy: program).intersection(kinds)
    guard !doubtful.isEmpty else { return nil }
    let names = doubtful.map(\.rawValue).sorted().joined(separator: ", ")
    return "the evidence may stand in an artifact that could not be read (\(names))"
  }

  private static let lists: [Substring: ArtifactKind] = [
    "model_cards": .modelCard, "datasheets": .datasheet, "evaluations": .evaluation,
    "dpias": .dpia, "frias": .fria, "records": .record,
  ]

  /// The functions that get a dossier as a whole.
  private static let dossierFunctions = Set(
    RuleFunctions.all.filter { declaration in
      declaration.receiver == .object("Dossier")
        || declaration.parameters.contains { $0.type == .object("Dossier") }
    }
    .map(\.name)
  )

  /// What such functions read; one that does not stand here reads everything.
  private static let functions: [String: Set<ArtifactKind>] = [
    "fairness_of": [.evaluation], "totals_for": [.evaluation], "counts_for": [.evaluation],
    "stated_values": [.evaluation], "stated_gaps": [.evaluation], "groups_set_aside": [.evaluation],
    "record": [.record],
    "statement": Set(lists.values),
  ]

  /// The kinds of artifacts that a condition reads; what is derived from several lists, and a dossier as
  /// a whole, reads all.
  private static func kinds(readBy program: Program) -> Set<ArtifactKind> {
    guard program.referencedRoots.contains("dossier") else { return [] }
    let fields = program.referencedFields.filter { $0.hasPrefix("dossier.") }
      .map { $0.dropFirst("dossier.".count).prefix { $0 != "." } }
    let called = program.calledFunctions.intersection(dossierFunctions)
      .map { functions[$0] ?? Set(lists.values) }
    guard !fields.isEmpty || !called.isEmpty else { return Set(lists.values) }
    let listed = fields.map { field in lists[field].map { [$0] } ?? Set(lists.values) }
    return (listed + called).reduce(into: []) { $0.formUnion($1) }
  }

  /// Whether a condition may come out otherwise where some artifacts, or some weights, say something
  /// else.
  ///
  /// All that is known of a system follows from its declaration, but for what its models are found to
  /// be, whether a card describes one, and what stands where a scheme's contents should.
  fileprivate static func rests(
    _ program: Program,
    on kinds: Set<ArtifactKind>,
    orWeights hasWeights: Bool
  ) -> Bool {
    let asked = Set(
      program.referencedFields.filter { $0.hasPrefix("system.") }
        .map { $0.dropFirst("system.".count).prefix { $0 != "." } }
    )
    return program.calledFunctions.contains("coverage") || asked.contains("covered")
      || hasWeights && asked.contains("models")
      || kinds.contains(.modelCard) && asked.contains("has_models")
      || !self.kinds(readBy: program).isDisjoint(with: kinds)
  }
}

extension Rule {
  /// Whether an outcome of the rule may rest on artifacts of some kinds, or on weights; unsure is yes.
  package func rests(on kinds: Set<ArtifactKind>, orWeights hasWeights: Bool) -> Bool {
    [iteration?.list, when, require].contains { program in
      program.map { UnreadEvidence.rests($0, on: kinds, orWeights: hasWeights) } ?? false
    }
  }
}
