// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// The content of an Amazon SageMaker model card.
  static let sageMakerCard = ArtifactFormat(
    name: "sagemaker-card",
    summary: "Amazon SageMaker model card (JSON)",
    fileNames: ["**/{model[-_ ]card,modelcard,sagemaker[-_ ]card}*.json"],
    detect: SageMakerCard.detect,
    read: { file, kind in file.artifacts(kind, "sagemaker-card", SageMakerCard.read) }
  )
}

/// Reads the content of a SageMaker model card, after its JSON schema.
///
/// The schema has no field for a slice: teams name a metric group after it (`sex=F`).
enum SageMakerCard {
  private static let sections = [
    "model_overview", "intended_uses", "business_details", "training_details", "evaluation_details",
    "additional_information", "model_package_details",
  ]

  static func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no JSON or YAML map") }
    let found = sections.filter { root[$0] != nil }
    guard root["model_overview"]?.node.map != nil, found.count >= 2 else {
      return .no(reason: "it has no 'model_overview' beside other sections of a SageMaker card")
    }
    return .yes(
      kind: .modelCard,
      reason: "it has the sections \(found.prefix(3).joined(separator: ", ")) of a SageMaker card",
      confidence: found.count >= 3 ? .certain : .likely
    )
  }

  static func read(_ root: NodeCursor, into artifact: inout Artifact) {
    let overview = artifact.section(root["model_overview"])
    addOverview(overview, to: &artifact)
    addUses(artifact.section(root["intended_uses"]), to: &artifact)
    addTraining(artifact.section(root["training_details"]), to: &artifact)
    for evaluation in artifact.sections(root["evaluation_details"]) {
      addEvaluation(evaluation, to: &artifact)
    }
    let business = artifact.section(root["business_details"])
    artifact.addStatements(
      [("business_problem", .intendedUse), ("business_stakeholders", .users)],
      of: business
    )
    artifact.addStatements(
      [
        ("ethical_considerations", .ethics), ("caveats_and_recommendations", .limitations),
        ("caveats_and_recommendations", .recommendations),
      ],
      of: artifact.section(root["additional_information"])
    )
  }

  private static func addOverview(_ overview: NodeCursor?, to artifact: inout Artifact) {
    guard let overview else { return }
    artifact.models = [
      ModelRecord(
        name: artifact.text(overview["model_name"]),
        version: artifact.text(overview["model_version"]),
        type: artifact.text(overview["algorithm_type"]),
        task: artifact.text(overview["problem_type"]),
        repository: artifact.texts(overview["model_artifact"]).first,
        source: overview.source
      )
    ]
    artifact.title = artifact.models.first?.name
    let roles: [(key: String, role: Party.Role)] = [
      ("model_owner", .owner), ("model_creator", .developer),
    ]
    for (key, role) in roles {
      guard let cursor = overview[key], let name = artifact.text(cursor) else { continue }
      artifact.parties.append(Party(role: role, name: name, source: cursor.source))
    }
    artifact.addStatement(
      .modelDescription,
      from: overview["model_description"],
      question: "model_description"
    )
  }

  /// The uses, and the rating of the model's risk: the only mainstream card that has one.
  private static func addUses(_ uses: NodeCursor?, to artifact: inout Artifact) {
    artifact.addStatements(
      [
        ("purpose_of_model", .intendedUse), ("intended_uses", .intendedUse),
        ("factors_affecting_model_efficiency", .factors),
        // Not in the schema, but in cards that people write by hand.
        ("out_of_scope_uses", .outOfScopeUse),
      ],
      of: uses
    )
    guard let rating = uses?["risk_rating"], let level = artifact.text(rating) else { return }
    if !["High", "Medium", "Low", "Unknown"].contains(level) {
      artifact.addIssue(
        "unknown-value",
        .warning,
        "'\(Excerpt.line(level))' is no risk rating; write High, Medium, Low or Unknown",
        at: rating.source
      )
    }
    var risk = Risk(name: "risk rating of the model", source: rating.source)
    risk.level = level
    risk.scale = "SageMaker risk rating"
    risk.description = artifact.text(uses?["explanations_for_risk_rating"])
    artifact.risks.append(risk)
  }

  private static func addTraining(_ training: NodeCursor?, to artifact: inout Artifact) {
    artifact.addStatement(
      .trainingData,
      from: training?["training_observations"],
      question: "training_observations"
    )
    let job = artifact.section(training?["training_job_details"])
    addDatasets(
      job?["training_datasets"] ?? training?["training_datasets"],
      .training,
      to: &artifact
    )
    let metrics =
      artifact.sections(job?["training_metrics"])
      + artifact.sections(job?["user_provided_training_metrics"])
    for metric in metrics { addMetric(metric, split: "train", slice: [], to: &artifact) }
  }

  private static func addEvaluation(_ cursor: NodeCursor, to artifact: inout Artifact) {
    addDatasets(cursor["datasets"], .evaluation, to: &artifact)
    artifact.addStatement(
      .evaluationData,
      from: cursor["evaluation_observation"],
      question: "evaluation_observation"
    )
    let datasets = (cursor["datasets"]?.elements ?? []).compactMap(\.text)
    for group in artifact.sections(cursor["metric_groups"]) {
      let slice = artifact.text(group["name"]).map(slice) ?? []
      for metric in artifact.sections(group["metric_data"]) {
        addMetric(
          metric,
          dataset: datasets.count == 1 ? datasets[0] : nil,
          slice: slice,
          to: &artifact
        )
      }
    }
  }

  private static func addDatasets(
    _ cursor: NodeCursor?,
    _ role: DatasetRecord.Role,
    to artifact: inout Artifact
  ) {
    for cursor in cursor?.oneOrMore ?? [] {
      guard let name = artifact.text(cursor) else { continue }
      artifact.datasets.append(DatasetRecord(name: name, role: role, source: cursor.source))
    }
  }

  /// The slice that a group is named after; a name like `Binary classification` is none.
  private static func slice(_ group: String) -> [SlicePair] {
    let pairs = SliceReader.read(group)
    return pairs.contains { $0.attribute.isEmpty } ? SliceReader.embedded(in: group) : pairs
  }

  /// One number; matrices and graphs hold no number of their own.
  private static func addMetric(
    _ cursor: NodeCursor,
    dataset: String? = nil,
    split: String? = nil,
    slice: [SlicePair],
    to artifact: inout Artifact
  ) {
    guard let name = artifact.text(cursor["name"]) else { return }
    let value = cursor["value"]
    guard value?.node.list == nil, value?.node.map == nil else { return }
    var measurement = artifact.measurement(name, value: value, at: cursor.source)
    measurement.dataset = dataset
    measurement.split = split
    measurement.slice = slice
    artifact.measurements.append(measurement)
  }
}
