// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import Survey

/// What a declaration and the tree tell about a document that is to be written.
package struct KnownFacts: Sendable {
  /// The id of the declared system.
  package var id: String?
  /// The name of the declared system.
  package var name: String?
  var model: String?
  var version: String?
  var contact: String?
  var dataset: String?
  var attributes: [String] = []

  /// Nothing known.
  package init() {}

  /// Reads what is known about one system of a tree.
  ///
  /// - Parameters:
  ///   - request: Which tree is read.
  ///   - id: The id of the system; nil for the only one.
  /// - Returns: What is known; nothing where no system is declared, or several are and none is named.
  package static func make(_ request: RunRequest, id: String?) async -> KnownFacts {
    do throws(RunFailure) {
      let survey = try await GateRun(request).survey().survey
      let declared = survey.dossiers.compactMap(\.declaration)
      let wanted = id.map { id in declared.filter { $0.id == id } } ?? declared
      return wanted.count == 1 ? KnownFacts(wanted[0]) : KnownFacts()
    } catch {
      return KnownFacts()
    }
  }

  private init(_ declaration: SystemDeclaration) {
    id = declaration.id
    name = declaration.name
    if declaration.models.count == 1 {
      model = declaration.models[0].name
      version = declaration.models[0].version
    }
    contact = declaration.contacts.first { $0.role == .owner }?.contact
    attributes = declaration.facts.texts(.protectedAttributes) ?? []
  }

  /// What fills the holes of templates; what is not known keeps the words of the template.
  func values(name: String) -> [String: String] {
    var values = ["name": name, "model": model ?? name, "dataset": dataset ?? name]
    values["version"] = version
    values["contact"] = contact
    values["covered"] = model
    return values
  }

  /// What fills holes with JSON of its own.
  var rawValues: [String: String] {
    var values = ["groups": groups]
    values["quotedVersion"] = version.map(SystemDraft.scalar)
    values["quotedDataset"] = dataset.map(SystemDraft.scalar)
    return values
  }

  /// Two groups of each attribute that fairness is judged by.
  private var groups: String {
    let attributes = attributes.isEmpty ? ["attribute"] : attributes
    let rows = attributes.flatMap { attribute in
      ["group a", "group b"].map { group in
        "    {\"slice\": {\"\(Templates.quotable(attribute))\": \"\(group)\"}, "
          + "\"tp\": 0, \"fp\": 0, \"tn\": 0, \"fn\": 0}"
      }
    }
    return rows.joined(separator: ",\n")
  }
}
