// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
package import RulePacks
package import Survey

/// Judges dossiers by rule packs.
package struct Assessor: Sendable {
  /// The packs, sorted by id.
  package let packs: [RulePack]
  /// What the policy says about judging.
  package let policy: PolicyFacts
  /// The day of the check.
  package let asOf: CalendarDate
  /// The checked revision.
  package let revision: RevisionFacts
  /// The rules of all packs, in their order.
  private let rules: [AppliedRule]

  /// Creates an assessor for one revision.
  package init(
    packs: [RulePack],
    policy: PolicyFacts,
    asOf: CalendarDate,
    revision: RevisionFacts
  ) {
    self.packs = packs.sorted { $0.id < $1.id }
    rules = AppliedRule.all(of: self.packs)
    self.policy = policy
    self.asOf = asOf
    self.revision = revision
  }

  /// Derives the tier of a system and judges it by every rule.
  ///
  /// - Parameters:
  ///   - dossier: The artifacts of the system.
  ///   - unread: The kinds of artifacts of which some could not be read; what is missing there is
  ///     undecided, because it may be in them.
  /// - Returns: The tier and the records of every rule.
  package func assess(
    _ dossier: Dossier,
    unread: Set<ArtifactKind> = []
  ) -> SystemAssessment {
    let system = subject(of: dossier)
    let facts = arena(of: dossier, system: system)
    var evaluation = SystemEvaluation(
      of: system,
      on: asOf,
      strictDates: policy.strictDates,
      facts: facts,
      unread: UnreadEvidence(kinds: unread, isHistoryCut: revision.isShallow),
      rules: rules
    )
    for (rule, parameters) in zip(rules, facts.parameters) {
      evaluation.apply(rule, parameters: parameters)
    }
    return SystemAssessment(
      dossier: dossier,
      derivation: system.derivation,
      results: evaluation.results
    )
  }

  private func subject(of dossier: Dossier) -> SystemSubject {
    let derivation: TierDerivation
    if let facts = dossier.declaration?.facts {
      derivation = Tiering.derive(
        from: facts,
        asOf: asOf,
        unknownFails: policy.unknownIs == .fail
      )
    } else {
      derivation = .undeclared
    }
    return SystemSubject(
      id: dossier.systemID,
      name: dossier.systemName,
      declaration: dossier.declaration,
      derivation: derivation,
      models: dossier.models.map { ModelSubject(model: $0.model, weights: $0.weights) }
    )
  }

  private func arena(of dossier: Dossier, system: SystemSubject) -> DossierArena {
    DossierArena(
      system: system,
      dossier: DossierFacts(
        artifacts: dossier.artifacts.map {
          ArtifactSubject(artifact: $0, lastChanged: revision.lastChanges[$0.source.path])
        }
      ),
      revision: revision,
      policy: policy,
      asOf: asOf,
      rules: rules
    )
  }
}

/// What came of judging one system.
package struct SystemAssessment: Sendable {
  /// The artifacts that were judged.
  package var dossier: Dossier
  /// The tier and why.
  package var derivation: TierDerivation
  /// The records, in the order of packs, rules and subjects.
  package var results: [CheckResult]
}

extension TierDerivation {
  /// The derivation of a system that nobody declared.
  static let undeclared = TierDerivation(
    tier: .unresolved,
    flags: SystemFlags(),
    jurisdictions: [],
    reasons: [],
    unresolved: [],
    questions: []
  )
}
