// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// The sections of "Model Cards for Model Reporting" as JSON, as AllenNLP writes them.
  static let mitchellJSON = ArtifactFormat(
    name: "mitchell-json",
    summary: "model card with the sections of Mitchell et al. (JSON or YAML, as AllenNLP writes)",
    fileNames: [
      "**/{model[-_ ]card,modelcard}*.{json,yaml,yml}", "**/model{-,_,}cards/*.{json,yaml,yml}",
    ],
    detect: MitchellCard.detect,
    read: { file, kind in file.artifacts(kind, "mitchell-json", MitchellCard.read) }
  )
}

/// Reads a card whose keys are the sections and sub-items of "Model Cards for Model Reporting".
///
/// After figure 1 of Mitchell et al. 2019.
enum MitchellCard {
  /// The sections with the topics of their keys.
  private static let topics: [(section: String, fields: [(key: String, topic: Topic)])] = [
    (
      "model_details",
      [
        ("description", .modelDescription), ("short_description", .modelDescription),
        ("model_type", .modelType),
      ]
    ),
    (
      "intended_use",
      [
        ("primary_uses", .intendedUse), ("primary_users", .users),
        ("out_of_scope_use_cases", .outOfScopeUse),
      ]
    ),
    ("factors", [("relevant_factors", .factors), ("evaluation_factors", .factors)]),
    (
      "metrics",
      [
        ("model_performance_measures", .metricsRationale),
        ("decision_thresholds", .metricsRationale), ("variation_approaches", .metricsRationale),
      ]
    ),
    ("evaluation_data", [("motivation", .evaluationData), ("preprocessing", .evaluationData)]),
    ("training_data", [("motivation", .trainingData), ("preprocessing", .dataPreprocessing)]),
    (
      "quantitative_analyses",
      [("unitary_results", .metricsRationale), ("intersectional_results", .fairness)]
    ),
    ("model_ethical_considerations", [("ethical_considerations", .ethics)]),
    ("model_caveats_and_recommendations", [("caveats_and_recommendations", .limitations)]),
  ]

  static func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no JSON or YAML map") }
    let found = topics.filter { root[$0.section]?.node.map != nil }.map(\.section)
    guard found.count >= 3, found.contains("model_details") || found.contains("intended_use") else {
      return .no(reason: "it has not the sections of a model card after Mitchell et al.")
    }
    return .yes(
      kind: .modelCard,
      reason: "it has the sections \(found.prefix(3).joined(separator: ", ")) of Mitchell et al.",
      confidence: found.count >= 5 ? .certain : .likely
    )
  }

  static func read(_ root: NodeCursor, into artifact: inout Artifact) {
    let details = artifact.section(root["model_details"])
    artifact.title = artifact.text(root["display_name"]) ?? artifact.text(details?["name"])
    artifact.models = [model(root, details, &artifact)]
    artifact.created = artifact.models.first?.versionDate
    addParties(details, to: &artifact)
    for (name, fields) in topics {
      let section = artifact.section(root[name])
      artifact.addStatements(fields, of: section)
    }
    addDataset(root["training_data"]?["dataset"], .training, .trainingData, to: &artifact)
    addDataset(root["evaluation_data"]?["dataset"], .evaluation, .evaluationData, to: &artifact)
  }

  private static func model(
    _ root: NodeCursor,
    _ details: NodeCursor?,
    _ artifact: inout Artifact
  ) -> ModelRecord {
    ModelRecord(
      name: artifact.text(root["id"]) ?? artifact.title,
      version: artifact.text(details?["version"]),
      versionDate: details?["date"].flatMap { artifact.statedDate($0) },
      type: artifact.text(details?["model_type"]),
      task: artifact.text(root["task_id"]),
      licenses: artifact.texts(details?["license"]),
      source: (details ?? root).source
    )
  }

  private static func addParties(_ details: NodeCursor?, to artifact: inout Artifact) {
    let roles: [(key: String, role: Party.Role)] = [
      ("developed_by", .developer), ("contributed_by", .author), ("contact", .contact),
    ]
    for (key, role) in roles {
      guard let cursor = details?[key], let text = artifact.text(cursor) else { continue }
      let isContact = role == .contact
      artifact.addParty(
        Party(
          role: role,
          name: isContact ? nil : text,
          contact: isContact ? text : nil,
          source: cursor.source
        )
      )
    }
  }

  /// A dataset: a map with `name`, `url` and `notes`, or a text.
  private static func addDataset(
    _ cursor: NodeCursor?,
    _ role: DatasetRecord.Role,
    _ topic: Topic,
    to artifact: inout Artifact
  ) {
    for cursor in cursor?.oneOrMore ?? [] {
      let isMap = cursor.node.isMap
      guard let name = artifact.text(isMap ? cursor["name"] : cursor) else { continue }
      artifact.datasets.append(
        DatasetRecord(
          name: name,
          id: isMap ? artifact.text(cursor["url"]) : nil,
          role: role,
          source: cursor.source
        )
      )
      let notes = isMap ? artifact.text(cursor["notes"]) : nil
      artifact.addStatement(
        topic,
        [name, notes].compactMap { $0 }.joined(separator: "\n"),
        question: "dataset",
        at: cursor.source
      )
    }
  }
}
