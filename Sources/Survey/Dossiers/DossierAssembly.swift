// SPDX-License-Identifier: Apache-2.0

package import Artifacts
internal import FileShapes
package import GateModel

/// What a tree holds, system by system.
package struct Inventory: Hashable, Sendable {
  /// A file that looked like an artifact and is none.
  package struct Unrecognized: Hashable, Sendable {
    /// The path of the file.
    package var path: String
    /// Why it is none, as a lower-case phrase.
    package var reason: String
  }

  /// The dossiers, sorted by system id; that of the undeclared artifacts comes last.
  package var dossiers: [Dossier]
  /// What was looked at in vain, sorted by path.
  package var notRecognized: [Unrecognized]
  /// What others took the place of: listed, and not judged.
  package var past: [PastDocument]
  /// Two systems with one id: the policy cannot be applied before that is solved.
  package var problems: [Problem]
}

/// One file that was read, with the reason why it was looked at.
package struct CandidateReading: Sendable {
  /// The file and who claims it.
  package var candidate: Candidate
  /// What came of reading it.
  package var outcome: ReadOutcome
  /// The digest of the bytes; only for artifacts that are to be judged.
  package var sha256: ContentDigest?
  /// The number of bytes; 0 where nothing could be read.
  package var size: Int

  /// Creates a reading.
  package init(
    candidate: Candidate,
    outcome: ReadOutcome,
    sha256: ContentDigest? = nil,
    size: Int = 0
  ) {
    self.candidate = candidate
    self.outcome = outcome
    self.sha256 = sha256
    self.size = size
  }
}

/// What was found of the weights of a model.
package struct FoundWeights: Hashable, Sendable {
  /// Whether they are in the tree.
  package var state: WeightsState
  /// The signature beside them.
  package var signature: ModelSignature

  /// Nothing is declared.
  package static let undeclared = FoundWeights(state: .undeclared, signature: .absent)
}

/// Sorts what was read into the dossiers of the declared systems.
package enum DossierAssembly {
  /// The inventory of a tree.
  ///
  /// Artifacts that no declaration claims form one undeclared system, if there are any.
  ///
  /// - Parameters:
  ///   - declarations: The declarations of the tree.
  ///   - readings: What came of reading each candidate.
  ///   - faults: What declarations claim in vain, from `Discovery.candidates`.
  ///   - weights: The state of the weights of each declared model, and the signature beside them.
  /// - Returns: The dossiers, what was no artifact, and systems that share an id.
  package static func assemble(
    declarations: [SystemDeclaration],
    readings: [CandidateReading],
    faults: [Fault] = [],
    weights: (DeclaredModel) -> FoundWeights = { _ in .undeclared }
  ) -> Inventory {
    var bySystem: [String: [CandidateReading]] = [:]
    for reading in readings {
      for system in reading.candidate.systems { bySystem[system, default: []].append(reading) }
    }
    let faultsBySystem = Dictionary(grouping: faults) { $0.system }
    var past: [PastDocument] = []
    var dossiers = declarations.map { declaration in
      let readings = bySystem[declaration.id] ?? []
      let faults = faultsBySystem[declaration.id] ?? []
      let (current, earlier) = History(models: declaration.models).split(artifacts(readings))
      past += earlier
      return Dossier(
        system: .declared(declaration),
        artifacts: current.map(declaration.completing),
        faults: (faults + readings.compactMap { $0.fault(in: declaration.id) }).sorted(),
        models: models(of: declaration, current).map { model in
          let found = weights(model)
          return Dossier.Model(model: model, weights: found.state, signature: found.signature)
        }
      )
    }
    dossiers.sort { $0.systemID < $1.systemID }
    if let undeclared = undeclaredDossier(readings, &past) { dossiers.append(undeclared) }
    return Inventory(
      dossiers: dossiers,
      notRecognized: notRecognized(readings),
      past: past,
      problems: SystemDeclaration.duplicates(among: declarations)
    )
  }

  /// The declared models, or those of the model cards where the declaration leaves it to them; several
  /// cards of one model in one version count once.
  private static func models(
    of declaration: SystemDeclaration,
    _ artifacts: [Artifact]
  ) -> [DeclaredModel] {
    guard declaration.takesModelsFromCards else { return declaration.models }
    var seen: Set<String> = []
    return artifacts.filter { $0.kind == .modelCard }.flatMap(\.models).compactMap { model in
      guard let name = model.name, seen.insert("\(name) \(model.version ?? "")").inserted else {
        return nil
      }
      return DeclaredModel(name: name, version: model.version, source: model.source)
    }
  }

  /// What no declaration claims and says itself that it is superseded was evidence once.
  private static func undeclaredDossier(
    _ readings: [CandidateReading],
    _ past: inout [PastDocument]
  ) -> Dossier? {
    let unclaimed = readings.filter(\.candidate.systems.isEmpty)
    let (current, superseded) = History.split(unclaimed: artifacts(unclaimed))
    past += superseded
    let dossier = Dossier(
      system: .undeclared,
      artifacts: current,
      faults: unclaimed.compactMap { $0.fault(in: SystemDeclaration.undeclaredID) }.sorted()
    )
    return dossier.artifacts.isEmpty && dossier.faults.isEmpty ? nil : dossier
  }

  /// The artifacts of some readings by path; those of one file stay in their order.
  private static func artifacts(_ readings: [CandidateReading]) -> [Artifact] {
    readings.flatMap { reading -> [Artifact] in
      guard case .recognized(let artifacts, _) = reading.outcome else { return [] }
      return artifacts
    }
    .enumerated()
    .sorted { ($0.element.source.path, $0.offset) < ($1.element.source.path, $1.offset) }
    .map(\.element)
  }

  /// What was looked at in vain, by path.
  private static func notRecognized(_ readings: [CandidateReading]) -> [Inventory.Unrecognized] {
    readings.compactMap { reading in
      guard case .notRecognized(let reason) = reading.outcome else { return nil }
      return Inventory.Unrecognized(path: reading.candidate.entry.path, reason: reason)
    }
    .sorted { $0.path < $1.path }
  }
}

extension CandidateReading {
  fileprivate func fault(in system: String) -> Fault? {
    guard case .fault(var fault) = outcome else { return nil }
    fault.system = system
    return fault
  }
}
