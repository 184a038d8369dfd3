// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// A model card of the Dutch Algorithm Reporting Standard.
  static let arsModelCard = ArtifactFormat(
    name: "ars-model-card",
    summary: "model card of the Algorithm Reporting Standard (YAML or JSON)",
    fileNames: ["**/{model[-_ ]card,modelcard}*.{json,yaml,yml}"],
    detect: ReportingStandard.detectModelCard,
    read: { file, kind in
      file.artifacts(kind, "ars-model-card") { root, artifact in
        artifact.title = artifact.text(root["name"])
        ReportingStandard.addModelCard(root, to: &artifact)
      }
    }
  )

  /// A system card of the Dutch Algorithm Reporting Standard.
  ///
  /// It is read as a card of the models in it: what a system is stands in this project's own
  /// declaration alone.
  static let arsSystemCard = ArtifactFormat(
    name: "ars-system-card",
    summary: "system card of the Algorithm Reporting Standard (YAML or JSON)",
    fileNames: ["**/{system[-_ ]card,systemcard}*.{json,yaml,yml}"],
    detect: ReportingStandard.detectSystemCard,
    read: { file, kind in
      file.artifacts(kind, "ars-system-card", ReportingStandard.addSystemCard)
    }
  )
}

/// Reads the cards of the Algorithm Reporting Standard, version 0.1a14.
enum ReportingStandard {
  static func detectModelCard(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no YAML or JSON map") }
    guard let index = index(of: root), index.elements.contains(where: { $0["results"] != nil })
    else { return .no(reason: "it has no 'model_index' with 'results'") }
    return .yes(
      kind: .modelCard,
      reason: "it has a 'model_index' with 'results'",
      confidence: root["model_index"] == nil ? .likely : .certain
    )
  }

  static func detectSystemCard(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no YAML or JSON map") }
    let known = [
      "ai_act_profile", "goal_and_impact", "human_intervention", "requirements", "measures",
      "instruments", "legal_base", "assessments", "models",
    ]
    // A vocabulary of a tokenizer has such words as keys too, each with its number.
    let found = known.filter { key in root[key].map { $0.node.double == nil } ?? false }
    guard root.hasAny("schema_version", "version"),
      found.count >= 2 || found.contains("ai_act_profile")
    else { return .no(reason: "it has not the keys of a system card") }
    return .yes(
      kind: .modelCard,
      reason: "it has \(found.prefix(3).joined(separator: ", ")) as system cards do",
      confidence: root["schema_version"] != nil && found.count >= 2 ? .certain : .likely
    )
  }

  /// The list of models: schema and prose say `model_index`, the standard's example `model-index`.
  private static func index(of card: NodeCursor) -> NodeCursor? {
    card["model_index"] ?? card["model-index"]
  }

  /// Adds the people, licenses, models and results of a model card.
  static func addModelCard(_ card: NodeCursor, to artifact: inout Artifact) {
    addOwners(card, to: &artifact)
    artifact.language = artifact.language ?? artifact.texts(card["language"]).first
    let license = card["license"]
    let licenses =
      license?.node.map == nil
      ? artifact.texts(license) : [artifact.text(license?["license_name"])].compactMap { $0 }
    for model in artifact.sections(index(of: card)) {
      artifact.models.append(
        ModelRecord(
          name: artifact.text(model["name"]) ?? artifact.text(card["name"]),
          task: model["results"]?.elements.first?["task"]?.oneOrMore.first.flatMap {
            $0["type"]?.text ?? $0["task_type"]?.text
          },
          licenses: licenses,
          repository: artifact.text(model["model"]),
          source: model.source
        )
      )
      for result in artifact.sections(model["results"]) { addResult(result, to: &artifact) }
    }
  }

  private static func addResult(_ result: NodeCursor, to artifact: inout Artifact) {
    let datasets = (result["datasets"] ?? result["dataset"])?.oneOrMore ?? []
    let records = datasets.compactMap { artifact.section($0) }.map { cursor in
      DatasetRecord(
        name: artifact.text(cursor["name"]) ?? artifact.text(cursor["type"]),
        id: artifact.text(cursor["type"]),
        version: artifact.text(cursor["revision"]),
        role: .evaluation,
        split: artifact.text(cursor["split"]),
        source: cursor.source
      )
    }
    artifact.datasets += records
    for metric in artifact.sections(result["metrics"]) {
      guard let type = artifact.text(metric["type"]) ?? artifact.text(metric["name"]) else {
        continue
      }
      var measurement = artifact.measurement(type, value: metric["value"], at: metric.source)
      // Several datasets share their metrics; which one a number is about is not said.
      if records.count == 1 {
        measurement.dataset = records[0].name
        measurement.split = records[0].split
      }
      addLabels(metric, to: &measurement, &artifact)
      artifact.measurements.append(measurement)
    }
  }

  /// A label of a feature or an output class is a slice; any other is a remark, perhaps the split.
  private static func addLabels(
    _ metric: NodeCursor,
    to measurement: inout Measurement,
    _ artifact: inout Artifact
  ) {
    for label in artifact.sections(metric["labels"]) {
      guard let value = artifact.text(label["value"]) else { continue }
      let type = artifact.text(label["type"])
      let name = artifact.text(label["name"])
      if type == nil || type == "feature" || type == "output_class" {
        measurement.slice.append(SlicePair(attribute: name ?? type ?? "", group: value))
      } else if name == "split" {
        measurement.split = value
      }
    }
    measurement.slice.sort()
  }

  static func addOwners(_ card: NodeCursor, to artifact: inout Artifact) {
    for owner in artifact.sections(card["owners"]) {
      let organization = artifact.text(owner["organization"])
      artifact.addParty(
        Party(
          role: .owner,
          name: artifact.text(owner["name"]) ?? organization,
          organization: organization,
          contact: artifact.text(owner["email"]),
          source: owner.source
        )
      )
    }
  }
}
