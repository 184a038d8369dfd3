// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
package import GateModel
internal import Survey
internal import Texts

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
  /// The tier that the answers lead to.
  package private(set) var tier: RiskTier?
  /// The commit at `HEAD`.
  var commit: ObjectID?
  /// The values of the evaluations for the whole population.
  var metrics: [Measurement] = []
  var datasets: [String] = []

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
      let assessments = try await GateRun(request).assessments(asksRules: false).assessments
      let wanted = assessments.filter { assessment in
        let declared = assessment.dossier.declaration?.id
        return declared != nil && (id == nil || declared == id)
      }
      guard wanted.count == 1, let declaration = wanted[0].dossier.declaration else {
        return KnownFacts()
      }
      var known = KnownFacts(declaration)
      known.tier = wanted[0].derivation.tier
      known.read(wanted[0].dossier)
      known.commit = try RepositoryAccess(request).headCommit()
      return known
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

  /// What the documents of the system tell: models that the declaration leaves to them, data, values.
  private mutating func read(_ dossier: Dossier) {
    if model == nil, dossier.models.count == 1 {
      (model, version) = (dossier.models[0].model.name, dossier.models[0].model.version)
    }
    let evaluations = dossier.artifacts.filter { $0.kind == .evaluation }
    metrics = evaluations.flatMap(\.measurements).filter {
      $0.slice.isEmpty && $0.kind == .level && $0.value != nil
    }
    let documents = evaluations + dossier.artifacts.filter { $0.kind != .evaluation }
    for name in documents.flatMap(\.datasets).compactMap(\.name) where !datasets.contains(name) {
      datasets.append(name)
    }
    dataset = datasets.first
  }

  /// What fills the holes of templates; what is not known keeps the words of the template.
  func values(name: String) -> [String: String] {
    var values = ["name": name, "model": model ?? name, "dataset": dataset ?? name]
    values["version"] = version
    values["contact"] = contact
    values["covered"] = model
    values["commit"] = commit?.hex
    values["tier"] = tier?.rawValue
    return values
  }

  /// What fills holes with JSON of its own.
  var rawValues: [String: String] {
    var values = ["groups": groups]
    values["quotedVersion"] = version.map(SystemDraft.scalar)
    values["quotedDataset"] = dataset.map(SystemDraft.scalar)
    // All of it stands in comments: what is known is no answer yet, and no evidence.
    if !metrics.isEmpty { values["metrics"] = rows }
    if !datasets.isEmpty { values["datasets"] = " Named so far: \(Self.line(datasets))." }
    if !attributes.isEmpty {
      values["attributes"] = " Protected: \(Self.line(attributes))."
      values["subpopulations"] = " <!-- protected: \(Self.line(attributes)) -->"
    }
    return values
  }

  /// Names as they may stand in a comment of Markdown, which they do not end.
  private static func line(_ names: [String]) -> String {
    names.map { VisibleText.line($0).filter { !"<>|".contains($0) } }.joined(separator: ", ")
  }

  /// The values of the evaluations as rows of the table of a card.
  private var rows: String {
    let rows = metrics.prefix(20).map { value in
      let bounds = value.uncertainty.flatMap { uncertainty in
        uncertainty.level == 0.95
          ? uncertainty.lower.flatMap { lower in uncertainty.upper.map { "\(lower)-\($0)" } } : nil
      }
      let cells = [
        Self.line([value.metric]), Self.line([value.raw]), value.n.map { String($0) } ?? "",
        bounds ?? "",
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    return rows.joined(separator: "\n")
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
