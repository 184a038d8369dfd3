// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Survey

extension OpenQuestion {
  /// The key of the declaration that lists models.
  static let modelsKey = "models"

  /// Which models a system has, where nobody says so; nil where it is said.
  package static func models(of declaration: SystemDeclaration) -> OpenQuestion? {
    guard declaration.models.isEmpty, !declaration.takesModelsFromCards, !declaration.hasNoModel
    else { return nil }
    let word =
      declaration.noModels == nil
      ? "which models does it use"
      : "'models' says none; which models does it use, or why none and who says so"
    return OpenQuestion(
      key: modelsKey,
      article: "Model Cards, Model Details",
      question: word,
      choices: [
        Choice("a list as [{name: a-model, version: 1.0.0}]", "each has a model card"),
        Choice("from_cards", "those of its model cards"),
        Choice("{value: none, reason: …, owner: …}", "no card is asked for"),
      ]
    )
  }
}

extension SystemDeclaration {
  /// Whether somebody stands for it that the system has no model, and says why.
  var hasNoModel: Bool {
    noModels.map { Substance.isReason($0.reason) && Substance.isName($0.owner) } ?? false
  }
}
