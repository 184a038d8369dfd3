// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
package import RuleLanguage
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
  /// Those that displace others; the names by which they call these are worked out for them alone.
  private let displacing: [AppliedRule]
  private let names: RuleNames
  /// Those that bound numbers.
  private let limiting: [AppliedRule]

  /// Creates an assessor for one revision.
  package init(
    packs: [RulePack],
    policy: PolicyFacts,
    asOf: CalendarDate,
    revision: RevisionFacts
  ) {
    self.packs = packs.sorted { $0.id < $1.id }
    rules = AppliedRule.all(of: self.packs)
    displacing = rules.filter { !$0.rule.displaces.isEmpty }
    names = RuleNames(displacing.isEmpty ? [] : self.packs)
    limiting = rules.filter { !$0.rule.limits.isEmpty }
    self.policy = policy
    self.asOf = asOf
    var revision = revision
    revision.signers = policy.signers
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
    if dossier.declaration?.hasMistakes == true { return unjudged(dossier, system) }
    var evaluation = evaluation(of: system, dossier, unread: unread)
    let unasked = policy.unaskedDuties.flatMap {
      UnaskedDuties.result(of: system, rules: rules, on: asOf, answer: $0)
    }
    return SystemAssessment(
      dossier: dossier,
      derivation: system.derivation,
      results: evaluation.results + [unasked].compactMap { $0 },
      openQuestions: openQuestions(of: system, dossier, evaluation),
      displacements: evaluation.displacements(of: displacing, named: names),
      limits: evaluation.limits(of: limiting),
      measures: evaluation.measures,
      committedOn: system.days.committedOn
    )
  }

  private func evaluation(
    of system: SystemSubject,
    _ dossier: Dossier,
    unread: Set<ArtifactKind> = []
  ) -> SystemEvaluation {
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
    return evaluation
  }

  /// What the tier or a rule asked for and nobody answered, all of it at once, in the order of the law.
  ///
  /// Where words for groups only lack somebody who stands for them, rules ask as if somebody did: what
  /// they need then is no second round.
  private func openQuestions(
    of system: SystemSubject,
    _ dossier: Dossier,
    _ evaluation: SystemEvaluation
  ) -> [OpenQuestion] {
    let known = system.derivation.openQuestions
    guard let facts = system.facts else { return known }
    guard system.derivation.lacksSignature, var declaration = dossier.declaration else {
      return OpenQuestion.inOrder(
        known + asked(by: evaluation, of: facts, besides: system.derivation)
      )
    }
    declaration.facts = declaration.facts.signed(on: asOf)
    var signed = dossier
    signed.system = .declared(declaration)
    let subject = subject(of: signed)
    return OpenQuestion.inOrder(
      known
        + asked(
          by: self.evaluation(of: subject, signed),
          of: subject.derivation.facts,
          besides: subject.derivation
        )
    )
  }

  /// What rules ask for, and what the declaration leaves open on purpose, besides what the tier asks for.
  private func asked(
    by evaluation: SystemEvaluation,
    of facts: SystemFacts,
    besides derivation: TierDerivation
  ) -> [OpenQuestion] {
    let more = Fact.allCases.filter {
      facts.answer($0) == nil && !derivation.unresolved.contains($0)
        && (evaluation.missingFields.contains($0.rulePath) || facts.isMarkedOpen($0))
    }
    let keys = Set(derivation.openQuestions.map(\.key))
    return OpenQuestion.all(about: more, besides: derivation.unresolved, in: facts).filter {
      !keys.contains($0.key)
    }
  }

  /// The records of a system whose declaration has mistakes: they are faults of the run, and nothing is
  /// judged by what is wrong.
  private func unjudged(_ dossier: Dossier, _ system: SystemSubject) -> SystemAssessment {
    SystemAssessment(
      dossier: dossier,
      derivation: system.derivation,
      results: rules.map {
        $0.leftOut(of: system.id, "not judged: the declaration has mistakes")
      }
    )
  }

  /// The facts of a system as conditions see them, for trying a condition.
  package func facts(of dossier: Dossier) -> (arena: FactsArena, names: Bindings) {
    let facts = arena(of: dossier, system: subject(of: dossier))
    return (facts.arena, facts.roots)
  }

  private func subject(of dossier: Dossier) -> SystemSubject {
    var declaration = dossier.declaration
    let derivation = declaration.map(derivation(of:)) ?? .undeclared
    declaration?.facts = derivation.facts
    var system = SystemSubject(
      id: dossier.systemID,
      name: dossier.systemName,
      declaration: declaration,
      derivation: derivation,
      models: dossier.models.map {
        ModelSubject(model: $0.model, weights: $0.weights, signature: $0.signature)
      },
      artifacts: dossier.artifacts,
      commitTime: revision.commitTime
    )
    guard system.hasModels == nil, let declaration else { return system }
    if let question = OpenQuestion.models(of: declaration) { system.derivation.ask(question) }
    return system
  }

  /// The tier of a declared system; a declaration with mistakes has none.
  private func derivation(of declaration: SystemDeclaration) -> TierDerivation {
    guard !declaration.hasMistakes else { return .undeclared }
    return Tiering.derive(
      from: declaration.facts,
      words: declaration.words,
      asOf: asOf,
      unknownFails: policy.unknownIs == .fail,
      maximumDays: policy.answersMaximumDays
    )
  }

  private func arena(of dossier: Dossier, system: SystemSubject) -> DossierArena {
    DossierArena(
      system: system,
      dossier: DossierFacts(
        artifacts: dossier.artifacts.map {
          ArtifactSubject(artifact: $0, history: revision.files?[$0.source.path])
        }
      ),
      revision: revision.about(dossier.systemID, dossier.tracedPaths),
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
  /// The records, in the order of packs, rules and subjects, before rules displace each other.
  package var results: [CheckResult]
  /// What the tier or a rule asked for and nobody answered, each with what its answers change.
  package var openQuestions: [OpenQuestion] = []
  /// Which rule would displace which.
  package var displacements: [Displacement] = []
  /// The bounds of numbers; those of rules that ask something, once the assessment is settled.
  package var limits: [AppliedLimit] = []
  /// The measures that rules were judged by, each once.
  package var measures: [JudgedMeasure] = []
  /// The day of the commit, where its clock can be believed beside the dates in the documents.
  package var committedOn: CalendarDate?
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
