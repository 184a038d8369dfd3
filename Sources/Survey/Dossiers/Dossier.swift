// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// All artifacts of one system at one revision, normalized.
package struct Dossier: Hashable, Sendable {
  /// Whose artifacts they are.
  package enum System: Hashable, Sendable {
    case declared(SystemDeclaration)
    /// Artifacts that no declaration claims.
    case undeclared
  }

  /// A declared model with the state of its weights and their signature.
  package struct Model: Hashable, Sendable {
    /// The model as declared.
    package var model: DeclaredModel
    /// Whether its weights are in the tree.
    package var weights: WeightsState
    /// The signature beside its weights.
    package var signature: ModelSignature

    /// Creates a model.
    package init(
      model: DeclaredModel,
      weights: WeightsState,
      signature: ModelSignature = .absent
    ) {
      self.model = model
      self.weights = weights
      self.signature = signature
    }
  }

  /// Whose artifacts they are.
  package var system: System
  /// The artifacts, sorted by path.
  package var artifacts: [Artifact]
  /// What could not be read, sorted by place.
  package var faults: [Fault]
  /// The declared models in the order of the declaration.
  package var models: [Model]
  /// Creates a dossier.
  package init(
    system: System,
    artifacts: [Artifact] = [],
    faults: [Fault] = [],
    models: [Model] = []
  ) {
    self.system = system
    self.artifacts = artifacts
    self.faults = faults
    self.models = models
  }

  /// The declaration, or nil for artifacts that none claims.
  package var declaration: SystemDeclaration? {
    guard case .declared(let declaration) = system else { return nil }
    return declaration
  }

  /// The id of the system.
  package var systemID: String { declaration?.id ?? SystemDeclaration.undeclaredID }

  /// The name of the system.
  package var systemName: String { declaration?.name ?? "Artifacts without a declaration" }
}
