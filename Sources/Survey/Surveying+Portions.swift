// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel

extension Surveying {
  /// Surveys a tree, and hands on each dossier as soon as its files are read.
  ///
  /// The survey keeps what each artifact is and where it stands, and not what it says: memory grows
  /// with the largest system and not with their number. A file of several systems is read once.
  ///
  /// - Parameters:
  ///   - tree: The tree.
  ///   - make: Makes of a dossier what is kept of it, given the kinds of its artifacts of which some
  ///     could not be read; on several cores.
  /// - Returns: The survey, and what was made of its dossiers, in their order.
  package func survey<Made: Sendable>(
    _ tree: borrowing some SourceTree & ~Copyable,
    making make: @escaping @Sendable (Dossier, Set<ArtifactKind>) -> Made
  ) async -> (survey: Survey, made: [Made]) {
    var plan = await plan(of: tree)
    let shared = plan.shared
    var files = await files(at: shared, of: plan, after: 0, in: tree)
    // The others go as soon as their systems are judged.
    var bare = files.mapValues(\.withoutRecords)
    var dossiers: [Dossier] = []
    var made: [Made] = []
    var past: [PastDocument] = []
    var portions = Array(plan.portions(sharing: shared).reversed())
    // From here on the answers of a system are with its portion alone, and go with it.
    plan.finds = plan.finds.withoutAnswers
    while let portion = portions.popLast() {
      let own = await self.files(at: portion.own, of: plan, after: bare.count, in: tree)
      let places = Set(portion.own + portion.shared).sorted()
      let read = places.compactMap { own[$0] ?? files[$0] }
      let inventory = DossierAssembly.assemble(
        declarations: portion.declarations,
        readings: read,
        faults: plan.finds.claims.faults,
        weights: { plan.weights[$0] ?? .undeclared }
      )
      let found = inventory.dossiers
      past += inventory.past
      let unread = Self.unreadKinds(read)
      made += await concurrentMap(found, width: width) { make($0, unread[$0.systemID] ?? []) }
      dossiers += found.map(\.withoutRecords)
      bare.merge(own.mapValues(\.withoutRecords)) { first, _ in first }
    }
    files = [:]
    let all = plan.finds.candidates.indices.compactMap { bare[$0] }
    return (survey(by: plan, all, dossiers, past: past, in: tree), made)
  }

  /// Some candidates of a plan, read, by their places.
  private func files(
    at places: [Int],
    of plan: SurveyPlan,
    after count: Int,
    in tree: borrowing some SourceTree & ~Copyable
  ) async -> [Int: CandidateReading] {
    var files: [CandidateReading] = []
    await read(
      places.map { plan.finds.candidates[$0] },
      in: tree,
      making: { $0 },
      taking: { files += $0 },
      after: (count, plan.finds.candidates.count)
    )
    return Dictionary(zip(places, files)) { first, _ in first }
  }
}

extension CandidateReading {
  /// The same without what its artifacts say.
  fileprivate var withoutRecords: CandidateReading {
    var bare = self
    bare.outcome = outcome.withoutRecords
    return bare
  }
}

extension Dossier {
  /// The same without what its artifacts and its declaration say.
  fileprivate var withoutRecords: Dossier {
    var bare = withoutAnswers
    bare.artifacts = artifacts.map {
      Artifact(kind: $0.kind, format: $0.format, source: $0.source)
    }
    return bare
  }

  /// The same without the answers of its declaration.
  package var withoutAnswers: Dossier {
    guard let declaration else { return self }
    var bare = self
    bare.system = .declared(declaration.withoutAnswers)
    return bare
  }
}

extension Finds {
  /// The same without the answers of the declarations.
  fileprivate var withoutAnswers: Finds {
    var bare = self
    bare.declared = declared.map {
      Surveying.Declared(declaration: $0.declaration.withoutAnswers, input: $0.input)
    }
    return bare
  }
}

extension SystemDeclaration {
  /// The same without what it answers: what is declared, by which files, and where.
  fileprivate var withoutAnswers: SystemDeclaration {
    var bare = self
    bare.facts = SystemFacts()
    bare.coverage = []
    bare.attestations = []
    return bare
  }
}
